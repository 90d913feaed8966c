#include "support/crises.hpp"

using namespace allymark;
using test::crisis_month;
using test::d;
using test::done;
using test::watch;

namespace {

/// State after the last day of August, from the policies of July and August; the target is 500.
std::string after(const std::string& july, const std::string& august) {
  return watch({crisis_month("2024-07", july) + "," + crisis_month("2024-08", august)},
               "2024-08-31")
      .state("performance");
}

const std::string two_bad = crisis_month("2024-07", "299") + "," + crisis_month("2024-08", "299");
const std::string steps_done = done("performance", "diagnosis_team", "2024-09-02") + "," +
                               done("performance", "root_cause", "2024-09-08") + "," +
                               done("performance", "thirty_day_plan", "2024-09-20");

}  // namespace

TEST_CASE("two months strictly below 60 % of the target fire performance") {
  CHECK(after("299", "299") == "fired");
  CHECK(after("300", "300") == "quiet");
  CHECK(after("301", "301") == "quiet");
}

TEST_CASE("one bad month is near only while it is the latest") {
  CHECK(after("500", "299") == "near");
  CHECK(after("299", "300") == "quiet");
}

TEST_CASE("each month is measured by its own target") {
  const auto with_target = [](const char* month, int policies, int target) {
    return std::string(R"({"month":")") + month + R"(","metrics":{"policies":{"value":)" +
           std::to_string(policies) + R"(,"target":)" + std::to_string(target) + "}}}";
  };
  const auto state = [&](int target) {
    return watch({with_target("2024-07", 59, 100) + "," + with_target("2024-08", 59, target)},
                 "2024-09-01")
        .state("performance");
  };
  CHECK(state(98) == "quiet");  // 60 % is 58.8
  CHECK(state(99) == "fired");  // 60 % is 59.4
  const auto plan = watch({with_target("2024-08", 59, 100)}, "2024-09-01").plan("performance");
  CHECK(plan.target == d("100"));
  CHECK(plan.limit == d("60"));
  CHECK(plan.distance == d("-1"));
}

TEST_CASE("a missing month does not fire and is reported") {
  const auto gap = watch(
      {crisis_month("2024-06", "100") + "," + crisis_month("2024-08", "100", "3")}, "2024-08-31");
  CHECK(gap.state("performance") == "near");
  CHECK(gap.plan("performance").months->run == 1);
  const auto& remark = test::finding(gap.findings, finding_code::crisis_month_missing);
  CHECK(test::param(remark.params, "plan") == Scalar("performance"));
  CHECK(test::param(remark.params, "month") == Scalar("2024-07"));

  const auto last = watch({two_bad}, "2024-09-30");
  CHECK(last.state("performance") == "fired");  // it fired in August, and nothing closed it
  CHECK_FALSE(last.plan("performance").value);
}

TEST_CASE("a month whose figure was left out is as missing as one that is not there") {
  const auto gap = watch({crisis_month("2024-06", "100") + "," + crisis_month("2024-07", "null") +
                          "," + crisis_month("2024-08", "100")},
                         "2024-08-31");
  CHECK(gap.state("performance") == "near");
}

TEST_CASE("only complete months count") {
  CHECK(watch({two_bad}, "2024-08-30").state("performance") == "near");
  CHECK(watch({two_bad}, "2024-08-31").state("performance") == "fired");
}

TEST_CASE("a fired plan has deadlines, owners and a clock from the month's last day") {
  const auto plan = watch({two_bad}, "2024-09-05").plan("performance");
  CHECK(test::text(plan.fired_on) == "2024-08-31");
  CHECK_FALSE(plan.may_resume);
  CHECK(plan.clock->ends.text() == "2024-09-30");
  CHECK(plan.clock->days_left == 25);
  REQUIRE(plan.steps.size() == 4);
  CHECK(plan.steps[0].step == "diagnosis_team");
  CHECK(plan.steps[0].owner == "executive");
  CHECK(plan.steps[0].due.text() == "2024-09-03");
  CHECK(plan.steps[0].late_days == 2);
  CHECK(plan.steps[1].due.text() == "2024-09-10");
  CHECK(plan.steps[1].late_days == 0);
  REQUIRE(plan.evidence.size() == 2);
  CHECK(plan.evidence[0].month.text() == "2024-07");
  CHECK(plan.evidence[1].value == d("299"));
  CHECK(plan.evidence[1].limit == d("300"));
}

TEST_CASE("a run that a good month has ended is no evidence of the next one") {
  const std::string again =
      crisis_month("2024-05", "299") + "," + crisis_month("2024-06", "300") + "," + two_bad;
  const auto plan = watch({again}, "2024-09-05").plan("performance");
  REQUIRE(plan.evidence.size() == 2);
  CHECK(plan.evidence[0].month.text() == "2024-07");
}

TEST_CASE("a crisis closes when its steps are done and a full month was back inside") {
  const std::string good = two_bad + "," + crisis_month("2024-09", "300");
  CHECK(watch({good, "", steps_done}, "2024-09-29").state("performance") == "fired");
  const auto closed = watch({good, "", steps_done}, "2024-09-30").plan("performance");
  CHECK(closed.state == CrisisState::quiet);
  CHECK(test::text(closed.closed_on) == "2024-09-30");
  CHECK(closed.may_resume);
  CHECK(closed.steps.empty());

  const auto bad =
      watch({two_bad + "," + crisis_month("2024-09", "299"), "", steps_done}, "2024-09-30");
  CHECK(bad.state("performance") == "fired");
}

TEST_CASE("a crisis stays open while one step is open, and closes on the day it is done") {
  const std::string good = two_bad + "," + crisis_month("2024-09", "300");
  const std::string two = done("performance", "diagnosis_team", "2024-09-02") + "," +
                          done("performance", "root_cause", "2024-09-08");
  CHECK(watch({good, "", two}, "2024-10-15").state("performance") == "fired");
  const auto late =
      watch({good, "", two + "," + done("performance", "thirty_day_plan", "2024-10-12")},
            "2024-10-15")
          .plan("performance");
  CHECK(test::text(late.closed_on) == "2024-10-12");
}

TEST_CASE("a step counts from the day it is done, not from the day before") {
  const std::string good = two_bad + "," + crisis_month("2024-09", "300");
  const auto state = [&](const char* as_of) {
    return watch({good, "",
                  done("performance", "diagnosis_team", "2024-09-02") + "," +
                      done("performance", "root_cause", "2024-09-08") + "," +
                      done("performance", "thirty_day_plan", "2024-10-12")},
                 as_of)
        .state("performance");
  };
  CHECK(state("2024-10-11") == "fired");
  CHECK(state("2024-10-12") != "fired");
  CHECK(state("2024-10-13") != "fired");
}

TEST_CASE("a step that is only a fallback does not keep a crisis open") {
  const auto& steps = test::pack().crisis->plans[3].steps;
  REQUIRE(steps[3].id == "replacement_plan");
  CHECK(steps[3].fallback);
}

TEST_CASE("a good month that was followed by a bad one does not close a crisis later") {
  const std::string months =
      two_bad + "," + crisis_month("2024-09", "300") + "," + crisis_month("2024-10", "299");
  const std::string late = done("performance", "diagnosis_team", "2024-11-02") + "," +
                           done("performance", "root_cause", "2024-11-02") + "," +
                           done("performance", "thirty_day_plan", "2024-11-02");
  CHECK(watch({months, "", late}, "2024-11-10").state("performance") == "fired");
}

TEST_CASE("steps done before the crisis do not count for it") {
  const std::string good = two_bad + "," + crisis_month("2024-09", "300");
  const std::string early = done("performance", "diagnosis_team", "2024-07-31") + "," +
                            done("performance", "root_cause", "2024-09-08") + "," +
                            done("performance", "thirty_day_plan", "2024-09-20");
  const auto plan = watch({good, "", early}, "2024-10-01").plan("performance");
  CHECK(plan.state == CrisisState::fired);
  CHECK_FALSE(plan.steps[0].done);
  CHECK(test::text(plan.steps[1].done) == "2024-09-08");
}

TEST_CASE("a crisis that closed can fire again, with deadlines of its own") {
  const std::string months = two_bad + "," + crisis_month("2024-09", "300") + "," +
                             crisis_month("2024-10", "299") + "," + crisis_month("2024-11", "299");
  const auto plan = watch({months, "", steps_done}, "2024-11-30").plan("performance");
  CHECK(plan.state == CrisisState::fired);
  CHECK(test::text(plan.fired_on) == "2024-11-30");
  CHECK(test::text(plan.closed_on) == "2024-09-30");
  CHECK_FALSE(plan.steps[0].done);
}

TEST_CASE("twenty deals of 250 in each of two months fire the used-car plan after the second") {
  // Domain rules, section 9.
  CrisisRules rules = *test::pack().crisis;
  const auto months = [](const char* month) {
    return std::string(R"({"month":")") + month +
           R"(","metrics":{"policies":{"value":20,"target":250}}})";
  };
  CHECK(watch({months("2022-01")}, "2022-02-27", rules).state("performance") == "near");
  const auto fired = watch({months("2022-01") + "," + months("2022-02")}, "2022-02-28", rules);
  CHECK(test::text(fired.plan("performance").fired_on) == "2022-02-28");
  CHECK(fired.plan("performance").limit == d("150"));
}
