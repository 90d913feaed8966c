#include "support/clauses.hpp"
#include "support/property.hpp"

using namespace allymark;
using test::d;
using test::gross;
using test::quote;

TEST_CASE("the target of 5,000 is met from 5,000 on") {
  CHECK(quote("4999").quote.met == false);
  CHECK(quote("5000").quote.met == true);
  CHECK(quote("5001").quote.met == true);
}

TEST_CASE("met may also mean above the target") {
  const char* above = R"({"met":"above"})";
  CHECK(gross("4999", above) == "999800");
  CHECK(gross("5000", above) == "1000000");
  CHECK(gross("5001", above) == "1250280");
}

TEST_CASE("a missed target pays 200 for every policy") {
  CHECK(gross("1") == "200");
  CHECK(gross("2500") == "500000");
  CHECK(gross("4999") == "999800");
}

TEST_CASE("a missed target may be interpolated: every policy at 200 + 50 x volume / target") {
  const char* interpolate = R"({"missed":"interpolate"})";
  CHECK(gross("0", interpolate) == "0");
  CHECK(gross("2500", interpolate) == "562500");
  // 4,999 x (200 + 50 x 4,999 / 5,000) = 4,999 x 249.99
  CHECK(gross("4999", interpolate) == "1249700.01");
  CHECK(gross("5000", interpolate) == "1250000");
}

TEST_CASE("a missed target may be charged per missing policy, not below 0") {
  Clause clause = test::year_one();
  clause.shortfall_charge = d("60");
  const Reading reading = test::reading(R"({"missed":"shortfall_charge"})");
  const Tariff tariff(clause, reading);
  CHECK(tariff.gross(d("4999")) == test::yuan("1249690"));
  // 967 x 250 = 241,750 against 4,033 x 60 = 241,980; 968 x 250 = 242,000 against 241,920.
  CHECK(tariff.gross(d("967")) == test::yuan("0"));
  CHECK(tariff.gross(d("968")) == test::yuan("80"));
  CHECK(tariff.gross(d("0")) == test::yuan("0"));
  CHECK(tariff.gross(d("5000")) == test::yuan("1250000"));
}

TEST_CASE("a shortfall charge is a line of its own that sums with the pay") {
  Clause clause = test::year_one();
  clause.shortfall_charge = d("60");
  const Tariff tariff(clause, test::reading(R"({"missed":"shortfall_charge"})"));
  const auto lines = tariff.lines(d("4000"));
  REQUIRE(lines.size() == 2);
  CHECK(test::name(lines[0].kind) == "missed");
  CHECK(lines[0].amount == test::yuan("1000000"));
  CHECK(test::name(lines[1].kind) == "shortfall");
  CHECK(lines[1].quantity == d("1000"));
  CHECK(lines[1].amount == test::yuan("-60000"));
}

TEST_CASE("the tier reading does not matter while the target is missed") {
  for (const char* tiers : {"marginal", "all_units", "excess_at_reached", "linear_ramp"}) {
    INFO(tiers);
    CHECK(gross("4999", R"({"tiers":")" + std::string(tiers) + R"("})") == "999800");
  }
}

TEST_CASE("a clause without a target has nothing to miss") {
  const auto quoted = test::quote_clause(R"({"tiers":[{"upTo":10,"rate":10},{"rate":5}]})", "4");
  CHECK(quoted.gross() == "40");
  CHECK(quoted.quote.met == true);
  CHECK_FALSE(quoted.quote.target);
  CHECK_FALSE(quoted.quote.to_target);
}

TEST_CASE("the 5,000th policy is worth 250,200, whatever brought the other 4,999") {
  const auto quoted = quote("4999");
  REQUIRE(quoted.quote.to_target);
  CHECK(quoted.quote.to_target->units == d("1"));
  CHECK(quoted.quote.to_target->worth == test::yuan("250200"));
}

TEST_CASE("what is missing to the target ends where it is met") {
  CHECK(quote("0").quote.to_target->units == d("5000"));
  CHECK(quote("0").quote.to_target->worth == test::yuan("1250000"));
  CHECK_FALSE(quote("5000").quote.to_target);
  CHECK_FALSE(quote("5001").quote.to_target);
}

TEST_CASE("where met means above, the target plus one is missing") {
  const auto quoted = quote("5000", test::none_breached, R"({"met":"above"})");
  REQUIRE(quoted.quote.to_target);
  CHECK(quoted.quote.to_target->units == d("1"));
  CHECK(quoted.quote.to_target->worth == test::yuan("250280"));
}

TEST_CASE("the next tier begins after the units left in this one") {
  const auto next = [](const char* volume, const char* choices = "{}") {
    return quote(volume, test::none_breached, choices).quote.to_next_tier;
  };
  CHECK(next("7999")->bound == d("8000"));
  CHECK(next("7999")->units == d("1"));
  CHECK(next("7999")->rate == d("320"));
  CHECK(next("8000")->units == d("0"));
  CHECK(next("8001")->bound == d("12000"));
  CHECK(next("8001")->rate == d("350"));
  CHECK_FALSE(next("12001"));
}

TEST_CASE("on the higher side a volume on the bound has the next tier behind it") {
  const auto next = quote("8000", test::none_breached, R"({"tiers":"all_units","bounds":"higher"})")
                        .quote.to_next_tier;
  REQUIRE(next);
  CHECK(next->bound == d("12000"));
  CHECK(next->units == d("4000"));
}

TEST_CASE("interpolated pay rises with every policy up to the target") {
  const Tariff tariff(test::year_one(), test::reading(R"({"missed":"interpolate"})"));
  CHECK(test::holds_for_all("interpolated pay rises", 0, 5'000, [&](std::int64_t n) {
    return tariff.gross(Decimal::whole(n)) < tariff.gross(Decimal::whole(n + 1));
  }));
}
