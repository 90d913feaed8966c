#include "allymark/select/trial.hpp"

#include "support/trials.hpp"

using namespace allymark;
using test::criteria;
using test::d;
using test::judge;

TEST_CASE("众安在线 scores 95.36, shown 95, and may be signed on a condition") {
  const auto judged = judge(test::zhongan);
  CHECK(judged.verdict() == "conditional");
  CHECK(judged.result.score->rounded(2) == d("95.36"));
  CHECK(judged.result.shown_score == d("95"));
  CHECK(test::joined(judged.result.not_measured) == "failure_rate");
}

TEST_CASE("泰康在线 scores 78.14, shown 78, and tries again over complaints") {
  const auto judged = judge(test::taikang);
  CHECK(judged.verdict() == "retry");
  CHECK(judged.result.score->rounded(2) == d("78.14"));
  CHECK(judged.result.shown_score == d("78"));
  CHECK(test::joined(judged.result.missed) == "complaint_rate");
}

TEST_CASE("蔚来保 scores 72.46, shown 72, and stops over NPS and complaints") {
  const auto judged = judge(test::nio);
  CHECK(judged.verdict() == "stop");
  CHECK(judged.result.score->rounded(2) == d("72.46"));
  CHECK(judged.result.shown_score == d("72"));
  CHECK(test::joined(judged.result.missed) == "nps complaint_rate");
}

TEST_CASE("contributions add up to the composite score") {
  for (const char* trial : {test::zhongan, test::taikang, test::nio}) {
    const auto judged = judge(trial);
    Decimal sum;
    for (const auto& row : judged.result.metrics) sum = sum + row.contribution.value_or(Decimal{});
    const Decimal off = sum - *judged.result.score;
    INFO(trial);
    CHECK(off <= d("0.000000002"));
    CHECK(off >= d("-0.000000002"));
  }
}

TEST_CASE("a metric without a value is left out of the score, and that is said") {
  const auto judged =
      judge(R"({"users":1000,"metrics":{"conversion":16,"nps":71,"complaint_rate":5.1}})");
  // (40 x 80 + 25 x 76.071428571 + 25 x 73.5) / 90
  CHECK(judged.result.score->rounded(2) == d("77.10"));
  CHECK(judged.result.coverage == d("90"));
  CHECK(test::finding(judged.findings, finding_code::metric_not_measured).path ==
        "/trial/metrics/response_hours");
}

TEST_CASE("without any figure there is no score rather than 0") {
  const auto judged = judge(R"({"users":1000,"metrics":{}})");
  CHECK(judged.verdict() == "insufficient");
  CHECK_FALSE(judged.result.score);
  CHECK_FALSE(judged.result.shown_score);
  CHECK(judged.result.coverage == d("0"));
}

TEST_CASE("a margin is the distance on the good side of the threshold") {
  const auto judged = judge(test::taikang);
  CHECK(judged.metric("conversion").margin == d("1"));
  CHECK(judged.metric("complaint_rate").margin == d("-0.1"));
  CHECK_FALSE(judged.metric("failure_rate").margin);
}

TEST_CASE("response time is noted and scored but gates nothing") {
  const auto slow = judge(criteria("15", "70", "5", "1"));
  CHECK(test::name(slow.metric("response_hours").role) == "noted");
  CHECK(test::name(slow.metric("response_hours").state) == "noted");
  const auto slower = judge(
      R"({"users":1000,"metrics":{"conversion":15,"nps":70,"complaint_rate":5,"failure_rate":1,"response_hours":480}})");
  CHECK(slower.verdict() == "sign");
  CHECK(slower.metric("response_hours").score == d("0"));
}

TEST_CASE("the score's cap is told") {
  const auto judged = judge(test::zhongan);
  CHECK(judged.metric("complaint_rate").capped);
  CHECK(judged.metric("complaint_rate").uncapped == d("108"));
  CHECK_FALSE(judged.metric("nps").capped);
}

TEST_CASE("flips name the single changes that alter the verdict") {
  const auto judged = judge(test::taikang);
  bool to_conditional = false;
  for (const auto& flip : judged.result.flips) {
    CHECK(flip.verdict != judged.result.verdict);
    if (flip.metric == "complaint_rate" && test::name(flip.relation) == "at_most") {
      to_conditional = true;
      CHECK(flip.to == d("5"));
      CHECK(test::name(flip.verdict) == "conditional");
    }
  }
  CHECK(to_conditional);
}

TEST_CASE("a flip brings the verdict it promises") {
  // 泰康 with complaints at 5 % is conditional, with NPS below 70 it stops, with complaints above
  // 10 % it stops.
  CHECK(
      judge(R"({"users":300,"metrics":{"conversion":16,"nps":71,"complaint_rate":5}})").verdict() ==
      "conditional");
  CHECK(judge(R"({"users":300,"metrics":{"conversion":16,"nps":69.9,"complaint_rate":5.1}})")
            .verdict() == "stop");
  std::string found;
  for (const auto& flip : judge(test::taikang).result.flips) {
    found += std::string(flip.metric) + " " + test::name(flip.relation) + " " + flip.to.text() +
             " " + test::name(flip.verdict) + "\n";
  }
  CHECK(found.find("nps below 70 stop\n") != std::string::npos);
  CHECK(found.find("conversion below 15 stop\n") != std::string::npos);
  CHECK(found.find("complaint_rate above 10 stop\n") != std::string::npos);
}

