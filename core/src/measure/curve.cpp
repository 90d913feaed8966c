#include "allymark/measure/curve.hpp"

namespace allymark {

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
  while (numerator % 10 == 0 && denominator % 10 == 0) {
    numerator /= 10;
    denominator /= 10;
  }
  Int128 plain_distance = distance;
  Int128 plain_unit = unit;
  while (plain_distance % 10 == 0 && plain_unit % 10 == 0 && plain_distance != 0) {
    plain_distance /= 10;
    plain_unit /= 10;
  }

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

}  // namespace allymark
