#include "allymark/base/trace.hpp"

namespace allymark {

Inputs& Inputs::add(std::string_view name, Scalar value, std::string_view unit) {
  items_.push_back({std::string(name), std::move(value), std::string(unit)});
  return *this;
}
Inputs&& Inputs::with(std::string_view name, Decimal value, std::string_view unit) && {
  return std::move(add(name, value, unit));
}
Inputs&& Inputs::with(std::string_view name, Money value, std::string_view unit) && {
  return std::move(add(name, value, unit));
}
Inputs&& Inputs::with(std::string_view name, std::string_view value, std::string_view unit) && {
  return std::move(add(name, value, unit));
}

void Tracer::step(const char* id, const char* rule, const char* op, Inputs&& inputs, Scalar value,
                  std::string_view unit) const {
  const std::string full = place_.member(id).pointer();
  if (trace_->empty() || trace_->back().id != full) trace_->push_back({full, {}});
  Step step;
  step.rule = rule;
  step.op = op;
  step.inputs = std::move(inputs).take();
  step.value = std::move(value);
  step.unit = unit;
  trace_->back().steps.push_back(std::move(step));
}

}  // namespace allymark
