#pragma once
// What the fuzz targets share: the engine as the golden cases meet it, and what every answer must
// be like. Whoever finds it otherwise stops the process, so that libFuzzer keeps the input.

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "json/evaluate.hpp"

namespace fuzz {

using Json = nlohmann::ordered_json;

/// Tells why and stops.
[[noreturn]] void fail(const char* why, const std::string& answer);

/// The engine with both shipped packs known by name.
class Engine {
 public:
  Engine() { restart(); }

  /// The answer to a request, whatever was asked before.
  std::string answer(std::string_view request);

 private:
  void restart();
  std::string names() const;

  std::unique_ptr<allymark::json::PackStore> store_;
  std::string fresh_;
};

/// The answer, bounded, of the contract's shape, and the same a second time; parsed.
Json checked(Engine& engine, std::string_view request);

}  // namespace fuzz
