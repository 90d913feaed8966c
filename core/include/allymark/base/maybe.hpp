#pragma once
// Maybe: a figure or date that may be absent, in the room of the figure itself. A std::optional of
// one takes twice the room and goes through memory at every call; figures and dates that may be
// missing are what the engine mostly consists of, so this makes the module smaller.

#include <concepts>
#include <optional>

#include "allymark/base/checked.hpp"

namespace allymark {

/// A value type with one value that stands for "there is none": `T::none()`, which no reading and
/// no calculation gives.
template <class T>
concept HasNone = std::equality_comparable<T> && requires {
  { T::none() } -> std::same_as<T>;
};

/// Used as a std::optional is.
template <HasNone T>
class Maybe {
 public:
  /// Nothing, or a value, without a word of its own, as in the standard.
  /// @{
  constexpr Maybe() = default;
  constexpr Maybe(std::nullopt_t) {}           // NOLINT: as in the standard
  constexpr Maybe(T value) : value_(value) {}  // NOLINT: as in the standard
  /// @}

  /// Whether there is a value.
  /// @{
  constexpr bool has_value() const { return value_ != T::none(); }
  constexpr explicit operator bool() const { return has_value(); }
  /// @}
  /// The value; there must be one.
  /// @{
  constexpr const T& operator*() const {
    ALLYMARK_EXPECT(has_value());
    return value_;
  }
  constexpr T& operator*() {
    ALLYMARK_EXPECT(has_value());
    return value_;
  }
  constexpr const T* operator->() const {
    ALLYMARK_EXPECT(has_value());
    return &value_;
  }
  /// @}
  /// The value, or another when there is none.
  constexpr T value_or(T other) const { return has_value() ? value_ : other; }
  /// Leaves none behind.
  constexpr void reset() { value_ = T::none(); }

  /// Of the same value, or both of none.
  friend constexpr bool operator==(Maybe a, Maybe b) { return a.value_ == b.value_; }

 private:
  T value_ = T::none();
};

}  // namespace allymark
