#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

#include "support/linted.hpp"
#include "support/property.hpp"

using test::Json;

namespace {

const Json& shipped(std::size_t which) {
  static const std::vector<Json> packs = [] {
    std::vector<Json> all;
    for (const char* name : {"insurance-data", "used-car", "parts-supplier"}) {
      all.push_back(Json::parse(test::file(std::string("core/policies/") + name + ".json")));
    }
    return all;
  }();
  return packs[which % packs.size()];
}

/// Where a pack's rules hold figures.
std::vector<std::string> figures_of(const Json& pack) {
  std::vector<std::string> found;
  const std::function<void(const Json&, const std::string&)> walk = [&](const Json& node,
                                                                        const std::string& at) {
    if (node.is_number()) found.push_back(at);
    if (!node.is_structured()) return;
    for (const auto& [key, value] : node.items()) walk(value, at + "/" + key);
  };
  walk(pack, "");
  return found;
}

/// A shipped pack with some of its figures changed as people change them: another one's value, a
/// little more, half, ten times, nothing.
Json edited(std::int64_t seed) {
  std::mt19937_64 random(static_cast<std::uint64_t>(seed));
  const auto below = [&](std::size_t end) { return static_cast<std::size_t>(random() % end); };
  Json pack = shipped(below(3));
  const std::vector<std::string> figures = figures_of(pack);
  for (std::size_t left = 1 + below(5); left > 0; --left) {
    // A neighbour's figure is the likeliest mistake.
    const std::size_t at = below(figures.size());
    const std::size_t near = std::min(at + 1, figures.size() - 1);
    Json& figure = pack[Json::json_pointer(figures[at])];
    const Json other = pack[Json::json_pointer(figures[near])];
    const double value = figure.get<double>();
    switch (below(6)) {
      case 0: figure = other; break;
      case 1: figure = std::round(value) + 1; break;
      case 2: figure = std::round(value) - 1; break;
      case 3: figure = std::round(value / 2); break;
      case 4: figure = value * 10; break;
      case 5: figure = 0; break;
    }
  }
  return pack;
}

}  // namespace

TEST_CASE("the change that a finding proposes removes it, whatever was edited before") {
  std::size_t tried = 0;
  CHECK(test::holds_for_all("remedies", 0, 1'000'000'000, [&](std::int64_t seed) {
    const Json pack = edited(seed);
    const Json answer = test::ask({{"call", "check"}, {"document", pack}});
    if (answer["ok"] == false) return true;
    const Json& findings = answer["result"]["findings"];
    for (const auto& finding : findings) {
      const Json& params = finding["params"];
      const auto fail = [&](const char* what) {
        WARN(seed << ": " << what << ": " << finding.dump());
        return false;
      };
      if (!params.contains("fix")) return fail("no change is proposed");
      const Json after = test::ask({{"call", "check"}, {"document", test::mended(pack, params)}});
      if (after["ok"] == false) return fail("the change brings an error");
      ++tried;
      if (test::count(after["result"]["findings"], finding) >= test::count(findings, finding)) {
        return fail("the change does not remove it");
      }
    }
    return true;
  }));
  CHECK(tried > 50);
}

TEST_CASE("weights that make no hundred become their shares of it, which make one") {
  // 40, 90, 60 and what is no round share, and next to nothing.
  for (const char* last : {"10", "33.33", "0.1"}) {
    Json pack = shipped(0);
    Json& items = pack["/trial/score/metrics"_json_pointer];
    items[1]["weight"] = 90;
    items[2]["weight"] = 60;
    items[3]["weight"] = Json::parse(last);
    const Json findings = test::findings_of(pack);
    const auto told = std::find_if(findings.begin(), findings.end(), [](const Json& finding) {
      return finding["code"] == "weights_not_hundred";
    });
    REQUIRE(told != findings.end());
    const Json after = test::mended(pack, (*told)["params"]);
    CHECK(test::count(test::findings_of(after), *told) == 0);
    double hundredths = 0;
    for (const auto& item : after["/trial/score/metrics"_json_pointer]) {
      hundredths += std::round(item["weight"].get<double>() * 100);
    }
    CHECK(hundredths == 10'000);
  }
}
