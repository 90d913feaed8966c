#pragma once
// Trace: the ordered steps behind a number ("how was this worked out"). A number's id is its JSON
// Pointer in the result. Steps are recorded only when asked for; a null Trace costs one comparison.

#include <string>
#include <string_view>

#include "allymark/base/fields.hpp"
#include "allymark/base/list.hpp"
#include "allymark/base/place.hpp"

namespace allymark {

/// Where a rule comes from: said by the source, worked out from its figures, ours where it is
/// silent, or a formula rebuilt from printed results.
enum class Origin : std::uint8_t { source, derived, assumed, reconstructed };

template <>
struct Tokens<Origin> {
  static constexpr const char* names[] = {"source", "derived", "assumed", "reconstructed"};
};

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
  List<Input> inputs;
  Scalar value;
  std::string unit;

  /// Puts a number in.
  Step& with(const char* name, const std::string& input, const char* input_unit) {
    return put(name, Scalar(input), input_unit);
  }
  /// The same for a figure, an amount in yuan and a word.
  /// @{
  Step& with(const char* name, Decimal input, const char* input_unit);
  Step& with(const char* name, Money input, const char* input_unit);
  Step& with(const char* name, const char* input, const char* input_unit);
  /// @}

  /// The same with names made at run time.
  template <class Value>
  Step& with(const std::string& name, Value input, const std::string& input_unit) {
    return with(name.c_str(), input, input_unit.c_str());
  }
  /// States what came out.
  void gives(Decimal result, const char* result_unit);
  /// The same for an amount in yuan, a unit made at run time and a word.
  /// @{
  void gives(Money result, const char* result_unit);
  void gives(Decimal result, const std::string& result_unit) { gives(result, result_unit.c_str()); }
  void gives(const char* result);
  void gives(const std::string& result) { gives(result.c_str()); }
  void gives(std::string_view result) { value = result; }
  /// @}

 private:
  Step& put(const char* name, Scalar&& input, const char* input_unit);
};

struct TracedNumber {
  std::string id;
  List<Step> steps;
};

using Trace = List<TracedNumber>;

/// Collects steps under a place of the result: a tracer at /scorecard records "total" for
/// /scorecard/total.
class Tracer {
 public:
  /// Collects into a trace, which must outlive it, below a place of the result.
  explicit Tracer(Trace& trace, const Place& place = {}) : trace_(&trace), place_(place) {}
  /// The same trace below a place made from `place()`; the links between must outlive the tracer.
  Tracer under(const Place& place) const { return Tracer(*trace_, place); }
  /// Where the ids begin.
  const Place& place() const { return place_; }
  /// Appends a step to the number at `id` and returns it to be filled at once; clause and origin
  /// come from the policy later.
  Step& step(const char* id, const char* rule, const char* op) const;

 private:
  Trace* trace_;
  Place place_;
};

}  // namespace allymark
