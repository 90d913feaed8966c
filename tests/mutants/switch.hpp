#pragma once
// The switch of the mutants: scripts/mutate weaves every small change it can think of into a copy
// of the core's sources, each behind on(number), and includes this header into each of them. One
// build so holds all mutants; ALLYMARK_MUTANT names the one that is awake, or says "record", and
// then the numbers that were asked for are noted for each test.
//
// A binary operator `a < b` becomes `a < Less{7} < b`: the middle takes the left side along, and
// the right one is compared as the switch says. Precedence and order of evaluation stay as they
// were, so nothing has to know where an operand begins. Where a value is needed by the compiler,
// the change sleeps.

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace mutants {

inline constexpr int most = 20'000;
extern int awake;           ///< the number of the mutant that is awake; 0 is none
extern bool recording;      ///< note which are asked for
extern bool seen[most];     ///< asked for since the test began
extern bool nothing[most];  ///< a change that the types at its place do not have

inline bool asked(int number) {
  if (recording) seen[number] = true;
  return awake == number;
}
constexpr bool on(int number) {
  if (std::is_constant_evaluated()) return false;
  return asked(number);
}
/// A change that cannot be made here: no mutant.
constexpr void none(int number) {
  if (!std::is_constant_evaluated()) nothing[number] = true;
}

/// A whole number, or one more, or one less.
template <class T>
constexpr T constant(int number, T value) {
  if (on(number)) return static_cast<T>(value + 1);
  if (on(number + 1)) return static_cast<T>(value - 1);
  return value;
}
constexpr bool truth(int number, bool value) { return value != on(number); }

/// The first of two arguments that change places, where their types agree.
template <class A, class B>
constexpr A& swapped(int number, A& mine, B& other) {
  if constexpr (std::is_same_v<A, B>) {
    return on(number) ? other : mine;
  } else {
    none(number);
    return mine;
  }
}

template <class T>
constexpr const T& least(int number, const T& a, const T& b) {
  return (b < a) != on(number) ? b : a;
}
template <class T>
constexpr const T& greatest(int number, const T& a, const T& b) {
  return (a < b) != on(number) ? b : a;
}

struct Not {
  int number;
  template <class T>
  friend constexpr bool operator->*(Not self, T&& value) {
    return static_cast<bool>(value) == on(self.number);
  }
};
struct Minus {
  int number;
  template <class T>
  friend constexpr auto operator->*(Minus self, T&& value) {
    using Result = decltype(-value);
    if constexpr (std::is_convertible_v<T, Result>) {
      if (on(self.number)) return static_cast<Result>(value);
    } else {
      none(self.number);
    }
    return -std::forward<T>(value);
  }
};

// MUTANTS_BINARY(Less, <, <=, >=, 2, 2): the middle of `a < Less{7} < b`; 7 asks `<=`, 8 asks `>=`.
// Of one change only 7 asks: 8 is somebody else's number.
#define MUTANTS_BINARY(name, op, first, second, changes)                                      \
  template <class A>                                                                          \
  struct name##Half {                                                                         \
    A&& left;                                                                                 \
    int number;                                                                               \
    template <class B>                                                                        \
    constexpr decltype(auto) operator op(B&& right) && {                                      \
      using Result = decltype(std::forward<A>(left) op std::forward<B>(right));               \
      using Value = std::remove_cvref_t<Result>;                                              \
      if constexpr (requires {                                                                \
                      static_cast<Value>(std::forward<A>(left) first std::forward<B>(right)); \
                    } &&                                                                      \
                    std::is_same_v<Value, Result>) {                                          \
        if (on(number)) {                                                                     \
          return static_cast<Value>(std::forward<A>(left) first std::forward<B>(right));      \
        }                                                                                     \
      } else {                                                                                \
        none(number);                                                                         \
      }                                                                                       \
      if constexpr (changes == 1) {                                                           \
      } else if constexpr (requires {                                                         \
                             static_cast<Value>(std::forward<A>(left)                         \
                                                    second std::forward<B>(right));           \
                           } &&                                                               \
                           std::is_same_v<Value, Result>) {                                   \
        if (on(number + 1)) {                                                                 \
          return static_cast<Value>(std::forward<A>(left) second std::forward<B>(right));     \
        }                                                                                     \
      } else {                                                                                \
        none(number + 1);                                                                     \
      }                                                                                       \
      return std::forward<A>(left) op std::forward<B>(right);                                 \
    }                                                                                         \
  };                                                                                          \
  struct name {                                                                               \
    int number;                                                                               \
    template <class A>                                                                        \
    friend constexpr name##Half<A> operator op(A&& left, name middle) {                       \
      return {std::forward<A>(left), middle.number};                                          \
    }                                                                                         \
  };

MUTANTS_BINARY(Less, <, <=, >=, 2)
MUTANTS_BINARY(LessEqual, <=, <, >, 2)
MUTANTS_BINARY(Greater, >, >=, <=, 2)
MUTANTS_BINARY(GreaterEqual, >=, >, <, 2)
MUTANTS_BINARY(Equal, ==, !=, !=, 1)
MUTANTS_BINARY(Unequal, !=, ==, ==, 1)
MUTANTS_BINARY(Sum, +, -, -, 1)
MUTANTS_BINARY(Difference, -, +, +, 1)
MUTANTS_BINARY(Times, *, /, +, 2)
MUTANTS_BINARY(Over, /, *, *, 1)
MUTANTS_BINARY(Modulo, %, /, /, 1)
#undef MUTANTS_BINARY

/// `a += Add{7} += b`: as `a -= b` when awake.
#define MUTANTS_ASSIGN(name, op, other)                                     \
  template <class B>                                                        \
  struct name##Half {                                                       \
    B&& right;                                                              \
    int number;                                                             \
    template <class A>                                                      \
    friend constexpr decltype(auto) operator op(A& left, name##Half half) { \
      if constexpr (requires { left other std::forward<B>(half.right); }) { \
        if (on(half.number)) {                                              \
          left other std::forward<B>(half.right);                           \
          return (left);                                                    \
        }                                                                   \
      } else {                                                              \
        none(half.number);                                                  \
      }                                                                     \
      left op std::forward<B>(half.right);                                  \
      return (left);                                                        \
    }                                                                       \
  };                                                                        \
  struct name {                                                             \
    int number;                                                             \
    template <class B>                                                      \
    friend constexpr name##Half<B> operator op(name middle, B&& right) {    \
      return {std::forward<B>(right), middle.number};                       \
    }                                                                       \
  };

MUTANTS_ASSIGN(Add, +=, -=)
MUTANTS_ASSIGN(Take, -=, +=)
#undef MUTANTS_ASSIGN

}  // namespace mutants
