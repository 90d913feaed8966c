// Packs and dossiers with everything wrong at once: each fault is named, once, at its place and
// with its figures; first and last entries of every list among them.

#include "support/ask.hpp"

using namespace allymark;
using test::Json;

namespace {

/// Each error on a line: "/path code limit=5".
std::string faults(const Json& request) {
  const Json answer = test::ask(request);
  REQUIRE(answer["ok"] == false);
  std::string text = "\n";
  for (const auto& error : answer["errors"]) {
    text += error["path"].get<std::string>() + " " + error["code"].get<std::string>();
    for (const auto& [name, value] : error["params"].items()) {
      text += " " + name + "=" + (value.is_string() ? value.get<std::string>() : value.dump());
    }
    text += "\n";
  }
  return text;
}

/// Faults of the shipped pack with changes by JSON Pointer.
std::string faults_after(const char* changes) {
  return faults({{"call", "check"}, {"document", test::changed_pack(Json::parse(changes))}});
}

}  // namespace

TEST_CASE("what stands twice in a list of the pack is named at its second place") {
  CHECK(faults_after(
            R"({"/keyLevel/levels/3/id": "S", "/readiness/ability/dimensions/3/id": "resources",
"/readiness/willingness/signals/2/id": "executives", "/readiness/needs/2/id": "resources",
"/readiness/offers/3/id": "driving_behaviour", "/readiness/channels/2/id": "market_leader",
"/diligence/screening/3/id": "ubi_experience", "/diligence/groups/3/id": "resources",
"/trial/criteria/3/metric": "conversion", "/trial/score/metrics/3/metric": "conversion",
"/commission/deductions/1/id": "complaints", "/commission/years/2/year": 1,
"/contract/16/id": "raw_data", "/scorecard/metrics/5/metric": "policies",
"/scorecard/bands/3/grade": "excellent", "/crisis/plans/3/id": "data",
"/crisis/plans/1/steps/3/id": "stop_new_users", "/cadence/layers/3/id": "executives",
"/actions/17/code": "crisis_step", "/diligence/groups/3/items/2/id": "monthly_policies",
"/readiness/needs/2/items/0/id": "ubi_product", "/cadence/frequencies/-": {"level": "S",
"layer": "executives", "everyMonths": 3}})") == R"(
/actions/17/code duplicate_id id=crisis_step
/cadence/frequencies/8/layer unknown_id id=review
/cadence/frequencies/9/layer duplicate_id id=executives
/cadence/layers/3/id duplicate_id id=executives
/commission/deductions/1/id duplicate_id id=complaints
/commission/years/2/year duplicate_id id=1
/contract/16/id duplicate_id id=raw_data
/crisis/plans/1/steps/3/id duplicate_id id=stop_new_users
/crisis/plans/3/id duplicate_id id=data
/diligence/groups/3/id duplicate_id id=resources
/diligence/groups/3/items/2/id duplicate_id id=monthly_policies
/diligence/screening/3/id duplicate_id id=ubi_experience
/keyLevel/levels/3/id duplicate_id id=S
/readiness/ability/dimensions/3/id duplicate_id id=resources
/readiness/channels/2/id duplicate_id id=market_leader
/readiness/needs/2/id duplicate_id id=resources
/readiness/needs/2/items/0/id duplicate_id id=ubi_product
/readiness/offers/3/id duplicate_id id=driving_behaviour
/readiness/willingness/signals/2/id duplicate_id id=executives
/scorecard/bands/3/grade duplicate_id id=excellent
/scorecard/metrics/5/metric duplicate_id id=policies
/trial/criteria/3/metric duplicate_id id=conversion
/trial/score/metrics/3/metric duplicate_id id=conversion
)");
}

