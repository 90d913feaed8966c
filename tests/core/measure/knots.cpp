#include "allymark/base/codes.hpp"
#include "allymark/measure/curve.hpp"
#include "support/property.hpp"
#include "support/values.hpp"

using namespace allymark;
using test::d;

namespace {

const List<Knot> hill = {{d("0"), d("0")}, {d("90"), d("100")}, {d("100"), d("0")}};

List<std::string> errors_of(const List<Knot>& knots) {
  Errors errors;
  check(knots, Place::at("/knots"), errors);
  return test::lines(errors);
}
using Lines = List<std::string>;

}  // namespace

TEST_CASE("a figure below, on and above a knot lies on the straight lines around it") {
  CHECK(score(hill, d("89.1")) == d("99"));
  CHECK(score(hill, d("90")) == d("100"));
  CHECK(score(hill, d("90.1")) == d("99"));
}

TEST_CASE("outside the knots the score stays what it is at the end") {
  CHECK(score(hill, d("-1")) == d("0"));
  CHECK(score(hill, d("0")) == d("0"));
  CHECK(score(hill, d("100")) == d("0"));
  CHECK(score(hill, d("1000000000")) == d("0"));
}

TEST_CASE("a score between knots is rounded half away at the ninth place") {
  CHECK(score({{d("0"), d("0")}, {d("3"), d("1")}}, d("1")) == d("0.333333333"));
  CHECK(score({{d("0"), d("1")}, {d("3"), d("0")}}, d("1")) == d("0.666666667"));
}

TEST_CASE("knots rise, and one alone is no line") {
  CHECK(errors_of({}) == Lines{});
  CHECK(errors_of(hill) == Lines{});
  CHECK(errors_of({{d("1"), d("1")}}) == Lines{"empty_list /knots"});
  CHECK(errors_of({{d("1"), d("1")}, {d("1"), d("2")}}) ==
        Lines{"knots_not_ascending /knots/1/at"});
  CHECK(errors_of({{d("1"), d("1")}, {d("0.999999999"), d("2")}}) ==
        Lines{"knots_not_ascending /knots/1/at"});
}

TEST_CASE("where the knots' scores rise a higher figure never scores less") {
  const List<Knot> rising = {
      {d("0"), d("0")}, {d("7"), d("33.3")}, {d("7.000000001"), d("90")}, {d("30"), d("91")}};
  CHECK(test::holds_for_all("rising knots", 0, 40'000'000'000, [&](std::int64_t n) {
    return score(rising, Decimal::nanos(n)) <= score(rising, Decimal::nanos(n + n / 7 + 1));
  }));
}
