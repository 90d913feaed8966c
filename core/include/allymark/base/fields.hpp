#pragma once
// Field tables: each type that crosses the JSON boundary describes itself in a constexpr table that
// stands beside it. One interpreter in core/json reads and writes every type by these tables, and
// JSON Schema and the field reference are generated from them. Nothing here knows about JSON.

#include <cstddef>
#include <cstdint>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "allymark/base/date.hpp"
#include "allymark/base/decimal.hpp"
#include "allymark/base/list.hpp"
#include "allymark/base/maybe.hpp"
#include "allymark/base/money.hpp"
#include "allymark/base/params.hpp"

// Documentation texts exist in native builds only: the schema generator runs there.
#ifdef ALLYMARK_DOC_TEXT
#define ALLYMARK_DOC(text) text
#else
#define ALLYMARK_DOC(text) ""
#endif

namespace allymark {

/// What a keyed collection holds, kept sorted by key so that the order of JSON keys changes
/// nothing.
template <class T>
struct Entry {
  std::string key;
  T value;
};

/// A small ordered map.
template <class T>
class Keyed {
 public:
  Keyed() = default;
  /// So many entries with an empty key and a default value, to be named.
  explicit Keyed(std::size_t count) : entries_(count) {}
  /// Names the entry at `index` and returns its value.
  T& name(std::size_t index, std::string_view key) {
    entries_[index].key = key;
    return entries_[index].value;
  }
  /// Adds an entry behind the others and returns its value; the key must be new.
  T& append(std::string_view key) {
    entries_.push_back({std::string(key), T{}});
    return entries_.back().value;
  }
  /// The value of a key, or null.
  /// @{
  const T* find(const std::string& key) const { return find(std::string_view(key)); }
  const T* find(const char* key) const { return find(std::string_view(key)); }
  const T* find(std::string_view key) const {
    for (const auto& entry : entries_) {
      if (entry.key == key) return &entry.value;
    }
    return nullptr;
  }
  /// @}

  /// As of a standard container, in the order of the document.
  /// @{
  std::size_t size() const { return entries_.size(); }
  bool empty() const { return entries_.empty(); }
  auto begin() const { return entries_.begin(); }
  auto end() const { return entries_.end(); }
  const Entry<T>& operator[](std::size_t i) const { return entries_[i]; }
  /// @}

 private:
  List<Entry<T>> entries_;
};

/// A part of a document that is read later by another table (a whole pack inside a request).
struct RawJson {
  const void* node = nullptr;  ///< owned by the document being read
};

/// A value of another answer, repeated as the JSON text it is.
struct JsonText {
  std::string text = "null";
};

/// Kind of value the interpreter meets.
enum class Kind : std::uint8_t {
  boolean,
  integer,
  decimal,
  money,
  currency,
  text,
  code,
  token,
  month,
  date,
  scalar,
  record,
  optional,
  list,
  keyed,
  params,
  raw,
  json
};

struct Field;

/// Everything the interpreter needs to know about a C++ type. What is said depends on the kind, and
/// shares its room: there are hundreds of these.
struct Type {
  Kind kind;
#ifdef ALLYMARK_DOC_TEXT
  const char* name = "";
#endif
  std::uint16_t count = 0;   ///< fields of a record, tokens of an enumeration
  std::uint16_t stride = 0;  ///< bytes from one entry of a list or map to the next
  /// Where the value of a map's entry stands in it, where an optional keeps whether it holds one,
  /// and where a record with a shorthand notes that it was written so.
  std::uint16_t offset = 0;
  union {
    const void* nothing = nullptr;
    const Type* element;        ///< of optional, list and map
    const Field* fields;        ///< of a record
    const char* const* tokens;  ///< of an enumeration
  };
  union {
    const char* shorthand = nullptr;  ///< a record may be written as the bare value of this field
    /// Makes a default value of what an optional, list or map holds; null where that is all zeros,
    /// and for what only leaves the engine.
    void (*make)(void* place);
  };

  /// A kind without parts; a record, list, map or optional is filled in by type_of.
  constexpr explicit Type(Kind k) : kind(k) {}

