#include "allymark/base/place.hpp"

#include "allymark/base/decimal.hpp"

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
    case Kind::index: Decimal::whole(static_cast<std::int64_t>(index_)).append_to(out); return;
    case Kind::pointer: return;
  }
}

std::string Place::pointer() const {
  std::string out;
  append_to(out);
  return out;
}

}  // namespace allymark
