#include "support/clauses.hpp"
#include "support/property.hpp"

using namespace allymark;
using test::d;
using test::gross;

namespace {

constexpr const char* all_units = R"({"tiers":"all_units"})";
constexpr const char* excess = R"({"tiers":"excess_at_reached"})";
constexpr const char* ramp = R"({"tiers":"linear_ramp"})";

}  // namespace

TEST_CASE("the excess alone is priced by the higher tiers: every printed volume") {
  CHECK(gross("0") == "0");
  CHECK(gross("4999") == "999800");
  CHECK(gross("5000") == "1250000");
  CHECK(gross("5001") == "1250280");
  CHECK(gross("8000") == "2090000");
  CHECK(gross("8001") == "2090320");
  CHECK(gross("10000") == "2730000");
  CHECK(gross("12000") == "3370000");
  CHECK(gross("12001") == "3370350");
  CHECK(gross("18500") == "5645000");
  CHECK(gross("25000") == "7920000");
}

TEST_CASE("all units are priced at the reached tier's rate") {
  CHECK(gross("10000", all_units) == "3200000");
  CHECK(gross("18500", all_units) == "6475000");
}

TEST_CASE("all units: a volume exactly on a bound stays in the lower tier") {
  CHECK(gross("7999", all_units) == "2239720");
  CHECK(gross("8000", all_units) == "2240000");
  CHECK(gross("8001", all_units) == "2560320");
}

TEST_CASE("all units: the higher side gives a volume on the bound to the higher tier") {
  const char* higher = R"({"tiers":"all_units","bounds":"higher"})";
  CHECK(gross("7999", higher) == "2239720");
  CHECK(gross("8000", higher) == "2560000");
  CHECK(gross("8001", higher) == "2560320");
  CHECK(gross("5000", higher) == "1400000");
  CHECK(gross("12000", higher) == "4200000");
}

TEST_CASE("the excess at the reached rate keeps the first 5,000 at theirs") {
  CHECK(gross("5000", excess) == "1250000");
  CHECK(gross("5001", excess) == "1250280");
  CHECK(gross("10000", excess) == "2850000");
  CHECK(gross("8000", excess) == "2090000");
  CHECK(gross("8001", excess) == "2210320");
}

TEST_CASE("the excess at the reached rate changes at the bound on the higher side") {
  const char* higher = R"({"tiers":"excess_at_reached","bounds":"higher"})";
  CHECK(gross("7999", higher) == "2089720");
  CHECK(gross("8000", higher) == "2210000");
  CHECK(gross("8001", higher) == "2210320");
}

TEST_CASE("a linear ramp rises from 250 at 5,000 to 350 at 12,000") {
  CHECK(gross("5000", ramp) == "1250000");
  CHECK(gross("10000", ramp) == "2678571.43");
  CHECK(gross("12000", ramp) == "3350000");
  CHECK(gross("18500", ramp) == "5625000");
}

TEST_CASE("a linear ramp pays 350 for each unit after it") {
  CHECK(gross("12001", ramp) == "3350350");
  CHECK(gross("12002", ramp) == "3350700");
}

TEST_CASE("the side of a bound changes nothing under marginal and linear ramp") {
  for (const char* volume :
       {"4999", "5000", "5001", "7999", "8000", "8001", "11999", "12000", "12001", "18500"}) {
    INFO(volume);
    CHECK(gross(volume, R"({"bounds":"higher"})") == gross(volume));
    CHECK(gross(volume, R"({"tiers":"linear_ramp","bounds":"higher"})") == gross(volume, ramp));
  }
}

TEST_CASE("lines sum to the gross under every reading and at every volume") {
  const Clause clause = test::year_one();
  for (const TierReading tiers : {TierReading::marginal, TierReading::all_units,
                                  TierReading::excess_at_reached, TierReading::linear_ramp}) {
    for (const BoundSide bounds : {BoundSide::lower, BoundSide::higher}) {
      Reading reading = test::reading();
      reading.tiers = tiers;
      reading.bounds = bounds;
      const Tariff tariff(clause, reading);
      INFO(test::name(tiers) << " " << test::name(bounds));
      CHECK(test::holds_for_all("lines sum to the gross", 0, 40'000, [&](std::int64_t n) {
        Money sum;
        for (const auto& line : tariff.lines(Decimal::whole(n))) sum = sum + line.amount;
        return sum == tariff.gross(Decimal::whole(n));
      }));
    }
  }
}

