#include "allymark/measure/weighting.hpp"

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

List<Decimal> shares_of_weightings(const List<List<Decimal>>& orders, std::uint64_t seed,
                                   std::uint32_t draws) {
  List<Decimal> shares(orders.size());
  if (draws == 0) return shares;
  std::size_t count = 0;
  for (const auto& order : orders) {
    if (order.size() == count) continue;
    count = order.size();
    Pcg32 random(seed);
    List<std::uint32_t> held(orders.size());
    List<std::uint64_t> cuts(count + 1);
    for (std::uint32_t draw = 0; draw < draws; ++draw) {
      // The gaps between sorted uniform cuts of [0, 2^32) are uniform on the simplex.
      cuts[count] = std::uint64_t{1} << 32U;
      for (std::size_t i = 1; i < count; ++i) {
        const std::uint64_t cut = random.next();
        std::size_t at = i;
        for (; cut < cuts[at - 1]; --at) cuts[at] = cuts[at - 1];
        cuts[at] = cut;
      }
      for (std::size_t k = 0; k < orders.size(); ++k) {
        if (orders[k].size() != count) continue;
        // The exact sum is high x 2^12 + low: two of 64 bits are far quicker than one of 128.
        std::int64_t high = 0;
        std::int64_t low = 0;
        for (std::size_t i = 0; i < count; ++i) {
          const auto gap = static_cast<std::int64_t>(cuts[i + 1] - cuts[i]);
          high += orders[k][i].nanos() * (gap >> 12);
          low += orders[k][i].nanos() * (gap & 4095);
        }
        high += low >> 12;
        if (high > 0 || (high == 0 && (low & 4095) > 0)) ++held[k];
      }
    }
    for (std::size_t k = 0; k < orders.size(); ++k) {
      if (orders[k].size() != count) continue;
      shares[k] = ratio(Decimal::whole(held[k]), Decimal::whole(draws)) * Decimal::whole(100);
    }
  }
  return shares;
}

}  // namespace allymark
