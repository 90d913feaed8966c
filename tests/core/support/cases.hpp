#pragma once
// Golden cases: requests of the raw contract with what must stand in the answer. The files and
// their rules are described in tests/cases/README.md.

#include <functional>
#include <nlohmann/json.hpp>
#include <string>

// Compiled once, in cases.cpp: most of a test's time goes into compiling it.
extern template class nlohmann::basic_json<nlohmann::ordered_map>;

namespace test {

using Json = nlohmann::ordered_json;

struct Case {
  std::string file;
  std::string name;
  std::string request;  ///< the text that is sent
  Json expect;
};

/// Calls `visit` for every case of every file in tests/cases.
void each_case(const std::function<void(const Case&)>& visit);

/// What of `expect` does not hold in `answer`: one sentence each, empty when all is well.
std::string mismatches(const Json& expect, const Json& answer);

}  // namespace test
