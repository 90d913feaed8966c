#pragma once
// Short ways to write the core's values down in a test.

#include <memory>
#include <string>
#include <string_view>

#include "allymark/base/codes.hpp"
#include "allymark/dossier.hpp"
#include "allymark/policy/pack.hpp"
#include "json/document.hpp"
#include "json/read.hpp"
#include "support/catch.hpp"

namespace Catch {

template <>
struct StringMaker<allymark::Decimal> {
  static std::string convert(const allymark::Decimal& value) { return value.text(); }
};
template <>
struct StringMaker<allymark::Money> {
  static std::string convert(const allymark::Money& value) {
    std::string text;
    value.append_to(text);
    return text + " yuan";
  }
};

}  // namespace Catch

namespace test {

/// A decimal from its text: d("5.1").
inline allymark::Decimal d(std::string_view text) {
  allymark::Decimal value;
  if (allymark::Decimal::parse(text, value) != allymark::Decimal::Parse::ok) {
    FAIL("not a decimal: " << text);
  }
  return value;
}

/// An amount of yuan from its text: yuan("2678571.43").
inline allymark::Money yuan(std::string_view text) {
  return allymark::Money::of(d(text), allymark::Decimal::whole(1), allymark::Rounding::half_away);
}

inline allymark::Month month(std::string_view text) {
  allymark::Month value;
  if (!allymark::Month::parse(text, value)) FAIL("not a month: " << text);
  return value;
}

inline allymark::Date date(std::string_view text) {
  allymark::Date value;
  if (!allymark::Date::parse(text, value)) FAIL("not a date: " << text);
  return value;
}

/// The value that a JSON text describes, read by the value's own field table.
template <class T>
T from_json(std::string_view text) {
  // Kept for the whole run, so that values may point into their document.
  static allymark::List<std::unique_ptr<allymark::json::Document>> documents;
  allymark::Errors errors;
  allymark::Findings findings;
  documents.push_back(
      std::make_unique<allymark::json::Document>(allymark::json::Document::parse(text, errors)));
  T value{};
  if (errors.empty()) {
    allymark::json::Reader(*documents.back(), errors, findings)
        .read(documents.back()->root(), value, {});
  }
  for (const auto& error : errors) FAIL(error.code << " at " << error.path << " in " << text);
  return value;
}

/// The token of an enumeration's value, as the outside sees it.
template <class T>
std::string name(T value) {
  return allymark::Tokens<T>::names[static_cast<std::size_t>(value)];
}

/// A list of ids as one text: "conversion nps".
template <class List>
std::string joined(const List& list) {
  std::string text;
  for (const auto& item : list) {
    if (!text.empty()) text += ' ';
    text += std::string_view(item);
  }
  return text;
}

/// Errors as "code path" lines, so that a failed comparison can be read.
inline allymark::List<std::string> lines(const allymark::Errors& errors) {
  allymark::List<std::string> result;
  for (const auto& error : errors) {
    result.push_back(std::string(error.code) + " " + std::string(error.path));
  }
  return result;
}

/// How many findings of a code there are.
inline int count(const allymark::Findings& findings, std::string_view code) {
  int n = 0;
  for (const auto& finding : findings.list()) n += code == finding.code ? 1 : 0;
  return n;
}

/// The first finding of a code; fails the test when there is none.
inline const allymark::Finding& finding(const allymark::Findings& findings, std::string_view code) {
  for (const auto& item : findings.list()) {
    if (code == item.code) return item;
  }
  FAIL("no finding " << code);
  return findings.list().front();
}

/// A param by name; fails the test when there is none.
inline allymark::Scalar param(const allymark::Params& params, std::string_view name) {
  for (const auto& item : params) {
    if (item.name == name) return item.value;
  }
  FAIL("no param " << name);
  return {};
}

/// Params as one text, in their order: "metric=nps limit=65".
inline std::string told(const allymark::Params& params) {
  std::string text;
  for (const auto& item : params) {
    if (!text.empty()) text += ' ';
    text += std::string(item.name) + '=';
    switch (item.value.kind()) {
      case allymark::Scalar::Kind::number: text += item.value.number().text(); break;
      case allymark::Scalar::Kind::amount: text += item.value.amount().yuan().text(); break;
      case allymark::Scalar::Kind::text: text += item.value.text(); break;
    }
  }
  return text;
}

/// A file of the project as text.
std::string file(const std::string& path);

/// The shipped pack insurance-data, as text and as a value.
const std::string& pack_text();
const allymark::Pack& pack();

}  // namespace test
