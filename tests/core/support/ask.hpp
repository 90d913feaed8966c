#pragma once
// Requests to the engine, which knows the shipped packs, and its answers.

#include "json/evaluate.hpp"
#include "support/cases.hpp"
#include "support/values.hpp"

namespace test {

/// The answer to a request.
inline Json ask(const Json& request) {
  static allymark::json::PackStore store = [] {
    allymark::json::PackStore fresh;
    for (const char* name : {"insurance-data", "used-car"}) {
      const std::string pack = file(std::string("core/policies/") + name + ".json");
      allymark::json::evaluate(R"({"call":"add_policy","document":)" + pack + "}", fresh);
    }
    return fresh;
  }();
  return Json::parse(allymark::json::evaluate(request.dump(), store));
}

/// The result of a request; fails the test when it is refused.
inline Json result_of(const Json& request) {
  const Json answer = ask(request);
  INFO(answer.dump());
  REQUIRE(answer["ok"] == true);
  return answer["result"];
}

/// The shipped pack with changes by JSON Pointer; null removes a member.
inline Json changed_pack(const Json& changes) {
  Json pack = Json::parse(pack_text());
  for (const auto& change : changes.items()) {
    const Json::json_pointer at(change.key());
    if (change.value().is_null()) {
      pack[at.parent_pointer()].erase(at.back());
    } else {
      pack[at] = change.value();
    }
  }
  return pack;
}

/// The errors of a request as "code path" lines.
inline std::string errors_of(const Json& request) {
  const Json answer = ask(request);
  REQUIRE(answer["ok"] == false);
  std::string text = "\n";
  for (const auto& error : answer["errors"]) {
    text += error["code"].get<std::string>() + " " + error["path"].get<std::string>() + "\n";
  }
  return text;
}

}  // namespace test
