#pragma once
// Commission: one statement for one contract year's volume: tiers or missed, then deductions, then
// cap, then floor or guarantee, then claw-back (DOMAIN 4 "steps, in order"), with every other
// reading of the clause priced beside the one in force, the cliffs, and what the next tier or the
// target is worth.

#include "allymark/agree/commission_rules.hpp"
#include "allymark/agree/contract.hpp"
#include "allymark/agree/counted_months.hpp"
#include "allymark/agree/tariff.hpp"
#include "allymark/base/finding.hpp"
#include "allymark/base/trace.hpp"

namespace allymark {

/// A policy cancelled after it was paid for.
struct Returned {
  std::int64_t month = 1;  ///< of its life
  Money paid;              ///< commission it earned and has not paid back yet
};

/// What a dossier says about the running agreement.
struct AgreementData {
  std::int64_t contract_year = 1;
  Maybe<Decimal> volume;
  Keyed<Measurement> metrics;
  ReadingChoice reading;
  Maybe<Money> amount;       ///< premium of the volume, for rates in percent
  Maybe<Decimal> cancelled;  ///< of the volume (or, alone, the amount) in the period
  std::optional<std::int64_t> months;
  List<Returned> returned;
  Maybe<Date> effective;  ///< the contract's first day
  List<CountedMonth> monthly;
  List<CountedMonth> corrections;
  Maybe<Decimal> planned_volume;
  Maybe<Decimal> downside_volume;
  std::optional<Keyed<ClauseFact>> clauses;  ///< what the draft says
};

/// Whether the counts suffice for a statement. Under rates in percent, months without an amount
/// count yuan.
bool can_price(const AgreementData& agreement, bool percent);
/// Adds an error for cancellations beyond what was signed and for an amount that no unit carries.
void check_counts(const AgreementData& agreement, bool percent, const Place& at, Errors& errors);

struct PricedReading {
  const char* option = "";
  const char* choice = "";
  bool chosen = false;
  Money gross;
  Money net;
  Money difference;  ///< net less the net of the reading in force
};

struct ToTarget {
  Decimal units;
  Money worth;  ///< gross at the target less the gross now
};
struct ToNextTier {
  Decimal bound;
  Decimal units;
  Decimal rate;
};
struct StackingPrice {
  const char* choice = "";
  Money net;
  Money difference;  ///< net less the net of the stacking in force
  bool chosen = false;
};
struct IfBreached {
  List<Line> lines;
  Money net;
  List<StackingPrice> stackings;
};
/// A volume other than the year's, priced without deductions.
struct VolumeCase {
  const char* name = "";
  Decimal volume;
  bool met = true;
  Money net;
};
/// One way an undecided clause could be filled, priced at this volume; no price for a new table.
struct UndecidedOption {
  const char* choice = "";
  Maybe<Money> gross;
  Maybe<Money> net;
};

struct Quote {
  std::int64_t contract_year = 1;
  std::string payer;
  std::string payee;
  Currency currency;
  std::string unit;
  Maybe<Decimal> target;
  Decimal volume;
  std::optional<bool> met;
  Reading reading;
  Maybe<Money> gross;  ///< absent only when the clause is undecided
  Maybe<Money> deducted;
  Maybe<Money> net;
  Maybe<Decimal> effective_rate;
  List<Line> lines;
  std::optional<ToTarget> to_target;
  std::optional<ToNextTier> to_next_tier;
  List<Cliff> cliffs;
  List<PricedReading> readings;
  std::optional<IfBreached> if_breached;
  List<UndecidedOption> undecided;
  Maybe<Money> amount;
  Maybe<Decimal> cancelled;
  std::optional<std::int64_t> months;
  Maybe<Money> clawed_back;
  List<VolumeCase> cases;  ///< the plan and the downside beside each other
};

/// The statement of a period's counts, which `can_price`, under `clause` and a complete reading.
/// Example: 10,000 units, complaints 9 %, NPS 60, default reading: gross 2,730,000, net 2,047,500.
/// `compared` = false leaves other readings and other ways of stacking unpriced.
Quote quote(const Clause& clause, const Reading& reading, const AgreementData& agreement,
            const Place& at, Findings& findings, bool compared = true);

/// The same for a contract year of a pack; an undecided year prices its options instead.
/// The year must exist (`year_of`).
Quote quote(const CommissionRules& rules, const AgreementData& agreement, const Place& at,
            Findings& findings, bool compared = true);

/// What is due for a period, without its lines.
struct Due {
  Money gross;
  Money deducted;
  Money net;
};
/// The sums of the statement that `quote` makes; `tariff` is of the clause that is paid by.
Due due(const Tariff& tariff, const AgreementData& agreement);

/// The same for a volume and the period's quality figures alone.
inline AgreementData agreement_of(Decimal volume, const Keyed<Measurement>& metrics) {
  AgreementData result;
  result.volume = volume;
  result.metrics = metrics;
  return result;
}
inline Quote quote(const Clause& clause, const Reading& reading, Decimal volume,
                   const Keyed<Measurement>& metrics, const Place& at, Findings& findings) {
  return quote(clause, reading, agreement_of(volume, metrics), at, findings);
}
inline Quote quote(const CommissionRules& rules, std::int64_t contract_year,
                   const ReadingChoice& choice, Decimal volume, const Keyed<Measurement>& metrics,
                   const Place& at, Findings& findings) {
  AgreementData agreement = agreement_of(volume, metrics);
  agreement.contract_year = contract_year;
  agreement.reading = choice;
  return quote(rules, agreement, at, findings);
}

void explain(const Quote& quote, const Tracer& tracer);

/// Points of the line of pay for a chart.
struct CurvePoint {
  Decimal volume;
  Money gross;
};
struct CurveSeries {
  const char* choice = "";
  bool chosen = false;
  List<CurvePoint> points;
};
struct PayCurve {
  std::string unit;
  Currency currency;
  List<CurveSeries> series;
  List<Decimal> bounds;
  Maybe<Decimal> target;
  List<Cliff> cliffs;
};

/// The line of gross pay from 0 to `to` units under each tier reading; straight between points.
PayCurve pay_curve(const Clause& clause, const Reading& reading, Decimal to);

#define ALLYMARK_MONEY_DOC(text) ALLYMARK_DOC(text ", yuan")
template <>
struct Describe<Returned> {
  static constexpr const char* name = "returned";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Returned, month, "month")
          .required()
          .between<1, 1200>()
          .says(ALLYMARK_DOC("month of its life the policy was cancelled in, 1 = first")),
      ALLYMARK_FIELD(Returned, paid, "paid")
          .required()
          .between<0, 9'000'000'000>()
          .says(ALLYMARK_MONEY_DOC("commission paid for it")),
  };
};
// What is counted besides the volume; a quote's request holds the same fields.
#define ALLYMARK_COUNTS(Record, base)                                              \
  ALLYMARK_FIELD(Record, base amount, "amount")                                    \
      .between<0, 9'000'000'000>()                                                 \
      .says(ALLYMARK_DOC("premium of the volume, for rates in percent, yuan")),    \
      ALLYMARK_FIELD(Record, base cancelled, "cancelled")                          \
          .between<0, 9'000'000'000>()                                             \
          .says(ALLYMARK_DOC("of the volume, cancelled in the period; nets out")), \
      ALLYMARK_FIELD(Record, base months, "months")                                \
          .between<1, 12>()                                                        \
          .says(ALLYMARK_DOC("months of a part year; absent = 12")),               \
      ALLYMARK_FIELD(Record, base returned, "returned")                            \
          .at_most_long(10'000)                                                    \
          .says(ALLYMARK_DOC("policies cancelled after they were paid for")),      \
      ALLYMARK_FIELD(Record, base effective, "effective")                          \
          .says(ALLYMARK_DOC("the contract's first day")),                         \
      ALLYMARK_FIELD(Record, base monthly, "monthly")                              \
          .at_most_long(360)                                                       \
          .says(ALLYMARK_DOC("the period by month, in place of volume")),          \
      ALLYMARK_FIELD(Record, base corrections, "corrections")                      \
          .at_most_long(1000)                                                      \
          .says(ALLYMARK_DOC("months told anew; the last one received counts")),   \
      ALLYMARK_FIELD(Record, base planned_volume, "plannedVolume")                 \
          .between<0, 1'000'000'000>()                                             \
          .says(ALLYMARK_DOC("units of the year as planned")),                     \
      ALLYMARK_FIELD(Record, base downside_volume, "downsideVolume")               \
          .between<0, 1'000'000'000>()                                             \
          .says(ALLYMARK_DOC("units of the year if it goes badly"))
template <>
struct Describe<AgreementData> {
  static constexpr const char* name = "agreement";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(AgreementData, contract_year, "contractYear")
          .between<1, 30>()
          .says(ALLYMARK_DOC("contract year, 1 = first")),
      ALLYMARK_FIELD(AgreementData, volume, "volume")
          .between<0, 1'000'000'000>()
          .says(ALLYMARK_DOC("units in the contract year to date")),
      ALLYMARK_FIELD(AgreementData, metrics, "metrics")
          .at_most_long(50)
          .says(ALLYMARK_DOC("quality figures over the contract year to date")),
      ALLYMARK_FIELD(AgreementData, reading, "reading")
          .says(ALLYMARK_DOC("reading; each absent choice is the policy's")),
      ALLYMARK_COUNTS(AgreementData, ),
      ALLYMARK_FIELD(AgreementData, clauses, "clauses")
          .at_most_long(100)
          .says(ALLYMARK_DOC("what the draft says, by clause of the policy's checklist")),
  };
};
template <>
struct Describe<PricedReading> {
  static constexpr const char* name = "priced_reading";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(PricedReading, option, "option").says(ALLYMARK_DOC("question of the clause")),
      ALLYMARK_FIELD(PricedReading, choice, "choice").says(ALLYMARK_DOC("its answer")),
      ALLYMARK_FIELD(PricedReading, chosen, "chosen").says(ALLYMARK_DOC("in force")),
      ALLYMARK_FIELD(PricedReading, gross, "gross").says(ALLYMARK_MONEY_DOC("before deductions")),
      ALLYMARK_FIELD(PricedReading, net, "net").says(ALLYMARK_MONEY_DOC("due")),
      ALLYMARK_FIELD(PricedReading, difference, "difference")
          .says(ALLYMARK_MONEY_DOC("net less the net in force")),
  };
};
template <>
struct Describe<ToTarget> {
  static constexpr const char* name = "to_target";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(ToTarget, units, "units").says(ALLYMARK_DOC("units still missing")),
      ALLYMARK_FIELD(ToTarget, worth, "worth")
          .says(ALLYMARK_MONEY_DOC("what reaching it adds to the gross")),
  };
};
template <>
struct Describe<ToNextTier> {
  static constexpr const char* name = "to_next_tier";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(ToNextTier, bound, "bound")
          .says(ALLYMARK_DOC("upper bound of the tier reached")),
      ALLYMARK_FIELD(ToNextTier, units, "units").says(ALLYMARK_DOC("units left in it")),
      ALLYMARK_FIELD(ToNextTier, rate, "rate").says(ALLYMARK_DOC("yuan per unit after it")),
  };
};
template <>
struct Describe<StackingPrice> {
  static constexpr const char* name = "stacking_price";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(StackingPrice, choice, "choice").says(ALLYMARK_DOC("way of stacking")),
      ALLYMARK_FIELD(StackingPrice, net, "net")
          .says(ALLYMARK_MONEY_DOC("due with every quality clause breached")),
      ALLYMARK_FIELD(StackingPrice, difference, "difference")
          .says(ALLYMARK_MONEY_DOC("net less the net in force")),
      ALLYMARK_FIELD(StackingPrice, chosen, "chosen").says(ALLYMARK_DOC("in force")),
  };
};
template <>
struct Describe<IfBreached> {
  static constexpr const char* name = "if_breached";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(IfBreached, lines, "lines").says(ALLYMARK_DOC("the deduction lines then")),
      ALLYMARK_FIELD(IfBreached, net, "net").says(ALLYMARK_MONEY_DOC("due then")),
      ALLYMARK_FIELD(IfBreached, stackings, "stackings")
          .says(ALLYMARK_DOC("under each way of stacking")),
  };
};
template <>
struct Describe<VolumeCase> {
  static constexpr const char* name = "volume_case";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(VolumeCase, name, "case").says(ALLYMARK_DOC("plan or downside")),
      ALLYMARK_FIELD(VolumeCase, volume, "volume").says(ALLYMARK_DOC("units of the year")),
      ALLYMARK_FIELD(VolumeCase, met, "met").says(ALLYMARK_DOC("whether the target is met")),
      ALLYMARK_FIELD(VolumeCase, net, "net").says(ALLYMARK_MONEY_DOC("due, nothing breached")),
  };
};
template <>
struct Describe<UndecidedOption> {
  static constexpr const char* name = "undecided_option";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(UndecidedOption, choice, "choice").says(ALLYMARK_DOC("keep, scale or table")),
      ALLYMARK_FIELD(UndecidedOption, gross, "gross")
          .nullable()
          .says(ALLYMARK_MONEY_DOC("before deductions")),
      ALLYMARK_FIELD(UndecidedOption, net, "net").nullable().says(ALLYMARK_MONEY_DOC("due")),
  };
};
template <>
struct Describe<Quote> {
  static constexpr const char* name = "quote";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Quote, contract_year, "contractYear").says(ALLYMARK_DOC("contract year")),
      ALLYMARK_FIELD(Quote, payer, "payer").says(ALLYMARK_DOC("who pays")),
      ALLYMARK_FIELD(Quote, payee, "payee").says(ALLYMARK_DOC("who is paid")),
      ALLYMARK_FIELD(Quote, currency, "currency").says(ALLYMARK_DOC("ISO 4217 code")),
      ALLYMARK_FIELD(Quote, unit, "unit").says(ALLYMARK_DOC("what is counted")),
      ALLYMARK_FIELD(Quote, target, "target")
          .nullable()
          .says(ALLYMARK_DOC("units that must be reached")),
      ALLYMARK_FIELD(Quote, volume, "volume").says(ALLYMARK_DOC("units priced")),
      ALLYMARK_FIELD(Quote, met, "met").nullable().says(ALLYMARK_DOC("whether the target is met")),
      ALLYMARK_FIELD(Quote, reading, "reading").says(ALLYMARK_DOC("the reading in force")),
      ALLYMARK_FIELD(Quote, gross, "gross")
          .nullable()
          .says(ALLYMARK_MONEY_DOC("before deductions")),
      ALLYMARK_FIELD(Quote, deducted, "deducted")
          .nullable()
          .says(ALLYMARK_MONEY_DOC("taken by quality clauses")),
      ALLYMARK_FIELD(Quote, net, "net")
          .nullable()
          .says(ALLYMARK_MONEY_DOC("due: the sum of the lines")),
      ALLYMARK_FIELD(Quote, effective_rate, "effectiveRate")
          .nullable()
          .shown(2)
          .says(ALLYMARK_DOC("net per unit, yuan")),
      ALLYMARK_FIELD(Quote, lines, "lines").says(ALLYMARK_DOC("statement lines")),
      ALLYMARK_FIELD(Quote, to_target, "toTarget")
          .nullable()
          .says(ALLYMARK_DOC("what is missing to the target")),
      ALLYMARK_FIELD(Quote, to_next_tier, "toNextTier")
          .nullable()
          .says(ALLYMARK_DOC("what is missing to the next tier")),
      ALLYMARK_FIELD(Quote, cliffs, "cliffs").says(ALLYMARK_DOC("jumps of pay")),
      ALLYMARK_FIELD(Quote, readings, "readings")
          .says(ALLYMARK_DOC("every answer to every question, priced")),
      ALLYMARK_FIELD(Quote, if_breached, "ifBreached")
          .nullable()
          .says(ALLYMARK_DOC("with every quality clause breached")),
      ALLYMARK_FIELD(Quote, undecided, "undecided")
          .says(ALLYMARK_DOC("ways to fill an undecided clause, priced; empty when decided")),
      ALLYMARK_FIELD(Quote, amount, "amount")
          .says(ALLYMARK_MONEY_DOC("premium of the units signed")),
      ALLYMARK_FIELD(Quote, cancelled, "cancelled")
          .says(ALLYMARK_DOC("units cancelled, no longer in volume")),
      ALLYMARK_FIELD(Quote, months, "months").says(ALLYMARK_DOC("months of a part year")),
      ALLYMARK_FIELD(Quote, clawed_back, "clawedBack")
          .says(ALLYMARK_MONEY_DOC("paid back for cancelled policies")),
      ALLYMARK_FIELD(Quote, cases, "cases")
          .says(ALLYMARK_DOC("the plan and the downside, priced; empty when neither is given")),
  };
};
template <>
struct Describe<CurvePoint> {
  static constexpr const char* name = "curve_point";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(CurvePoint, volume, "volume").says(ALLYMARK_DOC("units")),
      ALLYMARK_FIELD(CurvePoint, gross, "gross").says(ALLYMARK_MONEY_DOC("gross pay")),
  };
};
template <>
struct Describe<CurveSeries> {
  static constexpr const char* name = "curve_series";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(CurveSeries, choice, "choice").says(ALLYMARK_DOC("tier reading")),
      ALLYMARK_FIELD(CurveSeries, chosen, "chosen").says(ALLYMARK_DOC("in force")),
      ALLYMARK_FIELD(CurveSeries, points, "points")
          .says(ALLYMARK_DOC("corners; straight between them")),
  };
};
template <>
struct Describe<PayCurve> {
  static constexpr const char* name = "pay_curve";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(PayCurve, unit, "unit").says(ALLYMARK_DOC("what is counted")),
      ALLYMARK_FIELD(PayCurve, currency, "currency").says(ALLYMARK_DOC("ISO 4217 code")),
      ALLYMARK_FIELD(PayCurve, series, "series").says(ALLYMARK_DOC("one line a tier reading")),
      ALLYMARK_FIELD(PayCurve, bounds, "bounds").says(ALLYMARK_DOC("bounds of the tiers")),
      ALLYMARK_FIELD(PayCurve, target, "target").nullable().says(ALLYMARK_DOC("target")),
      ALLYMARK_FIELD(PayCurve, cliffs, "cliffs")
          .says(ALLYMARK_DOC("jumps under the reading in force")),
  };
};
#undef ALLYMARK_MONEY_DOC

}  // namespace allymark
