// Rates in percent of an amount, cancellations, a part year, guarantee and claw-back.

#include "support/clauses.hpp"
#include "support/property.hpp"

using namespace allymark;
using test::d;

namespace {

using Lines = List<std::string>;

constexpr const char* percents =
    R"({"tiers":[{"upTo":1000,"ratePct":1},{"upTo":3000,"ratePct":2},{"ratePct":3}]})";

Quote quoted(std::string_view clause, std::string_view counts) {
  Findings findings;
  const auto terms = test::from_json<Clause>(clause);
  const auto agreement = test::from_json<AgreementData>(counts);
  return quote(terms, merge(merge(Reading{}, terms.reading), agreement.reading), agreement, {},
               findings);
}
std::string net(std::string_view clause, std::string_view counts) {
  return quoted(clause, counts).net->yuan().text();
}
Quote year_one(std::string_view counts) {
  Findings findings;
  return quote(test::commission(), test::from_json<AgreementData>(counts), {}, findings);
}
std::string gross(std::string_view counts) { return year_one(counts).gross->yuan().text(); }

Lines errors_of(std::string_view clause) {
  Errors errors;
  check(test::from_json<Clause>(clause), Place::at("/clause"), errors);
  return test::lines(errors);
}
Lines errors_of_counts(std::string_view counts, bool percent) {
  Errors errors;
  check_counts(test::from_json<AgreementData>(counts), percent, Place::at("/agreement"), errors);
  return test::lines(errors);
}

}  // namespace

TEST_CASE("with an amount alone, bounds are yuan") {
  CHECK(net(percents, R"({"amount":999})") == "9.99");
  CHECK(net(percents, R"({"amount":1000})") == "10");
  CHECK(net(percents, R"({"amount":1001})") == "10.02");
  CHECK(net(percents, R"({"amount":4000})") == "80");
  CHECK(quoted(percents, R"({"amount":4000})").unit == "yuan");
}

TEST_CASE("with a volume and its amount, bounds are units that carry the same premium each") {
  // 4,000 units carry 2,000,000 yuan: 500 each, so 1 % is 5, 2 % is 10, 3 % is 15 a unit.
  CHECK(net(percents, R"({"volume":4000,"amount":2000000})") == "40000");
  const Quote quote = quoted(percents, R"({"volume":4000,"amount":2000000})");
  REQUIRE(quote.lines.size() == 3);
  CHECK(quote.lines[1].quantity == d("2000"));
  CHECK(quote.lines[1].rate_pct == d("2"));
  CHECK(quote.lines[1].base == test::yuan("1000000"));
  CHECK_FALSE(quote.lines[1].rate);
}

TEST_CASE("the next tier's rate is told in yuan per unit") {
  CHECK(quoted(percents, R"({"volume":500,"amount":250000})").to_next_tier->rate == d("10"));
  CHECK(quoted(percents, R"({"amount":500})").to_next_tier->rate == d("0.02"));
}

TEST_CASE("premiums that do not divide evenly are rounded once a line") {
  // 3 units carry 100 yuan; 1 % of two thirds of it.
  const char* clause = R"({"tiers":[{"upTo":2,"ratePct":1},{"ratePct":2}]})";
  const Quote quote = quoted(clause, R"({"volume":3,"amount":100})");
  CHECK(quote.lines[0].amount == test::yuan("0.67"));
  CHECK(quote.lines[1].amount == test::yuan("0.67"));
}

TEST_CASE("by percent, the same share is paid whatever the units are called") {
  const auto clause = test::from_json<Clause>(percents);
  CHECK(test::holds_for_all("an amount of so many yuan", 0, 10'000, [&](std::int64_t n) {
    Basis basis;
    basis.amount = Money::fen(n * 100);
    basis.units = Decimal::whole(n);
    const Tariff by_unit(clause, Reading{}, basis);
    return by_unit.gross(Decimal::whole(n)) == Tariff(clause, Reading{}).gross(Decimal::whole(n));
  }));
}

