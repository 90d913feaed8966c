#include "allymark/base/trace.hpp"

namespace allymark {

void Tracer::step(std::string_view id, std::string rule, const char* op, std::vector<Input> inputs,
                  Scalar value, std::string unit) const {
  const std::string full = prefix_ + std::string(id);
  if (trace_->empty() || trace_->back().id != full) trace_->push_back({full, {}});
  Step step;
  step.rule = std::move(rule);
  step.op = op;
  step.inputs = std::move(inputs);
  step.value = std::move(value);
  step.unit = std::move(unit);
  trace_->back().steps.push_back(std::move(step));
}

}  // namespace allymark
