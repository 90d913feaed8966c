#include "allymark/manage/scorecard.hpp"

#include "support/months.hpp"

using namespace allymark;
using test::d;
using test::figures;
using test::month_of;
using test::score;

TEST_CASE("the printed month scores 116, 107, 106, 110, 115 and 120") {
  const auto scored = score(month_of("2024-08", test::printed()));
  const std::pair<const char*, const char*> shown[] = {
      {"policies", "116"},       {"conversion", "107"},  {"nps", "106"},
      {"complaint_rate", "110"}, {"quote_hours", "115"}, {"failure_rate", "120"}};
  for (const auto& [metric, points] : shown) {
    INFO(metric);
    CHECK(scored.metric(metric).shown_score == d(points));
  }
}

TEST_CASE("the printed month totals 112.18, shown 112, and is good") {
  const auto scored = score(month_of("2024-08", test::printed()));
  CHECK(scored.card->total->rounded(2) == d("112.18"));
  CHECK(scored.card->shown_total == d("112"));
  CHECK(scored.grade() == "good");
  CHECK(scored.card->action == std::string("keep"));
  CHECK(scored.card->coverage == d("100"));
}

TEST_CASE("a month on every target totals 100 and is good") {
  const auto scored = score(month_of("2024-08", test::on_target()));
  CHECK(scored.card->total == d("100"));
  CHECK(scored.grade() == "good");
}

TEST_CASE("112 claimed as excellent is contradicted with what excellent needs") {
  const auto scored = score(
      month_of("2024-08", test::printed(), R"(,"claimed":{"grade":"excellent","total":112})"));
  CHECK(scored.grade() == "good");
  const auto& remark = test::finding(scored.findings, finding_code::grade_claim_contradicted);
  CHECK(remark.path == "/months/0/claimed/grade");
  CHECK(test::param(remark.params, "claimed") == Scalar("excellent"));
  CHECK(test::param(remark.params, "grade") == Scalar("good"));
  CHECK(test::param(remark.params, "needs") == Scalar(d("120")));
  CHECK(test::count(scored.findings, finding_code::total_claim_contradicted) == 0);
}

TEST_CASE("a claim that agrees is no finding, another total is one") {
  const auto claimed = [](const char* claim) {
    return score(month_of("2024-08", test::printed(), R"(,"claimed":)" + std::string(claim)));
  };
  const auto agrees = claimed(R"({"grade":"good","total":112})");
  CHECK(test::count(agrees.findings, finding_code::grade_claim_contradicted) == 0);
  CHECK(test::count(agrees.findings, finding_code::total_claim_contradicted) == 0);
  const auto differs = claimed(R"({"total":113})");
  CHECK(test::finding(differs.findings, finding_code::total_claim_contradicted).path ==
        "/months/0/claimed/total");
}

TEST_CASE("the grade looks at the shown total: 99.5 is shown 100 and good") {
  // Policies alone move: 500 x (1 + 6 x (total - 100) / 100).
  const auto total = [](const char* policies) {
    return score(month_of("2024-08", figures(policies, "18", "70", "5", "24", "1")));
  };
  CHECK(total("484").card->total->rounded(2) == d("99.47"));
  CHECK(total("484").grade() == "fair");
  CHECK(total("485").card->total == d("99.5"));
  CHECK(total("485").card->shown_total == d("100"));
  CHECK(total("485").grade() == "good");
  CHECK(total("486").card->total->rounded(2) == d("99.53"));
  CHECK(total("486").grade() == "good");
}

TEST_CASE("the next grade is named with the shown points missing to it") {
  const auto scored = score(month_of("2024-08", test::printed()));
  REQUIRE(scored.card->to_next_grade);
  CHECK(test::name(scored.card->to_next_grade->grade) == "excellent");
  CHECK(scored.card->to_next_grade->points == d("8"));
}

TEST_CASE("the weakest metric is the one with the lowest score") {
  CHECK(score(month_of("2024-08", test::printed())).card->weakest == std::string("nps"));
}

TEST_CASE("a month may have a target of its own") {
  const auto scored =
      score(month_of("2024-08", R"("metrics":{"policies":{"value":580,"target":1000}})"));
  CHECK(scored.metric("policies").target == d("1000"));
  CHECK(scored.metric("policies").score == d("58"));
}

TEST_CASE("a score stops at the safety cap of 150") {
  const auto policies = [](const char* value) {
    return score(month_of("2024-08", figures(value, "18", "70", "5", "24", "1")))
        .metric("policies");
  };
  CHECK(policies("749").score == d("149.8"));
  CHECK(policies("750").score == d("150"));
  CHECK_FALSE(policies("750").capped);
  CHECK(policies("751").score == d("150"));
  CHECK(policies("751").capped);
}

TEST_CASE("contributions add up to the total") {
  const auto scored = score(month_of("2024-08", test::printed()));
  Decimal sum;
  for (const auto& row : scored.card->metrics) sum = sum + *row.contribution;
  CHECK((sum - *scored.card->total).rounded(8) == d("0"));
}

TEST_CASE("months without data are no card at all") { CHECK_FALSE(score("").card); }
