#pragma once
// Error: what is wrong with an input, where, and with which figures. An error is a value in the
// result; all errors of an input are collected before anything is refused.

#include <string>
#include <string_view>
#include <vector>

#include "allymark/base/params.hpp"

namespace allymark {

struct Error {
  const char* code = "";  ///< one of allymark/base/codes.hpp
  std::string path;       ///< JSON Pointer (RFC 6901) into the request
  Params params;
};

using Errors = std::vector<Error>;

/// Appends one reference token to a JSON Pointer, escaping "~" and "/".
void append_token(std::string& pointer, std::string_view token);
std::string child(std::string_view pointer, std::string_view token);
std::string child(std::string_view pointer, std::size_t index);

/// Sorts by path, then code, so that the order of JSON keys changes nothing.
void sort(Errors& errors);

}  // namespace allymark
