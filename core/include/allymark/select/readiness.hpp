#pragma once
// Readiness: can the candidate do it and does it want to (DOMAIN 2). Ability is the mean of rated
// dimensions, one of which may be a veto; willingness counts three signals, where unknown is not
// no; together they are a quadrant. Needs say how much of what we look for is covered.

#include "allymark/base/finding.hpp"
#include "allymark/base/trace.hpp"
#include "allymark/select/checklist.hpp"

namespace allymark {

struct AbilityDimension {
  std::string id;
  Label label;
  Decimal weight = Decimal::whole(1);
  Maybe<Decimal> minimum;  ///< a veto: below it the candidate is not able
};
struct AbilityRules {
  RatingScale scale;
  Decimal pass;  ///< least mean
  List<AbilityDimension> dimensions;
};
struct WillingnessRules {
  std::int64_t needed = 0;
  List<Item> signals;
};
struct ReadinessRules {
  AbilityRules ability;
  WillingnessRules willingness;
  Decimal partly;  ///< percent that a partly met need counts
  List<ItemGroup> needs;
  List<Item> offers;
  List<Item> channels;
};

struct AbilityScore {
  Maybe<Decimal> score;
  std::string evidence;
};
enum class NeedState : std::uint8_t { met, partly, unmet, unknown };
struct WillingnessData {
  Keyed<Signal> signals;
};

/// A dossier's members that readiness looks at.
struct ReadinessFacts {
  const Keyed<AbilityScore>& ability;
  const Keyed<Signal>& signals;
  const Keyed<Keyed<NeedState>>& needs;
  const List<std::string>& offers;
  const std::optional<std::string>& sourcing;
};

struct DimensionResult {
  std::string id;
  Maybe<Decimal> score;
  Maybe<Decimal> minimum;
  bool has_evidence = false;
};
struct AbilityResult {
  Maybe<Decimal> mean;
  Decimal needed;
  Signal able = Signal::unknown;
  List<std::string> weakest;
  List<std::string> vetoes;
  Maybe<Decimal> without_evidence;
  List<DimensionResult> dimensions;
};
struct WillingnessResult {
  SignalCount count;
  std::int64_t of = 0;
  std::int64_t needed = 0;
  Signal willing = Signal::unknown;
};
enum class Quadrant : std::uint8_t {
  able_willing,
  able_unwilling,
  unable_willing,
  unable_unwilling
};
struct Coverage {
  std::string group;
  std::int64_t met = 0;
  std::int64_t partly = 0;
  std::int64_t unmet = 0;
  std::int64_t unknown = 0;
  Maybe<Decimal> coverage;
};
struct Readiness {
  AbilityResult ability;
  WillingnessResult willingness;
  std::optional<Quadrant> quadrant;
  List<Coverage> needs;
  List<std::string> offers;
  std::optional<std::string> sourcing;
};

/// Errors of a pack's readiness, with paths below `at`: an empty list, an id twice, weights that
/// sum to 0, a rating off the scale, more signals needed than there are.
void check(const ReadinessRules& rules, const Place& at, Errors& errors);
/// Errors of a dossier at `at`: ids the pack does not know, scores off the scale.
void check(const ReadinessFacts& facts, const ReadinessRules& rules, const Place& at,
           Errors& errors);

/// Whether enough signals are yes; no only when too few would be even if every unknown became yes.
/// Example: of three signals one yes and one unknown, two needed: unknown.
WillingnessResult judge_willingness(const WillingnessRules& rules, const Keyed<Signal>& signals);

/// Fills an empty result with ability, willingness, quadrant and coverage; findings point below the
/// dossier `at`. Means and percentages are rounded once at the ninth place. Example: 4, 4, 5 and 2
/// have the mean 3.75, and a reputation of 2 is a veto.
void judge_readiness(const ReadinessRules& rules, const ReadinessFacts& facts, const Place& at,
                     Findings& findings, Readiness& result);

/// Records the steps behind the mean ability, the willingness and the coverage of needs in percent.
void explain(const Readiness& result, const ReadinessRules& rules, const Tracer& tracer);

template <>
struct Tokens<NeedState> {
  static constexpr const char* names[] = {"met", "partly", "not", "unknown"};
};
template <>
struct Tokens<Quadrant> {
  static constexpr const char* names[] = {"able_willing", "able_unwilling", "unable_willing",
                                          "unable_unwilling"};
};
template <>
struct Describe<AbilityDimension> {
  static constexpr const char* name = "ability_dimension";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(AbilityDimension, id, "id")
          .required()
          .says(ALLYMARK_DOC("id of the dimension")),
      ALLYMARK_FIELD(AbilityDimension, label, "label").required().says(ALLYMARK_DOC("shown name")),
      ALLYMARK_FIELD(AbilityDimension, weight, "weight")
          .between<0, 1'000'000>()
          .says(ALLYMARK_DOC("weight in the mean; absent = 1")),
      ALLYMARK_FIELD(AbilityDimension, minimum, "minimum")
          .says(ALLYMARK_DOC("a veto: below it the candidate is not able")),
  };
};
template <>
struct Describe<AbilityRules> {
  static constexpr const char* name = "ability_rules";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(AbilityRules, scale, "scale").required().says(ALLYMARK_DOC("of the scores")),
      ALLYMARK_FIELD(AbilityRules, pass, "pass")
          .required()
          .says(ALLYMARK_DOC("least mean of one who is able")),
      ALLYMARK_FIELD(AbilityRules, dimensions, "dimensions")
          .required()
          .at_most_long(20)
          .says(ALLYMARK_DOC("what is rated")),
  };
};
template <>
struct Describe<WillingnessRules> {
  static constexpr const char* name = "willingness_rules";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(WillingnessRules, needed, "needed")
          .required()
          .between<0, 50>()
          .says(ALLYMARK_DOC("signals that make one willing")),
      ALLYMARK_FIELD(WillingnessRules, signals, "signals")
          .required()
          .at_most_long(50)
          .says(ALLYMARK_DOC("what shows that the candidate wants to")),
  };
};
template <>
struct Describe<ReadinessRules> {
  static constexpr const char* name = "readiness_rules";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(ReadinessRules, ability, "ability")
          .required()
          .says(ALLYMARK_DOC("can the candidate do it")),
      ALLYMARK_FIELD(ReadinessRules, willingness, "willingness")
          .required()
          .says(ALLYMARK_DOC("does it want to")),
      ALLYMARK_FIELD(ReadinessRules, partly, "partly")
          .required()
          .between<0, 100>()
          .says(ALLYMARK_DOC("percent that a partly met need counts")),
      ALLYMARK_FIELD(ReadinessRules, needs, "needs")
          .at_most_long(20)
          .says(ALLYMARK_DOC("what we need, by group")),
      ALLYMARK_FIELD(ReadinessRules, offers, "offers")
          .at_most_long(50)
          .says(ALLYMARK_DOC("what we bring")),
      ALLYMARK_FIELD(ReadinessRules, channels, "channels")
          .at_most_long(20)
          .says(ALLYMARK_DOC("where candidates are found")),
  };
};
template <>
struct Describe<AbilityScore> {
  static constexpr const char* name = "ability_score";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(AbilityScore, score, "score")
          .says(ALLYMARK_DOC("on the policy's scale; absent = not rated")),
      ALLYMARK_FIELD(AbilityScore, evidence, "evidence")
          .at_most_long(2000)
          .says(ALLYMARK_DOC("what it rests on: a text or a link")),
  };
};
template <>
struct Describe<WillingnessData> {
  static constexpr const char* name = "willingness";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(WillingnessData, signals, "signals")
          .at_most_long(50)
          .says(ALLYMARK_DOC("yes, no or unknown by signal")),
  };
};
template <>
struct Describe<DimensionResult> {
  static constexpr const char* name = "dimension_result";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(DimensionResult, id, "id").says(ALLYMARK_DOC("dimension")),
      ALLYMARK_FIELD(DimensionResult, score, "score").nullable().says(ALLYMARK_DOC("its score")),
      ALLYMARK_FIELD(DimensionResult, minimum, "minimum").says(ALLYMARK_DOC("its veto")),
      ALLYMARK_FIELD(DimensionResult, has_evidence, "hasEvidence")
          .says(ALLYMARK_DOC("whether the score rests on something")),
  };
};
template <>
struct Describe<AbilityResult> {
  static constexpr const char* name = "ability_result";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(AbilityResult, mean, "mean")
          .nullable()
          .shown(2)
          .says(ALLYMARK_DOC("weighted mean of the scores there are")),
      ALLYMARK_FIELD(AbilityResult, needed, "needed").says(ALLYMARK_DOC("least mean")),
      ALLYMARK_FIELD(AbilityResult, able, "able").says(ALLYMARK_DOC("can the candidate do it")),
      ALLYMARK_FIELD(AbilityResult, weakest, "weakest")
          .says(ALLYMARK_DOC("dimensions with the lowest score")),
      ALLYMARK_FIELD(AbilityResult, vetoes, "vetoes")
          .says(ALLYMARK_DOC("dimensions below a minimum of their own")),
      ALLYMARK_FIELD(AbilityResult, without_evidence, "withoutEvidence")
          .nullable()
          .shown(2)
          .says(ALLYMARK_DOC("percent of the scores that rest on nothing")),
      ALLYMARK_FIELD(AbilityResult, dimensions, "dimensions").says(ALLYMARK_DOC("each dimension")),
  };
};
template <>
struct Describe<WillingnessResult> {
  static constexpr const char* name = "willingness_result";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(WillingnessResult, count.yes, "yes")
          .says(ALLYMARK_DOC("signals that are yes")),
      ALLYMARK_FIELD(WillingnessResult, count.no, "no").says(ALLYMARK_DOC("signals that are no")),
      ALLYMARK_FIELD(WillingnessResult, count.unknown, "unknown")
          .says(ALLYMARK_DOC("signals not known")),
      ALLYMARK_FIELD(WillingnessResult, of, "of").says(ALLYMARK_DOC("signals")),
      ALLYMARK_FIELD(WillingnessResult, needed, "needed").says(ALLYMARK_DOC("signals needed")),
      ALLYMARK_FIELD(WillingnessResult, willing, "willing")
          .says(ALLYMARK_DOC("does the candidate want to")),
  };
};
template <>
struct Describe<Coverage> {
  static constexpr const char* name = "needs_coverage";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Coverage, group, "group").says(ALLYMARK_DOC("group of needs")),
      ALLYMARK_FIELD(Coverage, met, "met").says(ALLYMARK_DOC("needs met")),
      ALLYMARK_FIELD(Coverage, partly, "partly").says(ALLYMARK_DOC("needs met in part")),
      ALLYMARK_FIELD(Coverage, unmet, "not").says(ALLYMARK_DOC("needs not met")),
      ALLYMARK_FIELD(Coverage, unknown, "unknown").says(ALLYMARK_DOC("needs not known")),
      ALLYMARK_FIELD(Coverage, coverage, "coverage")
          .nullable()
          .shown(2)
          .says(ALLYMARK_DOC("percent of the known needs; null when none is known")),
  };
};
template <>
struct Describe<Readiness> {
  static constexpr const char* name = "readiness";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Readiness, ability, "ability").says(ALLYMARK_DOC("can it")),
      ALLYMARK_FIELD(Readiness, willingness, "willingness").says(ALLYMARK_DOC("does it want to")),
      ALLYMARK_FIELD(Readiness, quadrant, "quadrant")
          .nullable()
          .says(ALLYMARK_DOC("able by willing; null while one of them is unknown")),
      ALLYMARK_FIELD(Readiness, needs, "needs").says(ALLYMARK_DOC("coverage by group")),
      ALLYMARK_FIELD(Readiness, offers, "offers").says(ALLYMARK_DOC("what we bring")),
      ALLYMARK_FIELD(Readiness, sourcing, "sourcing").nullable().says(ALLYMARK_DOC("channel")),
  };
};

}  // namespace allymark
