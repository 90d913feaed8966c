#include "support/clauses.hpp"

using namespace allymark;
using test::d;
using test::quote;

namespace {

test::Quoted year_two(const char* volume, LaterYears later) {
  return quote(volume, test::none_breached, "{}", 2, test::commission(later));
}

}  // namespace

TEST_CASE("year 2 is undecided in the shipped pack and answers with its options priced") {
  const auto quoted = year_two("12000", LaterYears::undecided);
  CHECK_FALSE(quoted.quote.gross);
  CHECK_FALSE(quoted.quote.net);
  CHECK(quoted.quote.lines.empty());
  REQUIRE(quoted.quote.undecided.size() == 3);
  CHECK(quoted.quote.undecided[0].choice == std::string("keep"));
  CHECK(quoted.quote.undecided[0].gross == test::yuan("3370000"));
  CHECK(quoted.quote.undecided[1].choice == std::string("scale"));
  CHECK(quoted.quote.undecided[1].gross == test::yuan("3000000"));
  CHECK(quoted.quote.undecided[2].choice == std::string("table"));
  CHECK_FALSE(quoted.quote.undecided[2].gross);
  CHECK(test::count(quoted.findings, finding_code::clause_undecided) == 1);
}

TEST_CASE("the options of an undecided year are priced with its deductions") {
  const auto quoted = quote("12000", test::both_breached, "{}", 2, test::commission());
  CHECK(quoted.quote.undecided[0].net == test::yuan("2527500"));
  CHECK(quoted.quote.undecided[1].net == test::yuan("2250000"));
}

TEST_CASE("year 2 with kept tiers misses its target up to 11,999") {
  CHECK(year_two("9000", LaterYears::keep).gross() == "1800000");
  CHECK(year_two("11999", LaterYears::keep).gross() == "2399800");
  CHECK(year_two("12000", LaterYears::keep).gross() == "3370000");
  CHECK(year_two("12001", LaterYears::keep).gross() == "3370350");
}

TEST_CASE("year 2 scaled has bounds 12,000, 19,200 and 28,800") {
  const CommissionRules rules = test::commission(LaterYears::scale);
  const auto clause = clause_of(rules, *year_of(rules, 2), LaterYears::scale);
  REQUIRE(clause);
  REQUIRE(clause->tiers.size() == 4);
  CHECK(clause->tiers[0].up_to == d("12000"));
  CHECK(clause->tiers[1].up_to == d("19200"));
  CHECK(clause->tiers[2].up_to == d("28800"));
  CHECK_FALSE(clause->tiers[3].up_to);
  CHECK(year_two("12000", LaterYears::scale).gross() == "3000000");
}

TEST_CASE("year 3 scaled has five times the bounds of year 1") {
  const CommissionRules rules = test::commission(LaterYears::scale);
  const auto clause = clause_of(rules, *year_of(rules, 3), LaterYears::scale);
  CHECK(clause->target == d("25000"));
  CHECK(clause->tiers[0].up_to == d("25000"));
  CHECK(clause->tiers[1].up_to == d("40000"));
  CHECK(clause->tiers[2].up_to == d("60000"));
}

TEST_CASE("a year with a table of its own is decided whatever later years say") {
  CommissionRules rules = test::commission();
  rules.years[1].tiers = test::from_json<List<Tier>>(R"([{"upTo":12000,"rate":260},{"rate":300}])");
  const auto quoted = quote("12001", test::none_breached, "{}", 2, rules);
  CHECK(quoted.gross() == "3120300");
  CHECK(quoted.quote.undecided.empty());
}

TEST_CASE("a year without a missed rate has the first year's") {
  const CommissionRules rules = test::commission(LaterYears::keep);
  CHECK(clause_of(rules, *year_of(rules, 2), LaterYears::keep)->missed_rate == d("200"));
  CommissionRules own = rules;
  own.years[1].missed_rate = d("180");
  CHECK(quote("100", test::none_breached, "{}", 2, own).gross() == "18000");
}

TEST_CASE("the years are 1, 2 and 3 with targets 5,000, 12,000 and 25,000") {
  const CommissionRules& rules = test::pack().commission;
  CHECK(year_of(rules, 0) == nullptr);
  REQUIRE(year_of(rules, 1) != nullptr);
  CHECK(year_of(rules, 1)->target == d("5000"));
  CHECK(year_of(rules, 2)->target == d("12000"));
  CHECK(year_of(rules, 3)->target == d("25000"));
  CHECK(year_of(rules, 4) == nullptr);
}

TEST_CASE("who pays whom is an assumption of the shipped pack, and said so") {
  Findings findings;
  AgreementData agreement;
  agreement.volume = d("5000");
  const Quote quoted = quote_year(test::pack(), agreement, {}, findings, nullptr);
  CHECK(quoted.payer == "partner");
  CHECK(quoted.payee == "us");
  CHECK(test::count(findings, finding_code::payee_assumed) == 1);
}
