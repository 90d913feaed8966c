#pragma once
// Exit (DOMAIN 4): the three ways out of a contract, what each needs, costs and when it takes
// effect, on any date: early by notice and penalty; under-performance over two complete quarters,
// open only once a failed negotiation is recorded; material breach, at once. Quarters run from the
// effective date.

#include "allymark/base/error.hpp"
#include "allymark/base/event.hpp"
#include "allymark/base/finding.hpp"
#include "allymark/base/trace.hpp"

namespace allymark {

struct ExitRules {
  std::int64_t notice_months = 0;
  Decimal penalty_percent;    ///< of the year's net commission, early exit
  std::int64_t quarters = 0;  ///< consecutive complete quarters below the share
  Decimal quarter_share;      ///< percent of a quarter of the year's target, strict
  std::int64_t data_destruction_days = 0;
  std::int64_t forecast_months = 0;  ///< months with data whose mean forecasts the notice period
  List<EventKind> material;          ///< events that end the contract at once
  Maybe<Money> liability_from;       ///< owed by the side in material breach
  Maybe<Money> liability_to;
};

/// What an exit looks at: when the contract began and what each month brought.
struct ExitFacts {
  Date effective;
  std::int64_t months = 0;                ///< length of the contract
  List<std::pair<Month, Decimal>> units;  ///< by calendar month
  List<Decimal> targets;                  ///< of each contract year
};

enum class RouteKind : std::uint8_t { early, under_performance, material_breach };
enum class RouteState : std::uint8_t { closed, would_open, plan_required, open };

struct ExitRoute {
  RouteKind route = RouteKind::early;
  RouteState state = RouteState::closed;
  Maybe<Date> opens;  ///< when it would open if nothing changes
  Maybe<Date> notice;
  Maybe<Date> end;
  Maybe<Date> data_destroyed;  ///< last day to destroy the data
  bool compensation = false;   ///< whether a penalty is owed
  Maybe<Money> we_owe;         ///< if we leave by it
  Maybe<Money> partner_owes;   ///< if the partner leaves by it or, in breach, gives cause
  Maybe<Money> partner_owes_up_to;
};
struct QuarterResult {
  std::int64_t quarter = 0;  ///< contract quarter, 1 = first
  Date from;
  Date to;  ///< last day
  Decimal units;
  Decimal needed;  ///< the share of the quarter's target
  bool below = false;
  bool complete = false;  ///< every one of its months has data
};
struct Exit {
  List<ExitRoute> routes;
  List<QuarterResult> quarters;
  /// In which an early notice given today ends; absent before the contract and after it.
  std::optional<std::int64_t> contract_year_of_end;
  Maybe<Decimal> forecast_units;  ///< a month, during the notice
  Decimal units_in_year;          ///< accrued plus forecast in that year up to the end
  Maybe<Money> penalty;           ///< owed by the side that leaves early
  Maybe<Money> unearned;          ///< of our investment, not yet earned back
};

/// Error when the least that is owed is above the most.
void check(const ExitRules& rules, const Place& at, Errors& errors);

/// Puts the price on each route: the penalty is a share of `year_net`, the net commission of the
/// year in which an early notice ends (absent = its clause is undecided). 20 % of 2,730,000 is
/// 546,000.
void price_exits(const ExitRules& rules, Maybe<Money> year_net, Exit& exit);

/// Records the steps behind the units of the year, the penalty (yuan) and each quarter judged.
void explain(const ExitRules& rules, const Exit& exit, Maybe<Money> year_net, const Tracer& tracer);

/// The routes on `as_of`. Example: 60 of 750 units in quarters 1 and 2 (below half of the target):
/// on the day after quarter 2 the under-performance route is plan_required, and open once a failed
/// negotiation is recorded.
Exit exits(const ExitRules& rules, const ExitFacts& facts, const List<EventData>& events,
           Date as_of);

template <>
struct Tokens<RouteKind> {
  static constexpr const char* names[] = {"early", "under_performance", "material_breach"};
};
template <>
struct Tokens<RouteState> {
  static constexpr const char* names[] = {"closed", "would_open", "plan_required", "open"};
};
template <>
struct Describe<ExitRules> {
  static constexpr const char* name = "exit_rules";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(ExitRules, notice_months, "noticeMonths")
          .required()
          .between<0, 120>()
          .says(ALLYMARK_DOC("written notice of an early exit")),
      ALLYMARK_FIELD(ExitRules, penalty_percent, "penaltyPercent")
          .required()
          .between<0, 100>()
          .says(ALLYMARK_DOC("of the year's net commission, early exit")),
      ALLYMARK_FIELD(ExitRules, quarters, "quarters")
          .required()
          .between<1, 40>()
          .says(ALLYMARK_DOC("consecutive complete quarters")),
      ALLYMARK_FIELD(ExitRules, quarter_share, "quarterShare")
          .required()
          .between<0, 100>()
          .says(ALLYMARK_DOC("percent of a quarter of the year's target; below is strict")),
      ALLYMARK_FIELD(ExitRules, data_destruction_days, "dataDestructionDays")
          .required()
          .between<0, 3650>()
          .says(ALLYMARK_DOC("days after the end in which data must be destroyed")),
      ALLYMARK_FIELD(ExitRules, forecast_months, "forecastMonths")
          .required()
          .between<1, 120>()
          .says(ALLYMARK_DOC("months with data whose mean forecasts the notice period")),
      ALLYMARK_FIELD(ExitRules, material, "material")
          .required()
          .at_most_long(10)
          .says(ALLYMARK_DOC("events that end the contract at once")),
      ALLYMARK_FIELD(ExitRules, liability_from, "liabilityFrom")
          .between<0, 9'000'000'000>()
          .says(ALLYMARK_DOC("least that the side in breach owes, yuan")),
      ALLYMARK_FIELD(ExitRules, liability_to, "liabilityTo")
          .between<0, 9'000'000'000>()
          .says(ALLYMARK_DOC("most that the side in breach owes, yuan")),
  };
};
template <>
struct Describe<ExitRoute> {
  static constexpr const char* name = "exit_route";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(ExitRoute, route, "route").says(ALLYMARK_DOC("way out")),
      ALLYMARK_FIELD(ExitRoute, state, "state")
          .says(ALLYMARK_DOC("closed, would open, plan required or open")),
      ALLYMARK_FIELD(ExitRoute, opens, "opens")
          .nullable()
          .says(ALLYMARK_DOC("when it would open if nothing changes")),
      ALLYMARK_FIELD(ExitRoute, notice, "notice")
          .nullable()
          .says(ALLYMARK_DOC("day of the notice")),
      ALLYMARK_FIELD(ExitRoute, end, "end")
          .nullable()
          .says(ALLYMARK_DOC("day the contract would end")),
      ALLYMARK_FIELD(ExitRoute, data_destroyed, "dataDestroyed")
          .nullable()
          .says(ALLYMARK_DOC("last day to destroy the data")),
      ALLYMARK_FIELD(ExitRoute, compensation, "compensation")
          .says(ALLYMARK_DOC("whether the leaving side owes the penalty")),
      ALLYMARK_FIELD(ExitRoute, we_owe, "weOwe")
          .nullable()
          .says(ALLYMARK_DOC("what we owe if we leave by it, yuan; null = not to be priced")),
      ALLYMARK_FIELD(ExitRoute, partner_owes, "partnerOwes")
          .nullable()
          .says(ALLYMARK_DOC("what the partner owes if it leaves by it or gives cause, yuan")),
      ALLYMARK_FIELD(ExitRoute, partner_owes_up_to, "partnerOwesUpTo")
          .says(ALLYMARK_DOC("the most it owes, where the contract names a range, yuan")),
  };
};
template <>
struct Describe<QuarterResult> {
  static constexpr const char* name = "quarter";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(QuarterResult, quarter, "quarter")
          .says(ALLYMARK_DOC("contract quarter, 1 = first")),
      ALLYMARK_FIELD(QuarterResult, from, "from").says(ALLYMARK_DOC("first day")),
      ALLYMARK_FIELD(QuarterResult, to, "to").says(ALLYMARK_DOC("last day")),
      ALLYMARK_FIELD(QuarterResult, units, "units").says(ALLYMARK_DOC("units in it")),
      ALLYMARK_FIELD(QuarterResult, needed, "needed")
          .says(ALLYMARK_DOC("units below which it counts")),
      ALLYMARK_FIELD(QuarterResult, below, "below").says(ALLYMARK_DOC("strictly below")),
      ALLYMARK_FIELD(QuarterResult, complete, "complete")
          .says(ALLYMARK_DOC("over, and every month has data")),
  };
};
template <>
struct Describe<Exit> {
  static constexpr const char* name = "exit";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Exit, routes, "routes").says(ALLYMARK_DOC("the ways out")),
      ALLYMARK_FIELD(Exit, quarters, "quarters")
          .says(ALLYMARK_DOC("contract quarters up to the date")),
      ALLYMARK_FIELD(Exit, contract_year_of_end, "contractYearOfEnd")
          .nullable()
          .says(ALLYMARK_DOC("contract year in which a notice given today ends")),
      ALLYMARK_FIELD(Exit, forecast_units, "forecastUnits")
          .nullable()
          .shown(2)
          .says(ALLYMARK_DOC("units a month during the notice")),
      ALLYMARK_FIELD(Exit, units_in_year, "unitsInYear")
          .shown(2)
          .says(ALLYMARK_DOC("accrued plus forecast in that year, the penalty's base")),
      ALLYMARK_FIELD(Exit, penalty, "penalty")
          .nullable()
          .says(ALLYMARK_DOC("owed by the side that leaves early, yuan; null while the year's "
                             "clause is undecided")),
      ALLYMARK_FIELD(Exit, unearned, "unearned")
          .nullable()
          .says(ALLYMARK_DOC("of our investment, not yet earned back, yuan")),
  };
};

}  // namespace allymark
