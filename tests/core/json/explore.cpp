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
  Json inner = quote_of(1);
  inner["policy"] = Json::parse(test::pack_text());
  Json rows = Json::array();
  for (int i = 0; i < 40; ++i) {
    rows.push_back({{"at", "/policy"}, {"percent", 1}, {"step", "0.000000001"}});
  }
  const Json answer = ask({{"call", "explore"},
                           {"request", inner},
                           {"watch", {"/net"}},
                           {"goal", {{"atLeast", 300}}},
                           {"vary", rows}});
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
