// What an assessment makes of an agreement and its months: which months count, what ending early
// would cost, and what a finished year proposes.

#include "support/ask.hpp"

using namespace allymark;
using test::Json;

namespace {

/// Months from January 2024 on with so many policies each, and an NPS of 76.
Json months(std::initializer_list<int> policies) {
  Json list = Json::array();
  int n = 0;
  for (const int count : policies) {
    const int month = n % 12 + 1;
    const std::string name =
        (n < 12 ? "2024-" : "2025-") + std::string(month < 10 ? "0" : "") + std::to_string(month);
    list.push_back({{"month", name}, {"metrics", {{"policies", count}, {"nps", 76}}}});
    ++n;
  }
  return list;
}
/// 14 months that grow by 10 policies, from 500 to 630.
Json growing() {
  return months({500, 510, 520, 530, 540, 550, 560, 570, 580, 590, 600, 610, 620, 630});
}

Json assessed(const Json& agreement, const Json& counted, const char* as_of) {
  Json request = {{"call", "assess"},
                  {"policy", "insurance-data"},
                  {"dossier", {{"id", "p"}, {"agreement", agreement}, {"months", counted}}}};
  if (as_of != nullptr) request["asOf"] = as_of;
  return test::result_of(request);
}

/// "year 1: 9000 units, 482000" of an exit with notice.
std::string early_exit(const Json& result) {
  const Json& exit = result["exit"];
  return "year " + exit["contractYearOfEnd"].dump() + ": " + exit["unitsInYear"].dump() +
         " units, " + exit["penalty"].dump();
}

const Json breached = {{"complaint_rate", 9}, {"nps", 60}};

}  // namespace

TEST_CASE("ending early costs a fifth of the year's net, accrued and forecast") {
  // 3,000 by March and six months of 1,000: 9,000 policies are 2,410,000 yuan, a fifth 482,000.
  const Json counted = months({1000, 1000, 1000});
  CHECK(early_exit(assessed({{"effective", "2024-01-01"}}, counted, "2024-04-01")) ==
        "year 1: 9000 units, 482000");
}

TEST_CASE("figures stated for a year lower the penalty of that year, not of another") {
  const Json counted = months({1000, 1000, 1000});
  const auto exit_of_year = [&](int year) {
    return early_exit(
        assessed({{"effective", "2024-01-01"}, {"contractYear", year}, {"metrics", breached}},
                 counted, "2024-04-01"));
  };
  CHECK(exit_of_year(1) == "year 1: 9000 units, 361500");
  CHECK(exit_of_year(2) == "year 1: 9000 units, 482000");
}

TEST_CASE("without a date the day after the last month judges, in whatever order months stand") {
  const Json counted = months({1000, 1000, 1000});
  Json turned = Json::array({counted[2], counted[0], counted[1]});
  for (const Json& list : {counted, turned}) {
    const Json result = assessed({{"effective", "2024-01-01"}}, list, nullptr);
    CHECK(early_exit(result) == "year 1: 9000 units, 482000");
    CHECK(result["exit"]["quarters"][0]["units"] == 3000);
    CHECK(result["exit"]["quarters"][0]["complete"] == true);
    CHECK(result["agreement"]["volume"] == 3000);
  }
}

TEST_CASE("months complete by the date count: the month of the date on its last day only") {
  const auto at = [](const char* as_of) {
    const Json result = assessed({{"effective", "2024-01-01"}}, growing(), as_of);
    return early_exit(result) + "; signed " + result["agreement"]["volume"].dump();
  };
  // A notice in December ends in June, one on 1 January in July: six months of the second year,
  // forecast by the last three months there are.
  CHECK(at("2024-12-30") == "year 2: 3540 units, null; signed 6050");
  CHECK(at("2024-12-31") == "year 2: 3600 units, null; signed 6660");
  CHECK(at("2025-01-01") == "year 2: 3600 units, null; signed 6660");
  CHECK(at("2025-01-31") == "year 2: 4280 units, null; signed 6660");
}

TEST_CASE("a contract year has the twelve months from its first, the next year those after") {
  const auto signed_in = [](const char* effective, int year) {
    return assessed({{"effective", effective}, {"contractYear", year}}, growing(),
                    "2025-03-01")["agreement"]["volume"];
  };
  CHECK(signed_in("2024-01-01", 1) == 6660);
  CHECK(signed_in("2024-01-01", 2) == 1250);
  CHECK(signed_in("2024-02-15", 1) == 6780);
  CHECK(signed_in("2024-02-15", 2) == 630);
}

