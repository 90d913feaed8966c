#pragma once
// Score curve: how a figure and its target become a score, clamp(B x (1 + k x d), floor, cap) with
// d = (actual - target) / target, sign flipped where lower is better (DOMAIN 3 and 5). The formula
// is exact until one rounding, half away at the ninth place.

#include "allymark/measure/metric.hpp"

namespace allymark {

struct ScoreCurve {
  Decimal base;   ///< B: the score of a figure exactly on target
  Decimal floor;  ///< no score below
  Decimal cap;    ///< no score above
};

struct CurveScore {
  Decimal deviation;  ///< d
  Decimal uncapped;   ///< before floor and cap
  Decimal score;
  bool capped = false;  ///< true when floor or cap took effect
};

/// Error: a cap below the floor (cap_below_floor), between which no score could lie.
void check(const ScoreCurve& curve, const Place& at, Errors& errors);

/// The score of `found` against `target` (> 0) with steepness `gain` (k).
/// Example: base 75, gain 1, conversion 16 % against 15 % scores 80.
CurveScore score(const ScoreCurve& curve, Decimal gain, Better better, Decimal target,
                 const Measured& found);

/// A corner of a curve that is given as straight pieces: this figure scores this much.
struct Knot {
  Decimal at;
  Decimal score;
};

/// The score on the straight line between the two knots around a figure; left of the first and
/// right of the last it stays. Rounded half away at the ninth place. The knots must be checked.
/// Example: between 90 -> 100 and 100 -> 0 the figure 92 scores 80.
Decimal score(const List<Knot>& knots, Decimal figure);

/// Errors: a single knot (empty_list), figures that do not rise (knots_not_ascending). No knots at
/// all is no error.
void check(const List<Knot>& knots, const Place& at, Errors& errors);

template <>
struct Describe<ScoreCurve> {
  static constexpr const char* name = "curve";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(ScoreCurve, base, "base")
          .required()
          .between<1, 1000>()
          .says(ALLYMARK_DOC("score exactly on target")),
      ALLYMARK_FIELD(ScoreCurve, floor, "floor")
          .between<0, 1000>()
          .says(ALLYMARK_DOC("lowest score")),
      ALLYMARK_FIELD(ScoreCurve, cap, "cap")
          .required()
          .between<1, 1000>()
          .says(ALLYMARK_DOC("highest score")),
  };
};

template <>
struct Describe<Knot> {
  static constexpr const char* name = "knot";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Knot, at, "at").required().says(ALLYMARK_DOC("figure")),
      ALLYMARK_FIELD(Knot, score, "score")
          .required()
          .between<0, 1000>()
          .says(ALLYMARK_DOC("what the figure scores")),
  };
};

}  // namespace allymark
