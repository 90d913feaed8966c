#pragma once
// Money: an amount in fen together with its currency. Statement lines are rounded to the fen once,
// by the clause's rounding mode (DOMAIN 4 "rounding"); totals are sums of lines and never rounded
// again.

#include <cstdint>
#include <string_view>

#include "allymark/base/decimal.hpp"

namespace allymark {

/// ISO 4217 code of three capital letters.
class Currency {
 public:
  constexpr Currency() = default;
  /// False and unchanged when the text is not three capital letters.
  static constexpr bool parse(std::string_view text, Currency& out) {
    if (text.size() != 3) return false;
    for (const char c : text) {
      if (c < 'A' || c > 'Z') return false;
    }
    for (int i = 0; i < 3; ++i) out.code_[i] = text[static_cast<std::size_t>(i)];
    return true;
  }
  /// Three capital letters, CNY by default.
  constexpr std::string_view code() const { return {code_, 3}; }
  /// Of the same letters.
  constexpr bool operator==(const Currency&) const = default;

 private:
  char code_[3] = {'C', 'N', 'Y'};
};

/// A share in percent points: Percent 15 is 15 %.
class Percent {
 public:
  constexpr Percent() = default;
  /// So many percent points, neither rounded nor bounded.
  static constexpr Percent points(Decimal value) { return Percent(value); }
  /// 15 for 15 %.
  constexpr Decimal points() const { return points_; }
  friend constexpr bool operator==(Percent a, Percent b) { return a.points_ == b.points_; }

 private:
  constexpr explicit Percent(Decimal value) : points_(value) {}
  Decimal points_;
};

class Money {
 public:
  constexpr Money() = default;
  /// An amount in hundredths of a yuan: fen(250) is 2.50 yuan.
  static constexpr Money fen(std::int64_t amount) { return Money(amount); }
  /// What stands for "there is none" (Maybe): no reading and no sum gives it.
  static constexpr Money none() { return Money(INT64_MIN); }
  /// quantity x rate, rounded to the fen: of(5'000, 250) is 1,250,000.00.
  static Money of(Decimal quantity, Decimal rate, Rounding mode);
  /// The exact fraction numerator / denominator of a yuan, rounded to the fen.
  static Money of_fraction(Int128 numerator, Int128 denominator, Rounding mode);

  /// The amount in hundredths of a yuan.
  constexpr std::int64_t fen() const { return fen_; }
  /// The amount in yuan; overflows above about 9.2e9 yuan.
  Decimal yuan() const { return Decimal::nanos(multiply_divide(fen_, Decimal::scale / 100, 1)); }
  /// `share` of this amount rounded to the fen: 15 % of 2,730,000.00 is 409,500.00.
  Money part(Percent share, Rounding mode) const;

  friend constexpr bool operator==(Money a, Money b) { return a.fen_ == b.fen_; }
  friend constexpr bool operator!=(Money a, Money b) { return a.fen_ != b.fen_; }
  friend constexpr bool operator<(Money a, Money b) { return a.fen_ < b.fen_; }
  friend constexpr bool operator>(Money a, Money b) { return a.fen_ > b.fen_; }
  friend constexpr bool operator<=(Money a, Money b) { return a.fen_ <= b.fen_; }
  friend constexpr bool operator>=(Money a, Money b) { return a.fen_ >= b.fen_; }
  friend constexpr Money operator+(Money a, Money b) {
    std::int64_t sum = 0;
    if (__builtin_add_overflow(a.fen_, b.fen_, &sum)) sum = overflow(a.fen_ < 0);
    return Money(sum);
  }
  friend constexpr Money operator-(Money a, Money b) {
    std::int64_t sum = 0;
    if (__builtin_sub_overflow(a.fen_, b.fen_, &sum)) sum = overflow(a.fen_ < 0);
    return Money(sum);
  }
  /// The opposite; of the smallest amount there is none, and the overflow flag is raised.
  constexpr Money operator-() const { return Money() - *this; }

  /// Text in yuan with at most two decimals: "2678571.43".
  void append_to(std::string& out) const;

 private:
  constexpr explicit Money(std::int64_t amount) : fen_(amount) {}
  std::int64_t fen_ = 0;
};

}  // namespace allymark
