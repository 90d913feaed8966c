// What a reader sees when a number opens: every number that has an explanation shows it, with the
// inputs its operation needs, each in its unit, and what is decided follows from what is shown.

#include <cctype>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "support/explained.hpp"

using namespace allymark;
using test::Json;

namespace {

std::vector<std::string> parts(const std::string& text, char between) {
  std::vector<std::string> result(1);
  for (const char sign : text) {
    if (sign == between) {
      result.emplace_back();
    } else {
      result.back() += sign;
    }
  }
  return result;
}

/// "/ranking/2/score" as "/ranking/*/score".
std::string kind_of(const std::string& pointer) {
  std::string result;
  for (const auto& part : parts(pointer, '/')) {
    if (part.empty()) continue;
    const bool index = std::isdigit(static_cast<unsigned char>(part[0])) != 0;
    result += '/' + (index ? std::string("*") : part);
  }
  return result;
}

std::string operations_of(const Json& steps) {
  std::string result;
  for (const auto& step : steps) {
    if (!result.empty()) result += ' ';
    result += step["op"].get<std::string>();
  }
  return result;
}

/// Numbers and decisions that open, and the operations behind each, in order; "|" between readings.
const std::map<std::string, std::string>& openings() {
  static const char* curve = "deviation curve clamp|deviation_flipped curve clamp|knots";
  static const char* deduct = "add|multiply|larger";
  static const std::map<std::string, std::string> known = {
      {"/ranking/*/verdict", "count_criteria"},
      {"/ranking/*/score", "weighted_mean"},
      {"/ranking/*/shownScore", "round_half_up"},
      {"/ranking/*/metrics/*/score", curve},
      {"/ranking/*/metrics/*/evidence/low", "wilson_low"},
      {"/ranking/*/metrics/*/evidence/high", "wilson_high"},
      {"/stability/*/share", "share_of_weightings"},
      {"/trial/verdict", "count_criteria"},
      {"/trial/score", "weighted_mean"},
      {"/trial/shownScore", "round_half_up"},
      {"/trial/metrics/*/score", curve},
      {"/trial/metrics/*/evidence/low", "wilson_low"},
      {"/trial/metrics/*/evidence/high", "wilson_high"},
      {"/scorecard/metrics/*/score", curve},
      {"/scorecard/metrics/*/shownScore", "round_half_up"},
      {"/scorecard/total", "weighted_mean"},
      {"/scorecard/shownTotal", "round_half_up"},
      {"/keyLevel/score", "level_mean"},
      {"/readiness/ability/mean", "weighted_mean"},
      {"/readiness/ability/withoutEvidence", "share_of_count"},
      {"/readiness/willingness/willing", "count_signals"},
      {"/readiness/needs/*/coverage", "coverage"},
      {"/diligence/screening/state", "screen"},
      {"/diligence/completeness", "share_of_count"},
      {"/diligence/groups/*/completeness", "share_of_count"},
      {"/diligence/state", "diligence_state"},
      {"/deducted", deduct},
      {"/net", "sum_of_lines"},
      {"/effectiveRate", "per_unit"},
      {"/cliffs/*/amount", "difference_of_neighbours"},
      {"/readings/*/net", "net_of_reading"},
      {"/agreement/deducted", deduct},
      {"/agreement/net", "sum_of_lines"},
      {"/agreement/effectiveRate", "per_unit"},
      {"/agreement/cliffs/*/amount", "difference_of_neighbours"},
      {"/agreement/readings/*/net", "net_of_reading"},
      {"/stopLoss/uncovered", "invested_less_earned"},
      {"/stopLoss/verdict", "recover_against_left|uncovered_against_stop_loss"},
      {"/cadence/next/*/due", "start_plus_months"},
  };
  return known;
}

void each_value(const Json& value, const std::string& at,
                const std::function<void(const std::string&, const Json&)>& visit) {
  if (value.is_object()) {
    for (const auto& member : value.items()) {
      if (at.empty() && (member.key() == "trace" || member.key() == "findings")) continue;
      each_value(member.value(), at + '/' + member.key(), visit);
    }
  } else if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      each_value(value[i], at + '/' + std::to_string(i), visit);
    }
  } else if (!value.is_null()) {
    visit(at, value);
  }
}

