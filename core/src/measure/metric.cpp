#include "allymark/measure/metric.hpp"

#include "allymark/base/codes.hpp"

namespace allymark {

Decimal Measured::value() const {
  if (!counted_) return top_;
  return Decimal::nanos(narrow(divide(numerator() * Decimal::scale, bottom_.nanos())));
}

Int128 Measured::numerator() const {
  return static_cast<Int128>(top_.nanos()) * (counted_ ? 100 : 1);
}

int Measured::compare(Decimal figure) const {
  const Int128 left = numerator() * Decimal::scale;
  const Int128 right = static_cast<Int128>(figure.nanos()) * bottom_.nanos();
  return left < right ? -1 : left > right ? 1 : 0;
}

int Measured::compare(const Measured& other) const {
  const Int128 left = multiply(numerator(), other.bottom_.nanos());
  const Int128 right = multiply(other.numerator(), bottom_.nanos());
  return left < right ? -1 : left > right ? 1 : 0;
}

std::optional<Measured> measured(const Measurement* measurement) {
  if (measurement == nullptr) return std::nullopt;
  if (measurement->events && measurement->of && !measurement->of->is_zero()) {
    return Measured::share(*measurement->events, *measurement->of);
  }
  if (measurement->value) return Measured::typed(*measurement->value);
  return std::nullopt;
}

namespace {

void check_value(Decimal value, const MetricDefinition& metric, const Place& at, Errors& errors) {
  if (value < metric.low) {
    errors.add(error_code::below_minimum, at).with("minimum", metric.low).with("value", value);
  } else if (value > metric.high) {
    errors.add(error_code::above_maximum, at).with("maximum", metric.high).with("value", value);
  } else if (metric.whole && !value.is_whole()) {
    errors.add(error_code::not_whole, at).with("value", value);
  }
}

}  // namespace

void check(const Measurement& measurement, const MetricDefinition& metric, const Place& at,
           Errors& errors) {
  if (measurement.value) {
    const Place place = measurement.bare ? at : at.member("value");
    check_value(*measurement.value, metric, place, errors);
  }
  if (measurement.target && *measurement.target <= Decimal{}) {
    errors.add(error_code::target_not_positive, at, "target").with("value", *measurement.target);
  }
  const bool has_events = measurement.events.has_value();
  const bool has_base = measurement.of.has_value();
  if (!has_events && !has_base) return;
  // A mean of points may say how many people it is the mean of.
  if (metric.unit == Unit::points && !has_events && measurement.value) {
    if (measurement.of->is_zero()) errors.add(error_code::base_is_zero, at, "of");
    return;
  }
  if (metric.unit != Unit::percent) {
    errors.add(error_code::counts_not_for_metric, at.member(has_events ? "events" : "of"));
    return;
  }
  if (has_events != has_base) {
    errors.add(error_code::counts_incomplete, at.member(has_events ? "of" : "events"));
    return;
  }
  if (measurement.of->is_zero()) {
    errors.add(error_code::base_is_zero, at, "of");
  } else if (*measurement.events > *measurement.of) {
    errors.add(error_code::events_above_base, at, "events")
        .with("events", *measurement.events)
        .with("of", *measurement.of);
  }
}

void check_metric(std::string_view id, const Keyed<MetricDefinition>& metrics, const Place& at,
                  const char* member, Errors& errors) {
  if (metrics.find(id) == nullptr) {
    errors.add(error_code::unknown_metric, at, member).with("metric", id);
  }
}

void check_target(Decimal target, const Place& at, const char* member, Errors& errors) {
  if (target <= Decimal{}) {
    errors.add(error_code::target_not_positive, at, member).with("value", target);
  }
}

void check(const Keyed<Measurement>& figures, const Keyed<MetricDefinition>* metrics,
           const Place& at, Errors& errors) {
  MetricDefinition anything;
  anything.unit = Unit::percent;
  anything.low = -anything.high;
  for (const auto& entry : figures) {
    const Place item = at.key(entry.key);
    const MetricDefinition* metric = metrics == nullptr ? &anything : metrics->find(entry.key);
    if (metric == nullptr) {
      errors.add(error_code::unknown_metric, item).with("metric", entry.key);
    } else {
      check(entry.value, *metric, item, errors);
    }
  }
}

void check(const Limit& limit, const Place& at, Errors& errors) {
  if (!limit.above && !limit.below) errors.add(error_code::limit_missing, at);
  if (limit.above && limit.below) errors.add(error_code::limit_ambiguous, at);
}

}  // namespace allymark