TEST_CASE("a target missed by percent is paid at its own percentage") {
  const char* clause = R"({"target":100,"missedPct":1,"tiers":[{"ratePct":2}]})";
  CHECK(net(clause, R"({"volume":99,"amount":9900})") == "99");
  CHECK(net(clause, R"({"volume":100,"amount":10000})") == "200");
  CHECK(net(clause, R"({"volume":101,"amount":10100})") == "202");
}

TEST_CASE("rates per unit and in percent do not mix") {
  CHECK(errors_of(R"({"tiers":[{"upTo":5,"ratePct":1},{"rate":2}]})") ==
        Lines{"rate_basis_mixed /clause/tiers/1/rate"});
  CHECK(errors_of(R"({"tiers":[{"rate":1,"ratePct":1}]})") ==
        Lines{"rate_basis_mixed /clause/tiers/0/rate"});
  CHECK(errors_of(R"({"target":5,"missedRate":1,"shortfallCharge":1,"tiers":[{"ratePct":1}]})") ==
        Lines{"missed_rate_missing /clause/missedPct", "rate_basis_mixed /clause/missedRate",
              "rate_basis_mixed /clause/shortfallCharge"});
  CHECK(errors_of(R"({"target":5,"missedRate":1,"missedPct":1,"tiers":[{"rate":1}]})") ==
        Lines{"rate_basis_mixed /clause/missedPct"});
  CHECK(errors_of(R"({"tiers":[{"upTo":5,"flat":9},{"ratePct":1}]})").empty());
}

TEST_CASE("cancellations net out of the volume") {
  CHECK(gross(R"({"volume":10001,"cancelled":5002})") == "999800");
  CHECK(gross(R"({"volume":10001,"cancelled":5001})") == "1250000");
  CHECK(gross(R"({"volume":10001,"cancelled":5000})") == "1250280");
  CHECK(year_one(R"({"volume":10001,"cancelled":5000})").volume == d("5001"));
}

TEST_CASE("cancelled units take their premium with them") {
  CHECK(net(R"({"tiers":[{"ratePct":10}]})", R"({"volume":10,"amount":1000,"cancelled":4})") ==
        "60");
  CHECK(net(R"({"tiers":[{"ratePct":10}]})", R"({"amount":1000,"cancelled":400})") == "60");
}

TEST_CASE("no more can be cancelled than was signed") {
  CHECK(errors_of_counts(R"({"volume":100,"cancelled":99})", false).empty());
  CHECK(errors_of_counts(R"({"volume":100,"cancelled":100})", false).empty());
  CHECK(errors_of_counts(R"({"volume":100,"cancelled":101})", false) ==
        Lines{"cancelled_above_volume /agreement/cancelled"});
}

TEST_CASE("an amount needs units that carry it") {
  CHECK(errors_of_counts(R"({"volume":0,"amount":1,"cancelled":1})", true) ==
        Lines{"cancelled_above_volume /agreement/cancelled",
              "amount_without_units /agreement/amount"});
  CHECK(errors_of_counts(R"({"volume":0,"amount":0})", true).empty());
  CHECK(errors_of_counts(R"({"volume":1,"amount":1})", true).empty());
  CHECK(net(percents, R"({"volume":0,"amount":0})") == "0");
}

TEST_CASE("half a year halves target and bounds") {
  CHECK(gross(R"({"volume":2499,"months":6})") == "499800");
  CHECK(gross(R"({"volume":2500,"months":6})") == "625000");
  CHECK(gross(R"({"volume":2501,"months":6})") == "625280");
  CHECK(gross(R"({"volume":4000,"months":6})") == "1045000");
  CHECK(gross(R"({"volume":4001,"months":6})") == "1045320");
  const Quote half = year_one(R"({"volume":2000,"months":6})");
  CHECK(half.target == d("2500"));
  CHECK(half.to_target->units == d("500"));
  CHECK(half.to_next_tier->bound == d("2500"));
  REQUIRE(half.cliffs.size() == 1);
  CHECK(half.cliffs[0].at == d("2500"));
}

