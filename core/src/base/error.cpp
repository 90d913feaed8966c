#include "allymark/base/error.hpp"

#include <algorithm>
#include <cstring>

namespace allymark {

void append_token(std::string& pointer, std::string_view token) {
  pointer += '/';
  for (const char c : token) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
}

std::string child(std::string_view pointer, std::string_view token) {
  std::string result(pointer);
  append_token(result, token);
  return result;
}

std::string child(std::string_view pointer, std::size_t index) {
  return child(pointer, Decimal::whole(static_cast<std::int64_t>(index)).text());
}

void sort(Errors& errors) {
  std::stable_sort(errors.begin(), errors.end(), [](const Error& a, const Error& b) {
    if (a.path != b.path) return a.path < b.path;
    return std::strcmp(a.code, b.code) < 0;
  });
}

}  // namespace allymark
