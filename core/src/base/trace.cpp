#include "allymark/base/trace.hpp"

namespace allymark {

Step& Step::with(std::string_view name, Decimal input, std::string_view input_unit) {
  inputs.push_back({std::string(name), input, std::string(input_unit)});
  return *this;
}
Step& Step::with(std::string_view name, Money input, std::string_view input_unit) {
  inputs.push_back({std::string(name), input, std::string(input_unit)});
  return *this;
}
Step& Step::with(std::string_view name, std::string_view input, std::string_view input_unit) {
  inputs.push_back({std::string(name), input, std::string(input_unit)});
  return *this;
}

void Step::gives(Decimal result, std::string_view result_unit) {
  value = result;
  unit = result_unit;
}
void Step::gives(Money result, std::string_view result_unit) {
  value = result;
  unit = result_unit;
}
void Step::gives(std::string_view result) { value = result; }

Step& Tracer::step(const char* id, const char* rule, const char* op) const {
  std::string full = place_.member(id).pointer();
  if (trace_->empty() || trace_->back().id != full) trace_->push_back({std::move(full), {}});
  Step& step = trace_->back().steps.emplace_back();
  step.rule = rule;
  step.op = op;
  return step;
}

}  // namespace allymark
