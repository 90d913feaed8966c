#pragma once
// Error: what is wrong with an input, where, and with which figures. An error is a value in the
// result; all errors of an input are collected before anything is refused.

#include <string>
#include <string_view>

#include "allymark/base/list.hpp"
#include "allymark/base/params.hpp"
#include "allymark/base/place.hpp"

namespace allymark {

struct Error {
  const char* code = "";  ///< one of allymark/base/codes.hpp
  std::string path;       ///< JSON Pointer (RFC 6901) into the request
  Params params;
};

/// All errors of an input.
class Errors {
 public:
  /// Adds an error and returns its params, to be filled at once.
  Params& add(const char* code, const Place& at);
  /// The same about a member of what stands there: its name, or several separated by "/".
  Params& add(const char* code, const Place& at, const char* member);
  /// Adds duplicate_id about a member whose id stands in its list before.
  void add_duplicate(const Place& at, const char* member, std::string_view id);
  /// Drops of those behind the first `known` what stands at, above or below the place of one of
  /// them: what could not be read must not be judged too.
  void keep_apart(std::size_t known);
  /// As of a standard container, in the order they were added.
  /// @{
  bool empty() const { return items_.empty(); }
  std::size_t size() const { return items_.size(); }
  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }
  /// @}

  /// Removes an error that does not count; false when there is none of that code at that path.
  bool remove(const char* code, std::string_view path);
  /// Orders by path, then code, so that the order of JSON keys changes nothing.
  void sort();

 private:
  List<Error> items_;
};

}  // namespace allymark
