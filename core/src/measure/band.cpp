#include "allymark/measure/band.hpp"

#include "allymark/base/codes.hpp"

namespace allymark {

void check(const std::vector<Band>& bands, const std::string& path, Errors& errors) {
  if (bands.empty()) {
    errors.push_back({error_code::empty_list, path, {}});
    return;
  }
  for (std::size_t i = 0; i < bands.size(); ++i) {
    const std::string at = child(path, i) + "/from";
    const bool last = i + 1 == bands.size();
    if (last == bands[i].from.has_value()) {
      errors.push_back({error_code::bands_incomplete, at, {}});
    } else if (i > 0 && bands[i].from && bands[i - 1].from && *bands[i].from >= *bands[i - 1].from) {
      errors.push_back({error_code::bands_not_descending,
                        at,
                        {{"previous", *bands[i - 1].from}, {"from", *bands[i].from}}});
    }
  }
}

const Band& band_of(const std::vector<Band>& bands, Decimal shown) {
  for (const auto& band : bands) {
    if (!band.from || shown >= *band.from) return band;
  }
  return bands.back();
}

}  // namespace allymark
