#include "allymark/agree/settlement.hpp"

#include <random>

#include "support/clauses.hpp"
#include "support/property.hpp"

using namespace allymark;
using test::d;

namespace {

Date day(const char* text) {
  Date date;
  REQUIRE(Date::parse(text, date));
  return date;
}

/// A year of random volumes and quality figures, and the order in which they come in.
struct Year {
  explicit Year(std::int64_t seed) : random(static_cast<std::uint64_t>(seed)) {
    agreement.effective = day("2024-01-01");
    for (int i = 0; i < 12; ++i) agreement.monthly.push_back(month(i));
    const int corrected = draw(3);
    for (int i = 0; i < corrected; ++i) {
      CountedMonth told = month(draw(12));
      told.received = day("2025-03-01").plus_days(i);
      agreement.corrections.push_back(told);
    }
  }
  int draw(int below) { return static_cast<int>(random() % static_cast<std::uint64_t>(below)); }
  CountedMonth month(int i) {
    CountedMonth result;
    result.month = Month::from_index(2024 * 12 + i);
    result.volume = Decimal::whole(draw(2500));
    Measurement complaints;
    complaints.of = Decimal::whole(100 + draw(400));
    complaints.events = Decimal::whole(draw(60));
    result.metrics.append("complaint_rate") = complaints;
    Measurement nps;
    nps.value = Decimal::whole(55 + draw(25));
    result.metrics.append("nps") = nps;
    return result;
  }
  /// Lets the months come in on any days at all.
  void shuffle() {
    for (auto& month : agreement.monthly) {
      month.received = day("2024-02-01").plus_days(draw(400));
    }
  }

  std::mt19937_64 random;
  AgreementData agreement;
};

Reading reading_of(Year& year) {
  Reading reading = test::reading();
  reading.tiers = static_cast<TierReading>(year.draw(4));
  reading.bounds = static_cast<BoundSide>(year.draw(2));
  reading.missed = static_cast<MissedRule>(year.draw(2));
  reading.deductions = static_cast<Stacking>(year.draw(3));
  reading.deducted_from = static_cast<DeductedFrom>(year.draw(3));
  reading.measured_over = static_cast<MeasuredOver>(year.draw(3));
  return reading;
}

Settlement settled(const AgreementData& agreement, const Reading& reading,
                   Payment payment = Payment::to_date) {
  SettlementRules rules;
  rules.payment = payment;
  return settle(test::year_one(), reading, rules, {}, 36, agreement, std::nullopt);
}

Money sum_of_payments(const Settlement& settlement) {
  Money sum;
  for (const auto& month : settlement.months) sum = sum + month.payment.value_or(Money());
  return sum + settlement.true_up.value_or(Money());
}

}  // namespace

TEST_CASE("twelve payments and the true-up sum to the year, whatever the order of arrival") {
  for (const Payment payment : {Payment::to_date, Payment::assume_met, Payment::annual}) {
    CHECK(test::holds_for_all("payments sum to the year", 0, 1'000'000, [&](std::int64_t seed) {
      Year year(seed);
      const Reading reading = reading_of(year);
      const Settlement in_order = settled(year.agreement, reading, payment);
      year.shuffle();
      const Settlement shuffled = settled(year.agreement, reading, payment);
      return in_order.complete && in_order.paid == *in_order.year_net &&
             sum_of_payments(in_order) == in_order.paid && shuffled.paid == in_order.paid &&
             shuffled.months.back().due == in_order.months.back().due;
    }));
  }
}

TEST_CASE("a statement's total is the sum of its lines, and statements sum to what is paid") {
  CHECK(test::holds_for_all("lines sum to totals", 0, 1'000'000, [](std::int64_t seed) {
    Year year(seed);
    const Reading reading = reading_of(year);
    year.shuffle();
    Money paid;
    for (const auto& statement : settled(year.agreement, reading).statements) {
      Money total;
      for (const auto& line : statement.lines) total = total + line.amount;
      paid = paid + total;
      if (statement.total != total || statement.paid != paid) return false;
    }
    return true;
  }));
}

TEST_CASE("the year settled by month is the year quoted at once") {
  CHECK(test::holds_for_all("settled as quoted", 0, 1'000'000, [](std::int64_t seed) {
    Year year(seed);
    const Reading reading = reading_of(year);
    Findings findings;
    const Quote quoted = quote(test::year_one(), reading, year.agreement, {}, findings);
    return settled(year.agreement, reading).year_net == quoted.net;
  }));
}

TEST_CASE("another currency changes the unit and no figure") {
  Clause dollars = test::year_one();
  Currency usd;
  REQUIRE(Currency::parse("USD", usd));
  dollars.currency = usd;
  for (const char* volume : {"0", "4999", "5000", "5001", "12001", "18500"}) {
    Findings findings;
    const Quote other = quote(dollars, test::reading(), d(volume), {}, {}, findings);
    const Quote ours = quote(test::year_one(), test::reading(), d(volume), {}, {}, findings);
    CHECK(other.net == ours.net);
    CHECK(other.currency.code() == "USD");
    CHECK(ours.currency.code() == "CNY");
  }
}

