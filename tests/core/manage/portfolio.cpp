#include "support/ask.hpp"

using namespace allymark;
using test::Json;

namespace {

Json partner(const char* id, const Json& more) {
  Json dossier = {{"id", id}};
  dossier.update(more);
  return dossier;
}
Json many(const Json& dossiers, const Json& policy = "insurance-data") {
  return test::result_of({{"call", "assess_many"},
                          {"policy", policy},
                          {"asOf", "2024-09-01"},
                          {"dossiers", dossiers}});
}
/// A month on every target but for its policies and complaints.
Json month(int policies, int complaints) {
  return Json::array({{{"month", "2024-08"},
                       {"metrics",
                        {{"policies", policies},
                         {"conversion", 18},
                         {"nps", 70},
                         {"complaint_rate", complaints},
                         {"quote_hours", 24},
                         {"failure_rate", 1}}}}});
}
/// "x 1250000, y 800000" of partners with their pay.
std::string paid(const Json& partners) {
  std::string text;
  for (const auto& item : partners) {
    text +=
        (text.empty() ? "" : ", ") + item["id"].get<std::string>() + " " + item["yearPay"].dump();
  }
  return text;
}

}  // namespace

TEST_CASE("costly is an investment of 4 stars and more with a grade of fair and worse") {
  const auto costly = [](int stars, int policies, int complaints) {
    const Json row = many(
        Json::array({partner("a", {{"keyLevel", {{"strategicValue", 3}, {"investment", stars}}},
                                   {"months", month(policies, complaints)}})}))["rows"][0];
    return row["grade"].get<std::string>() + (row["costly"] == true ? " costly" : "");
  };
  CHECK(costly(3, 400, 5) == "fair");
  CHECK(costly(4, 400, 5) == "fair costly");
  CHECK(costly(5, 400, 5) == "fair costly");
  CHECK(costly(5, 500, 5) == "good");
  CHECK(costly(4, 500, 11) == "poor costly");
  const Json row = many(Json::array({partner("a", {{"months", month(400, 5)}})}))["rows"][0];
  CHECK(row["costly"] == false);
}

TEST_CASE("the partners paid most are kept, most first, of two alike the one that came first") {
  Json dossiers = Json::array();
  const auto with = [&](const char* id, int volume) {
    dossiers.push_back(partner(id, {{"agreement", {{"volume", volume}}}}));
  };
  with("a", 4000);
  with("b", 5000);
  with("c", 3000);
  with("d", 5000);
  with("e", 4500);
  CHECK(paid(many(dossiers)["totals"]["largest"]) ==
        "b 1250000, d 1250000, e 900000, a 800000, c 600000");
  const auto kept = [&](int most) {
    return many(dossiers, test::changed_pack({{"/portfolio/largest", most}}));
  };
  CHECK(paid(kept(1)["totals"]["largest"]) == "b 1250000");
  CHECK(paid(kept(3)["concentration"]["shares"]) == "b 1250000, d 1250000, e 900000");
  CHECK(kept(3)["concentration"]["total"] == 4800000);
}

TEST_CASE("what is counted over all partners is the sum of their rows") {
  const Json kept = {{"start", "2024-01-31"}};
  Json dossiers = Json::array();
  for (const char* id : {"a", "b"}) {
    dossiers.push_back(partner(id, {{"keyLevel", {{"strategicValue", 5}, {"investment", 5}}},
                                    {"relationship", kept},
                                    {"months", month(400, 11)}}));
  }
  dossiers.push_back(partner("c", {{"months", month(400, 9)}}));
  dossiers.push_back(partner("d", {{"months", month(500, 5)}}));
  const Json result = many(dossiers);
  const Json& rows = result["rows"];
  CHECK(rows[0]["overdue"] == 2);
  CHECK(rows[0]["blocks"] == rows[1]["blocks"]);
  CHECK(rows[0]["blocks"] == 3);  // a crisis and two red lines
  CHECK(rows[2]["blocks"] == 1);  // one red line
  CHECK(rows[3]["blocks"] == 0);
  CHECK(rows[2]["crisis"] == Json::array({{{"id", "complaints"}, {"state", "near"}}}));
  const Json& totals = result["totals"];
  CHECK(totals["overdue"] == 4);
  CHECK(totals["backupsMissing"] == 2);
  CHECK(totals["costly"] == 2);
  CHECK(totals["fired"] == 2);
  CHECK(totals["near"] == 1);
  CHECK(totals["unpriced"] == 4);
  CHECK(totals["yearPay"] == 0);
  CHECK(totals["matrix"] == Json::array({{{"level", "S"}, {"grade", "poor"}, {"count", 2}},
                                         {{"level", nullptr}, {"grade", "fair"}, {"count", 1}},
                                         {{"level", nullptr}, {"grade", "good"}, {"count", 1}}}));
}

TEST_CASE("a pack that lists no actions has rows without a next one") {
  const Json dossiers = Json::array({partner("a", {{"months", month(400, 11)}})});
  CHECK(many(dossiers)["rows"][0]["next"]["code"] == "crisis_step");
  for (const Json& actions : {Json(), Json::array()}) {
    const Json policy = test::changed_pack({{"/actions", actions}});
    CHECK(many(dossiers, policy)["rows"][0]["next"].is_null());
  }
}
