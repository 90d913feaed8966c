#pragma once
// Trace: the ordered steps behind a number ("how was this worked out"). A number's id is its JSON
// Pointer in the result. Steps are recorded only when asked for; a null Trace costs one comparison.

#include <string>
#include <string_view>
#include <vector>

#include "allymark/base/params.hpp"

namespace allymark {

/// Where a rule comes from: said by the source, worked out from its figures, ours where it is
/// silent, or a formula rebuilt from printed results.
enum class Origin : std::uint8_t { source, derived, assumed, reconstructed };

struct Input {
  std::string name;
  Scalar value;
  std::string unit;
};

struct Step {
  std::string rule;    ///< the rule's id in the policy's provenance table
  std::string clause;  ///< the section of the source it implements
  Origin origin = Origin::assumed;
  const char* op = "";  ///< names the formula
  std::vector<Input> inputs;
  Scalar value;
  std::string unit;
};

struct TracedNumber {
  std::string id;
  std::vector<Step> steps;
};

using Trace = std::vector<TracedNumber>;

/// Collects steps under a path prefix: Tracer t(trace, "/scorecard"); t.step("/total", ...).
class Tracer {
 public:
  Tracer(Trace& trace, std::string prefix) : trace_(&trace), prefix_(std::move(prefix)) {}
  Tracer under(std::string_view path) const { return Tracer(*trace_, prefix_ + std::string(path)); }
  /// Appends a step to the number `prefix + id`; clause and origin are filled in from the policy.
  void step(std::string_view id, std::string rule, const char* op, std::vector<Input> inputs,
            Scalar value, std::string unit) const;

 private:
  Trace* trace_;
  std::string prefix_;
};

}  // namespace allymark
