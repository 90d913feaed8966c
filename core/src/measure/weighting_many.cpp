// Ten thousand weightings at every key press, compiled for speed where the rest is compiled for size.

#include <utility>

#include "allymark/measure/random.hpp"
#include "allymark/measure/weighting.hpp"

namespace allymark {
namespace {

/// For a handful of numbers, many times over.
void insertion_sort(List<std::uint64_t>& list) {
  for (std::size_t i = 1; i < list.size(); ++i) {
    for (std::size_t j = i; j > 0 && list[j] < list[j - 1]; --j) std::swap(list[j], list[j - 1]);
  }
}

}  // namespace

Decimal share_of_weightings(const List<Decimal>& differences, std::uint64_t seed,
                            std::uint32_t draws) {
  if (draws == 0) return {};
  Pcg32 random(seed);
  // The gaps between sorted uniform cuts of [0, 2^32) are uniform on the simplex.
  List<std::uint64_t> cuts(differences.size() + 1);
  std::uint32_t held = 0;
  for (std::uint32_t draw = 0; draw < draws; ++draw) {
    cuts.front() = 0;
    cuts.back() = std::uint64_t{1} << 32U;
    for (std::size_t i = 1; i + 1 < cuts.size(); ++i) cuts[i] = random.next();
    insertion_sort(cuts);
    // The exact sum is high x 2^12 + low: two of 64 bits are far quicker than one of 128.
    std::int64_t high = 0;
    std::int64_t low = 0;
    for (std::size_t i = 0; i < differences.size(); ++i) {
      const auto gap = static_cast<std::int64_t>(cuts[i + 1] - cuts[i]);
      high += differences[i].nanos() * (gap >> 12);
      low += differences[i].nanos() * (gap & 4095);
    }
    high += low >> 12;
    if (high > 0 || (high == 0 && (low & 4095) > 0)) ++held;
  }
  return ratio(Decimal::whole(held), Decimal::whole(draws)) * Decimal::whole(100);
}

}  // namespace allymark
