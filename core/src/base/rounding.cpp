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

/// Both sides at least 0. WebAssembly divides 64 bits at once and 128 bits one by one.
Int128 quotient_of(Int128 numerator, Int128 denominator) {
  const auto high = static_cast<std::uint64_t>(numerator >> 64);
  const auto low = static_cast<std::uint64_t>(numerator);
  const auto divisor = static_cast<std::uint64_t>(denominator);
  if (denominator >> 64 != 0 || high >= divisor) return numerator / denominator;
  if (high == 0) return static_cast<Int128>(low / divisor);
  return static_cast<Int128>(divide_long(high, low, divisor));
}

}  // namespace

Int128 divide(Int128 numerator, Int128 denominator, Rounding mode) {
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  const bool negative = numerator < 0;
  const Int128 magnitude = negative ? -numerator : numerator;
  Int128 quotient = quotient_of(magnitude, denominator);
  const Int128 rest = magnitude - quotient * denominator;
  // Compared with the other half, so that twice a large rest cannot wrap.
  const Int128 other_half = denominator - rest;
  const bool tie = rest == other_half;
  if (rest > other_half || (tie && (mode == Rounding::half_away || (quotient & 1) != 0))) {
    ++quotient;
  }
  return negative ? -quotient : quotient;
}

Int128 multiply(Int128 a, Int128 b) {
  constexpr Int128 small = Int128{1} << 62;
  if (a < small && a > -small && b < small && b > -small) return a * b;
  constexpr Int128 largest = ~(Int128{1} << 127);
  const Int128 size_a = a < 0 ? -a : a;
  const Int128 size_b = b < 0 ? -b : b;
  if (size_a != 0 && size_b > largest / size_a) return overflow((a < 0) != (b < 0));
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
