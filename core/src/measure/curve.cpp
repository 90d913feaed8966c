#include "allymark/measure/curve.hpp"

#include "allymark/base/codes.hpp"

namespace allymark {

void check(const ScoreCurve& curve, const Place& at, Errors& errors) {
  if (curve.cap >= curve.floor) return;
  errors.add(error_code::cap_below_floor, at, "cap")
      .with("cap", curve.cap)
      .with("floor", curve.floor);
}

CurveScore score(const ScoreCurve& curve, Decimal gain, Better better, Decimal target,
                 const Measured& found) {
  // With the figure p / q and the target t: d = (p - t q) / (t q), over the common unit of nanos.
  const Int128 unit = static_cast<Int128>(target.nanos()) * found.denominator();
  const Int128 reached = multiply(found.numerator(), Decimal::scale);
  const Int128 distance = better == Better::higher ? reached - unit : unit - reached;

  const Factor k = Factor::of(gain);
  const Factor b = Factor::of(curve.base);
  const Int128 top = multiply(unit, k.unit) + multiply(distance, k.mantissa);
  const Int128 bottom = multiply(unit, static_cast<Int128>(k.unit) * b.unit);

  // Common powers of ten leave before the last product, so that large figures stay exact.
  Int128 numerator = multiply(top, b.mantissa);
  Int128 denominator = bottom;
  strip_tens(numerator, denominator);
  Int128 plain_distance = distance;
  Int128 plain_unit = unit;
  strip_tens(plain_distance, plain_unit);

  CurveScore result;
  result.deviation =
      Decimal::nanos(narrow(divide(multiply(plain_distance, Decimal::scale), plain_unit)));
  result.uncapped =
      Decimal::nanos(narrow(divide(multiply(numerator, Decimal::scale), denominator)));
  result.score = result.uncapped > curve.cap     ? curve.cap
                 : result.uncapped < curve.floor ? curve.floor
                                                 : result.uncapped;
  result.capped = result.score != result.uncapped;
  return result;
}

Decimal score(const List<Knot>& knots, Decimal figure) {
  if (figure <= knots.front().at) return knots.front().score;
  for (std::size_t i = 1; i < knots.size(); ++i) {
    const Knot& from = knots[i - 1];
    const Knot& to = knots[i];
    if (figure > to.at) continue;
    const std::int64_t rise = multiply_divide(
        (to.score - from.score).nanos(), (figure - from.at).nanos(), (to.at - from.at).nanos());
    return from.score + Decimal::nanos(rise);
  }
  return knots.back().score;
}

void check(const List<Knot>& knots, const Place& at, Errors& errors) {
  if (knots.size() == 1) errors.add(error_code::empty_list, at);
  for (std::size_t i = 1; i < knots.size(); ++i) {
    if (knots[i].at > knots[i - 1].at) continue;
    errors.add(error_code::knots_not_ascending, at.index(i), "at")
        .with("previous", knots[i - 1].at)
        .with("at", knots[i].at);
  }
}

}  // namespace allymark
