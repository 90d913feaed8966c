// Golden requests with something wrong in them, thousands of times: whatever is asked, the answer
// is valid JSON of the contract's shape, bounded, and every error says where it is.

#include <string>
#include <vector>

#include "allymark/measure/random.hpp"
#include "json/evaluate.hpp"
#include "support/cases.hpp"
#include "support/spoil.hpp"
#include "support/values.hpp"

using namespace allymark;
using test::Json;

namespace {

/// Why an answer is none, or nothing.
std::string wrong_with(const std::string& answer) {
  const Json parsed = Json::parse(answer, nullptr, false);
  if (parsed.is_discarded() || !parsed.is_object() || !parsed.contains("ok")) return "no answer";
  if (parsed["ok"] == true) return parsed.contains("result") ? "" : "no result";
  if (!parsed["errors"].is_array() || parsed["errors"].empty()) return "no errors";
  for (const auto& error : parsed["errors"]) {
    const std::string path = error["path"];
    if (!path.empty() && path.front() != '/') return "no pointer: " + path;
  }
  return answer.size() < (4U << 20U) ? "" : "too long";
}

std::vector<Json> short_requests() {
  std::vector<Json> result;
  test::each_case([&](const test::Case& item) {
    // Those that bring a whole pack are mutated apart, and less often.
    if (item.request.size() > 2500) return;
    const Json request = Json::parse(item.request, nullptr, false);
    if (request.is_object()) result.push_back(request);
  });
  return result;
}

json::PackStore shipped() {
  json::PackStore store;
  for (const char* name : {"insurance-data", "used-car"}) {
    const std::string pack = test::file(std::string("core/policies/") + name + ".json");
    json::evaluate(R"({"call":"add_policy","document":)" + pack + "}", store);
  }
  return store;
}

}  // namespace

TEST_CASE(
    "10,000 requests with something wrong in them are answered, each in the contract's shape") {
  const test::Spoiler spoiler(short_requests());
  REQUIRE(spoiler.requests().size() > 200);
  auto store = shipped();
  for (std::uint64_t seed = 0; seed < 10'000; ++seed) {
    Pcg32 random(seed);
    Json request = spoiler.requests()[random.below(spoiler.requests().size())];
    for (std::uint64_t i = random.below(3) + 1; i > 0; --i) spoiler.spoil(request, random);
    // Work that is large though it is bounded is no matter of this test.
    for (const char* often : {"runs", "draws"}) {
      if (request.is_object() && request.contains(often)) request[often] = 10;
    }
    if (request.is_object() && request.contains("options")) request["options"] = false;
    const std::string text = request.dump(-1, ' ', false, Json::error_handler_t::replace);
    const std::string wrong = wrong_with(json::evaluate(text, store));
    INFO("seed " << seed << ": " << text);
    REQUIRE(wrong == "");
  }
}

TEST_CASE("packs with something wrong in them are refused or linted, never worse") {
  json::PackStore store;
  const test::Spoiler spoiler({});
  const Json good = Json::parse(test::pack_text());
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    Pcg32 random(seed);
    Json request = {{"call", "check"}, {"document", good}};
    for (std::uint64_t i = random.below(3) + 1; i > 0; --i) {
      spoiler.spoil_pack(request["document"], random);
    };
    const std::string text = request.dump(-1, ' ', false, Json::error_handler_t::replace);
    const std::string wrong = wrong_with(json::evaluate(text, store));
    INFO("seed " << seed);
    REQUIRE(wrong == "");
  }
}
