#include "support/ask.hpp"
#include "support/clauses.hpp"
#include "support/property.hpp"

using namespace allymark;
using test::both_breached;
using test::d;
using test::quote;

TEST_CASE("10,000 policies with both breaches: percentages add, 25 % of 2,730,000") {
  const auto quoted = quote("10000", both_breached);
  CHECK(quoted.gross() == "2730000");
  CHECK(quoted.deducted() == "682500");
  CHECK(quoted.net() == "2047500");
  CHECK(quoted.amount("complaints") == "-273000");
  CHECK(quoted.amount("nps") == "-409500");
}

TEST_CASE("10,000 policies with both breaches: multiplied, the second takes from the rest") {
  const auto quoted = quote("10000", both_breached, R"({"deductions":"multiply"})");
  CHECK(quoted.net() == "2088450");
  CHECK(quoted.amount("complaints") == "-273000");
  CHECK(quoted.amount("nps") == "-368550");
  CHECK(*quoted.line("nps").base == test::yuan("2457000"));
}

TEST_CASE("10,000 policies with both breaches: only the larger counts") {
  const auto quoted = quote("10000", both_breached, R"({"deductions":"larger"})");
  CHECK(quoted.net() == "2320500");
  CHECK(quoted.amount("complaints") == "0");
  CHECK(quoted.amount("nps") == "-409500");
}

TEST_CASE("deductions apply to missed pay too: 4,999 with both breaches") {
  CHECK(quote("4999", both_breached).net() == "749850");
}

TEST_CASE("10,000 policies at 2,047,500 are 204.75 each") {
  CHECK(quote("10000", both_breached).quote.effective_rate == d("204.75"));
  CHECK_FALSE(quote("0", both_breached).quote.effective_rate);
}

TEST_CASE("a complaint rate of exactly 8 % takes nothing") {
  const auto net = [](const char* rate) {
    return quote("10000", R"({"complaint_rate":)" + std::string(rate) + R"(,"nps":75})").net();
  };
  CHECK(net("7.9") == "2730000");
  CHECK(net("8") == "2730000");
  CHECK(net("8.000000001") == "2457000");
}

TEST_CASE("an NPS of exactly 65 takes nothing") {
  const auto net = [](const char* nps) {
    return quote("10000", R"({"complaint_rate":3,"nps":)" + std::string(nps) + "}").net();
  };
  CHECK(net("64.999999999") == "2320500");
  CHECK(net("65") == "2730000");
  CHECK(net("65.1") == "2730000");
}

TEST_CASE("complaints are counted exactly: 24 of 300 is 8 % and no breach, 25 is one") {
  const auto net = [](const char* events) {
    return quote("10000", R"({"complaint_rate":{"events":)" + std::string(events) +
                              R"(,"of":300},"nps":75})")
        .net();
  };
  CHECK(net("24") == "2730000");
  CHECK(net("25") == "2457000");
}

TEST_CASE("a quality figure that was not measured takes nothing and is provisional") {
  const auto quoted = quote("10000", R"({"nps":75})");
  CHECK(quoted.net() == "2730000");
  CHECK(quoted.line("complaints").breached == false);
  CHECK_FALSE(quoted.line("complaints").value);
  const auto& remark = test::finding(quoted.findings, finding_code::quality_not_measured);
  CHECK(test::param(remark.params, "metric") == Scalar("complaint_rate"));
  CHECK(test::count(quoted.findings, finding_code::quality_not_measured) == 1);
}

TEST_CASE("added percentages stop at everything") {
  const char* clause = R"({"tiers":[{"rate":100}],"deductions":[
    {"id":"a","metric":"x","above":1,"percent":60},{"id":"b","metric":"y","above":1,"percent":)";
  const auto with = [&](const char* percent) {
    return test::quote_clause(std::string(clause) + percent + "}]}", "10", "{}",
                              R"({"x":2,"y":2})");
  };
  CHECK(with("39").net() == "10");
  CHECK(with("40").net() == "0");
  CHECK(test::count(with("40").findings, finding_code::deductions_capped) == 0);
  CHECK(with("41").net() == "0");
  CHECK(test::count(with("41").findings, finding_code::deductions_capped) == 1);
  CHECK(with("41").amount("b") == "-400");
}

TEST_CASE("only the part above the first tier may be what is deducted from") {
  const char* above = R"({"deductedFrom":"above_first_tier"})";
  // 2,730,000 - 1,250,000 = 1,480,000, of which 25 % are 370,000.
  CHECK(quote("10000", both_breached, above).deducted() == "370000");
  CHECK(quote("5000", both_breached, above).deducted() == "0");
  CHECK(quote("5001", both_breached, above).deducted() == "70");
  CHECK(quote("4999", both_breached, above).deducted() == "0");
}

