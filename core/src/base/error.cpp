#include "allymark/base/error.hpp"

#include "allymark/base/codes.hpp"
#include "allymark/base/order.hpp"

namespace allymark {

Params& Errors::add(const char* code, const Place& at) {
  items_.push_back({code, at.pointer(), {}});
  return items_.back().params;
}

namespace {

/// Whether `inner` is `outer` or stands below it.
bool contains(std::string_view outer, std::string_view inner) {
  return inner.substr(0, outer.size()) == outer &&
         (inner.size() == outer.size() || inner[outer.size()] == '/');
}

}  // namespace

Params& Errors::add(const char* code, const Place& at, const char* member) {
  return add(code, at.member(member));
}

void Errors::add_duplicate(const Place& at, const char* member, std::string_view id) {
  add(error_code::duplicate_id, at, member).with("id", id);
}

void Errors::keep_apart(std::size_t known) {
  for (std::size_t at = known; at < items_.size();) {
    bool apart = true;
    for (std::size_t i = 0; i < known && apart; ++i) {
      apart =
          !contains(items_[i].path, items_[at].path) && !contains(items_[at].path, items_[i].path);
    }
    if (apart) {
      ++at;
    } else {
      items_.erase(items_.begin() + at);
    }
  }
}

bool Errors::remove(const char* code, std::string_view path) {
  for (auto it = items_.begin(); it != items_.end(); ++it) {
    if (it->path == path && std::string_view(it->code) == code) {
      items_.erase(it);
      return true;
    }
  }
  return false;
}

void Errors::sort() {
  allymark::sort(items_, [](const Error& a, const Error& b) {
    if (a.path != b.path) return a.path < b.path;
    return std::string_view(a.code) < b.code;
  });
}

}  // namespace allymark
