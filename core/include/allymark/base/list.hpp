#pragma once
// List: the one growing sequence of the core. It is a small std::vector whose growth is shared by
// all element types: each further instantiation of the library's costs about 0.4 kB of WebAssembly.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

#include "allymark/base/checked.hpp"

namespace allymark {

namespace detail {

/// Whether an element may move house as bytes. With LLVM's library, which WebAssembly uses, every
/// type of ours may: none of its strings, optionals and pointers points into itself.
template <class T>
inline constexpr bool moves_as_bytes =
#ifdef _LIBCPP_VERSION
    true;
#else
    std::is_trivially_copyable_v<T>;
#endif

/// Room for elements that are not made yet: what all lists share, whatever they hold.
struct Room {
  void* begin = nullptr;
  std::uint32_t size = 0;
  std::uint32_t capacity = 0;

  /// Exactly so much capacity; the bytes of the elements move along.
  void move_to(std::size_t new_capacity, std::size_t unit);
  /// The place of one more element, counted already; grows by half when full.
  void* add(std::size_t unit);
  /// Puts element places[i] at place i.
  void rearrange(const std::uint32_t* places, std::size_t unit);
};

}  // namespace detail

/// A growing sequence. Names and meaning are those of std::vector; what is not here was not needed.
/// An element given to push_back must not stand in the list itself.
template <class T>
class List {
 public:
  using value_type = T;
  using iterator = T*;
  using const_iterator = const T*;

  /// As of std::vector; a place or index must be in the list (base/checked.hpp).
  /// @{
  List() noexcept = default;
  explicit List(std::size_t count) { resize(count); }
  List(std::initializer_list<T> values) : List(values.begin(), values.end()) {}
  template <std::input_iterator It>
  List(It first, It last) {
    for (; first != last; ++first) push_back(*first);
  }
  List(const List& other) {
    reserve(other.size());
    for (const T& value : other) push_back(value);
  }
  List(List&& other) noexcept : room_(std::exchange(other.room_, {})) {}
  List& operator=(List other) noexcept {
    std::swap(room_, other.room_);
    return *this;
  }
  ~List() {
    clear();
    ::operator delete(room_.begin);
  }

  T* begin() { return data(); }
  T* end() { return data() + room_.size; }
  const T* begin() const { return data(); }
  const T* end() const { return data() + room_.size; }
  T* data() { return static_cast<T*>(room_.begin); }
  const T* data() const { return static_cast<const T*>(room_.begin); }
  std::size_t size() const { return room_.size; }
  bool empty() const { return room_.size == 0; }
  T& operator[](std::size_t i) {
    ALLYMARK_EXPECT(i < room_.size);
    return data()[i];
  }
  const T& operator[](std::size_t i) const {
    ALLYMARK_EXPECT(i < room_.size);
    return data()[i];
  }
  T& front() { return (*this)[0]; }
  const T& front() const { return (*this)[0]; }
  T& back() { return (*this)[room_.size - 1]; }
  const T& back() const { return (*this)[room_.size - 1]; }

  void push_back(T&& value) { ::new (add()) T(std::move(value)); }
  void push_back(const T& value) { ::new (add()) T(value); }
  template <class... Parts>
  T& emplace_back(Parts&&... parts) {
    return *::new (add()) T(std::forward<Parts>(parts)...);
  }
  void pop_back() { data()[--room_.size].~T(); }
  void clear() { shrink(0); }
  void resize(std::size_t count) {
    reserve(count);
    shrink(count);
    for (; room_.size < count; ++room_.size) ::new (end()) T();
  }
  void reserve(std::size_t count) {
    if (count > room_.capacity) move_to(count);
  }
  void erase(T* first, T* last) {
    T* kept = std::move(last, end(), first);
    shrink(static_cast<std::size_t>(kept - begin()));
  }
  void erase(T* place) { erase(place, place + 1); }
  /// @}

  /// Puts element places[i] at place i; `places` holds each place once.
  void rearrange(const List<std::uint32_t>& places) {
    if constexpr (detail::moves_as_bytes<T>) {
      room_.rearrange(places.data(), sizeof(T));
    } else {
      List moved;
      moved.reserve(size());
      for (const std::uint32_t place : places) moved.push_back(std::move((*this)[place]));
      *this = std::move(moved);
    }
  }

  friend bool operator==(const List& a, const List& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (!(a[i] == b[i])) return false;
    }
    return true;
  }

 private:
  void* add() {
    if constexpr (!detail::moves_as_bytes<T>) {
      if (room_.size == room_.capacity) move_to(room_.size + room_.size / 2 + 4);
    }
    return room_.add(sizeof(T));
  }
  void move_to(std::size_t capacity) {
    if constexpr (detail::moves_as_bytes<T>) {
      room_.move_to(capacity, sizeof(T));
    } else {
      detail::Room larger;
      larger.move_to(capacity, sizeof(T));
      larger.size = room_.size;
      std::uninitialized_move(begin(), end(), static_cast<T*>(larger.begin));
      std::destroy(begin(), end());
      ::operator delete(std::exchange(room_, larger).begin);
    }
  }
  void shrink(std::size_t count) {
    if constexpr (std::is_trivially_destructible_v<T>) {
      if (count < room_.size) room_.size = static_cast<std::uint32_t>(count);
    } else {
      while (room_.size > count) pop_back();
    }
  }

  detail::Room room_;
};

}  // namespace allymark
