#include "allymark/base/finding.hpp"

namespace allymark {

Params& Findings::add(const char* code, Severity severity, const Place& at) {
  items_.push_back({code, severity, at.pointer(), {}});
  return items_.back().params;
}

void Findings::add(const Findings& others) {
  items_.insert(items_.end(), others.items_.begin(), others.items_.end());
}

}  // namespace allymark
