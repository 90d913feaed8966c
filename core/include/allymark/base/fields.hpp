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
#include <utility>

#include "allymark/base/date.hpp"
#include "allymark/base/decimal.hpp"
#include "allymark/base/list.hpp"
#include "allymark/base/money.hpp"
#include "allymark/base/params.hpp"

// Documentation texts exist in native builds only: the schema generator runs there.
#ifdef ALLYMARK_DOC_TEXT
#define ALLYMARK_DOC(text) text
#define ALLYMARK_NAME_OF(T) Describe<T>::name
#else
#define ALLYMARK_DOC(text) ""
#define ALLYMARK_NAME_OF(T) ""
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
  explicit Keyed(std::size_t count) : entries_(count) {}
  /// Names the entry at `index` and returns its value.
  T& name(std::size_t index, std::string_view key) {
    entries_[index].key = key;
    return entries_[index].value;
  }
  T& append(std::string_view key) {
    entries_.push_back({std::string(key), T{}});
    return entries_.back().value;
  }
  const T* find(const std::string& key) const { return find(std::string_view(key)); }
  const T* find(const char* key) const { return find(std::string_view(key)); }
  const T* find(std::string_view key) const {
    for (const auto& entry : entries_) {
      if (entry.key == key) return &entry.value;
    }
    return nullptr;
  }
  std::size_t size() const { return entries_.size(); }
  bool empty() const { return entries_.empty(); }
  auto begin() const { return entries_.begin(); }
  auto end() const { return entries_.end(); }
  const Entry<T>& operator[](std::size_t i) const { return entries_[i]; }

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

/// Everything the interpreter needs to know about a C++ type.
struct Type {
  Kind kind;
  const char* name = "";
  const Type* element = nullptr;  ///< of optional, list and keyed
  const Field* fields = nullptr;  ///< of a record
  std::uint16_t field_count = 0;
  const char* shorthand = nullptr;  ///< a record may be written as the bare value of this field
  std::uint16_t bare_offset = 0;    ///< of the flag that says it was
  const char* const* tokens = nullptr;
  std::uint8_t token_count = 0;
  /// Makes a container of so many default values where an empty one, which owns nothing, was.
  void (*make)(void* container, std::size_t count) = nullptr;
  /// The place of a value in a container that was made; a map's key is set.
  void* (*slot)(void* container, std::size_t index, std::string_view key) = nullptr;
  std::size_t (*size)(const void* container) = nullptr;
  const void* (*at)(const void* container, std::size_t index, std::string_view* key) = nullptr;
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
  std::int8_t shown_places = -1;  ///< decimals in a result; -1 = exact
#ifdef ALLYMARK_DOC_TEXT
  const char* doc = "";
#endif

  constexpr Field required() const {
    Field f = *this;
    f.is_required = true;
    return f;
  }
  constexpr Field nullable() const {
    Field f = *this;
    f.is_nullable = true;
    return f;
  }
  constexpr Field option() const {
    Field f = *this;
    f.is_option = true;
    return f;
  }
  constexpr Field whole() const {
    Field f = *this;
    f.must_be_whole = true;
    return f;
  }
  constexpr Field shown(int places) const {
    Field f = *this;
    f.shown_places = static_cast<std::int8_t>(places);
    return f;
  }
  template <std::int64_t From, std::int64_t To>
  constexpr Field between() const {
    Field f = *this;
    f.bounds = &range<From, To>;
    return f;
  }
  constexpr Field at_most_long(int n) const {
    Field f = *this;
    f.longest = static_cast<std::uint16_t>(n);
    return f;
  }
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
constexpr bool is_read<List<T>> = is_read<T>;
template <class T>
constexpr bool is_read<Keyed<T>> = is_read<T>;

template <class T, class = void>
struct TypeOf {  // records
  static constexpr Type describe() {
    Type type{Kind::record};
    type.name = ALLYMARK_NAME_OF(T);
    type.fields = Describe<T>::fields;
    type.field_count = static_cast<std::uint16_t>(std::size(Describe<T>::fields));
    if constexpr (requires { Describe<T>::shorthand; }) {
      type.shorthand = Describe<T>::shorthand;
      type.bare_offset = static_cast<std::uint16_t>(Describe<T>::bare);
    }
    return type;
  }
  static constexpr Type value = describe();
};
template <class T>
struct TypeOf<T, std::enable_if_t<std::is_enum_v<T>>> {
  static constexpr Type describe() {
    Type type{Kind::token};
    type.tokens = Tokens<T>::names;
    type.token_count = static_cast<std::uint8_t>(std::size(Tokens<T>::names));
    return type;
  }
  static constexpr Type value = describe();
};
template <Kind K>
struct Plain {
  static constexpr Type value{K};
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

/// What a type needs to be filled; types that only leave the engine need nothing.
template <class T, class Ops>
constexpr Type container(Kind kind) {
  Type type{kind};
  type.element = &TypeOf<T>::value;
  type.size = Ops::size;
  type.at = Ops::at;
  if constexpr (is_read<T>) {
    type.make = Ops::make;
    type.slot = Ops::slot;
  }
  return type;
}

template <class T>
struct TypeOf<std::optional<T>> {
  using C = std::optional<T>;
  static void make(void* p, std::size_t) { ::new (p) C(std::in_place); }
  static void* slot(void* p, std::size_t, std::string_view) { return &**static_cast<C*>(p); }
  static std::size_t size(const void* p) { return static_cast<const C*>(p)->has_value() ? 1 : 0; }
  static const void* at(const void* p, std::size_t, std::string_view*) {
    return &**static_cast<const C*>(p);
  }
  static constexpr Type value = container<T, TypeOf>(Kind::optional);
};
template <class T>
struct TypeOf<List<T>> {
  using C = List<T>;
  static void make(void* p, std::size_t count) { ::new (p) C(count); }
  static void* slot(void* p, std::size_t i, std::string_view) { return &(*static_cast<C*>(p))[i]; }
  static std::size_t size(const void* p) { return static_cast<const C*>(p)->size(); }
  static const void* at(const void* p, std::size_t i, std::string_view*) {
    return &(*static_cast<const C*>(p))[i];
  }
  static constexpr Type value = container<T, TypeOf>(Kind::list);
};
template <class T>
struct TypeOf<Keyed<T>> {
  using C = Keyed<T>;
  static void make(void* p, std::size_t count) { ::new (p) C(count); }
  static void* slot(void* p, std::size_t i, std::string_view key) {
    return &static_cast<C*>(p)->name(i, key);
  }
  static std::size_t size(const void* p) { return static_cast<const C*>(p)->size(); }
  static const void* at(const void* p, std::size_t i, std::string_view* key) {
    const auto& entry = (*static_cast<const C*>(p))[i];
    *key = entry.key;
    return &entry.value;
  }
  static constexpr Type value = container<T, TypeOf>(Kind::keyed);
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
