#pragma once
// Place: where something stands in a document, as a chain of tokens that lives on the stack. It
// becomes a JSON Pointer (RFC 6901) only when an error or finding needs one, so checking a good
// document builds no text at all.

#include <cstddef>
#include <string>
#include <string_view>

namespace allymark {

class Place {
 public:
  /// The whole document.
  constexpr Place() = default;
  /// A prefix that is a JSON Pointer already; it must outlive the place.
  static constexpr Place at(std::string_view pointer) {
    return Place(nullptr, pointer, Kind::pointer, 0);
  }

  /// A member named in the program; may hold several tokens: member("score/metrics").
  /// The parent must outlive the result, so name each link of a chain that is kept.
  Place member(const char* tokens) const;
  /// A member named by the document; "~" and "/" are escaped.
  Place key(std::string_view name) const;
  /// The same; `name` must outlive the place.
  Place key(const std::string& name) const;
  /// The same; `name` must outlive the place.
  Place key(const char* name) const { return key(std::string_view(name)); }
  /// An entry of a list, counted from 0.
  Place index(std::size_t i) const;

  /// JSON Pointer (RFC 6901) from the document's root, empty for the whole of it.
  std::string pointer() const;

 private:
  enum class Kind : unsigned char { pointer, literal, key, index };
  constexpr Place(const Place* parent, std::string_view token, Kind kind, std::size_t index)
      : parent_(parent), token_(token), index_(index), kind_(kind) {}
  void append_to(std::string& out) const;

  const Place* parent_ = nullptr;
  std::string_view token_;
  std::size_t index_ = 0;
  Kind kind_ = Kind::pointer;
};

}  // namespace allymark
