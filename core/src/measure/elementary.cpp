#include "allymark/measure/elementary.hpp"

#include <cstdint>

namespace allymark {
namespace {

// ln 2 in two parts, so that multiples of the first are exact (Cody and Waite).
constexpr double ln2_high = 0x1.62e42fefa38p-1;
constexpr double ln2_low = 0x1.ef35793c7673p-45;

// libc++ 13 has no std::bit_cast.
double from_bits(std::uint64_t bits) { return __builtin_bit_cast(double, bits); }
std::uint64_t to_bits(double x) { return __builtin_bit_cast(std::uint64_t, x); }

/// x times 2^power for results that are normal numbers.
double scale(double x, int power) {
  return x * from_bits(static_cast<std::uint64_t>(power + 1023) << 52U);
}

}  // namespace

double natural_log(double x) {
  int power = 0;
  if (x < 0x1p-1022) {
    x *= 0x1p60;
    power = -60;
  }
  // x = m 2^power with m in [sqrt(1/2), sqrt(2)); ln m = 2 artanh((m - 1) / (m + 1)).
  auto bits = to_bits(x);
  power += static_cast<int>(bits >> 52U) - 1022;
  bits = (bits & 0x000fffffffffffffU) | 0x3fe0000000000000U;
  double m = from_bits(bits);
  if (m < 0.70710678118654752) {
    m *= 2;
    --power;
  }
  const double s = (m - 1) / (m + 1);
  const double square = s * s;
  double series = 0;
  for (int odd = 25; odd >= 3; odd -= 2) series = square * (series + 1.0 / odd);
  return power * ln2_high + (2 * s + (2 * s * series + power * ln2_low));
}

double exponential(double x) {
  if (x < -745) return 0;
  // x = power ln 2 + r with |r| <= ln 2 / 2; the series of e^r.
  const int power = static_cast<int>(x / 0.69314718055994531 + (x < 0 ? -0.5 : 0.5));
  const double r = (x - power * ln2_high) - power * ln2_low;
  double series = 1;
  for (int n = 14; n >= 1; --n) series = 1 + r * series / n;
  if (power < -1000) return scale(scale(series, power + 100), -100);
  return scale(series, power);
}

double normal_quantile(double confidence) {
  const double inside = confidence / 200;
  double low = 0;
  double high = 10;
  for (int i = 0; i < 60; ++i) {
    const double z = (low + high) / 2;
    // P(0 < Z < z) = density(z) (z + z^3/3 + z^5/15 + ...).
    double term = z;
    double sum = z;
    for (int odd = 3; term > sum * 1e-17; odd += 2) {
      term *= z * z / odd;
      sum += term;
    }
    const double density = exponential(-z * z / 2) / 2.5066282746310002;
    (density * sum < inside ? low : high) = z;
  }
  return (low + high) / 2;
}

}  // namespace allymark
