#pragma once
// Random: PCG32 (M. O'Neill, 2014): small, fast and the same everywhere for a seed. Integers only;
// nothing is drawn without a seed.

#include <cstdint>

#include "allymark/base/rounding.hpp"

namespace allymark {

class Pcg32 {
 public:
  /// The same seed draws the same numbers everywhere.
  explicit Pcg32(std::uint64_t seed) {
    next();
    state_ += seed;
    next();
  }
  /// One of all 32-bit numbers, all alike likely.
  std::uint32_t next() {
    const std::uint64_t old = state_;
    state_ = old * 6364136223846793005ULL + increment;
    const auto shifted = static_cast<std::uint32_t>(((old >> 18U) ^ old) >> 27U);
    const auto turn = static_cast<std::uint32_t>(old >> 59U);
    return (shifted >> turn) | (shifted << ((32U - turn) & 31U));
  }
  /// One of 0 to count - 1, all alike likely to within one part in 2^63 / count; 0 < count < 2^63.
  std::uint64_t below(std::uint64_t count) {
    const std::uint64_t high = next();
    const std::uint64_t draw = ((high << 32U) | next()) >> 1U;
    return static_cast<std::uint64_t>((static_cast<Int128>(draw) * count) >> 63U);
  }

 private:
  static constexpr std::uint64_t increment = 1442695040888963407ULL;
  std::uint64_t state_ = 0;
};

}  // namespace allymark
