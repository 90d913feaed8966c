#include "allymark/base/rounding.hpp"

#include "support/property.hpp"

using namespace allymark;

namespace {

/// Catch2 cannot print 128 bits; every expectation here fits 64.
std::int64_t divided(std::int64_t top, std::int64_t bottom, Rounding mode = Rounding::half_away) {
  return static_cast<std::int64_t>(divide(top, bottom, mode));
}

}  // namespace

TEST_CASE("half away from zero rounds down below the half, up at it and above it") {
  CHECK(divided(24, 10) == 2);
  CHECK(divided(25, 10) == 3);
  CHECK(divided(26, 10) == 3);
}

TEST_CASE("half away from zero treats negative figures as the mirror image") {
  CHECK(divided(-24, 10) == -2);
  CHECK(divided(-25, 10) == -3);
  CHECK(divided(-26, 10) == -3);
}

TEST_CASE("half even keeps an even quotient at the half and leaves an odd one") {
  CHECK(divided(25, 10, Rounding::half_even) == 2);
  CHECK(divided(35, 10, Rounding::half_even) == 4);
  CHECK(divided(-25, 10, Rounding::half_even) == -2);
  CHECK(divided(-35, 10, Rounding::half_even) == -4);
}

TEST_CASE("half even rounds like every other rule away from the half") {
  CHECK(divided(24, 10, Rounding::half_even) == 2);
  CHECK(divided(26, 10, Rounding::half_even) == 3);
}

TEST_CASE("an exact quotient is not rounded at all") {
  CHECK(divided(30, 10) == 3);
  CHECK(divided(-30, 10) == -3);
  CHECK(divided(0, 7) == 0);
}

TEST_CASE("a negative denominator changes the sign and nothing else") {
  CHECK(divided(25, -10) == -3);
  CHECK(divided(-25, -10) == 3);
  CHECK(divided(25, -10, Rounding::half_even) == -2);
}

TEST_CASE("a remainder near the largest 128-bit figure is still compared with its half") {
  const Int128 huge = (Int128{1} << 126) - 1;
  CHECK((divide(huge - 1, huge, Rounding::half_away) == 1));
  CHECK((divide(huge / 2, huge, Rounding::half_away) == 0));
  CHECK((divide(huge / 2 + 1, huge, Rounding::half_away) == 1));
}

TEST_CASE("narrowing keeps the largest 64-bit figure and flags the one after it") {
  const OverflowGuard guard;
  CHECK(narrow(INT64_MAX) == INT64_MAX);
  CHECK(narrow(-INT64_MAX) == -INT64_MAX);
  CHECK_FALSE(guard.raised());
  CHECK(narrow(Int128{INT64_MAX} + 1) == INT64_MAX);
  CHECK(guard.raised());
}

TEST_CASE("the overflow flag stays up until the next calculation lowers it") {
  {
    const OverflowGuard guard;
    overflow(true);
    narrow(5);
    CHECK(guard.raised());
  }
  const OverflowGuard next;
  CHECK_FALSE(next.raised());
}

TEST_CASE("an overflow goes on with the largest figure of its sign") {
  CHECK(overflow(false) == INT64_MAX);
  CHECK(overflow(true) == -INT64_MAX);
}

TEST_CASE("a 128-bit product that fits raises no flag, one that does not does") {
  const OverflowGuard guard;
  const Int128 half = Int128{1} << 63;
  CHECK((multiply(half, half - 1) == (half * (half - 1))));
  CHECK((multiply(-half, half - 1) == -(half * (half - 1))));
  CHECK((multiply(0, Int128{1} << 126) == 0));
  CHECK((multiply(-1, Int128{1} << 126) == -(Int128{1} << 126)));
  CHECK((multiply(Int128{1} << 126, -1) == -(Int128{1} << 126)));
  CHECK_FALSE(guard.raised());
  multiply(half, half * 2);
  CHECK(guard.raised());
}

TEST_CASE("multiply_divide keeps the product that 64 bits would lose") {
  const OverflowGuard guard;
  CHECK(multiply_divide(INT64_MAX, 3, 3) == INT64_MAX);
  CHECK(multiply_divide(9'000'000'000'000'000'000, 10, 100) == 900'000'000'000'000'000);
  CHECK_FALSE(guard.raised());
}

TEST_CASE("no rounding moves a figure by more than half a unit") {
  CHECK(test::holds_for_all("rounding error", -1'000'000'000, 1'000'000'000, [](std::int64_t n) {
    for (const Rounding mode : {Rounding::half_away, Rounding::half_even}) {
      const std::int64_t error = divided(n, 997, mode) * 997 - n;
      if (2 * error > 997 || 2 * error < -997) return false;
    }
    return true;
  }));
}

TEST_CASE("division of any size is the compiler's own, digit by digit") {
  // Sizes around 32, 64 and 96 bits, where a digit of the quotient is guessed too large.
  CHECK(test::holds_for_all("as the compiler divides", 0, 1'000'000'000, [](std::int64_t seed) {
    std::uint64_t state = static_cast<std::uint64_t>(seed) * 2 + 1;
    const auto next = [&state] {
      state = state * 6364136223846793005U + 1442695040888963407U;
      return state ^ (state >> 29);
    };
    for (int i = 0; i < 200; ++i) {
      const int bits = static_cast<int>(next() % 63) + 1;
      const auto divisor = static_cast<std::int64_t>((next() >> (64 - bits)) | 1);
      const Int128 top = (static_cast<Int128>(next() >> 1) << 64 | next()) >> (next() % 127);
      const Int128 whole = top / divisor;
      const Int128 rest = top - whole * divisor;
      const Int128 expected = rest * 2 >= divisor ? whole + 1 : whole;
      if (divide(top, divisor) != expected || divide(-top, divisor) != -expected) return false;
      const Int128 wide = (static_cast<Int128>(next() >> 2) << 64 | next()) >> (next() % 64);
      const Int128 part = top / wide;
      const Int128 left = top - part * wide;
      if (divide(top, wide) != (left >= wide - left ? part + 1 : part)) return false;
    }
    return true;
  }));
  for (const std::int64_t divisor : {INT64_MAX, INT64_MAX - 1, std::int64_t{1} << 62,
                                     (std::int64_t{1} << 32) - 1, std::int64_t{1} << 32}) {
    for (const Int128 near : {Int128{-2}, Int128{-1}, Int128{0}, Int128{1}}) {
      const Int128 top = static_cast<Int128>(divisor) * INT64_MAX + near;
      const Int128 rest = top % divisor;
      CHECK((divide(top, divisor) == top / divisor + (rest * 2 >= divisor ? 1 : 0)));
    }
  }
}

