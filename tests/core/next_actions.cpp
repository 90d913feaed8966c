// What a dossier asks for, whole: in the order of the pack's rules, within a rule by deadline, each
// with its owner, its day and the part of the answer that asks.

#include "support/ask.hpp"

using namespace allymark;
using test::Json;

namespace {

/// Each action on a line: "hold_meeting layer=managers by manager, due 2024-02-29, late 185,
/// /path".
std::string actions(const Json& request) {
  std::string text = "\n";
  const auto told = [](const Json& value) {
    return value.is_string() ? value.get<std::string>() : value.is_null() ? "none" : value.dump();
  };
  const Json result = test::result_of(request);
  for (const auto& action : result["nextActions"]) {
    text += told(action["code"]);
    for (const auto& [name, value] : action["params"].items()) {
      text += " " + name + "=" + told(value);
    }
    text += " by " + told(action["ownerRole"]) + ", due " + told(action["due"]) + ", late " +
            told(action["lateDays"]) + ", " + told(action["path"]) + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("an action without days has no deadline, one of 0 days is due at once") {
  Json request = Json::parse(
      R"({"call": "assess", "policy": "insurance-data", "asOf": "2024-09-01", "dossier": {"id": "p",
"name": "乙", "keyLevel": {"strategicValue": 4, "substitutability": 2, "investment": 4},
"trial": {"users": 300, "metrics": {"conversion": 21, "nps": 76}}, "diligence": {"items":
{"values": {"state": "pass"}}}}})");
  request["policy"] = test::changed_pack(
      Json::parse(R"({"/actions": [{"code": "measure_criterion", "owner": "service"}, {"code":
"finish_diligence", "owner": "legal", "days": 0}]})"));
  CHECK(actions(request) == R"(
measure_criterion metric=complaint_rate by service, due none, late 0, /trial/notMeasured
measure_criterion metric=failure_rate by service, due none, late 0, /trial/notMeasured
finish_diligence open=12 by legal, due 2024-09-01, late 0, /diligence/open
)");
}

TEST_CASE("an investment on its course is not stopped, a crisis near is no step") {
  CHECK(
      actions(Json::parse(
          R"({"call": "assess", "policy": "insurance-data", "asOf": "2024-08-01", "dossier": {"id": "p",
"keyLevel": {"strategicValue": 5}, "months": [{"month": "2024-05", "metrics": {"policies":
280, "conversion": 19.2, "nps": 74, "complaint_rate": 3.2, "quote_hours": 16}}, {"month":
"2024-06", "metrics": {"policies": 290, "conversion": 19.2, "nps": 74, "complaint_rate": 9,
"quote_hours": 16}}, {"month": "2024-07", "metrics": {"policies": 580, "conversion": 19.2,
"nps": 74, "complaint_rate": 3.2, "quote_hours": 16, "failure_rate": 0.3}}], "events":
[{"kind": "data_leak", "date": "2024-07-20", "state": "suspected"}, {"kind":
"equity_change", "date": "2024-07-25"}], "agreement": {"effective": "2024-05-01"},
"investment": {"start": "2024-05", "rate": 250, "proposedRate": 200, "plannedUnits": 400,
"downsideUnits": 0, "plannedTotal": 2000000, "invested": [{"month": "2024-05", "amount":
850000}], "stopLoss": 1000000}, "relationship": {"start": "2024-01-31", "owners":
{"executives": "王"}, "meetings": [{"layer": "executives", "date": "2024-04-30"}], "renewal":
{"contractEnd": "2027-04-30", "priceReview": "2024-10-01"}, "workshops": [{"date":
"2024-07-01", "ideas": [{"name": "a", "yearlyValue": 3000000}, {"name": "b", "yearlyValue":
1500000}]}]}}})")) == R"(
crisis_step plan=performance step=diagnosis_team by executive, due 2024-07-03, late 29, /crisis/3/steps/0
crisis_step plan=performance step=root_cause by manager, due 2024-07-10, late 22, /crisis/3/steps/1
crisis_step plan=performance step=thirty_day_plan by manager, due 2024-07-30, late 2, /crisis/3/steps/2
crisis_step plan=ownership step=meet_new_owner by executive, due 2024-08-08, late 0, /crisis/2/steps/0
crisis_step plan=performance step=replacement_plan by executive, due 2024-08-14, late 0, /crisis/3/steps/3
crisis_step plan=ownership step=reassess by manager, due 2024-08-15, late 0, /crisis/2/steps/1
crisis_step plan=ownership step=decide by executive, due 2024-08-24, late 0, /crisis/2/steps/2
run_trial by manager, due 2024-08-31, late 0, /trial
hold_meeting layer=managers dates=6 by manager, due 2024-02-29, late 154, /cadence/overdue/1
hold_meeting layer=executives dates=1 by executive, due 2024-07-31, late 1, /cadence/overdue/0
name_backup by manager, due 2024-08-31, late 0, /keyLevel
)");
}

