#include "allymark/agree/exit.hpp"

#include "support/values.hpp"

using namespace allymark;
using test::d;

namespace {

Date day(const char* text) {
  Date date;
  REQUIRE(Date::parse(text, date));
  return date;
}

ExitRules rules() {
  ExitRules r;
  r.notice_months = 6;
  r.penalty_percent = d("20");
  r.quarters = 2;
  r.quarter_share = d("50");
  r.data_destruction_days = 30;
  r.forecast_months = 3;
  r.material = {EventKind::data_leak, EventKind::malicious_competition,
                EventKind::quality_accident};
  return r;
}

/// Three years from 2024-01-01, target 5,000 a year (1,250 a quarter), units by month from January.
ExitFacts facts(const List<const char*>& units) {
  ExitFacts f;
  f.effective = day("2024-01-01");
  f.months = 36;
  f.targets = {d("5000"), d("12000"), d("25000")};
  Month month = f.effective.month();
  for (const char* figure : units) {
    f.units.emplace_back(month, d(figure));
    month = month.plus(1);
  }
  return f;
}

ExitRoute route(RouteKind kind, const ExitFacts& f, const char* as_of,
                const List<EventData>& events = {}) {
  for (const auto& found : exits(rules(), f, events, day(as_of)).routes) {
    if (found.route == kind) return found;
  }
  FAIL("the route is missing");
  return {};
}

RouteState under(const ExitFacts& f, const char* as_of, const List<EventData>& events = {}) {
  return route(RouteKind::under_performance, f, as_of, events).state;
}

const List<const char*> weak = {"208", "208", "208", "208", "208", "208"};

}  // namespace

TEST_CASE("624 in a quarter is below half of 1,250, 625 is not, 626 is not") {
  CHECK(under(facts({"208", "208", "208", "208", "208", "208"}), "2024-07-01") ==
        RouteState::plan_required);
  CHECK(under(facts({"208", "208", "208", "208", "208", "209"}), "2024-07-01") ==
        RouteState::closed);
  CHECK(under(facts({"208", "208", "208", "208", "208", "210"}), "2024-07-01") ==
        RouteState::closed);
}

TEST_CASE("one weak quarter would open the right after the next one") {
  const ExitRoute found =
      route(RouteKind::under_performance, facts({"208", "208", "208"}), "2024-04-01");
  CHECK(found.state == RouteState::would_open);
  CHECK(found.opens == day("2024-07-01"));
}

TEST_CASE("a quarter's last day does not complete it, the day after does") {
  CHECK(under(facts(weak), "2024-06-30") == RouteState::would_open);
  CHECK(under(facts(weak), "2024-07-01") == RouteState::plan_required);
}

TEST_CASE("a quarter with a month missing never counts") {
  CHECK(under(facts({"208", "208", "208", "208", "208"}), "2024-07-01") == RouteState::would_open);
}

TEST_CASE("a good quarter after two weak ones closes the route again") {
  List<const char*> units = weak;
  for (int month = 0; month < 3; ++month) units.push_back("500");
  CHECK(under(facts(units), "2024-10-01") == RouteState::closed);
}

TEST_CASE("the exit opens only when a failed negotiation after the quarters is recorded") {
  const auto failed = [](const char* date, EventState state = EventState::confirmed) {
    return List<EventData>{{EventKind::negotiation_failed, day(date), state}};
  };
  CHECK(under(facts(weak), "2024-08-01", failed("2024-06-30")) == RouteState::plan_required);
  CHECK(under(facts(weak), "2024-08-01", failed("2024-07-01")) == RouteState::open);
  CHECK(under(facts(weak), "2024-08-01", failed("2024-08-02")) == RouteState::plan_required);
  CHECK(under(facts(weak), "2024-08-01", failed("2024-07-01", EventState::suspected)) ==
        RouteState::plan_required);
}

TEST_CASE("an early exit takes six months' notice and thirty days for the data") {
  const ExitRoute found = route(RouteKind::early, facts(weak), "2024-08-31");
  CHECK(found.state == RouteState::open);
  CHECK(found.compensation);
  CHECK(found.end == day("2025-02-28"));
  CHECK(found.data_destroyed == day("2025-03-30"));
}

TEST_CASE("a confirmed leak opens the exit at once, a suspected one or one to come does not") {
  const auto leak = [](const char* date, EventState state) {
    return List<EventData>{{EventKind::data_leak, day(date), state}};
  };
  const auto state = [&](const List<EventData>& events) {
    return route(RouteKind::material_breach, facts(weak), "2024-05-10", events).state;
  };
  CHECK(state(leak("2024-05-10", EventState::confirmed)) == RouteState::open);
  CHECK(state(leak("2024-05-10", EventState::suspected)) == RouteState::closed);
  CHECK(state(leak("2024-05-11", EventState::confirmed)) == RouteState::closed);
}

TEST_CASE("the penalty's year is the one in which the notice ends, accrued plus forecast") {
  // 6 months of 208 accrued, 6 months of notice forecast at the mean of the last three.
  const Exit found = exits(rules(), facts(weak), {}, day("2024-07-01"));
  CHECK(found.contract_year_of_end == 1);
  CHECK(found.forecast_units == d("208"));
  CHECK(found.units_in_year == d("2496"));
}

TEST_CASE("without any month the forecast is a twelfth of the year's target") {
  const Exit found = exits(rules(), facts({}), {}, day("2024-01-15"));
  CHECK(found.forecast_units->rounded(2) == d("416.67"));
}

TEST_CASE("a contract year ends with its twelfth month: the thirteenth counts in the next") {
  CHECK(exits(rules(), facts(weak), {}, day("2024-06-30")).contract_year_of_end == 1);
  CHECK(exits(rules(), facts(weak), {}, day("2024-07-01")).contract_year_of_end == 1);
  CHECK(exits(rules(), facts(weak), {}, day("2024-07-02")).contract_year_of_end == 2);
}
