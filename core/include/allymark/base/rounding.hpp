#pragma once
// Rounding: the one place that says how an exact quotient becomes a figure with fewer digits.
// DOMAIN 4 names two modes for statement lines (half away from zero, half even); scores use half away.

#include <cstdint>

namespace allymark {

/// 128-bit intermediate of every exact calculation.
__extension__ typedef __int128 Int128;

enum class Rounding : std::uint8_t { half_away, half_even };

/// Thrown by exact arithmetic whose result does not fit; the outermost call turns it into the error
/// `number_out_of_range`, so no figure is ever wrapped or cut.
struct Overflow {};

/// numerator / denominator as a whole number, rounded by `mode`. The denominator must not be 0.
/// Example: divide(7, 2, half_away) is 4; divide(5, 2, half_even) is 2.
constexpr Int128 divide(Int128 numerator, Int128 denominator, Rounding mode = Rounding::half_away) {
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  const bool negative = numerator < 0;
  const Int128 magnitude = negative ? -numerator : numerator;
  Int128 quotient = magnitude / denominator;
  const Int128 twice_rest = (magnitude % denominator) * 2;
  const bool tie = twice_rest == denominator;
  if (twice_rest > denominator ||
      (tie && (mode == Rounding::half_away || (quotient & 1) != 0))) {
    ++quotient;
  }
  return negative ? -quotient : quotient;
}

/// Product that throws Overflow instead of wrapping.
constexpr Int128 multiply(Int128 a, Int128 b) {
  constexpr Int128 small = Int128{1} << 62;
  if (a < small && a > -small && b < small && b > -small) return a * b;
  const Int128 largest = ~(Int128{1} << 127);
  const Int128 size_a = a < 0 ? -a : a;
  const Int128 size_b = b < 0 ? -b : b;
  if (size_a != 0 && size_b > largest / size_a) throw Overflow{};
  return a * b;
}

/// Narrows to 64 bits or throws Overflow.
constexpr std::int64_t narrow(Int128 value) {
  const auto result = static_cast<std::int64_t>(value);
  if (result != value) throw Overflow{};
  return result;
}

}  // namespace allymark
