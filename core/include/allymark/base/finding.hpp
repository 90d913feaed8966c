#pragma once
// Finding: a coded remark that never stops a calculation: missing data, a contradiction, a cliff,
// statistical doubt. `block` says a decision must wait, `doubt` weakens one, `note` informs.

#include <string>
#include <vector>

#include "allymark/base/params.hpp"

namespace allymark {

enum class Severity : std::uint8_t { block, doubt, note };

struct Finding {
  const char* code = "";  ///< one of allymark/base/codes.hpp
  Severity severity = Severity::note;
  std::string path;  ///< JSON Pointer to the field of the request that it is about
  Params params;
};

using Findings = std::vector<Finding>;

}  // namespace allymark
