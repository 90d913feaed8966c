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
  char buffer[20];
  char* end = buffer + sizeof buffer;
  char* at = end;
  auto whole = size / 100;
  do {
    *--at = static_cast<char>('0' + whole % 10);
    whole /= 10;
  } while (whole != 0);
  out.append(at, static_cast<std::size_t>(end - at));
  const auto cents = static_cast<unsigned>(size % 100);
  if (cents == 0) return;
  out += '.';
  out += static_cast<char>('0' + cents / 10);
  if (cents % 10 != 0) out += static_cast<char>('0' + cents % 10);
}

}  // namespace allymark
