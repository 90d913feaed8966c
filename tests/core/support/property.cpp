#include "support/property.hpp"

#include "support/catch.hpp"

#ifdef ALLYMARK_RAPIDCHECK
#include <rapidcheck.h>
#else
#include <random>
#endif

namespace test {

bool holds_for_all(const char* statement, std::int64_t low, std::int64_t high,
                   const std::function<bool(std::int64_t)>& property) {
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