TEST_CASE("a partner in every trouble is asked for everything, the most urgent first") {
  CHECK(
      actions(Json::parse(
          R"({"call": "assess", "policy": "insurance-data", "asOf": "2024-09-01", "dossier": {"id": "p",
"name": "甲", "keyLevel": {"strategicValue": 5, "substitutability": 2, "investment": 4},
"agreement": {"effective": "2024-01-01"}, "months": [{"month": "2024-01", "metrics":
{"policies": 200, "conversion": 18, "nps": 70, "complaint_rate": 5, "quote_hours": 24,
"failure_rate": 1}}, {"month": "2024-02", "metrics": {"policies": 200, "conversion": 18,
"nps": 70, "complaint_rate": 5, "quote_hours": 24, "failure_rate": 1}}, {"month": "2024-03",
"metrics": {"policies": 200, "conversion": 18, "nps": 70, "complaint_rate": 5,
"quote_hours": 24, "failure_rate": 1}}, {"month": "2024-04", "metrics": {"policies": 190,
"conversion": 18, "nps": 70, "complaint_rate": 5, "quote_hours": 24, "failure_rate": 1}},
{"month": "2024-05", "metrics": {"policies": 190, "conversion": 18, "nps": 70,
"complaint_rate": 5, "quote_hours": 24, "failure_rate": 1}}, {"month": "2024-06", "metrics":
{"policies": 190, "conversion": 18, "nps": 70, "complaint_rate": 5, "quote_hours": 24,
"failure_rate": 1}}, {"month": "2024-07", "metrics": {"policies": 290, "conversion": 18,
"nps": 70, "complaint_rate": 5, "quote_hours": 24, "failure_rate": 1}}, {"month": "2024-08",
"metrics": {"policies": 290, "conversion": 18, "nps": 70, "complaint_rate": 11,
"quote_hours": 24, "failure_rate": 1}}], "events": [{"kind": "data_leak", "date":
"2024-08-20"}], "investment": {"start": "2024-01", "rate": 250, "invested": [{"month":
"2024-01", "amount": 2000000}], "stopLoss": 1000000}, "relationship": {"start":
"2024-01-31", "meetings": [{"layer": "executives", "date": "2024-04-30"}], "renewal":
{"priceReview": "2024-10-01"}}}})")) == R"(
crisis_step plan=performance step=diagnosis_team by executive, due 2024-03-03, late 182, /crisis/3/steps/0
crisis_step plan=performance step=root_cause by manager, due 2024-03-10, late 175, /crisis/3/steps/1
crisis_step plan=performance step=thirty_day_plan by manager, due 2024-03-30, late 155, /crisis/3/steps/2
crisis_step plan=performance step=replacement_plan by executive, due 2024-04-14, late 140, /crisis/3/steps/3
crisis_step plan=data step=stop_exchange by data_security, due 2024-08-20, late 12, /crisis/0/steps/0
crisis_step plan=data step=legal_action by legal, due 2024-08-21, late 11, /crisis/0/steps/1
crisis_step plan=data step=notify_users by data_security, due 2024-08-23, late 9, /crisis/0/steps/2
crisis_step plan=complaints step=stop_new_users by manager, due 2024-09-01, late 0, /crisis/1/steps/0
crisis_step plan=complaints step=call_back by service, due 2024-09-07, late 0, /crisis/1/steps/1
crisis_step plan=complaints step=common_cause by manager, due 2024-09-14, late 0, /crisis/1/steps/2
crisis_step plan=data step=claim_and_replace by executive, due 2024-09-19, late 0, /crisis/0/steps/3
crisis_step plan=complaints step=apology by service, due 2024-09-30, late 0, /crisis/1/steps/3
decide_exit route=material_breach by executive, due 2024-09-15, late 0, /exit/routes/2
stop_investment uncovered=1562500 by executive, due 2024-09-14, late 0, /stopLoss/verdict
negotiate_plan route=under_performance by executive, due 2024-10-01, late 0, /exit/routes/1
improvement_plan month=2024-08 total=87 by manager, due 2024-09-30, late 0, /scorecard/grade
run_trial by manager, due 2024-10-01, late 0, /trial
renewal_date kind=price_review by executive, due 2024-10-01, late 0, /renewal/dates/0
hold_meeting layer=managers dates=7 by manager, due 2024-02-29, late 185, /cadence/overdue/1
hold_meeting layer=executives dates=1 by executive, due 2024-07-31, late 32, /cadence/overdue/0
hold_workshop by manager, due 2024-07-31, late 32, /workshop/next
name_backup by manager, due 2024-10-01, late 0, /keyLevel
)");
}

