#include "allymark/policy/lint.hpp"

#include <string>

#include "allymark/policy/pack.hpp"
#include "json/evaluate.hpp"
#include "support/cases.hpp"
#include "support/values.hpp"

using namespace allymark;
using test::Json;

namespace {

std::string ask(const Json& request) {
  json::PackStore store;
  return json::evaluate(request.dump(), store);
}
Json findings_of(const Json& pack) {
  const Json answer = Json::parse(ask({{"call", "check"}, {"document", pack}}));
  REQUIRE(answer["ok"] == true);
  return answer["result"]["findings"];
}
/// How many findings say the same of the same place; of cliffs, those at the same volume.
std::size_t count(const Json& findings, const Json& wanted) {
  std::size_t n = 0;
  const auto volume = [](const Json& finding) {
    return finding.value("params", Json()).value("at", Json());
  };
  for (const auto& finding : findings) {
    if (finding["code"] == wanted["code"] && finding["path"] == wanted["path"] &&
        volume(finding) == volume(wanted)) {
      ++n;
    }
  }
  return n;
}
/// Wants words that only a person has, or several changes at once.
bool has_no_single_change(const Json& finding) {
  return finding["code"] == "label_missing" || finding["code"] == "level_without_meetings" ||
         finding["code"] == "unknown_field";
}
/// The pack with the change that a finding proposes; an empty one takes the rule out.
Json mended(Json pack, const Json& params) {
  const Json::json_pointer at(params["fix"].get<std::string>());
  if (params["to"] == "") {
    Json& list = pack[at.parent_pointer()];
    if (list.is_array()) {
      list.erase(std::stoul(at.back()));
    } else {
      list.erase(at.back());
    }
  } else {
    pack[at] = params["to"];
  }
  return pack;
}

}  // namespace

TEST_CASE("the change that a lint finding proposes removes it") {
  std::size_t tried = 0;
  test::each_case([&](const test::Case& item) {
    if (item.file != "lint.json") return;
    const Json pack = Json::parse(item.request)["document"];
    const Json answer = Json::parse(ask({{"call", "check"}, {"document", pack}}));
    if (answer["ok"] == false) return;
    for (const auto& finding : answer["result"]["findings"]) {
      const Json& params = finding["params"];
      INFO(item.name << ": " << finding.dump());
      CHECK(params.contains("fix") != has_no_single_change(finding));
      if (!params.contains("fix")) continue;
      ++tried;
      const std::size_t before = count(answer["result"]["findings"], finding);
      CHECK(count(findings_of(mended(pack, params)), finding) < before);
    }
  });
  CHECK(tried > 60);
}

TEST_CASE("paths of lint and of its changes stand below the place of the pack") {
  Findings findings;
  lint(test::pack(), Place::at("/policy"), findings);
  REQUIRE(!findings.empty());
  for (const auto& finding : findings.list()) {
    CHECK(finding.path.rfind("/policy/", 0) == 0);
    for (const auto& param : finding.params) {
      if (param.name == "fix") CHECK(param.value.text().rfind("/policy/", 0) == 0);
    }
  }
}

TEST_CASE("no shipped pack has a grave finding but years left undecided") {
  for (const char* name : {"insurance-data", "used-car", "parts-supplier"}) {
    const Json pack = Json::parse(test::file(std::string("core/policies/") + name + ".json"));
    for (const auto& finding : findings_of(pack)) {
      INFO(name << ": " << finding.dump());
      CHECK((finding["severity"] != "block" || finding["code"] == "clause_undecided"));
    }
  }
}

TEST_CASE("figures far beyond a target are still scored, not overflown") {
  Json pack = Json::parse(test::pack_text());
  pack["scorecard"]["metrics"][0]["target"] = 0.001;
  pack["scorecard"]["metrics"][0]["gain"] = 1000;
  CHECK(count(findings_of(pack), {{"code", "grade_unreachable"}, {"path", "/scorecard/bands/0"}}) ==
        0);
}
