// Two documents compared: every difference, and which rule it belongs to.
#include "json/compare.hpp"

#include <set>

#include "support/cases.hpp"
#include "support/values.hpp"

using namespace allymark;
using json::differences;

namespace {

/// {"a":[0,1,…]} with so many figures, each raised by `by`.
std::string figures(int count, int by) {
  std::string text = "{\"a\":[";
  for (int i = 0; i < count; ++i) text += (i == 0 ? "" : ",") + std::to_string(i + by);
  return text + "]}";
}

}  // namespace

TEST_CASE("every difference of two texts is listed, however many there are") {
  for (const int count : {999, 1000, 1001, 1500}) {
    const auto found = differences(figures(count, 0), figures(count, 5000));
    REQUIRE(found.size() == static_cast<std::size_t>(count));
    CHECK(found.back().path == "/a/" + std::to_string(count - 1));
    CHECK(found.back().from->text == std::to_string(count - 1));
    CHECK(found.back().to->text == std::to_string(count + 4999));
  }
}

TEST_CASE("figures are compared as figures, and what stands on one side only has no other") {
  CHECK(differences(R"({"a":1,"b":[2]})", R"({"a":1.0,"b":[2.00]})").empty());
  const auto found = differences(R"({"a":1,"b":2})", R"({"a":1,"c":"x"})");
  REQUIRE(found.size() == 2);
  CHECK(found[0].path == "/b");
  CHECK(found[0].from->text == "2");
  CHECK(!found[0].to);
  CHECK(found[1].path == "/c");
  CHECK(!found[1].from);
  CHECK(found[1].to->text == "\"x\"");
}

TEST_CASE("a value of another kind is one difference, whatever stands below it") {
  const List<const char*> kinds = {R"({"a":{"b":1,"c":2}})", R"({"a":[1,2]})", R"({"a":1})",
                                   R"({"a":"1"})",           R"({"a":null})",  R"({"a":true})"};
  for (const char* from : kinds) {
    for (const char* to : kinds) {
      if (from == to) continue;
      INFO(from << " to " << to);
      const auto found = differences(from, to);
      REQUIRE(found.size() == 1);
      CHECK(found[0].path == "/a");
      CHECK(R"({"a":)" + found[0].from->text + "}" == from);
      CHECK(R"({"a":)" + found[0].to->text + "}" == to);
    }
  }
}

TEST_CASE("a place belongs to the rule that covers it most closely") {
  const auto rule = [](const char* path) { return json::rule_at(path, test::pack()).value_or(""); };
  CHECK(rule("/commission/deductions/0/percent") == "commission.deductions");
  CHECK(rule("/commission/years/1/target") == "commission.target");
  CHECK(rule("/commission/years/0/tiers/2/rate") == "commission.tiers");
  CHECK(rule("/commission/years/0/missedRate") == "commission.missed");
  CHECK(rule("/commission/years/0/year") == "commission.years");
  CHECK(rule("/commission/reading/deductions") == "commission.deductions");
  CHECK(rule("/commission/reading/tiers") == "commission.tiers");
  CHECK(rule("/exit/noticeMonths") == "exit.early");
  CHECK(rule("/exit/quarterShare") == "exit.underPerformance");
  CHECK(rule("/scorecard/metrics/0/gain") == "scorecard.curve");
  CHECK(rule("/scorecard/metrics/0/weight") == "scorecard.total");
  CHECK(rule("/stopLoss") == "stopLoss");
  CHECK(rule("/stopLossOfAnother").empty());
  CHECK(rule("/version").empty());
}

TEST_CASE("every rule of the shipped packs has a name in their provenance") {
  const std::set<std::string> no_rules = {"schemaVersion", "id",      "version", "effective",
                                          "label",         "metrics", "roles",   "provenance"};
  for (const char* name : {"insurance-data", "used-car", "parts-supplier"}) {
    const auto file = test::Json::parse(test::file(std::string("core/policies/") + name + ".json"));
    const Pack pack = test::from_json<Pack>(file.dump());
    std::set<std::string> named;
    const test::Json leaves = file.flatten();
    for (const auto& [path, value] : leaves.items()) {
      if (no_rules.count(path.substr(1, path.find('/', 1) - 1)) == 1) continue;
      INFO(name << " " << path);
      const auto rule = json::rule_at(path, pack);
      CHECK(rule.has_value());
      if (rule) named.insert(*rule);
    }
    for (const auto& entry : pack.provenance) {
      for (const auto& place : entry.value.covers) CHECK(place.front() == '/');
    }
    CHECK(named.size() > 35);
  }
}

TEST_CASE("only an entry that begins with a text is found again elsewhere in its list") {
  // One member is enough to be called something.
  CHECK(differences(R"([{"id":"a"},{"id":"b"}])", R"([{"id":"b"},{"id":"a"}])").empty());
  // A list is not called what it begins with: both pairs differ, place by place.
  CHECK(differences(R"([["a",1],["b",2]])", R"([["b",2],["a",1]])").size() == 4);
  // An entry without members is not called what comes after it.
  const auto found = differences(R"([{},"x"])", R"([1,{},"x"])");
  REQUIRE(found.size() == 3);
  CHECK(found[0].path == "/0");
  CHECK(found[1].path == "/1");
  CHECK(found[1].from->text == "\"x\"");
  CHECK(found[1].to->text == "{}");
  CHECK(found[2].path == "/2");
  CHECK(!found[2].from);
}

TEST_CASE("the tenth entry of a list is a position like the first") {
  CHECK(json::rule_at("/commission/years/9/target", test::pack()).value_or("") ==
        "commission.target");
}
