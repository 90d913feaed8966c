#include "support/ask.hpp"
#include "support/months.hpp"

using namespace allymark;
using test::d;
using test::figures;
using test::month_of;
using test::score;

namespace {

/// A month whose total is `points`: policies alone leave their target.
std::string total(const std::string& month, int points) {
  const int policies = 500 + (points - 100) * 30;
  return month_of(month, figures(std::to_string(policies), "18", "70", "5", "24", "1"));
}
std::string empty(const std::string& month) {
  return month_of(month, figures("null", "null", "null", "null", "null", "null"));
}
std::string month_judged(const std::string& months, const char* as_of) {
  const auto scored = score(months, as_of);
  return scored.card ? scored.card->month.text() : "none";
}

}  // namespace

TEST_CASE("the last complete month on or before the date decides") {
  const std::string months =
      total("2024-07", 101) + "," + total("2024-08", 102) + "," + total("2024-09", 103);
  CHECK(month_judged(months, "2024-08-30") == "2024-07");
  CHECK(month_judged(months, "2024-08-31") == "2024-08");
  CHECK(month_judged(months, "2024-09-01") == "2024-08");
}

TEST_CASE("without a date the last month there is decides") {
  CHECK(month_judged(total("2024-07", 101) + "," + total("2024-09", 103), "") == "2024-09");
}

TEST_CASE("a date before all months judges nothing") {
  CHECK(month_judged(total("2024-07", 101), "2024-07-30") == "none");
}

TEST_CASE("months given in any order are judged alike") {
  const std::string a = total("2024-06", 101), b = total("2024-07", 102), c = total("2024-08", 103);
  const auto forward = score(a + "," + b + "," + c);
  const auto backward = score(c + "," + b + "," + a);
  CHECK(backward.card->month == forward.card->month);
  CHECK(backward.card->mean == forward.card->mean);
  CHECK(backward.card->history.size() == 3);
  CHECK(backward.card->history.front().month.text() == "2024-06");
}

TEST_CASE("a month without data stays a gap in the history") {
  const auto scored = score(total("2024-05", 101) + "," + total("2024-08", 103));
  REQUIRE(scored.card->history.size() == 4);
  CHECK(scored.card->history[1].month.text() == "2024-06");
  CHECK_FALSE(scored.card->history[1].total);
  CHECK_FALSE(scored.card->history[2].total);
  CHECK(scored.card->history[3].shown_total == d("103"));
}

TEST_CASE("the history goes back twelve months") {
  std::string months = total("2023-01", 100);
  for (int i = 1; i < 20; ++i) {
    months += "," + total(test::month("2023-01").plus(i).text(), 100 + i % 3);
  }
  const auto scored = score(months);
  REQUIRE(scored.card->history.size() == 12);
  CHECK(scored.card->history.front().month.text() == "2023-09");
  CHECK(scored.card->history.back().month.text() == "2024-08");
}

TEST_CASE("the mean covers the last three calendar months, gaps left out") {
  CHECK(score(total("2024-05", 70) + "," + total("2024-06", 101) + "," + total("2024-07", 102) +
              "," + total("2024-08", 106))
            .card->mean == d("103"));
  CHECK(score(total("2024-05", 70) + "," + total("2024-06", 101) + "," + total("2024-08", 106))
            .card->mean == d("103.5"));
  CHECK(score(total("2024-08", 106)).card->mean == d("106"));
}

TEST_CASE("the trend compares the month with the oldest of the last three") {
  const auto trend = [](int first, int last) {
    const auto scored = score(total("2024-06", first) + "," + total("2024-08", last));
    return scored.card->trend ? test::name(*scored.card->trend) : std::string("none");
  };
  CHECK(trend(101, 102) == "up");
  CHECK(trend(101, 101) == "flat");
  CHECK(trend(101, 100) == "down");
}

TEST_CASE("one month alone has no trend") { CHECK_FALSE(score(total("2024-08", 106)).card->trend); }

