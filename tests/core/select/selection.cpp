#include "allymark/select/selection.hpp"

#include <algorithm>

#include "allymark/assess.hpp"
#include "support/trials.hpp"

using namespace allymark;
using test::criteria;
using test::d;

namespace {

struct Outcome {
  Selection selection;
  Findings findings;
  std::string order() const {
    std::string text;
    for (const auto& row : selection.ranking)
      text += (text.empty() ? "" : " ") + std::string(row.id);
    return text;
  }
  std::string pick() const { return selection.pick ? std::string(selection.pick->id) : "nobody"; }
  std::string dominant() const {
    return selection.dominant ? std::string(*selection.dominant) : "nobody";
  }
};

/// Dossiers as {id, trial}; a trial of "null" is none.
using Candidates = List<std::pair<std::string, std::string>>;

Outcome select_among(const Candidates& candidates, const TrialRules* rules = nullptr) {
  std::string list = "[";
  for (const auto& [id, trial] : candidates) {
    if (list.size() > 1) list += ',';
    list += R"({"id":")" + id + R"(","name":"Name of )" + id + R"(","trial":)" + trial + "}";
  }
  const auto dossiers = test::from_json<List<Dossier>>(list + "]");
  Outcome outcome;
  Pack pack = test::pack();
  if (rules != nullptr) pack.trial = *rules;
  outcome.selection = select_partner(pack, dossiers, {}, outcome.findings, nullptr);
  return outcome;
}

const Candidates example = {
    {"taikang", test::taikang}, {"nio", test::nio}, {"zhongan", test::zhongan}};

}  // namespace

TEST_CASE("the three insurers rank 众安, 泰康, 蔚来保 and 众安 is picked on a condition") {
  const Outcome outcome = select_among(example);
  CHECK(outcome.order() == "zhongan taikang nio");
  CHECK(outcome.pick() == "zhongan");
  CHECK(outcome.selection.pick->shown_score == d("95"));
  CHECK(test::name(outcome.selection.pick->verdict) == "conditional");
  CHECK(test::name(outcome.selection.advice) == "sign_when_measured");
  CHECK(outcome.selection.ranking[1].rank == 2);
}

TEST_CASE("the failure rate, measured for none, is remarked once for all") {
  const Outcome outcome = select_among(example);
  CHECK(test::count(outcome.findings, finding_code::criterion_never_measured) == 1);
  const auto& remark = test::finding(outcome.findings, finding_code::criterion_never_measured);
  CHECK(test::param(remark.params, "metric") == Scalar("failure_rate"));
  CHECK(test::param(remark.params, "candidates") == Scalar(d("3")));
}

TEST_CASE("众安 dominates the other two; without it nobody does") {
  CHECK(select_among(example).dominant() == "zhongan");
  CHECK(select_among({{"taikang", test::taikang}, {"nio", test::nio}}).dominant() == "nobody");
}

TEST_CASE("one candidate alone dominates nobody") {
  CHECK(select_among({{"zhongan", test::zhongan}}).dominant() == "nobody");
}

