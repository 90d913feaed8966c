#pragma once
// Weighting: the weighted mean that leaves out what is missing and renormalises the rest, and how
// often an order survives other weights (weights drawn uniformly from the simplex, DOMAIN 3).

#include <optional>

#include "allymark/base/decimal.hpp"
#include "allymark/base/list.hpp"

namespace allymark {

struct Weighted {
  Decimal weight;
  Maybe<Decimal> value;  ///< absent = left out
};

struct WeightedMean {
  Maybe<Decimal> mean;          ///< sum of weight x value over sum of weights, rounded once
  Decimal coverage;             ///< percent of the weight that has a value
  List<Decimal> contributions;  ///< each item's share of the mean; 0 where left out
};

/// Mean over the items that have a value. No item with a positive weight and a value: no mean.
/// Example: 100 x 40, 81.43 x 25, missing x 35 has the mean of the first two and coverage 65.
WeightedMean weighted_mean(const List<Weighted>& items);

/// For each order of two, told by how far the first is ahead in each score, the share in percent of
/// `draws` weightings drawn uniformly from the simplex under which sum(weight x difference) is
/// above 0. Orders of as many scores meet the same weightings. At most 200 differences to an order,
/// each from -1,000 to 1,000. Deterministic for a seed (PCG32, integers only).
List<Decimal> shares_of_weightings(const List<List<Decimal>>& orders, std::uint64_t seed,
                                   std::uint32_t draws);

}  // namespace allymark
