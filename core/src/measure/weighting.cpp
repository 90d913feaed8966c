#include "allymark/measure/weighting.hpp"

#include <utility>

#include "allymark/measure/random.hpp"

namespace allymark {

WeightedMean weighted_mean(const List<Weighted>& items) {
  Int128 all = 0;
  Int128 present = 0;
  Int128 sum = 0;
  for (const auto& item : items) {
    all += item.weight.nanos();
    if (!item.value) continue;
    present += item.weight.nanos();
    sum += static_cast<Int128>(item.weight.nanos()) * item.value->nanos();
  }
  WeightedMean result;
  result.contributions.resize(items.size());
  if (all > 0) {
    result.coverage = Decimal::nanos(narrow(divide(multiply(present, 100 * Decimal::scale), all)));
  }
  if (present <= 0) return result;
  result.mean = Decimal::nanos(narrow(divide(sum, present)));
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!items[i].value) continue;
    const Int128 part = static_cast<Int128>(items[i].weight.nanos()) * items[i].value->nanos();
    result.contributions[i] = Decimal::nanos(narrow(divide(part, present)));
  }
  return result;
}

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
    Int128 sum = 0;
    for (std::size_t i = 0; i < differences.size(); ++i) {
      sum += static_cast<Int128>(differences[i].nanos()) *
             static_cast<std::int64_t>(cuts[i + 1] - cuts[i]);
    }
    if (sum > 0) ++held;
  }
  return ratio(Decimal::whole(held), Decimal::whole(draws)) * Decimal::whole(100);
}

}  // namespace allymark