/// The inputs of each operation with their units, in order. `?` is one unit, the same for all that
/// have it; `*` is any number of inputs; "|" stands between what an operation may have instead.
const std::map<std::string, std::string>& inputs_of_operations() {
  static const char* against =
      "value:? threshold:?|volume:? target:?|value:? target:?|volume:? threshold:?";
  static const char* breach = "value:? above:?|value:? below:?";
  static const char* deduction =
      "value:? above:? percent:percent base:yuan|value:? below:? percent:percent base:yuan";
  static const char* measured =
      "strategicValue:stars substitutability:stars investment:stars *:weight|"
      "strategicValue:stars substitutability:stars *:weight|"
      "strategicValue:stars investment:stars *:weight|strategicValue:stars *:weight";
  static const std::map<std::string, std::string> known = {
      {"able", "mean:stars atLeast:stars reputation:stars minimum:stars|mean:stars atLeast:stars"},
      {"above", against},
      {"add", "gross:yuan"},
      {"all_units", "*:yuan"},
      {"at_least", against},
      {"at_most", against},
      {"band", "shownTotal:points excellent:points good:points fair:points"},
      {"below_share_of_target", "units:units needed:units"},
      {"clamp", "uncapped:points floor:points cap:points"},
      {"claw_back", "month:months percent:percent base:yuan"},
      {"count_criteria", "passed:criteria missed:criteria notMeasured:criteria redLines:criteria"},
      {"count_signals", "yes:signals unknown:signals atLeast:signals"},
      {"coverage", "met:needs partly:needs partlyCounts:percent known:needs"},
      {"crisis_event", "date: event:"},
      {"curve", "base:points gain: deviation:"},
      {"days_since", "due: asOf:"},
      {"days_to", "date: asOf:"},
      {"days_until", "from: clockDays:days ends:"},
      {"deduction", deduction},
      {"deduction_not_due", deduction},
      {"deduction_not_measured",
       "above:? percent:percent base:yuan|below:? percent:percent base:yuan"},
      {"deviation", "value:? target:?"},
      {"deviation_flipped", "value:? target:?"},
      {"difference_of_neighbours", "after:yuan before:yuan"},
      {"diligence_state", "vetoes: open: doubts:"},
      {"due_less_due_before", "due:yuan dueBefore:yuan"},
      {"end_less_notice", "end: noticeDays:days"},
      {"excess_at_reached", "*:yuan"},
      {"flat", "*:yuan"},
      {"flat_amount", "rate:yuan"},
      {"interpolate", "*:yuan"},
      {"invested_less_earned", "invested:yuan earned:yuan"},
      {"larger", "gross:yuan"},
      {"less_cancelled", "signed:? cancelled:?"},
      {"level_by_features", "features:features"},
      {"level_by_mean", "score:stars"},
      {"level_by_stars", "strategicValue:stars"},
      {"level_mean", measured},
      {"limit_less_value", "value:? limit:?"},
      {"linear_ramp", "quantity:? from:? upTo:?|*:yuan"},
      {"marginal", "*:yuan"},
      {"multiply", "gross:yuan"},
      {"net_of_reading", "gross:yuan deducted:yuan"},
      {"one_level_down", "substitutability:stars"},
      {"one_level_up", "substitutability:stars investment:stars"},
      {"overridden", "reason:text"},
      {"per_unit", "net:yuan volume:?"},
      {"percent_of_amount", "base:yuan percent:percent|quantity:? percent:percent base:yuan"},
      {"percent_of_target", "target:units percent:percent|volume:units target:units"},
      {"quantity_times_rate", "quantity:? rate:yuan_per_unit"},
      {"recover_against_left",
       "monthsToRecover:months monthsLeft:months watchPercent:percent|"
       "incomePerMonth:yuan monthsLeft:months"},
      {"red_line_clear", breach},
      {"red_line_crossed", breach},
      {"round_half_up", "score:points|total:points"},
      {"screen", "yes: no: unknown:"},
      {"share_of_count", "part: all:"},
      {"share_of_weightings", "above: below: draws:draws"},
      {"start_plus_months", "start: everyMonths:months"},
      {"sum_by_rate", "invested:yuan rate:yuan_per_unit|plannedTotal:yuan rate:yuan_per_unit"},
      {"sum_of_lines", "*:yuan"},
      {"uncovered_against_stop_loss", "uncovered:yuan stopLoss:yuan"},
      {"uncovered_by_income", "uncovered:yuan incomePerMonth:yuan"},
      {"value_less_limit", "value:? limit:?"},
      {"wilson_high", "events:people of:people confidence:percent"},
      {"wilson_low", "events:people of:people confidence:percent"},
      {"year_less_payments", "yearNet:yuan payments:yuan"},
  };
  return known;
}

