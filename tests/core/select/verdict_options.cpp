#include "support/trials.hpp"

using namespace allymark;
using test::criteria;
using test::d;
using test::judge;

namespace {

TrialRules with(VerdictMethod method, MissingRule missing = MissingRule::conditional) {
  TrialRules rules = test::pack().trial;
  rules.verdict.method = method;
  rules.verdict.missing = missing;
  return rules;
}
TrialRules proven_only() {
  TrialRules rules = test::pack().trial;
  rules.verdict.proven_only = true;
  return rules;
}
std::string by(VerdictMethod method, const std::string& trial) {
  return judge(trial, with(method)).verdict();
}
std::string missing(MissingRule rule, const std::string& trial) {
  return judge(trial, with(VerdictMethod::count, rule)).verdict();
}

}  // namespace

TEST_CASE("by share, up to a third of the measured criteria may be missed") {
  CHECK(by(VerdictMethod::share, criteria("15", "70", "5", "1")) == "sign");
  CHECK(by(VerdictMethod::share, criteria("14", "70", "5", "1")) == "retry");
  CHECK(by(VerdictMethod::share, criteria("14", "69", "5", "1")) == "stop");
}

TEST_CASE("by share, exactly one of three is still a third") {
  CHECK(by(VerdictMethod::share, criteria("14", "70", "5", "null")) == "retry");
  CHECK(by(VerdictMethod::share, criteria("14", "69", "5", "null")) == "stop");
}

TEST_CASE("by weight, NPS or complaints alone are a retry and conversion alone stops") {
  // Of the criteria's weights 40, 25, 25 and 0: 25/90 is below a third, 40/90 above.
  CHECK(by(VerdictMethod::weight, criteria("15", "69", "5", "1")) == "retry");
  CHECK(by(VerdictMethod::weight, criteria("15", "70", "6", "1")) == "retry");
  CHECK(by(VerdictMethod::weight, criteria("14", "70", "5", "1")) == "stop");
}

TEST_CASE("by weight, a criterion outside the composite weighs nothing") {
  CHECK(by(VerdictMethod::weight, criteria("15", "70", "5", "2")) == "retry");
  CHECK(by(VerdictMethod::weight, criteria("15", "69", "5", "2")) == "retry");
  CHECK(by(VerdictMethod::weight, criteria("15", "69", "6", "1")) == "stop");
}

TEST_CASE("missing as a miss turns a conditional pass into a retry") {
  CHECK(missing(MissingRule::miss, test::zhongan) == "retry");
  CHECK(missing(MissingRule::miss, test::taikang) == "stop");
}

TEST_CASE("missing ignored makes 众安在线 a plain signature, as in the story") {
  CHECK(missing(MissingRule::ignore, test::zhongan) == "sign");
  CHECK(missing(MissingRule::ignore, test::taikang) == "retry");
}

TEST_CASE("missing in any reading still needs three measured criteria") {
  for (const MissingRule rule :
       {MissingRule::conditional, MissingRule::miss, MissingRule::ignore}) {
    INFO(test::name(rule));
    CHECK(missing(rule, criteria("15", "70", "null", "null")) == "insufficient");
  }
}

TEST_CASE("by share, a missing criterion counted as a miss is in both parts of the share") {
  const TrialRules rules = with(VerdictMethod::share, MissingRule::miss);
  CHECK(judge(criteria("15", "70", "5", "null"), rules).verdict() == "retry");
  CHECK(judge(criteria("14", "70", "5", "null"), rules).verdict() == "stop");
}

TEST_CASE("where only proof counts, an undecided rate is as good as not measured") {
  // 160 of 1,000 is undecided at 15 %; 1,000 users prove the other two rates.
  const std::string undecided = criteria(R"({"events":160,"of":1000})", "70",
                                         R"({"events":30,"of":1000})", R"({"events":3,"of":1000})");
  CHECK(judge(undecided).verdict() == "sign");
  CHECK(judge(undecided, proven_only()).verdict() == "conditional");
}

TEST_CASE("where only proof counts, proven rates and the plain NPS decide") {
  const std::string proven = criteria(R"({"events":200,"of":1000})", "70",
                                      R"({"events":30,"of":1000})", R"({"events":3,"of":1000})");
  CHECK(judge(proven, proven_only()).verdict() == "sign");
  const std::string failing = criteria(R"({"events":100,"of":1000})", "70",
                                       R"({"events":30,"of":1000})", R"({"events":3,"of":1000})");
  CHECK(judge(failing, proven_only()).verdict() == "retry");
}

TEST_CASE("where only proof counts, two undecided rates leave too little for a verdict") {
  const std::string vague = criteria(R"({"events":16,"of":100})", "70", R"({"events":4,"of":100})",
                                     R"({"events":0,"of":1000})");
  CHECK(judge(vague).verdict() == "sign");
  CHECK(judge(vague, proven_only()).verdict() == "insufficient");
}

TEST_CASE("every option of the rule is tried beside the one in force") {
  const auto judged = judge(test::zhongan);
  REQUIRE(judged.result.readings.size() == 8);
  CHECK(judged.reading("method", "count") == "conditional");
  CHECK(judged.reading("method", "share") == "conditional");
  CHECK(judged.reading("method", "weight") == "conditional");
  CHECK(judged.reading("missing", "conditional") == "conditional");
  CHECK(judged.reading("missing", "miss") == "retry");
  CHECK(judged.reading("missing", "ignore") == "sign");
  CHECK(judged.reading("provenOnly", "false") == "conditional");
  int chosen = 0;
  for (const auto& reading : judged.result.readings) {
    if (!reading.chosen) continue;
    ++chosen;
    CHECK(reading.verdict == judged.result.verdict);
  }
  CHECK(chosen == 3);
}

TEST_CASE("a red line stops under every option") {
  for (const auto& reading : judge(criteria("15", "70", "11", "1")).result.readings) {
    INFO(reading.option << " " << reading.choice);
    CHECK(test::name(reading.verdict) == "stop");
  }
}

TEST_CASE("the share that may be missed is a rule's own: half, or two thirds") {
  const auto by_share = [](std::int64_t part, std::int64_t of, const std::string& trial) {
    TrialRules rules = with(VerdictMethod::share);
    rules.verdict.retry_share.part = part;
    rules.verdict.retry_share.of = of;
    return judge(trial, rules).verdict();
  };
  // Two of three measured: above a half, exactly two thirds. What was not measured counts for none.
  CHECK(by_share(1, 2, criteria("14", "69", "5", "null")) == "stop");
  CHECK(by_share(2, 3, criteria("14", "69", "5", "null")) == "retry");
  CHECK(by_share(1, 2, criteria("14", "69", "5", "1")) == "retry");
  CHECK(by_share(2, 3, criteria("14", "69", "6", "1")) == "stop");
}
