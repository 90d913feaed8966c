#pragma once
// Scorecard: scores a month's figures and grades the rounded total; red lines cap the grade,
// missing figures are left out and the weights renormalised (DOMAIN 5). The last complete month on
// or before the date decides; a month without data stays a gap.

#include "allymark/base/finding.hpp"
#include "allymark/base/trace.hpp"
#include "allymark/manage/scorecard_rules.hpp"

namespace allymark {

/// What somebody else printed about a month; it is compared, never used.
struct MonthClaim {
  std::optional<Grade> grade;
  Maybe<Decimal> total;
};

/// A month as a dossier gives it.
struct MonthData {
  Month month;
  Keyed<Measurement> metrics;
  std::optional<MonthClaim> claimed;
};

struct ScorecardMetric {
  std::string metric;
  std::string group;
  const char* relation = "at_least";
  Maybe<Decimal> value;
  Unit unit = Unit::units;
  Decimal target;
  Maybe<Decimal> deviation;
  Decimal gain;
  Maybe<Decimal> uncapped;
  bool capped = false;
  Maybe<Decimal> score;
  Maybe<Decimal> shown_score;
  Decimal weight;
  Maybe<Decimal> contribution;
};

enum class LineState : std::uint8_t { clear, crossed, not_measured };
struct RedLineResult {
  std::string metric;
  Decimal limit;
  const char* relation = "above";
  Maybe<Decimal> value;
  Grade caps = Grade::poor;
  LineState state = LineState::not_measured;
};

enum class Ungraded : std::uint8_t { coverage, red_line_missing, no_data };

struct MonthPoint {
  Month month;
  Maybe<Decimal> total;
  Maybe<Decimal> shown_total;
  std::optional<Grade> grade;
};

struct BandResult {
  Grade grade = Grade::poor;
  Maybe<Decimal> from;
  Maybe<Decimal> below;
  std::string action;
};
struct ToNextGrade {
  Grade grade = Grade::excellent;
  Decimal points;
};
enum class Trend : std::uint8_t { up, down, flat };

struct Scorecard {
  Month month;
  Maybe<Decimal> total;
  Maybe<Decimal> shown_total;
  std::optional<Grade> band_grade;  ///< by the bands alone
  std::optional<Grade> grade;       ///< after red lines
  std::optional<Ungraded> ungraded;
  Decimal coverage;
  std::optional<std::string> action;
  List<RedLineResult> red_lines;
  std::optional<std::string> weakest;
  List<ScorecardMetric> metrics;
  List<BandResult> bands;
  std::optional<ToNextGrade> to_next_grade;
  List<MonthPoint> history;
  Maybe<Decimal> mean;  ///< of the last graded months
  std::optional<Trend> trend;
  std::int64_t months_below = 0;
  Origin curve_origin = Origin::assumed;  ///< of the score curve
};

/// Errors of a dossier's months against the pack, with paths below `at`.
void check(const List<MonthData>& months, const Keyed<MetricDefinition>& metrics, const Place& at,
           Errors& errors);

/// The card of `as_of_month` (absent = the last month there is), or nothing when there are no
/// months up to then. A month without data decides too: it has no grade, and an older one does not
/// stand in for it. Months need not be in order. Example: 580/500, 19.2/18, 74/70, 3.2/5, 16/24,
/// 0.3/1 totals 112.18, shown 112, good.
std::optional<Scorecard> score_months(const ScorecardRules& rules,
                                      const Keyed<MetricDefinition>& metrics,
                                      const List<MonthData>& months, Maybe<Month> as_of_month,
                                      const Place& at, Findings& findings);

/// Records the steps behind each score, the total and the grade.
void explain(const Scorecard& card, const ScorecardRules& rules, const Tracer& tracer);

template <>
struct Tokens<LineState> {
  static constexpr const char* names[] = {"clear", "crossed", "not_measured"};
};
template <>
struct Tokens<Ungraded> {
  static constexpr const char* names[] = {"coverage", "red_line_missing", "no_data"};
};
template <>
struct Tokens<Trend> {
  static constexpr const char* names[] = {"up", "down", "flat"};
};
template <>
struct Describe<MonthClaim> {
  static constexpr const char* name = "month_claim";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(MonthClaim, grade, "grade").says(ALLYMARK_DOC("the grade somebody printed")),
      ALLYMARK_FIELD(MonthClaim, total, "total")
          .between<0, 1000>()
          .says(ALLYMARK_DOC("the total somebody printed")),
  };
};
template <>
struct Describe<MonthData> {
  static constexpr const char* name = "month";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(MonthData, month, "month").required().says(ALLYMARK_DOC("YYYY-MM")),
      ALLYMARK_FIELD(MonthData, metrics, "metrics")
          .at_most_long(50)
          .says(ALLYMARK_DOC("measurement by metric id")),
      ALLYMARK_FIELD(MonthData, claimed, "claimed")
          .says(ALLYMARK_DOC("what somebody else printed about this month")),
  };
};
template <>
struct Describe<ScorecardMetric> {
  static constexpr const char* name = "scorecard_metric";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(ScorecardMetric, metric, "metric").says(ALLYMARK_DOC("id of the metric")),
      ALLYMARK_FIELD(ScorecardMetric, group, "group").says(ALLYMARK_DOC("id of its group")),
      ALLYMARK_FIELD(ScorecardMetric, relation, "relation")
          .says(ALLYMARK_DOC("which side of the target is good")),
      ALLYMARK_FIELD(ScorecardMetric, value, "value")
          .nullable()
          .says(ALLYMARK_DOC("the figure; null = not measured")),
      ALLYMARK_FIELD(ScorecardMetric, unit, "unit").says(ALLYMARK_DOC("unit of the figure")),
      ALLYMARK_FIELD(ScorecardMetric, target, "target").says(ALLYMARK_DOC("target of this month")),
      ALLYMARK_FIELD(ScorecardMetric, deviation, "deviation")
          .nullable()
          .shown(6)
          .says(ALLYMARK_DOC("(value - target) / target, flipped where lower is better")),
      ALLYMARK_FIELD(ScorecardMetric, gain, "gain").says(ALLYMARK_DOC("steepness k")),
      ALLYMARK_FIELD(ScorecardMetric, uncapped, "uncapped")
          .nullable()
          .shown(2)
          .says(ALLYMARK_DOC("score before floor and cap")),
      ALLYMARK_FIELD(ScorecardMetric, capped, "capped")
          .says(ALLYMARK_DOC("floor or cap took effect")),
      ALLYMARK_FIELD(ScorecardMetric, score, "score")
          .nullable()
          .shown(2)
          .says(ALLYMARK_DOC("score")),
      ALLYMARK_FIELD(ScorecardMetric, shown_score, "shownScore")
          .nullable()
          .says(ALLYMARK_DOC("score rounded half up")),
      ALLYMARK_FIELD(ScorecardMetric, weight, "weight").says(ALLYMARK_DOC("weight")),
      ALLYMARK_FIELD(ScorecardMetric, contribution, "contribution")
          .nullable()
          .shown(2)
          .says(ALLYMARK_DOC("share of the total")),
  };
};
template <>
struct Describe<RedLineResult> {
  static constexpr const char* name = "red_line_result";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(RedLineResult, metric, "metric").says(ALLYMARK_DOC("id of the metric")),
      ALLYMARK_FIELD(RedLineResult, limit, "limit").says(ALLYMARK_DOC("its limit")),
      ALLYMARK_FIELD(RedLineResult, relation, "relation")
          .says(ALLYMARK_DOC("crossed when strictly above or below")),
      ALLYMARK_FIELD(RedLineResult, value, "value").nullable().says(ALLYMARK_DOC("the figure")),
      ALLYMARK_FIELD(RedLineResult, caps, "caps")
          .says(ALLYMARK_DOC("best grade still possible when crossed")),
      ALLYMARK_FIELD(RedLineResult, state, "state")
          .says(ALLYMARK_DOC("clear, crossed or not measured")),
  };
};
template <>
struct Describe<MonthPoint> {
  static constexpr const char* name = "month_point";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(MonthPoint, month, "month").says(ALLYMARK_DOC("month")),
      ALLYMARK_FIELD(MonthPoint, total, "total")
          .nullable()
          .shown(2)
          .says(ALLYMARK_DOC("total; null = a gap")),
      ALLYMARK_FIELD(MonthPoint, shown_total, "shownTotal")
          .nullable()
          .says(ALLYMARK_DOC("total rounded half up")),
      ALLYMARK_FIELD(MonthPoint, grade, "grade").nullable().says(ALLYMARK_DOC("grade")),
  };
};
template <>
struct Describe<BandResult> {
  static constexpr const char* name = "band_result";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(BandResult, grade, "grade").says(ALLYMARK_DOC("grade")),
      ALLYMARK_FIELD(BandResult, from, "from").nullable().says(ALLYMARK_DOC("lowest shown total")),
      ALLYMARK_FIELD(BandResult, below, "below")
          .nullable()
          .says(ALLYMARK_DOC("first shown total of the next band")),
      ALLYMARK_FIELD(BandResult, action, "action").says(ALLYMARK_DOC("code of what is done")),
  };
};
template <>
struct Describe<ToNextGrade> {
  static constexpr const char* name = "to_next_grade";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(ToNextGrade, grade, "grade").says(ALLYMARK_DOC("the next better grade")),
      ALLYMARK_FIELD(ToNextGrade, points, "points")
          .says(ALLYMARK_DOC("shown points missing to it")),
  };
};
template <>
struct Describe<Scorecard> {
  static constexpr const char* name = "scorecard";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Scorecard, month, "month").says(ALLYMARK_DOC("the month that decides")),
      ALLYMARK_FIELD(Scorecard, total, "total")
          .nullable()
          .shown(2)
          .says(ALLYMARK_DOC("weighted mean of the scores")),
      ALLYMARK_FIELD(Scorecard, shown_total, "shownTotal")
          .nullable()
          .says(ALLYMARK_DOC("total rounded half up; the grade looks at it")),
      ALLYMARK_FIELD(Scorecard, band_grade, "bandGrade")
          .nullable()
          .says(ALLYMARK_DOC("grade by the bands alone")),
      ALLYMARK_FIELD(Scorecard, grade, "grade")
          .nullable()
          .says(ALLYMARK_DOC("grade after red lines")),
      ALLYMARK_FIELD(Scorecard, ungraded, "ungraded").says(ALLYMARK_DOC("why there is no grade")),
      ALLYMARK_FIELD(Scorecard, coverage, "coverage")
          .shown(2)
          .says(ALLYMARK_DOC("percent of the weight that has data")),
      ALLYMARK_FIELD(Scorecard, action, "action")
          .nullable()
          .says(ALLYMARK_DOC("code of what is done")),
      ALLYMARK_FIELD(Scorecard, red_lines, "redLines")
          .says(ALLYMARK_DOC("red lines and their state")),
      ALLYMARK_FIELD(Scorecard, weakest, "weakest")
          .nullable()
          .says(ALLYMARK_DOC("metric with the lowest score")),
      ALLYMARK_FIELD(Scorecard, metrics, "metrics").says(ALLYMARK_DOC("each metric")),
      ALLYMARK_FIELD(Scorecard, bands, "bands").says(ALLYMARK_DOC("the bands")),
      ALLYMARK_FIELD(Scorecard, to_next_grade, "toNextGrade")
          .nullable()
          .says(ALLYMARK_DOC("what is missing to the next grade")),
      ALLYMARK_FIELD(Scorecard, history, "history")
          .says(ALLYMARK_DOC("months up to this one, oldest first")),
      ALLYMARK_FIELD(Scorecard, mean, "mean3")
          .nullable()
          .shown(2)
          .says(ALLYMARK_DOC("mean of the last months with a total")),
      ALLYMARK_FIELD(Scorecard, trend, "trend")
          .nullable()
          .says(ALLYMARK_DOC("direction over those months")),
      ALLYMARK_FIELD(Scorecard, months_below, "monthsBelow")
          .says(ALLYMARK_DOC("months of the history below target")),
      ALLYMARK_FIELD(Scorecard, curve_origin, "curveOrigin")
          .says(ALLYMARK_DOC("where the score curve comes from")),
  };
};

}  // namespace allymark
