#include "allymark/base/finding.hpp"

namespace allymark {

void Findings::add(const char* code, Severity severity, const Place& at) {
  add(code, severity, at, Params());
}

void Findings::add(const char* code, Severity severity, const Place& at, Params&& params) {
  items_.push_back({code, severity, at.pointer(), std::move(params)});
}

void Findings::add(const Findings& others) {
  items_.insert(items_.end(), others.items_.begin(), others.items_.end());
}

}  // namespace allymark