bool has_inputs(const Json& inputs, const std::string& wanted) {
  std::string common = "?";
  std::size_t i = 0;
  for (const auto& one : wanted.empty() ? std::vector<std::string>() : parts(wanted, ' ')) {
    const std::string name = one.substr(0, one.find(':'));
    const std::string unit = one.substr(one.find(':') + 1);
    const auto unit_at = [&](std::size_t at) { return inputs[at].value("unit", std::string()); };
    if (name == "*") {
      while (i < inputs.size() && unit_at(i) == unit) ++i;
      continue;
    }
    if (i == inputs.size() || inputs[i]["name"] != name) return false;
    if (unit == "?" && common == "?") common = unit_at(i);
    if (unit_at(i) != (unit == "?" ? common : unit)) return false;
    ++i;
  }
  return i == inputs.size();
}

/// A step's inputs by name; of several alike the last.
std::map<std::string, double> figures(const Json& step) {
  std::map<std::string, double> result;
  for (const auto& input : step["inputs"]) {
    if (input["value"].is_number()) result[input["name"]] = input["value"].get<double>();
  }
  return result;
}

/// What a step must have decided, said a second time; empty where it is no decision.
std::string decided(const Json& step) {
  const std::string op = step["op"];
  auto in = figures(step);
  const auto of = [&](const char* a, const char* b) { return in.count(a) > 0 ? in[a] : in[b]; };
  const double value = of("value", "volume");
  const double bound = of("threshold", "target");
  if (op == "at_least") return value >= bound ? "met" : "missed";
  if (op == "at_most") return value <= bound ? "met" : "missed";
  if (op == "above") return value > bound ? "met" : "missed";
  if (op == "uncovered_against_stop_loss") return in["uncovered"] >= in["stopLoss"] ? "stop" : "-";
  if (op == "recover_against_left" && in.count("monthsToRecover") == 0) {
    return in["incomePerMonth"] <= 0 ? "stop" : "-";
  }
  if (op == "recover_against_left") {
    // The months are shown with one decimal: where that hides on which side they lie, nothing is
    // said.
    const double watched = in["monthsLeft"] * in["watchPercent"] / 100;
    const double months = in["monthsToRecover"];
    if (months != 0 &&
        (std::abs(months - watched) < 0.06 || std::abs(months - in["monthsLeft"]) < 0.06))
      return {};
    return months == 0                 ? "go_on"
           : months > in["monthsLeft"] ? "stop"
           : months > watched          ? "watch"
                                       : "go_on";
  }
  if (op == "count_signals") {
    if (in["yes"] >= in["atLeast"]) return "yes";
    return in["yes"] + in["unknown"] < in["atLeast"] ? "no" : "unknown";
  }
  if (op == "screen") {
    if (in["no"] > 0) return "rejected";
    return in["unknown"] > 0 ? "unverified" : "passed";
  }
  if (op == "diligence_state") {
    if (in["vetoes"] > 0) return "vetoed";
    if (in["open"] > 0) return "open";
    return in["doubts"] > 0 ? "doubtful" : "passed";
  }
  if (op == "band") {
    for (const char* grade : {"excellent", "good", "fair"}) {
      if (in["shownTotal"] >= in[grade]) return grade;
    }
    return "poor";
  }
  return {};
}

/// Whether a limit is beyond, where a step says that it is or is not.
bool breached(const Json& step) {
  auto in = figures(step);
  return in.count("above") > 0 ? in["value"] > in["above"] : in["value"] < in["below"];
}

}  // namespace

TEST_CASE("every number that opens shows the operations behind it") {
  std::map<std::string, int> seen;
  test::each_explained([&](const Json& result) {
    const Json& trace = result["trace"];
    each_value(result, "", [&](const std::string& at, const Json&) {
      const auto known = openings().find(kind_of(at));
      if (known == openings().end()) return;
      ++seen[known->first];
      INFO(at);
      REQUIRE(trace.contains(at));
      const std::string found = operations_of(trace[at]);
      bool any = false;
      for (const auto& one : parts(known->second, '|')) any = any || one == found;
      INFO(found);
      CHECK(any);
    });
  });
  for (const auto& opening : openings()) {
    INFO(opening.first);
    CHECK(seen[opening.first] > 0);
  }
}