TEST_CASE("under all units the part above the first tier is its share of the units") {
  const char* above = R"({"tiers":"all_units","deductedFrom":"above_first_tier"})";
  // 5,000 of 10,000 units at 320: 1,600,000, of which 25 % are 400,000.
  CHECK(quote("10000", both_breached, above).deducted() == "400000");
}

TEST_CASE("a cap takes effect after the deductions, strictly above it") {
  CommissionRules rules = test::commission();
  const auto net = [&](const char* cap) {
    rules.cap = test::yuan(cap);
    return quote("10000", both_breached, "{}", 1, rules);
  };
  CHECK(net("2047499.99").net() == "2047499.99");
  CHECK(net("2047499.99").amount("cap") == "-0.01");
  CHECK(net("2047500").net() == "2047500");
  CHECK(net("2047500").quote.lines.size() == 5);
  CHECK(net("2047500.01").net() == "2047500");
}

TEST_CASE("a floor lifts what is due after the deductions") {
  CommissionRules rules = test::commission();
  const auto net = [&](const char* floor) {
    rules.floor = test::yuan(floor);
    return quote("10000", both_breached, "{}", 1, rules);
  };
  CHECK(net("2047499.99").net() == "2047500");
  CHECK(net("2047500").net() == "2047500");
  CHECK(net("2047500.01").net() == "2047500.01");
  CHECK(net("2047500.01").amount("floor") == "0.01");
}

TEST_CASE("net is the sum of all lines, whatever is breached and read") {
  const CommissionRules rules = test::commission();
  for (const char* metrics : {both_breached, test::none_breached, R"({"nps":64})", "{}"}) {
    for (const char* choices : {"{}", R"({"deductions":"multiply"})", R"({"deductions":"larger"})",
                                R"({"tiers":"all_units","deductedFrom":"above_first_tier"})",
                                R"({"tiers":"linear_ramp","missed":"interpolate"})"}) {
      for (const char* volume : {"0", "1", "4999", "5000", "8001", "18500"}) {
        const auto quoted = quote(volume, metrics, choices, 1, rules);
        Money sum;
        for (const auto& line : quoted.quote.lines) sum = sum + line.amount;
        INFO(volume << " " << metrics << " " << choices);
        CHECK(sum == *quoted.quote.net);
        CHECK(*quoted.quote.gross - *quoted.quote.deducted == *quoted.quote.net);
      }
    }
  }
}

TEST_CASE("every stacking is priced as if both clauses were breached") {
  const auto quoted = quote("10000", test::none_breached);
  REQUIRE(quoted.quote.if_breached);
  CHECK(quoted.quote.if_breached->net == test::yuan("2047500"));
  std::string nets;
  for (const auto& stacking : quoted.quote.if_breached->stackings) {
    nets += std::string(stacking.choice) + " " + stacking.net.yuan().text() + " " +
            stacking.difference.yuan().text() + (stacking.chosen ? " chosen\n" : "\n");
  }
  CHECK(nets == "add 2047500 0 chosen\nmultiply 2088450 40950\nlarger 2320500 273000\n");
}

TEST_CASE("month by month a line is breached when one of its months is") {
  using test::Json;
  const auto month = [](const char* name, int volume, int complaints, int nps) {
    return Json{{"month", name},
                {"volume", volume},
                {"metrics", {{"complaint_rate", complaints}, {"nps", nps}}}};
  };
  const auto lines = [&](int complaints, int nps) {
    const Json result =
        test::result_of({{"call", "quote"},
                         {"policy", "insurance-data"},
                         {"reading", {{"deductedFrom", "months_in_breach"}}},
                         {"monthly",
                          {month("2024-01", 100, 3, 75), month("2024-02", 200, complaints, nps),
                           month("2024-03", 300, 3, 75)}}});
    std::string text;
    for (const auto& line : result["lines"]) {
      if (line["kind"] != "deduction") continue;
      text += (text.empty() ? "" : "; ") + line["id"].get<std::string>() + " " +
              line["breached"].dump() + " " + line["base"].dump() + " " + line["amount"].dump();
    }
    return text;
  };
  // The second month's 200 policies are 40,000 yuan.
  CHECK(lines(8, 65) == "complaints false 0 0; nps false 0 0");
  CHECK(lines(9, 65) == "complaints true 40000 -4000; nps false 0 0");
  CHECK(lines(8, 64) == "complaints false 0 0; nps true 40000 -6000");
  CHECK(lines(9, 64) == "complaints true 40000 -4000; nps true 40000 -6000");
}
