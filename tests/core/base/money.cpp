#include "allymark/base/money.hpp"

#include "support/values.hpp"

using namespace allymark;
using test::d;

namespace {

Money of(std::string_view quantity, std::string_view rate, Rounding mode = Rounding::half_away) {
  return Money::of(d(quantity), d(rate), mode);
}
std::string text(Money money) {
  std::string out;
  money.append_to(out);
  return out;
}

}  // namespace

TEST_CASE("5,000 policies at 250 yuan are 1,250,000 yuan") {
  CHECK(of("5000", "250").fen() == 125'000'000);
}

TEST_CASE("a line is rounded to the fen half away from zero by default") {
  CHECK(of("1", "0.004").fen() == 0);
  CHECK(of("1", "0.005").fen() == 1);
  CHECK(of("1", "0.006").fen() == 1);
  CHECK(of("-1", "0.005").fen() == -1);
}

TEST_CASE("half even is the other rounding of a line") {
  CHECK(of("1", "0.005", Rounding::half_even).fen() == 0);
  CHECK(of("1", "0.015", Rounding::half_even).fen() == 2);
  CHECK(of("1", "0.025", Rounding::half_even).fen() == 2);
}

TEST_CASE("a fraction of a yuan is rounded once") {
  CHECK(Money::of_fraction(18'750'000, 7, Rounding::half_away) == test::yuan("2678571.43"));
  CHECK(Money::of_fraction(1, 200, Rounding::half_away).fen() == 1);
  CHECK(Money::of_fraction(1, 200, Rounding::half_even).fen() == 0);
}

TEST_CASE("15 % of 2,730,000 yuan is 409,500 yuan") {
  const Money part = test::yuan("2730000").part(Percent::points(d("15")), Rounding::half_away);
  CHECK(part == test::yuan("409500"));
}

TEST_CASE("a share of an amount is rounded to the fen by the clause's mode") {
  const Money odd = Money::fen(5);
  CHECK(odd.part(Percent::points(d("10")), Rounding::half_away).fen() == 1);
  CHECK(odd.part(Percent::points(d("10")), Rounding::half_even).fen() == 0);
}

TEST_CASE("amounts are written in yuan with at most two decimals") {
  CHECK(text(Money::fen(267'857'143)) == "2678571.43");
  CHECK(text(Money::fen(273'000'000)) == "2730000");
  CHECK(text(Money::fen(20'475)) == "204.75");
  CHECK(text(Money::fen(50)) == "0.5");
  CHECK(text(Money::fen(7)) == "0.07");
  CHECK(text(Money::fen(-7)) == "-0.07");
  CHECK(text(Money::fen(-1)) == "-0.01");
  CHECK(text(Money::fen(0)) == "0");
}

TEST_CASE("an amount too large for its fen raises the flag instead of wrapping") {
  const OverflowGuard guard;
  CHECK((Money::fen(INT64_MAX - 1) + Money::fen(1)).fen() == INT64_MAX);
  CHECK_FALSE(guard.raised());
  CHECK((Money::fen(INT64_MAX) + Money::fen(1)).fen() == INT64_MAX);
  CHECK(guard.raised());
}

TEST_CASE("a thousand million units at a million yuan each still fit in fen") {
  const OverflowGuard guard;
  CHECK(of("1000000000", "1000000").fen() == 100'000'000'000'000'000);
  CHECK_FALSE(guard.raised());
}

TEST_CASE("a currency is three capital letters") {
  Currency currency;
  CHECK(Currency::parse("EUR", currency));
  CHECK(currency.code() == "EUR");
  for (const char* text : {"", "EU", "EURO", "eur", "E1R", "元"}) {
    INFO(text);
    CHECK_FALSE(Currency::parse(text, currency));
    CHECK(currency.code() == "EUR");
  }
}
