#pragma once
// Decimal: an exact decimal figure with nine places, for every rate, score and threshold.
// A decision at 5.0 % must not depend on how 0.05 is stored, so nothing here passes through a
// double.

#include <cstdint>
#include <string>
#include <string_view>

#include "allymark/base/maybe.hpp"
#include "allymark/base/rounding.hpp"

namespace allymark {

class Decimal {
 public:
  /// Nine decimal places.
  static constexpr std::int64_t scale = 1'000'000'000;

  constexpr Decimal() = default;

  /// A whole number, |n| up to about 9.2e9; beyond it raises the overflow flag.
  static constexpr Decimal whole(std::int64_t n) {
    std::int64_t nanos = 0;
    if (__builtin_mul_overflow(n, scale, &nanos)) nanos = overflow(n < 0);
    return Decimal(nanos);
  }
  /// A figure given in billionths: nanos(5'100'000'000) is 5.1.
  static constexpr Decimal nanos(std::int64_t n) { return Decimal(n); }

  /// What stands for "there is none" (Maybe): no reading and no sum gives it.
  static constexpr Decimal none() { return Decimal(INT64_MIN); }

  enum class Parse : std::uint8_t { ok, not_a_number, out_of_range };
  /// Reads JSON number text such as "5.1", "-3" or "1e3"; digits past the ninth place are rounded
  /// half away from zero. `out` is set only on ok.
  static Parse parse(std::string_view text, Decimal& out);

  /// In billionths: 5.1 is 5'100'000'000.
  constexpr std::int64_t nanos() const { return nanos_; }
  /// Without a fraction: 3 and -2, not 2.5.
  constexpr bool is_whole() const { return nanos_ % scale == 0; }
  /// Exactly 0.
  constexpr bool is_zero() const { return nanos_ == 0; }
  /// Below 0.
  constexpr bool is_negative() const { return nanos_ < 0; }
  /// The whole part, towards zero.
  constexpr std::int64_t truncated() const { return nanos_ / scale; }

  /// Rounded to `places` (0 to 9), by default half away from zero: 95.357 to 0 places is 95.
  Decimal rounded(int places, Rounding mode = Rounding::half_away) const;

  /// Shortest text: "95.36", "112", "-0.5".
  std::string text() const;
  /// Appends what `text` gives.
  void append_to(std::string& out) const;

  friend constexpr bool operator==(Decimal a, Decimal b) { return a.nanos_ == b.nanos_; }
  friend constexpr bool operator!=(Decimal a, Decimal b) { return a.nanos_ != b.nanos_; }
  friend constexpr bool operator<(Decimal a, Decimal b) { return a.nanos_ < b.nanos_; }
  friend constexpr bool operator>(Decimal a, Decimal b) { return a.nanos_ > b.nanos_; }
  friend constexpr bool operator<=(Decimal a, Decimal b) { return a.nanos_ <= b.nanos_; }
  friend constexpr bool operator>=(Decimal a, Decimal b) { return a.nanos_ >= b.nanos_; }

  friend constexpr Decimal operator+(Decimal a, Decimal b) {
    std::int64_t nanos = 0;
    if (__builtin_add_overflow(a.nanos_, b.nanos_, &nanos)) nanos = overflow(a.nanos_ < 0);
    return Decimal(nanos);
  }
  friend constexpr Decimal operator-(Decimal a, Decimal b) {
    std::int64_t nanos = 0;
    if (__builtin_sub_overflow(a.nanos_, b.nanos_, &nanos)) nanos = overflow(a.nanos_ < 0);
    return Decimal(nanos);
  }
  /// The opposite; of the smallest figure there is none, and the overflow flag is raised.
  constexpr Decimal operator-() const { return Decimal() - *this; }
  /// Product rounded half away at the ninth place.
  friend Decimal operator*(Decimal a, Decimal b) {
    return Decimal(multiply_divide(a.nanos_, b.nanos_, scale));
  }

 private:
  constexpr explicit Decimal(std::int64_t n) : nanos_(n) {}
  std::int64_t nanos_ = 0;
};

/// a / b rounded half away at the ninth place; b must not be 0. ratio(1, 3) is 0.333333333.
inline Decimal ratio(Decimal a, Decimal b) {
  return Decimal::nanos(multiply_divide(a.nanos(), Decimal::scale, b.nanos()));
}

/// A factor as mantissa / 10^places without trailing zeros, so that exact products stay small.
struct Factor {
  std::int64_t mantissa = 0;
  std::int64_t unit = 1;  ///< 10^places
  /// A figure's exact factor: 0.25 is 25 / 100.
  static constexpr Factor of(Decimal value) {
    Factor result{value.nanos(), Decimal::scale};
    while (result.unit > 1 && result.mantissa % 10 == 0) {
      result.mantissa /= 10;
      result.unit /= 10;
    }
    return result;
  }
};

}  // namespace allymark
