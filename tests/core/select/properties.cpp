// What must hold of the select act whatever the figures: a better figure never hurts, orders change
// nothing, and filling a gap breaks nothing.

#include <algorithm>
#include <vector>

#include "json/evaluate.hpp"
#include "support/cases.hpp"
#include "support/property.hpp"
#include "support/trials.hpp"

using namespace allymark;
using test::Json;

namespace {

std::string ask(const Json& request) {
  static json::PackStore store = [] {
    json::PackStore fresh;
    json::evaluate(R"({"call":"add_policy","document":)" + test::pack_text() + "}", fresh);
    return fresh;
  }();
  std::string answer = json::evaluate(request.dump(), store);
  INFO(answer.substr(0, 300));
  REQUIRE(answer.compare(0, 10, R"({"ok":true)") == 0);
  return answer;
}

/// A figure drawn from `n`, which is used up.
std::int64_t draw(std::int64_t& n, std::int64_t below) {
  const std::int64_t result = n % below;
  n = (n / below * 31 + result * 17 + 7) % 1'000'000'007;
  return result;
}

const char* const answers[] = {"yes", "no", "unknown"};
const char* const states[] = {"pass", "doubt", "open", "veto"};

/// A candidate with some facts present and some missing.
Json candidate(std::int64_t n, const std::string& id) {
  Json dossier = {{"id", id}, {"name", id}};
  Json metrics = Json::object();
  if (draw(n, 5) > 0) metrics["conversion"] = 10 + draw(n, 15);
  if (draw(n, 5) > 0) metrics["nps"] = 60 + draw(n, 25);
  if (draw(n, 5) > 0) metrics["complaint_rate"] = draw(n, 12);
  if (draw(n, 2) > 0) metrics["failure_rate"] = draw(n, 3);
  if (draw(n, 5) > 0) metrics["response_hours"] = 8 + draw(n, 30);
  dossier["trial"] = {{"users", 100 + draw(n, 900)}, {"metrics", metrics}};
  if (draw(n, 3) > 0) dossier["willingness"]["signals"]["team"] = answers[draw(n, 3)];
  if (draw(n, 3) > 0) dossier["willingness"]["signals"]["term"] = answers[draw(n, 3)];
  if (draw(n, 3) > 0) dossier["screening"]["api_cases"] = answers[draw(n, 3)];
  if (draw(n, 3) > 0) dossier["diligence"]["items"]["quote_time"]["state"] = states[draw(n, 4)];
  if (draw(n, 2) > 0) dossier["keyLevel"]["strategicValue"] = 1 + draw(n, 5);
  if (draw(n, 2) > 0) dossier["ability"]["reputation"]["score"] = 1 + draw(n, 5);
  return dossier;
}

Json select_request(const List<Json>& dossiers) {
  return {{"call", "select"}, {"policy", "insurance-data"}, {"asOf", "2024-07-01"}, {"draws", 200},
          {"trace", true},    {"dossiers", dossiers}};
}
Json assess_request(const Json& dossier) {
  return {{"call", "assess"},
          {"policy", "insurance-data"},
          {"asOf", "2024-07-01"},
          {"trace", true},
          {"dossier", dossier}};
}

/// The same document with the members of every object in reverse.
Json reversed(const Json& value) {
  if (!value.is_structured()) return value;
  if (value.is_array()) {
    Json list = Json::array();
    for (const auto& item : value) list.push_back(reversed(item));
    return list;
  }
  std::vector<std::pair<std::string, Json>> members;
  for (const auto& item : value.items()) members.emplace_back(item.key(), reversed(item.value()));
  Json object = Json::object();
  for (auto member = members.rbegin(); member != members.rend(); ++member) {
    object[member->first] = member->second;
  }
  return object;
}

/// Findings without the place of their dossier, sorted: they follow the order of the dossiers.
List<std::string> remarks(const Json& answer) {
  List<std::string> result;
  for (Json finding : answer["result"]["findings"]) {
    std::string path = finding["path"];
    const std::size_t slash = path.find('/', std::string("/dossiers/").size());
    finding["path"] = slash == std::string::npos ? "" : path.substr(slash);
    // Which dossier stands for all is the first of the request.
    if (finding["code"] == "criterion_never_measured") finding["path"] = "";
    result.push_back(finding.dump());
  }
  std::sort(result.begin(), result.end());
  return result;
}

int rank(const std::string& verdict) {
  static const List<std::string> order = {"stop", "retry", "conditional", "sign"};
  return static_cast<int>(std::find(order.begin(), order.end(), verdict) - order.begin());
}

}  // namespace

TEST_CASE("the order of the dossiers changes nothing but the places of findings") {
  CHECK(test::holds_for_all("order of dossiers", 0, 1'000'000'000, [](std::int64_t n) {
    List<Json> dossiers;
    for (const char* id : {"a", "b", "c", "d"}) {
      dossiers.push_back(candidate(n + (*id - 'a') * 7919 * (1 + n % 3), id));
    }
    const Json one = Json::parse(ask(select_request(dossiers)));
    std::rotate(dossiers.begin(), dossiers.begin() + 1 + n % 3, dossiers.end());
    const Json other = Json::parse(ask(select_request(dossiers)));
    for (const char* part : {"pick", "ranking", "advice", "dominant", "stability", "trace"}) {
      if (one["result"][part] != other["result"][part]) return false;
    }
    return remarks(one) == remarks(other);
  }));
}

