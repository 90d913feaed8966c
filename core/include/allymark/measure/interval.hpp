#pragma once
// Intervals: how much a rate from counts proves. The Wilson interval shows the uncertainty; the
// standing against a threshold uses the one-sided exact (Clopper-Pearson) bound (DOMAIN 3).
// Sources: E. B. Wilson, JASA 22 (1927); C. Clopper and E. Pearson, Biometrika 26 (1934); binomial
// probabilities by the saddle-point expansion of C. Loader (2000), which keeps every digit.

#include <cstdint>
#include <optional>

#include "allymark/measure/elementary.hpp"
#include "allymark/measure/metric.hpp"

namespace allymark {

enum class Standing : std::uint8_t { proven_pass, undecided, proven_fail };

struct Interval {
  double low = 0;
  double high = 0;
};

/// Wilson score interval of events out of total (> 0), as shares of 1.
/// Example: 48 of 300 at 95 % is 0.123 to 0.206.
Interval wilson(std::int64_t events, std::int64_t total, double quantile);

/// P(X <= events) for X binomial(total, share).
double binomial_at_most(std::int64_t events, std::int64_t total, double share);
/// P(X >= events).
double binomial_at_least(std::int64_t events, std::int64_t total, double share);

/// One-sided exact bounds as shares of 1, at `alpha` (0.05 for 95 %).
double exact_lower_bound(std::int64_t events, std::int64_t total, double alpha);
/// The same from above; 0 of 300 at 0.05 is at most 0.00994.
double exact_upper_bound(std::int64_t events, std::int64_t total, double alpha);

/// Where a rate stands against a threshold (percent points) that must be reached (higher is better)
/// or not exceeded (lower is better).
Standing standing(std::int64_t events, std::int64_t total, Decimal threshold, Better better,
                  double alpha);

/// Further users, at the observed rate, after which the standing would be decided; 0 when it is
/// decided already, nothing when the rate equals the threshold or more than a thousand million
/// users in all would have to be asked. Events among N users are the whole number of them that the
/// observed rate surely gives, never in favour of the proof.
std::optional<std::int64_t> users_needed(std::int64_t events, std::int64_t total, Decimal threshold,
                                         Better better, double alpha);

template <>
struct Tokens<Standing> {
  static constexpr const char* names[] = {"proven_pass", "undecided", "proven_fail"};
};

}  // namespace allymark
