// Every figure that opens its explanation must be what the explanation gives: the steps behind a
// number are reckoned anew here, from their own inputs, for every golden request.

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "support/explained.hpp"

using namespace allymark;
using test::Json;

namespace {

/// The inputs of a step: figures by name, and in their order.
struct Inputs {
  std::map<std::string, double> named;
  std::vector<double> all;
  std::vector<std::string> names;

  explicit Inputs(const Json& inputs) {
    for (const auto& input : inputs) {
      if (!input["value"].is_number()) continue;
      names.push_back(input["name"].get<std::string>());
      all.push_back(input["value"].get<double>());
      named[names.back()] = all.back();
    }
  }
  /// Not a number where there is none of the name: then nothing equals it.
  double operator()(const char* name) const {
    const auto found = named.find(name);
    return found == named.end() ? std::nan("") : found->second;
  }
  bool has(const char* name) const { return named.count(name) > 0; }
  double sum() const {
    double total = 0;
    for (const double value : all) total += value;
    return total;
  }
  /// Each figure by the weight that is named after it.
  double weighted_mean() const {
    double total = 0;
    double weights = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto weight = named.find(names[i] + ".weight");
      if (weight == named.end()) continue;
      total += all[i] * weight->second;
      weights += weight->second;
    }
    return total / weights;
  }
};

using Reckon = double (*)(const Inputs&);

/// What each operation does, said a second time and in floating point.
const std::map<std::string, Reckon>& operations() {
  static const std::map<std::string, Reckon> known = {
      {"sum_of_lines", [](const Inputs& in) { return in.sum(); }},
      {"sum_of_ideas", [](const Inputs& in) { return in.sum(); }},
      {"marginal", [](const Inputs& in) { return in.sum(); }},
      {"all_units", [](const Inputs& in) { return in.sum(); }},
      {"excess_at_reached", [](const Inputs& in) { return in.sum(); }},
      {"quantity_times_rate", [](const Inputs& in) { return in("quantity") * in("rate"); }},
      {"shortfall_charge",
       [](const Inputs& in) {
         return in.has("quantity") ? -in("quantity") * in("rate") : in.sum();
       }},
      {"per_unit", [](const Inputs& in) { return in("net") / in("volume"); }},
      {"difference_of_neighbours", [](const Inputs& in) { return in("after") - in("before"); }},
      {"net_of_reading", [](const Inputs& in) { return in("gross") + in("deducted"); }},
      {"deduction", [](const Inputs& in) { return -in("base") * in("percent") / 100; }},
      {"claw_back", [](const Inputs& in) { return -in("base") * in("percent") / 100; }},
      {"percent_of_amount", [](const Inputs& in) { return in("base") * in("percent") / 100; }},
      {"less_cancelled", [](const Inputs& in) { return in("signed") - in("cancelled"); }},
      {"percent_of_target",
       [](const Inputs& in) {
         return in.has("percent") ? in("target") * in("percent") / 100
                                  : 100 * in("volume") / in("target");
       }},
      {"due_less_due_before", [](const Inputs& in) { return in("due") - in("dueBefore"); }},
      {"year_less_payments", [](const Inputs& in) { return in("yearNet") - in("payments"); }},
      {"share_of_count", [](const Inputs& in) { return 100 * in("part") / in("all"); }},
      {"coverage",
       [](const Inputs& in) {
         return (100 * in("met") + in("partlyCounts") * in("partly")) / in("known");
       }},
      {"deviation", [](const Inputs& in) { return (in("value") - in("target")) / in("target"); }},
      {"deviation_flipped",
       [](const Inputs& in) { return (in("target") - in("value")) / in("target"); }},
      {"curve", [](const Inputs& in) { return in("base") * (1 + in("gain") * in("deviation")); }},
      {"clamp",
       [](const Inputs& in) { return std::min(std::max(in("uncapped"), in("floor")), in("cap")); }},
      {"round_half_up", [](const Inputs& in) { return std::floor(in.sum() + 0.5); }},
      {"weighted_mean", [](const Inputs& in) { return in.weighted_mean(); }},
      {"value_less_limit", [](const Inputs& in) { return in("value") - in("limit"); }},
      {"limit_less_value", [](const Inputs& in) { return in("limit") - in("value"); }},
      {"invested_less_earned",
       [](const Inputs& in) { return std::max(0.0, in("invested") - in("earned")); }},
      {"sum_by_rate",
       [](const Inputs& in) { return std::ceil(in.all.front() / in("rate") - 1e-9); }},
      {"uncovered_by_income",
       [](const Inputs& in) {
         // What is covered needs no month, even where nothing comes in.
         return in("uncovered") == 0 ? 0 : in("uncovered") / in("incomePerMonth");
       }},
  };
  return known;
}

}  // namespace

TEST_CASE("the inputs of a step give its value when they are reckoned anew") {
  std::map<std::string, int> reckoned;
  test::each_explained([&](const Json& result) {
    for (const auto& explained : result["trace"].items()) {
      for (const auto& step : explained.value()) {
        const std::string op = step["op"];
        const auto known = operations().find(op);
        if (known == operations().end() || !step["value"].is_number()) continue;
        ++reckoned[op];
        const double value = step["value"].get<double>();
        const double anew = known->second(Inputs(step["inputs"]));
        // Inputs and values are shown rounded: percentages and months to fewer places.
        const double margin =
            (op == "uncovered_by_income" ? 0.051 : 0.0051) + std::fabs(value) * 1e-6;
        if (std::fabs(value - anew) <= margin) continue;
        // Where only the larger breach counts, or all of them reach the whole, less is taken.
        if (op == "deduction" && value <= 0 && value > anew) continue;
        INFO(explained.key() << ": " << step.dump());
        CHECK(value == anew);
      }
    }
  });
  // Every operation is met, or nothing is shown of it.
  for (const auto& operation : operations()) {
    INFO(operation.first);
    CHECK(reckoned[operation.first] > 0);
  }
}

TEST_CASE("the last step behind a number gives the number that the result shows") {
  int compared = 0;
  test::each_explained([&](const Json& result) {
    for (const auto& explained : result["trace"].items()) {
      const Json::json_pointer at(explained.key());
      const Json& last = explained.value().back()["value"];
      if (!last.is_number() || !result.contains(at) || !result[at].is_number()) continue;
      ++compared;
      const double shown = result[at].get<double>();
      if (std::fabs(shown - last.get<double>()) <= 0.0051) continue;
      INFO(explained.key() << ": " << explained.value().back().dump());
      CHECK(shown == last.get<double>());
    }
  });
  CHECK(compared > 4000);
}
