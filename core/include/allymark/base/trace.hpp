#pragma once
// Trace: the ordered steps behind a number ("how was this worked out"). A number's id is its JSON
// Pointer in the result. Steps are recorded only when asked for; a null Trace costs one comparison.

#include <string>
#include <string_view>
#include <vector>

#include "allymark/base/params.hpp"
#include "allymark/base/place.hpp"

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
  const char* rule = "";  ///< the rule's id in the policy's provenance table
  std::string clause;     ///< the section of the source it implements
  Origin origin = Origin::assumed;
  const char* op = "";  ///< names the formula
  std::vector<Input> inputs;
  Scalar value;
  std::string unit;

  /// Puts a number in.
  Step& with(std::string_view name, Decimal input, std::string_view input_unit);
  Step& with(std::string_view name, Money input, std::string_view input_unit);
  Step& with(std::string_view name, std::string_view input, std::string_view input_unit);
  /// States what came out.
  void gives(Decimal result, std::string_view result_unit);
  void gives(Money result, std::string_view result_unit);
  void gives(std::string_view result);
};

struct TracedNumber {
  std::string id;
  std::vector<Step> steps;
};

using Trace = std::vector<TracedNumber>;

/// Collects steps under a place of the result: a tracer at /scorecard records "total" for
/// /scorecard/total.
class Tracer {
 public:
  explicit Tracer(Trace& trace, const Place& place = {}) : trace_(&trace), place_(place) {}
  /// The same trace below a place made from `place()`; the links between must outlive the tracer.
  Tracer under(const Place& place) const { return Tracer(*trace_, place); }
  const Place& place() const { return place_; }
  /// Appends a step to the number at `id` and returns it to be filled at once; clause and origin
  /// come from the policy later.
  Step& step(const char* id, const char* rule, const char* op) const;

 private:
  Trace* trace_;
  Place place_;
};

}  // namespace allymark
