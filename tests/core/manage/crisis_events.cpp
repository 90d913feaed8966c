#include "support/crises.hpp"

using namespace allymark;
using test::crisis_month;
using test::d;
using test::done;
using test::event;
using test::watch;

namespace {

std::string complaints(const std::string& rate) {
  return watch({crisis_month("2024-08", "500", rate)}, "2024-08-31").state("complaints");
}
std::string counted(int events, int of) {
  return R"({"events":)" + std::to_string(events) + R"(,"of":)" + std::to_string(of) + "}";
}
std::string equity(const std::string& more, EventRule fires, Findings* findings = nullptr) {
  CrisisRules rules = *test::pack().crisis;
  rules.plans[2].fires = fires;
  const auto watched = watch({"", event("equity_change", "2024-08-10", more)}, "2024-08-20", rules);
  if (findings != nullptr) *findings = watched.findings;
  return watched.state("ownership");
}
const std::string all_done = done("data", "stop_exchange", "2024-08-10") + "," +
                             done("data", "legal_action", "2024-08-11") + "," +
                             done("data", "notify_users", "2024-08-12") + "," +
                             done("data", "claim_and_replace", "2024-08-20");

}  // namespace

TEST_CASE("a complaint rate strictly above 10 % fires, and is near from 8 %") {
  CHECK(complaints("7.99") == "quiet");
  CHECK(complaints("8") == "near");
  CHECK(complaints("9.99") == "near");
  CHECK(complaints("10") == "near");
  CHECK(complaints("10.01") == "fired");
}

TEST_CASE("complaints are compared as counts, exactly") {
  CHECK(complaints(counted(30, 300)) == "near");
  CHECK(complaints(counted(31, 300)) == "fired");
}

TEST_CASE("a rate counted in fewer than 30 fires and is flagged") {
  const auto at = [](int of) {
    return watch({crisis_month("2024-08", "500", counted(of / 2, of))}, "2024-08-31");
  };
  CHECK(at(29).plan("complaints").small_base);
  CHECK(test::count(at(29).findings, finding_code::crisis_small_base) == 1);
  CHECK(at(29).state("complaints") == "fired");
  CHECK_FALSE(at(30).plan("complaints").small_base);
  CHECK_FALSE(at(31).plan("complaints").small_base);
  CHECK(test::count(at(30).findings, finding_code::crisis_small_base) == 0);
}

TEST_CASE("a small base is flagged while it fires, of the month that fired and of the last one") {
  const auto flagged = [](const std::string& fired, const std::string& last) {
    const auto plan =
        watch({crisis_month("2024-07", "500", fired) + "," + crisis_month("2024-08", "500", last)},
              "2024-08-31")
            .plan("complaints");
    CHECK(test::name(plan.state) == "fired");
    return plan.small_base;
  };
  CHECK(flagged(counted(15, 29), counted(3, 300)));
  CHECK(flagged(counted(31, 300), counted(1, 29)));
  CHECK(flagged(counted(15, 29), counted(1, 29)));
  CHECK_FALSE(flagged(counted(31, 300), counted(3, 300)));
}

TEST_CASE("months are watched in their order, however they stand") {
  const std::string june = crisis_month("2024-06", "500", "3");
  const std::string july = crisis_month("2024-07", "299", "11");
  const std::string august = crisis_month("2024-08", "299", "3");
  for (const std::string& months :
       {june + "," + july + "," + august, august + "," + july + "," + june,
        july + "," + august + "," + june}) {
    const auto watched = watch({months}, "2024-08-31");
    CHECK(watched.state("performance") == "fired");
    CHECK(watched.plan("performance").evidence.size() == 2);
    CHECK(watched.plan("performance").evidence[0].month == test::month("2024-07"));
    CHECK(watched.plan("complaints").fired_on == test::date("2024-07-31"));
    CHECK(test::count(watched.findings, finding_code::crisis_month_missing) == 0);
  }
}

TEST_CASE("the distance to firing is what is left to the limit") {
  const auto plan = watch({crisis_month("2024-08", "500", "3.2")}, "2024-08-31").plan("complaints");
  CHECK(plan.limit == d("10"));
  CHECK(plan.distance == d("6.8"));
  CHECK(plan.state == CrisisState::quiet);
}

TEST_CASE("a confirmed leak or misuse fires, a suspected one is near") {
  const auto state = [](const char* kind, const char* more) {
    return watch({"", event(kind, "2024-08-10", more)}, "2024-08-10").state("data");
  };
  CHECK(state("data_leak", "") == "fired");
  CHECK(state("data_misuse", "") == "fired");
  CHECK(state("data_leak", R"(,"state":"suspected")") == "near");
  CHECK(state("malicious_competition", "") == "quiet");
}

TEST_CASE("an event after the date has not happened yet") {
  const std::string leak = event("data_leak", "2024-08-10");
  CHECK(watch({"", leak}, "2024-08-09").state("data") == "quiet");
  CHECK(watch({"", leak}, "2024-08-10").state("data") == "fired");
  CHECK(watch({"", leak}, "2024-08-11").state("data") == "fired");
}

