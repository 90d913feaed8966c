#include "support/clauses.hpp"

using namespace allymark;
using test::quote;

namespace {

std::string cliffs(const char* choices, std::int64_t year = 1,
                   const CommissionRules& rules = test::commission()) {
  return quote("10000", test::none_breached, choices, year, rules).cliffs();
}

}  // namespace

TEST_CASE("by default only the 5,000th policy is a cliff, of 250,200") {
  CHECK(cliffs("{}") == "5000: 250200 target");
}

TEST_CASE("the side of the bounds makes no cliff under marginal") {
  CHECK(cliffs(R"({"bounds":"higher"})") == "5000: 250200 target");
}

TEST_CASE("all units on the lower side jump after each bound") {
  CHECK(cliffs(R"({"tiers":"all_units"})") ==
        "5000: 250200 target; 5001: 150280 tier; 8001: 320320 tier; 12001: 360350 tier");
}

TEST_CASE("all units on the higher side jump on each bound") {
  CHECK(cliffs(R"({"tiers":"all_units","bounds":"higher"})") ==
        "5000: 400200 target; 8000: 320280 tier; 12000: 360320 tier");
}

TEST_CASE("the excess at the reached rate jumps after the second and third bound") {
  CHECK(cliffs(R"({"tiers":"excess_at_reached"})") ==
        "5000: 250200 target; 8001: 120320 tier; 12001: 210350 tier");
}

TEST_CASE("a linear ramp has the target's cliff alone") {
  CHECK(cliffs(R"({"tiers":"linear_ramp"})") == "5000: 250200 target");
}

TEST_CASE("where met means above, the cliff is the 5,001st") {
  CHECK(cliffs(R"({"met":"above"})") == "5001: 250280 target");
}

TEST_CASE("year 2 with kept tiers has one cliff of 970,200 at 12,000") {
  CHECK(cliffs("{}", 2, test::commission(LaterYears::keep)) == "12000: 970200 target");
}

TEST_CASE("a cliff says what stood before and after it") {
  const auto quoted = quote("10000");
  REQUIRE(quoted.quote.cliffs.size() == 1);
  CHECK(quoted.quote.cliffs[0].before == test::yuan("999800"));
  CHECK(quoted.quote.cliffs[0].after == test::yuan("1250000"));
}

TEST_CASE("each cliff is a finding with its amount") {
  const auto quoted = quote("10000", test::none_breached, R"({"tiers":"all_units"})");
  CHECK(test::count(quoted.findings, finding_code::cliff) == 4);
  const auto& first = test::finding(quoted.findings, finding_code::cliff);
  CHECK(test::param(first.params, "at") == Scalar(test::d("5000")));
  CHECK(test::param(first.params, "amount") == Scalar(test::yuan("250200")));
}

TEST_CASE("falling rates make a cliff downwards under all units") {
  const auto quoted = test::quote_clause(R"({"tiers":[{"upTo":10,"rate":10},{"rate":5}]})", "5",
                                         R"({"tiers":"all_units"})");
  CHECK(quoted.cliffs() == "11: -45 tier");
}

TEST_CASE("a flat amount on entering a tier is a cliff") {
  const auto quoted =
      test::quote_clause(R"({"tiers":[{"upTo":10,"rate":10},{"rate":10,"flat":3}]})", "5");
  CHECK(quoted.cliffs() == "11: 13 tier");
}

TEST_CASE("an even clause has no cliff") {
  CHECK(test::quote_clause(R"({"tiers":[{"rate":600}]})", "5").cliffs().empty());
}

TEST_CASE("a target that differs from the first bound is remarked") {
  const auto keep =
      quote("12000", test::none_breached, "{}", 2, test::commission(LaterYears::keep));
  CHECK(test::count(keep.findings, finding_code::target_differs_from_first_bound) == 1);
  CHECK(test::count(quote("12000").findings, finding_code::target_differs_from_first_bound) == 0);
}
