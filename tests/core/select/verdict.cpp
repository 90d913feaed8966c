#include "support/trials.hpp"

using namespace allymark;
using test::criteria;
using test::d;
using test::judge;

TEST_CASE("no miss of four is a signature") {
  CHECK(judge(criteria("15", "70", "5", "1")).verdict() == "sign");
}

TEST_CASE("exactly one miss is a retry") {
  CHECK(judge(criteria("14", "70", "5", "1")).verdict() == "retry");
  CHECK(judge(criteria("15", "69", "5", "1")).verdict() == "retry");
  CHECK(judge(criteria("15", "70", "6", "1")).verdict() == "retry");
  CHECK(judge(criteria("15", "70", "5", "2")).verdict() == "retry");
}

TEST_CASE("two misses and more stop") {
  CHECK(judge(criteria("14", "69", "5", "1")).verdict() == "stop");
  CHECK(judge(criteria("14", "69", "6", "1")).verdict() == "stop");
  CHECK(judge(criteria("14", "69", "6", "2")).verdict() == "stop");
}

TEST_CASE("conversion passes from 15 % on") {
  CHECK(judge(criteria("14.999999999", "70", "5", "1")).verdict() == "retry");
  CHECK(judge(criteria("15", "70", "5", "1")).verdict() == "sign");
  CHECK(judge(criteria("15.000000001", "70", "5", "1")).verdict() == "sign");
}

TEST_CASE("NPS passes from 70 on") {
  CHECK(judge(criteria("15", "69.9", "5", "1")).verdict() == "retry");
  CHECK(judge(criteria("15", "70", "5", "1")).verdict() == "sign");
  CHECK(judge(criteria("15", "70.1", "5", "1")).verdict() == "sign");
}

TEST_CASE("the complaint rate passes up to 5 %") {
  CHECK(judge(criteria("15", "70", "4.999999999", "1")).verdict() == "sign");
  CHECK(judge(criteria("15", "70", "5", "1")).verdict() == "sign");
  CHECK(judge(criteria("15", "70", "5.000000001", "1")).verdict() == "retry");
}

TEST_CASE("the failure rate passes up to 1 %") {
  CHECK(judge(criteria("15", "70", "5", "0.9")).verdict() == "sign");
  CHECK(judge(criteria("15", "70", "5", "1")).verdict() == "sign");
  CHECK(judge(criteria("15", "70", "5", "1.1")).verdict() == "retry");
}

TEST_CASE("15 complaints of 300 pass and 16 do not") {
  CHECK(judge(criteria("15", "70", R"({"events":15,"of":300})", "1")).verdict() == "sign");
  CHECK(judge(criteria("15", "70", R"({"events":16,"of":300})", "1")).verdict() == "retry");
}

TEST_CASE("a pass with a criterion never measured is conditional") {
  const auto judged = judge(criteria("15", "70", "5", "null"));
  CHECK(judged.verdict() == "conditional");
  CHECK(test::joined(judged.result.passed) == "conversion nps complaint_rate");
  CHECK(test::joined(judged.result.not_measured) == "failure_rate");
  CHECK(judged.result.missed.empty());
}

TEST_CASE("a criterion never measured does not soften a miss") {
  CHECK(judge(criteria("14", "70", "5", "null")).verdict() == "retry");
  CHECK(judge(criteria("14", "69", "5", "null")).verdict() == "stop");
}

TEST_CASE("fewer than three of the four criteria measured give no verdict") {
  CHECK(judge(criteria("15", "70", "5", "1")).verdict() == "sign");
  CHECK(judge(criteria("15", "70", "5", "null")).verdict() == "conditional");
  CHECK(judge(criteria("15", "70", "null", "null")).verdict() == "insufficient");
  CHECK(judge(criteria("14", "69", "null", "null")).verdict() == "insufficient");
  CHECK(judge(criteria("null", "null", "null", "null")).verdict() == "insufficient");
}

TEST_CASE("a second retry verdict stops") {
  const std::string missed_once = criteria("14", "70", "5", "1", R"(,"attempt":2)");
  CHECK(judge(missed_once).verdict() == "stop");
}

TEST_CASE("a second attempt that passes is signed, conditionally too") {
  CHECK(judge(criteria("15", "70", "5", "1", R"(,"attempt":2)")).verdict() == "sign");
  CHECK(judge(criteria("15", "70", "5", "null", R"(,"attempt":2)")).verdict() == "conditional");
}

TEST_CASE("a complaint rate strictly above 10 % stops at once") {
  CHECK(judge(criteria("15", "70", "9.9", "1")).verdict() == "retry");
  CHECK(judge(criteria("15", "70", "10", "1")).verdict() == "retry");
  CHECK(judge(criteria("15", "70", "10.000000001", "1")).verdict() == "stop");
}

TEST_CASE("a red line stops even where too little was measured for a verdict") {
  const auto judged = judge(criteria("null", "null", "11", "null"));
  CHECK(judged.verdict() == "stop");
  CHECK(test::joined(judged.result.red_lines) == "complaint_rate");
  CHECK(test::count(judged.findings, finding_code::red_line_crossed) == 1);
}

TEST_CASE("a data breach stops whatever was reached") {
  const auto judged = judge(criteria("30", "90", "1", "0", R"(,"incidents":["data_breach"])"));
  CHECK(judged.verdict() == "stop");
  CHECK(test::joined(judged.result.red_lines) == "data_breach");
  CHECK(judged.result.missed.empty());
}
