#include "allymark/base/trace.hpp"

namespace allymark {

Step& Step::put(const char* name, Scalar&& input, const char* input_unit) {
  inputs.push_back({name, std::move(input), input_unit});
  return *this;
}
Step& Step::with(const char* name, Decimal input, const char* input_unit) {
  return put(name, Scalar(input), input_unit);
}
Step& Step::with(const char* name, Money input, const char* input_unit) {
  return put(name, Scalar(input), input_unit);
}
Step& Step::with(const char* name, const char* input, const char* input_unit) {
  return put(name, Scalar(input), input_unit);
}

void Step::gives(Decimal result, const char* result_unit) {
  value = result;
  unit = result_unit;
}
void Step::gives(Money result, const char* result_unit) {
  value = result;
  unit = result_unit;
}
void Step::gives(const char* result) { value = result; }

Step& Tracer::step(const char* id, const char* rule, const char* op) const {
  std::string full = place_.member(id).pointer();
  if (trace_->empty() || trace_->back().id != full) trace_->push_back({std::move(full), {}});
  Step& step = trace_->back().steps.emplace_back();
  step.rule = rule;
  step.op = op;
  return step;
}

}  // namespace allymark
