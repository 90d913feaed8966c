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

void check_value(Decimal value, const MetricDefinition& metric, const std::string& path,
                 Errors& errors) {
  if (value < metric.low) {
    errors.push_back({error_code::below_minimum, path, {{"minimum", metric.low}, {"value", value}}});
  } else if (value > metric.high) {
    errors.push_back({error_code::above_maximum, path, {{"maximum", metric.high}, {"value", value}}});
  } else if (metric.whole && !value.is_whole()) {
    errors.push_back({error_code::not_whole, path, {{"value", value}}});
  }
}

}  // namespace

void check(const Measurement& measurement, const MetricDefinition& metric, const std::string& path,
           Errors& errors) {
  if (measurement.value) check_value(*measurement.value, metric, child(path, "value"), errors);
  if (measurement.target && *measurement.target <= Decimal{}) {
    errors.push_back(
        {error_code::target_not_positive, child(path, "target"), {{"value", *measurement.target}}});
  }
  const bool has_events = measurement.events.has_value();
  const bool has_base = measurement.of.has_value();
  if (!has_events && !has_base) return;
  if (metric.unit != Unit::percent) {
    errors.push_back({error_code::counts_not_for_metric, child(path, has_events ? "events" : "of"), {}});
    return;
  }
  if (has_events != has_base) {
    errors.push_back({error_code::counts_incomplete, child(path, has_events ? "of" : "events"), {}});
    return;
  }
  if (measurement.of->is_zero()) {
    errors.push_back({error_code::base_is_zero, child(path, "of"), {}});
  } else if (*measurement.events > *measurement.of) {
    errors.push_back({error_code::events_above_base,
                      child(path, "events"),
                      {{"events", *measurement.events}, {"of", *measurement.of}}});
  }
}

void check(const Limit& limit, const std::string& path, Errors& errors) {
  if (!limit.above && !limit.below) errors.push_back({error_code::limit_missing, path, {}});
  if (limit.above && limit.below) errors.push_back({error_code::limit_ambiguous, path, {}});
}

}  // namespace allymark
