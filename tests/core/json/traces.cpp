// Whole explanations, step by step: what a reader sees behind each number of a story, in order.
// Other tests hold every explanation against its own result; these hold some against what they must
// say.

#include "support/ask.hpp"

using namespace allymark;
using test::Json;

namespace {

std::string text_of(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}
std::string with_unit(const Json& entry) {
  const Json unit = entry.value("unit", Json());
  const bool bare = !unit.is_string() || unit == "";
  return text_of(entry["value"]) + (bare ? "" : " " + unit.get<std::string>());
}

/// The steps of an answer, each on a line: "/net: commission.steps sum_of_lines(tier1 10 yuan) = 10
/// yuan". Those of the places `left_out` are other tests' matter.
std::string steps_of(Json request, std::initializer_list<const char*> left_out = {}) {
  request["trace"] = true;
  const Json result = test::result_of(request);
  std::string text;
  for (const auto& [place, steps] : result["trace"].items()) {
    bool shown = true;
    for (const char* start : left_out) shown = shown && place.rfind(start, 0) != 0;
    for (const auto& step : shown ? steps : Json::array()) {
      text += "\n" + place + ": " + step["rule"].get<std::string>() + " " +
              step["op"].get<std::string>() + "(";
      bool first = true;
      for (const auto& input : step["inputs"]) {
        if (!first) text += ", ";
        first = false;
        text += input["name"].get<std::string>() + " " + with_unit(input);
      }
      text += ") = " + with_unit(step);
    }
  }
  return text + "\n";
}

}  // namespace

TEST_CASE("the steps behind a statement with every kind of line") {
  CHECK(
      steps_of(
          Json::parse(
              R"({"call": "quote", "clause": {"payer": "a", "payee": "b", "unit": "deals", "target": 1000,
"missedRate": 200, "tiers": [{"upTo": 1000, "rate": 250, "flat": 500}, {"upTo": 2000,
"rate": 300}, {"rate": 400}], "deductions": [{"id": "c", "metric": "complaint_rate",
"above": 8, "percent": 10}, {"id": "n", "metric": "nps", "below": 65, "percent": 15}, {"id":
"f", "metric": "failure_rate", "above": 1, "percent": 5}], "cap": 700000, "clawback":
[{"upTo": 3, "percent": 100}, {"upTo": 6, "percent": 50}]}, "volume": 3000, "cancelled":
100, "metrics": {"complaint_rate": 9, "nps": 70}, "returned": [{"month": 3, "paid": 250},
{"month": 4, "paid": 250.5}, {"month": 7, "paid": 250}]})"),
          {"/readings"}) == R"(
/volume: commission.steps less_cancelled(signed 3000 deals, cancelled 100 deals) = 2900 deals
/met: commission.target at_least(volume 2900 deals, target 1000 deals) = met
/lines/0/amount: commission.tiers quantity_times_rate(quantity 1000 deals, rate 250 yuan_per_unit) = 250000 yuan
/lines/1/amount: commission.tiers flat_amount(rate 500 yuan) = 500 yuan
/lines/2/amount: commission.tiers quantity_times_rate(quantity 1000 deals, rate 300 yuan_per_unit) = 300000 yuan
/lines/3/amount: commission.tiers quantity_times_rate(quantity 900 deals, rate 400 yuan_per_unit) = 360000 yuan
/lines/4/amount: commission.deductions deduction(value 9 complaint_rate, above 8 complaint_rate, percent 10 percent, base 910500 yuan) = -91050 yuan
/lines/5/amount: commission.deductions deduction_not_due(value 70 nps, below 65 nps, percent 15 percent, base 910500 yuan) = 0 yuan
/lines/6/amount: commission.deductions deduction_not_measured(above 1 failure_rate, percent 5 percent, base 910500 yuan) = 0 yuan
/lines/7/amount: commission.limits cap() = -119450 yuan
/lines/8/amount: commission.clawback claw_back(month 3 months, percent 100 percent, base 250 yuan) = -250 yuan
/lines/9/amount: commission.clawback claw_back(month 4 months, percent 50 percent, base 250.5 yuan) = -125.25 yuan
/lines/10/amount: commission.clawback claw_back(month 7 months, percent 0 percent, base 250 yuan) = 0 yuan
/gross: commission.tiers marginal(tier1 250000 yuan, flat2 500 yuan, tier3 300000 yuan, tier4 360000 yuan) = 910500 yuan
/deducted: commission.deductions add(gross 910500 yuan) = 91050 yuan
/net: commission.steps sum_of_lines(tier1 250000 yuan, flat2 500 yuan, tier3 300000 yuan, tier4 360000 yuan, c -91050 yuan, n 0 yuan, f 0 yuan, cap -119450 yuan, clawback1 -250 yuan, clawback2 -125.25 yuan, clawback3 0 yuan) = 699624.75 yuan
/effectiveRate: commission.steps per_unit(net 699624.75 yuan, volume 2900 deals) = 241.25 yuan_per_unit
/cliffs/0/amount: commission.cliff difference_of_neighbours(after 250500 yuan, before 199800 yuan) = 50700 yuan
)");
}

