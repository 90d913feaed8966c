#include "allymark/base/fields.hpp"

#include <cstring>

#include "allymark/agree/clause.hpp"
#include "allymark/base/money.hpp"
#include "support/catch.hpp"

using namespace allymark;

namespace {

/// Whether a default value is nothing but zeros in memory, padding aside.
template <class T>
bool is_blank() {
  alignas(T) unsigned char place[sizeof(T)];
  std::memset(place, 0, sizeof(T));
  ::new (static_cast<void*>(place)) T();
  const unsigned char zeros[sizeof(T)] = {};
  return std::memcmp(place, zeros, sizeof(T)) == 0;
}

template <class T>
void said_of() {
  INFO(sizeof(T));
  CHECK(detail::is_zeros<T>);
  CHECK(is_blank<T>());
}

}  // namespace

TEST_CASE("what is filled with zeros is zeros by default") {
  said_of<bool>();
  said_of<std::int64_t>();
  said_of<TierReading>();
  said_of<Decimal>();
  said_of<Money>();
  said_of<List<Decimal>>();
  said_of<Keyed<Decimal>>();
  CHECK_FALSE(detail::is_zeros<Maybe<Decimal>>);
  CHECK_FALSE(is_blank<Maybe<Decimal>>());
  CHECK_FALSE(detail::is_zeros<Deduction>);
}

TEST_CASE("a list or map is filled with default values, one or many") {
  for (const std::size_t count : {0U, 1U, 3U}) {
    List<Tier> tiers;
    type_of<List<Tier>>().fill(&tiers, count);
    REQUIRE(tiers.size() == count);
    for (const Tier& tier : tiers) {
      CHECK_FALSE(tier.up_to);
      CHECK_FALSE(tier.rate);
    }
    Keyed<Deduction> named;
    type_of<Keyed<Deduction>>().fill(&named, count);
    REQUIRE(named.size() == count);
    for (const auto& entry : named) {
      CHECK(entry.key.empty());
      CHECK(entry.value.id.empty());
      CHECK(entry.value.percent == Deduction().percent);
    }
    List<Maybe<Decimal>> figures;
    type_of<List<Maybe<Decimal>>>().fill(&figures, count);
    REQUIRE(figures.size() == count);
    for (const auto& figure : figures) CHECK_FALSE(figure);
  }
}

TEST_CASE("an optional that was filled holds a default value, in either form") {
  std::optional<Tier> tier;
  CHECK_FALSE(type_of<std::optional<Tier>>().holds(&tier));
  type_of<std::optional<Tier>>().hold(&tier);
  REQUIRE(tier.has_value());
  CHECK_FALSE(tier->rate);
  std::optional<std::string> text;
  type_of<std::optional<std::string>>().hold(&text);
  REQUIRE(text.has_value());
  CHECK(text->empty());
  *text = "a text that is longer than what a string keeps in itself";
  Maybe<Decimal> figure;
  CHECK_FALSE(type_of<Maybe<Decimal>>().holds(&figure));
  type_of<Maybe<Decimal>>().hold(&figure);
  REQUIRE(figure.has_value());
  CHECK(*figure == Decimal());
  Maybe<Date> day;
  type_of<Maybe<Date>>().hold(&day);
  CHECK(day.has_value());
}
