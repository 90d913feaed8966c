// The machine that asks again with something else in it: it must leave the request as it was, stay
// within its bounds and agree with asking by hand.

#include "json/evaluate.hpp"
#include "support/cases.hpp"
#include "support/values.hpp"

using namespace allymark;
using test::Json;

namespace {

Json ask(const Json& request) {
  json::PackStore store;
  json::evaluate(R"({"call":"add_policy","document":)" + test::pack_text() + "}", store);
  return Json::parse(json::evaluate(request.dump(), store));
}
Json quote_of(int volume) {
  return {{"call", "quote"}, {"policy", "insurance-data"}, {"volume", volume}};
}
Json explore(const Json& inner, const Json& rest) {
  Json request = {{"call", "explore"}, {"request", inner}, {"watch", {"/net"}}};
  request.update(rest);
  const Json answer = ask(request);
  INFO(answer.dump());
  REQUIRE(answer["ok"] == true);
  return answer["result"];
}
Json vary_volume(int from, int to, int step) {
  return Json::array({{{"at", "/volume"}, {"from", from}, {"to", to}, {"step", step}}});
}

}  // namespace

TEST_CASE("a goal is found where asking every volume by hand finds it") {
  for (const int income : {1, 199, 200, 201, 999800, 999801, 1250000, 1250001, 2090320}) {
    const Json found = explore(quote_of(0), {{"goal", {{"atLeast", income}}},
                                             {"vary", vary_volume(0, 9000, 1)}})["varied"][0]["up"];
    const int volume = found["to"];
    INFO(income << " at " << volume);
    CHECK(ask(quote_of(volume))["result"]["net"].get<double>() >= income);
    CHECK(ask(quote_of(volume - 1))["result"]["net"].get<double>() < income);
  }
}

TEST_CASE("the end of the range is tried, what lies beyond it is not") {
  const auto up = [](int to) {
    return explore(quote_of(0), {{"goal", {{"atLeast", 1250000}}},
                                 {"vary", vary_volume(0, to, 1)}})["varied"][0]["up"];
  };
  CHECK(up(4999).is_null());
  CHECK(up(5000)["to"] == 5000);
  CHECK(up(5001)["to"] == 5000);
}

TEST_CASE("only multiples of the step are answered") {
  const auto up = [](int step) {
    return explore(quote_of(0), {{"goal", {{"atLeast", 1250280}}},
                                 {"vary", vary_volume(0, 20000, step)}})["varied"][0]["up"]["to"];
  };
  CHECK(up(1) == 5001);
  CHECK(up(3) == 5001);
  CHECK(up(7) == 5005);
  CHECK(up(1000) == 6000);
}

TEST_CASE("what was varied stands as before when the next thing is varied") {
  const Json rest = {
      {"vary", Json::array({vary_volume(0, 20000, 1)[0],
                            {{"at", "/policy/commission/years/0/missedRate"}, {"percent", 10}}})},
      {"options", true},
      {"rows", Json::array({{{"set", Json::array({{{"at", "/volume"}, {"to", 1}}})}},
                            {{"set", Json::array({{{"at", "/volume"}, {"to", 4999}}})}}})}};
  const Json result = explore(quote_of(4999), rest);
  CHECK(result["rows"][0]["values"][0] == 200);
  CHECK(result["rows"][1]["values"][0] == 999800);
  CHECK(result["rows"][1]["differs"] == false);
  for (const auto& option : result["options"]) {
    if (option["chosen"] == true) CHECK(option["values"][0] == 999800);
  }
}

TEST_CASE("every option of the pack is tried, each choice once and the one in force marked") {
  const Json options = explore(quote_of(5000), {{"options", true}})["options"];
  Json chosen = Json::object();
  std::size_t choices = 0;
  for (const auto& option : options) {
    ++choices;
    if (option["chosen"] == true) {
      CHECK(!chosen.contains(option["at"].get<std::string>()));
      chosen[option["at"].get<std::string>()] = option["to"];
    }
  }
  CHECK(chosen.size() == 19);
  CHECK(choices == 50);
  CHECK(chosen["/policy/trial/verdict/provenOnly"] == false);
  CHECK(chosen["/policy/crisis/plans/2/fires"] == "any");
}

