#include "allymark/base/finding.hpp"

namespace allymark {

Params& Findings::add(const char* code, Severity severity, const Place& at) {
  items_.push_back({code, severity, at.pointer(), {}});
  return items_.back().params;
}

Params& Findings::add(const char* code, Severity severity, const Place& at, const char* member) {
  return add(code, severity, at.member(member));
}

void Findings::add(const Findings& others) {
  for (const auto& finding : others.items_) items_.push_back(finding);
}

}  // namespace allymark
