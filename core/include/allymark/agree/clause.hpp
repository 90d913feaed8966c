#pragma once
// Clause: the commission clause of one contract year and the ways it can be read (DOMAIN 4). The
// same sentence prices differently under each reading, so every reading is an option and none is
// implied.

#include <optional>
#include <string>

#include "allymark/base/list.hpp"
#include "allymark/measure/metric.hpp"

namespace allymark {

enum class TierReading : std::uint8_t { marginal, all_units, excess_at_reached, linear_ramp };
enum class BoundSide : std::uint8_t { lower, higher };
enum class MetRule : std::uint8_t { at_least, above };
enum class MissedRule : std::uint8_t { flat, interpolate, shortfall_charge };
enum class Stacking : std::uint8_t { add, multiply, larger };
enum class DeductedFrom : std::uint8_t { gross, above_first_tier, months_in_breach };
enum class MeasuredOver : std::uint8_t { year_to_date, monthly, last_value };

/// A complete reading.
struct Reading {
  TierReading tiers = TierReading::marginal;
  BoundSide bounds = BoundSide::lower;
  MetRule met = MetRule::at_least;
  MissedRule missed = MissedRule::flat;
  Stacking deductions = Stacking::add;
  DeductedFrom deducted_from = DeductedFrom::gross;
  Rounding rounding = Rounding::half_away;
  MeasuredOver measured_over = MeasuredOver::year_to_date;
};

/// Overrides; each absent choice is the policy's.
struct ReadingChoice {
  std::optional<TierReading> tiers;
  std::optional<BoundSide> bounds;
  std::optional<MetRule> met;
  std::optional<MissedRule> missed;
  std::optional<Stacking> deductions;
  std::optional<DeductedFrom> deducted_from;
  std::optional<Rounding> rounding;
  std::optional<MeasuredOver> measured_over;
};

/// `base` with every choice that `overrides` makes.
Reading merge(const Reading& base, const ReadingChoice& overrides);

/// Units above the previous bound, up to and including `up_to` (absent = open). A clause prices by
/// `rate` (yuan per unit) or by `rate_pct` (percent of the amount), never both.
struct Tier {
  Maybe<Decimal> up_to;
  Maybe<Decimal> rate;
  Maybe<Decimal> flat;
  Maybe<Decimal> rate_pct;
};

/// A policy cancelled in its n-th month, n <= up_to, pays back this percentage of its commission.
struct ClawbackStep {
  std::int64_t up_to = 0;
  Decimal percent;
};

/// A quality clause: the percentage taken when the figure crosses the limit (strictly).
struct Deduction {
  std::string id;
  std::string metric;
  Limit limit;
  Decimal percent;
};

struct Clause {
  std::string payer;
  std::string payee;
  std::optional<Currency> currency;
  std::string unit;
  Maybe<Decimal> target;
  Maybe<Decimal> missed_rate;
  Maybe<Decimal> shortfall_charge;
  List<Tier> tiers;
  List<Deduction> deductions;
  Maybe<Money> cap;
  Maybe<Money> floor;
  ReadingChoice reading;
  Maybe<Decimal> missed_pct;
  Maybe<Money> guarantee;
  List<ClawbackStep> clawback;
};

/// Whether a table prices by percent of the amount.
bool by_percent(const List<Tier>& tiers);

/// Errors of a clause, with paths below `at`: no tiers, bounds out of order, an open tier before
/// the last, a closed last tier, rates of both kinds, a target without a missed rate, a cap below
/// the floor or guarantee, a floor and a guarantee, claw-back months out of order.
void check(const Clause& clause, const Place& at, Errors& errors);
/// Error when a reading charges for what is missing and no charge is stated.
void check_charge(const Maybe<Decimal>& charge, const Reading& reading, const Place& at,
                  Errors& errors);
/// The tiers are of one basis, as is everything else that is priced.
void check_tiers(const List<Tier>& tiers, const Place& at, Errors& errors);
/// What is paid when the target is missed is of the tiers' basis; `target` says that it must stand.
void check_missed(bool percent, const Maybe<Decimal>& target, const Maybe<Decimal>& missed_rate,
                  const Maybe<Decimal>& missed_pct, const Place& at, Errors& errors);
/// Errors: a cap below the floor or guarantee, a floor and a guarantee, claw-back months out of
/// order.
void check_limits(const Maybe<Money>& cap, const Maybe<Money>& floor, const Maybe<Money>& guarantee,
                  const List<ClawbackStep>& clawback, const Place& at, Errors& errors);
/// Errors: a limit given twice or not at all, an id that stands twice and, where there are
/// definitions, an unknown metric.
void check_deductions(const List<Deduction>& deductions, const Keyed<MetricDefinition>* metrics,
                      const Place& at, Errors& errors);

template <>
struct Tokens<TierReading> {
  static constexpr const char* names[] = {"marginal", "all_units", "excess_at_reached",
                                          "linear_ramp"};
};
template <>
struct Tokens<BoundSide> {
  static constexpr const char* names[] = {"lower", "higher"};
};
template <>
struct Tokens<MetRule> {
  static constexpr const char* names[] = {"at_least", "above"};
};
template <>
struct Tokens<MissedRule> {
  static constexpr const char* names[] = {"flat", "interpolate", "shortfall_charge"};
};
template <>
struct Tokens<Stacking> {
  static constexpr const char* names[] = {"add", "multiply", "larger"};
};
template <>
struct Tokens<DeductedFrom> {
  static constexpr const char* names[] = {"gross", "above_first_tier", "months_in_breach"};
};
template <>
struct Tokens<MeasuredOver> {
  static constexpr const char* names[] = {"year_to_date", "monthly", "last_value"};
};
template <>
struct Tokens<Rounding> {
  static constexpr const char* names[] = {"half_away", "half_even"};
};
template <>
struct Describe<Reading> {
  static constexpr const char* name = "reading";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Reading, tiers, "tiers")
          .option()
          .required()
          .says(ALLYMARK_DOC("do tiers price the excess or everything")),
      ALLYMARK_FIELD(Reading, bounds, "bounds")
          .option()
          .required()
          .says(ALLYMARK_DOC("which tier keeps a volume exactly on a bound")),
      ALLYMARK_FIELD(Reading, met, "met")
          .option()
          .required()
          .says(ALLYMARK_DOC("when the target counts as met")),
      ALLYMARK_FIELD(Reading, missed, "missed")
          .option()
          .required()
          .says(ALLYMARK_DOC("what is paid when it is missed")),
      ALLYMARK_FIELD(Reading, deductions, "deductions")
          .option()
          .required()
          .says(ALLYMARK_DOC("how several deductions stack")),
      ALLYMARK_FIELD(Reading, deducted_from, "deductedFrom")
          .option()
          .required()
          .says(ALLYMARK_DOC("what a deduction is taken from")),
      ALLYMARK_FIELD(Reading, rounding, "rounding")
          .option()
          .required()
          .says(ALLYMARK_DOC("how a line is rounded to the fen")),
      ALLYMARK_FIELD(Reading, measured_over, "measuredOver")
          .option()
          .says(ALLYMARK_DOC("the time whose quality figures count")),
  };
};
template <>
struct Describe<ReadingChoice> {
  static constexpr const char* name = "reading_choice";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(ReadingChoice, tiers, "tiers")
          .says(ALLYMARK_DOC("do tiers price the excess or everything")),
      ALLYMARK_FIELD(ReadingChoice, bounds, "bounds")
          .says(ALLYMARK_DOC("which tier keeps a volume exactly on a bound")),
      ALLYMARK_FIELD(ReadingChoice, met, "met").says(ALLYMARK_DOC("when the target counts as met")),
      ALLYMARK_FIELD(ReadingChoice, missed, "missed")
          .says(ALLYMARK_DOC("what is paid when it is missed")),
      ALLYMARK_FIELD(ReadingChoice, deductions, "deductions")
          .says(ALLYMARK_DOC("how several deductions stack")),
      ALLYMARK_FIELD(ReadingChoice, deducted_from, "deductedFrom")
          .says(ALLYMARK_DOC("what a deduction is taken from")),
      ALLYMARK_FIELD(ReadingChoice, rounding, "rounding")
          .says(ALLYMARK_DOC("how a line is rounded to the fen")),
      ALLYMARK_FIELD(ReadingChoice, measured_over, "measuredOver")
          .says(ALLYMARK_DOC("the time whose quality figures count")),
  };
};
template <>
struct Describe<Tier> {
  static constexpr const char* name = "tier";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Tier, up_to, "upTo")
          .between<0, 1'000'000'000>()
          .says(ALLYMARK_DOC("upper bound in units; absent = open")),
      ALLYMARK_FIELD(Tier, rate, "rate")
          .between<0, 1'000'000>()
          .says(ALLYMARK_DOC("yuan per unit")),
      ALLYMARK_FIELD(Tier, flat, "flat")
          .between<0, 1'000'000'000>()
          .says(ALLYMARK_DOC("yuan once, when the tier is entered")),
      ALLYMARK_FIELD(Tier, rate_pct, "ratePct")
          .between<0, 1000>()
          .says(ALLYMARK_DOC("percent of the amount, in place of rate")),
  };
};
template <>
struct Describe<ClawbackStep> {
  static constexpr const char* name = "clawback_step";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(ClawbackStep, up_to, "upTo")
          .required()
          .between<0, 1200>()
          .says(ALLYMARK_DOC("last month of the policy's life it holds for")),
      ALLYMARK_FIELD(ClawbackStep, percent, "percent")
          .required()
          .between<0, 100>()
          .says(ALLYMARK_DOC("percent of the policy's commission paid back")),
  };
};
template <>
struct Describe<Deduction> {
  static constexpr const char* name = "deduction";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Deduction, id, "id").required().says(ALLYMARK_DOC("id of the quality clause")),
      ALLYMARK_FIELD(Deduction, metric, "metric")
          .required()
          .says(ALLYMARK_DOC("id of the metric it looks at")),
      ALLYMARK_FIELD(Deduction, limit.above, "above")
          .says(ALLYMARK_DOC("taken when strictly above")),
      ALLYMARK_FIELD(Deduction, limit.below, "below")
          .says(ALLYMARK_DOC("taken when strictly below")),
      ALLYMARK_FIELD(Deduction, percent, "percent")
          .required()
          .between<0, 100>()
          .says(ALLYMARK_DOC("percent taken")),
  };
};
template <>
struct Describe<Clause> {
  static constexpr const char* name = "clause";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Clause, payer, "payer").says(ALLYMARK_DOC("who pays")),
      ALLYMARK_FIELD(Clause, payee, "payee").says(ALLYMARK_DOC("who is paid")),
      ALLYMARK_FIELD(Clause, currency, "currency")
          .says(ALLYMARK_DOC("ISO 4217 code; absent = CNY")),
      ALLYMARK_FIELD(Clause, unit, "unit").says(ALLYMARK_DOC("what is counted")),
      ALLYMARK_FIELD(Clause, target, "target")
          .between<0, 1'000'000'000>()
          .says(ALLYMARK_DOC("units that must be reached; absent = nothing to miss")),
      ALLYMARK_FIELD(Clause, missed_rate, "missedRate")
          .between<0, 1'000'000>()
          .says(ALLYMARK_DOC("yuan per unit when the target is missed")),
      ALLYMARK_FIELD(Clause, shortfall_charge, "shortfallCharge")
          .between<0, 1'000'000>()
          .says(ALLYMARK_DOC("yuan charged per missing unit under the reading shortfall_charge")),
      ALLYMARK_FIELD(Clause, tiers, "tiers")
          .required()
          .at_most_long(100)
          .says(ALLYMARK_DOC("tiers by upper bound, lowest first")),
      ALLYMARK_FIELD(Clause, deductions, "deductions")
          .at_most_long(50)
          .says(ALLYMARK_DOC("quality clauses")),
      ALLYMARK_FIELD(Clause, cap, "cap")
          .between<0, 9'000'000'000>()
          .says(ALLYMARK_DOC("most that is paid, yuan")),
      ALLYMARK_FIELD(Clause, floor, "floor")
          .between<0, 9'000'000'000>()
          .says(ALLYMARK_DOC("least that is paid, yuan")),
      ALLYMARK_FIELD(Clause, reading, "reading")
          .says(ALLYMARK_DOC("reading; each absent choice is the policy's")),
      ALLYMARK_FIELD(Clause, missed_pct, "missedPct")
          .between<0, 1000>()
          .says(ALLYMARK_DOC("percent of the amount when the target is missed")),
      ALLYMARK_FIELD(Clause, guarantee, "guarantee")
          .between<0, 9'000'000'000>()
          .says(ALLYMARK_DOC("minimum guarantee of a full year, yuan; a part year owes its share")),
      ALLYMARK_FIELD(Clause, clawback, "clawback")
          .at_most_long(50)
          .says(ALLYMARK_DOC("what a cancelled policy pays back, earliest months first")),
  };
};

}  // namespace allymark