TEST_CASE("seven months of 5,000 are 2,916 2/3, exactly") {
  CHECK(year_one(R"({"volume":2916,"months":7})").met == false);
  CHECK(year_one(R"({"volume":2916.666666666,"months":7})").met == false);
  CHECK(year_one(R"({"volume":2916.666666667,"months":7})").met == true);
  const Quote quote = year_one(R"({"volume":2917,"months":7})");
  CHECK(quote.met == true);
  // 2,916 2/3 at 250 and a third of a unit at 280, each rounded once.
  CHECK(quote.gross == test::yuan("729260"));
  CHECK(quote.target == d("2916.666666667"));
  CHECK(quote.cliffs.front().at == d("2917"));
  CHECK(year_one(R"({"volume":2900,"months":7})").to_target->units == d("17"));
}

TEST_CASE("twelve months are the whole year") {
  for (const char* volume : {"4999", "5000", "8001", "18500"}) {
    const auto counts = R"({"volume":)" + std::string(volume);
    CHECK(gross(counts + R"(,"months":12})") == gross(counts + "}"));
  }
}

TEST_CASE("where bounds stay whole, a part year pays its share of a year with as many times more") {
  const Clause clause = test::year_one();
  for (const std::int64_t months : {3, 6}) {
    Basis basis;
    basis.months = months;
    const Tariff part(clause, test::reading(), basis);
    const Tariff year(clause, test::reading());
    CHECK(test::holds_for_all("a share of the year", 0, 20'000, [&](std::int64_t n) {
      const Money all = year.gross(Decimal::whole(n * 12 / months));
      return part.gross(Decimal::whole(n)).fen() * (12 / months) == all.fen();
    }));
  }
}

TEST_CASE("a guarantee is due when less was earned; a part year owes its share") {
  const char* clause = R"({"tiers":[{"rate":1}],"guarantee":1200})";
  CHECK(net(clause, R"({"volume":1199})") == "1200");
  CHECK(net(clause, R"({"volume":1200})") == "1200");
  CHECK(net(clause, R"({"volume":1201})") == "1201");
  CHECK(net(clause, R"({"volume":0,"months":7})") == "700");
  CHECK(quoted(clause, R"({"volume":1199})").lines.back().kind == LineKind::guarantee);
  CHECK(quoted(clause, R"({"volume":1200})").lines.size() == 1);
}

TEST_CASE("a clause has a floor or a guarantee, and its cap is not below it") {
  CHECK(errors_of(R"({"tiers":[{"rate":1}],"floor":1,"guarantee":1})") ==
        Lines{"floor_and_guarantee /clause/guarantee"});
  const auto cap = [](const char* amount) {
    return errors_of(R"({"tiers":[{"rate":1}],"guarantee":100,"cap":)" + std::string(amount) + "}");
  };
  CHECK(cap("99.99") == Lines{"cap_below_floor /clause/cap"});
  CHECK(cap("100").empty());
  CHECK(cap("100.01").empty());
}

TEST_CASE("a policy cancelled in its n-th month pays back by the schedule") {
  const char* clause =
      R"({"tiers":[{"rate":1}],"clawback":[{"upTo":6,"percent":70},{"upTo":12,"percent":40}]})";
  const auto back = [&](const char* month) {
    return net(clause,
               R"({"volume":0,"returned":[{"month":)" + std::string(month) + R"(,"paid":1000}]})");
  };
  CHECK(back("5") == "-700");
  CHECK(back("6") == "-700");
  CHECK(back("7") == "-400");
  CHECK(back("12") == "-400");
  CHECK(back("13") == "0");
}

TEST_CASE("claw-back is the last step: after the floor, a line for each policy") {
  const char* clause =
      R"({"tiers":[{"rate":1}],"floor":500,"cap":600,"clawback":[{"upTo":6,"percent":50}]})";
  const char* returned = R"(,"returned":[{"month":1,"paid":300},{"month":2,"paid":0.01}]})";
  const Quote low = quoted(clause, R"({"volume":100)" + std::string(returned));
  CHECK(low.net == test::yuan("349.99"));
  CHECK(low.clawed_back == test::yuan("150.01"));
  REQUIRE(low.lines.size() == 4);
  CHECK(low.lines[1].kind == LineKind::floor);
  CHECK(low.lines[2].amount == test::yuan("-150"));
  CHECK(low.lines[3].amount == test::yuan("-0.01"));
  CHECK(net(clause, R"({"volume":700)" + std::string(returned)) == "449.99");
  for (const auto& reading : low.readings) {
    if (reading.chosen) CHECK(reading.net == *low.net);
  }
}