TEST_CASE("the order of 泰康 above 蔚来保 holds in about 93.9 % of weightings") {
  const Outcome outcome = select_among(example);
  REQUIRE(outcome.selection.stability.size() == 2);
  const OrderStability& close = outcome.selection.stability[1];
  CHECK(close.above == "taikang");
  CHECK(close.below == "nio");
  CHECK(close.draws == 10'000);
  CHECK(std::stod(close.share.text()) == Approx(93.91).margin(1));
}

TEST_CASE("a dominating candidate stays first in every weighting") {
  CHECK(select_among(example).selection.stability[0].share == d("100"));
}

TEST_CASE("the order of the dossiers changes nothing") {
  Candidates order = example;
  std::sort(order.begin(), order.end());
  const Outcome first = select_among(order);
  do {
    const Outcome outcome = select_among(order);
    CHECK(outcome.order() == first.order());
    CHECK(outcome.pick() == first.pick());
    CHECK(outcome.dominant() == first.dominant());
    for (std::size_t i = 0; i < first.selection.stability.size(); ++i) {
      CHECK(outcome.selection.stability[i].share == first.selection.stability[i].share);
    }
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("a better verdict ranks above a better score") {
  const Outcome outcome = select_among({{"retry", criteria("30", "90", "5.1", "0")},
                                        {"stop", criteria("30", "69", "5.1", "0")},
                                        {"open", criteria("15", "70", "5", "null")},
                                        {"sign", criteria("15", "70", "5", "1")},
                                        {"unknown", criteria("30", "90", "null", "null")}});
  CHECK(outcome.order() == "sign open retry stop unknown");
  CHECK(outcome.pick() == "sign");
  CHECK(test::name(outcome.selection.advice) == "sign");
}

TEST_CASE("among equal verdicts the unrounded score decides") {
  // 15.01 and 15.02 % differ by 0.02 points of the composite and show the same.
  const Outcome outcome = select_among(
      {{"a", criteria("15.01", "70", "5", "1")}, {"b", criteria("15.02", "70", "5", "1")}});
  CHECK(outcome.selection.ranking[0].shown_score == outcome.selection.ranking[1].shown_score);
  CHECK(outcome.order() == "b a");
}

TEST_CASE("equal scores are ordered by the lower complaint rate, then the higher NPS") {
  // Capped scores: 众安-like figures beyond the cap score the same.
  const auto capped = [](const char* complaints, const char* nps) {
    return criteria("30", nps, complaints, "1");
  };
  const Outcome by_complaints = select_among({{"a", capped("2", "99")}, {"b", capped("1", "99")}});
  REQUIRE(by_complaints.selection.ranking[0].score == by_complaints.selection.ranking[1].score);
  CHECK(by_complaints.order() == "b a");
  const Outcome by_nps = select_among({{"a", capped("2", "98")}, {"b", capped("2", "99")}});
  REQUIRE(by_nps.selection.ranking[0].score == by_nps.selection.ranking[1].score);
  CHECK(by_nps.order() == "b a");
}

TEST_CASE("counts are compared exactly in a tie") {
  const auto capped = [](const char* complaints) { return criteria("30", "99", complaints, "1"); };
  const Outcome outcome = select_among(
      {{"a", capped(R"({"events":1,"of":99})")}, {"b", capped(R"({"events":100,"of":9901})")}});
  CHECK(outcome.order() == "b a");
}

TEST_CASE("candidates alike in everything are ordered by id, so that no order is left to chance") {
  CHECK(select_among({{"b", test::zhongan}, {"a", test::zhongan}}).order() == "a b");
}

TEST_CASE("nobody to pick says try again while someone may") {
  const Outcome outcome = select_among({{"taikang", test::taikang}, {"nio", test::nio}});
  CHECK(outcome.pick() == "nobody");
  CHECK(test::name(outcome.selection.advice) == "retry");
  CHECK(test::count(outcome.findings, finding_code::nobody_to_pick) == 1);
}

TEST_CASE("nobody to pick and nobody to retry says search again") {
  const Outcome outcome = select_among({{"nio", test::nio}});
  CHECK(outcome.pick() == "nobody");
  CHECK(test::name(outcome.selection.advice) == "search_again");
}

TEST_CASE("no candidates at all are a selection of nobody") {
  const Outcome outcome = select_among({});
  CHECK(outcome.pick() == "nobody");
  CHECK(outcome.selection.ranking.empty());
  CHECK(test::name(outcome.selection.advice) == "search_again");
}

TEST_CASE("a candidate without a trial comes last, is never picked, and that is a finding") {
  const Outcome outcome = select_among({{"new", "null"}, {"nio", test::nio}});
  CHECK(outcome.order() == "nio new");
  CHECK(outcome.pick() == "nobody");
  CHECK(test::finding(outcome.findings, finding_code::trial_missing).path == "/dossiers/0/trial");
}

TEST_CASE("a metric that one of two lacks decides no dominance") {
  const Outcome outcome = select_among(
      {{"a", R"({"users":300,"metrics":{"conversion":21,"nps":76,"complaint_rate":2.8}})"},
       {"b", test::taikang}});
  CHECK(outcome.dominant() == "a");
}

TEST_CASE("one worse figure is enough not to dominate") {
  const Outcome outcome = select_among(
      {{"a", criteria("21", "76", "2.8", "1")}, {"b", criteria("16", "76.1", "5", "1")}});
  CHECK(outcome.dominant() == "nobody");
}

TEST_CASE("an equal figure does not keep a better one from dominating") {
  for (const std::string& other :
       {criteria("21", "75", "2.9", "1"), criteria("20", "76", "2.9", "1"),
        criteria("20", "75", "2.8", "1")}) {
    CHECK(select_among({{"b", other}, {"a", criteria("21", "76", "2.8", "1")}}).dominant() == "a");
  }
}

TEST_CASE("equal figures everywhere dominate nobody") {
  CHECK(select_among({{"a", test::zhongan}, {"b", test::zhongan}}).dominant() == "nobody");
}

TEST_CASE("who was measured stands before who was not, wherever they stood") {
  const std::string one = R"({"users":300,"metrics":{"conversion":1}})";
  const std::string none = R"({"users":300,"metrics":{}})";
  CHECK(select_among({{"a", one}, {"b", none}}).order() == "a b");
  CHECK(select_among({{"a", none}, {"b", one}}).order() == "b a");
  CHECK(select_among({{"b", none}, {"c", one}, {"a", none}}).order() == "c a b");
}

TEST_CASE("nobody is missed where nobody was asked") {
  CHECK(test::count(select_among({}).findings, finding_code::nobody_to_pick) == 0);
  CHECK(test::count(select_among({{"nio", test::nio}}).findings, finding_code::nobody_to_pick) ==
        1);
  CHECK(test::count(select_among(example).findings, finding_code::nobody_to_pick) == 0);
}

TEST_CASE("how firm an order is takes draws, and two figures that both candidates have") {
  const auto known = [](const Candidates& candidates, std::int64_t draws) {
    TrialRules rules = test::pack().trial;
    rules.stability.draws = draws;
    return select_among(candidates, &rules).selection.stability.size();
  };
  const auto with = [](const std::string& metrics) {
    return R"({"users":300,"metrics":)" + metrics + "}";
  };
  const std::string two = with(R"({"conversion":16,"nps":71})");
  const std::string one = with(R"({"conversion":15})");
  const std::string other = with(R"({"nps":70})");
  CHECK(known({{"a", two}, {"b", two}}, 1) == 1);
  CHECK(known({{"a", two}, {"b", two}}, 0) == 0);
  CHECK(known({{"a", two}, {"b", one}}, 100) == 0);
  CHECK(known({{"a", one}, {"b", other}}, 100) == 0);
}