TEST_CASE("the steps behind a ramp up to its floor") {
  CHECK(
      steps_of(
          Json::parse(
              R"({"call": "quote", "clause": {"payer": "a", "payee": "b", "unit": "deals", "target": 1000,
"missedRate": 200, "tiers": [{"upTo": 1000, "rate": 250, "flat": 500}, {"upTo": 2000,
"rate": 300}, {"rate": 400}], "floor": 900000}, "reading": {"tiers": "linear_ramp"},
"volume": 1500})"),
          {"/readings/"}) == R"(
/met: commission.target at_least(volume 1500 deals, target 1000 deals) = met
/lines/0/amount: commission.tiers quantity_times_rate(quantity 1000 deals, rate 250 yuan_per_unit) = 250000 yuan
/lines/1/amount: commission.tiers linear_ramp(quantity 500 deals, from 1000 deals, upTo 2000 deals) = 143750 yuan
/lines/2/amount: commission.limits floor() = 506250 yuan
/gross: commission.tiers linear_ramp(tier1 250000 yuan, ramp2 143750 yuan) = 393750 yuan
/deducted: commission.deductions add(gross 393750 yuan) = 0 yuan
/net: commission.steps sum_of_lines(tier1 250000 yuan, ramp2 143750 yuan, floor 506250 yuan) = 900000 yuan
/effectiveRate: commission.steps per_unit(net 900000 yuan, volume 1500 deals) = 600 yuan_per_unit
/cliffs/0/amount: commission.cliff difference_of_neighbours(after 250000 yuan, before 199800 yuan) = 50200 yuan
)");
}

TEST_CASE("the steps behind a missed target with its charge") {
  CHECK(
      steps_of(
          Json::parse(
              R"({"call": "quote", "clause": {"payer": "a", "payee": "b", "unit": "deals", "target": 1000,
"missedRate": 200, "tiers": [{"upTo": 1000, "rate": 250, "flat": 500}, {"upTo": 2000,
"rate": 300}, {"rate": 400}], "shortfallCharge": 50}, "reading": {"missed":
"shortfall_charge"}, "volume": 500})"),
          {"/readings"}) == R"(
/met: commission.target at_least(volume 500 deals, target 1000 deals) = missed
/lines/0/amount: commission.missed quantity_times_rate(quantity 500 deals, rate 250 yuan_per_unit) = 125000 yuan
/lines/1/amount: commission.missed shortfall_charge(quantity 500 deals, rate 50 yuan_per_unit) = -25000 yuan
/gross: commission.missed shortfall_charge(missed1 125000 yuan, shortfall2 -25000 yuan) = 100000 yuan
/deducted: commission.deductions add(gross 100000 yuan) = 0 yuan
/net: commission.steps sum_of_lines(missed1 125000 yuan, shortfall2 -25000 yuan) = 100000 yuan
/effectiveRate: commission.steps per_unit(net 100000 yuan, volume 500 deals) = 200 yuan_per_unit
/cliffs/0/amount: commission.cliff difference_of_neighbours(after 250500 yuan, before 249700 yuan) = 800 yuan
)");
}

TEST_CASE("the steps behind half a year of percents up to its guarantee") {
  CHECK(
      steps_of(
          Json::parse(
              R"({"call": "quote", "clause": {"payer": "a", "payee": "b", "unit": "deals", "guarantee": 2400,
"tiers": [{"upTo": 10, "ratePct": 5}, {"ratePct": 10}]}, "volume": 20, "amount": 10000,
"months": 6})"),
          {"/readings"}) == R"(
