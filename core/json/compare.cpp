#include "json/compare.hpp"

#include <cstdint>

#include "json/canonical.hpp"

namespace allymark::json {
namespace {

class Comparison {
 public:
  Comparison(const Document& from, const Document& to, Compared compared, std::size_t most)
      : from_(from), to_(to), compared_(compared), most_(most) {}

  void compare(const Node& from, const Node& to, const Place& at) {
    if (from.kind == to.kind && from.kind == NodeKind::object) return objects(from, to, at);
    if (from.kind == to.kind && from.kind == NodeKind::array) return lists(from, to, at);
    if (canonical(from_, from) != canonical(to_, to)) add(&from, &to, at);
  }

  List<Change> found;

 private:
  void add(const Node* from, const Node* to, const Place& at) {
    if (found.size() == most_) return;
    Change& change = found.emplace_back();
    change.path = at.pointer();
    if (from != nullptr) change.from = JsonText{canonical(from_, *from)};
    if (to != nullptr) change.to = JsonText{canonical(to_, *to)};
  }

  void objects(const Node& from, const Node& to, const Place& at) {
    from_.each(from, [&](const Node& member) {
      const Place place = at.key(from_.key(member));
      const Node* other = to_.member(to, from_.key(member));
      if (other == nullptr) {
        add(&member, nullptr, place);
      } else {
        compare(member, *other, place);
      }
    });
    if (compared_ == Compared::stated) return;
    to_.each(to, [&](const Node& member) {
      if (from_.member(from, to_.key(member)) != nullptr) return;
      add(nullptr, &member, at.key(to_.key(member)));
    });
  }

  /// What an entry is called, or nothing.
  static std::string_view name_of(const Document& document, const Node& entry) {
    if (entry.kind != NodeKind::object || document.count(entry) == 0) return {};
    const Node& first = document[document.index_of(entry) + 1];
    return first.kind == NodeKind::string ? document.text(first) : std::string_view();
  }

  void lists(const Node& from, const Node& to, const Place& at) {
    List<const Node*> olds;
    List<const Node*> news;
    from_.each(from, [&](const Node& entry) { olds.push_back(&entry); });
    to_.each(to, [&](const Node& entry) { news.push_back(&entry); });
    for (std::size_t i = 0; i < news.size(); ++i) {
      const std::size_t partner = partner_of(*news[i], i, olds);
      if (partner == olds.size()) continue;
      compare(*olds[partner], *news[i], at.index(i));
      olds[partner] = nullptr;
      news[i] = nullptr;
    }
    for (std::size_t i = 0; i < olds.size(); ++i) {
      if (olds[i] != nullptr) add(olds[i], nullptr, at.index(i));
    }
    for (std::size_t i = 0; i < news.size(); ++i) {
      if (news[i] != nullptr) add(nullptr, news[i], at.index(i));
    }
  }

  /// The old entry of the same name that is still free; without a name the one in its place.
  std::size_t partner_of(const Node& entry, std::size_t index,
                         const List<const Node*>& olds) const {
    const std::string_view name =
        compared_ == Compared::all ? name_of(to_, entry) : std::string_view();
    std::size_t partner = olds.size();
    for (std::size_t i = 0; i < olds.size(); ++i) {
      if (olds[i] == nullptr) continue;
      if (name.empty()) {
        if (i == index) return i;
      } else if (name_of(from_, *olds[i]) == name) {
        // Of several of one name the one that has not changed.
        if (canonical(from_, *olds[i]) == canonical(to_, entry)) return i;
        if (partner == olds.size()) partner = i;
      }
    }
    return partner;
  }

  const Document& from_;
  const Document& to_;
  Compared compared_;
  std::size_t most_;
};

}  // namespace

List<Change> differences(const Part& from, const Part& to, Compared compared, std::size_t most,
                         const Place& at) {
  Comparison comparison(from.document, to.document, compared, most);
  comparison.compare(from.node, to.node, at);
  return std::move(comparison.found);
}

List<Change> differences(const std::string& from, const std::string& to) {
  Errors none;
  const Document first = Document::parse(from, none);
  const Document second = Document::parse(to, none);
  return differences({first, first.root()}, {second, second.root()}, Compared::all, SIZE_MAX);
}

std::optional<std::string> rule_at(const std::string& path, const Pack& pack) {
  // The path by its names alone: "/commission/years/0/target" is "/commission/years/target".
  std::string plain;
  for (std::size_t begin = 0; begin < path.size();) {
    std::size_t end = path.find('/', begin + 1);
    if (end == std::string::npos) end = path.size();
    const bool position = path[begin + 1] >= '0' && path[begin + 1] <= '9';
    if (!position) plain.append(path, begin, end - begin);
    begin = end;
  }
  plain += '/';
  const std::string* closest = nullptr;
  std::size_t length = 0;
  const auto offer = [&](const std::string& rule, const std::string& place) {
    if (place.size() <= length || !plain.starts_with(place)) return;
    if (plain[place.size()] != '/') return;
    closest = &rule;
    length = place.size();
  };
  for (const auto& entry : pack.provenance) {
    // A rule stands for the place that it is named after.
    std::string own = "/";
    own += entry.key;
    for (char& letter : own) letter = letter == '.' ? '/' : letter;
    offer(entry.key, own);
    for (const auto& place : entry.value.covers) offer(entry.key, place);
  }
  if (closest == nullptr) return std::nullopt;
  return *closest;
}

}  // namespace allymark::json
