#include "engine.hpp"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace fuzz {
namespace {

constexpr const char* shipped[] = {"insurance-data", "used-car"};

std::string pack_text(const std::string& id) {
  std::ifstream in(ALLYMARK_SOURCE_DIR "/core/policies/" + id + ".json", std::ios::binary);
  if (!in) fail("cannot read the pack", id);
  return {std::istreambuf_iterator<char>(in), {}};
}

Json shaped(const std::string& answer) {
  Json parsed = Json::parse(answer, nullptr, false);
  if (parsed.is_discarded() || !parsed.is_object()) fail("not JSON", answer);
  const auto ok = parsed.find("ok");
  if (ok == parsed.end() || !ok->is_boolean()) fail("neither ok nor refused", answer);
  if (ok->get<bool>()) {
    if (!parsed.contains("result")) fail("ok without a result", answer);
    return parsed;
  }
  const auto errors = parsed.find("errors");
  if (errors == parsed.end() || !errors->is_array() || errors->empty()) {
    fail("refused without errors", answer);
  }
  for (const auto& error : *errors) {
    if (!error.is_object() || !error.contains("code") || !error.contains("path")) {
      fail("an error without code or path", answer);
    }
    const std::string path = error["path"];
    if (!path.empty() && path.front() != '/') fail("no JSON Pointer", answer);
  }
  return parsed;
}

}  // namespace

void fail(const char* why, const std::string& answer) {
  std::fprintf(stderr, "%s: %.2000s\n", why, answer.c_str());
  std::abort();
}

std::string Engine::answer(std::string_view request) {
  std::string result = allymark::json::evaluate(request, *store_);
  // An input must not depend on those before it: one that named a pack costs a new engine.
  if (names() != fresh_) restart();
  return result;
}

void Engine::restart() {
  store_ = std::make_unique<allymark::json::PackStore>();
  for (const char* id : shipped) {
    allymark::json::evaluate(R"({"call":"add_policy","document":)" + pack_text(id) + "}", *store_);
  }
  fresh_ = names();
}

std::string Engine::names() const {
  std::string result = store_->ids();
  for (const char* id : shipped) {
    const auto* pack = store_->by_id(id);
    result += ' ' + (pack == nullptr ? std::string("none") : pack->digest);
  }
  return result;
}

Json checked(Engine& engine, std::string_view request) {
  const std::string answer = engine.answer(request);
  if (answer.size() > (16U << 20U)) fail("too long", answer);
  Json parsed = shaped(answer);
  if (engine.answer(request) != answer) fail("a second answer that differs from", answer);
  return parsed;
}

}  // namespace fuzz
