#include "allymark/base/list.hpp"

#include <cstring>

namespace allymark::detail {

void Room::move_to(std::size_t new_capacity, std::size_t unit) {
  void* const larger = ::operator new(new_capacity* unit);
  if (size != 0) std::memcpy(larger, begin, size * unit);
  ::operator delete(begin);
  begin = larger;
  capacity = static_cast<std::uint32_t>(new_capacity);
}

void Room::rearrange(const std::uint32_t* places, std::size_t unit) {
  Room moved;
  moved.move_to(size, unit);
  auto* to = static_cast<char*>(moved.begin);
  for (std::uint32_t i = 0; i < size; ++i) {
    std::memcpy(to + i * unit, static_cast<char*>(begin) + places[i] * unit, unit);
  }
  ::operator delete(begin);
  begin = moved.begin;
  capacity = size;
}

void* Room::add(std::size_t unit) {
  if (size == capacity) move_to(std::size_t{size} + size / 2 + 4, unit);
  return static_cast<char*>(begin) + unit * size++;
}

}  // namespace allymark::detail