TEST_CASE("fewer users than the plan's 1,000 weaken the evidence, no users leave it out") {
  CHECK(test::count(judge(test::zhongan).findings, finding_code::users_below_plan) == 1);
  const auto with_users = [](const char* users) {
    return judge(std::string(R"({"users":)") + users + R"(,"metrics":{"nps":70}})");
  };
  CHECK(test::count(with_users("999").findings, finding_code::users_below_plan) == 1);
  CHECK(test::count(with_users("1000").findings, finding_code::users_below_plan) == 0);
  CHECK(test::count(with_users("1001").findings, finding_code::users_below_plan) == 0);
  CHECK(test::count(with_users("null").findings, finding_code::users_missing) == 1);
}

TEST_CASE("a typed value that differs from its counts is remarked, an equal one is not") {
  const auto differs = judge(criteria("15", "70", R"({"value":4,"events":15,"of":300})", "1"));
  const auto& remark = test::finding(differs.findings, finding_code::counts_override_value);
  CHECK(remark.path == "/trial/metrics/complaint_rate");
  CHECK(test::param(remark.params, "typed") == Scalar(d("4")));
  CHECK(test::param(remark.params, "counted") == Scalar(d("5")));
  const auto same = judge(criteria("15", "70", R"({"value":5,"events":15,"of":300})", "1"));
  CHECK(test::count(same.findings, finding_code::counts_override_value) == 0);
}

TEST_CASE("an unknown metric in a trial is refused where it stands") {
  Errors errors;
  check(test::from_json<TrialData>(R"({"metrics":{"smile_rate":5}})"), test::pack().metrics,
        Place::at("/trial"), errors);
  CHECK(test::lines(errors) == List<std::string>{"unknown_metric /trial/metrics/smile_rate"});
}

TEST_CASE("16 % of 300 are 48 people: 12.3 to 20.6 %, undecided at 15 %") {
  const auto judged = judge(test::taikang);
  const auto& evidence = judged.metric("conversion").evidence;
  REQUIRE(evidence);
  CHECK(evidence->events == 48);
  CHECK(evidence->of == 300);
  CHECK(evidence->derived);
  const auto& remark = test::finding(judged.findings, finding_code::evidence_undecided);
  CHECK(remark.path == "/trial/metrics/conversion");
  CHECK(test::param(remark.params, "low") == Scalar(d("12.3")));
  CHECK(test::param(remark.params, "high") == Scalar(d("20.6")));
  const auto counted = judge(criteria(R"({"events":48,"of":300})", "70", "5", "1"));
  CHECK_FALSE(counted.metric("conversion").evidence->derived);
}

TEST_CASE("nobody asked leaves a rate without counts") {
  const auto judged = judge(R"({"users":0,"metrics":{"conversion":16,"nps":71}})");
  CHECK_FALSE(judged.metric("conversion").evidence);
  CHECK(judged.metric("conversion").evidence_gap == EvidenceGap::no_counts);
}

TEST_CASE("a trial that stops is not told what else would stop it") {
  const auto red = [](const std::string& trial) {
    int lines = 0;
    const auto judged = judge(trial);
    for (const auto& flip : judged.result.flips) {
      if (flip.to == d("10")) ++lines;
    }
    return lines;
  };
  CHECK(red(test::taikang) == 1);
  CHECK(red(test::nio) == 0);
  CHECK(red(criteria("21", "76", "11", "1")) == 0);
}

TEST_CASE("a trial may end on the day it began, not before") {
  const auto refused = [](const char* days) {
    Errors errors;
    check(test::from_json<TrialData>(std::string("{\"metrics\":{}") + days + "}"),
          test::pack().metrics, Place::at("/trial"), errors);
    return test::lines(errors);
  };
  const List<std::string> backwards{"end_before_start /trial/end"};
  CHECK(refused(R"(,"start":"2024-03-02","end":"2024-03-01")") == backwards);
  CHECK(refused(R"(,"start":"2024-03-02","end":"2024-03-02")").empty());
  CHECK(refused(R"(,"start":"2024-03-02","end":"2024-03-03")").empty());
  CHECK(refused(R"(,"start":"2024-03-02")").empty());
  CHECK(refused(R"(,"end":"2024-03-02")").empty());
}

TEST_CASE("a rule that gates twice is refused where it stands the second time") {
  TrialRules rules = test::pack().trial;
  rules.criteria[2].metric = rules.criteria[0].metric;
  Errors errors;
  check(rules, test::pack().metrics, Place::at("/trial"), errors);
  CHECK(test::lines(errors) == List<std::string>{"duplicate_id /trial/criteria/2/metric"});
  rules = test::pack().trial;
  rules.tie_breaks.front() = "smile_rate";
  Errors unknown;
  check(rules, test::pack().metrics, Place::at("/trial"), unknown);
  CHECK(test::lines(unknown) == List<std::string>{"unknown_metric /trial/tieBreaks/0"});
}