/lines/0/amount: commission.tiers percent_of_amount(quantity 5 deals, percent 5 percent, base 2500 yuan) = 125 yuan
/lines/1/amount: commission.tiers percent_of_amount(quantity 15 deals, percent 10 percent, base 7500 yuan) = 750 yuan
/lines/2/amount: commission.limits floor() = 325 yuan
/gross: commission.tiers marginal(tier1 125 yuan, tier2 750 yuan) = 875 yuan
/deducted: commission.deductions add(gross 875 yuan) = 0 yuan
/net: commission.steps sum_of_lines(tier1 125 yuan, tier2 750 yuan, guarantee 325 yuan) = 1200 yuan
/effectiveRate: commission.steps per_unit(net 1200 yuan, volume 20 deals) = 60 yuan_per_unit
)");
}

TEST_CASE("the steps behind two deductions that multiply, and what both would cost") {
  CHECK(
      steps_of(
          Json::parse(
              R"({"call": "assess", "policy": "insurance-data", "dossier": {"id": "p", "agreement":
{"volume": 6001, "metrics": {"complaint_rate": 9, "nps": 60}}}})"),
          {"/agreement/readings/1", "/agreement/readings/2", "/keyLevel", "/readiness",
           "/diligence"}) == R"(
/agreement/met: commission.target at_least(volume 6001 policies, target 5000 policies) = met
/agreement/lines/0/amount: commission.tiers quantity_times_rate(quantity 5000 policies, rate 250 yuan_per_unit) = 1250000 yuan
/agreement/lines/1/amount: commission.tiers quantity_times_rate(quantity 1001 policies, rate 280 yuan_per_unit) = 280280 yuan
/agreement/lines/2/amount: commission.deductions deduction(value 9 complaint_rate, above 8 complaint_rate, percent 10 percent, base 1530280 yuan) = -153028 yuan
/agreement/lines/3/amount: commission.deductions deduction(value 60 nps, below 65 nps, percent 15 percent, base 1530280 yuan) = -229542 yuan
/agreement/gross: commission.tiers marginal(tier1 1250000 yuan, tier2 280280 yuan) = 1530280 yuan
/agreement/deducted: commission.deductions add(gross 1530280 yuan) = 382570 yuan
/agreement/net: commission.steps sum_of_lines(tier1 1250000 yuan, tier2 280280 yuan, complaints -153028 yuan, nps -229542 yuan) = 1147710 yuan
/agreement/effectiveRate: commission.steps per_unit(net 1147710 yuan, volume 6001 policies) = 191.25 yuan_per_unit
/agreement/cliffs/0/amount: commission.cliff difference_of_neighbours(after 1250000 yuan, before 999800 yuan) = 250200 yuan
/agreement/readings/0/net: commission.steps net_of_reading(gross 1530280 yuan, deducted -382570 yuan) = 1147710 yuan
/agreement/readings/3/net: commission.steps net_of_reading(gross 1507407.15 yuan, deducted -376851.79 yuan) = 1130555.36 yuan
/agreement/readings/4/net: commission.steps net_of_reading(gross 1530280 yuan, deducted -382570 yuan) = 1147710 yuan
/agreement/readings/5/net: commission.steps net_of_reading(gross 1530280 yuan, deducted -382570 yuan) = 1147710 yuan
/agreement/readings/6/net: commission.steps net_of_reading(gross 1530280 yuan, deducted -382570 yuan) = 1147710 yuan
/agreement/readings/7/net: commission.steps net_of_reading(gross 1530280 yuan, deducted -382570 yuan) = 1147710 yuan
/agreement/readings/8/net: commission.steps net_of_reading(gross 1530280 yuan, deducted -382570 yuan) = 1147710 yuan
/agreement/readings/9/net: commission.steps net_of_reading(gross 1530280 yuan, deducted -382570 yuan) = 1147710 yuan
/adjustment/result: adjustment percent_of_target(volume 6001 units, target 5000 units) = 120.02 percent
)");
}