TEST_CASE("a name that the pack does not define is named wherever a rule uses it") {
  CHECK(
      faults_after(R"({"/trial/criteria/0/metric": "nobody0", "/trial/criteria/3/metric": "nobody3",
"/trial/score/metrics/0/metric": "nobody0", "/trial/score/metrics/3/metric": "nobody3",
"/trial/redLines/0/metric": "nobody0", "/commission/deductions/0/metric": "nobody0",
"/commission/deductions/1/metric": "nobody1", "/scorecard/metrics/0/metric": "nobody0",
"/scorecard/metrics/5/metric": "nobody5", "/scorecard/metrics/0/group": "nobody0",
"/scorecard/metrics/5/group": "nobody5", "/scorecard/redLines/0/metric": "nobody0",
"/scorecard/redLines/2/metric": "nobody2", "/crisis/plans/0/steps/0/owner": "nobody0",
"/crisis/plans/0/steps/3/owner": "nobody3", "/crisis/plans/3/steps/0/owner": "nobody0",
"/crisis/plans/3/steps/3/owner": "nobody3", "/cadence/layers/0/owner": "nobody0",
"/cadence/layers/3/owner": "nobody3", "/cadence/frequencies/0/layer": "nobody0",
"/cadence/frequencies/8/layer": "nobody8", "/cadence/frequencies/0/level": "nobody0",
"/cadence/frequencies/8/level": "nobody8", "/actions/0/owner": "nobody0",
"/actions/17/owner": "nobody17", "/trial/tieBreaks/0": "nobody0", "/trial/tieBreaks/1":
"nobody1", "/workshop/levels/0": "nobody0", "/workshop/levels/1": "nobody9",
"/commission/unit": "nobody", "/adjustment/productMetric": "nobody",
"/crisis/plans/1/metric": "nobody", "/crisis/plans/3/metric": "conversion2"})") == R"(
/actions/0/owner unknown_id id=nobody0
/actions/17/owner unknown_id id=nobody17
/adjustment/productMetric unknown_metric metric=nobody
/cadence/frequencies/0/layer unknown_id id=nobody0
/cadence/frequencies/0/level unknown_id id=nobody0
/cadence/frequencies/8/layer unknown_id id=nobody8
/cadence/frequencies/8/level unknown_id id=nobody8
/cadence/layers/0/owner unknown_id id=nobody0
/cadence/layers/3/owner unknown_id id=nobody3
/commission/deductions/0/metric unknown_metric metric=nobody0
/commission/deductions/1/metric unknown_metric metric=nobody1
/commission/unit unknown_metric metric=nobody
/crisis/plans/0/steps/0/owner unknown_id id=nobody0
/crisis/plans/0/steps/3/owner unknown_id id=nobody3
/crisis/plans/1/metric unknown_metric metric=nobody
/crisis/plans/3/metric unknown_metric metric=conversion2
/crisis/plans/3/steps/0/owner unknown_id id=nobody0
/crisis/plans/3/steps/3/owner unknown_id id=nobody3
/scorecard/metrics/0/group unknown_group group=nobody0
/scorecard/metrics/0/metric unknown_metric metric=nobody0
/scorecard/metrics/5/group unknown_group group=nobody5
/scorecard/metrics/5/metric unknown_metric metric=nobody5
/scorecard/redLines/0/metric unknown_metric metric=nobody0
/scorecard/redLines/2/metric unknown_metric metric=nobody2
/trial/criteria/0/metric unknown_metric metric=nobody0
/trial/criteria/3/metric unknown_metric metric=nobody3
/trial/redLines/0/metric unknown_metric metric=nobody0
/trial/score/metrics/0/metric unknown_metric metric=nobody0
/trial/score/metrics/3/metric unknown_metric metric=nobody3
/trial/tieBreaks/0 unknown_metric metric=nobody0
/trial/tieBreaks/1 unknown_metric metric=nobody1
/workshop/levels/0 unknown_id id=nobody0
/workshop/levels/1 unknown_id id=nobody9
)");
}

