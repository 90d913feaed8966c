#include "support/months.hpp"

using namespace allymark;
using test::d;
using test::figures;
using test::month_of;
using test::score;

TEST_CASE("a missing figure is left out and the rest renormalised") {
  const auto scored = score(month_of("2024-08", figures("580", "null", "74", "3.2", "16", "0.3")));
  // (116 + 105.714285714 + 110.08 + 115 + 119.6) / 5
  CHECK(scored.card->total->rounded(2) == d("113.28"));
  CHECK(scored.card->coverage.rounded(2) == d("83.33"));
  CHECK(scored.grade() == "good");
  CHECK_FALSE(scored.metric("conversion").score);
  CHECK(test::finding(scored.findings, finding_code::metric_not_measured).path ==
        "/months/0/metrics/conversion");
}

TEST_CASE("five of six figures are graded, four of six are below 70 % coverage") {
  const auto five = score(month_of("2024-08", figures("500", "null", "70", "5", "24", "1")));
  CHECK(five.grade() == "good");
  const auto four = score(month_of("2024-08", figures("500", "null", "70", "5", "null", "1")));
  CHECK(four.card->coverage.rounded(2) == d("66.67"));
  CHECK(four.grade() == "none");
  CHECK(four.ungraded() == "coverage");
  CHECK(test::count(four.findings, finding_code::coverage_low) == 1);
}

TEST_CASE("coverage of exactly the minimum is enough") {
  ScorecardRules rules = test::pack().scorecard;
  const auto months = test::from_json<List<MonthData>>(
      "[" + month_of("2024-08", figures("500", "null", "70", "5", "null", "1")) + "]");
  const auto graded = [&](const char* minimum) {
    rules.minimum_coverage = d(minimum);
    Findings findings;
    return score_months(rules, test::pack().metrics, months, std::nullopt, {}, findings)
        ->grade.has_value();
  };
  CHECK(graded("66.666666666"));
  CHECK(graded("66.666666667"));
  CHECK_FALSE(graded("66.666666668"));
}

TEST_CASE("coverage of 69.99 % is too little, 70 % and 70.01 % are enough") {
  ScorecardRules rules = test::pack().scorecard;
  for (auto& metric : rules.metrics) metric.weight = d("0");
  const auto months = test::from_json<List<MonthData>>(
      "[" + month_of("2024-08", figures("500", "null", "70", "5", "24", "1")) + "]");
  const auto graded = [&](const char* known, const char* missing) {
    rules.metrics[0].weight = d(known);
    rules.metrics[1].weight = d(missing);
    Findings findings;
    return score_months(rules, test::pack().metrics, months, std::nullopt, {}, findings)
        ->grade.has_value();
  };
  CHECK_FALSE(graded("69.99", "30.01"));
  CHECK(graded("70", "30"));
  CHECK(graded("70.01", "29.99"));
}

TEST_CASE("weights count in coverage, not the number of figures") {
  ScorecardRules rules = test::pack().scorecard;
  rules.metrics[0].weight = d("15");  // policies: 15 of 20
  Findings findings;
  const auto months = test::from_json<List<MonthData>>(
      "[" + month_of("2024-08", figures("500", "null", "null", "null", "null", "null")) + "]");
  const auto card = score_months(rules, test::pack().metrics, months, std::nullopt, {}, findings);
  CHECK(card->coverage == d("75"));
}

TEST_CASE("a month with no figure at all has no total and no grade") {
  const auto scored =
      score(month_of("2024-08", figures("null", "null", "null", "null", "null", "null")));
  REQUIRE(scored.card);
  CHECK_FALSE(scored.card->total);
  CHECK(scored.grade() == "none");
  CHECK(scored.ungraded() == "no_data");
  CHECK(scored.card->coverage == d("0"));
}