TEST_CASE("a plan's fallback waits until its clock is over") {
  CHECK(
      actions(Json::parse(
          R"({"call": "assess", "policy": "insurance-data", "asOf": "2024-03-30", "dossier": {"id": "p",
"name": "甲", "keyLevel": {"strategicValue": 5, "substitutability": 2, "investment": 4},
"agreement": {"effective": "2024-01-01"}, "months": [{"month": "2024-01", "metrics":
{"policies": 200, "conversion": 18, "nps": 70, "complaint_rate": 5, "quote_hours": 24,
"failure_rate": 1}}, {"month": "2024-02", "metrics": {"policies": 200, "conversion": 18,
"nps": 70, "complaint_rate": 5, "quote_hours": 24, "failure_rate": 1}}, {"month": "2024-03",
"metrics": {"policies": 200, "conversion": 18, "nps": 70, "complaint_rate": 5,
"quote_hours": 24, "failure_rate": 1}}, {"month": "2024-04", "metrics": {"policies": 190,
"conversion": 18, "nps": 70, "complaint_rate": 5, "quote_hours": 24, "failure_rate": 1}},
{"month": "2024-05", "metrics": {"policies": 190, "conversion": 18, "nps": 70,
"complaint_rate": 5, "quote_hours": 24, "failure_rate": 1}}, {"month": "2024-06", "metrics":
{"policies": 190, "conversion": 18, "nps": 70, "complaint_rate": 5, "quote_hours": 24,
"failure_rate": 1}}, {"month": "2024-07", "metrics": {"policies": 290, "conversion": 18,
"nps": 70, "complaint_rate": 5, "quote_hours": 24, "failure_rate": 1}}, {"month": "2024-08",
"metrics": {"policies": 290, "conversion": 18, "nps": 70, "complaint_rate": 11,
"quote_hours": 24, "failure_rate": 1}}], "events": [], "investment": {"start": "2024-01",
"rate": 250, "invested": [{"month": "2024-01", "amount": 2000000}], "stopLoss": 1000000},
"relationship": {"start": "2024-01-31", "meetings": [{"layer": "executives", "date":
"2024-04-30"}], "renewal": {"priceReview": "2024-10-01"}}, "crisisSteps": [{"plan": "data",
"step": "stop_exchange", "done": "2024-08-21"}, {"plan": "performance", "step":
"thirty_day_plan", "done": "2024-03-01"}]}})")) == R"(
crisis_step plan=performance step=diagnosis_team by executive, due 2024-03-03, late 27, /crisis/3/steps/0
crisis_step plan=performance step=root_cause by manager, due 2024-03-10, late 20, /crisis/3/steps/1
stop_investment uncovered=1900000 by executive, due 2024-03-14, late 16, /stopLoss/verdict
run_trial by manager, due 2024-04-29, late 0, /trial
watch_and_help month=2024-02 total=90 by manager, due 2024-03-30, late 0, /scorecard/grade
hold_meeting layer=managers dates=1 by manager, due 2024-02-29, late 30, /cadence/overdue/0
name_backup by manager, due 2024-04-29, late 0, /keyLevel
)");
}