TEST_CASE("one more policy never pays less, and under marginal never less than the one before it") {
  const Tariff tariff(test::year_one(), test::reading());
  const auto worth = [&](std::int64_t n) {
    return tariff.gross(Decimal::whole(n)) - tariff.gross(Decimal::whole(n - 1));
  };
  CHECK(test::holds_for_all("marginal pay never falls", 5'002, 40'000,
                            [&](std::int64_t n) { return worth(n) >= worth(n - 1); }));
  CHECK(test::holds_for_all("pay never falls", 1, 40'000,
                            [&](std::int64_t n) { return worth(n) >= Money::fen(0); }));
}

TEST_CASE("pay never falls with volume under any reading") {
  const Clause clause = test::year_one();
  for (std::size_t i = 0; i < std::size(Tokens<TierReading>::names); ++i) {
    Reading reading = test::reading();
    reading.tiers = static_cast<TierReading>(i);
    const Tariff tariff(clause, reading);
    INFO(Tokens<TierReading>::names[i]);
    CHECK(test::holds_for_all("pay never falls", 0, 40'000, [&](std::int64_t n) {
      return tariff.gross(Decimal::whole(n)) <= tariff.gross(Decimal::whole(n + 1));
    }));
  }
}

TEST_CASE("a flat amount is paid once for each tier entered under marginal") {
  const char* clause =
      R"({"tiers":[{"upTo":10,"rate":10,"flat":2},{"upTo":20,"rate":5,"flat":3},{"rate":5,"flat":3}]})";
  const auto paid = [&](const char* volume, const char* choices = "{}") {
    return test::quote_clause(clause, volume, choices).gross();
  };
  CHECK(paid("10") == "102");
  CHECK(paid("11") == "110");
  CHECK(paid("20") == "155");
  CHECK(paid("21") == "163");
  CHECK(paid("10", R"({"bounds":"higher"})") == "105");
}

TEST_CASE("a clause of one open tier prices everything alike") {
  CHECK(test::quote_clause(R"({"tiers":[{"rate":600}]})", "3000").gross() == "1800000");
  for (const char* tiers : {"marginal", "all_units", "excess_at_reached", "linear_ramp"}) {
    INFO(tiers);
    const auto choice = R"({"tiers":")" + std::string(tiers) + R"("})";
    CHECK(test::quote_clause(R"({"tiers":[{"rate":600}]})", "120", choice).gross() == "72000");
  }
}

TEST_CASE("fractional volumes and rates are rounded to the fen line by line") {
  const char* clause = R"({"tiers":[{"upTo":1,"rate":0.005},{"rate":0.005}]})";
  CHECK(test::quote_clause(clause, "2").gross() == "0.02");
  CHECK(test::quote_clause(clause, "2", R"({"rounding":"half_even"})").gross() == "0");
}

TEST_CASE("the greatest volume and rate are priced without overflow") {
  const OverflowGuard guard;
  CHECK(Tariff(test::from_json<Clause>(R"({"tiers":[{"rate":9}]})"), Reading{})
            .gross(d("1000000000"))
            .yuan() == d("9000000000"));
  for (const char* tiers : {"marginal", "all_units", "excess_at_reached", "linear_ramp"}) {
    const auto clause = test::from_json<Clause>(
        R"({"tiers":[{"upTo":500000000,"rate":1000000},{"rate":999999.99}],"reading":{"tiers":")" +
        std::string(tiers) + R"("}})");
    const Tariff tariff(clause, merge(Reading{}, clause.reading));
    INFO(tiers);
    CHECK(tariff.gross(d("1000000000")).fen() > 99'000'000'000'000'000);
  }
  CHECK_FALSE(guard.raised());
}

TEST_CASE("the million volumes of a chart are priced as the statements are") {
  const Clause clause = test::year_one();
  for (const char* choices : {"{}", all_units, excess, ramp, R"({"missed":"interpolate"})"}) {
    const Tariff tariff(clause, test::reading(choices));
    List<double> volumes;
    for (int n = 0; n <= 26'000; n += 7) volumes.push_back(n);
    List<double> pay(volumes.size());
    tariff.gross_many(volumes.data(), pay.data(), volumes.size());
    INFO(choices);
    bool equal = true;
    for (std::size_t i = 0; i < volumes.size(); ++i) {
      const Money one = tariff.gross(Decimal::whole(static_cast<std::int64_t>(volumes[i])));
      equal = equal && pay[i] == static_cast<double>(one.fen()) / 100;
    }
    CHECK(equal);
  }
}