TEST_CASE("months of a claw-back schedule rise") {
  const auto second = [](const char* month) {
    return errors_of(
        R"({"tiers":[{"rate":1}],"clawback":[{"upTo":6,"percent":70},{"percent":40,"upTo":)" +
        std::string(month) + "}]}");
  };
  CHECK(second("5") == Lines{"tiers_not_ascending /clause/clawback/1/upTo"});
  CHECK(second("6") == Lines{"tiers_not_ascending /clause/clawback/1/upTo"});
  CHECK(second("7").empty());
}

TEST_CASE("a million volumes at once are priced as one by one, under every reading and clause") {
  const char* clauses[] = {
      R"({"target":5000,"missedRate":200,"tiers":[{"upTo":5000,"rate":250},{"upTo":8000,"rate":280},{"upTo":12000,"rate":320},{"rate":350}]})",
      R"({"target":7000,"missedRate":199.99,"tiers":[{"upTo":1,"rate":250.01,"flat":7.5},{"upTo":2,"rate":280},{"upTo":12000,"flat":9},{"rate":0.01}]})",
      R"({"tiers":[{"upTo":10,"rate":10,"flat":2},{"upTo":20,"rate":5,"flat":3},{"rate":5,"flat":3}]})",
      R"({"tiers":[{"rate":600}]})",
      R"({"target":100.5,"missedRate":1.005,"tiers":[{"upTo":99.5,"rate":2.005},{"rate":3}]})",
      R"({"tiers":[{"upTo":100,"ratePct":1.5},{"ratePct":2}]})",
  };
  for (const char* text : clauses) {
    const auto clause = test::from_json<Clause>(text);
    for (int choice = 0; choice < 48; ++choice) {
      Reading reading;
      reading.tiers = static_cast<TierReading>(choice % 4);
      reading.bounds = static_cast<BoundSide>(choice / 4 % 2);
      reading.met = static_cast<MetRule>(choice / 8 % 2);
      reading.missed = static_cast<MissedRule>(choice / 16);
      const Tariff tariff(clause, reading);
      List<double> volumes;
      for (int n = 0; n < 40; ++n) volumes.push_back(n);
      for (const int near : {99, 5000, 7000, 8000, 12000, 1'000'000'000 - 2}) {
        for (int n = -4; n <= 4; ++n) volumes.push_back(near + n / 2.0);
      }
      for (int n = 1; n < 200; ++n) volumes.push_back(n * 7919 % 26'000 + (n % 5 == 0 ? 0.5 : 0));
      List<double> pay(volumes.size());
      tariff.gross_many(volumes.data(), pay.data(), volumes.size());
      for (std::size_t i = 0; i < volumes.size(); ++i) {
        const auto nanos = static_cast<std::int64_t>(volumes[i] * 2) * (Decimal::scale / 2);
        const Money one = tariff.gross(Decimal::nanos(nanos));
        if (pay[i] == static_cast<double>(one.fen()) / 100) continue;
        FAIL_CHECK(text << " reading " << choice << " at " << volumes[i]);
      }
    }
  }
}

TEST_CASE("any whole volume at once is priced as alone") {
  for (const char* choices : {"{}", R"({"tiers":"all_units"})", R"({"tiers":"excess_at_reached"})",
                              R"({"tiers":"all_units","bounds":"higher","met":"above"})"}) {
    const Tariff tariff(test::year_one(), test::reading(choices));
    CHECK(test::holds_for_all("many as one", 0, 1'000'000'000, [&](std::int64_t n) {
      auto volume = static_cast<double>(n);
      tariff.gross_many(&volume, &volume, 1);
      return volume == static_cast<double>(tariff.gross(Decimal::whole(n)).fen()) / 100;
    }));
  }
}
