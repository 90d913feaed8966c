#pragma once
// Scorecard rules: what a month is scored on, the bands of the total, and the red lines that cap a
// grade (DOMAIN 5). All of it is data of the pack.

#include "allymark/measure/band.hpp"
#include "allymark/measure/curve.hpp"

namespace allymark {

struct MonthlyMetric {
  std::string metric;
  std::string group;
  Decimal target;
  Decimal weight;
  Decimal gain;
  List<Knot> knots;  ///< in place of the curve, when there are any
};

/// Crossing the limit caps the grade.
struct ScorecardRedLine {
  std::string metric;
  Limit limit;
  Grade caps = Grade::poor;
};

struct ScorecardRules {
  ScoreCurve curve;
  Keyed<Label> groups;
  List<MonthlyMetric> metrics;
  List<Band> bands;
  List<ScorecardRedLine> red_lines;
  Decimal minimum_coverage;  ///< percent of the weight below which there is no grade
  std::int64_t mean_months = 0;
  std::int64_t history_months = 0;
  Decimal on_target;  ///< months with a shown total below it are counted
};

/// Errors of a pack's scorecard, with paths below `at`: no metrics, an unknown metric or group, a
/// target of 0, weights that sum to 0, and faults of knots, bands or red lines.
void check(const ScorecardRules& rules, const Keyed<MetricDefinition>& metrics, const Place& at,
           Errors& errors);

template <>
struct Describe<MonthlyMetric> {
  static constexpr const char* name = "monthly_metric";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(MonthlyMetric, metric, "metric")
          .required()
          .says(ALLYMARK_DOC("id of a metric of the pack")),
      ALLYMARK_FIELD(MonthlyMetric, group, "group").required().says(ALLYMARK_DOC("id of a group")),
      ALLYMARK_FIELD(MonthlyMetric, target, "target")
          .required()
          .says(ALLYMARK_DOC("the figure that scores the curve's base")),
      ALLYMARK_FIELD(MonthlyMetric, weight, "weight")
          .required()
          .between<0, 1'000'000>()
          .says(ALLYMARK_DOC("weight; divided by the sum of weights")),
      ALLYMARK_FIELD(MonthlyMetric, gain, "gain")
          .required()
          .between<0, 1000>()
          .says(ALLYMARK_DOC("steepness k of the curve; not used where there are knots")),
      ALLYMARK_FIELD(MonthlyMetric, knots, "knots")
          .at_most_long(50)
          .says(ALLYMARK_DOC("scores by figure, straight between them, in place of the curve")),
  };
};
template <>
struct Describe<ScorecardRedLine> {
  static constexpr const char* name = "scorecard_red_line";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(ScorecardRedLine, metric, "metric")
          .required()
          .says(ALLYMARK_DOC("id of a metric of the pack")),
      ALLYMARK_FIELD(ScorecardRedLine, limit.above, "above")
          .says(ALLYMARK_DOC("crossed when strictly above")),
      ALLYMARK_FIELD(ScorecardRedLine, limit.below, "below")
          .says(ALLYMARK_DOC("crossed when strictly below")),
      ALLYMARK_FIELD(ScorecardRedLine, caps, "caps")
          .required()
          .says(ALLYMARK_DOC("best grade still possible")),
  };
};
template <>
struct Describe<ScorecardRules> {
  static constexpr const char* name = "scorecard_rules";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(ScorecardRules, curve, "curve").required().says(ALLYMARK_DOC("score curve")),
      ALLYMARK_FIELD(ScorecardRules, groups, "groups")
          .required()
          .at_most_long(50)
          .says(ALLYMARK_DOC("names of the groups of metrics")),
      ALLYMARK_FIELD(ScorecardRules, metrics, "metrics")
          .required()
          .at_most_long(50)
          .says(ALLYMARK_DOC("scored metrics")),
      ALLYMARK_FIELD(ScorecardRules, bands, "bands")
          .required()
          .at_most_long(4)
          .says(ALLYMARK_DOC("grades, best first")),
      ALLYMARK_FIELD(ScorecardRules, red_lines, "redLines")
          .at_most_long(50)
          .says(ALLYMARK_DOC("figures that cap the grade")),
      ALLYMARK_FIELD(ScorecardRules, minimum_coverage, "minimumCoverage")
          .required()
          .between<0, 100>()
          .says(ALLYMARK_DOC("percent of the weight that a grade needs")),
      ALLYMARK_FIELD(ScorecardRules, mean_months, "meanMonths")
          .required()
          .between<1, 120>()
          .says(ALLYMARK_DOC("months in the moving mean")),
      ALLYMARK_FIELD(ScorecardRules, history_months, "historyMonths")
          .required()
          .between<1, 120>()
          .says(ALLYMARK_DOC("months shown back")),
      ALLYMARK_FIELD(ScorecardRules, on_target, "onTarget")
          .required()
          .between<0, 1000>()
          .says(ALLYMARK_DOC("a month below this shown total counts as below")),
  };
};

}  // namespace allymark
