#include "allymark/select/checklist.hpp"

#include "allymark/base/codes.hpp"

namespace allymark {
namespace {

/// Adds duplicate_id when an id stands in the list before.
void check_unique(List<std::string_view>& seen, const std::string& id, const Place& at,
                  Errors& errors) {
  for (const auto known : seen) {
    if (known == id) errors.add_duplicate(at, "id", id);
  }
  seen.push_back(id);
}

void check_items_once(const List<Item>& items, List<std::string_view>& seen, const Place& at,
                      Errors& errors) {
  if (items.empty()) errors.add(error_code::empty_list, at);
  for (std::size_t i = 0; i < items.size(); ++i) {
    check_unique(seen, items[i].id, at.index(i), errors);
  }
}

}  // namespace

Signal answer(const Keyed<Signal>& answers, const std::string& id) {
  const Signal* given = answers.find(id);
  return given == nullptr ? Signal::unknown : *given;
}

SignalCount count(const Keyed<Signal>& answers, const List<Item>& items) {
  SignalCount result;
  for (const auto& item : items) {
    switch (answer(answers, item.id)) {
      case Signal::yes: ++result.yes; break;
      case Signal::no: ++result.no; break;
      case Signal::unknown: ++result.unknown; break;
    }
  }
  return result;
}

void check(const List<Item>& items, const Place& at, Errors& errors) {
  List<std::string_view> seen;
  check_items_once(items, seen, at, errors);
}

void check(const List<ItemGroup>& groups, const Place& at, Errors& errors) {
  if (groups.empty()) errors.add(error_code::empty_list, at);
  List<std::string_view> group_ids;
  List<std::string_view> item_ids;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const Place group = at.index(i);
    check_unique(group_ids, groups[i].id, group, errors);
    check_items_once(groups[i].items, item_ids, group.member("items"), errors);
  }
}

void check(const RatingScale& scale, const Place& at, Errors& errors) {
  if (scale.low < scale.high) return;
  errors.add(error_code::below_minimum, at, "high")
      .with("minimum", scale.low)
      .with("value", scale.high);
}

void check_item(std::string_view id, const List<Item>& items, const Place& at, Errors& errors) {
  for (const auto& item : items) {
    if (item.id == id) return;
  }
  errors.add(error_code::unknown_item, at).with("id", id);
}

void check_rating(const Maybe<Decimal>& rating, const RatingScale& scale, const Place& at,
                  Errors& errors) {
  if (!rating) return;
  if (*rating < scale.low) {
    errors.add(error_code::below_minimum, at).with("minimum", scale.low).with("value", *rating);
  } else if (*rating > scale.high) {
    errors.add(error_code::above_maximum, at).with("maximum", scale.high).with("value", *rating);
  }
}

}  // namespace allymark