TEST_CASE("the steps behind a candidate") {
  CHECK(
      steps_of(Json::parse(
          R"({"call": "assess", "policy": "insurance-data", "asOf": "2024-09-01", "dossier": {"id": "p",
"keyLevel": {"strategicValue": 4, "substitutability": 4, "investment": 3}, "ability":
{"resources": {"score": 4, "evidence": "x"}, "technology": {"score": 3}, "reputation":
{"score": 3, "evidence": "y"}}, "willingness": {"signals": {"executives": "yes", "team":
"no"}}, "needs": {"resources": {"ubi_product": "met", "system_integration": "partly",
"offline_network": "met"}, "technology": {"analytics": "not"}}, "screening": {"reputation":
"yes"}, "diligence": {"nda": "2024-05-01", "items": {"values": {"state": "pass"},
"quote_time": {"state": "doubt"}}}, "trial": {"users": 300, "metrics": {"conversion":
{"events": 48, "of": 300}, "nps": 76, "complaint_rate": 2.8, "response_hours": 12}}}})")) == R"(
/keyLevel/score: keyLevel.weighted level_mean(strategicValue 4 stars, substitutability 4 stars, investment 3 stars, strategicValue.weight 50 weight, substitutability.weight 30 weight, investment.weight 20 weight) = 3.2 stars
/keyLevel/level: keyLevel.stars level_by_stars(strategicValue 4 stars) = A
/keyLevel/level: keyLevel.adjustment one_level_down(substitutability 4 stars) = B
/readiness/ability/mean: readiness.ability weighted_mean(resources 4 stars, resources.weight 1 weight, technology 3 stars, technology.weight 1 weight, reputation 3 stars, reputation.weight 1 weight) = 3.33 stars
/readiness/ability/able: readiness.ability able(mean 3.33 stars, atLeast 3 stars, reputation 3 stars, minimum 3 stars) = unknown
/readiness/ability/withoutEvidence: readiness.evidence share_of_count(part 1, all 3) = 33.33 percent
/readiness/willingness/willing: readiness.willingness count_signals(yes 1 signals, unknown 1 signals, atLeast 2 signals) = unknown
/readiness/needs/0/coverage: readiness.needs coverage(met 2 needs, partly 1 needs, partlyCounts 50 percent, known 3 needs) = 83.33 percent
/readiness/needs/1/coverage: readiness.needs coverage(met 0 needs, partly 0 needs, partlyCounts 50 percent, known 1 needs) = 0 percent
/diligence/screening/state: diligence.screening screen(yes 1, no 0, unknown 3) = unverified
/diligence/groups/0/completeness: diligence.items share_of_count(part 0, all 3) = 0 percent
/diligence/groups/1/completeness: diligence.items share_of_count(part 1, all 3) = 33.33 percent
/diligence/groups/2/completeness: diligence.items share_of_count(part 0, all 4) = 0 percent
/diligence/groups/3/completeness: diligence.items share_of_count(part 1, all 3) = 33.33 percent
/diligence/completeness: diligence.items share_of_count(part 2, all 13) = 15.38 percent
/diligence/state: diligence.items diligence_state(vetoes 0, open 11, doubts 1) = open
/trial/verdict: trial.verdict count_criteria(passed 3 criteria, missed 0 criteria, notMeasured 1 criteria, redLines 0 criteria) = conditional
/trial/metrics/0/value: trial.criteria at_least(value 16 percent, threshold 15 percent) = met
/trial/metrics/0/evidence/low: trial.evidence wilson_low(events 48 people, of 300 people, confidence 95 percent) = 12.285355 percent
/trial/metrics/0/evidence/high: trial.evidence wilson_high(events 48 people, of 300 people, confidence 95 percent) = 20.574367 percent
/trial/metrics/0/score: trial.score deviation(value 16 percent, target 15 percent) = 0.066666667
/trial/metrics/0/score: trial.score curve(base 75 points, gain 1, deviation 0.066666667) = 80 points
/trial/metrics/0/score: trial.score clamp(uncapped 80 points, floor 0 points, cap 100 points) = 80 points
/trial/metrics/1/value: trial.criteria at_least(value 76 points, threshold 70 points) = met
/trial/metrics/1/score: trial.score deviation(value 76 points, target 70 points) = 0.085714286
/trial/metrics/1/score: trial.score curve(base 75 points, gain 1, deviation 0.085714286) = 81.428571429 points
/trial/metrics/1/score: trial.score clamp(uncapped 81.428571429 points, floor 0 points, cap 100 points) = 81.428571429 points
/trial/metrics/2/value: trial.criteria at_most(value 2.8 percent, threshold 5 percent) = met
/trial/metrics/2/score: trial.score deviation_flipped(value 2.8 percent, target 5 percent) = 0.44
/trial/metrics/2/score: trial.score curve(base 75 points, gain 1, deviation 0.44) = 108 points
/trial/metrics/2/score: trial.score clamp(uncapped 108 points, floor 0 points, cap 100 points) = 100 points
/trial/metrics/4/score: trial.score deviation_flipped(value 12 hours, target 24 hours) = 0.5
/trial/metrics/4/score: trial.score curve(base 75 points, gain 1, deviation 0.5) = 112.5 points
/trial/metrics/4/score: trial.score clamp(uncapped 112.5 points, floor 0 points, cap 100 points) = 100 points
/trial/score: trial.score weighted_mean(conversion 80 points, conversion.weight 40 weight, nps 81.428571429 points, nps.weight 25 weight, complaint_rate 100 points, complaint_rate.weight 25 weight, response_hours 100 points, response_hours.weight 10 weight) = 87.357142857 points
/trial/shownScore: trial.score round_half_up(score 87.357142857 points) = 87 points
)");
}