TEST_CASE("common powers of ten leave a fraction, and no others") {
  const auto stripped = [](Int128 top, Int128 bottom) {
    strip_tens(top, bottom);
    return std::pair(static_cast<std::int64_t>(top), static_cast<std::int64_t>(bottom));
  };
  CHECK((stripped(1200, 500) == std::pair<std::int64_t, std::int64_t>(12, 5)));
  CHECK((stripped(-1200, 500) == std::pair<std::int64_t, std::int64_t>(-12, 5)));
  CHECK((stripped(12, 500) == std::pair<std::int64_t, std::int64_t>(12, 500)));
  CHECK((stripped(0, 500) == std::pair<std::int64_t, std::int64_t>(0, 5)));
  CHECK((stripped(static_cast<Int128>(1'000'000'000'000'000'000) * 7'000'000'000,
                  static_cast<Int128>(1'000'000'000'000'000'000) * 3'000'000'000) ==
         std::pair<std::int64_t, std::int64_t>(7, 3)));
}

TEST_CASE("a denominator of -1 is one below zero like any other") {
  CHECK(divided(25, -1) == -25);
  CHECK(divided(-25, -1) == 25);
}

TEST_CASE("at a whole quotient, and 1 below it, no digit is guessed too large or too small") {
  constexpr Int128 largest = ~(Int128{1} << 127);
  constexpr Int128 half_way = Int128{1} << 63;
  constexpr Int128 one_over = Int128{1} << 64;
  const Int128 divisors[] = {3,
                             (Int128{1} << 32) + 3,
                             half_way + 3,
                             half_way + 0xffffffff,
                             one_over - 1,
                             one_over,
                             one_over + 1,
                             one_over + 3,
                             (one_over << 20) + 5,
                             one_over * 5 + 1,
                             (half_way << 62) - 1,
                             largest - 1,
                             largest};
  const Int128 quotients[] = {1,
                              2,
                              5,
                              (Int128{5} << 32) + 7,
                              Int128{5} << 32,
                              (Int128{1} << 32) - 1,
                              half_way - 2,
                              half_way - 1,
                              half_way,
                              one_over - 1};
  for (const Int128& divisor : divisors) {
    CHECK((quotient(0, divisor) == 0));
    CHECK((quotient(divisor / 2 + 1, divisor) == (divisor / 2 + 1 == divisor ? 1 : 0)));
    for (const Int128& whole : quotients) {
      INFO("divisor " << &divisor - divisors << ", quotient " << &whole - quotients);
      if (whole > largest / divisor) continue;
      CHECK((quotient(whole * divisor, divisor) == whole));
      CHECK((quotient(whole * divisor - 1, divisor) == whole - 1));
      CHECK((divide(whole * divisor, divisor) == whole));
      CHECK((divide(-whole * divisor, divisor) == -whole));
    }
  }
}

TEST_CASE("the largest product fits, the next one does not, however the bits are shared out") {
  constexpr Int128 largest = ~(Int128{1} << 127);
  for (int bits = 1; bits < 126; ++bits) {
    INFO(bits);
    const Int128 a = Int128{1} << bits;
    const Int128 b = Int128{1} << (127 - bits);
    const OverflowGuard guard;
    CHECK((multiply(a, b - 1) == largest - (a - 1)));
    CHECK((multiply(-a, b - 1) == a - 1 - largest));
    CHECK((multiply(a, 1 - b) == a - 1 - largest));
    CHECK((multiply(1 - a, -b) == largest - (b - 1)));
    CHECK_FALSE(guard.raised());
  }
  const auto too_large = [](Int128 a, Int128 b) {
    const OverflowGuard guard;
    const Int128 sign = multiply(a, b) < 0 ? -1 : 1;
    return guard.raised() && sign == ((a < 0) != (b < 0) ? -1 : 1);
  };
  for (int bits = 2; bits < 126; ++bits) {
    INFO(bits);
    const Int128 a = Int128{1} << bits;
    const Int128 b = Int128{1} << (127 - bits);
    CHECK(too_large(a, b));
    CHECK(too_large(-a * 2, b));
    CHECK(too_large(a * 2, -b));
    CHECK(too_large(-a * 2, -b));
  }
  constexpr Int128 word = (Int128{1} << 64) - 1;
  CHECK(too_large(word, word));
}
