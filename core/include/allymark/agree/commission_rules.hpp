#pragma once
// Commission rules: the pack's years, tiers and quality clauses, and how later years are meant when
// the contract is silent about their tiers (DOMAIN 4 "Years").

#include "allymark/agree/clause.hpp"

namespace allymark {

enum class Payment : std::uint8_t { to_date, assume_met, annual };
enum class CountingPeriod : std::uint8_t { contract_year, calendar_year, cumulative };
enum class CountedBy : std::uint8_t { ours, partner, joint };

/// How a year is paid in months (DOMAIN 4 "payment", 8 "settlement").
struct SettlementRules {
  Payment payment = Payment::to_date;
  CountingPeriod period = CountingPeriod::contract_year;
  CountedBy counted_by = CountedBy::joint;
  std::int64_t dispute_days = 0;  ///< after a statement, to contest it
  bool tax_exclusive = true;
};

enum class LaterYears : std::uint8_t { undecided, keep, scale };

struct YearRules {
  std::int64_t year = 1;
  Decimal target;
  Maybe<Decimal> missed_rate;
  List<Tier> tiers;  ///< empty = as `laterYears` says
  Maybe<Decimal> missed_pct;
  List<Decimal> shape;  ///< weight of each of the twelve months in the target; empty = even
};

struct CommissionRules {
  std::string payer;
  std::string payee;
  std::optional<Currency> currency;
  std::string unit;  ///< id of the metric that is counted
  std::int64_t months = 12;
  List<YearRules> years;
  LaterYears later_years = LaterYears::undecided;
  List<Deduction> deductions;
  Maybe<Decimal> shortfall_charge;
  Maybe<Money> cap;
  Maybe<Money> floor;
  Reading reading;
  Maybe<Money> guarantee;
  List<ClawbackStep> clawback;
  std::optional<SettlementRules> settlement;
};

/// Errors of a pack's commission, with paths below `at`: an unknown unit, no years, a year twice,
/// and what is wrong with a year's target, tiers, rates or shape.
void check(const CommissionRules& rules, const Keyed<MetricDefinition>& metrics, const Place& at,
           Errors& errors);

/// The rules of a contract year, or null when the pack has none.
const YearRules* year_of(const CommissionRules& rules, std::int64_t contract_year);

/// The table of `year`: its own or, empty, the first year's.
const List<Tier>& tiers_of(const CommissionRules& rules, const YearRules& year);

/// The clause of `year`: its own table, or the first year's as `later` says. Undecided: no clause.
/// Under `scale` bounds grow with the target: 8,000 x 12,000 / 5,000 = 19,200.
std::optional<Clause> clause_of(const CommissionRules& rules, const YearRules& year,
                                LaterYears later);

template <>
struct Tokens<Payment> {
  static constexpr const char* names[] = {"to_date", "assume_met", "annual"};
};
template <>
struct Tokens<CountingPeriod> {
  static constexpr const char* names[] = {"contract_year", "calendar_year", "cumulative"};
};
template <>
struct Tokens<CountedBy> {
  static constexpr const char* names[] = {"ours", "partner", "joint"};
};
template <>
struct Describe<SettlementRules> {
  static constexpr const char* name = "settlement_rules";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(SettlementRules, payment, "payment")
          .option()
          .required()
          .says(ALLYMARK_DOC("what a month is paid")),
      ALLYMARK_FIELD(SettlementRules, period, "period")
          .option()
          .required()
          .says(ALLYMARK_DOC("the time after which counting begins anew")),
      ALLYMARK_FIELD(SettlementRules, counted_by, "countedBy")
          .required()
          .says(ALLYMARK_DOC("whose counts are paid by")),
      ALLYMARK_FIELD(SettlementRules, dispute_days, "disputeDays")
          .required()
          .between<0, 3650>()
          .says(ALLYMARK_DOC("days after a statement to contest it")),
      ALLYMARK_FIELD(SettlementRules, tax_exclusive, "taxExclusive")
          .required()
          .says(ALLYMARK_DOC("whether amounts are without tax")),
  };
};
template <>
struct Tokens<LaterYears> {
  static constexpr const char* names[] = {"undecided", "keep", "scale"};
};
template <>
struct Describe<YearRules> {
  static constexpr const char* name = "contract_year";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(YearRules, year, "year")
          .required()
          .between<1, 30>()
          .says(ALLYMARK_DOC("contract year, 1 = first")),
      ALLYMARK_FIELD(YearRules, target, "target")
          .required()
          .between<0, 1'000'000'000>()
          .says(ALLYMARK_DOC("units that must be reached")),
      ALLYMARK_FIELD(YearRules, missed_rate, "missedRate")
          .between<0, 1'000'000>()
          .says(ALLYMARK_DOC("yuan per unit when the target is missed; absent = the first year's")),
      ALLYMARK_FIELD(YearRules, tiers, "tiers")
          .at_most_long(100)
          .says(ALLYMARK_DOC("this year's own table; absent = as laterYears says")),
      ALLYMARK_FIELD(YearRules, missed_pct, "missedPct")
          .between<0, 1000>()
          .says(ALLYMARK_DOC("percent of the amount when missed; absent = the first year's")),
      ALLYMARK_FIELD(YearRules, shape, "shape")
          .at_most_long(12)
          .says(ALLYMARK_DOC("weight of each of the twelve months in the target; absent = even")),
  };
};
template <>
struct Describe<CommissionRules> {
  static constexpr const char* name = "commission_rules";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(CommissionRules, payer, "payer").required().says(ALLYMARK_DOC("who pays")),
      ALLYMARK_FIELD(CommissionRules, payee, "payee").required().says(ALLYMARK_DOC("who is paid")),
      ALLYMARK_FIELD(CommissionRules, currency, "currency")
          .says(ALLYMARK_DOC("ISO 4217 code; absent = CNY")),
      ALLYMARK_FIELD(CommissionRules, unit, "unit")
          .required()
          .says(ALLYMARK_DOC("id of the metric that is counted")),
      ALLYMARK_FIELD(CommissionRules, months, "months")
          .required()
          .between<1, 360>()
          .says(ALLYMARK_DOC("length of the contract in months")),
      ALLYMARK_FIELD(CommissionRules, years, "years")
          .required()
          .at_most_long(30)
          .says(ALLYMARK_DOC("targets and tables by contract year")),
      ALLYMARK_FIELD(CommissionRules, later_years, "laterYears")
          .option()
          .required()
          .says(ALLYMARK_DOC("tiers of a year without a table of its own")),
      ALLYMARK_FIELD(CommissionRules, deductions, "deductions")
          .at_most_long(50)
          .says(ALLYMARK_DOC("quality clauses")),
      ALLYMARK_FIELD(CommissionRules, shortfall_charge, "shortfallCharge")
          .between<0, 1'000'000>()
          .says(ALLYMARK_DOC("yuan per missing unit under the reading shortfall_charge")),
      ALLYMARK_FIELD(CommissionRules, cap, "cap")
          .between<0, 9'000'000'000>()
          .says(ALLYMARK_DOC("most that is paid a year, yuan")),
      ALLYMARK_FIELD(CommissionRules, floor, "floor")
          .between<0, 9'000'000'000>()
          .says(ALLYMARK_DOC("least that is paid a year, yuan")),
      ALLYMARK_FIELD(CommissionRules, reading, "reading")
          .required()
          .says(ALLYMARK_DOC("the reading in force")),
      ALLYMARK_FIELD(CommissionRules, guarantee, "guarantee")
          .between<0, 9'000'000'000>()
          .says(ALLYMARK_DOC("minimum guarantee of a full year, yuan; a part year owes its share")),
      ALLYMARK_FIELD(CommissionRules, clawback, "clawback")
          .at_most_long(50)
          .says(ALLYMARK_DOC("what a cancelled policy pays back, earliest months first")),
      ALLYMARK_FIELD(CommissionRules, settlement, "settlement")
          .says(ALLYMARK_DOC("how a year is paid in months")),
  };
};

}  // namespace allymark
