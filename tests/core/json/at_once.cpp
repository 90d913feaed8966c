// An input's errors are told all at once, whoever finds them: the reader, the rules, the look-up of
// the policy.

#include "json/evaluate.hpp"
#include "support/cases.hpp"
#include "support/values.hpp"

using namespace allymark;
using test::Json;

namespace {

/// "code path" of each error of an answer.
List<std::string> errors_of(const std::string& request) {
  json::PackStore store;
  json::evaluate(R"({"call":"add_policy","document":)" + test::pack_text() + "}", store);
  const auto answer = Json::parse(json::evaluate(request, store));
  List<std::string> result;
  if (answer["ok"] == true) return result;
  for (const auto& error : answer["errors"]) {
    result.push_back(error["code"].get<std::string>() + " " + error["path"].get<std::string>());
  }
  return result;
}
std::string check_of(const Json& pack) {
  return Json{{"call", "check"}, {"document", pack}}.dump();
}
using Lines = List<std::string>;

const char* const clause =
    R"("clause":{"tiers":[{"rate":1}],"deductions":[{"id":"a","metric":"complaint_rate","above":8,"percent":10}]})";

}  // namespace

TEST_CASE("a pack's misread figures and broken rules are told at once") {
  Json pack = Json::parse(test::pack_text());
  pack["trial"]["verdict"]["retryMisses"] = "abc";
  pack["commission"]["years"][0]["tiers"] = Json::array();
  CHECK(errors_of(check_of(pack)) ==
        Lines{"empty_list /commission/years/0/tiers", "not_a_number /trial/verdict/retryMisses"});
}

TEST_CASE("counts beside a clause of its own are checked") {
  const auto with = [](const char* counts) {
    return errors_of(R"({"call":"quote","volume":10,"metrics":{"complaint_rate":)" +
                     std::string(counts) + "}," + clause + "}");
  };
  CHECK(with(R"({"events":4,"of":5})").empty());
  CHECK(with(R"({"events":10,"of":5})") ==
        Lines{"events_above_base /metrics/complaint_rate/events"});
  CHECK(with(R"({"events":10})") == Lines{"counts_incomplete /metrics/complaint_rate/of"});
  CHECK(with(R"({"events":0,"of":0})") == Lines{"base_is_zero /metrics/complaint_rate/of"});
}

TEST_CASE("figures beside a clause and a policy are checked against the policy") {
  CHECK(
      errors_of(
          R"({"call":"quote","policy":"insurance-data","volume":10,"metrics":{"complaint_rate":101},)" +
          std::string(clause) + "}") == Lines{"above_maximum /metrics/complaint_rate"});
}

TEST_CASE("a broken clause is told beside an unknown policy") {
  CHECK(errors_of(R"({"call":"quote","policy":"nobody","volume":1,"clause":{"tiers":[]}})") ==
        Lines{"empty_list /clause/tiers", "unknown_policy /policy"});
}

TEST_CASE("a broken clause is told beside an unknown policy on a curve too") {
  CHECK(errors_of(R"({"call":"curve","policy":"nobody","to":1,"clause":{"tiers":[]}})") ==
        Lines{"empty_list /clause/tiers", "unknown_policy /policy"});
}

TEST_CASE("a newer schema is refused however its number is written") {
  for (const char* version : {"2", "2.0", "2e0", "\"2\""}) {
    std::string text = test::pack_text();
    const std::string current = R"("schemaVersion": 1)";
    text.replace(text.find(current), current.size(), R"("schemaVersion": )" + std::string(version));
    INFO(version);
    CHECK(errors_of(R"({"call":"check","document":)" + text + "}") ==
          Lines{"newer_schema /schemaVersion"});
  }
}

TEST_CASE("a shortfall charge that nobody stated is not silently 0") {
  CHECK_FALSE(errors_of(R"({"call":"quote","policy":"insurance-data","volume":100,)"
                        R"("reading":{"missed":"shortfall_charge"}})")
                  .empty());
}
