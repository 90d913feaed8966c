#pragma once
// Exact fractions for oracles: whole numbers over whole numbers, shortened after each step. Slow
// and plain on purpose; the core's own ways of staying exact are what is tested.

#include <cstdint>

#include "allymark/base/decimal.hpp"
#include "allymark/base/rounding.hpp"

namespace test {

class Fraction {
 public:
  Fraction() = default;
  Fraction(allymark::Int128 top, allymark::Int128 bottom = 1) : top_(top), bottom_(bottom) {
    allymark::Int128 a = top < 0 ? -top : top;
    allymark::Int128 b = bottom;
    while (b != 0) {
      const allymark::Int128 rest = a % b;
      a = b;
      b = rest;
    }
    if (a > 1) {
      top_ /= a;
      bottom_ /= a;
    }
  }
  Fraction(allymark::Decimal value) : Fraction(value.nanos(), allymark::Decimal::scale) {}

  friend Fraction operator+(Fraction a, Fraction b) {
    return {a.top_ * b.bottom_ + b.top_ * a.bottom_, a.bottom_ * b.bottom_};
  }
  friend Fraction operator-(Fraction a, Fraction b) { return a + Fraction(-b.top_, b.bottom_); }
  friend Fraction operator*(Fraction a, Fraction b) {
    return {a.top_ * b.top_, a.bottom_ * b.bottom_};
  }
  /// The divisor must be above 0.
  friend Fraction operator/(Fraction a, Fraction b) { return a * Fraction(b.bottom_, b.top_); }
  friend bool operator<(Fraction a, Fraction b) { return (a - b).top_ < 0; }
  friend bool operator>(Fraction a, Fraction b) { return b < a; }
  friend bool operator==(Fraction a, Fraction b) {
    return a.top_ == b.top_ && a.bottom_ == b.bottom_;
  }

  /// The nearest whole number; a half goes away from zero or to the even neighbour.
  std::int64_t rounded(allymark::Rounding mode) const {
    allymark::Int128 whole = top_ / bottom_;
    const allymark::Int128 rest = top_ % bottom_;
    const allymark::Int128 twice = 2 * (rest < 0 ? -rest : rest);
    const bool up = twice > bottom_ ||
                    (twice == bottom_ && (mode == allymark::Rounding::half_away || whole % 2 != 0));
    if (up) whole += top_ < 0 ? -1 : 1;
    return static_cast<std::int64_t>(whole);
  }

 private:
  allymark::Int128 top_ = 0;
  allymark::Int128 bottom_ = 1;
};

}  // namespace test
