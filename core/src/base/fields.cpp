#include "allymark/base/fields.hpp"

#include <cstring>

namespace allymark {

void Type::fill(void* container, std::size_t entries) const {
  if (entries == 0) return;
  auto& room = *static_cast<detail::Room*>(container);
  room.move_to(entries, stride);
  room.size = static_cast<std::uint32_t>(entries);
  std::memset(room.begin, 0, entries * stride);
  for (std::size_t i = 0; i < entries; ++i) {
    char* const place = entry(container, i);
    if (kind == Kind::keyed) ::new (place) std::string();
    if (make != nullptr) make(place + offset);
  }
}

void Type::hold(void* optional) const {
  std::memset(optional, 0, stride);
  if (make != nullptr) make(optional);
  if (offset != 0) static_cast<char*>(optional)[offset] = 1;
}

}  // namespace allymark
