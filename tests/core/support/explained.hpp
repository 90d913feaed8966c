#pragma once
// Answers with the steps behind their numbers, for tests that hold steps and results against each
// other.

#include "json/evaluate.hpp"
#include "support/cases.hpp"
#include "support/values.hpp"

namespace test {

/// Answers with their steps, of every golden request that can have them.
template <class Visit>
void each_explained(Visit visit) {
  allymark::json::PackStore store;
  for (const char* name : {"insurance-data", "used-car"}) {
    const std::string pack = file(std::string("core/policies/") + name + ".json");
    allymark::json::evaluate(R"({"call":"add_policy","document":)" + pack + "}", store);
  }
  each_case([&](const Case& item) {
    Json request = Json::parse(item.request, nullptr, false);
    if (!request.is_object() || request.value("draws", Json()).is_number()) return;
    const Json call = request.value("call", Json());
    if (call != "select" && call != "assess" && call != "quote" && call != "settle") return;
    request["trace"] = true;
    const Json answer = Json::parse(allymark::json::evaluate(request.dump(), store));
    if (answer["ok"] != true) return;
    INFO(item.file << ": " << item.name);
    visit(answer["result"]);
  });
}

}  // namespace test
