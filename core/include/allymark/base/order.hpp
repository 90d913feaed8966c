#pragma once
// Order: one stable sort for every list. The work is done on indices by a single function, because
// each instantiation of a library sort costs 2 to 5 kB of WebAssembly.

#include <cstdint>
#include <utility>

#include "allymark/base/list.hpp"

namespace allymark {

/// Indices 0 to count - 1 in order; `less(a, b, context)` compares two of them. Stable.
List<std::uint32_t> order(std::size_t count,
                          bool (*less)(std::uint32_t, std::uint32_t, const void*),
                          const void* context);

/// Sorts a list in place, keeping the order of equal elements.
template <class T, class Less>
void sort(List<T>& list, Less less) {
  struct Context {
    const List<T>& list;
    const Less& less;
  };
  const Context context{list, less};
  const auto by_index = [](std::uint32_t a, std::uint32_t b, const void* p) {
    const auto& c = *static_cast<const Context*>(p);
    return bool(c.less(c.list[a], c.list[b]));
  };
  list.rearrange(order(list.size(), by_index, &context));
}

}  // namespace allymark