TEST_CASE("work without end is refused") {
  // A request counts as long as it is: a long one that is answered at once has the end come soon.
  Json inner = quote_of(1);
  inner["ballast"] = std::string(300'000, 'a');
  const auto asked = [&](std::size_t searches) {
    Json rows = Json::array();
    for (std::size_t i = 0; i < searches; ++i) {
      rows.push_back({{"at", "/volume"}, {"from", 1}, {"to", 9000}, {"step", "0.000000001"}});
    }
    return ask({{"call", "explore"},
                {"request", inner},
                {"watch", {"/net"}},
                {"goal", {{"atLeast", 9e9}}},
                {"vary", rows}});
  };
  CHECK(asked(1)["ok"] == true);
  const Json answer = asked(5);
  REQUIRE(answer["ok"] == false);
  CHECK(answer["errors"][0]["code"] == "too_large");
}

TEST_CASE("the weightings that a comparison draws count as work") {
  Json dossiers = Json::array();
  for (const char* id : {"a", "b", "c", "d", "e", "f", "g", "h"}) {
    dossiers.push_back(
        {{"id", id}, {"trial", {{"users", 300}, {"metrics", {{"conversion", 16}}}}}});
  }
  const auto asked = [&](std::int64_t draws) {
    return ask({{"call", "explore"},
                {"request",
                 {{"call", "select"},
                  {"policy", "insurance-data"},
                  {"draws", draws},
                  {"dossiers", dossiers}}},
                {"watch", {"/ranking/0/verdict"}},
                {"vary", Json::array({{{"at", "/dossiers/0/trial"}, {"percent", 10}}})}});
  };
  CHECK(asked(100)["ok"] == true);
  const Json answer = asked(1'000'000);
  REQUIRE(answer["ok"] == false);
  CHECK(answer["errors"][0]["code"] == "too_large");
}

TEST_CASE("figures too large for a rule are a refusal of that try alone") {
  const Json result = explore(
      quote_of(1),
      {{"rows", Json::array({{{"set", Json::array({{{"at", "/volume"}, {"to", 1e30}}})}}})}});
  CHECK(result["rows"][0]["refused"] == "number_out_of_range");
  CHECK(result["base"][0] == 200);
}

TEST_CASE("a goal from above is met below its bound and on it") {
  const auto down = [](const Json& goal) {
    return explore(quote_of(5000),
                   {{"goal", goal}, {"vary", vary_volume(0, 9000, 1)}})["varied"][0]["down"];
  };
  // 4,999 missed at 200 are 999,800 yuan, 4,998 are 999,600.
  CHECK(down({{"atMost", 999801}})["to"] == 4999);
  CHECK(down({{"atMost", 999800}})["to"] == 4999);
  CHECK(down({{"atMost", 999799}})["to"] == 4998);
  CHECK(down({{"atLeast", 999700}, {"atMost", 999900}})["to"] == 4999);
}

TEST_CASE("a goal between two bounds is met by neither side of them") {
  const auto up = [](const Json& goal) {
    return explore(quote_of(0),
                   {{"goal", goal}, {"vary", vary_volume(0, 9000, 1)}})["varied"][0]["up"];
  };
  CHECK(up({{"atLeast", 400}, {"atMost", 400}})["to"] == 2);
  CHECK(up({{"atLeast", 399}, {"atMost", 399}}).is_null());
  CHECK(up({{"atLeast", 999801}, {"atMost", 1249999}}).is_null());
  // 5,000 alone would meet this one: it lies between two strides, as engine.d.ts says.
  CHECK(up({{"atLeast", 999801}, {"atMost", 1250000}}).is_null());
}

TEST_CASE("what is no figure meets no goal") {
  const Json inner = {{"call", "assess"},
                      {"policy", "insurance-data"},
                      {"dossier", {{"id", "x"}, {"keyLevel", {{"strategicValue", 4}}}}}};
  const Json vary = Json::array(
      {{{"at", "/dossier/keyLevel/strategicValue"}, {"from", 1}, {"to", 5}, {"step", 1}}});
  const Json varied = explore(
      inner,
      {{"watch", {"/keyLevel/level"}}, {"goal", {{"atLeast", 1}}}, {"vary", vary}})["varied"][0];
  CHECK(varied["up"].is_null());
  CHECK(varied["down"].is_null());
  CHECK(varied["swing"].is_null());
  // Only the first place decides, whatever the second is.
  const Json second = explore(inner, {{"watch", {"/keyLevel/score", "/keyLevel/level"}},
                                      {"goal", {{"atLeast", 5}}},
                                      {"vary", vary}})["varied"][0];
  CHECK(second["swing"] == 4);
  // Of two figures the first; and a text is none, though its letters are those of one.
  const auto swing = [](const char* first, const char* other) {
    return explore(quote_of(0), {{"watch", {first, other}},
                                 {"vary", vary_volume(0, 100, 1)}})["varied"][0]["swing"];
  };
  CHECK(swing("/net", "/volume") == 20000);
  CHECK(swing("/volume", "/net") == 100);
  CHECK(swing("/policy/version", "/net").is_null());
}

TEST_CASE("a figure that is refused changes nothing, and has no values and no swing") {
  const Json inner = {
      {"call", "assess"},
      {"policy", "insurance-data"},
      {"dossier",
       {{"id", "x"},
        {"trial",
         {{"users", 300},
          {"metrics", {{"conversion", 16}, {"nps", 71}, {"complaint_rate", 5.1}}}}}}}};
  const Json vary =
      Json::array({{{"at", "/dossier/trial/metrics/nps"}, {"from", 71}, {"to", 200}, {"step", 1}}});
  const Json varied = explore(inner, {{"watch", {"/trial/verdict"}}, {"vary", vary}})["varied"][0];
  CHECK(varied["up"].is_null());
  CHECK(varied["high"].empty());
  CHECK(varied["low"] == Json::array({"retry"}));
  CHECK(varied["to"] == 200);
  const auto swing = [](int from, int to) {
    return explore(quote_of(100), {{"vary", vary_volume(from, to, 1)}})["varied"][0]["swing"];
  };
  CHECK(swing(0, 200) == 40000);
  CHECK(swing(-10, 200).is_null());
}

TEST_CASE("a swing is a distance, whichever end is the higher") {
  Json inner = quote_of(10000);
  inner["metrics"] = {{"complaint_rate", 5}};
  // 2,730,000 and, above 8 %, a tenth less.
  const Json varied = explore(
      inner,
      {{"vary",
        Json::array({{{"at", "/metrics/complaint_rate"}, {"from", 0}, {"to", 20}}})}})["varied"][0];
  CHECK(varied["low"][0] == 2730000);
  CHECK(varied["high"][0] == 2457000);
  CHECK(varied["swing"] == 273000);
}

TEST_CASE("strides double, end at the end, and none is made twice") {
  const auto runs = [](int volume, int to, int income, const char* step) {
    return explore(
               quote_of(volume),
               {{"goal", {{"atLeast", income}}},
                {"vary",
                 Json::array(
                     {{{"at", "/volume"}, {"from", volume}, {"to", to}, {"step", step}}})}})["runs"]
        .get<int>();
  };
  // The base, what is tried on the way, and both ends.
  CHECK(runs(0, 9, 1000000, "1") == 1 + 5 + 2);  // 1, 2, 4, 8, 9
  CHECK(runs(0, 9, 1, "1") == 1 + 1 + 2);        // 1
  CHECK(runs(0, 9, 201, "1") == 1 + 2 + 2);      // 1, 2
  CHECK(runs(0, 9, 401, "1") == 1 + 3 + 1 + 2);  // 1, 2, 4 and back to 3
  CHECK(runs(1, 3, 1000000, "5") == 1 + 2);      // no multiple of 5 lies between
  CHECK(runs(3, 9, 1000000, "5") == 1 + 1 + 2);  // 5
  CHECK(runs(5, 5, 1000000, "1") == 1 + 2);      // nowhere to go
}

TEST_CASE("one place may be both ends") {
  const Json varied = explore(quote_of(5), {{"vary", vary_volume(5, 5, 1)}})["varied"][0];
  CHECK(varied["low"] == varied["high"]);
  CHECK(varied["swing"] == 0);
  CHECK(varied["up"].is_null());
}

TEST_CASE("without a step a figure goes by the ninth place, a count by one") {
  const auto step = [](const Json& vary) {
    return explore(quote_of(100), {{"vary", Json::array({vary})}})["varied"][0]["step"];
  };
  const Json plain = {{"at", "/volume"}, {"from", 1}, {"to", 2}};
  CHECK(step(plain) == 1e-9);
  Json wide = plain;
  wide["step"] = 0;
  CHECK(step(wide) == 1e-9);
  wide["step"] = 2;
  CHECK(step(wide) == 2);
}

TEST_CASE("a share of a count is a count again") {
  const Json inner = {
      {"call", "assess"},
      {"policy", "insurance-data"},
      {"dossier",
       {{"id", "x"},
        {"trial", {{"metrics", {{"conversion", {{"events", 48}, {"of", 300}}}, {"nps", 71}}}}}}}};
  const auto varied = [&](const char* at) {
    return explore(inner, {{"watch", {"/trial/verdict"}},
                           {"vary", Json::array({{{"at", at}, {"percent", 10}}})}})["varied"][0];
  };
  const Json counted = varied("/dossier/trial/metrics/conversion");
  CHECK(counted["at"] == "/dossier/trial/metrics/conversion/events");
  CHECK(counted["from"] == 43);  // 43.2
  CHECK(counted["to"] == 53);    // 52.8
  CHECK(varied("/dossier/trial/metrics/nps")["to"] == 78.1);
}

TEST_CASE("every figure of a list is moved, each under its own place") {
  const Json result = explore(
      quote_of(10000),
      {{"vary", Json::array({{{"at", "/policy/commission/years/0/tiers"}, {"percent", 1}}})}});
  std::string found;
  for (int i = 0; i < 4; ++i) {
    for (const char* figure : {"/rate", "/upTo"}) {
      const std::string at = "/policy/commission/years/0/tiers/" + std::to_string(i) + figure;
      for (const auto& varied : result["varied"]) {
        if (varied["at"] == at) found += at.substr(32);
      }
    }
  }
  CHECK(found == "/0/rate/0/upTo/1/rate/1/upTo/2/rate/2/upTo/3/rate");
  CHECK(result["varied"].size() == 7);
}

TEST_CASE("a text is a figure where it is named or counts, a name never is") {
  const Json inner = {
      {"call", "assess"},
      {"policy", "insurance-data"},
      {"dossier",
       {{"id", "7"},
        {"name", "2024"},
        {"keyLevel", {{"strategicValue", "4"}}},
        {"trial", {{"metrics", {{"conversion", {{"value", "16"}}}, {"nps", 71}}}}}}}};
  const auto places = [&](const char* at) {
    std::string text;
    const Json result = explore(inner, {{"watch", {"/trial/verdict"}},
                                        {"vary", Json::array({{{"at", at}, {"percent", 1}}})}});
    for (const auto& varied : result["varied"]) {
      text += varied["at"].get<std::string>() + ' ';
    }
    return text;
  };
  CHECK(places("/dossier") ==
        "/dossier/trial/metrics/conversion/value /dossier/trial/metrics/nps ");
  CHECK(places("/dossier/keyLevel/strategicValue") == "/dossier/keyLevel/strategicValue ");
}

TEST_CASE("the first figure without an end is told, not every one below the same place") {
  const Json inner = Json::parse(
      R"({"call":"quote","clause":{"tiers":[{"upTo":10,"rate":5},{"rate":4}]},"volume":12})");
  const Json answer = ask({{"call", "explore"},
                           {"request", inner},
                           {"watch", {"/gross"}},
                           {"vary", Json::array({{{"at", "/clause/tiers"}}})}});
  REQUIRE(answer["ok"] == false);
  CHECK(answer["errors"].size() == 2);
  CHECK(answer["errors"][0]["path"] == "/vary/0/from");
  CHECK(answer["errors"][1]["path"] == "/vary/0/to");
}

TEST_CASE("what is switched is tried off, then on") {
  std::string order;
  const Json result = explore(quote_of(1), {{"options", true}});
  for (const auto& option : result["options"]) {
    if (option["at"] == "/policy/trial/verdict/provenOnly") order += option["to"].dump() + ' ';
  }
  CHECK(order == "false true ");
}

TEST_CASE("a list is no plain value to set") {
  const Json inner = {
      {"call", "assess"},
      {"policy", "insurance-data"},
      {"dossier", {{"id", "x"}, {"months", Json::array({{{"month", "2024-01"}}})}}}};
  const auto path = [&](const Json& set) {
    const Json answer = ask({{"call", "explore"},
                             {"request", inner},
                             {"watch", {"/id"}},
                             {"rows", Json::array({{{"set", Json::array({set})}}})}});
    REQUIRE(answer["ok"] == false);
    CHECK(answer["errors"].size() == 1);
    return answer["errors"][0]["path"];
  };
  CHECK(path({{"at", "/dossier/months"}, {"to", 1}}) == "/rows/0/set/0/at");
  CHECK(path({{"at", "/dossier/id"}, {"to", Json::array()}}) == "/rows/0/set/0/to");
}

TEST_CASE("what swings most comes first, what has no swing last") {
  const auto vary = [](int from, int to) { return vary_volume(from, to, 1)[0]; };
  const Json varied = explore(
      quote_of(100),
      {{"vary", Json::array({vary(-10, 200), vary(5, 5), vary(0, 1), vary(-9, 200)})}})["varied"];
  REQUIRE(varied.size() == 4);
  CHECK(varied[0]["swing"] == 200);
  CHECK(varied[1]["swing"] == 0);
  CHECK(varied[2]["swing"].is_null());
  CHECK(varied[3]["swing"].is_null());
}

TEST_CASE("where a policy has no key levels, their stars have no ends of their own") {
  Json policy = Json::parse(test::pack_text());
  policy.erase("keyLevel");
  const Json answer = ask({{"call", "explore"},
                           {"request",
                            {{"call", "assess"},
                             {"policy", policy},
                             {"dossier", {{"id", "k"}, {"keyLevel", {{"strategicValue", 4}}}}}}},
                           {"watch", {"/id"}},
                           {"vary", Json::array({{{"at", "/dossier/keyLevel/strategicValue"}}})}});
  REQUIRE(answer["ok"] == false);
  REQUIRE(answer["errors"].size() == 2);
  CHECK(answer["errors"][0]["code"] == "missing_field");
  CHECK(answer["errors"][0]["path"] == "/vary/0/from");
  CHECK(answer["errors"][1]["path"] == "/vary/0/to");
}