TEST_CASE("a trial's figure opens where it is a criterion's, and only there") {
  int criteria = 0;
  int noted = 0;
  test::each_explained([&](const Json& result) {
    const auto look = [&](const Json& trial, const std::string& at) {
      if (!trial.is_object()) return;
      for (std::size_t i = 0; i < trial["metrics"].size(); ++i) {
        const Json& row = trial["metrics"][i];
        const std::string place = at + "/metrics/" + std::to_string(i) + "/value";
        const bool opens = row["role"] == "criterion" && !row["value"].is_null();
        (opens ? criteria : noted) += 1;
        INFO(place);
        CHECK(result["trace"].contains(place) == opens);
        if (opens) CHECK(result["trace"][place].back()["value"] == row["state"]);
      }
    };
    look(result.value("trial", Json()), "/trial");
    const Json ranking = result.value("ranking", Json::array());
    for (std::size_t i = 0; i < ranking.size(); ++i) {
      look(ranking[i], "/ranking/" + std::to_string(i));
    }
  });
  CHECK(criteria > 0);
  CHECK(noted > 0);
}

TEST_CASE("an operation has the inputs that it needs, each in its unit") {
  std::set<std::string> seen;
  test::each_explained([&](const Json& result) {
    for (const auto& explained : result["trace"].items()) {
      for (const auto& step : explained.value()) {
        const auto known = inputs_of_operations().find(step["op"].get<std::string>());
        if (known == inputs_of_operations().end()) continue;
        seen.insert(known->first);
        bool any = false;
        for (const auto& one : parts(known->second, '|')) {
          any = any || has_inputs(step["inputs"], one);
        }
        if (any) continue;
        INFO(explained.key() << ": " << step.dump());
        CHECK(any);
      }
    }
  });
  for (const auto& operation : inputs_of_operations()) {
    INFO(operation.first);
    CHECK(seen.count(operation.first) == 1);
  }
}

TEST_CASE("what a step decides follows from what it shows") {
  std::map<std::string, int> seen;
  test::each_explained([&](const Json& result) {
    for (const auto& explained : result["trace"].items()) {
      for (const auto& step : explained.value()) {
        const std::string op = step["op"];
        const std::string anew = decided(step);
        INFO(explained.key() << ": " << step.dump());
        if (!anew.empty()) {
          ++seen[op + ' ' + anew];
          CHECK(step["value"] == anew);
        } else if (op == "deduction" || op == "red_line_crossed") {
          ++seen[op];
          CHECK(breached(step));
        } else if (op == "deduction_not_due" || op == "red_line_clear") {
          ++seen[op];
          CHECK(!breached(step));
        }
      }
    }
  });
  for (const char* each : {"at_least met",
                           "at_least missed",
                           "at_most met",
                           "at_most missed",
                           "count_signals yes",
                           "count_signals no",
                           "count_signals unknown",
                           "screen passed",
                           "screen rejected",
                           "screen unverified",
                           "recover_against_left go_on",
                           "recover_against_left watch",
                           "recover_against_left stop",
                           "uncovered_against_stop_loss stop",
                           "diligence_state vetoed",
                           "diligence_state open",
                           "diligence_state passed",
                           "band excellent",
                           "band good",
                           "band fair",
                           "band poor",
                           "deduction",
                           "deduction_not_due",
                           "red_line_crossed",
                           "red_line_clear"}) {
    INFO(each);
    CHECK(seen[each] > 0);
  }
}

TEST_CASE("a step gives its number to the places that the result shows") {
  int exact = 0;
  test::each_explained([&](const Json& result) {
    for (const auto& explained : result["trace"].items()) {
      const Json::json_pointer at(explained.key());
      const Json& last = explained.value().back();
      if (!last["value"].is_number() || !result.contains(at) || !result[at].is_number()) continue;
      // Points are shown rounded and explained in full: they are added unrounded.
      if (last["unit"] == "points" || last["op"] == "limit_less_value") continue;
      ++exact;
      INFO(explained.key() << ": " << last.dump());
      CHECK(last["value"] == result[at]);
    }
  });
  CHECK(exact > 3000);
}

TEST_CASE("a mean that is compared is the mean that is shown") {
  int compared = 0;
  test::each_explained([&](const Json& result) {
    for (const auto& explained : result["trace"].items()) {
      for (const auto& step : explained.value()) {
        const char* shown = step["op"] == "able"            ? "/readiness/ability/mean"
                            : step["op"] == "level_by_mean" ? "/keyLevel/score"
                                                            : nullptr;
        if (shown == nullptr) continue;
        ++compared;
        INFO(step.dump());
        CHECK(step["inputs"][0]["value"] == result[Json::json_pointer(shown)]);
      }
    }
  });
  CHECK(compared > 0);
}
