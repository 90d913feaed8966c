// Two documents compared: every difference, and which rule it belongs to.
#include "json/compare.hpp"

#include "support/values.hpp"

using namespace allymark;
using json::differences;

namespace {

/// {"a":[0,1,…]} with so many figures, each raised by `by`.
std::string figures(int count, int by) {
  std::string text = "{\"a\":[";
  for (int i = 0; i < count; ++i) text += (i == 0 ? "" : ",") + std::to_string(i + by);
  return text + "]}";
}

}  // namespace

TEST_CASE("every difference of two texts is listed, however many there are") {
  for (const int count : {999, 1000, 1001, 1500}) {
    const auto found = differences(figures(count, 0), figures(count, 5000));
    REQUIRE(found.size() == static_cast<std::size_t>(count));
    CHECK(found.back().path == "/a/" + std::to_string(count - 1));
    CHECK(found.back().from->text == std::to_string(count - 1));
    CHECK(found.back().to->text == std::to_string(count + 4999));
  }
}

TEST_CASE("figures are compared as figures, and what stands on one side only has no other") {
  CHECK(differences(R"({"a":1,"b":[2]})", R"({"a":1.0,"b":[2.00]})").empty());
  const auto found = differences(R"({"a":1,"b":2})", R"({"a":1,"c":"x"})");
  REQUIRE(found.size() == 2);
  CHECK(found[0].path == "/b");
  CHECK(found[0].from->text == "2");
  CHECK(!found[0].to);
  CHECK(found[1].path == "/c");
  CHECK(!found[1].from);
  CHECK(found[1].to->text == "\"x\"");
}
