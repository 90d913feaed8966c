#include "allymark/measure/band.hpp"

#include "allymark/base/codes.hpp"

namespace allymark {

void check(const List<Band>& bands, const Place& at, Errors& errors) {
  if (bands.empty()) {
    errors.add(error_code::empty_list, at);
    return;
  }
  for (std::size_t i = 0; i < bands.size(); ++i) {
    const Place item = at.index(i);
    const Place bound = item.member("from");
    const bool last = i + 1 == bands.size();
    for (std::size_t j = 0; j < i; ++j) {
      if (bands[j].grade != bands[i].grade) continue;
      errors.add_duplicate(item, "grade",
                           Tokens<Grade>::names[static_cast<std::size_t>(bands[i].grade)]);
      break;
    }
    if (last == bands[i].from.has_value()) {
      errors.add(error_code::bands_incomplete, bound);
    } else if (i > 0 && bands[i].from && bands[i - 1].from &&
               *bands[i].from >= *bands[i - 1].from) {
      errors.add(error_code::bands_not_descending, bound)
          .with("previous", *bands[i - 1].from)
          .with("from", *bands[i].from);
    }
  }
}

const Band& band_of(const List<Band>& bands, Decimal shown) {
  for (const auto& band : bands) {
    if (!band.from || shown >= *band.from) return band;
  }
  return bands.back();
}

}  // namespace allymark