TEST_CASE("the steps behind a partner in trouble") {
  CHECK(
      steps_of(
          Json::parse(
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
1500000}]}]}}})"),
          {"/agreement/readings", "/readiness", "/diligence"}) == R"(
/keyLevel/score: keyLevel.weighted level_mean(strategicValue 5 stars, strategicValue.weight 50 weight, substitutability.weight 30 weight, investment.weight 20 weight) = 5 stars
/keyLevel/level: keyLevel.stars level_by_stars(strategicValue 5 stars) = S
/agreement/met: commission.target at_least(volume 1150 policies, target 5000 policies) = missed
/agreement/lines/0/amount: commission.missed quantity_times_rate(quantity 1150 policies, rate 200 yuan_per_unit) = 230000 yuan
/agreement/lines/1/amount: commission.deductions deduction_not_due(value 5.133333333 complaint_rate, above 8 complaint_rate, percent 10 percent, base 230000 yuan) = 0 yuan
/agreement/lines/2/amount: commission.deductions deduction_not_due(value 74 nps, below 65 nps, percent 15 percent, base 230000 yuan) = 0 yuan
/agreement/gross: commission.missed flat(missed1 230000 yuan) = 230000 yuan
/agreement/deducted: commission.deductions add(gross 230000 yuan) = 0 yuan
/agreement/net: commission.steps sum_of_lines(missed1 230000 yuan, complaints 0 yuan, nps 0 yuan) = 230000 yuan
/agreement/effectiveRate: commission.steps per_unit(net 230000 yuan, volume 1150 policies) = 200 yuan_per_unit
/agreement/cliffs/0/amount: commission.cliff difference_of_neighbours(after 1250000 yuan, before 999800 yuan) = 250200 yuan
/settlement/months/0/payment: commission.settlement due_less_due_before(due 56000 yuan, dueBefore 0 yuan) = 56000 yuan
/settlement/months/1/payment: commission.settlement due_less_due_before(due 114000 yuan, dueBefore 56000 yuan) = 58000 yuan
/settlement/months/2/payment: commission.settlement due_less_due_before(due 230000 yuan, dueBefore 114000 yuan) = 116000 yuan
/stopLoss/uncovered: stopLoss invested_less_earned(invested 850000 yuan, earned 287500 yuan) = 562500 yuan
/stopLoss/present/incomePerMonth: stopLoss quantity_times_rate(quantity 383.333333333 units, rate 250 yuan_per_unit) = 95833.33 yuan
/stopLoss/present/breakEvenUnits: stopLoss sum_by_rate(invested 850000 yuan, rate 250 yuan_per_unit) = 3400 units
/stopLoss/present/plannedBreakEvenUnits: stopLoss sum_by_rate(plannedTotal 2000000 yuan, rate 250 yuan_per_unit) = 8000 units
/stopLoss/present/monthsToRecover: stopLoss uncovered_by_income(uncovered 562500 yuan, incomePerMonth 95833.33 yuan) = 5.9 months
/stopLoss/proposed/incomePerMonth: stopLoss quantity_times_rate(quantity 383.333333333 units, rate 200 yuan_per_unit) = 76666.67 yuan
/stopLoss/proposed/breakEvenUnits: stopLoss sum_by_rate(invested 850000 yuan, rate 200 yuan_per_unit) = 4250 units
/stopLoss/proposed/plannedBreakEvenUnits: stopLoss sum_by_rate(plannedTotal 2000000 yuan, rate 200 yuan_per_unit) = 10000 units
/stopLoss/proposed/monthsToRecover: stopLoss uncovered_by_income(uncovered 562500 yuan, incomePerMonth 76666.67 yuan) = 7.3 months
/stopLoss/planned/incomePerMonth: stopLoss quantity_times_rate(quantity 400 units, rate 250 yuan_per_unit) = 100000 yuan
/stopLoss/planned/breakEvenUnits: stopLoss sum_by_rate(invested 850000 yuan, rate 250 yuan_per_unit) = 3400 units
/stopLoss/planned/plannedBreakEvenUnits: stopLoss sum_by_rate(plannedTotal 2000000 yuan, rate 250 yuan_per_unit) = 8000 units
/stopLoss/planned/monthsToRecover: stopLoss uncovered_by_income(uncovered 562500 yuan, incomePerMonth 100000 yuan) = 5.6 months
/stopLoss/downside/incomePerMonth: stopLoss quantity_times_rate(quantity 0 units, rate 250 yuan_per_unit) = 0 yuan
/stopLoss/downside/breakEvenUnits: stopLoss sum_by_rate(invested 850000 yuan, rate 250 yuan_per_unit) = 3400 units
/stopLoss/downside/plannedBreakEvenUnits: stopLoss sum_by_rate(plannedTotal 2000000 yuan, rate 250 yuan_per_unit) = 8000 units
/stopLoss/verdict: stopLoss recover_against_left(monthsToRecover 5.9 months, monthsLeft 33 months, watchPercent 80 percent) = go_on
/exit/unitsInYear: exit.forecast accrued_and_forecast(forecastUnits 383.33 units) = 3450 units
/exit/penalty: exit.early percent_of_amount(base 690000 yuan, percent 20 percent) = 138000 yuan
/exit/quarters/0/below: exit.underPerformance below_share_of_target(units 1150 units, needed 625 units) = reached
/exit/quarters/1/below: exit.underPerformance below_share_of_target(units 0 units, needed 625 units) = incomplete
/scorecard/metrics/0/score: scorecard.curve deviation(value 580 units, target 500 units) = 0.16
/scorecard/metrics/0/score: scorecard.curve curve(base 100 points, gain 1, deviation 0.16) = 116 points
/scorecard/metrics/0/score: scorecard.curve clamp(uncapped 116 points, floor 0 points, cap 150 points) = 116 points
/scorecard/metrics/0/shownScore: scorecard.curve round_half_up(score 116 points) = 116 points
/scorecard/metrics/1/score: scorecard.curve deviation(value 19.2 percent, target 18 percent) = 0.066666667
/scorecard/metrics/1/score: scorecard.curve curve(base 100 points, gain 1, deviation 0.066666667) = 106.666666667 points
/scorecard/metrics/1/score: scorecard.curve clamp(uncapped 106.666666667 points, floor 0 points, cap 150 points) = 106.666666667 points
/scorecard/metrics/1/shownScore: scorecard.curve round_half_up(score 106.666666667 points) = 107 points
/scorecard/metrics/2/score: scorecard.curve deviation(value 74 points, target 70 points) = 0.057142857
/scorecard/metrics/2/score: scorecard.curve curve(base 100 points, gain 1, deviation 0.057142857) = 105.714285714 points
/scorecard/metrics/2/score: scorecard.curve clamp(uncapped 105.714285714 points, floor 0 points, cap 150 points) = 105.714285714 points
/scorecard/metrics/2/shownScore: scorecard.curve round_half_up(score 105.714285714 points) = 106 points
/scorecard/metrics/3/score: scorecard.curve deviation_flipped(value 3.2 percent, target 5 percent) = 0.36
/scorecard/metrics/3/score: scorecard.curve curve(base 100 points, gain 0.28, deviation 0.36) = 110.08 points
/scorecard/metrics/3/score: scorecard.curve clamp(uncapped 110.08 points, floor 0 points, cap 150 points) = 110.08 points
/scorecard/metrics/3/shownScore: scorecard.curve round_half_up(score 110.08 points) = 110 points
/scorecard/metrics/4/score: scorecard.curve deviation_flipped(value 16 hours, target 24 hours) = 0.333333333
/scorecard/metrics/4/score: scorecard.curve curve(base 100 points, gain 0.45, deviation 0.333333333) = 115 points
/scorecard/metrics/4/score: scorecard.curve clamp(uncapped 115 points, floor 0 points, cap 150 points) = 115 points
/scorecard/metrics/4/shownScore: scorecard.curve round_half_up(score 115 points) = 115 points
/scorecard/metrics/5/score: scorecard.curve deviation_flipped(value 0.3 percent, target 1 percent) = 0.7
/scorecard/metrics/5/score: scorecard.curve curve(base 100 points, gain 0.28, deviation 0.7) = 119.6 points
/scorecard/metrics/5/score: scorecard.curve clamp(uncapped 119.6 points, floor 0 points, cap 150 points) = 119.6 points
/scorecard/metrics/5/shownScore: scorecard.curve round_half_up(score 119.6 points) = 120 points
/scorecard/total: scorecard.total weighted_mean(policies 116 points, policies.weight 1 weight, conversion 106.666666667 points, conversion.weight 1 weight, nps 105.714285714 points, nps.weight 1 weight, complaint_rate 110.08 points, complaint_rate.weight 1 weight, quote_hours 115 points, quote_hours.weight 1 weight, failure_rate 119.6 points, failure_rate.weight 1 weight) = 112.176825397 points
/scorecard/shownTotal: scorecard.total round_half_up(total 112.176825397 points) = 112 points
/scorecard/grade: scorecard.bands band(shownTotal 112 points, excellent 120 points, good 100 points, fair 80 points) = good
/scorecard/grade: scorecard.redLines red_line_clear(value 3.2 complaint_rate, above 8 complaint_rate) = good
/scorecard/grade: scorecard.redLines red_line_clear(value 74 nps, below 65 nps) = good
/scorecard/grade: scorecard.redLines red_line_clear(value 3.2 complaint_rate, above 10 complaint_rate) = good
/crisis/0/state: crisis.events crisis_event(date 2024-07-20, event data_leak) = near
/crisis/1/distance: crisis.months limit_less_value(value 3.2 percent, limit 10 percent) = 6.8 percent
/crisis/1/state: crisis.months crisis_run(run 0 months, needed 1 months) = quiet
/crisis/2/state: crisis.events crisis_event(date 2024-07-25, event equity_change) = fired
/crisis/2/clock/daysLeft: crisis.steps days_until(from 2024-07-25, clockDays 30 days, ends 2024-08-24) = 23 days
/crisis/3/limit: crisis.months percent_of_target(target 500 units, percent 60 percent) = 300 units
/crisis/3/distance: crisis.months value_less_limit(value 580 units, limit 300 units) = 280 units
/crisis/3/state: crisis.months crisis_run(2024-05 280 units, limit 300 units, 2024-06 290 units, limit 300 units, run 2 months, needed 2 months) = fired
/crisis/3/clock/daysLeft: crisis.steps days_until(from 2024-06-30, clockDays 30 days, ends 2024-07-30) = -2 days
/cadence/next/0/due: cadence.calendar start_plus_months(start 2024-01-31, everyMonths 1 months) = 2024-08-31
/cadence/next/1/due: cadence.calendar start_plus_months(start 2024-01-31, everyMonths 1 months) = 2024-09-30
/cadence/next/2/due: cadence.calendar start_plus_months(start 2024-01-31, everyMonths 3 months) = 2024-10-31
/cadence/overdue/0/days: cadence.calendar days_since(due 2024-07-31, asOf 2024-08-01) = 1 days
/cadence/overdue/1/days: cadence.calendar days_since(due 2024-02-29, asOf 2024-08-01) = 154 days
/workshop/yearlyValue: workshop.ideas sum_of_ideas(a 3000000 yuan, b 1500000 yuan) = 4500000 yuan
/renewal/dates/0/inDays: renewal.dates days_to(date 2024-10-01, asOf 2024-08-01) = 61 days
)");
}

