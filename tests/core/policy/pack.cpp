#include "allymark/policy/pack.hpp"

#include "support/values.hpp"

using namespace allymark;
using test::d;

namespace {

using Lines = List<std::string>;

template <class Change>
Lines errors_after(Change change) {
  Pack pack = test::pack();
  change(pack);
  Errors errors;
  check(pack, Place::at("/policy"), errors);
  return test::lines(errors);
}
template <class Change>
Findings lint_after(Change change) {
  Pack pack = test::pack();
  change(pack);
  Findings findings;
  lint(pack, Place::at("/policy"), findings);
  return findings;
}

}  // namespace

TEST_CASE("the shipped pack has no errors") {
  CHECK(errors_after([](Pack&) {}).empty());
}

TEST_CASE("lint shows the shipped pack's cliff, its undecided years and its monthly target") {
  const Findings findings = lint_after([](Pack&) {});
  CHECK(test::count(findings, finding_code::cliff) == 1);
  CHECK(test::param(test::finding(findings, finding_code::cliff).params, "amount") ==
        Scalar(test::yuan("250200")));
  CHECK(test::count(findings, finding_code::clause_undecided) == 2);
  CHECK(test::finding(findings, finding_code::clause_undecided).path ==
        "/policy/commission/years/1");
  const auto& target = test::finding(findings, finding_code::monthly_target_mismatch);
  CHECK(target.path == "/policy/scorecard/metrics/0/target");
  CHECK(test::param(target.params, "twelve") == Scalar(d("6000")));
  CHECK(test::param(target.params, "yearly") == Scalar(d("5000")));
}

TEST_CASE("lint warns when the target is not the first bound") {
  CHECK(test::count(lint_after([](Pack&) {}), finding_code::target_differs_from_first_bound) == 0);
  CHECK(test::count(lint_after([](Pack& pack) { pack.commission.years[0].target = d("4999"); }),
                    finding_code::target_differs_from_first_bound) == 1);
}

TEST_CASE("lint is silent about decided years and a monthly target that fits") {
  const Findings findings = lint_after([](Pack& pack) {
    pack.commission.later_years = LaterYears::keep;
    pack.commission.years[0].target = d("6000");
  });
  CHECK(test::count(findings, finding_code::clause_undecided) == 0);
  CHECK(test::count(findings, finding_code::monthly_target_mismatch) == 0);
}

TEST_CASE("an unknown metric is refused wherever a rule names one") {
  CHECK(errors_after([](Pack& pack) {
          pack.trial.criteria[1].metric = "smiles";
          pack.trial.score.metrics[0].metric = "smiles";
          pack.trial.red_lines[0].metric = "smiles";
          pack.trial.tie_breaks[1] = "smiles";
          pack.commission.unit = "smiles";
          pack.commission.deductions[1].metric = "smiles";
          pack.scorecard.metrics[2].metric = "smiles";
          pack.scorecard.red_lines[2].metric = "smiles";
        }) == Lines{"unknown_metric /policy/trial/criteria/1/metric",
                    "unknown_metric /policy/trial/score/metrics/0/metric",
                    "unknown_metric /policy/trial/redLines/0/metric",
                    "unknown_metric /policy/trial/tieBreaks/1",
                    "unknown_metric /policy/commission/unit",
                    "unknown_metric /policy/commission/deductions/1/metric",
                    "unknown_metric /policy/scorecard/metrics/2/metric",
                    "unknown_metric /policy/scorecard/redLines/2/metric"});
}

TEST_CASE("targets must be above 0 everywhere") {
  CHECK(errors_after([](Pack& pack) {
          pack.trial.score.metrics[0].target = d("0");
          pack.commission.years[1].target = d("0");
          pack.scorecard.metrics[5].target = d("-1");
        }) == Lines{"target_not_positive /policy/trial/score/metrics/0/target",
                    "target_not_positive /policy/commission/years/1/target",
                    "target_not_positive /policy/scorecard/metrics/5/target"});
}

TEST_CASE("weights must not all be 0") {
  CHECK(errors_after([](Pack& pack) {
          for (auto& item : pack.trial.score.metrics) item.weight = d("0");
          for (auto& item : pack.scorecard.metrics) item.weight = d("0");
        }) == Lines{"weights_sum_zero /policy/trial/score/metrics",
                    "weights_sum_zero /policy/scorecard/metrics"});
  CHECK(errors_after([](Pack& pack) {
          for (auto& item : pack.scorecard.metrics) item.weight = d("0");
          pack.scorecard.metrics[0].weight = d("0.000000001");
        }).empty());
}

TEST_CASE("empty lists are refused where a rule needs an entry") {
  CHECK(errors_after([](Pack& pack) {
          pack.trial.criteria.clear();
          pack.scorecard.metrics.clear();
          pack.scorecard.bands.clear();
        }) == Lines{"empty_list /policy/trial/criteria", "empty_list /policy/scorecard/metrics",
                    "empty_list /policy/scorecard/bands"});
  CHECK(errors_after([](Pack& pack) { pack.commission.years.clear(); }) ==
        Lines{"empty_list /policy/commission/years"});
}

