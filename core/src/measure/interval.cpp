#include "allymark/measure/interval.hpp"

#include <algorithm>
#include <cmath>

#include "allymark/measure/elementary.hpp"

namespace allymark {
namespace {

constexpr double two_pi = 6.283185307179586;

/// Error of Stirling's formula for n!, by Loader's series; small n are summed directly.
double stirling_error(std::int64_t n) {
  if (n < 16) {
    double log_factorial = 0;
    for (std::int64_t i = 2; i <= n; ++i) log_factorial += natural_log(static_cast<double>(i));
    const auto x = static_cast<double>(n);
    if (n == 0) return 0;
    return log_factorial - (x + 0.5) * natural_log(x) + x - 0.5 * natural_log(two_pi);
  }
  const double inverse = 1.0 / static_cast<double>(n);
  const double square = inverse * inverse;
  return inverse *
         (1.0 / 12 -
          square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188))));
}

/// x log(x / m) + m - x without cancellation where x is near m.
double deviance(double x, double m) {
  if (std::fabs(x - m) < 0.1 * (x + m)) {
    const double v = (x - m) / (x + m);
    double sum = (x - m) * v;
    double term = 2 * x * v;
    for (int j = 1; j < 100; ++j) {
      term *= v * v;
      const double next = sum + term / (2 * j + 1);
      if (next == sum) break;
      sum = next;
    }
    return sum;
  }
  return x * natural_log(x / m) + m - x;
}

/// P(X = k) for X binomial(n, p), 0 < p < 1.
double binomial_point(std::int64_t k, std::int64_t n, double p) {
  if (k < 0 || k > n) return 0;
  const auto size = static_cast<double>(n);
  if (k == 0) return exponential(size * natural_log(1 - p));
  if (k == n) return exponential(size * natural_log(p));
  const auto x = static_cast<double>(k);
  const double rest = size - x;
  const double exponent = stirling_error(n) - stirling_error(k) - stirling_error(n - k) -
                          deviance(x, size * p) - deviance(rest, size * (1 - p));
  return exponential(exponent) * std::sqrt(size / (two_pi * x * rest));
}

/// Sum of the terms from k outwards (step +1 or -1), each from the last by the recurrence.
double tail(std::int64_t k, std::int64_t n, double p, int step) {
  double term = binomial_point(k, n, p);
  double sum = term;
  const double odds = p / (1 - p);
  while (term > sum * 1e-18) {
    if (step > 0) {
      if (k >= n) break;
      term *= odds * static_cast<double>(n - k) / static_cast<double>(k + 1);
    } else {
      if (k <= 0) break;
      term *= static_cast<double>(k) / (odds * static_cast<double>(n - k + 1));
    }
    k += step;
    sum += term;
  }
  return sum;
}

/// A tail summed from the side where terms fall, so that nothing cancels.
double at_most(std::int64_t k, std::int64_t n, double p) {
  if (k < 0) return 0;
  if (k >= n || p <= 0) return 1;
  if (p >= 1) return 0;
  if (static_cast<double>(k) <= static_cast<double>(n) * p) return std::min(1.0, tail(k, n, p, -1));
  return std::max(0.0, 1 - tail(k + 1, n, p, +1));
}

double at_least(std::int64_t k, std::int64_t n, double p) {
  if (k <= 0) return 1;
  if (k > n || p <= 0) return 0;
  if (p >= 1) return 1;
  if (static_cast<double>(k) >= static_cast<double>(n) * p) return std::min(1.0, tail(k, n, p, +1));
  return std::max(0.0, 1 - tail(k - 1, n, p, -1));
}

/// Smallest or largest root of a monotone test on (0, 1), to the last bit that matters.
template <class Test>
double bisect(Test is_low_side) {
  double low = 0;
  double high = 1;
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2;
    (is_low_side(middle) ? low : high) = middle;
  }
  return (low + high) / 2;
}

double share_of(Decimal percent) {
  return static_cast<double>(percent.nanos()) / (100.0 * static_cast<double>(Decimal::scale));
}

/// What a proof needs: events among n people, whole, never in favour of the proof.
struct Proof {
  std::int64_t events;
  std::int64_t total;
  double share;  ///< the threshold as a share
  double alpha;
  bool upward;  ///< the rate is to be proven above the threshold (else below)
  bool strict;  ///< equality with alpha does not prove

  /// Events among n at the rate. They are whole for a multiple of the total; asked for others only
  /// downward, rounded up.
  std::int64_t events_among(std::int64_t n) const {
    const Int128 product = static_cast<Int128>(events) * n;
    return static_cast<std::int64_t>(quotient(product + total - 1, total));
  }
  bool holds(std::int64_t k, std::int64_t n) const {
    const double chance = upward ? at_least(k, n, share) : at_most(k, n, share);
    // A chance is summed to about 14 digits: what is equal to alpha must be so in spite of the
    // last.
    constexpr double last_digits = 1e-12;
    return chance <= alpha * (strict ? 1 - last_digits : 1 + last_digits);
  }
  bool holds(std::int64_t n) const { return holds(events_among(n), n); }
  /// The n with k events that proves best: upward the smallest, downward the largest.
  std::int64_t best_total(std::int64_t k) const {
    const Int128 product = static_cast<Int128>(k) * total;
    return static_cast<std::int64_t>(quotient(upward ? product + events - 1 : product, events));
  }
};

