#include <cmath>

#include "support/trials.hpp"

using namespace allymark;
using test::criteria;
using test::d;
using test::judge;

namespace {

const char* const counted =
    R"({"users":300,"metrics":{"conversion":{"events":48,"of":300},"nps":71,)"
    R"("complaint_rate":5.1,"response_hours":20}})";

std::string gap(const test::Judged& judged, std::string_view metric) {
  const auto& row = judged.metric(metric);
  return row.evidence_gap ? test::name(*row.evidence_gap) : "none";
}

}  // namespace

TEST_CASE("48 of 300 shows 12.3 to 20.6 % and is undecided at 15 %") {
  const auto judged = judge(counted);
  const Evidence* evidence = judged.result.evidence.find("conversion");
  REQUIRE(evidence != nullptr);
  CHECK(evidence->rate == d("16"));
  CHECK(evidence->low.rounded(1) == d("12.3"));
  CHECK(evidence->high.rounded(1) == d("20.6"));
  CHECK(test::name(evidence->standing) == "undecided");
  CHECK_FALSE(evidence->derived);
  REQUIRE(evidence->users_needed);
  CHECK(*evidence->users_needed > 0);
}

TEST_CASE("evidence annotates: an undecided rate above its threshold still passes") {
  CHECK(test::name(judge(counted).metric("conversion").state) == "met");
}

TEST_CASE("rates that are not whole people of 300 ask for counts") {
  for (const char* trial : {test::zhongan, test::taikang, test::nio}) {
    INFO(trial);
    const auto judged = judge(trial);
    CHECK(test::count(judged.findings, finding_code::rate_not_whole) == 1);
    const auto& remark = test::finding(judged.findings, finding_code::rate_not_whole);
    CHECK(remark.path == "/trial/metrics/complaint_rate");
    CHECK(test::param(remark.params, "of") == Scalar(d("300")));
    CHECK(gap(judged, "complaint_rate") == "not_whole");
  }
}

TEST_CASE("a typed rate that is whole people of the users gives derived counts") {
  const auto judged = judge(test::zhongan);
  const Evidence* evidence = judged.result.evidence.find("conversion");
  REQUIRE(evidence != nullptr);
  CHECK(evidence->derived);
  CHECK(evidence->events == 63);
  CHECK(evidence->of == 300);
}

TEST_CASE("NPS and hours have no interval") {
  const auto judged = judge(test::zhongan);
  CHECK(gap(judged, "nps") == "not_a_rate");
  CHECK(gap(judged, "response_hours") == "not_a_rate");
  CHECK(judged.result.evidence.find("nps") == nullptr);
}

TEST_CASE("a rate without users or counts has no interval") {
  const auto judged = judge(R"({"metrics":{"conversion":16}})");
  CHECK(gap(judged, "conversion") == "no_counts");
  CHECK(gap(judge(R"({"users":0,"metrics":{"conversion":16}})"), "conversion") == "no_counts");
}

TEST_CASE("what was not measured has no interval either") {
  CHECK(gap(judge(test::zhongan), "failure_rate") == "not_measured");
}

TEST_CASE("a failure rate of 0 in 299 is proven, in 298 one user short") {
  const auto standing = [](const char* counts) {
    return *judge(criteria("15", "70", "5", counts)).result.evidence.find("failure_rate");
  };
  const Evidence proven = standing(R"({"events":0,"of":299})");
  CHECK(test::name(proven.standing) == "proven_pass");
  CHECK(proven.users_needed == 0);
  const Evidence open = standing(R"({"events":0,"of":298})");
  CHECK(test::name(open.standing) == "undecided");
  CHECK(open.users_needed == 1);
}

TEST_CASE("an undecided criterion is remarked, a proven one is not") {
  CHECK(test::count(judge(counted).findings, finding_code::evidence_undecided) == 1);
  const auto proven = judge(criteria(R"({"events":200,"of":1000})", "70", "null", "null"));
  CHECK(test::count(proven.findings, finding_code::evidence_undecided) == 0);
}
