#include "allymark/base/money.hpp"

namespace allymark {

Money Money::of(Decimal quantity, Decimal rate, Rounding mode) {
  const Int128 product = static_cast<Int128>(quantity.nanos()) * rate.nanos();
  constexpr Int128 per_fen = static_cast<Int128>(Decimal::scale) * (Decimal::scale / 100);
  return Money(narrow(divide(product, per_fen, mode)));
}

Money Money::of_fraction(Int128 numerator, Int128 denominator, Rounding mode) {
  return Money(narrow(divide(multiply(numerator, 100), denominator, mode)));
}

Money Money::part(Percent share, Rounding mode) const {
  const Int128 product = static_cast<Int128>(fen_) * share.points().nanos();
  return Money(narrow(divide(product, static_cast<Int128>(Decimal::scale) * 100, mode)));
}

void Money::append_to(std::string& out) const {
  const auto size = fen_ < 0 ? -static_cast<std::uint64_t>(fen_) : static_cast<std::uint64_t>(fen_);
  if (fen_ < 0) out += '-';
  append_digits(out, size / 100);
  const auto cents = static_cast<unsigned>(size % 100);
  if (cents == 0) return;
  out += '.';
  out += static_cast<char>('0' + cents / 10);
  if (cents % 10 != 0) out += static_cast<char>('0' + cents % 10);
}

}  // namespace allymark
