#pragma once
// Trial: judges one candidate's trial by the pack's rules (DOMAIN 3). 0 missed -> sign, one missed
// -> retry, more -> stop; a criterion that was not measured is neither and makes a pass
// conditional. The plain rule decides; statistical evidence annotates.

#include <optional>
#include <string>

#include "allymark/base/finding.hpp"
#include "allymark/base/list.hpp"
#include "allymark/base/trace.hpp"
#include "allymark/measure/interval.hpp"
#include "allymark/select/trial_rules.hpp"

namespace allymark {

/// A trial as a dossier gives it.
struct TrialData {
  Maybe<Decimal> users;
  Maybe<Date> start;
  Maybe<Date> end;
  std::int64_t attempt = 1;
  Keyed<Measurement> metrics;
  List<Incident> incidents;
};

/// In order of preference: the ranking puts a smaller one first.
enum class Verdict : std::uint8_t { sign, conditional, retry, stop, insufficient };
enum class MetricRole : std::uint8_t { criterion, noted };
enum class Relation : std::uint8_t { at_least, at_most, above, below };
enum class MetricState : std::uint8_t { met, missed, not_measured, noted };
enum class EvidenceGap : std::uint8_t { no_counts, not_whole, not_a_rate, not_measured };

struct Evidence {
  std::int64_t events = 0;
  std::int64_t of = 0;
  Decimal rate;
  bool derived = false;  ///< events worked out as value x users
  Decimal low;           ///< Wilson interval, percent
  Decimal high;
  Standing standing = Standing::undecided;
  std::optional<std::int64_t> users_needed;
};

struct TrialMetric {
  std::string metric;
  MetricRole role = MetricRole::criterion;
  Relation relation = Relation::at_least;
  Maybe<Decimal> value;
  Unit unit = Unit::units;
  Decimal threshold;
  MetricState state = MetricState::not_measured;
  Maybe<Decimal> margin;
  Maybe<Decimal> weight;
  Maybe<Decimal> deviation;
  Maybe<Decimal> uncapped;
  Maybe<Decimal> score;
  Maybe<Decimal> contribution;
  bool capped = false;
  std::optional<Evidence> evidence;
  std::optional<EvidenceGap> evidence_gap;
};

/// A single change that would alter the verdict.
struct Flip {
  std::string metric;
  Decimal to;
  Relation relation = Relation::at_least;
  Verdict verdict = Verdict::sign;
};

/// The verdict under another option of the same rule.
struct VerdictReading {
  const char* option = "";
  const char* choice = "";
  Verdict verdict = Verdict::sign;
  bool chosen = false;
};

/// Why a candidate is never picked, whatever its trial says.
enum class Blocker : std::uint8_t { diligence_veto, screening_failed, unwilling };

struct TrialResult {
  std::string id;
  std::string name;
  std::int64_t rank = 0;
  Verdict verdict = Verdict::insufficient;
  List<std::string> passed;
  List<std::string> missed;
  List<std::string> not_measured;
  List<std::string> red_lines;
  Maybe<Decimal> score;
  Maybe<Decimal> shown_score;
  Decimal coverage;
  List<TrialMetric> metrics;
  Keyed<Evidence> evidence;
  List<Flip> flips;
  List<VerdictReading> readings;
  List<Blocker> blocked_by;
};

/// Errors of a dossier's trial against the pack, with paths below `at`.
void check(const TrialData& data, const Keyed<MetricDefinition>& metrics, const Place& at,
           Errors& errors);

/// Judges a valid trial. `id`, `name` and `rank` are left to the caller. Findings point below
/// `path`. Example: 16 % / 71 / 5.1 % / 20 h and no failure rate scores 78.14 and is a retry.
TrialResult judge(const TrialRules& rules, const Keyed<MetricDefinition>& metrics,
                  const TrialData& data, const Place& at, Findings& findings);

/// Records the steps behind a result's verdict and scores, ids relative to `tracer`.
void explain(const TrialResult& result, const TrialRules& rules, const Tracer& tracer);

template <>
struct Tokens<Verdict> {
  static constexpr const char* names[] = {"sign", "conditional", "retry", "stop", "insufficient"};
};
template <>
struct Tokens<Blocker> {
  static constexpr const char* names[] = {"diligence_veto", "screening_failed", "unwilling"};
};
template <>
struct Tokens<MetricRole> {
  static constexpr const char* names[] = {"criterion", "noted"};
};
template <>
struct Tokens<Relation> {
  static constexpr const char* names[] = {"at_least", "at_most", "above", "below"};
};
template <>
struct Tokens<MetricState> {
  static constexpr const char* names[] = {"met", "missed", "not_measured", "noted"};
};
template <>
struct Tokens<EvidenceGap> {
  static constexpr const char* names[] = {"no_counts", "not_whole", "not_a_rate", "not_measured"};
};
template <>
struct Describe<TrialData> {
  static constexpr const char* name = "trial";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(TrialData, users, "users")
          .whole()
          .between<0, 1'000'000'000>()
          .says(ALLYMARK_DOC("users in the trial, the base of its rates")),
      ALLYMARK_FIELD(TrialData, start, "start").says(ALLYMARK_DOC("first day")),
      ALLYMARK_FIELD(TrialData, end, "end").says(ALLYMARK_DOC("last day")),
      ALLYMARK_FIELD(TrialData, attempt, "attempt")
          .between<1, 10>()
          .says(ALLYMARK_DOC("1 = first trial, 2 = the retry")),
      ALLYMARK_FIELD(TrialData, metrics, "metrics")
          .at_most_long(50)
          .says(ALLYMARK_DOC("measurement by metric id")),
      ALLYMARK_FIELD(TrialData, incidents, "incidents")
          .at_most_long(10)
          .says(ALLYMARK_DOC("incidents during the trial")),
  };
};
template <>
struct Describe<Evidence> {
  static constexpr const char* name = "evidence";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Evidence, events, "events")
          .says(ALLYMARK_DOC("how many of the base it happened to")),
      ALLYMARK_FIELD(Evidence, of, "of").says(ALLYMARK_DOC("base")),
      ALLYMARK_FIELD(Evidence, rate, "rate").shown(6).says(ALLYMARK_DOC("rate, percent")),
      ALLYMARK_FIELD(Evidence, derived, "derived")
          .says(ALLYMARK_DOC("events worked out as value x users")),
      ALLYMARK_FIELD(Evidence, low, "low")
          .shown(6)
          .says(ALLYMARK_DOC("lower end of the Wilson interval, percent")),
      ALLYMARK_FIELD(Evidence, high, "high")
          .shown(6)
          .says(ALLYMARK_DOC("upper end of the Wilson interval, percent")),
      ALLYMARK_FIELD(Evidence, standing, "standing")
          .says(ALLYMARK_DOC("standing against the threshold by the one-sided exact bound")),
      ALLYMARK_FIELD(Evidence, users_needed, "usersNeeded")
          .nullable()
          .says(ALLYMARK_DOC("further users at this rate that would decide; null at equality, and "
                             "beyond a thousand million in all")),
  };
};
template <>
struct Describe<TrialMetric> {
  static constexpr const char* name = "trial_metric";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(TrialMetric, metric, "metric").says(ALLYMARK_DOC("id of the metric")),
      ALLYMARK_FIELD(TrialMetric, role, "role")
          .says(ALLYMARK_DOC("gates, or is only noted and scored")),
      ALLYMARK_FIELD(TrialMetric, relation, "relation")
          .says(ALLYMARK_DOC("how the figure must stand to the threshold")),
      ALLYMARK_FIELD(TrialMetric, value, "value")
          .nullable()
          .says(ALLYMARK_DOC("the figure; null = not measured")),
      ALLYMARK_FIELD(TrialMetric, unit, "unit").says(ALLYMARK_DOC("unit of the figure")),
      ALLYMARK_FIELD(TrialMetric, threshold, "threshold")
          .says(ALLYMARK_DOC("threshold, or target when only noted")),
      ALLYMARK_FIELD(TrialMetric, state, "state")
          .says(ALLYMARK_DOC("met, missed, not measured or noted")),
      ALLYMARK_FIELD(TrialMetric, margin, "margin")
          .nullable()
          .says(ALLYMARK_DOC("distance on the good side of the threshold")),
      ALLYMARK_FIELD(TrialMetric, weight, "weight")
          .nullable()
          .says(ALLYMARK_DOC("weight in the composite score")),
      ALLYMARK_FIELD(TrialMetric, deviation, "deviation")
          .nullable()
          .shown(6)
          .says(ALLYMARK_DOC("(value - target) / target, flipped where lower is better")),
      ALLYMARK_FIELD(TrialMetric, uncapped, "uncapped")
          .nullable()
          .shown(2)
          .says(ALLYMARK_DOC("score before floor and cap")),
      ALLYMARK_FIELD(TrialMetric, score, "score")
          .nullable()
          .shown(2)
          .says(ALLYMARK_DOC("metric score")),
      ALLYMARK_FIELD(TrialMetric, contribution, "contribution")
          .nullable()
          .shown(2)
          .says(ALLYMARK_DOC("share of the composite score")),
      ALLYMARK_FIELD(TrialMetric, capped, "capped").says(ALLYMARK_DOC("floor or cap took effect")),
      ALLYMARK_FIELD(TrialMetric, evidence, "evidence").says(ALLYMARK_DOC("what the counts prove")),
      ALLYMARK_FIELD(TrialMetric, evidence_gap, "evidenceGap")
          .says(ALLYMARK_DOC("why there is no evidence")),
  };
};
template <>
struct Describe<Flip> {
  static constexpr const char* name = "flip";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Flip, metric, "metric").says(ALLYMARK_DOC("the figure that changes")),
      ALLYMARK_FIELD(Flip, to, "to").says(ALLYMARK_DOC("where the verdict turns")),
      ALLYMARK_FIELD(Flip, relation, "relation").says(ALLYMARK_DOC("on which side of it")),
      ALLYMARK_FIELD(Flip, verdict, "verdict").says(ALLYMARK_DOC("the verdict then")),
  };
};
template <>
struct Describe<VerdictReading> {
  static constexpr const char* name = "verdict_reading";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(VerdictReading, option, "option")
          .says(ALLYMARK_DOC("option of the verdict rule")),
      ALLYMARK_FIELD(VerdictReading, choice, "choice").says(ALLYMARK_DOC("its value")),
      ALLYMARK_FIELD(VerdictReading, verdict, "verdict").says(ALLYMARK_DOC("the verdict under it")),
      ALLYMARK_FIELD(VerdictReading, chosen, "chosen").says(ALLYMARK_DOC("in force")),
  };
};
template <>
struct Describe<TrialResult> {
  static constexpr const char* name = "trial_result";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(TrialResult, id, "id").says(ALLYMARK_DOC("the dossier's id")),
      ALLYMARK_FIELD(TrialResult, name, "name").says(ALLYMARK_DOC("the dossier's name")),
      ALLYMARK_FIELD(TrialResult, rank, "rank")
          .says(ALLYMARK_DOC("place in the ranking, 1 = first")),
      ALLYMARK_FIELD(TrialResult, verdict, "verdict").says(ALLYMARK_DOC("verdict")),
      ALLYMARK_FIELD(TrialResult, passed, "passed").says(ALLYMARK_DOC("criteria met")),
      ALLYMARK_FIELD(TrialResult, missed, "missed").says(ALLYMARK_DOC("criteria missed")),
      ALLYMARK_FIELD(TrialResult, not_measured, "notMeasured")
          .says(ALLYMARK_DOC("criteria not measured")),
      ALLYMARK_FIELD(TrialResult, red_lines, "redLines")
          .says(ALLYMARK_DOC("red lines crossed: metric or incident")),
      ALLYMARK_FIELD(TrialResult, score, "score")
          .nullable()
          .shown(2)
          .says(ALLYMARK_DOC("composite score")),
      ALLYMARK_FIELD(TrialResult, shown_score, "shownScore")
          .nullable()
          .says(ALLYMARK_DOC("score rounded half up")),
      ALLYMARK_FIELD(TrialResult, coverage, "coverage")
          .shown(2)
          .says(ALLYMARK_DOC("percent of the weight that has data")),
      ALLYMARK_FIELD(TrialResult, metrics, "metrics").says(ALLYMARK_DOC("each metric")),
      ALLYMARK_FIELD(TrialResult, evidence, "evidence").says(ALLYMARK_DOC("evidence by metric id")),
      ALLYMARK_FIELD(TrialResult, flips, "flips")
          .says(ALLYMARK_DOC("single changes that alter the verdict")),
      ALLYMARK_FIELD(TrialResult, readings, "readings")
          .says(ALLYMARK_DOC("the verdict under each option")),
      ALLYMARK_FIELD(TrialResult, blocked_by, "blockedBy")
          .says(ALLYMARK_DOC("why it cannot be picked")),
  };
};

}  // namespace allymark
