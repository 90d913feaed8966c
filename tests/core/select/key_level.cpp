#include "allymark/select/key_level.hpp"

#include "support/values.hpp"

using namespace allymark;
using test::d;

namespace {

/// The level of value, substitutability and investment; 0 is blank.
KeyLevelResult level(int value, int substitutability, int investment,
                     LevelMethod method = LevelMethod::stars) {
  KeyLevelRules rules = *test::pack().key_level;
  rules.method = method;
  KeyLevelData data;
  if (value > 0) data.strategic_value = Decimal::whole(value);
  if (substitutability > 0) data.substitutability = Decimal::whole(substitutability);
  if (investment > 0) data.investment = Decimal::whole(investment);
  Findings findings;
  KeyLevelResult result;
  judge_level(rules, data, {}, findings, result);
  return result;
}
std::string name(const KeyLevelResult& result) { return result.level.value_or("none"); }

constexpr LevelMethod all_methods[] = {LevelMethod::stars, LevelMethod::weighted,
                                       LevelMethod::two_of_three};
/// S, A, B, C as 0 to 3.
std::size_t rank(const std::string& id) { return std::string("SABC").find(id); }

}  // namespace

TEST_CASE("the six examples of the table are S, S, A, A, B and C") {
  CHECK(name(level(5, 3, 3)) == "S");
  CHECK(name(level(4, 3, 3)) == "A");
  CHECK(name(level(3, 3, 3)) == "A");
  CHECK(name(level(2, 3, 3)) == "B");
  CHECK(name(level(1, 3, 3)) == "C");
}

TEST_CASE("substitutability and investment move a level by one step at most, over all figures") {
  for (int value = 1; value <= 5; ++value) {
    const std::size_t plain = rank(name(level(value, 3, 3)));
    for (int other = 1; other <= 5; ++other) {
      for (int put_in = 1; put_in <= 5; ++put_in) {
        INFO(value << " " << other << " " << put_in);
        const KeyLevelResult result = level(value, other, put_in);
        const std::size_t moved = rank(name(result));
        CHECK(moved <= plain + 1);
        CHECK(plain <= moved + 1);
        CHECK((moved != plain) == (result.adjustment != Adjustment::none));
        if (name(result) == "S") CHECK(value == 5);
      }
    }
  }
}

TEST_CASE("more value never lowers a level, whatever the rule") {
  for (const LevelMethod method : all_methods) {
    for (int other = 0; other <= 5; ++other) {
      for (int put_in = 0; put_in <= 5; ++put_in) {
        for (int value = 1; value < 5; ++value) {
          INFO(test::name(method) << " " << value << " " << other << " " << put_in);
          CHECK(rank(name(level(value + 1, other, put_in, method))) <=
                rank(name(level(value, other, put_in, method))));
        }
      }
    }
  }
}

TEST_CASE("being harder to replace and more investment never lower a level") {
  for (const LevelMethod method : all_methods) {
    for (int value = 1; value <= 5; ++value) {
      for (int other = 1; other < 5; ++other) {
        for (int put_in = 1; put_in < 5; ++put_in) {
          INFO(test::name(method) << " " << value << " " << other << " " << put_in);
          const std::size_t now = rank(name(level(value, other + 1, put_in, method)));
          CHECK(rank(name(level(value, other, put_in, method))) <= now);
          CHECK(rank(name(level(value, other + 1, put_in + 1, method))) <= now);
        }
      }
    }
  }
}

TEST_CASE("the reading in force is the one chosen, and every rule has one") {
  for (const LevelMethod method : all_methods) {
    const KeyLevelResult result = level(4, 1, 5, method);
    REQUIRE(result.readings.size() == 3);
    int chosen = 0;
    for (const auto& reading : result.readings) {
      if (!reading.chosen) continue;
      ++chosen;
      CHECK(reading.choice == method);
      CHECK(reading.level == result.rule_level);
    }
    CHECK(chosen == 1);
  }
}

TEST_CASE("a weighted mean a hair under a bound is the level below") {
  KeyLevelRules rules = *test::pack().key_level;
  rules.method = LevelMethod::weighted;
  KeyLevelData data{d("5"), d("2"), d("4"), {}};
  const auto by = [&](const char* bound) {
    rules.levels[0].weighted = d(bound);
    Findings findings;
    KeyLevelResult result;
    judge_level(rules, data, {}, findings, result);
    return name(result);
  };
  CHECK(by("4.499999999") == "S");
  CHECK(by("4.5") == "S");
  CHECK(by("4.500000001") == "A");
}

TEST_CASE("a blank feature changes no level that does not look at it") {
  CHECK(name(level(5, 0, 0)) == "S");
  CHECK(level(5, 0, 0).not_used.size() == 2);
  CHECK(name(level(0, 1, 5)) == "none");
  CHECK(level(0, 1, 5).not_used.empty());
}

TEST_CASE("one is moved up where the level above takes so few stars") {
  const auto moved = [](Maybe<Decimal> least) {
    KeyLevelRules rules = *test::pack().key_level;
    rules.levels[0].minimum_stars = least;
    KeyLevelData data;
    data.strategic_value = d("4");
    data.substitutability = d("1");
    data.investment = d("4");
    Findings findings;
    KeyLevelResult result;
    judge_level(rules, data, {}, findings, result);
    return name(result);
  };
  CHECK(moved(d("3")) == "S");
  CHECK(moved(d("4")) == "S");
  CHECK(moved(d("5")) == "A");
  CHECK(moved(std::nullopt) == "S");
}

TEST_CASE("what moved a level, and from where, is told") {
  const KeyLevelResult down = level(2, 4, 3);
  CHECK(name(down) == "C");
  CHECK(down.stars_level == "B");
  CHECK(down.adjustment == Adjustment::down);
  CHECK(down.adjusted_by == List<Feature>{Feature::substitutability});
  const KeyLevelResult up = level(2, 1, 4);
  CHECK(name(up) == "A");
  CHECK(up.stars_level == "B");
  CHECK(up.adjustment == Adjustment::up);
  CHECK(up.adjusted_by == List<Feature>{Feature::substitutability, Feature::investment});
  for (const KeyLevelResult& still : {level(1, 4, 3), level(1, 5, 3), level(5, 1, 4),
                                      level(2, 3, 5), level(2, 2, 4), level(2, 1, 3)}) {
    CHECK(still.adjustment == Adjustment::none);
    CHECK(still.adjusted_by.empty());
  }
}

TEST_CASE("the feature that weighs most, and the features that count, carry a level") {
  const auto carried = [](int value, int substitutability, int investment, LevelMethod method) {
    std::string text;
    for (const Feature feature : level(value, substitutability, investment, method).carried_by) {
      text += (text.empty() ? "" : " ") + test::name(feature);
    }
    return text;
  };
  // 50 % of the value against 30 % of 6 less substitutability and 20 % of the investment.
  CHECK(carried(3, 3, 3, LevelMethod::weighted) == "strategicValue");
  CHECK(carried(3, 1, 3, LevelMethod::weighted) == "strategicValue");
  CHECK(carried(2, 1, 5, LevelMethod::weighted) == "substitutability");
  CHECK(carried(1, 4, 5, LevelMethod::weighted) == "investment");
  CHECK(carried(4, 2, 4, LevelMethod::two_of_three) ==
        "strategicValue substitutability investment");
  CHECK(carried(3, 2, 3, LevelMethod::two_of_three) == "substitutability");
  CHECK(carried(3, 3, 4, LevelMethod::two_of_three) == "investment");
  CHECK(carried(3, 3, 3, LevelMethod::two_of_three) == "");
}
