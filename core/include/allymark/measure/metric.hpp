#pragma once
// Metrics: what is measured (the pack's definition) and what was found (a dossier's measurement).
// A rate given as counts is kept as counts: it is compared with a threshold by
// cross-multiplication, so 15 of 300 is exactly 5 % (DOMAIN 3), and counts beat a typed value.

#include <optional>
#include <string>

#include "allymark/base/error.hpp"
#include "allymark/base/fields.hpp"

namespace allymark {

/// A text in both languages; labels live in the pack, not in the program. Where one is missing, the
/// other stands in its place.
struct Label {
  std::string zh;
  std::string en;
};

enum class Unit : std::uint8_t { percent, points, hours, units, yuan };
enum class Better : std::uint8_t { higher, lower };

/// One metric as the pack defines it.
struct MetricDefinition {
  Label label;
  Unit unit = Unit::units;
  Better better = Better::higher;
  std::string base;  ///< what a rate is a share of, "users" or "policies"; empty when it is no rate
  Decimal low;
  Decimal high = Decimal::whole(1'000'000'000);
  bool whole = false;
};

/// A measurement as a dossier gives it. `{value}`, `{events, of}` or a bare figure.
struct Measurement {
  Maybe<Decimal> value;
  Maybe<Decimal> events;
  Maybe<Decimal> of;
  Maybe<Decimal> target;  ///< months only: replaces the scorecard's target
  bool bare = false;      ///< given as a bare figure, not as an object
};

/// A figure that was found: a typed value, or an exact share of counts.
class Measured {
 public:
  /// A figure that somebody typed, in the metric's unit.
  static Measured typed(Decimal value) { return Measured(value, Decimal::whole(1), false); }
  /// events out of `of` as percent points; `of` > 0.
  static Measured share(Decimal events, Decimal of) { return Measured(events, of, true); }

  /// Whether it is a share of counts.
  bool counted() const { return counted_; }
  /// Of a share: how many it happened to. Of a typed figure: the figure.
  Decimal events() const { return top_; }
  /// Of a share: its base, above 0. Of a typed figure: 1.
  Decimal of() const { return bottom_; }
  /// The figure itself; a share is rounded half away at the ninth place, for display only.
  Decimal value() const;
  /// Exact comparison with a figure: -1 below, 0 equal, 1 above.
  int compare(Decimal figure) const;
  /// Exact comparison of two findings.
  int compare(const Measured& other) const;

  /// The figure as the exact fraction numerator / denominator, both scaled alike.
  Int128 numerator() const;
  /// Above 0.
  Int128 denominator() const { return bottom_.nanos(); }

 private:
  Measured(Decimal top, Decimal bottom, bool counted)
      : top_(top), bottom_(bottom), counted_(counted) {}
  Decimal top_;
  Decimal bottom_;
  bool counted_;
};

/// What a measurement says, or nothing when it says nothing. Call only on a valid measurement.
std::optional<Measured> measured(const Measurement* measurement);

/// Adds an error for each thing wrong with a measurement of `metric`: outside its range, a fraction
/// where a count is meant, events above their base, half of a pair of counts.
void check(const Measurement& measurement, const MetricDefinition& metric, const Place& at,
           Errors& errors);

/// Error: the id that a rule names in `member` is no metric's (unknown_metric).
void check_metric(std::string_view id, const Keyed<MetricDefinition>& metrics, const Place& at,
                  const char* member, Errors& errors);

/// Error: a target or limit in `member` is not above 0 (target_not_positive).
void check_target(Decimal target, const Place& at, const char* member, Errors& errors);

/// Adds the errors of a set of measurements by metric id, an unknown metric among them. Without
/// definitions (null) only the counts are looked at.
void check(const Keyed<Measurement>& figures, const Keyed<MetricDefinition>* metrics,
           const Place& at, Errors& errors);

/// A limit that a figure may cross: strictly above, or strictly below (exactly one is given).
struct Limit {
  Maybe<Decimal> above;
  Maybe<Decimal> below;

  /// The bound that stands, whichever side it is of; call only on a valid limit.
  Decimal figure() const { return above ? *above : *below; }
  /// Exact and strict: a figure that equals the bound has not crossed it.
  bool crossed(const Measured& found) const {
    return above ? found.compare(*above) > 0 : found.compare(*below) < 0;
  }
};
/// Error unless exactly one of the two bounds stands.
void check(const Limit& limit, const Place& at, Errors& errors);

template <>
struct Tokens<Unit> {
  static constexpr const char* names[] = {"percent", "points", "hours", "units", "yuan"};
};
template <>
struct Tokens<Better> {
  static constexpr const char* names[] = {"higher", "lower"};
};
template <>
struct Describe<Label> {
  static constexpr const char* name = "label";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Label, zh, "zh").in_language().says(ALLYMARK_DOC("Chinese text")),
      ALLYMARK_FIELD(Label, en, "en").in_language().says(ALLYMARK_DOC("English text")),
  };
};
template <>
struct Describe<MetricDefinition> {
  static constexpr const char* name = "metric";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(MetricDefinition, label, "label").required().says(ALLYMARK_DOC("shown name")),
      ALLYMARK_FIELD(MetricDefinition, unit, "unit")
          .required()
          .says(ALLYMARK_DOC("unit of its figures")),
      ALLYMARK_FIELD(MetricDefinition, better, "better")
          .required()
          .says(ALLYMARK_DOC("which direction is better")),
      ALLYMARK_FIELD(MetricDefinition, base, "base")
          .says(ALLYMARK_DOC("what a rate is a share of: users or policies")),
      ALLYMARK_FIELD(MetricDefinition, low, "low").says(ALLYMARK_DOC("smallest possible figure")),
      ALLYMARK_FIELD(MetricDefinition, high, "high").says(ALLYMARK_DOC("largest possible figure")),
      ALLYMARK_FIELD(MetricDefinition, whole, "whole").says(ALLYMARK_DOC("only whole numbers")),
  };
};
template <>
struct Describe<Measurement> {
  static constexpr const char* name = "measurement";
  static constexpr const char* shorthand = "value";
  static constexpr std::size_t bare = offsetof(Measurement, bare);
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Measurement, value, "value")
          .says(ALLYMARK_DOC("the figure in the metric's unit; absent = not measured")),
      ALLYMARK_FIELD(Measurement, events, "events")
          .whole()
          .between<0, 1'000'000'000>()
          .says(ALLYMARK_DOC("how many of the base it happened to")),
      ALLYMARK_FIELD(Measurement, of, "of")
          .whole()
          .between<0, 1'000'000'000>()
          .says(ALLYMARK_DOC("the base of the count")),
      ALLYMARK_FIELD(Measurement, target, "target")
          .says(ALLYMARK_DOC("this month's own target; absent = the scorecard's")),
  };
};

}  // namespace allymark
