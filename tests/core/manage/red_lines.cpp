#include "support/months.hpp"

using namespace allymark;
using test::d;
using test::figures;
using test::month_of;
using test::score;

namespace {

/// Everything else far above target, so that the bands alone would say excellent or good.
test::Scored with_complaints(const char* complaints) {
  return score(month_of("2024-08", figures("750", "27", "95", complaints, "1", "0")));
}
test::Scored with_nps(const char* nps) {
  return score(month_of("2024-08", figures("750", "27", nps, "0", "1", "0")));
}

}  // namespace

TEST_CASE("complaints strictly above 8 % cap the grade at fair") {
  CHECK(with_complaints("7.9").grade() == with_complaints("7.9").band());
  CHECK(with_complaints("8").grade() == with_complaints("8").band());
  CHECK(with_complaints("8").grade() != "fair");
  CHECK(with_complaints("8.1").grade() == "fair");
  CHECK(with_complaints("8.1").band() != "fair");
}

TEST_CASE("complaints strictly above 10 % cap the grade at poor") {
  CHECK(with_complaints("9.9").grade() == "fair");
  CHECK(with_complaints("10").grade() == "fair");
  CHECK(with_complaints("10.000000001").grade() == "poor");
}

TEST_CASE("an NPS strictly below 65 caps the grade at fair") {
  CHECK(with_nps("64.9").grade() == "fair");
  CHECK(with_nps("65").grade() == "excellent");
  CHECK(with_nps("65.1").grade() == "excellent");
}

TEST_CASE("a red line caps the grade and lifts none") {
  // Half of every target: poor by the bands, fair by the red line.
  const auto scored = score(month_of("2024-08", figures("250", "9", "35", "5", "48", "2")));
  CHECK(scored.band() == "poor");
  CHECK(scored.grade() == "poor");
}

TEST_CASE("the strictest of several crossed red lines decides") {
  const auto scored = score(month_of("2024-08", figures("750", "27", "60", "11", "1", "0")));
  CHECK(scored.grade() == "poor");
  CHECK(test::count(scored.findings, finding_code::red_line_crossed) == 3);
}

TEST_CASE("the action follows the capped grade") {
  CHECK(with_complaints("8.1").card->action == std::string("watch_and_help"));
  CHECK(with_complaints("11").card->action == std::string("improvement_plan"));
}

TEST_CASE("complaints of 24 in 300 are 8 % and cross nothing, 25 do") {
  const auto counted = [](const char* events) {
    return score(month_of(
        "2024-08", figures("750", "27", "95",
                           R"({"events":)" + std::string(events) + R"(,"of":300})", "1", "0")));
  };
  CHECK(counted("24").grade() != "fair");
  CHECK(counted("25").grade() == "fair");
}

TEST_CASE("a red-line figure that was not measured leaves the month without a grade") {
  const auto no_nps =
      score(month_of("2024-08", figures("580", "19.2", "null", "3.2", "16", "0.3")));
  CHECK(no_nps.grade() == "none");
  CHECK(no_nps.ungraded() == "red_line_missing");
  CHECK(no_nps.card->shown_total);
  CHECK(test::finding(no_nps.findings, finding_code::red_line_not_measured).path ==
        "/months/0/metrics/nps");
  const auto no_complaints =
      score(month_of("2024-08", figures("580", "19.2", "74", "null", "16", "0.3")));
  CHECK(no_complaints.ungraded() == "red_line_missing");
}

TEST_CASE("each red line is listed with its figure and state") {
  const auto scored = with_complaints("8.1");
  REQUIRE(scored.card->red_lines.size() == 3);
  CHECK(test::name(scored.card->red_lines[0].state) == "crossed");
  CHECK(scored.card->red_lines[0].value == d("8.1"));
  CHECK(test::name(scored.card->red_lines[1].state) == "clear");
  CHECK(test::name(scored.card->red_lines[2].state) == "clear");
}