TEST_CASE("on the day after its clock it is asked for") {
  CHECK(
      actions(Json::parse(
          R"({"call": "assess", "policy": "insurance-data", "asOf": "2024-03-31", "dossier": {"id": "p",
"name": "甲", "keyLevel": {"strategicValue": 5, "substitutability": 2, "investment": 4},
"agreement": {"effective": "2024-01-01"}, "months": [{"month": "2024-01", "metrics":
{"policies": 200, "conversion": 18, "nps": 70, "complaint_rate": 5, "quote_hours": 24,
"failure_rate": 1}}, {"month": "2024-02", "metrics": {"policies": 200, "conversion": 18,
"nps": 70, "complaint_rate": 5, "quote_hours": 24, "failure_rate": 1}}, {"month": "2024-03",
"metrics": {"policies": 200, "conversion": 18, "nps": 70, "complaint_rate": 5,
"quote_hours": 24, "failure_rate": 1}}, {"month": "2024-04", "metrics": {"policies": 190,
"conversion": 18, "nps": 70, "complaint_rate": 5, "quote_hours": 24, "failure_rate": 1}},
{"month": "2024-05", "metrics": {"policies": 190, "conversion": 18, "nps": 70,
"complaint_rate": 5, "quote_hours": 24, "failure_rate": 1}}, {"month": "2024-06", "metrics":
{"policies": 190, "conversion": 18, "nps": 70, "complaint_rate": 5, "quote_hours": 24,
"failure_rate": 1}}, {"month": "2024-07", "metrics": {"policies": 290, "conversion": 18,
"nps": 70, "complaint_rate": 5, "quote_hours": 24, "failure_rate": 1}}, {"month": "2024-08",
"metrics": {"policies": 290, "conversion": 18, "nps": 70, "complaint_rate": 11,
"quote_hours": 24, "failure_rate": 1}}], "events": [], "investment": {"start": "2024-01",
"rate": 250, "invested": [{"month": "2024-01", "amount": 2000000}], "stopLoss": 1000000},
"relationship": {"start": "2024-01-31", "meetings": [{"layer": "executives", "date":
"2024-04-30"}], "renewal": {"priceReview": "2024-10-01"}}, "crisisSteps": [{"plan": "data",
"step": "stop_exchange", "done": "2024-08-21"}, {"plan": "performance", "step":
"thirty_day_plan", "done": "2024-03-01"}]}})")) == R"(
crisis_step plan=performance step=diagnosis_team by executive, due 2024-03-03, late 28, /crisis/3/steps/0
crisis_step plan=performance step=root_cause by manager, due 2024-03-10, late 21, /crisis/3/steps/1
crisis_step plan=performance step=replacement_plan by executive, due 2024-04-14, late 0, /crisis/3/steps/3
stop_investment uncovered=1850000 by executive, due 2024-04-14, late 0, /stopLoss/verdict
run_trial by manager, due 2024-04-30, late 0, /trial
watch_and_help month=2024-03 total=90 by manager, due 2024-04-30, late 0, /scorecard/grade
hold_meeting layer=managers dates=1 by manager, due 2024-02-29, late 31, /cadence/overdue/0
name_backup by manager, due 2024-04-30, late 0, /keyLevel
)");
}

TEST_CASE(
    "a candidate whose trial lacks criteria is asked for each, and for the rest of the due "
    "diligence") {
  CHECK(
      actions(Json::parse(
          R"({"call": "assess", "policy": "insurance-data", "asOf": "2024-09-01", "dossier": {"id": "p",
"name": "乙", "keyLevel": {"strategicValue": 4, "substitutability": 2, "investment": 4},
"trial": {"users": 300, "metrics": {"conversion": 21, "nps": 76}}, "diligence": {"items":
{"values": {"state": "pass"}}}}})")) == R"(
measure_criterion metric=complaint_rate by manager, due 2024-10-01, late 0, /trial/notMeasured
measure_criterion metric=failure_rate by manager, due 2024-10-01, late 0, /trial/notMeasured
finish_diligence open=12 by manager, due 2024-10-01, late 0, /diligence/open
)");
}

TEST_CASE("a partner that may not be picked is still tried again, but not signed") {
  const auto asked = [](const char* complaints) {
    Json request = Json::parse(
        R"({"call": "assess", "policy": "insurance-data", "asOf": "2024-09-01", "dossier": {"id": "p",
"willingness": {"signals": {"executives": "no", "team": "no", "term": "no"}}, "trial": {"users":
300, "metrics": {"conversion": 16, "nps": 71, "complaint_rate": 4, "failure_rate": 0.5}}}})");
    request["dossier"]["trial"]["metrics"]["complaint_rate"] = Json::parse(complaints);
    return actions(request);
  };
  CHECK(asked("5.1").find("\nretry_trial ") != std::string::npos);
  CHECK(asked("4").find("\nsign_contract ") == std::string::npos);
}
