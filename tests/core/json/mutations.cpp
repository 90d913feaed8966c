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

/// How often each kind of document is spoilt. A whole pack takes ten times as long as a part of it,
/// and all three together as long as a run of the tests can wait.
constexpr std::uint64_t request_seeds = 10'000;
constexpr std::uint64_t part_seeds = 4'000;
constexpr std::uint64_t pack_seeds = 150;

/// What asks for the check of a pack.
Json check_of(const Json& pack) { return {{"call", "check"}, {"document", pack}}; }

/// Of every list the first and the last entry: an open tier, and a band without a bound, stay last.
void shorten(Json& value) {
  if (value.is_array() && value.size() > 2) value = Json::array({value.front(), value.back()});
  for (auto& child : value) {
    if (child.is_structured()) shorten(child);
  }
}

/// The checks of short packs, good ones, each with what every pack has and one of the parts that it
/// may have.
std::vector<Json> packs_of_parts() {
  const Json whole = Json::parse(test::pack_text());
  Json least;
  std::vector<std::string> parts;
  for (const auto& [name, part] : whole.items()) {
    const bool required = name == "provenance" || name == "metrics" || name == "trial" ||
                          name == "commission" || name == "scorecard" || !part.is_structured() ||
                          name == "label";
    if (required) {
      least[name] = part;
    } else if (name != "roles") {
      parts.push_back(name);
    }
  }
  const Json origin = whole["provenance"].front();
  least["provenance"] = {{"trial.plan", origin}};
  shorten(least);
  std::vector<Json> packs;
  for (const std::string& name : parts) {
    Json pack = least;
    pack[name] = whole[name];
    shorten(pack[name]);
    // Levels that meet, and roles that do things, are named in other parts.
    if (name == "crisis" || name == "cadence" || name == "actions") pack["roles"] = whole["roles"];
    packs.push_back(check_of(pack));
  }
  return packs;
}

/// Spoils the pack of such a request in one to three ways and asks.
std::string wrong_after(const test::Spoiler& spoiler, Json request, std::uint64_t seed,
                        json::PackStore& store) {
  Pcg32 random(seed);
  for (std::uint64_t i = random.below(3) + 1; i > 0; --i) {
    spoiler.spoil_pack(request["document"], random);
  }
  return wrong_with(
      json::evaluate(request.dump(-1, ' ', false, Json::error_handler_t::replace), store));
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
  for (std::uint64_t seed = 0; seed < request_seeds; ++seed) {
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
  const Json good = check_of(Json::parse(test::pack_text()));
  for (std::uint64_t seed = 0; seed < pack_seeds; ++seed) {
    const std::string wrong = wrong_after(spoiler, good, seed, store);
    INFO("seed " << seed);
    REQUIRE(wrong == "");
  }
}

TEST_CASE("so are thousands of short packs, each with another of a pack's parts") {
  json::PackStore store;
  const test::Spoiler spoiler({});
  const std::vector<Json> packs = packs_of_parts();
  REQUIRE(packs.size() > 10);
  for (const Json& pack : packs) {
    const Json answer = Json::parse(json::evaluate(pack.dump(), store));
    INFO(answer.dump());
    REQUIRE(answer["ok"] == true);
  }
  for (std::uint64_t seed = 0; seed < part_seeds; ++seed) {
    const std::string wrong = wrong_after(spoiler, packs[seed % packs.size()], seed, store);
    INFO("seed " << seed);
    REQUIRE(wrong == "");
  }
}