TEST_CASE("a finished year proposes the next one's target, an unfinished one nothing") {
  const auto proposed = [](const Json& agreement, const char* as_of) {
    return assessed(agreement, growing(), as_of)["adjustment"];
  };
  const Json first = {{"effective", "2024-01-01"}};
  CHECK(proposed(first, "2024-12-30").is_null());
  // 6,660 of 5,000 are 133.2 %: 10 % on the second year's 12,000, and 76 is an NPS for products.
  const Json finished = proposed(first, "2024-12-31");
  CHECK(finished["result"] == 133.2);
  CHECK(finished["nextVersion"] == "1.0+2");
  REQUIRE(finished["changes"].size() == 2);
  CHECK(finished["changes"][0] == Json{{"proposal", "raise_target"},
                                       {"path", "/commission/years/1/target"},
                                       {"from", 12000},
                                       {"to", 13200}});
  CHECK(finished["changes"][1] == Json{{"proposal", "new_product"}, {"from", 76}});
  // A volume stated alone is a whole year, one of some months is not.
  CHECK(proposed({{"volume", 6000}}, "2024-06-01")["result"] == 120);
  CHECK(proposed({{"volume", 6000}, {"months", 6}}, "2024-06-01").is_null());
}

TEST_CASE("what the year's figures say of satisfaction counts before the months") {
  const auto products = [](const Json& metrics) {
    const Json changes = assessed({{"effective", "2024-01-01"}, {"metrics", metrics}}, growing(),
                                  "2025-01-01")["adjustment"]["changes"];
    return changes.size() == 2;
  };
  CHECK(products(Json::object()));
  CHECK(!products({{"nps", 74.99}}));
  CHECK(products({{"nps", 75}}));
}

TEST_CASE("an assessment says that its trial's score is reconstructed") {
  const Json result = test::result_of(Json::parse(
      R"({"call": "assess", "policy": "insurance-data", "dossier": {"id": "p", "trial": {"users": 300,
"metrics": {"conversion": 21}}}})"));
  std::size_t said = 0;
  for (const auto& finding : result["findings"]) {
    if (finding["code"] == "score_reconstructed" && finding["path"] == "/dossier/trial") ++said;
  }
  CHECK(said == 1);
}

TEST_CASE("only a unit that is counted whole is refused a half") {
  const auto quoted = [](const Json& pack) {
    return test::ask({{"call", "quote"}, {"policy", pack}, {"volume", 5000.5}});
  };
  CHECK(quoted("insurance-data")["errors"][0]["code"] == "not_whole");
  const Json by_weight = quoted(test::changed_pack({{"/metrics/policies/whole", false}}));
  REQUIRE(by_weight["ok"] == true);
  CHECK(by_weight["result"]["gross"] == 1250140);
  const auto monthly = [](const Json& pack) {
    return test::ask({{"call", "quote"},
                      {"policy", pack},
                      {"monthly", {{{"month", "2024-01"}, {"volume", 5000.5}}}}});
  };
  CHECK(monthly("insurance-data")["errors"][0]["path"] == "/monthly/0/volume");
  CHECK(monthly(test::changed_pack({{"/metrics/policies/whole", false}}))["ok"] == true);
}

TEST_CASE("an agreement is settled where the rules say how, and once a month has come in") {
  const Json agreement = {{"effective", "2024-01-01"}};
  CHECK(assessed(agreement, growing(), "2025-03-01")["settlement"].is_object());
  CHECK(assessed(agreement, Json::array(), "2025-03-01")["settlement"].is_null());
  CHECK(assessed(Json::object(), growing(), "2025-03-01")["settlement"].is_null());
  Json request = {{"call", "assess"},
                  {"policy", test::changed_pack({{"/commission/settlement", nullptr}})},
                  {"asOf", "2025-03-01"},
                  {"dossier", {{"id", "p"}, {"agreement", agreement}, {"months", growing()}}}};
  CHECK(test::result_of(request)["settlement"].is_null());
}

TEST_CASE("a year far above its target raises the next one's, where there is a next one") {
  const auto change = [](int year, int volume) {
    Json request = {
        {"call", "assess"},
        {"policy", test::changed_pack({{"/commission/laterYears", "keep"}})},
        {"dossier", {{"id", "p"}, {"agreement", {{"contractYear", year}, {"volume", volume}}}}}};
    return test::result_of(request)["adjustment"]["changes"][0];
  };
  const Json first = change(1, 7000);
  CHECK(first["proposal"] == "raise_target");
  CHECK(first["from"] == 12000);
  const Json last = change(3, 40000);
  CHECK(last["proposal"] == "raise_target");
  CHECK_FALSE(last.contains("from"));
  CHECK_FALSE(last.contains("to"));
}
