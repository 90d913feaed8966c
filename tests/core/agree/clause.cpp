#include "allymark/agree/clause.hpp"

#include "support/clauses.hpp"

using namespace allymark;

namespace {

using Lines = List<std::string>;

Lines errors_of(std::string_view clause) {
  Errors errors;
  check(test::from_json<Clause>(clause), Place::at("/clause"), errors);
  return test::lines(errors);
}

}  // namespace

TEST_CASE("an empty tier table is refused") {
  CHECK(errors_of(R"({"tiers":[]})") == Lines{"empty_list /clause/tiers"});
}

TEST_CASE("bounds of tiers rise") {
  const auto second = [](const char* bound) {
    return errors_of(R"({"tiers":[{"upTo":8000,"rate":250},{"upTo":)" + std::string(bound) +
                     R"(,"rate":280},{"rate":320}]})");
  };
  CHECK(second("7999") == Lines{"tiers_not_ascending /clause/tiers/1/upTo"});
  CHECK(second("8000") == Lines{"tiers_not_ascending /clause/tiers/1/upTo"});
  CHECK(second("8001").empty());
}

TEST_CASE("a first bound of 0 is refused") {
  CHECK(errors_of(R"({"tiers":[{"upTo":0,"rate":250},{"rate":320}]})") ==
        Lines{"tiers_not_ascending /clause/tiers/0/upTo"});
}

TEST_CASE("only the last tier is open, and it must be") {
  CHECK(errors_of(R"({"tiers":[{"rate":250},{"rate":320}]})") ==
        Lines{"open_tier_not_last /clause/tiers/0/upTo"});
  CHECK(errors_of(R"({"tiers":[{"upTo":8000,"rate":250}]})") ==
        Lines{"last_tier_not_open /clause/tiers/0/upTo"});
  CHECK(errors_of(R"({"tiers":[{"rate":250}]})").empty());
}

TEST_CASE("a tier has a rate or a flat amount") {
  CHECK(errors_of(R"({"tiers":[{}]})") == Lines{"missing_field /clause/tiers/0/rate"});
  CHECK(errors_of(R"({"tiers":[{"flat":5}]})").empty());
}

TEST_CASE("a target is above 0 and says what is paid when it is missed") {
  CHECK(errors_of(R"({"tiers":[{"rate":1}],"target":0,"missedRate":1})") ==
        Lines{"target_not_positive /clause/target"});
  CHECK(errors_of(R"({"tiers":[{"rate":1}],"target":5})") ==
        Lines{"missed_rate_missing /clause/missedRate"});
  CHECK(errors_of(R"({"tiers":[{"rate":1}],"target":5,"missedRate":0})").empty());
}

TEST_CASE("a cap may equal the floor and not be below it") {
  const auto cap = [](const char* amount) {
    return errors_of(R"({"tiers":[{"rate":1}],"floor":100,"cap":)" + std::string(amount) + "}");
  };
  CHECK(cap("99.99") == Lines{"cap_below_floor /clause/cap"});
  CHECK(cap("100").empty());
  CHECK(cap("100.01").empty());
}

TEST_CASE("a deduction has one limit and an id of its own") {
  CHECK(errors_of(R"({"tiers":[{"rate":1}],"deductions":[
          {"id":"a","metric":"nps","percent":5},
          {"id":"a","metric":"nps","above":1,"below":2,"percent":5}]})") ==
        Lines{"limit_missing /clause/deductions/0", "limit_ambiguous /clause/deductions/1",
              "duplicate_id /clause/deductions/1/id"});
}

TEST_CASE("everything wrong with a clause is said at once") {
  CHECK(errors_of(R"({"tiers":[{"rate":1},{"upTo":5}],"target":0,"cap":1,"floor":2})") ==
        Lines{"open_tier_not_last /clause/tiers/0/upTo", "missing_field /clause/tiers/1/rate",
              "last_tier_not_open /clause/tiers/1/upTo", "target_not_positive /clause/target",
              "missed_rate_missing /clause/missedRate", "cap_below_floor /clause/cap"});
}
