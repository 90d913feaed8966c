#include "json/evaluate.hpp"
#include "support/values.hpp"

using namespace allymark;

namespace {

std::string ask(std::string_view request) {
  json::PackStore store;
  return json::evaluate(request, store);
}

}  // namespace

TEST_CASE("a text of 10 MB is refused with its size") {
  const std::string text = R"({"call":")" + std::string(10U << 20U, 'a') + R"("})";
  CHECK(ask(text) ==
        R"({"ok":false,"errors":[{"code":"too_large","path":"","params":{"size":10485771,)"
        R"("largest":4194304}}]})");
}

TEST_CASE("10,000 levels of nesting are refused") {
  for (const char* open : {"[", "{\"a\":"}) {
    std::string text;
    for (int i = 0; i < 10'000; ++i) text += open;
    CHECK(ask(text) ==
          R"({"ok":false,"errors":[{"code":"too_deep","path":"","params":{"deepest":64}}]})");
  }
}

TEST_CASE("an unknown name of a megabyte is shortened in the answer") {
  const std::string answer = ask(R"({"call":")" + std::string(1'000'000, 'a') + R"("})");
  CHECK(answer.size() < 1000);
  CHECK(answer.find(std::string(80, 'a')) != std::string::npos);
  CHECK(answer.find(std::string(81, 'a')) == std::string::npos);
}

TEST_CASE("a shortened text ends between characters, so that the answer stays valid UTF-8") {
  // 27 characters of three bytes: the 80th byte lies inside the last one.
  std::string text;
  for (int i = 0; i < 40; ++i) text += "盟";
  const std::string answer = ask(R"({"call":")" + text + R"("})");
  Errors errors;
  json::Document::parse(answer, errors);
  CHECK(test::lines(errors).empty());
}

TEST_CASE("invalid UTF-8 is refused with the offset of its byte") {
  CHECK(ask("{\"call\":\"\xff\"}") ==
        R"({"ok":false,"errors":[{"code":"malformed_json","path":"","params":{"offset":10}}]})");
}

TEST_CASE("a hostile list of wrong entries ends in at most a thousand errors") {
  std::string text = R"({"call":"select","policy":"none","dossiers":[)";
  for (int i = 0; i < 10'000; ++i) text += "5,";
  text.back() = ']';
  const std::string answer = ask(text + "}");
  std::size_t errors = 0;
  for (std::size_t at = 0; (at = answer.find("\"code\"", at)) != std::string::npos; ++at) ++errors;
  CHECK(errors >= 1000);
  CHECK(errors <= 1001);
}

TEST_CASE("sums that no amount can hold are an error, not a wrapped figure") {
  json::PackStore store;
  const std::string answer = json::evaluate(
      R"({"call":"quote","volume":1000000000,"clause":{"tiers":[{"rate":1000000}]}})", store);
  CHECK(answer.find("number_out_of_range") != std::string::npos);
  const std::string next = json::evaluate(
      R"({"call":"quote","volume":10,"clause":{"tiers":[{"rate":1000000}]}})", store);
  CHECK(next.rfind(R"({"ok":true)", 0) == 0);
}

TEST_CASE("a refused pack leaves the store as it was") {
  json::PackStore store;
  json::evaluate(R"({"call":"add_policy","document":{"id":"broken"}})", store);
  CHECK(store.ids().empty());
  CHECK(store.by_id("broken") == nullptr);
}

TEST_CASE("check reads a pack without keeping it") {
  json::PackStore store;
  const std::string answer =
      json::evaluate(R"({"call":"check","document":)" + test::pack_text() + "}", store);
  CHECK(answer.rfind(R"({"ok":true)", 0) == 0);
  CHECK(store.by_id("insurance-data") == nullptr);
}
