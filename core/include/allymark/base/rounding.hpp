#pragma once
// Rounding: the one place that says how an exact quotient becomes a figure with fewer digits.
// DOMAIN 4 names two modes for statement lines (half away from zero, half even); scores use half
// away.

#include <cstdint>
#include <string>

namespace allymark {

/// 128-bit intermediate of every exact calculation.
__extension__ typedef __int128 Int128;

enum class Rounding : std::uint8_t { half_away, half_even };

/// Exact arithmetic whose result does not fit raises a sticky flag of its thread, as floating point
/// does, and goes on with the nearest figure that fits. Whoever starts a calculation asks the flag
/// at its end and refuses the result (error `number_out_of_range`), so no figure is ever wrapped or
/// cut. Exceptions would do the same for 7 % more WebAssembly and would exclude older browsers.
class OverflowGuard {
 public:
  OverflowGuard();  ///< lowers the flag
  /// Whether a figure did not fit since the guard was made.
  bool raised() const;
};

/// Raises the flag and returns the largest figure of that sign.
std::int64_t overflow(bool negative);

/// numerator / denominator as a whole number, rounded by `mode`. The denominator must not be 0.
/// Example: divide(7, 2, half_away) is 4; divide(5, 2, half_even) is 2.
Int128 divide(Int128 numerator, Int128 denominator, Rounding mode = Rounding::half_away);
/// The whole quotient, down to it: quotient(7, 2) is 3. The numerator must be at least 0 and the
/// denominator above it.
Int128 quotient(Int128 numerator, Int128 denominator);

/// Takes common powers of ten out of a fraction, whose denominator must not be 0: 1200 / 500
/// becomes 12 / 5.
void strip_tens(Int128& numerator, Int128& denominator);

/// Product; raises the overflow flag instead of wrapping.
Int128 multiply(Int128 a, Int128 b);

/// Narrows to 64 bits, or raises the overflow flag.
std::int64_t narrow(Int128 value);

/// factor x factor / divisor rounded: the exact core of products and ratios.
std::int64_t multiply_divide(std::int64_t a, std::int64_t b, std::int64_t divisor,
                             Rounding mode = Rounding::half_away);

/// Appends a whole number in decimal digits.
void append_whole(std::string& out, std::int64_t value);
/// The same for a figure without sign.
void append_digits(std::string& out, std::uint64_t value);

}  // namespace allymark
