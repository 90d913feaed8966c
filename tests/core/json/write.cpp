#include "json/write.hpp"

#include "allymark/select/trial.hpp"
#include "support/values.hpp"

using namespace allymark;

namespace {

std::string written(std::string_view text) {
  std::string out;
  json::write_string(out, text);
  return out;
}

}  // namespace

TEST_CASE("texts are quoted and escaped") {
  CHECK(written("a\"b\\c") == R"("a\"b\\c")");
  CHECK(written("\n\r\t") == R"("\n\r\t")");
  CHECK(written(std::string_view("\0\x1f", 2)) == R"("\u0000\u001f")");
  CHECK(written("盟鉴 / 😀") == "\"盟鉴 / 😀\"");
}

TEST_CASE("statistics show six decimals and scores two") {
  Evidence evidence;
  evidence.rate = test::d("16.123456789");
  std::string out;
  json::write(out, evidence);
  CHECK(out.find(R"("rate":16.123457)") != std::string::npos);
  TrialMetric metric;
  metric.score = test::d("76.071428571");
  out.clear();
  json::write(out, metric);
  CHECK(out.find(R"("score":76.07)") != std::string::npos);
}

TEST_CASE("an absent figure is null where the table says so and left out elsewhere") {
  std::string out;
  json::write(out, TrialMetric{});
  CHECK(out.find(R"("value":null)") != std::string::npos);
  CHECK(out.find("evidence") == std::string::npos);
}

TEST_CASE("an optional thing that is not there is null on its own") {
  std::string out;
  json::write(out, std::optional<Evidence>{});
  CHECK(out == "null");
}

TEST_CASE("amounts in params are written in yuan") {
  std::string out;
  json::write_params(out, Params().with("a", test::yuan("250200")).with("b", "text"));
  CHECK(out == R"({"a":250200,"b":"text"})");
}
