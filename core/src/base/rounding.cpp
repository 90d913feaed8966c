#include "allymark/base/rounding.hpp"

namespace allymark {

namespace {
thread_local bool overflowed = false;
}

OverflowGuard::OverflowGuard() { overflowed = false; }
bool OverflowGuard::raised() const { return overflowed; }

std::int64_t overflow(bool negative) {
  overflowed = true;
  return negative ? -INT64_MAX : INT64_MAX;
}

namespace {

/// high:low / divisor where high < divisor, so that the quotient has 64 bits: long division in two
/// digits of 32 bits (Knuth, The Art of Computer Programming 2, 4.3.1, algorithm D).
std::uint64_t divide_long(std::uint64_t high, std::uint64_t low, std::uint64_t divisor) {
  const int shift = __builtin_clzll(divisor);
  divisor <<= shift;
  if (shift > 0) {
    high = (high << shift) | (low >> (64 - shift));
    low <<= shift;
  }
  const std::uint64_t top = divisor >> 32;
  const std::uint64_t bottom = divisor & 0xffffffff;
  const auto digit = [&](std::uint64_t rest, std::uint64_t next) {
    std::uint64_t q = rest / top;
    std::uint64_t r = rest % top;
    while (q >> 32 != 0 || q * bottom > ((r << 32) | next)) {
      --q;
      r += top;
      if (r >> 32 != 0) break;
    }
    return q;
  };
  const std::uint64_t first = digit(high, low >> 32);
  const std::uint64_t rest = (high << 32 | low >> 32) - first * divisor;
  const std::uint64_t second = digit(rest, low & 0xffffffff);
  return first << 32 | second;
}

}  // namespace

// WebAssembly divides 64 bits at once and has a routine for 128 that goes bit by bit, so 128 are
// put together from 64 here.
Int128 quotient(Int128 numerator, Int128 denominator) {
  const auto high = static_cast<std::uint64_t>(numerator >> 64);
  const auto low = static_cast<std::uint64_t>(numerator);
  const auto top = static_cast<std::uint64_t>(denominator >> 64);
  const auto divisor = static_cast<std::uint64_t>(denominator);
  if (top == 0) {
    if (high == 0) return static_cast<Int128>(low / divisor);
    const Int128 first = static_cast<Int128>(high / divisor);
    return first << 64 | static_cast<Int128>(divide_long(high % divisor, low, divisor));
  }
  // The quotient by the upper 64 bits of the divisor is right or one too large (H. S. Warren,
  // Hacker's Delight, 9-5).
  const int shift = __builtin_clzll(top);
  const auto upper = static_cast<std::uint64_t>((denominator << shift) >> 64);
  const Int128 half = numerator >> 1;
  const std::uint64_t guess =
      divide_long(static_cast<std::uint64_t>(half >> 64), static_cast<std::uint64_t>(half), upper);
  Int128 whole = (static_cast<Int128>(guess) << shift) >> 63;
  if (whole != 0) --whole;
  if (numerator - whole * denominator >= denominator) ++whole;
  return whole;
}

Int128 divide(Int128 numerator, Int128 denominator, Rounding mode) {
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  const bool negative = numerator < 0;
  const Int128 magnitude = negative ? -numerator : numerator;
  Int128 whole = quotient(magnitude, denominator);
  const Int128 rest = magnitude - whole * denominator;
  // Compared with the other half, so that twice a large rest cannot wrap.
  const Int128 other_half = denominator - rest;
  const bool tie = rest == other_half;
  if (rest > other_half || (tie && (mode == Rounding::half_away || (whole & 1) != 0))) {
    ++whole;
  }
  return negative ? -whole : whole;
}

namespace {
/// a / by when nothing remains; false when something does.
bool divides(Int128 a, std::int64_t by, Int128& part) {
  part = a < 0 ? -quotient(-a, by) : quotient(a, by);
  return part * by == a;
}
}  // namespace

void strip_tens(Int128& numerator, Int128& denominator) {
  for (const std::int64_t power : {100'000'000, 10'000, 100, 10}) {
    Int128 above = 0;
    Int128 below = 0;
    while (divides(denominator, power, below) && divides(numerator, power, above)) {
      numerator = above;
      denominator = below;
    }
  }
}

namespace {
/// How many bits a figure above 0 takes.
int bits(Int128 value) {
  const auto high = static_cast<std::uint64_t>(value >> 64);
  const auto low = static_cast<std::uint64_t>(value);
  return high != 0 ? 128 - __builtin_clzll(high) : low != 0 ? 64 - __builtin_clzll(low) : 0;
}
}  // namespace

Int128 multiply(Int128 a, Int128 b) {
  constexpr Int128 small = Int128{1} << 62;
  if (a < small && a > -small && b < small && b > -small) return a * b;
  constexpr Int128 largest = ~(Int128{1} << 127);
  const Int128 size_a = a < 0 ? -a : a;
  const Int128 size_b = b < 0 ? -b : b;
  if (bits(size_a) + bits(size_b) < 127) return a * b;
  if (size_a != 0 && size_b > quotient(largest, size_a)) return overflow((a < 0) != (b < 0));
  return a * b;
}

void append_digits(std::string& out, std::uint64_t value) {
  char buffer[20];
  char* at = buffer + sizeof buffer;
  do {
    *--at = static_cast<char>('0' + value % 10);
    value /= 10;
  } while (value != 0);
  out.append(at, static_cast<std::size_t>(buffer + sizeof buffer - at));
}

void append_whole(std::string& out, std::int64_t value) {
  if (value < 0) out += '-';
  append_digits(out,
                value < 0 ? -static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value));
}

std::int64_t narrow(Int128 value) {
  const auto result = static_cast<std::int64_t>(value);
  return result == value ? result : overflow(value < 0);
}

std::int64_t multiply_divide(std::int64_t a, std::int64_t b, std::int64_t divisor, Rounding mode) {
  return narrow(divide(static_cast<Int128>(a) * b, divisor, mode));
}

}  // namespace allymark