  /// Entries of a list or map.
  std::size_t size(const void* container) const {
    return static_cast<const detail::Room*>(container)->size;
  }
  /// Where the entry at `i` of a list or map begins; `i` must be below its size.
  char* entry(const void* container, std::size_t i) const {
    return static_cast<char*>(static_cast<const detail::Room*>(container)->begin) + i * stride;
  }
  /// Fills an empty list or map, which owns nothing yet, with so many default values.
  void fill(void* container, std::size_t entries) const;
  /// Makes an empty optional hold a default value.
  void hold(void* optional) const;
  /// Whether an optional holds a value, which then stands at its beginning: beside a flag, or as
  /// itself (Maybe), by its size.
  bool holds(const void* optional) const {
    if (offset != 0) return static_cast<const char*>(optional)[offset] != 0;
    if (stride == sizeof(Decimal)) {
      return *static_cast<const std::int64_t*>(optional) != Decimal::none().nanos();
    }
    return *static_cast<const Date*>(optional) != Date::none();
  }
};

/// Inclusive bounds of a figure, in billionths.
struct Range {
  std::int64_t low;
  std::int64_t high;
};
/// Ranges are shared, so that a field holds one pointer.
template <std::int64_t From, std::int64_t To>
inline constexpr Range range{From * Decimal::scale, To* Decimal::scale};

/// One member of a record: its name outside, where it lives, and what a valid value is.
struct Field {
  const char* name;
  const Type* type;
  std::uint16_t offset;
  std::uint16_t longest = 200;  ///< characters of a text, entries of a list
  const Range* bounds = nullptr;
  bool is_required : 1 = false;
  bool is_nullable : 1 = false;  ///< written as null when absent, instead of being left out
  bool must_be_whole : 1 = false;
  bool is_option : 1 = false;  ///< one way of several to read a rule: each other one can be tried
  bool is_language : 1 =
      false;  ///< the other field of the record says the same in another language
  std::int8_t shown_places = -1;  ///< decimals in a result; -1 = exact
#ifdef ALLYMARK_DOC_TEXT
  const char* doc = "";
#endif

