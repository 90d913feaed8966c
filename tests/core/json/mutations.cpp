// Golden requests with something wrong in them, thousands of times: whatever is asked, the answer
// is valid JSON of the contract's shape, bounded, and every error says where it is.

#include <string>
#include <vector>

#include "allymark/measure/random.hpp"
#include "json/evaluate.hpp"
#include "support/cases.hpp"
#include "support/values.hpp"

using namespace allymark;
using test::Json;

namespace {

const Json& strange_values() {
  static const Json values = {nullptr,
                              true,
                              -1,
                              0,
                              0.5,
                              1e300,
                              1e-12,
                              9e18,
                              -9e18,
                              "",
                              "x",
                              "5.1",
                              "1e999",
                              "2024-02-30",
                              "~0/",
                              Json::array(),
                              Json::object(),
                              Json::array({nullptr}),
                              100,
                              1000000000,
                              "\xe4\xbf\x9d"};
  return values;
}

/// Changes or takes out one value, or doubles one entry of a list.
void mutate(Json& request, Pcg32& random) {
  const Json flat = request.flatten();
  if (flat.empty()) return;
  auto leaf = flat.begin();
  std::advance(leaf, static_cast<std::ptrdiff_t>(random.below(flat.size())));
  Json::json_pointer at(leaf.key());
  // Sometimes what the leaf stands in.
  while (!at.parent_pointer().empty() && random.below(4) == 0) at = at.parent_pointer();
  if (at.empty()) return;
  Json& parent = request[at.parent_pointer()];
  const std::uint64_t kind = random.below(8);
  if (kind == 0 && parent.is_object()) {
    parent.erase(at.back());
  } else if (kind == 1 && parent.is_array()) {
    parent.push_back(parent.back());
  } else if (kind == 2 && parent.is_object()) {
    parent["strange"] = request[at];
  } else {
    request[at] = strange_values()[random.below(strange_values().size())];
  }
}

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
    if (request.is_object() && request.value("options", false) == false) result.push_back(request);
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
  const std::vector<Json> requests = short_requests();
  REQUIRE(requests.size() > 200);
  auto store = shipped();
  for (std::uint64_t seed = 0; seed < 10'000; ++seed) {
    Pcg32 random(seed);
    Json request = requests[random.below(requests.size())];
    for (std::uint64_t i = random.below(3) + 1; i > 0; --i) mutate(request, random);
    // A strange number of draws may be a large one; that is no matter of this test.
    if (request.is_object() && request.value("call", Json()) == "simulate") request["runs"] = 10;
    const std::string text = request.dump(-1, ' ', false, Json::error_handler_t::replace);
    const std::string wrong = wrong_with(json::evaluate(text, store));
    INFO("seed " << seed << ": " << text);
    REQUIRE(wrong == "");
  }
}

TEST_CASE("packs with something wrong in them are refused or linted, never worse") {
  json::PackStore store;
  const Json good = Json::parse(test::pack_text());
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    Pcg32 random(seed);
    Json request = {{"call", "check"}, {"document", good}};
    for (std::uint64_t i = random.below(3) + 1; i > 0; --i) mutate(request["document"], random);
    const std::string text = request.dump(-1, ' ', false, Json::error_handler_t::replace);
    const std::string wrong = wrong_with(json::evaluate(text, store));
    INFO("seed " << seed);
    REQUIRE(wrong == "");
  }
}
