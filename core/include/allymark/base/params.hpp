#pragma once
// Params: the named figures a code carries (an error's limit, a finding's numbers). The core
// returns codes and params; the sentences live in the page's text tables.

#include <string>
#include <string_view>
#include <utility>

#include "allymark/base/decimal.hpp"
#include "allymark/base/list.hpp"
#include "allymark/base/money.hpp"

namespace allymark {

/// One value of a param or of a trace input: a figure, an amount or a text.
class Scalar {
 public:
  enum class Kind : std::uint8_t { number, amount, text };
  Scalar() = default;
  /// A figure, an amount in yuan, or a text that is copied.
  /// @{
  Scalar(Decimal value) : number_(value.nanos()) {}                          // NOLINT
  Scalar(Money value) : kind_(Kind::amount), number_(value.fen()) {}         // NOLINT
  Scalar(std::string value) : kind_(Kind::text), text_(std::move(value)) {}  // NOLINT
  Scalar(std::string_view value) : kind_(Kind::text), text_(value) {}        // NOLINT
  Scalar(const char* value) : kind_(Kind::text), text_(value) {}             // NOLINT
  /// @}

  /// Which of the three below holds something.
  Kind kind() const { return kind_; }
  /// The figure; only of a number.
  Decimal number() const { return Decimal::nanos(number_); }
  /// The amount; only of an amount.
  Money amount() const { return Money::fen(number_); }
  /// The text; empty for figures and amounts.
  const std::string& text() const { return text_; }
  /// Of the same kind and value; a figure never equals an amount.
  bool operator==(const Scalar&) const = default;

 private:
  Kind kind_ = Kind::number;
  std::int64_t number_ = 0;
  std::string text_;
};

struct Param {
  std::string_view name;  ///< a literal
  Scalar value;
};

/// Named values in the order they were added. Errors and findings hand out the params of what was
/// just added: errors.add(code, at).with("minimum", low).with("value", found).
class Params {
 public:
  /// Adds a value under a name, which must be a literal, and returns the params for the next one.
  /// @{
  Params& with(const char* name, Decimal value);
  Params& with(const char* name, Money value);
  Params& with(const char* name, const char* value);
  Params& with(const char* name, const std::string& value);
  Params& with(const char* name, std::string_view value);
  Params& with(const char* name, std::size_t count);
  /// @}

  /// In the order they were added.
  /// @{
  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }
  /// @}

 private:
  List<Param> items_;
};

}  // namespace allymark