/// Smallest n in (low, high] that holds, where holding is monotone and `high` holds.
template <class Holds>
std::int64_t first(std::int64_t low, std::int64_t high, Holds holds) {
  while (high - low > 1) {
    const std::int64_t middle = low + (high - low) / 2;
    (holds(middle) ? high : low) = middle;
  }
  return high;
}

/// More users than this are not asked for.
constexpr std::int64_t most_users = 1'000'000'000;

/// Smallest total that proves.
std::optional<std::int64_t> smallest_total(const Proof& proof) {
  const auto holds = [&](std::int64_t n) { return proof.holds(n); };
  std::int64_t times = 2;
  while (!proof.holds(times * proof.total)) {
    if (times * proof.total > most_users) return std::nullopt;
    times *= 2;
  }
  if (proof.events == 0) return first(proof.total, times * proof.total, holds);
  // Whole multiples of what was counted have the very rate, and more of them prove more. So the
  // fewest events that prove lie in the last such step, in which rounding decides: the total of
  // each number of events is up to one person off the rate, to the one side.
  times = first(times / 2, times, [&](std::int64_t j) { return proof.holds(j * proof.total); });
  const std::int64_t end = times * proof.events;
  const std::int64_t help = proof.upward ? -1 : 1;
  std::int64_t k = first(end - proof.events, end, [&](std::int64_t events) {
    return proof.holds(events, proof.best_total(events) + help);
  });
  // Before, not even a person on the other side would do; from here on each number is tried. Where
  // events are many so are the numbers, and what the last one's chance became tells which are worth
  // a sum: P(n + 1 reach k) is P(n reach k) and p P(n have k - 1), P(n reach k + 1) is P(n reach k)
  // less P(n have k).
  const bool many = proof.total < 32 * proof.events;
  std::int64_t best = proof.best_total(k);
  std::int64_t level = proof.upward ? k : k + 1;
  double reach = at_least(level, best, proof.share);
  constexpr double rounding = 1e-9;
  while ((many && (proof.upward ? reach : 1 - reach) > proof.alpha + rounding) ||
         !proof.holds(k, best)) {
    const std::int64_t next = proof.best_total(++k);
    if (!many) {
      best = next;
      continue;
    }
    reach -= binomial_point(level++, best, proof.share);
    for (; best < next; ++best) {
      reach += proof.share * binomial_point(level - 1, best, proof.share);
    }
  }
  return proof.upward ? best : first(proof.best_total(k - 1), best, holds);
}

}  // namespace

Interval wilson(std::int64_t events, std::int64_t total, double quantile) {
  const auto n = static_cast<double>(total);
  const double p = static_cast<double>(events) / n;
  const double square = quantile * quantile;
  const double centre = p + square / (2 * n);
  const double half = quantile * std::sqrt(p * (1 - p) / n + square / (4 * n * n));
  const double scale = 1 + square / n;
  return {events == 0 ? 0 : (centre - half) / scale, events == total ? 1 : (centre + half) / scale};
}

double binomial_at_most(std::int64_t events, std::int64_t total, double share) {
  return at_most(events, total, share);
}

double binomial_at_least(std::int64_t events, std::int64_t total, double share) {
  return at_least(events, total, share);
}

double exact_lower_bound(std::int64_t events, std::int64_t total, double alpha) {
  if (events == 0) return 0;
  return bisect([&](double p) { return at_least(events, total, p) < alpha; });
}

double exact_upper_bound(std::int64_t events, std::int64_t total, double alpha) {
  if (events == total) return 1;
  return bisect([&](double p) { return at_most(events, total, p) > alpha; });
}

Standing standing(std::int64_t events, std::int64_t total, Decimal threshold, Better better,
                  double alpha) {
  const double share = share_of(threshold);
  const bool upward = better == Better::higher;
  if (Proof{events, total, share, alpha, upward, false}.holds(total)) return Standing::proven_pass;
  if (Proof{events, total, share, alpha, !upward, true}.holds(total)) return Standing::proven_fail;
  return Standing::undecided;
}

std::optional<std::int64_t> users_needed(std::int64_t events, std::int64_t total, Decimal threshold,
                                         Better better, double alpha) {
  const int side =
      Measured::share(Decimal::whole(events), Decimal::whole(total)).compare(threshold);
  if (side == 0) return std::nullopt;
  const bool passes = (side > 0) == (better == Better::higher);
  const Proof proof{events, total, share_of(threshold), alpha, side > 0, !passes};
  if (proof.holds(total)) return 0;
  const auto smallest = smallest_total(proof);
  if (!smallest || *smallest > most_users) return std::nullopt;
  return *smallest - total;
}

}  // namespace allymark
