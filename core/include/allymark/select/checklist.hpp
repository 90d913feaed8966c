#pragma once
// Checklist: the named questions, dimensions and items that the pack asks about a candidate, and
// the answers a dossier gives to them (DOMAIN 2). A question that was not answered is unknown, and
// unknown is never no.

#include <optional>
#include <string>
#include <string_view>

#include "allymark/base/error.hpp"
#include "allymark/base/list.hpp"
#include "allymark/measure/metric.hpp"

namespace allymark {

/// One thing asked about; the labels live in the pack.
struct Item {
  std::string id;
  Label label;
};
struct ItemGroup {
  std::string id;
  Label label;
  List<Item> items;
};

/// Smallest and largest rating, 1 and 5 stars.
struct RatingScale {
  Decimal low;
  Decimal high;
};

enum class Signal : std::uint8_t { yes, no, unknown };

/// The answer to a question; unknown when there is none.
Signal answer(const Keyed<Signal>& answers, const std::string& id);

/// How many of some questions are answered how.
struct SignalCount {
  std::int64_t yes = 0;
  std::int64_t no = 0;
  std::int64_t unknown = 0;
};
/// Example: yes, no and one not answered are 1, 1 and 1.
SignalCount count(const Keyed<Signal>& answers, const List<Item>& items);

/// Errors: an empty list (empty_list), an id that stands twice (duplicate_id).
void check(const List<Item>& items, const Place& at, Errors& errors);
/// The same for groups, over all of their items.
void check(const List<ItemGroup>& groups, const Place& at, Errors& errors);
/// below_minimum unless the lowest rating is below the highest.
void check(const RatingScale& scale, const Place& at, Errors& errors);

/// unknown_item unless `id` is one of the items.
void check_item(std::string_view id, const List<Item>& items, const Place& at, Errors& errors);
/// The same for every key of an answer.
template <class T>
void check_items(const Keyed<T>& given, const List<Item>& items, const Place& at, Errors& errors) {
  for (const auto& entry : given) check_item(entry.key, items, at.key(entry.key), errors);
}

/// below_minimum or above_maximum when a rating is off the scale; nothing when it is missing.
void check_rating(const Maybe<Decimal>& rating, const RatingScale& scale, const Place& at,
                  Errors& errors);

template <>
struct Tokens<Signal> {
  static constexpr const char* names[] = {"yes", "no", "unknown"};
};
template <>
struct Describe<Item> {
  static constexpr const char* name = "item";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Item, id, "id").required().says(ALLYMARK_DOC("id, unique in its list")),
      ALLYMARK_FIELD(Item, label, "label").required().says(ALLYMARK_DOC("shown name")),
  };
};
template <>
struct Describe<ItemGroup> {
  static constexpr const char* name = "item_group";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(ItemGroup, id, "id").required().says(ALLYMARK_DOC("id of the group")),
      ALLYMARK_FIELD(ItemGroup, label, "label").required().says(ALLYMARK_DOC("shown name")),
      ALLYMARK_FIELD(ItemGroup, items, "items")
          .required()
          .at_most_long(50)
          .says(ALLYMARK_DOC("what is asked in the group")),
  };
};
template <>
struct Describe<RatingScale> {
  static constexpr const char* name = "rating_scale";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(RatingScale, low, "low")
          .required()
          .between<0, 100>()
          .says(ALLYMARK_DOC("smallest rating")),
      ALLYMARK_FIELD(RatingScale, high, "high")
          .required()
          .between<0, 100>()
          .says(ALLYMARK_DOC("largest rating")),
  };
};

}  // namespace allymark