TEST_CASE("the first year needs tiers and a missed rate, the later ones need neither") {
  CHECK(errors_after([](Pack& pack) {
          pack.commission.years[0].tiers.clear();
          pack.commission.years[0].missed_rate.reset();
        }) == Lines{"empty_list /policy/commission/years/0/tiers",
                    "missed_rate_missing /policy/commission/years/0/missedRate"});
}

TEST_CASE("a contract year stands once") {
  CHECK(errors_after([](Pack& pack) { pack.commission.years[2].year = 2; }) ==
        Lines{"duplicate_id /policy/commission/years/2/year"});
}

TEST_CASE("a scorecard metric belongs to a group of the pack") {
  CHECK(errors_after([](Pack& pack) { pack.scorecard.metrics[3].group = "luck"; }) ==
        Lines{"unknown_group /policy/scorecard/metrics/3/group"});
}

TEST_CASE("a metric's range is not upside down") {
  const auto with_high = [](const char* high) {
    auto text = test::pack_text();
    const std::string wanted = R"("low": -100, "high": 100)";
    text.replace(text.find(wanted), wanted.size(), R"("low": -100, "high": )" + std::string(high));
    Errors errors;
    check(test::from_json<Pack>(text), Place::at("/policy"), errors);
    return test::lines(errors);
  };
  CHECK(with_high("-101") == Lines{"below_minimum /policy/metrics/nps/high",
                                   "above_maximum /policy/trial/criteria/1/threshold"});
  CHECK(with_high("-100") == Lines{"above_maximum /policy/trial/criteria/1/threshold"});
  CHECK(with_high("70").empty());
}

TEST_CASE("a rule's origin is the pack's word, and an assumption when it says nothing") {
  CHECK(test::name(origin_of(test::pack(), "trial.criteria")) == "source");
  CHECK(test::name(origin_of(test::pack(), "trial.score")) == "reconstructed");
  CHECK(test::name(origin_of(test::pack(), "trial.redLines")) == "assumed");
  CHECK(test::name(origin_of(test::pack(), "commission.cliff")) == "derived");
  CHECK(test::name(origin_of(test::pack(), "no.such.rule")) == "assumed");
}

TEST_CASE("the shipped pack says which of its rules are not the source's own") {
  // Domain rules, sections 3 to 5: the trial's red lines and who pays are assumptions, both score
  // formulas are reconstructed, the verdict's reading of some and several is derived.
  const std::pair<const char*, const char*> origins[] = {
      {"trial.criteria", "source"},    {"trial.verdict", "derived"},
      {"trial.redLines", "assumed"},   {"trial.score", "reconstructed"},
      {"commission.target", "source"}, {"commission.tiers", "source"},
      {"commission.missed", "source"}, {"commission.deductions", "source"},
      {"commission.payer", "assumed"}, {"scorecard.curve", "reconstructed"},
      {"scorecard.bands", "source"},   {"scorecard.redLines", "assumed"}};
  for (const auto& [rule, origin] : origins) {
    INFO(rule);
    CHECK(test::name(origin_of(test::pack(), rule)) == origin);
  }
}

TEST_CASE("a liability has a least, a most, both in order, or neither") {
  const auto errors = [](Maybe<Money> from, Maybe<Money> to) {
    return errors_after([&](Pack& pack) {
      pack.exit->liability_from = from;
      pack.exit->liability_to = to;
    });
  };
  const Money least = test::yuan("5");
  CHECK(errors(least, test::yuan("6")).empty());
  CHECK(errors(least, least).empty());
  CHECK(errors(least, test::yuan("4.99")) == Lines{"below_minimum /policy/exit/liabilityTo"});
  CHECK(errors(least, std::nullopt).empty());
  CHECK(errors(std::nullopt, least).empty());
  CHECK(errors(std::nullopt, std::nullopt).empty());
}

TEST_CASE("a term of a contract has a least, a most, both in order, or neither") {
  const auto errors = [](const char* least, const char* most) {
    return errors_after([&](Pack& pack) {
      pack.contract[1].at_least = least == nullptr ? Maybe<Decimal>() : Maybe(d(least));
      pack.contract[1].at_most = most == nullptr ? Maybe<Decimal>() : Maybe(d(most));
    });
  };
  CHECK(errors("3", "4").empty());
  CHECK(errors("3", "3").empty());
  CHECK(errors("3", "2.99") == Lines{"below_minimum /policy/contract/1/atMost"});
  CHECK(errors("3", nullptr).empty());
  CHECK(errors(nullptr, "3").empty());
  CHECK(errors(nullptr, nullptr).empty());
}
