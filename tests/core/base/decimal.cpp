#include "allymark/base/decimal.hpp"

#include "support/property.hpp"
#include "support/values.hpp"

using namespace allymark;
using test::d;

namespace {

Decimal::Parse parse(std::string_view text) {
  Decimal out;
  return Decimal::parse(text, out);
}

}  // namespace

TEST_CASE("a decimal holds what a double cannot") {
  CHECK(d("0.1") + d("0.2") == d("0.3"));
  CHECK(d("5.1").nanos() == 5'100'000'000);
}

TEST_CASE("every way to write a figure gives the same decimal") {
  for (const char* text : {"5", "5.0", "5e0", "0.5e1", "50E-1", "+5", "05", "5.000000000000"}) {
    INFO(text);
    CHECK(d(text) == Decimal::whole(5));
  }
}

TEST_CASE("an exponent moves the point both ways") {
  CHECK(d("1e3") == Decimal::whole(1000));
  CHECK(d("1.5e+2") == Decimal::whole(150));
  CHECK(d("25e-2") == d("0.25"));
  CHECK(d("1e-9").nanos() == 1);
}

TEST_CASE("the tenth decimal rounds the ninth half away from zero") {
  CHECK(d("0.1234567894").nanos() == 123'456'789);
  CHECK(d("0.1234567895").nanos() == 123'456'790);
  CHECK(d("0.1234567896").nanos() == 123'456'790);
  CHECK(d("-0.1234567895").nanos() == -123'456'790);
}

TEST_CASE("digits after the tenth decimal do not round a second time") {
  CHECK(d("0.12345678949999999").nanos() == 123'456'789);
}

TEST_CASE("a figure too small to hold is zero") {
  CHECK(d("1e-10").is_zero());
  CHECK(d("1e-99999").is_zero());
  CHECK(d("-0").is_zero());
  CHECK_FALSE(d("-0").is_negative());
}

TEST_CASE("text that is no figure is refused") {
  for (const char* text : {"", " ", "-", ".", "abc", "5,1", "5.1.2", "5 ", " 5", "1e", "1e+", "e5",
                           "0x10", "NaN", "Infinity", "1_000", "５"}) {
    INFO('"' << text << '"');
    CHECK(parse(text) == Decimal::Parse::not_a_number);
  }
}

TEST_CASE("a refused text leaves the value as it was") {
  Decimal out = d("7");
  Decimal::parse("abc", out);
  CHECK(out == d("7"));
  Decimal::parse("1e400", out);
  CHECK(out == d("7"));
}

TEST_CASE("the largest figure is 9223372036.854775807, and the next one is out of range") {
  CHECK(d("9223372036.854775806").nanos() == INT64_MAX - 1);
  CHECK(d("9223372036.854775807").nanos() == INT64_MAX);
  CHECK(parse("9223372036.854775808") == Decimal::Parse::out_of_range);
}

TEST_CASE("rounding up beyond the largest figure is out of range, not a wrapped figure") {
  CHECK(parse("9223372036.8547758074") == Decimal::Parse::ok);
  CHECK(parse("9223372036.8547758075") == Decimal::Parse::out_of_range);
}

TEST_CASE("figures of any length and exponent end as a value or a refusal") {
  CHECK(parse("1e400") == Decimal::Parse::out_of_range);
  CHECK(parse("-1e400") == Decimal::Parse::out_of_range);
  CHECK(parse("1e99999999999999999999") == Decimal::Parse::out_of_range);
  CHECK(parse("0e99999999999999999999") == Decimal::Parse::ok);
  CHECK(parse(std::string(100'000, '9')) == Decimal::Parse::out_of_range);
  CHECK(d(std::string(100'000, '0') + "7") == Decimal::whole(7));
  CHECK(d("0." + std::string(100'000, '3')) == ratio(Decimal::whole(1), Decimal::whole(3)));
}

TEST_CASE("text is the shortest that reads back to the same figure") {
  CHECK(d("95.360").text() == "95.36");
  CHECK(d("112").text() == "112");
  CHECK(d("-0.5").text() == "-0.5");
  CHECK(d("0").text() == "0");
  CHECK(d("0.000000001").text() == "0.000000001");
  CHECK(d("1000000000").text() == "1000000000");
  CHECK(Decimal::nanos(INT64_MAX).text() == "9223372036.854775807");
  CHECK(Decimal::nanos(-INT64_MAX).text() == "-9223372036.854775807");
}

TEST_CASE("any figure survives its own text") {
  CHECK(test::holds_for_all("text round trip", -INT64_MAX / 2, INT64_MAX / 2, [](std::int64_t n) {
    return d(Decimal::nanos(n).text()) == Decimal::nanos(n);
  }));
}

TEST_CASE("sums beyond the range raise the flag, those within do not") {
  const OverflowGuard guard;
  CHECK(Decimal::nanos(INT64_MAX - 1) + Decimal::nanos(1) == Decimal::nanos(INT64_MAX));
  CHECK_FALSE(guard.raised());
  CHECK(Decimal::nanos(INT64_MAX) + Decimal::nanos(1) == Decimal::nanos(INT64_MAX));
  CHECK(guard.raised());
}

TEST_CASE("differences beyond the range raise the flag") {
  const OverflowGuard guard;
  CHECK(Decimal::nanos(-INT64_MAX) - Decimal::nanos(2) == Decimal::nanos(-INT64_MAX));
  CHECK(guard.raised());
}

TEST_CASE("whole numbers beyond 9.2 thousand million raise the flag") {
  const OverflowGuard guard;
  CHECK(Decimal::whole(9'223'372'036).truncated() == 9'223'372'036);
  CHECK_FALSE(guard.raised());
  Decimal::whole(9'223'372'037);
  CHECK(guard.raised());
}

TEST_CASE("a product is rounded half away at the ninth place") {
  CHECK(d("0.000000003") * d("0.5") == d("0.000000002"));
  CHECK(d("-0.000000003") * d("0.5") == d("-0.000000002"));
  CHECK(d("0.000000001") * d("0.4") == d("0"));
  CHECK(d("1.5") * d("2.5") == d("3.75"));
}

TEST_CASE("a product beyond the range raises the flag") {
  const OverflowGuard guard;
  CHECK(d("90000") * d("100000") == d("9000000000"));
  CHECK_FALSE(guard.raised());
  CHECK(d("100000") * d("100000") == Decimal::nanos(INT64_MAX));
  CHECK(guard.raised());
}

TEST_CASE("a ratio is rounded half away at the ninth place") {
  CHECK(ratio(d("1"), d("3")) == d("0.333333333"));
  CHECK(ratio(d("2"), d("3")) == d("0.666666667"));
  CHECK(ratio(d("-2"), d("3")) == d("-0.666666667"));
  CHECK(ratio(d("673.06"), d("6")) == d("112.176666667"));
}

TEST_CASE("rounding to places goes half away from zero unless told otherwise") {
  CHECK(d("78.135").rounded(2) == d("78.14"));
  CHECK(d("-78.135").rounded(2) == d("-78.14"));
  CHECK(d("78.135").rounded(2, Rounding::half_even) == d("78.14"));
  CHECK(d("78.145").rounded(2, Rounding::half_even) == d("78.14"));
  CHECK(d("95.357142857").rounded(0) == d("95"));
  CHECK(d("119.5").rounded(0) == d("120"));
  CHECK(d("119.499999999").rounded(0) == d("119"));
}

TEST_CASE("rounding to nine places changes nothing") {
  CHECK(d("0.123456789").rounded(9) == d("0.123456789"));
}

TEST_CASE("whole numbers are told from fractions") {
  CHECK(d("8000").is_whole());
  CHECK_FALSE(d("8000.000000001").is_whole());
  CHECK(d("-7.9").truncated() == -7);
}

TEST_CASE("a factor has no trailing zeros") {
  const Factor share = Factor::of(d("0.280"));
  CHECK(share.mantissa == 28);
  CHECK(share.unit == 100);
  const Factor whole = Factor::of(d("75"));
  CHECK(whole.mantissa == 75);
  CHECK(whole.unit == 1);
  const Factor zero = Factor::of(d("0"));
  CHECK(zero.mantissa == 0);
  CHECK(zero.unit == 1);
}

TEST_CASE("either side of the point may be left out, not both") {
  CHECK(d(".5") == d("0.5"));
  CHECK(d("5.") == d("5"));
  CHECK(parse(".") == Decimal::Parse::not_a_number);
  CHECK(parse("-.e1") == Decimal::Parse::not_a_number);
}

TEST_CASE("an exponent of anything but digits is refused") {
  for (const char* text : {"1ex", "1e5x", "1e1.5", "1e1e1", "1e 5", "1e--5"}) {
    INFO(text);
    CHECK(parse(text) == Decimal::Parse::not_a_number);
  }
}

TEST_CASE("an exponent may have several digits") {
  CHECK(d("0.00000000025e10") == d("2.5"));
  CHECK(d("250000000000e-11") == d("2.5"));
  CHECK(d("0." + std::string(99'990, '0') + "1e99991") == Decimal::whole(1));
  CHECK(d("0." + std::string(100'000, '0') + "1e100001") == Decimal::whole(1));
  CHECK(d("1" + std::string(100'001, '0') + "e-100001") == Decimal::whole(1));
}

TEST_CASE("a first digit beyond the tenth decimal does not count, however large it is") {
  CHECK(d("9e-11").is_zero());
  CHECK(d("9e-12").is_zero());
  CHECK(d("9e-10").nanos() == 1);
}

TEST_CASE("the smallest figure below zero keeps its sign") {
  CHECK(Decimal::nanos(-1).text() == "-0.000000001");
  CHECK(Decimal::nanos(1).text() == "0.000000001");
}