TEST_CASE("a leak closes when its steps are done and a full month went by without another") {
  const std::string leak = event("data_leak", "2024-08-10");
  CHECK(watch({"", leak, all_done}, "2024-09-09").state("data") == "fired");
  const auto closed = watch({"", leak, all_done}, "2024-09-10").plan("data");
  CHECK(closed.state == CrisisState::quiet);
  CHECK(test::text(closed.closed_on) == "2024-09-10");
  CHECK_FALSE(closed.event);

  const std::string again = leak + "," + event("data_misuse", "2024-09-01");
  const auto open = watch({"", again, all_done}, "2024-09-30").plan("data");
  CHECK(open.state == CrisisState::fired);
  CHECK(test::text(open.fired_on) == "2024-08-10");
  CHECK(watch({"", again, all_done}, "2024-10-01").state("data") == "quiet");
}

TEST_CASE("a leak after the crisis closed fires anew") {
  const std::string twice =
      event("data_leak", "2024-08-10") + "," + event("data_leak", "2024-09-11");
  const auto plan = watch({"", twice, all_done}, "2024-09-12").plan("data");
  CHECK(test::text(plan.fired_on) == "2024-09-11");
  CHECK(test::text(plan.closed_on) == "2024-09-10");
  CHECK_FALSE(plan.steps[0].done);
}

TEST_CASE("a suspicion from before a crisis was closed is settled with it") {
  const std::string story = event("data_leak", "2024-08-09", R"(,"state":"suspected")") + "," +
                            event("data_leak", "2024-08-10");
  CHECK(watch({"", story, all_done}, "2024-09-10").state("data") == "quiet");
  const std::string later =
      story + "," + event("data_leak", "2024-09-11", R"(,"state":"suspected")");
  CHECK(watch({"", later, all_done}, "2024-09-12").state("data") == "near");
}

TEST_CASE("any change of equity fires by default") {
  CHECK(equity("", EventRule::any) == "fired");
  CHECK(equity(R"(,"share":1)", EventRule::any) == "fired");
}

TEST_CASE("under control_or_share only control or 30 % of the equity fires") {
  const EventRule rule = EventRule::control_or_share;
  Findings less;
  CHECK(equity(R"(,"share":29.99)", rule, &less) == "quiet");
  CHECK(test::count(less, finding_code::ownership_notice) == 1);
  CHECK(equity(R"(,"share":30)", rule) == "fired");
  CHECK(equity(R"(,"share":30.01)", rule) == "fired");
  CHECK(equity(R"(,"share":5,"control":true)", rule) == "fired");
  CHECK(equity(R"(,"share":5,"control":false)", rule) == "quiet");
  Findings open;
  CHECK(equity("", rule, &open) == "near");
  CHECK(test::count(open, finding_code::ownership_share_missing) == 1);
}

TEST_CASE("every plan that fires is returned, data before complaints, ownership, performance") {
  const auto watched =
      watch({crisis_month("2024-07", "1", "11") + "," + crisis_month("2024-08", "1", "11"),
             event("equity_change", "2024-08-10") + "," + event("data_leak", "2024-08-11")},
            "2024-09-01");
  List<std::string> order;
  for (const auto& plan : watched.plans) {
    CHECK(plan.state == CrisisState::fired);
    order.push_back(plan.id);
  }
  CHECK(order == List<std::string>{"data", "complaints", "ownership", "performance"});
  CHECK(test::count(watched.findings, finding_code::crisis_fired) == 4);
}

TEST_CASE("a partner without months and events is quiet, with no figure") {
  const auto watched = watch({""}, "2024-09-01");
  for (const auto& plan : watched.plans) {
    CHECK(plan.state == CrisisState::quiet);
    CHECK_FALSE(plan.value);
    CHECK_FALSE(plan.month);
  }
  CHECK(watched.findings.empty());
}

TEST_CASE("a pack's plans are checked where they stand") {
  Pack pack = test::pack();
  CrisisRules& rules = *pack.crisis;
  rules.plans[0].events.clear();
  rules.plans[1].metric = "smiles";
  rules.plans[2].id = "data";
  rules.plans[2].steps[1].id = "meet_new_owner";
  rules.plans[3].metric = "response_hours";  // defined, but not on the scorecard
  rules.plans[3].limit = d("0");
  rules.plans[3].steps[0].owner = "nobody";
  Errors errors;
  check(rules, pack.metrics, pack.scorecard, pack.roles, Place::at("/crisis"), errors);
  CHECK(test::lines(errors) ==
        List<std::string>{
            "empty_list /crisis/plans/0/events", "unknown_metric /crisis/plans/1/metric",
            "duplicate_id /crisis/plans/2/id", "duplicate_id /crisis/plans/2/steps/1/id",
            "unknown_metric /crisis/plans/3/metric", "target_not_positive /crisis/plans/3/limit",
            "unknown_id /crisis/plans/3/steps/0/owner"});
}

TEST_CASE("a step of an unknown plan and an unknown step are refused") {
  Errors errors;
  check(test::from_json<List<CrisisStepDone>>("[" + done("fire", "run", "2024-08-10") + "," +
                                              done("data", "run", "2024-08-10") + "," +
                                              done("data", "stop_exchange", "2024-08-10") + "]"),
        *test::pack().crisis, Place::at("/crisisSteps"), errors);
  CHECK(test::lines(errors) ==
        List<std::string>{"unknown_id /crisisSteps/0/plan", "unknown_id /crisisSteps/1/step"});
}
