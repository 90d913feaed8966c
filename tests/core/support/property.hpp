#pragma once
// Properties: a statement that must hold for every whole number of a range. RapidCheck looks for a
// counterexample and makes it small; where it is missing, a seeded generator tries 1,000 numbers.

#include <cstdint>

#include "support/catch.hpp"

#ifdef ALLYMARK_RAPIDCHECK
#include <rapidcheck.h>
#else
#include <random>
#endif

namespace test {

/// True when `property(n)` returns true for the numbers tried from low to high - 1.
template <class Property>
bool holds_for_all(const char* statement, std::int64_t low, std::int64_t high, Property property) {
#ifdef ALLYMARK_RAPIDCHECK
  return rc::check(statement, [&] {
    const std::int64_t n = *rc::gen::resize(1000, rc::gen::inRange(low, high));
    RC_ASSERT(property(n));
  });
#else
  std::mt19937_64 random(20240901);
  std::uniform_int_distribution<std::int64_t> any(low, high - 1);
  for (int i = 0; i < 1000; ++i) {
    const std::int64_t n = any(random);
    if (property(n)) continue;
    WARN(statement << ": does not hold for " << n);
    return false;
  }
  return true;
#endif
}

}  // namespace test