TEST_CASE("months below 100 are counted, 100 itself is not") {
  CHECK(score(total("2024-06", 99) + "," + total("2024-07", 100) + "," + total("2024-08", 101))
            .card->months_below == 1);
}

TEST_CASE("an empty last month is judged as empty, not replaced by an older one") {
  const auto scored = score(total("2024-07", 101) + "," + empty("2024-08"), "2024-09-01");
  CHECK(scored.card->month.text() == "2024-08");
  CHECK(scored.grade() == "none");
}

TEST_CASE("a last complete month that is not there is said") {
  const auto scored = score(total("2024-07", 101), "2024-09-01");
  const auto& remark = test::finding(scored.findings, finding_code::months_missing);
  CHECK(test::param(remark.params, "expected") == Scalar("2024-08"));
  CHECK(test::param(remark.params, "last") == Scalar("2024-07"));
}

TEST_CASE("a last complete month that is not there decides: no grade, and a gap in the history") {
  const std::string months = total("2024-06", 99) + "," + total("2024-07", 101);
  CHECK(score(months, "2024-08-30").grade() == "good");
  const auto gap = score(months, "2024-08-31");
  REQUIRE(gap.card);
  CHECK(gap.card->month.text() == "2024-08");
  CHECK(gap.grade() == "none");
  CHECK(gap.ungraded() == "no_data");
  CHECK_FALSE(gap.card->action);
  CHECK(gap.card->coverage == d("0"));
  REQUIRE(gap.card->history.size() == 3);
  CHECK_FALSE(gap.card->history.back().total);
  CHECK(gap.card->mean == d("100"));
  CHECK_FALSE(gap.card->trend);
  CHECK(gap.card->months_below == 1);
  CHECK(test::count(gap.findings, finding_code::months_missing) == 1);
  CHECK(test::count(gap.findings, finding_code::metric_not_measured) == 0);
}

TEST_CASE("a gap longer than the history leaves only gaps") {
  const auto scored = score(total("2022-01", 101), "2024-08-31");
  REQUIRE(scored.card->history.size() == 12);
  CHECK_FALSE(scored.card->mean);
  CHECK(scored.card->months_below == 0);
}

TEST_CASE("the same month twice is refused where it stands the second time") {
  Errors errors;
  check(test::from_json<List<MonthData>>("[" + total("2024-07", 101) + "," + total("2024-08", 101) +
                                         "," + total("2024-07", 101) + "]"),
        test::pack().metrics, Place::at("/months"), errors);
  CHECK(test::lines(errors) == List<std::string>{"duplicate_month /months/2/month"});
}

TEST_CASE("an unknown metric of a month is refused where it stands") {
  Errors errors;
  check(test::from_json<List<MonthData>>(R"([{"month":"2024-08","metrics":{"smiles":5}}])"),
        test::pack().metrics, Place::at("/months"), errors);
  CHECK(test::lines(errors) == List<std::string>{"unknown_metric /months/0/metrics/smiles"});
}

TEST_CASE("without a date all is judged at the end of the last month, however the months stand") {
  using test::Json;
  const auto month = [](const char* name, int policies) {
    return Json{{"month", name}, {"metrics", {{"policies", policies}, {"complaint_rate", 3}}}};
  };
  const Json june = month("2024-06", 500);
  const Json july = month("2024-07", 299);
  const Json august = month("2024-08", 299);
  for (const Json& months : {Json::array({june, july, august}), Json::array({august, june, july}),
                             Json::array({july, august, june})}) {
    const Json result = test::result_of({{"call", "assess"},
                                         {"policy", "insurance-data"},
                                         {"dossier", {{"id", "p"}, {"months", months}}}});
    CHECK(result["scorecard"]["month"] == "2024-08");
    CHECK(result["crisis"][3]["month"] == "2024-08");
    CHECK(result["crisis"][3]["state"] == "fired");
    CHECK(result["nextActions"][0]["due"] == "2024-09-03");
    CHECK(result["nextActions"][0]["lateDays"] == 0);
  }
}
