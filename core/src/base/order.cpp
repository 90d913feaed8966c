#include "allymark/base/order.hpp"

#include <algorithm>

namespace allymark {

List<std::uint32_t> order(std::size_t count,
                          bool (*less)(std::uint32_t, std::uint32_t, const void*),
                          const void* context) {
  List<std::uint32_t> places(count);
  for (std::size_t i = 0; i < count; ++i) places[i] = static_cast<std::uint32_t>(i);
  // A heap sort: equal elements are told apart by their place, and it is a third of the code.
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    if (less(a, b, context)) return true;
    return !less(b, a, context) && a < b;
  };
  std::make_heap(places.begin(), places.end(), before);
  std::sort_heap(places.begin(), places.end(), before);
  return places;
}

}  // namespace allymark