TEST_CASE("the order of JSON keys changes not a byte of a selection or an assessment") {
  CHECK(test::holds_for_all("order of keys", 0, 1'000'000'000, [](std::int64_t n) {
    const Json dossier = candidate(n, "a");
    const Json selected = select_request({dossier, candidate(n / 3, "b")});
    const Json assessed = assess_request(dossier);
    return ask(selected) == ask(reversed(selected)) && ask(assessed) == ask(reversed(assessed));
  }));
}

TEST_CASE("who is picked may be signed and is blocked by nothing") {
  CHECK(test::holds_for_all("the pick is free", 0, 1'000'000'000, [](std::int64_t n) {
    const Json answer = Json::parse(
        ask(select_request({candidate(n, "a"), candidate(n / 5, "b"), candidate(n / 7, "c")})));
    for (const auto& row : answer["result"]["ranking"]) {
      const bool free =
          rank(row["verdict"]) >= 2 && rank(row["verdict"]) < 4 && row["blockedBy"].empty();
      if (!free) continue;
      return answer["result"]["pick"]["id"] == row["id"];
    }
    return answer["result"]["pick"].is_null();
  }));
}

TEST_CASE("a better figure never worsens a verdict or a score") {
  struct Better {
    const char* metric;
    int step;
  };
  CHECK(test::holds_for_all("better figures", 0, 1'000'000'000, [](std::int64_t n) {
    const Json dossier = candidate(n, "a");
    const Json before = Json::parse(ask(assess_request(dossier)))["result"]["trial"];
    for (const Better& change :
         {Better{"conversion", 1}, Better{"nps", 1}, Better{"complaint_rate", -1},
          Better{"failure_rate", -1}, Better{"response_hours", -1}}) {
      Json other = dossier;
      Json& metrics = other["trial"]["metrics"];
      if (!metrics.contains(change.metric)) continue;
      const int now = metrics[change.metric];
      if (now + change.step < 0) continue;
      metrics[change.metric] = now + change.step;
      const Json after = Json::parse(ask(assess_request(other)))["result"]["trial"];
      if (before["verdict"] != "insufficient" && rank(after["verdict"]) < rank(before["verdict"])) {
        return false;
      }
      if (before["score"].is_number() &&
          after["score"].get<double>() < before["score"].get<double>()) {
        return false;
      }
    }
    return true;
  }));
}

TEST_CASE("filling a gap in a dossier is never an error") {
  const List<std::pair<const char*, Json>> fillings = {
      {"/trial/metrics/conversion", 15},
      {"/trial/metrics/failure_rate", Json{{"events", 1}, {"of", 300}}},
      {"/keyLevel/strategicValue", 5},
      {"/keyLevel/substitutability", 1},
      {"/keyLevel/investment", 5},
      {"/keyLevel/override", Json{{"level", "S"}, {"reason", "r"}}},
      {"/ability/technology", Json{{"score", 4}, {"evidence", "e"}}},
      {"/willingness/signals/executives", "yes"},
      {"/needs/resources/ubi_product", "partly"},
      {"/offers", Json::array({"reach"})},
      {"/sourcing", "vertical"},
      {"/screening/reputation", "yes"},
      {"/diligence/nda", "2024-05-01"},
      {"/diligence/items/values", Json{{"state", "pass"}, {"due", "2024-06-01"}}},
      {"/trial/start", "2024-03-01"},
      {"/trial/end", "2024-06-01"},
      {"/agreement/volume", 10000},
      {"/months", Json::array({{{"month", "2024-06"}, {"metrics", {{"nps", 70}}}}})},
  };
  CHECK(test::holds_for_all("filling gaps", 0, 1'000'000'000, [&](std::int64_t n) {
    Json dossier = candidate(n, "a");
    for (std::size_t i = 0; i < fillings.size(); ++i) {
      const auto& [path, value] = fillings[(i + static_cast<std::size_t>(n)) % fillings.size()];
      dossier[Json::json_pointer(path)] = value;
      ask(assess_request(dossier));  // which requires that it is answered
    }
    return true;
  }));
}

TEST_CASE("a month's grade is the band of its shown total, or a red line's") {
  CHECK(test::holds_for_all("grade and number agree", 0, 1'000'000'000, [](std::int64_t n) {
    Json metrics = {{"policies", 300 + draw(n, 400)}, {"conversion", 12 + draw(n, 12)},
                    {"nps", 60 + draw(n, 25)},        {"complaint_rate", draw(n, 12)},
                    {"quote_hours", 8 + draw(n, 30)}, {"failure_rate", draw(n, 3)}};
    const Json dossier = {{"id", "a"}, {"months", {{{"month", "2024-06"}, {"metrics", metrics}}}}};
    const Json card = Json::parse(ask(assess_request(dossier)))["result"]["scorecard"];
    const double shown = card["shownTotal"];
    const std::string band = shown >= 120   ? "excellent"
                             : shown >= 100 ? "good"
                             : shown >= 80  ? "fair"
                                            : "poor";
    bool crossed = false;
    for (const auto& line : card["redLines"]) crossed = crossed || line["state"] == "crossed";
    return card["bandGrade"] == band && (crossed || card["grade"] == band);
  }));
}
