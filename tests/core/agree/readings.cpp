#include "support/clauses.hpp"

using namespace allymark;
using test::quote;
using test::yuan;

TEST_CASE("10,000 policies are priced under all four tier readings") {
  const auto quoted = quote("10000");
  CHECK(quoted.priced("tiers", "marginal").gross == yuan("2730000"));
  CHECK(quoted.priced("tiers", "all_units").gross == yuan("3200000"));
  CHECK(quoted.priced("tiers", "excess_at_reached").gross == yuan("2850000"));
  CHECK(quoted.priced("tiers", "linear_ramp").gross == yuan("2678571.43"));
}

TEST_CASE("the reading in force is marked once for each question and costs nothing") {
  const auto quoted = quote("10000", test::both_breached);
  int chosen = 0;
  for (const auto& item : quoted.quote.readings) {
    if (!item.chosen) continue;
    ++chosen;
    INFO(item.option);
    CHECK(item.net == *quoted.quote.net);
    CHECK(item.difference == yuan("0"));
  }
  CHECK(chosen == 6);
}

TEST_CASE("the difference is measured on what is due") {
  const auto quoted = quote("10000", test::both_breached);
  CHECK(quoted.priced("deductions", "multiply").net == yuan("2088450"));
  CHECK(quoted.priced("deductions", "multiply").difference == yuan("40950"));
  CHECK(quoted.priced("tiers", "all_units").net == yuan("2400000"));
  CHECK(quoted.priced("tiers", "all_units").difference == yuan("352500"));
}

TEST_CASE("each question is answered from the reading in force, not from the default") {
  const auto quoted = quote("8000", test::none_breached, R"({"tiers":"all_units"})");
  CHECK(quoted.priced("bounds", "lower").gross == yuan("2240000"));
  CHECK(quoted.priced("bounds", "higher").gross == yuan("2560000"));
  CHECK(quoted.priced("tiers", "all_units").chosen);
}

TEST_CASE("a shortfall charge is priced only where the clause states one") {
  const auto has = [](const test::Quoted& quoted) {
    for (const auto& item : quoted.quote.readings) {
      if (item.choice == std::string_view("shortfall_charge")) return true;
    }
    return false;
  };
  CHECK_FALSE(has(quote("4999")));
  CommissionRules rules = test::commission();
  rules.shortfall_charge = test::d("60");
  const auto charged = quote("4999", test::none_breached, "{}", 1, rules);
  REQUIRE(has(charged));
  CHECK(charged.priced("missed", "shortfall_charge").gross == yuan("1249690"));
}

TEST_CASE("questions that do not arise are not priced") {
  const auto quoted = test::quote_clause(R"({"tiers":[{"rate":600}]})", "120");
  for (const auto& item : quoted.quote.readings) {
    const std::string option = item.option;
    CHECK((option == "tiers" || option == "bounds"));
  }
  CHECK_FALSE(quoted.quote.if_breached);
}

TEST_CASE("overrides replace only what they name") {
  const Reading base = test::reading();
  const Reading merged = merge(
      base, test::from_json<ReadingChoice>(R"({"tiers":"all_units","rounding":"half_even"})"));
  CHECK(test::name(merged.tiers) == "all_units");
  CHECK(test::name(merged.rounding) == "half_even");
  CHECK(test::name(merged.bounds) == "lower");
  CHECK(test::name(merged.met) == "at_least");
  CHECK(test::name(merged.missed) == "flat");
  CHECK(test::name(merged.deductions) == "add");
  CHECK(test::name(merged.deducted_from) == "gross");
}

TEST_CASE("the shipped reading is the default of the clause") {
  const Reading shipped = test::pack().commission.reading;
  CHECK(test::name(shipped.tiers) == "marginal");
  CHECK(test::name(shipped.bounds) == "lower");
  CHECK(test::name(shipped.met) == "at_least");
  CHECK(test::name(shipped.missed) == "flat");
  CHECK(test::name(shipped.deductions) == "add");
  CHECK(test::name(shipped.deducted_from) == "gross");
  CHECK(test::name(shipped.rounding) == "half_away");
}
