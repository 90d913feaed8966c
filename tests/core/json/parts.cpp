// Most parts of a pack and of a dossier may be missing. Whatever is left out of a case, the rest of
// it is answered, with its steps.

#include "support/explained.hpp"

using namespace allymark;
using test::Json;

namespace {

/// The request without each of the members below a place, one at a time, some levels deep.
template <class Visit>
void each_without(Json& request, const Json::json_pointer& at, int deep, const Visit& visit) {
  const Json whole = request[at];
  if (!whole.is_structured()) return;
  for (const auto& member : whole.items()) {
    if (whole.is_object()) {
      request[at].erase(member.key());
    } else {
      request[at].erase(std::stoul(member.key()));
    }
    visit((at / member.key()).to_string());
    request[at] = whole;
    if (deep > 1 && whole.is_object()) each_without(request, at / member.key(), deep - 1, visit);
  }
}

/// The widest cases there are: both stories.
template <class Visit>
void each_story(const Visit& visit) {
  test::each_case([&](const test::Case& item) {
    if (item.file.rfind("story-", 0) != 0) return;
    Json request = Json::parse(item.request);
    if (request["call"] != "assess") return;
    request["trace"] = true;
    INFO(item.file << ": " << item.name);
    visit(request);
  });
}

json::PackStore shipped() {
  json::PackStore store;
  for (const char* name : {"insurance-data", "used-car"}) {
    const std::string pack = test::file(std::string("core/policies/") + name + ".json");
    json::evaluate(R"({"call":"add_policy","document":)" + pack + "}", store);
  }
  return store;
}

}  // namespace

TEST_CASE("a dossier without one of its parts is answered, or told what it lacks") {
  auto store = shipped();
  int answered = 0;
  each_story([&](Json& request) {
    const Json::json_pointer dossier("/dossier");
    each_without(request, dossier, 2, [&](const std::string& without) {
      const Json answer = Json::parse(json::evaluate(request.dump(), store));
      INFO("without " << without);
      if (answer["ok"] == true) {
        ++answered;
        CHECK(answer["result"]["trace"].is_object());
      } else {
        CHECK(answer["errors"].size() > 0);
        for (const auto& error : answer["errors"]) CHECK(error["code"] == "missing_field");
      }
    });
  });
  CHECK(answered > 0);
}

TEST_CASE("a pack without one of its sections is refused, or judges with the others") {
  int answered = 0;
  each_story([&](Json& request) {
    const std::string id = request["policy"];
    request["policy"] = Json::parse(test::file("core/policies/" + id + ".json"));
    each_without(request, Json::json_pointer("/policy"), 1, [&](const std::string& without) {
      json::PackStore store;
      const Json answer = Json::parse(json::evaluate(request.dump(), store));
      INFO("without " << without);
      REQUIRE(answer["ok"].is_boolean());
      answered += answer["ok"] == true ? 1 : 0;
      if (answer["ok"] == false) CHECK(answer["errors"].size() > 0);
    });
  });
  CHECK(answered > 0);
}
