#pragma once
// Bands: how a shown score becomes a grade. The band looks at the rounded number that the page
// shows, so the number and the grade never disagree (DOMAIN 5).

#include "allymark/base/error.hpp"
#include "allymark/base/fields.hpp"
#include "allymark/base/list.hpp"

namespace allymark {

enum class Grade : std::uint8_t { excellent, good, fair, poor };

/// Scores from `from` (absent = everything below the band above) up to the next band.
struct Band {
  Grade grade = Grade::poor;
  Maybe<Decimal> from;
  std::string action;  ///< what is done in this band
};

/// Errors of a ladder of bands, best first: bounds must fall, only the last may be open.
void check(const List<Band>& bands, const Place& at, Errors& errors);

/// The band of a shown score; the bands must be checked.
const Band& band_of(const List<Band>& bands, Decimal shown);

template <>
struct Tokens<Grade> {
  static constexpr const char* names[] = {"excellent", "good", "fair", "poor"};
};
template <>
struct Describe<Band> {
  static constexpr const char* name = "band";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Band, grade, "grade").required().says(ALLYMARK_DOC("grade of the band")),
      ALLYMARK_FIELD(Band, from, "from")
          .between<0, 1000>()
          .says(ALLYMARK_DOC("lowest shown score; absent in the last band")),
      ALLYMARK_FIELD(Band, action, "action").required().says(ALLYMARK_DOC("code of what is done")),
  };
};

}  // namespace allymark