  /// The same field, but an error (missing_field) when it is absent.
  constexpr Field required() const {
    Field f = *this;
    f.is_required = true;
    return f;
  }
  /// The same field, written as null when absent.
  constexpr Field nullable() const {
    Field f = *this;
    f.is_nullable = true;
    return f;
  }
  /// The same field, as one of several ways to read a rule.
  constexpr Field option() const {
    Field f = *this;
    f.is_option = true;
    return f;
  }
  /// The same field of two that say one thing in two languages: one of them is enough.
  constexpr Field in_language() const {
    Field f = *this;
    f.is_language = true;
    return f;
  }
  /// The same field, but an error (not_whole) when it has a fraction.
  constexpr Field whole() const {
    Field f = *this;
    f.must_be_whole = true;
    return f;
  }
  /// The same field, written with at most so many decimals (0 to 9), half away from zero.
  constexpr Field shown(int places) const {
    Field f = *this;
    f.shown_places = static_cast<std::int8_t>(places);
    return f;
  }
  /// The same field, but an error (below_minimum, above_maximum) outside From to To, both
  /// inclusive.
  template <std::int64_t From, std::int64_t To>
  constexpr Field between() const {
    Field f = *this;
    f.bounds = &range<From, To>;
    return f;
  }
  /// The same field, but an error (too_long) above `n` characters of a text or entries of a list.
  constexpr Field at_most_long(int n) const {
    Field f = *this;
    f.longest = static_cast<std::uint16_t>(n);
    return f;
  }
  /// The same field with a sentence for the schemas; kept in native builds only.
  constexpr Field says([[maybe_unused]] const char* text) const {
    Field f = *this;
#ifdef ALLYMARK_DOC_TEXT
    f.doc = text;
#endif
    return f;
  }
};

/// Specialised beside each record: `name`, `fields`, and optionally `shorthand`, or `result_only`
/// for what is written but never read, so that no code to fill it is made.
template <class T>
struct Describe;
/// Specialised beside each enumeration: `names`, in the order of its values.
template <class T>
struct Tokens;

namespace detail {

/// False for types that only ever leave the engine.
template <class T>
constexpr bool is_read = [] {
  if constexpr (requires { Describe<T>::result_only; }) return false;
  return true;
}();
template <class T>
constexpr bool is_read<std::optional<T>> = is_read<T>;
template <class T>
constexpr bool is_read<Maybe<T>> = true;
template <class T>
constexpr bool is_read<List<T>> = is_read<T>;
template <class T>
constexpr bool is_read<Keyed<T>> = is_read<T>;

template <class T, class = void>
struct TypeOf {  // records
  static constexpr Type describe() {
    Type type(Kind::record);
#ifdef ALLYMARK_DOC_TEXT
    type.name = Describe<T>::name;
#endif
    type.fields = Describe<T>::fields;
    type.count = static_cast<std::uint16_t>(std::size(Describe<T>::fields));
    if constexpr (requires { Describe<T>::shorthand; }) {
      type.shorthand = Describe<T>::shorthand;
      type.offset = static_cast<std::uint16_t>(Describe<T>::bare);
    }
    return type;
  }
  static constexpr Type value = describe();
};
template <class T>
struct TypeOf<T, std::enable_if_t<std::is_enum_v<T>>> {
  static constexpr Type describe() {
    Type type(Kind::token);
    type.tokens = Tokens<T>::names;
    type.count = static_cast<std::uint16_t>(std::size(Tokens<T>::names));
    return type;
  }
  static constexpr Type value = describe();
};
template <Kind K>
struct Plain {
  static constexpr Type value = Type(K);
};
template <>
struct TypeOf<bool> : Plain<Kind::boolean> {};
template <>
struct TypeOf<std::int64_t> : Plain<Kind::integer> {};
template <>
struct TypeOf<Decimal> : Plain<Kind::decimal> {};
template <>
struct TypeOf<Money> : Plain<Kind::money> {};
template <>
struct TypeOf<Currency> : Plain<Kind::currency> {};
template <>
struct TypeOf<std::string> : Plain<Kind::text> {};
template <>
struct TypeOf<const char*> : Plain<Kind::code> {};
template <>
struct TypeOf<Month> : Plain<Kind::month> {};
template <>
struct TypeOf<Date> : Plain<Kind::date> {};
template <>
struct TypeOf<Scalar> : Plain<Kind::scalar> {};
template <>
struct TypeOf<Params> : Plain<Kind::params> {};
template <>
struct TypeOf<RawJson> : Plain<Kind::raw> {};
template <>
struct TypeOf<JsonText> : Plain<Kind::json> {};

/// Whether a default value is all zeros in memory, as far as that is known; a test holds it to
/// that.
template <class T>
constexpr bool is_zeros = std::is_arithmetic_v<T> || std::is_enum_v<T>;
template <>
constexpr inline bool is_zeros<Decimal> = true;
template <>
constexpr inline bool is_zeros<Money> = true;
template <class T>
constexpr bool is_zeros<std::optional<T>> = true;
template <class T>
constexpr bool is_zeros<List<T>> = true;
template <class T>
constexpr bool is_zeros<Keyed<T>> = true;
#ifdef _LIBCPP_VERSION
template <>
constexpr inline bool is_zeros<std::string> = true;
#endif

template <class T>
void make_default(void* place) {
  ::new (place) T();
}

template <class T>
constexpr Type container(Kind kind, std::size_t stride, std::size_t offset) {
  Type type(kind);
  type.element = &TypeOf<T>::value;
  type.stride = static_cast<std::uint16_t>(stride);
  type.offset = static_cast<std::uint16_t>(offset);
  if constexpr (is_read<T> && !is_zeros<T>) type.make = make_default<T>;
  return type;
}
template <class T>
struct TypeOf<std::optional<T>> {
  // Both libraries keep the value first and the flag behind it; a test holds them to that.
  static constexpr Type value = container<T>(Kind::optional, sizeof(T), sizeof(T));
};
template <class T>
struct TypeOf<Maybe<T>> {
  static constexpr Type value = container<T>(Kind::optional, sizeof(T), 0);
};
template <class T>
struct TypeOf<List<T>> {
  static constexpr Type value = container<T>(Kind::list, sizeof(T), 0);
};
template <class T>
struct TypeOf<Keyed<T>> {
  static constexpr Type value =
      container<T>(Kind::keyed, sizeof(Entry<T>), offsetof(Entry<T>, value));
};

}  // namespace detail

/// The description of a C++ type.
template <class T>
constexpr const Type& type_of() {
  return detail::TypeOf<T>::value;
}

}  // namespace allymark

// Starts a field of a table: ALLYMARK_FIELD(Tier, rate, "rate").between<0, 1000>()
#define ALLYMARK_FIELD(Record, member, outside)                \
  ::allymark::Field {                                          \
    outside, &::allymark::type_of<decltype(Record::member)>(), \
        static_cast<std::uint16_t>(offsetof(Record, member))   \
  }
