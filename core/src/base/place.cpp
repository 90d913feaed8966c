#include "allymark/base/place.hpp"

#include "allymark/base/rounding.hpp"

namespace allymark {
namespace {

void append_escaped(std::string& out, std::string_view token) {
  for (const char c : token) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
}

}  // namespace

// Out of line: they stand in a hundred places that report something.
[[gnu::noinline]] Place Place::member(const char* tokens) const {
  return Place(this, tokens, Kind::literal, 0);
}
[[gnu::noinline]] Place Place::key(std::string_view name) const {
  return Place(this, name, Kind::key, 0);
}
[[gnu::noinline]] Place Place::key(const std::string& name) const {
  return Place(this, name, Kind::key, 0);
}
[[gnu::noinline]] Place Place::index(std::size_t i) const {
  return Place(this, {}, Kind::index, i);
}

void Place::append_to(std::string& out) const {
  if (parent_ != nullptr) parent_->append_to(out);
  if (kind_ == Kind::pointer) {
    out += token_;
    return;
  }
  out += '/';
  switch (kind_) {
    case Kind::literal: out += token_; return;
    case Kind::key: return append_escaped(out, token_);
    case Kind::index: append_digits(out, index_); return;
    case Kind::pointer: return;
  }
}

std::string Place::pointer() const {
  std::string out;
  append_to(out);
  return out;
}

}  // namespace allymark
