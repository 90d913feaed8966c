#include "allymark/base/order.hpp"

#include <algorithm>

namespace allymark {

std::vector<std::uint32_t> order(std::size_t count,
                                 bool (*less)(std::uint32_t, std::uint32_t, const void*),
                                 const void* context) {
  std::vector<std::uint32_t> places(count);
  for (std::size_t i = 0; i < count; ++i) places[i] = static_cast<std::uint32_t>(i);
  std::sort(places.begin(), places.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (less(a, b, context)) return true;
    return !less(b, a, context) && a < b;
  });
  return places;
}

}  // namespace allymark