TEST_CASE("rates in a hundredth of the unit pay a hundredth") {
  Clause cents = test::year_one();
  for (auto& tier : cents.tiers) tier.rate = ratio(*tier.rate, Decimal::whole(100));
  cents.missed_rate = ratio(*cents.missed_rate, Decimal::whole(100));
  const Tariff small(cents, test::reading());
  const Tariff whole(test::year_one(), test::reading());
  for (const int volume : {0, 1, 4999, 5000, 5001, 8000, 8001, 12000, 12001, 18500}) {
    CHECK(small.gross(Decimal::whole(volume)).fen() * 100 ==
          whole.gross(Decimal::whole(volume)).fen());
  }
}

TEST_CASE("a month's figures weigh by their base, counts exactly") {
  List<CountedMonth> months(2);
  months[0].metrics = test::from_json<Keyed<Measurement>>(
      R"({"complaint_rate":{"events":8,"of":100},"nps":{"value":70,"of":300}})");
  months[1].metrics = test::from_json<Keyed<Measurement>>(
      R"({"complaint_rate":{"events":1,"of":50},"nps":{"value":60,"of":100}})");
  const auto over = [&](const char* metric, MeasuredOver time) {
    return over_months(months, metric, time)->value();
  };
  CHECK(over("complaint_rate", MeasuredOver::year_to_date) == d("6"));
  CHECK(over("complaint_rate", MeasuredOver::last_value) == d("2"));
  CHECK(over("nps", MeasuredOver::year_to_date) == d("67.5"));
  CHECK_FALSE(over_months(months, "conversion", MeasuredOver::year_to_date).has_value());
  months[1].metrics = test::from_json<Keyed<Measurement>>(R"({"nps":60})");
  CHECK(over("nps", MeasuredOver::year_to_date) == d("65"));
  CHECK(over("complaint_rate", MeasuredOver::last_value) == d("8"));
}

TEST_CASE("counts of several months are compared exactly: 2 of 6 are above 33.333333333 %") {
  List<CountedMonth> months(2);
  for (auto& month : months) {
    month.metrics =
        test::from_json<Keyed<Measurement>>(R"({"complaint_rate":{"events":1,"of":3}})");
  }
  const auto found = over_months(months, "complaint_rate", MeasuredOver::year_to_date);
  CHECK(found->value() == d("33.333333333"));
  CHECK(found->compare(d("33.333333333")) > 0);
  CHECK(found->compare(d("33.333333334")) < 0);
}

TEST_CASE("targets by month sum to the year's, whatever the weights") {
  CHECK(test::holds_for_all("shares sum", 0, 1'000'000, [](std::int64_t seed) {
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    List<Decimal> shape;
    for (int i = 0; i < 12; ++i) {
      shape.push_back(Decimal::whole(static_cast<std::int64_t>(random() % 10 + 1)));
    }
    const Decimal target = Decimal::whole(static_cast<std::int64_t>(random() % 100'000 + 1));
    Decimal sum;
    for (const Decimal share : monthly_targets(target, shape, 12)) {
      if (!share.is_whole() || share.is_negative()) return false;
      sum = sum + share;
    }
    return sum == target;
  }));
}

TEST_CASE("a contract's last calendar year is as short as its first was late") {
  SettlementRules rules;
  rules.period = CountingPeriod::calendar_year;
  const auto period = [&](std::int64_t year) {
    const auto found = period_of(rules, day("2024-07-01"), year, 36);
    return found.first.text() + " " + Decimal::whole(found.months).text();
  };
  CHECK(period(1) == "2024-07 6");
  CHECK(period(2) == "2025-01 12");
  CHECK(period(3) == "2026-01 12");
  CHECK(period(4) == "2027-01 6");
}

TEST_CASE(
    "a correction books the months it changes, a month without any units a payment of nothing") {
  Year year(1);
  for (int i = 0; i < 12; ++i) {
    year.agreement.monthly[static_cast<std::size_t>(i)] = year.month(i);
    auto& month = year.agreement.monthly[static_cast<std::size_t>(i)];
    month.metrics = {};
    month.volume = Decimal::whole(i == 3 ? 0 : 1000);
  }
  CountedMonth again = year.agreement.monthly[1];
  again.volume = Decimal::whole(900);
  again.received = day("2025-03-01");
  year.agreement.corrections = {again};
  Reading flat = test::reading();
  flat.missed = MissedRule::flat;
  const Settlement settlement = settled(year.agreement, flat);
  std::size_t nothing = 0;
  for (const auto& statement : settlement.statements) {
    for (const auto& line : statement.lines) {
      if (line.kind == BookingKind::payment && line.month.text() == "2024-04") {
        CHECK(line.amount == Money());
        ++nothing;
      }
      if (line.kind == BookingKind::correction) CHECK(line.amount != Money());
    }
  }
  CHECK(nothing == 1);
  CHECK(settlement.statements.back().lines.front().kind == BookingKind::correction);
}
