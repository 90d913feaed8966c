#pragma once
// Finding: a coded remark that never stops a calculation: missing data, a contradiction, a cliff,
// statistical doubt. `block` says a decision must wait, `doubt` weakens one, `note` informs.

#include <string>

#include "allymark/base/list.hpp"
#include "allymark/base/params.hpp"
#include "allymark/base/place.hpp"

namespace allymark {

enum class Severity : std::uint8_t { block, doubt, note };

struct Finding {
  const char* code = "";  ///< one of allymark/base/codes.hpp
  Severity severity = Severity::note;
  std::string path;  ///< JSON Pointer to the field of the request that it is about
  Params params;
};

class Findings {
 public:
  /// Adds a finding and returns its params, to be filled at once.
  Params& add(const char* code, Severity severity, const Place& at);
  /// The same about a member of what stands there: its name, or several separated by "/".
  Params& add(const char* code, Severity severity, const Place& at, const char* member);
  /// Adds them all.
  void add(const Findings& others);

  /// What was added, in that order.
  /// @{
  bool empty() const { return items_.empty(); }
  const List<Finding>& list() const { return items_; }
  /// @}

 private:
  List<Finding> items_;
};

}  // namespace allymark
