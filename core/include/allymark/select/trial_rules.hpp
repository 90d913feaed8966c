#pragma once
// Trial rules: the criteria a trial must meet, how misses become a verdict, the composite score and
// the order of candidates (DOMAIN 3). All of it is data of the pack.

#include <string>

#include "allymark/base/list.hpp"
#include "allymark/measure/curve.hpp"

namespace allymark {

struct TrialPlan {
  std::int64_t cities = 1;
  std::int64_t users = 0;
  std::int64_t months = 0;
};

/// A metric that gates: equality passes. Direction comes from the metric's definition.
struct Criterion {
  std::string metric;
  Decimal threshold;
};

enum class VerdictMethod : std::uint8_t { count, share, weight };
enum class MissingRule : std::uint8_t { conditional, miss, ignore };

/// An exact share such as 1/3.
struct Share {
  std::int64_t part = 0;
  std::int64_t of = 1;
};

struct VerdictRules {
  VerdictMethod method = VerdictMethod::count;
  MissingRule missing = MissingRule::conditional;
  bool proven_only = false;
  std::int64_t retry_misses = 0;  ///< up to so many misses -> retry (method count)
  Share retry_share;              ///< up to this share of the measured -> retry (share, weight)
  std::int64_t minimum_measured = 0;
  std::int64_t retry_months = 0;
  std::int64_t retries = 0;  ///< how often a retry may be repeated
};

struct TrialRedLine {
  std::string metric;
  Limit limit;
};

enum class Incident : std::uint8_t { data_breach };

struct ScoredMetric {
  std::string metric;
  Decimal target;
  Decimal weight;
  Decimal gain;
};

struct TrialScoreRules {
  ScoreCurve curve;
  List<ScoredMetric> metrics;
};

struct StabilityRules {
  std::int64_t draws = 0;
  std::int64_t seed = 1;
};

struct TrialRules {
  TrialPlan plan;
  List<Criterion> criteria;
  VerdictRules verdict;
  List<TrialRedLine> red_lines;
  List<Incident> stopping_incidents;
  TrialScoreRules score;
  List<std::string> tie_breaks;  ///< metrics, the better figure first
  Decimal confidence;
  StabilityRules stability;
};

/// Errors of the pack's trial rules against its metrics, with paths below `at`.
void check(const TrialRules& rules, const Keyed<MetricDefinition>& metrics, const Place& at,
           Errors& errors);

template <>
struct Tokens<VerdictMethod> {
  static constexpr const char* names[] = {"count", "share", "weight"};
};
template <>
struct Tokens<MissingRule> {
  static constexpr const char* names[] = {"conditional", "miss", "ignore"};
};
template <>
struct Tokens<Incident> {
  static constexpr const char* names[] = {"data_breach"};
};
template <>
struct Describe<TrialPlan> {
  static constexpr const char* name = "trial_plan";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(TrialPlan, cities, "cities")
          .required()
          .between<1, 1000>()
          .says(ALLYMARK_DOC("cities in the trial")),
      ALLYMARK_FIELD(TrialPlan, users, "users")
          .required()
          .between<1, 1'000'000'000>()
          .says(ALLYMARK_DOC("planned users")),
      ALLYMARK_FIELD(TrialPlan, months, "months")
          .required()
          .between<1, 120>()
          .says(ALLYMARK_DOC("length in months")),
  };
};
template <>
struct Describe<Criterion> {
  static constexpr const char* name = "criterion";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Criterion, metric, "metric")
          .required()
          .says(ALLYMARK_DOC("id of a metric of the pack")),
      ALLYMARK_FIELD(Criterion, threshold, "threshold")
          .required()
          .says(ALLYMARK_DOC(
              "must be reached, or not exceeded where lower is better; equality passes")),
  };
};
template <>
struct Describe<Share> {
  static constexpr const char* name = "share";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Share, part, "part")
          .required()
          .between<0, 1000>()
          .says(ALLYMARK_DOC("numerator")),
      ALLYMARK_FIELD(Share, of, "of")
          .required()
          .between<1, 1000>()
          .says(ALLYMARK_DOC("denominator")),
  };
};
template <>
struct Describe<VerdictRules> {
  static constexpr const char* name = "verdict_rules";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(VerdictRules, method, "method")
          .option()
          .required()
          .says(
              ALLYMARK_DOC("count misses, their share of the measured, or their share of weight")),
      ALLYMARK_FIELD(VerdictRules, missing, "missing")
          .option()
          .required()
          .says(ALLYMARK_DOC("a criterion that was not measured: makes a pass conditional, is a "
                             "miss, or is ignored")),
      ALLYMARK_FIELD(VerdictRules, proven_only, "provenOnly")
          .option()
          .says(ALLYMARK_DOC("a rate counts as measured only when its counts prove pass or fail")),
      ALLYMARK_FIELD(VerdictRules, retry_misses, "retryMisses")
          .required()
          .between<0, 100>()
          .says(ALLYMARK_DOC("most misses that still allow a retry")),
      ALLYMARK_FIELD(VerdictRules, retry_share, "retryShare")
          .required()
          .says(ALLYMARK_DOC("largest share of misses that still allows a retry")),
      ALLYMARK_FIELD(VerdictRules, minimum_measured, "minimumMeasured")
          .required()
          .between<0, 100>()
          .says(ALLYMARK_DOC("fewer measured criteria give no verdict")),
      ALLYMARK_FIELD(VerdictRules, retry_months, "retryMonths")
          .required()
          .between<1, 120>()
          .says(ALLYMARK_DOC("length of a retry in months")),
      ALLYMARK_FIELD(VerdictRules, retries, "retries")
          .required()
          .between<0, 10>()
          .says(ALLYMARK_DOC("how many retries there are; a further one becomes stop")),
  };
};
template <>
struct Describe<TrialRedLine> {
  static constexpr const char* name = "trial_red_line";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(TrialRedLine, metric, "metric")
          .required()
          .says(ALLYMARK_DOC("id of a metric of the pack")),
      ALLYMARK_FIELD(TrialRedLine, limit.above, "above").says(ALLYMARK_DOC("strictly above: stop")),
      ALLYMARK_FIELD(TrialRedLine, limit.below, "below").says(ALLYMARK_DOC("strictly below: stop")),
  };
};
template <>
struct Describe<ScoredMetric> {
  static constexpr const char* name = "scored_metric";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(ScoredMetric, metric, "metric")
          .required()
          .says(ALLYMARK_DOC("id of a metric of the pack")),
      ALLYMARK_FIELD(ScoredMetric, target, "target")
          .required()
          .says(ALLYMARK_DOC("the figure that scores the curve's base")),
      ALLYMARK_FIELD(ScoredMetric, weight, "weight")
          .required()
          .between<0, 1'000'000>()
          .says(ALLYMARK_DOC("weight; divided by the sum of weights")),
      ALLYMARK_FIELD(ScoredMetric, gain, "gain")
          .required()
          .between<0, 1000>()
          .says(ALLYMARK_DOC("steepness k of the curve")),
  };
};
template <>
struct Describe<TrialScoreRules> {
  static constexpr const char* name = "trial_score";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(TrialScoreRules, curve, "curve").required().says(ALLYMARK_DOC("score curve")),
      ALLYMARK_FIELD(TrialScoreRules, metrics, "metrics")
          .required()
          .at_most_long(50)
          .says(ALLYMARK_DOC("scored metrics with weights")),
  };
};
template <>
struct Describe<StabilityRules> {
  static constexpr const char* name = "stability";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(StabilityRules, draws, "draws")
          .required()
          .between<0, 1'000'000>()
          .says(ALLYMARK_DOC("weightings drawn to test the order")),
      ALLYMARK_FIELD(StabilityRules, seed, "seed")
          .required()
          .between<0, 4'000'000'000>()
          .says(ALLYMARK_DOC("seed of the draws")),
  };
};
template <>
struct Describe<TrialRules> {
  static constexpr const char* name = "trial_rules";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(TrialRules, plan, "plan")
          .required()
          .says(ALLYMARK_DOC("what a trial is planned to be")),
      ALLYMARK_FIELD(TrialRules, criteria, "criteria")
          .required()
          .at_most_long(50)
          .says(ALLYMARK_DOC("gating metrics")),
      ALLYMARK_FIELD(TrialRules, verdict, "verdict")
          .required()
          .says(ALLYMARK_DOC("how misses become a verdict")),
      ALLYMARK_FIELD(TrialRules, red_lines, "redLines")
          .at_most_long(50)
          .says(ALLYMARK_DOC("figures that stop a trial at once")),
      ALLYMARK_FIELD(TrialRules, stopping_incidents, "stoppingIncidents")
          .at_most_long(10)
          .says(ALLYMARK_DOC("incidents that stop a trial at once")),
      ALLYMARK_FIELD(TrialRules, score, "score")
          .required()
          .says(ALLYMARK_DOC("composite score used for ranking")),
      ALLYMARK_FIELD(TrialRules, tie_breaks, "tieBreaks")
          .at_most_long(50)
          .says(ALLYMARK_DOC("metrics that order equal scores")),
      ALLYMARK_FIELD(TrialRules, confidence, "confidence")
          .required()
          .between<50, 99>()
          .says(ALLYMARK_DOC("confidence of intervals and proofs, percent")),
      ALLYMARK_FIELD(TrialRules, stability, "stability")
          .required()
          .says(ALLYMARK_DOC("test of the order under other weights")),
  };
};

}  // namespace allymark
