// Fuzz: any bytes as a document that may be of an older schema. A newer one is refused; from any
// other comes a document of this schema that says all the old one said, and migrating that again
// changes nothing.

#include "mutator.hpp"

namespace {

using fuzz::Json;

void check_migrated(fuzz::Engine& engine, const Json& old, const Json& result) {
  const Json& made = result["document"];
  if (made.value("schemaVersion", Json()) != result["to"]) {
    fuzz::fail("not of this schema", result.dump());
  }
  for (const auto& [key, value] : old.items()) {
    if (key == "schemaVersion") continue;
    if (!made.contains(key)) fuzz::fail("a member is lost", key);
  }
  if (made.size() != old.size() + (old.contains("schemaVersion") ? 0 : 1)) {
    fuzz::fail("a member too many", result.dump());
  }
  const std::string again = R"({"call":"migrate","document":)" + made.dump() + "}";
  const Json twice = fuzz::checked(engine, again);
  if (twice["ok"] != true || twice["result"]["document"] != made) {
    fuzz::fail("migrated twice is another document", twice.dump());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static fuzz::Engine engine;
  const std::string document(reinterpret_cast<const char*>(data), size);
  const Json answer = fuzz::checked(engine, R"({"call":"migrate","document":)" + document + "}");
  // Bytes that end the request before its time are a request like any other.
  const Json old = Json::parse(document, nullptr, false);
  if (answer["ok"] == true && old.is_object()) check_migrated(engine, old, answer["result"]);
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  const auto wrap = [](Json document) {
    return Json{{"call", "migrate"}, {"document", std::move(document)}};
  };
  const auto unwrap = [](Json request) {
    return request.is_object() ? request.value("document", Json::object()) : Json::object();
  };
  return fuzz::mutate(data, size, most, seed, wrap, unwrap);
}
