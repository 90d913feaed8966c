// Published figures of scoring systems and statistics, replayed by our measures. A model that no
// rule of ours states is listed with the reason.

#include <map>

#include "allymark/measure/band.hpp"
#include "allymark/measure/curve.hpp"
#include "allymark/measure/interval.hpp"
#include "allymark/measure/weighting.hpp"
#include "support/cases.hpp"
#include "support/values.hpp"

using namespace allymark;
using test::d;
using test::Json;

namespace {

/// Methods that no rule of ours states, and why.
const std::map<std::string, std::string> not_replayed = {
    {"weighted_sum_reciprocal_inversion_sum_normalised", "scores relative to the other candidates"},
    {"weighted_product_log10", "multiplies; our composite adds"},
    {"topsis_vector_norm", "scores by the distance from the best of the candidates"},
    {"topsis_minmax_norm", "scores by the distance from the best of the candidates"},
    {"spotis", "scores by the distance from an ideal point"},
    {"spotis_expected_solution_point", "scores by the distance from an ideal point"},
    {"ahp_eigenvector", "derives weights from pairwise comparisons; ours are stated"},
    {"ahp_consistent_matrix", "derives weights from pairwise comparisons; ours are stated"},
    {"newcombe_difference_95", "interval of a difference; candidates are not tested in pairs"},
    {"exact_binomial_p_value", "two-sided p-value; ours is a one-sided bound on a threshold"},
    {"always_valid_sequential_ci", "for looking at a trial again and again"},
    {"delta_method_variance", "variance of a ratio of means"},
    {"trial_decision_rules", "decides by lift over a control group; ours by fixed thresholds"},
    {"decision_table_unique", "tables of conditions"},
    {"decision_table_first", "tables of conditions"},
    {"decision_table_collect_min", "tables of conditions"},
    {"decision_table_collect_sum", "tables of conditions"},
    {"decision_table_priority", "tables of conditions"},
    {"first_hit_tables_then_expression", "tables of conditions"},
    {"trigger_severity_escalation_chain", "tables of conditions"},
    {"points_scorecard_reason_codes_points_below", "adds points by class to a start"},
    {"formula_validation", "our rules are figures, not formulas"},
    {"two_control_point_log_normal_curve", "log-normal curve; ours are linear"},
};
/// Single figures of a method that is replayed otherwise, and why.
const std::map<std::string, std::string> not_replayed_either = {
    {"erpnext-standing-100", "has no band at 100; our best band is open"},
    {"lighthouse-mean-null", "a missing value voids the mean; ours is left out"},
};

Decimal figure(const Json& value) { return d(value.dump()); }

List<Weighted> items_of(const Json& values, const Json& weights) {
  List<Weighted> items;
  for (std::size_t i = 0; i < values.size(); ++i) {
    items.push_back({figure(weights[i]), figure(values[i])});
  }
  return items;
}

/// The weighted sum, which is the mean times the weights' sum.
void replay_sum(const Json& input, const Json& expected) {
  Decimal weights;
  for (const auto& weight : input["weights"]) weights = weights + figure(weight);
  std::size_t i = 0;
  for (const auto& row : input["matrix"]) {
    const auto mean = weighted_mean(items_of(row, input["weights"])).mean;
    CHECK((*mean * weights).rounded(6) == figure(expected["scores"][i++]));
  }
}

void replay_mean(const Json& input, const Json& expected) {
  List<Weighted> items;
  for (const auto& pair : input["items_score_weight"]) {
    items.push_back({figure(pair[1]), figure(pair[0])});
  }
  CHECK(weighted_mean(items).mean->rounded(2) == figure(expected));
}

void replay_wilson(const Json& input, const Json& expected, double tolerance) {
  const double quantile = normal_quantile(input["confidence"].get<double>() * 100);
  const Interval found = wilson(input["k"], input["n"], quantile);
  CHECK(found.low == Approx(expected[0].get<double>()).margin(tolerance));
  CHECK(found.high == Approx(expected[1].get<double>()).margin(tolerance));
}

void replay_exact(const Json& input, const Json& expected, double tolerance) {
  const double alpha = (1 - input["confidence"].get<double>()) / 2;
  const std::int64_t k = input["k"];
  const std::int64_t n = input["n"];
  CHECK(exact_lower_bound(k, n, alpha) == Approx(expected[0].get<double>()).margin(tolerance));
  CHECK(exact_upper_bound(k, n, alpha) == Approx(expected[1].get<double>()).margin(tolerance));
}

/// "(low..high]" by two limits: an open end is one that must be crossed.
void replay_interval(const Json& input, const Json& expected) {
  const std::string text = input["interval"];
  const std::size_t dots = text.find("..");
  const Decimal low = d(text.substr(1, dots - 1));
  const Decimal high = d(text.substr(dots + 2, text.size() - dots - 3));
  const Measured value = Measured::typed(figure(input["value"]));
  const bool after =
      text.front() == '(' ? Limit{low, {}}.crossed(value) : !Limit{{}, low}.crossed(value);
  const bool before =
      text.back() == ')' ? Limit{{}, high}.crossed(value) : !Limit{high, {}}.crossed(value);
  CHECK((after && before) == expected.get<bool>());
}

/// Our four grades stand for four named ranges, best first.
List<Band> bands_of(const List<Json>& best_first, std::size_t from) {
  List<Band> bands;
  for (std::size_t i = 0; i < best_first.size(); ++i) {
    Band band;
    band.grade = static_cast<Grade>(i);
    if (i + 1 < best_first.size()) band.from = figure(best_first[i][from]);
    band.action = best_first[i].back().get<std::string>();
    bands.push_back(band);
  }
  Errors errors;
  check(bands, {}, errors);
  CHECK(test::lines(errors).empty());
  return bands;
}

void replay_standing(const Json& input, const Json& expected) {
  const Json& list = input["standings"];
  const List<Json> best_first(std::make_reverse_iterator(list.end()),
                              std::make_reverse_iterator(list.begin()));
  CHECK(band_of(bands_of(best_first, 0), figure(input["score"])).action ==
        expected.get<std::string>());
}

void replay_range(const Json& input, const Json& expected) {
  const List<Json> ranges(input["ranges"].begin(), input["ranges"].end());
  const List<Band> bands = bands_of(ranges, 0);
  const Band& band = band_of(bands, figure(input["value"]));
  CHECK(band.action == expected[1].get<std::string>());
  CHECK(ranges[static_cast<std::size_t>(band.grade)][2] == expected[0]);
}

void replay_knots(const List<Knot>& knots, const Json& value, const Json& expected) {
  Errors errors;
  check(knots, {}, errors);
  CHECK(test::lines(errors).empty());
  CHECK(score(knots, figure(value)) == figure(expected));
}

/// Replays a vector; false when its method is none of ours.
bool replay(const Json& vector) {
  const std::string method = vector["method"];
  const Json& input = vector["input"];
  const Json& expected = vector["expected"];
  const Json& within = vector["tolerance"];
  const double tolerance = within.is_number() ? within.get<double>() : 0;
  if (method == "weighted_sum") {
    replay_sum(input, expected);
  } else if (method == "weighted_mean_2dp_na_excluded") {
    replay_mean(input, expected);
  } else if (method == "wilson_95") {
    replay_wilson(input, expected, tolerance);
  } else if (method == "clopper_pearson_95") {
    replay_exact(input, expected, tolerance);
  } else if (method == "interval_membership") {
    replay_interval(input, expected);
  } else if (method == "scorecard_standing") {
    replay_standing(input, expected);
  } else if (method == "range_lookup_score_and_grade") {
    replay_range(input, expected);
  } else if (method == "piecewise_linear_from_ideal_to") {
    replay_knots({{figure(input["from"]), d("0")},
                  {figure(input["ideal"]), d("100")},
                  {figure(input["to"]), d("0")}},
                 input["value"], expected);
  } else if (method == "piecewise_linear_two_thresholds") {
    // A third and two thirds of 10 at the two thresholds, 0 and 10 as far beyond them again.
    const Decimal red = figure(input["red_flag"]);
    const Decimal goal = figure(input["goal"]);
    const Decimal span = goal - red;
    replay_knots({{red - span, d("0")},
                  {red, d("3.333333333")},
                  {goal, d("6.666666667")},
                  {goal + span, d("10")}},
                 input["value"], expected);
  } else if (method == "ratio_score_higher_better") {
    const ScoreCurve curve{d("100"), d("0"), d("1000")};
    const auto found = Measured::typed(figure(input["actual"]));
    CHECK(score(curve, d("1"), Better::higher, figure(input["target"]), found).score ==
          figure(expected));
  } else {
    return false;
  }
  return true;
}

}  // namespace

TEST_CASE("published scores, means, intervals and bands come out, each within its tolerance") {
  const Json document = Json::parse(test::file("tests/cases/vectors-scoring.json"));
  std::map<std::string, int> listed;
  int replayed = 0;
  for (const auto& vector : document["vectors"]) {
    const std::string id = vector["id"];
    const std::string method = vector["method"];
    INFO(id << " of " << vector["source"]);
    if (not_replayed_either.count(id) > 0) {
      ++listed[id];
      continue;
    }
    const bool done = replay(vector);
    CHECK(done == (not_replayed.count(method) == 0));
    if (done) {
      ++replayed;
    } else {
      ++listed[method];
    }
  }
  CHECK(replayed == 27);
  CHECK(listed.size() == not_replayed.size() + not_replayed_either.size());
}