TEST_CASE("the steps behind a month of red lines") {
  CHECK(
      steps_of(
          Json::parse(
              R"({"call": "assess", "policy": "insurance-data", "asOf": "2024-08-01", "dossier": {"id": "p",
"months": [{"month": "2024-07", "metrics": {"policies": {"value": 700, "target": 600},
"conversion": 18, "nps": 60, "complaint_rate": {"events": 9, "of": 100}, "failure_rate":
1}}]}})"),
          {"/readiness", "/diligence", "/keyLevel"}) == R"(
/scorecard/metrics/0/score: scorecard.curve deviation(value 700 units, target 600 units) = 0.166666667
/scorecard/metrics/0/score: scorecard.curve curve(base 100 points, gain 1, deviation 0.166666667) = 116.666666667 points
/scorecard/metrics/0/score: scorecard.curve clamp(uncapped 116.666666667 points, floor 0 points, cap 150 points) = 116.666666667 points
/scorecard/metrics/0/shownScore: scorecard.curve round_half_up(score 116.666666667 points) = 117 points
/scorecard/metrics/1/score: scorecard.curve deviation(value 18 percent, target 18 percent) = 0
/scorecard/metrics/1/score: scorecard.curve curve(base 100 points, gain 1, deviation 0) = 100 points
/scorecard/metrics/1/score: scorecard.curve clamp(uncapped 100 points, floor 0 points, cap 150 points) = 100 points
/scorecard/metrics/1/shownScore: scorecard.curve round_half_up(score 100 points) = 100 points
/scorecard/metrics/2/score: scorecard.curve deviation(value 60 points, target 70 points) = -0.142857143
/scorecard/metrics/2/score: scorecard.curve curve(base 100 points, gain 1, deviation -0.142857143) = 85.714285714 points
/scorecard/metrics/2/score: scorecard.curve clamp(uncapped 85.714285714 points, floor 0 points, cap 150 points) = 85.714285714 points
/scorecard/metrics/2/shownScore: scorecard.curve round_half_up(score 85.714285714 points) = 86 points
/scorecard/metrics/3/score: scorecard.curve deviation_flipped(value 9 percent, target 5 percent) = -0.8
/scorecard/metrics/3/score: scorecard.curve curve(base 100 points, gain 0.28, deviation -0.8) = 77.6 points
/scorecard/metrics/3/score: scorecard.curve clamp(uncapped 77.6 points, floor 0 points, cap 150 points) = 77.6 points
/scorecard/metrics/3/shownScore: scorecard.curve round_half_up(score 77.6 points) = 78 points
/scorecard/metrics/5/score: scorecard.curve deviation_flipped(value 1 percent, target 1 percent) = 0
/scorecard/metrics/5/score: scorecard.curve curve(base 100 points, gain 0.28, deviation 0) = 100 points
/scorecard/metrics/5/score: scorecard.curve clamp(uncapped 100 points, floor 0 points, cap 150 points) = 100 points
/scorecard/metrics/5/shownScore: scorecard.curve round_half_up(score 100 points) = 100 points
/scorecard/total: scorecard.total weighted_mean(policies 116.666666667 points, policies.weight 1 weight, conversion 100 points, conversion.weight 1 weight, nps 85.714285714 points, nps.weight 1 weight, complaint_rate 77.6 points, complaint_rate.weight 1 weight, failure_rate 100 points, failure_rate.weight 1 weight) = 95.996190476 points
/scorecard/shownTotal: scorecard.total round_half_up(total 95.996190476 points) = 96 points
/scorecard/grade: scorecard.bands band(shownTotal 96 points, excellent 120 points, good 100 points, fair 80 points) = fair
/scorecard/grade: scorecard.redLines red_line_crossed(value 9 complaint_rate, above 8 complaint_rate) = fair
/scorecard/grade: scorecard.redLines red_line_crossed(value 60 nps, below 65 nps) = fair
/scorecard/grade: scorecard.redLines red_line_clear(value 9 complaint_rate, above 10 complaint_rate) = fair
/crisis/1/distance: crisis.months limit_less_value(value 9 percent, limit 10 percent) = 1 percent
/crisis/1/state: crisis.months crisis_run(run 0 months, needed 1 months) = near
/crisis/3/limit: crisis.months percent_of_target(target 600 units, percent 60 percent) = 360 units
/crisis/3/distance: crisis.months value_less_limit(value 700 units, limit 360 units) = 340 units
/crisis/3/state: crisis.months crisis_run(run 0 months, needed 2 months) = quiet
)");
}
