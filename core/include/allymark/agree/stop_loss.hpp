#pragma once
// Stop-loss and payback (DOMAIN 4): what was put in against what came back, how many months the
// rest would take at the present pace against the months left, and what a cut of the fee does to
// that. The failure this guards against sank 850,000 yuan for 12,000 a month and went on for
// another year.

#include "allymark/base/error.hpp"
#include "allymark/base/fields.hpp"
#include "allymark/base/finding.hpp"
#include "allymark/base/trace.hpp"

namespace allymark {

struct StopLossRules {
  std::int64_t pace_months = 0;  ///< months with data whose mean is the present pace
  Decimal watch_percent;         ///< of the months left; more to recover than that is watched
};

/// Money put in, or units sold, in one month.
struct InvestedMonth {
  Month month;
  Money amount;
  std::optional<std::string> gate;  ///< what must be shown before this stage is released
};
struct SoldMonth {
  Month month;
  Decimal units;
};

struct InvestmentData {
  Month start;                         ///< first contract month
  std::optional<std::int64_t> months;  ///< length of the contract; absent = the pack's
  Decimal rate;                        ///< yuan per unit at present
  Maybe<Decimal> proposed_rate;        ///< the fee the other side asks for
  List<InvestedMonth> invested;
  List<SoldMonth> sold;
  Maybe<Money> planned_total;     ///< all stages together
  Maybe<Decimal> planned_units;   ///< a month, as planned
  Maybe<Decimal> downside_units;  ///< a month, if it goes badly
  Maybe<Money> stop_loss;         ///< largest uncovered sum the user accepts
};

enum class StopVerdict : std::uint8_t { go_on, watch, stop };
enum class StopReason : std::uint8_t {
  recovered,
  on_course,
  close_to_end,
  beyond_end,
  no_income,
  stop_loss_reached
};

/// The outlook at one fee and pace.
struct Payback {
  Decimal rate;
  Decimal units_per_month;
  Money income_per_month;
  Maybe<Decimal> months_to_recover;  ///< absent = never
  Decimal break_even_units;          ///< of what is invested so far, whole units
  Maybe<Decimal> planned_break_even_units;
};
struct MoneyPoint {
  Month month;
  Money invested;  ///< cumulative
  Money earned;
};

struct StopLoss {
  Month month;  ///< the last month counted
  std::int64_t elapsed = 0;
  std::int64_t months_left = 0;
  Money invested;
  Money earned;
  Money uncovered;
  Payback present;
  std::optional<Payback> proposed;
  std::optional<Payback> planned;
  std::optional<Payback> downside;
  StopVerdict verdict = StopVerdict::go_on;
  StopReason reason = StopReason::on_course;
  Maybe<Month> break_even_month;
  List<MoneyPoint> points;
};

/// Errors of an investment, with paths below `at`: no months, a month twice, a month before the
/// start.
void check(const InvestmentData& data, const Place& at, Errors& errors);

/// The outlook at the end of `last` (absent = the last month with data), or nothing before the
/// start; `sold` is what the investment says was sold, or else what the contract's months count.
/// Example: 850,000 put in, 120 units at 600 over six months of 36: 64.8 more months against 30
/// left, stop; at 300 yuan 129.7.
std::optional<StopLoss> look_back(const StopLossRules& rules, const InvestmentData& data,
                                  const List<SoldMonth>& sold, std::int64_t contract_months,
                                  Maybe<Month> last, const Place& at, Findings& findings);

/// Records the steps behind what is uncovered (yuan), the months to recover it and the verdict: its
/// figures are those that its reason compares.
void explain(const StopLoss& result, const StopLossRules& rules, const InvestmentData& data,
             const Tracer& tracer);

template <>
struct Tokens<StopVerdict> {
  static constexpr const char* names[] = {"go_on", "watch", "stop"};
};
template <>
struct Tokens<StopReason> {
  static constexpr const char* names[] = {"recovered",  "on_course", "close_to_end",
                                          "beyond_end", "no_income", "stop_loss_reached"};
};
template <>
struct Describe<StopLossRules> {
  static constexpr const char* name = "stop_loss_rules";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(StopLossRules, pace_months, "paceMonths")
          .required()
          .between<1, 120>()
          .says(ALLYMARK_DOC("months with data whose mean is the present pace")),
      ALLYMARK_FIELD(StopLossRules, watch_percent, "watchPercent")
          .required()
          .between<0, 100>()
          .says(ALLYMARK_DOC("share of the months left above which the recovery is watched")),
  };
};
template <>
struct Describe<InvestedMonth> {
  static constexpr const char* name = "invested_month";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(InvestedMonth, month, "month").required().says(ALLYMARK_DOC("YYYY-MM")),
      ALLYMARK_FIELD(InvestedMonth, amount, "amount")
          .required()
          .between<0, 9'000'000'000>()
          .says(ALLYMARK_DOC("yuan put in")),
      ALLYMARK_FIELD(InvestedMonth, gate, "gate")
          .says(ALLYMARK_DOC("what must be shown before this stage")),
  };
};
template <>
struct Describe<SoldMonth> {
  static constexpr const char* name = "sold_month";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(SoldMonth, month, "month").required().says(ALLYMARK_DOC("YYYY-MM")),
      ALLYMARK_FIELD(SoldMonth, units, "units")
          .required()
          .whole()
          .between<0, 1'000'000'000>()
          .says(ALLYMARK_DOC("units paid for")),
  };
};
template <>
struct Describe<InvestmentData> {
  static constexpr const char* name = "investment";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(InvestmentData, start, "start")
          .required()
          .says(ALLYMARK_DOC("first contract month")),
      ALLYMARK_FIELD(InvestmentData, months, "months")
          .between<1, 360>()
          .says(ALLYMARK_DOC("length of the contract; absent = the policy's")),
      ALLYMARK_FIELD(InvestmentData, rate, "rate")
          .required()
          .between<0, 1'000'000>()
          .says(ALLYMARK_DOC("yuan per unit at present")),
      ALLYMARK_FIELD(InvestmentData, proposed_rate, "proposedRate")
          .between<0, 1'000'000>()
          .says(ALLYMARK_DOC("yuan per unit the other side asks for")),
      ALLYMARK_FIELD(InvestmentData, invested, "invested")
          .required()
          .at_most_long(360)
          .says(ALLYMARK_DOC("money put in, by month")),
      ALLYMARK_FIELD(InvestmentData, sold, "sold")
          .at_most_long(360)
          .says(ALLYMARK_DOC("units by month")),
      ALLYMARK_FIELD(InvestmentData, planned_total, "plannedTotal")
          .between<0, 9'000'000'000>()
          .says(ALLYMARK_DOC("all stages together, yuan")),
      ALLYMARK_FIELD(InvestmentData, planned_units, "plannedUnits")
          .between<0, 1'000'000'000>()
          .says(ALLYMARK_DOC("units a month as planned")),
      ALLYMARK_FIELD(InvestmentData, downside_units, "downsideUnits")
          .between<0, 1'000'000'000>()
          .says(ALLYMARK_DOC("units a month if it goes badly")),
      ALLYMARK_FIELD(InvestmentData, stop_loss, "stopLoss")
          .between<0, 9'000'000'000>()
          .says(ALLYMARK_DOC("largest uncovered sum that is accepted, yuan")),
  };
};
template <>
struct Describe<Payback> {
  static constexpr const char* name = "payback";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Payback, rate, "rate").says(ALLYMARK_DOC("yuan per unit")),
      ALLYMARK_FIELD(Payback, units_per_month, "unitsPerMonth").shown(2).says(ALLYMARK_DOC("pace")),
      ALLYMARK_FIELD(Payback, income_per_month, "incomePerMonth")
          .says(ALLYMARK_DOC("yuan a month")),
      ALLYMARK_FIELD(Payback, months_to_recover, "monthsToRecover")
          .nullable()
          .shown(1)
          .says(ALLYMARK_DOC("more months until the investment is covered; null = never")),
      ALLYMARK_FIELD(Payback, break_even_units, "breakEvenUnits")
          .says(ALLYMARK_DOC("units that cover what is invested so far")),
      ALLYMARK_FIELD(Payback, planned_break_even_units, "plannedBreakEvenUnits")
          .says(ALLYMARK_DOC("units that cover all stages")),
  };
};
template <>
struct Describe<MoneyPoint> {
  static constexpr const char* name = "money_point";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(MoneyPoint, month, "month").says(ALLYMARK_DOC("month")),
      ALLYMARK_FIELD(MoneyPoint, invested, "invested")
          .says(ALLYMARK_DOC("put in up to then, yuan")),
      ALLYMARK_FIELD(MoneyPoint, earned, "earned").says(ALLYMARK_DOC("come back up to then, yuan")),
  };
};
template <>
struct Describe<StopLoss> {
  static constexpr const char* name = "stop_loss";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(StopLoss, month, "month").says(ALLYMARK_DOC("last month counted")),
      ALLYMARK_FIELD(StopLoss, elapsed, "elapsed").says(ALLYMARK_DOC("months since the start")),
      ALLYMARK_FIELD(StopLoss, months_left, "monthsLeft")
          .says(ALLYMARK_DOC("months left in the contract")),
      ALLYMARK_FIELD(StopLoss, invested, "invested").says(ALLYMARK_DOC("put in so far, yuan")),
      ALLYMARK_FIELD(StopLoss, earned, "earned").says(ALLYMARK_DOC("come back so far, yuan")),
      ALLYMARK_FIELD(StopLoss, uncovered, "uncovered")
          .says(ALLYMARK_DOC("not yet earned back, yuan")),
      ALLYMARK_FIELD(StopLoss, present, "present")
          .says(ALLYMARK_DOC("at the present fee and pace")),
      ALLYMARK_FIELD(StopLoss, proposed, "proposed")
          .nullable()
          .says(ALLYMARK_DOC("at the fee that is asked for")),
      ALLYMARK_FIELD(StopLoss, planned, "planned")
          .nullable()
          .says(ALLYMARK_DOC("at the pace that was planned")),
      ALLYMARK_FIELD(StopLoss, downside, "downside")
          .nullable()
          .says(ALLYMARK_DOC("at the pace if it goes badly")),
      ALLYMARK_FIELD(StopLoss, verdict, "verdict").says(ALLYMARK_DOC("go on, watch or stop")),
      ALLYMARK_FIELD(StopLoss, reason, "reason").says(ALLYMARK_DOC("why")),
      ALLYMARK_FIELD(StopLoss, break_even_month, "breakEvenMonth")
          .nullable()
          .says(ALLYMARK_DOC("month in which income covered the investment; null = not yet")),
      ALLYMARK_FIELD(StopLoss, points, "points").says(ALLYMARK_DOC("cumulative money by month")),
  };
};

}  // namespace allymark
