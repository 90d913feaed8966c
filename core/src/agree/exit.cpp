#include "allymark/agree/exit.hpp"

#include "allymark/base/codes.hpp"

namespace allymark {
namespace {

constexpr int months_a_quarter = 3;
constexpr int quarters_a_year = 4;

class Routes {
 public:
  Routes(const ExitRules& rules, const ExitFacts& facts, const List<EventData>& events, Date as_of)
      : rules_(rules), facts_(facts), events_(events), as_of_(as_of) {
    quarters();
    result_.routes = {early(), under_performance(), material_breach()};
    forecast();
  }
  Exit take() { return std::move(result_); }

 private:
  const Decimal* units_of(Month month) const {
    for (const auto& entry : facts_.units) {
      if (entry.first == month) return &entry.second;
    }
    return nullptr;
  }

  /// Contract year (1 = first) in which a day falls; months run from the effective date.
  std::int64_t contract_year(Date day) const {
    std::int64_t year = 1;
    while (facts_.effective.plus_months(static_cast<int>(year) * 12) <= day) ++year;
    return year;
  }

  Decimal target(std::int64_t year) const {
    if (facts_.targets.empty()) return {};
    const auto last = static_cast<std::int64_t>(facts_.targets.size());
    return facts_.targets[static_cast<std::size_t>((year < last ? year : last) - 1)];
  }

  /// Contract months are named by the calendar month they begin in.
  void quarters() {
    const auto most = facts_.months / months_a_quarter;
    for (std::int64_t n = 1; n <= most; ++n) {
      QuarterResult quarter;
      quarter.quarter = n;
      const int first = static_cast<int>(n - 1) * months_a_quarter;
      quarter.from = facts_.effective.plus_months(first);
      if (quarter.from > as_of_) break;
      quarter.to = facts_.effective.plus_months(first + months_a_quarter).plus_days(-1);
      bool all = true;
      for (int i = 0; i < months_a_quarter; ++i) {
        const Decimal* units = units_of(facts_.effective.month().plus(first + i));
        if (units == nullptr) {
          all = false;
        } else {
          quarter.units = quarter.units + *units;
        }
      }
      // A quarter's share of the year's target, compared exactly: units x 400 < target x share.
      const Decimal yearly = target((n - 1) / quarters_a_year + 1);
      quarter.needed = Decimal::nanos(multiply_divide(yearly.nanos(), rules_.quarter_share.nanos(),
                                                      100 * quarters_a_year * Decimal::scale));
      quarter.below =
          static_cast<Int128>(quarter.units.nanos()) * (100 * quarters_a_year) * Decimal::scale <
          static_cast<Int128>(yearly.nanos()) * rules_.quarter_share.nanos();
      quarter.complete = all && quarter.to < as_of_;
      result_.quarters.push_back(quarter);
    }
  }

  ExitRoute route(RouteKind kind) const {
    ExitRoute result;
    result.route = kind;
    return result;
  }

  Date contract_end() const {
    return facts_.effective.plus_months(static_cast<int>(facts_.months));
  }
  /// Before the contract and after it there is nothing to leave.
  bool in_force() const { return as_of_ >= facts_.effective && as_of_ < contract_end(); }

  /// Opens a route that ends the contract on a day, or with its term if that comes first.
  void open(ExitRoute& route, Date end) const {
    if (contract_end() < end) end = contract_end();
    route.state = RouteState::open;
    route.notice = as_of_;
    route.end = end;
    route.data_destroyed = end.plus_days(static_cast<int>(rules_.data_destruction_days));
  }

  ExitRoute early() const {
    ExitRoute result = route(RouteKind::early);
    result.compensation = true;
    if (in_force()) open(result, as_of_.plus_months(static_cast<int>(rules_.notice_months)));
    return result;
  }

  /// The last day of the run of quarters that gives the right, and how long the latest run is.
  struct Run {
    std::int64_t length = 0;
    Maybe<Date> right_since;
  };
  Run run() const {
    Run result;
    bool gap = false;
    for (const auto& quarter : result_.quarters) {
      if (!quarter.complete) {
        gap = true;
        continue;
      }
      // A quarter that lacks a month parts those around it; only a good one takes the right away.
      if (gap || !quarter.below) result.length = 0;
      gap = false;
      if (quarter.below) {
        ++result.length;
      } else {
        result.right_since.reset();
      }
      if (result.length >= rules_.quarters && !result.right_since) result.right_since = quarter.to;
    }
    return result;
  }

  ExitRoute under_performance() const {
    ExitRoute result = route(RouteKind::under_performance);
    if (!in_force()) return result;
    const Run latest = run();
    if (latest.right_since) {
      result.state = RouteState::plan_required;
      for (const auto& event : events_) {
        const bool failed = event.kind == EventKind::negotiation_failed &&
                            event.state == EventState::confirmed && event.date <= as_of_ &&
                            event.date > *latest.right_since;
        if (!failed) continue;
        open(result, as_of_);
      }
      return result;
    }
    if (latest.length == 0) return result;
    const auto after = static_cast<int>(rules_.quarters - latest.length) * months_a_quarter;
    for (const auto& quarter : result_.quarters) {
      if (quarter.complete) result.opens = quarter.to.plus_days(1).plus_months(after);
    }
    result.state = RouteState::would_open;
    return result;
  }

