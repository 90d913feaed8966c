#include "allymark/measure/weighting.hpp"

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

}  // namespace allymark