TEST_CASE(
    "figures of the pack that cannot be, lists that must not be empty and bounds out of order") {
  CHECK(
      faults_after(
          R"({"/metrics/nps/high": -101, "/metrics/policies/low": 5, "/keyLevel/levels/0/stars": 2,
"/keyLevel/levels/1/weighted": 4.5, "/keyLevel/levels/2/features": 2,
"/keyLevel/scale/high": 1, "/keyLevel/weights/strategicValue": 0,
"/readiness/ability/scale/low": 5, "/readiness/ability/pass": 6,
"/readiness/ability/dimensions/0/weight": 0, "/readiness/ability/dimensions/1/weight": 0,
"/readiness/ability/dimensions/2/weight": 0, "/readiness/ability/dimensions/3/weight": 0,
"/readiness/willingness/needed": 4, "/readiness/needs/0/items": [],
"/readiness/needs/2/items": [], "/diligence/screening": [], "/diligence/groups": [],
"/trial/score/metrics/0/weight": 0, "/trial/score/metrics/1/weight": 0,
"/trial/score/metrics/2/weight": 0, "/trial/score/metrics/3/weight": 0,
"/trial/score/metrics/0/target": 0, "/trial/score/metrics/3/target": 0, "/trial/redLines/0":
{"metric": "nps"}, "/trial/criteria/0/threshold": 101, "/commission/years/0/target": 0,
"/commission/years/2/target": 0, "/commission/years/0/tiers": [{"upTo": 0, "rate": 1},
{"rate": 2}, {"upTo": 5}, {"upTo": 5, "ratePct": 3}], "/commission/years/0/shape": [1, 2],
"/commission/years/1/shape": [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
"/commission/years/2/shape": [-1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1], "/commission/cap": 5,
"/commission/floor": 6, "/commission/guarantee": 7, "/commission/clawback": [{"upTo": 3,
"percent": 1}, {"upTo": 3, "percent": 1}, {"upTo": 2, "percent": 1}],
"/commission/deductions/0": {"id": "a", "metric": "nps", "percent": 5},
"/commission/deductions/1": {"id": "b", "metric": "nps", "percent": 5, "above": 5, "below":
3}, "/commission/shortfallCharge": 5, "/exit/liabilityTo": 4999999, "/contract/4/atMost":
2.99, "/scorecard/metrics/0/target": 0, "/scorecard/metrics/5/target": 0,
"/scorecard/metrics/0/weight": 0, "/scorecard/metrics/1/weight": 0,
"/scorecard/metrics/2/weight": 0, "/scorecard/metrics/3/weight": 0,
"/scorecard/metrics/4/weight": 0, "/scorecard/metrics/5/weight": 0,
"/scorecard/metrics/1/knots": [{"at": 1, "score": 5}], "/scorecard/metrics/2/knots": [{"at":
1, "score": 5}, {"at": 1, "score": 6}, {"at": 0, "score": 7}], "/scorecard/bands/0/from":
null, "/scorecard/bands/2/from": 100, "/scorecard/bands/3/from": 1, "/scorecard/redLines/0":
{"metric": "nps", "caps": "poor"}, "/scorecard/redLines/2": {"metric": "nps", "caps":
"poor", "above": 1, "below": 2}, "/crisis/plans/0/events": [], "/crisis/plans/1/limit": 0,
"/crisis/plans/3/limit": 0})") == R"(
/commission/cap cap_below_floor cap=5 floor=6
/commission/clawback/1/upTo tiers_not_ascending previous=3 upTo=3
/commission/clawback/2/upTo tiers_not_ascending previous=3 upTo=2
/commission/deductions/0 limit_missing
/commission/deductions/1 limit_ambiguous
/commission/guarantee floor_and_guarantee
/commission/shortfallCharge rate_basis_mixed
/commission/years/0/missedPct missed_rate_missing target=0
/commission/years/0/missedRate rate_basis_mixed
/commission/years/0/shape not_twelve_months value=2
/commission/years/0/target target_not_positive value=0
/commission/years/0/tiers/0/rate rate_basis_mixed
/commission/years/0/tiers/0/upTo tiers_not_ascending previous=0 upTo=0
/commission/years/0/tiers/1/rate rate_basis_mixed
/commission/years/0/tiers/1/upTo open_tier_not_last
/commission/years/0/tiers/2/ratePct missing_field
/commission/years/0/tiers/3/upTo last_tier_not_open upTo=5
/commission/years/0/tiers/3/upTo tiers_not_ascending previous=5 upTo=5
/commission/years/1/shape weights_sum_zero
/commission/years/2/shape/0 below_minimum minimum=0 value=-1
/commission/years/2/shape/11 below_minimum minimum=0 value=-1
/commission/years/2/target target_not_positive value=0
/contract/4/atMost below_minimum minimum=3 value=2.99
/crisis/plans/0/events empty_list
/crisis/plans/1/limit target_not_positive value=0
/crisis/plans/3/limit target_not_positive value=0
/diligence/groups empty_list
/diligence/screening empty_list
/exit/liabilityTo below_minimum minimum=5000000 value=4999999
/keyLevel/levels/1/stars bands_not_descending previous=2 from=3
/keyLevel/levels/1/weighted bands_not_descending previous=4.5 from=4.5
/keyLevel/levels/2/features bands_not_descending previous=2 from=2
/keyLevel/scale/high below_minimum minimum=1 value=1
/keyLevel/weights weights_sum_zero
/metrics/nps/high below_minimum minimum=-100 value=-101
/readiness/ability/dimensions weights_sum_zero
/readiness/ability/dimensions/3/minimum below_minimum minimum=5 value=3
/readiness/ability/pass above_maximum maximum=5 value=6
/readiness/ability/scale/high below_minimum minimum=5 value=5
/readiness/needs/0/items empty_list
/readiness/needs/2/items empty_list
/readiness/willingness/needed above_maximum maximum=3 value=4
/scorecard/bands/0/from bands_incomplete
/scorecard/bands/2/from bands_not_descending previous=100 from=100
/scorecard/bands/3/from bands_incomplete
/scorecard/metrics weights_sum_zero
/scorecard/metrics/0/target target_not_positive value=0
/scorecard/metrics/1/knots empty_list
/scorecard/metrics/2/knots/1/at knots_not_ascending previous=1 at=1
/scorecard/metrics/2/knots/2/at knots_not_ascending previous=1 at=0
/scorecard/metrics/5/target target_not_positive value=0
/scorecard/redLines/0 limit_missing
/scorecard/redLines/2 limit_ambiguous
/trial/criteria/0/threshold above_maximum maximum=100 value=101
/trial/criteria/1/threshold above_maximum maximum=-101 value=70
/trial/redLines/0 limit_missing
/trial/score/metrics weights_sum_zero
/trial/score/metrics/0/target target_not_positive value=0
/trial/score/metrics/3/target target_not_positive value=0
)");
}

TEST_CASE("a dossier with everything wrong is told everything") {
  CHECK(faults(Json::parse(
            R"({"call": "assess", "policy": "insurance-data", "dossier": {"id": "p", "name": "x",
"keyLevel": {"strategicValue": 0, "substitutability": 6, "investment": 6, "override":
{"level": "Z", "reason": "r"}}, "ability": {"luck": {"score": 3}, "resources": {"score": 0},
"technology": {"score": 1}, "operations": {"score": 5}, "reputation": {"score": 6}},
"willingness": {"signals": {"hope": "yes"}}, "needs": {"resources": {"ubi_product": "met",
"gold": "met"}, "luck": {}}, "offers": ["reach", "gold"], "sourcing": "moon", "screening":
{"charm": "yes"}, "diligence": {"items": {"values": {"state": "pass"}, "charm": {"state":
"pass"}}}, "trial": {"users": 300, "start": "2024-06-02", "end": "2024-06-01", "metrics":
{"luck": 1, "conversion": 101, "nps": -101, "complaint_rate": {"events": 5}, "failure_rate":
{"events": 5, "of": 0}, "response_hours": {"events": 1, "of": 2}, "quote_hours": {"value":
-1}, "policies": 0.5}}, "agreement": {"contractYear": 4, "volume": 10.5, "cancelled": 11,
"effective": "2024-02-10", "metrics": {"nps": {"value": 5, "of": 0}, "complaint_rate":
{"events": 9, "of": 8}}, "clauses": {"charm": {"state": "present"}}, "monthly": [{"month":
"2024-01", "volume": 1.5}, {"month": "2024-03", "volume": 1}, {"month": "2024-03", "volume":
1}, {"month": "2024-02", "volume": 1, "metrics": {"luck": 1}}], "corrections": [{"month":
"2024-01", "volume": 1.5, "metrics": {"luck": 1}}, {"month": "2024-03", "volume": 2,
"received": "2024-05-01"}], "reading": {"missed": "shortfall_charge"}}, "investment":
{"start": "2024-02", "rate": 5, "invested": [{"month": "2024-01", "amount": 1}, {"month":
"2024-02", "amount": 1}, {"month": "2024-02", "amount": 1}], "sold": [{"month": "2024-01",
"units": 1}, {"month": "2024-03", "units": 1}, {"month": "2024-03", "units": 1}]}, "months":
[{"month": "2024-02", "metrics": {"luck": 1}}, {"month": "2024-03", "metrics": {}},
{"month": "2024-02", "metrics": {"policies": {"value": 5, "target": 0}}}], "crisisSteps":
[{"plan": "luck", "step": "a", "done": "2024-01-01"}, {"plan": "data", "step": "luck",
"done": "2024-01-01"}, {"plan": "data", "step": "stop_exchange", "done": "2024-01-01"}],
"relationship": {"start": "2024-02-01", "owners": {"moon": "x", "managers": "y"},
"meetings": [{"layer": "moon", "date": "2024-01-31"}, {"layer": "managers", "date":
"2024-02-01"}, {"layer": "moon", "date": "2024-01-31"}], "renewal": {"end": "2024-01-31"}}}})")) ==
        R"(
/dossier/ability/luck unknown_item id=luck
/dossier/ability/reputation/score above_maximum maximum=5 value=6
/dossier/ability/resources/score below_minimum minimum=1 value=0
/dossier/agreement/cancelled cancelled_above_volume cancelled=11 volume=10.5
/dossier/agreement/clauses/charm unknown_item id=charm
/dossier/agreement/contractYear unknown_year year=4 years=3
/dossier/agreement/corrections/0/metrics/luck unknown_metric metric=luck
/dossier/agreement/corrections/0/month before_start month=2024-01 start=2024-02
/dossier/agreement/corrections/0/received missing_field
/dossier/agreement/corrections/0/volume not_whole value=1.5
/dossier/agreement/metrics/complaint_rate/events events_above_base events=9 of=8
/dossier/agreement/metrics/nps/of base_is_zero
/dossier/agreement/monthly/0/month before_start month=2024-01 start=2024-02
/dossier/agreement/monthly/0/volume not_whole value=1.5
/dossier/agreement/monthly/2/month duplicate_month month=2024-03
/dossier/agreement/monthly/3/metrics/luck unknown_metric metric=luck
/dossier/agreement/monthly/3/month months_not_ascending month=2024-02
/dossier/agreement/reading/missed shortfall_charge_missing
/dossier/agreement/volume not_whole value=10.5
/dossier/crisisSteps/0/plan unknown_id id=luck
/dossier/crisisSteps/1/step unknown_id id=luck
/dossier/diligence/items/charm unknown_item id=charm
/dossier/investment/invested/0/month before_start month=2024-01 start=2024-02
/dossier/investment/invested/2/month duplicate_month month=2024-02
/dossier/investment/sold/0/month before_start month=2024-01 start=2024-02
/dossier/investment/sold/2/month duplicate_month month=2024-03
/dossier/keyLevel/investment above_maximum maximum=5 value=6
/dossier/keyLevel/override/level unknown_item id=Z
/dossier/keyLevel/strategicValue below_minimum minimum=1 value=0
/dossier/keyLevel/substitutability above_maximum maximum=5 value=6
/dossier/months/0/metrics/luck unknown_metric metric=luck
/dossier/months/2/metrics/policies/target target_not_positive value=0
/dossier/months/2/month duplicate_month month=2024-02
/dossier/needs/luck unknown_group group=luck
/dossier/needs/resources/gold unknown_item id=gold
/dossier/offers/1 unknown_item id=gold
/dossier/relationship/meetings/0/date before_relationship date=2024-01-31 start=2024-02-01
/dossier/relationship/meetings/0/layer unknown_id id=moon
/dossier/relationship/meetings/2/date before_relationship date=2024-01-31 start=2024-02-01
/dossier/relationship/meetings/2/layer unknown_id id=moon
/dossier/relationship/owners/moon unknown_id id=moon
/dossier/relationship/renewal/end before_relationship date=2024-01-31 start=2024-02-01
/dossier/screening/charm unknown_item id=charm
/dossier/sourcing unknown_item id=moon
/dossier/trial/end end_before_start start=2024-06-02 end=2024-06-01
/dossier/trial/metrics/complaint_rate/of counts_incomplete
/dossier/trial/metrics/conversion above_maximum maximum=100 value=101
/dossier/trial/metrics/failure_rate/of base_is_zero
/dossier/trial/metrics/luck unknown_metric metric=luck
/dossier/trial/metrics/nps below_minimum minimum=-100 value=-101
/dossier/trial/metrics/policies not_whole value=0.5
/dossier/trial/metrics/quote_hours/value below_minimum minimum=0 value=-1
/dossier/trial/metrics/response_hours/events counts_not_for_metric
/dossier/willingness/signals/hope unknown_item id=hope
)");
}