  ExitRoute material_breach() const {
    ExitRoute result = route(RouteKind::material_breach);
    if (!in_force()) return result;
    for (const auto& event : events_) {
      if (event.state != EventState::confirmed || event.date > as_of_) continue;
      for (const EventKind material : rules_.material) {
        if (material != event.kind) continue;
        open(result, as_of_);
      }
    }
    return result;
  }

  /// Units of the contract year in which an early notice ends: those there are, and for the months
  /// of the notice that have no data yet the mean of the last months, or a twelfth of the target.
  void forecast() {
    if (!result_.routes.front().end) return;
    // The day before the end is the last one of the notice; a year that only begins then is not in
    // it.
    const Date last_day = result_.routes.front().end->plus_days(-1);
    const std::int64_t year = contract_year(last_day);
    result_.contract_year_of_end = year;
    const int first = static_cast<int>(year - 1) * 12;
    Decimal sum;
    std::int64_t known = 0;
    for (Month month = as_of_.last_complete_month();
         month >= facts_.effective.month() && known < rules_.forecast_months;
         month = month.plus(-1)) {
      if (const Decimal* units = units_of(month)) {
        sum = sum + *units;
        ++known;
      }
    }
    const Decimal mean =
        known > 0 ? ratio(sum, Decimal::whole(known)) : ratio(target(year), Decimal::whole(12));
    result_.forecast_units = mean;
    const Month year_begins = facts_.effective.month().plus(first);
    for (int i = 0; i < 12; ++i) {
      const Month month = year_begins.plus(i);
      if (month > last_day.month()) break;
      if (month == last_day.month() && last_day.day() < facts_.effective.day()) break;
      const Decimal* units = units_of(month);
      const bool over = month <= as_of_.last_complete_month();
      if (units != nullptr && over) {
        result_.units_in_year = result_.units_in_year + *units;
      } else if (!over) {
        result_.units_in_year = result_.units_in_year + mean;
      }
    }
  }

  const ExitRules& rules_;
  const ExitFacts& facts_;
  const List<EventData>& events_;
  Date as_of_;
  Exit result_;
};

}  // namespace

Exit exits(const ExitRules& rules, const ExitFacts& facts, const List<EventData>& events,
           Date as_of) {
  return Routes(rules, facts, events, as_of).take();
}

void check(const ExitRules& rules, const Place& at, Errors& errors) {
  if (rules.liability_from && rules.liability_to && *rules.liability_to < *rules.liability_from) {
    errors.add(error_code::below_minimum, at, "liabilityTo")
        .with("minimum", *rules.liability_from)
        .with("value", *rules.liability_to);
  }
}

void price_exits(const ExitRules& rules, Maybe<Money> year_net, Exit& exit) {
  if (year_net) {
    exit.penalty = year_net->part(Percent::points(rules.penalty_percent), Rounding::half_away);
  }
  for (auto& route : exit.routes) {
    switch (route.route) {
      case RouteKind::early:
        route.we_owe = exit.penalty;
        route.partner_owes = exit.penalty;
        break;
      case RouteKind::under_performance:
        route.we_owe = Money();
        route.partner_owes = Money();
        break;
      case RouteKind::material_breach:
        route.we_owe = Money();
        route.partner_owes = rules.liability_from;
        route.partner_owes_up_to = rules.liability_to;
        break;
    }
  }
}

void explain(const ExitRules& rules, const Exit& exit, Maybe<Money> year_net,
             const Tracer& tracer) {
  // After the contract's end no notice ends any more, so nothing is forecast.
  if (exit.forecast_units) {
    tracer.step("unitsInYear", "exit.forecast", "accrued_and_forecast")
        .with("forecastUnits", exit.forecast_units->rounded(2), "units")
        .gives(exit.units_in_year.rounded(2), "units");
  }
  if (year_net) {
    tracer.step("penalty", "exit.early", "percent_of_amount")
        .with("base", *year_net, "yuan")
        .with("percent", rules.penalty_percent, "percent")
        .gives(*exit.penalty, "yuan");
  }
  const Place quarters = tracer.place().member("quarters");
  for (std::size_t i = 0; i < exit.quarters.size(); ++i) {
    const QuarterResult& quarter = exit.quarters[i];
    tracer.under(quarters.index(i))
        .step("below", "exit.underPerformance", "below_share_of_target")
        .with("units", quarter.units, "units")
        .with("needed", quarter.needed.rounded(2), "units")
        .gives(!quarter.complete ? "incomplete"
               : quarter.below   ? "below"
                                 : "reached");
  }
}

}  // namespace allymark
