#pragma once
// Properties: a statement that must hold for every whole number of a range. RapidCheck looks for a
// counterexample and makes it small; where it is missing, a seeded generator tries 1,000 numbers.

#include <cstdint>
#include <functional>

namespace test {

/// True when `property(n)` returns true for the numbers tried from low to high - 1.
bool holds_for_all(const char* statement, std::int64_t low, std::int64_t high,
                   const std::function<bool(std::int64_t)>& property);

}  // namespace test
