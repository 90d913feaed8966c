#include "allymark/policy/lint.hpp"

#include <string>

#include "allymark/policy/pack.hpp"
#include "support/linted.hpp"

using namespace allymark;
using test::findings_of;
using test::Json;

namespace {

/// Every finding of the shipped pack with changes by JSON Pointer: "/path code limit=5" lines; of
/// one code, where there is one.
std::string told_after(const char* changes, const std::string& code = "") {
  std::string text = "\n";
  for (const auto& finding : findings_of(test::changed_pack(Json::parse(changes)))) {
    if (!code.empty() && finding["code"] != code) continue;
    text += finding["path"].get<std::string>() + " " + finding["code"].get<std::string>();
    for (const auto& [name, value] : finding["params"].items()) {
      text += " " + name + "=" + (value.is_string() ? value.get<std::string>() : value.dump());
    }
    text += "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("the change that a lint finding proposes removes it") {
  std::size_t tried = 0;
  test::each_case([&](const test::Case& item) {
    if (item.file != "lint.json") return;
    const Json pack = Json::parse(item.request)["document"];
    const Json answer = test::ask({{"call", "check"}, {"document", pack}});
    if (answer["ok"] == false) return;
    for (const auto& finding : answer["result"]["findings"]) {
      const Json& params = finding["params"];
      INFO(item.name << ": " << finding.dump());
      REQUIRE(params.contains("fix"));
      ++tried;
      const std::size_t before = test::count(answer["result"]["findings"], finding);
      CHECK(test::count(findings_of(test::mended(pack, params)), finding) < before);
    }
  });
  CHECK(tried > 60);
}

TEST_CASE("paths of lint and of its changes stand below the place of the pack") {
  Findings findings;
  lint(test::pack(), Place::at("/policy"), findings);
  REQUIRE(!findings.empty());
  for (const auto& finding : findings.list()) {
    CHECK(finding.path.rfind("/policy/", 0) == 0);
    for (const auto& param : finding.params) {
      if (param.name == "fix") CHECK(param.value.text().rfind("/policy/", 0) == 0);
    }
  }
}

TEST_CASE("no shipped pack has a grave finding but years left undecided") {
  for (const char* name : {"insurance-data", "used-car", "parts-supplier"}) {
    const Json pack = Json::parse(test::file(std::string("core/policies/") + name + ".json"));
    for (const auto& finding : findings_of(pack)) {
      INFO(name << ": " << finding.dump());
      CHECK((finding["severity"] != "block" || finding["code"] == "clause_undecided"));
    }
  }
}

TEST_CASE("figures far beyond a target are still scored, not overflown") {
  Json pack = Json::parse(test::pack_text());
  pack["scorecard"]["metrics"][0]["target"] = 0.001;
  pack["scorecard"]["metrics"][0]["gain"] = 1000;
  CHECK(test::count(findings_of(pack),
                    {{"code", "grade_unreachable"}, {"path", "/scorecard/bands/0"}}) == 0);
}

TEST_CASE("lint says four things of the shipped pack and no more") {
  CHECK(told_after("{}") == R"(
/commission/years/0 cliff at=5000 amount=250200 before=999800 after=1250000 cause=target fix=/commission/years/0/missedRate to=250
/commission/years/1 clause_undecided year=2 fix=/commission/laterYears to=keep
/commission/years/2 clause_undecided year=3 fix=/commission/laterYears to=keep
/scorecard/metrics/0/target monthly_target_mismatch fix=/commission/years/0/target to=6000 monthly=500 twelve=6000 yearly=5000
)");
}

TEST_CASE("lint names every rule that is broken at once, each once, in the pack's order") {
  CHECK(told_after(R"({"/provenance/trial.plan": {"clause": "3", "origin": "source"},
"/commission/years/0/tiers/2/rate": 279, "/commission/years/0/target": 6000,
"/commission/cap": 3000000, "/commission/months": 37, "/commission/laterYears": "keep",
"/scorecard/curve/cap": 119.4, "/scorecard/curve/floor": 80, "/trial/criteria/2/threshold":
9, "/commission/deductions/-": {"id": "x", "metric": "complaint_rate", "above": 12,
"percent": 0}, "/scorecard/redLines/-": {"metric": "nps", "above": 90, "caps": "excellent"},
"/trial/redLines/-": {"metric": "complaint_rate", "above": 100},
"/trial/score/metrics/0/weight": 41, "/scorecard/metrics/5/weight": 0,
"/scorecard/metrics/4/weight": 2, "/crisis/plans/0/steps/1/days": 40,
"/crisis/plans/2/events": ["data_misuse"], "/crisis/plans/1/limit": 100,
"/cadence/frequencies": [{"level": "S", "layer": "executives", "everyMonths": 3}, {"level":
"S", "layer": "managers", "everyMonths": 1}, {"level": "S", "layer": "engineers"}, {"level":
"A", "layer": "executives", "everyMonths": 3}, {"level": "A", "layer": "managers",
"everyMonths": 1}, {"level": "A", "layer": "engineers"}, {"level": "B", "layer": "managers",
"everyMonths": 3}, {"level": "B", "layer": "engineers"}], "/adjustment/raiseFrom": 70,
"/keyLevel/adjustment/downFrom": 1})") == R"(
/provenance/trial.plan/label label_missing fix=/provenance/trial.plan/label/zh to=trial.plan
/commission/years/0/tiers/2/rate rate_falls fix=/commission/years/0/tiers/2/rate to=280 rate=279 before=280
/commission/years/0/target target_differs_from_first_bound fix=/commission/years/0/target to=5000 target=6000 bound=5000
/commission/years/0 cliff at=6000 amount=330200 before=1199800 after=1530000 cause=target fix=/commission/years/0/missedRate to=255
/commission/years/0/tiers/3 tier_beyond_cap fix=/commission/cap to=3206350 bound=12000 cap=3000000
/commission/years/1/target target_differs_from_first_bound fix=/commission/years/1/target to=5000 target=12000 bound=5000
/commission/years/1 cliff at=12000 amount=806200 before=2399800 after=3206000 cause=target fix=/commission/years/1/missedRate to=267.1667
/commission/years/1/tiers/3 tier_beyond_cap fix=/commission/cap to=3206350 bound=12000 cap=3000000
/commission/years/2/target target_differs_from_first_bound fix=/commission/years/2/target to=5000 target=25000 bound=5000
/commission/years/2 cliff at=25000 amount=2756200 before=4999800 after=7756000 cause=target fix=/commission/years/2/missedRate to=310.24
/commission/years year_missing fix=/commission/months to=36 year=4 months=37
/scorecard/bands/0 grade_unreachable grade=excellent from=120 most=119.4 fix=/scorecard/bands/0/from to=119
/scorecard/bands/3 grade_unreachable grade=poor from=80 most=80 fix=/scorecard/bands/2/from to=81
/trial/redLines/1/above rule_never_applies fix=/trial/redLines/1 to= metric=complaint_rate limit=100 end=100
/crisis/plans/1/limit rule_never_applies fix=/crisis/plans/1 to= metric=complaint_rate limit=100 end=100
/commission/deductions/0/above ladder_not_monotone fix=/commission/deductions/0/above to=9 metric=complaint_rate grave=8 mild=9 other=/trial/criteria/2/threshold
/scorecard/redLines/0/above ladder_not_monotone fix=/scorecard/redLines/0/above to=12 metric=complaint_rate grave=8 mild=12 other=/commission/deductions/2/above
/scorecard/redLines/3/above limit_on_good_side fix=/scorecard/redLines/3 to= metric=nps limit=90
/commission/deductions/2 rules_overlap fix=/commission/deductions/2 to= metric=complaint_rate limit=12 other=/commission/deductions/0
/trial/redLines/1 rules_overlap fix=/trial/redLines/1 to= metric=complaint_rate limit=100 other=/trial/redLines/0
/trial/score/metrics weights_not_hundred sum=101 fix=/trial/score/metrics member=weight to=40.59 24.76 24.75 9.9
/scorecard/metrics/5/weight weight_zero fix=/scorecard/metrics/5/weight to=1 metric=failure_rate
/scorecard/metrics weights_not_hundred sum=6 fix=/scorecard/metrics member=weight to=16.67 16.66 16.67 16.67 33.33 0
/crisis/plans/0 step_after_clock fix=/crisis/plans/0/clockDays to=40 step=legal_action days=40 clock=30
/crisis/plans/2 rules_overlap fix=/crisis/plans/2 to= other=/crisis/plans/0
/cadence/frequencies level_without_meetings fix=/cadence/frequencies/8/level to=C copy=/cadence/frequencies/6 level=C
/adjustment/raiseFrom rules_overlap fix=/adjustment/raiseFrom to=81 limit=70 other=/adjustment/lowerBelow
/keyLevel/adjustment/downFrom rules_overlap fix=/keyLevel/adjustment/downFrom to=2 limit=1 other=/keyLevel/adjustment/upTo
/commission/deductions/2 rule_without_effect fix=/commission/deductions/2 to=
/scorecard/redLines/3 rule_without_effect fix=/scorecard/redLines/3 to=
)");
}

TEST_CASE("a crisis is a step of its metric's ladder where it fires above a limit that is bad") {
  const std::string now = told_after("{}");
  // An NPS above 5 is no worse, and 4 % of a target are no rate.
  CHECK(told_after(R"({"/crisis/plans/1/metric": "nps", "/crisis/plans/1/limit": 5})") == now);
  CHECK(told_after(R"({"/crisis/plans/1/metric": "nps", "/crisis/plans/1/limit": 100})") == now);
  CHECK(told_after(R"({"/crisis/plans/3/metric": "complaint_rate", "/crisis/plans/3/limit": 4})") ==
        now);
  CHECK(
      told_after(R"({"/crisis/plans/3/metric": "complaint_rate", "/crisis/plans/3/limit": 100})") ==
      now);
}

TEST_CASE("limits of one list on one side of a metric overlap, the farther one is told") {
  const char* code = "rules_overlap";
  const auto lines = [&](const std::string& rules) {
    return told_after((R"({"/commission/deductions": [)" + rules + "]}").c_str(), code);
  };
  const std::string five = R"({"id": "a", "metric": "complaint_rate", "above": 5, "percent": 10})";
  const std::string eight = R"({"id": "b", "metric": "complaint_rate", "above": 8, "percent": 15})";
  const std::string same = R"({"id": "c", "metric": "complaint_rate", "above": 5, "percent": 15})";
  const std::string below = R"({"id": "d", "metric": "complaint_rate", "below": 1, "percent": 15})";
  const std::string lower =
      R"({"id": "e", "metric": "complaint_rate", "below": 0.5, "percent": 15})";
  const std::string other = R"({"id": "f", "metric": "nps", "below": 0.5, "percent": 15})";
  CHECK(lines(five + "," + eight) == R"(
/commission/deductions/1 rules_overlap fix=/commission/deductions/1 to= metric=complaint_rate limit=8 other=/commission/deductions/0
)");
  CHECK(lines(eight + "," + five) == R"(
/commission/deductions/0 rules_overlap fix=/commission/deductions/0 to= metric=complaint_rate limit=8 other=/commission/deductions/1
)");
  CHECK(lines(five + "," + same) == R"(
/commission/deductions/1 rules_overlap fix=/commission/deductions/1 to= metric=complaint_rate limit=5 other=/commission/deductions/0
)");
  CHECK(lines(same + "," + below) == "\n");
  CHECK(lines(below + "," + lower) == R"(
/commission/deductions/1 rules_overlap fix=/commission/deductions/1 to= metric=complaint_rate limit=0.5 other=/commission/deductions/0
)");
  CHECK(lines(lower + "," + below) == R"(
/commission/deductions/0 rules_overlap fix=/commission/deductions/0 to= metric=complaint_rate limit=0.5 other=/commission/deductions/1
)");
  CHECK(lines(below + "," + other) == "\n");
}

TEST_CASE("what is said first of a list is said of its first entry, too") {
  CHECK(told_after(
            R"({"/commission/deductions/0/percent": 0, "/scorecard/redLines/0/caps": "excellent"})",
            "rule_without_effect") == R"(
/commission/deductions/0 rule_without_effect fix=/commission/deductions/0 to=
/scorecard/redLines/0 rule_without_effect fix=/scorecard/redLines/0 to=
)");
  CHECK(told_after(R"({"/crisis/plans/0/steps/0/days": 999})", "step_after_clock") == R"(
/crisis/plans/0 step_after_clock fix=/crisis/plans/0/clockDays to=999 step=stop_exchange days=999 clock=30
)");
  CHECK(told_after(
            R"({"/cadence/frequencies": [{"level": "A", "layer": "managers", "everyMonths": 1}]})",
            "level_without_meetings") == R"(
/cadence/frequencies level_without_meetings fix=/cadence/frequencies/1/level to=S copy=/cadence/frequencies/0 level=S
/cadence/frequencies level_without_meetings fix=/cadence/frequencies/1/level to=B copy=/cadence/frequencies/0 level=B
/cadence/frequencies level_without_meetings fix=/cadence/frequencies/1/level to=C copy=/cadence/frequencies/0 level=C
)");
}

TEST_CASE("weights that end as they began are not all alike for that") {
  const auto weights = [](const char* first, const char* second, const char* third,
                          const char* fourth) {
    return told_after((std::string(R"({"/trial/score/metrics/0/weight": )") + first +
                       R"(, "/trial/score/metrics/1/weight": )" + second +
                       R"(, "/trial/score/metrics/2/weight": )" + third +
                       R"(, "/trial/score/metrics/3/weight": )" + fourth + "}")
                          .c_str(),
                      "weights_not_hundred");
  };
  CHECK(weights("20", "30", "25", "20") == R"(
/trial/score/metrics weights_not_hundred sum=95 fix=/trial/score/metrics member=weight to=21.05 31.58 26.32 21.05
)");
  CHECK(weights("20", "20", "20", "20") == "\n");
  CHECK(weights("20", "30", "30", "20") == "\n");
  CHECK(weights("60", "20", "20", "59") == R"(
/trial/score/metrics weights_not_hundred sum=159 fix=/trial/score/metrics member=weight to=37.74 12.57 12.58 37.11
)");
  // Just under a hundred, a hundred, and just over.
  CHECK(weights("40", "25", "25", "9.99") == R"(
/trial/score/metrics weights_not_hundred sum=99.99 fix=/trial/score/metrics member=weight to=40 25.01 25 9.99
)");
  CHECK(weights("40", "25", "25", "10") == "\n");
  CHECK(weights("40", "25", "25", "10.01") == R"(
/trial/score/metrics weights_not_hundred sum=100.01 fix=/trial/score/metrics member=weight to=40 24.99 25 10.01
)");
}

TEST_CASE("a term has rules for its first year and for its last month") {
  const char* code = "year_missing";
  CHECK(told_after(R"({"/commission/months": 36})", code) == "\n");
  CHECK(told_after(R"({"/commission/months": 37})", code) == R"(
/commission/years year_missing fix=/commission/months to=36 year=4 months=37
)");
  CHECK(told_after(R"({"/commission/years/0/year": 4})", code) == R"(
/commission/years year_missing fix=/commission/years/0/year to=1 year=1 months=36
)");
}

TEST_CASE("a cap that the first bound's pay reaches leaves the second tier nothing") {
  const char* code = "tier_beyond_cap";
  CHECK(told_after(R"({"/commission/cap": 1249999.99})", code) == R"(
/commission/years/0/tiers/1 tier_beyond_cap fix=/commission/cap to=1250280 bound=5000 cap=1249999.99
)");
  CHECK(told_after(R"({"/commission/cap": 1250000})", code) == R"(
/commission/years/0/tiers/1 tier_beyond_cap fix=/commission/cap to=1250280 bound=5000 cap=1250000
)");
  CHECK(told_after(R"({"/commission/cap": 1250000.01})", code) == R"(
/commission/years/0/tiers/2 tier_beyond_cap fix=/commission/cap to=2090320 bound=8000 cap=1250000.01
)");
}

TEST_CASE(
    "bands against what a month can reach: how much is told to two decimals, ends in whole steps") {
  const auto told = [](const char* changes) {
    return told_after(changes, "grade_unreachable") + told_after(changes, "grade_barely_reachable");
  };
  CHECK(told(R"({"/scorecard/curve/cap": 119.4567})") == R"(
/scorecard/bands/0 grade_unreachable grade=excellent from=120 most=119.46 fix=/scorecard/bands/0/from to=119

)");
  CHECK(told(R"({"/scorecard/curve/cap": 120})") == R"(

/scorecard/bands/0 grade_barely_reachable grade=excellent from=120 most=120 fix=/scorecard/bands/0/from to=119
)");
  CHECK(told(R"({"/scorecard/curve/cap": 120.4})") == "\n\n");
  CHECK(told(R"({"/scorecard/curve/cap": 100.6})") == R"(
/scorecard/bands/0 grade_unreachable grade=excellent from=120 most=100.6 fix=/scorecard/bands/0/from to=101

)");
  CHECK(told(R"({"/scorecard/curve/cap": 100})") == R"(
/scorecard/bands/0 grade_unreachable grade=excellent from=120 most=100 fix=/scorecard/curve/cap to=121

/scorecard/bands/1 grade_barely_reachable grade=good from=100 most=100 fix=/scorecard/bands/1/from to=99
)");
  CHECK(told(R"({"/scorecard/curve/cap": 100.4})") == R"(
/scorecard/bands/0 grade_unreachable grade=excellent from=120 most=100.4 fix=/scorecard/curve/cap to=121

)");
  CHECK(told(R"({"/scorecard/curve/cap": 101, "/scorecard/bands/0/from": 102})") == R"(
/scorecard/bands/0 grade_unreachable grade=excellent from=102 most=101 fix=/scorecard/bands/0/from to=101

)");
  CHECK(told(R"({"/scorecard/curve/floor": 79.4})") == "\n\n");
  CHECK(told(R"({"/scorecard/curve/floor": 79.5})") == R"(
/scorecard/bands/3 grade_unreachable grade=poor from=80 most=80 fix=/scorecard/bands/2/from to=81

)");
  CHECK(told(R"({"/scorecard/curve/floor": 98})") == R"(
/scorecard/bands/3 grade_unreachable grade=poor from=80 most=98 fix=/scorecard/bands/2/from to=99

)");
  CHECK(told(R"({"/scorecard/curve/floor": 99})") == R"(
/scorecard/bands/3 grade_unreachable grade=poor from=80 most=99 fix=/scorecard/curve/floor to=0

)");
  CHECK(
      told(
          R"({"/scorecard/metrics/0/gain": 0, "/scorecard/metrics/1/gain": 0, "/scorecard/metrics/2/gain": 0})") ==
      R"(
/scorecard/bands/0 grade_unreachable grade=excellent from=120 most=116.83 fix=/scorecard/bands/0/from to=117

)");
}

TEST_CASE("bounds that grow with a later target are mended in the first year") {
  const char* code = "target_differs_from_first_bound";
  CHECK(told_after(R"({"/commission/laterYears": "scale", "/commission/years/0/target": 4000})",
                   code) == R"(
/commission/years/0/target target_differs_from_first_bound fix=/commission/years/0/target to=5000 target=4000 bound=5000
/commission/years/1/target target_differs_from_first_bound fix=/commission/years/0/target to=5000 target=12000 bound=15000
/commission/years/2/target target_differs_from_first_bound fix=/commission/years/0/target to=5000 target=25000 bound=31250
)");
  CHECK(told_after(R"({"/commission/laterYears": "keep", "/commission/years/0/target": 4000})",
                   code) == R"(
/commission/years/0/target target_differs_from_first_bound fix=/commission/years/0/target to=5000 target=4000 bound=5000
/commission/years/1/target target_differs_from_first_bound fix=/commission/years/1/target to=5000 target=12000 bound=5000
/commission/years/2/target target_differs_from_first_bound fix=/commission/years/2/target to=5000 target=25000 bound=5000
)");
  CHECK(
      told_after(
          R"({"/commission/laterYears": "scale", "/commission/years/1/tiers": [{"upTo": 9000, "rate": 1}, {"rate": 2}]})",
          code) == R"(
/commission/years/1/target target_differs_from_first_bound fix=/commission/years/1/target to=9000 target=12000 bound=9000
)");
}

TEST_CASE("two plans for one limit overlap, and the limit is told; two for one event have none") {
  CHECK(told_after(
            R"({"/crisis/plans/2": {"id": "again", "label": {"zh": "又一个", "en": "Again"}, "kind":
"above_limit", "metric": "complaint_rate", "limit": 12, "months": 2, "clockDays": 30, "steps": [{"id":
"x", "label": {"zh": "做", "en": "Do"}, "owner": "manager", "days": 3}]}})",
            "rules_overlap") == R"(
/crisis/plans/2 rules_overlap fix=/crisis/plans/2 to= other=/crisis/plans/1 metric=complaint_rate limit=12
)");
}
