#include <random>

#include "support/catch.hpp"
#include "support/plain_pay.hpp"
#include "support/property.hpp"
#include "support/values.hpp"

using namespace allymark;

namespace {

/// A clause, a reading and a basis, drawn by a seed: bounds whole and not, rates in whole fen and
/// finer, by units and by percent, with and without target, flat amounts and an amount of money.
struct Drawn {
  explicit Drawn(std::int64_t seed, bool whole_year = false)
      : random_(static_cast<std::uint64_t>(seed)) {
    const bool percent = chance(3);
    const std::int64_t grain = pick<std::int64_t>({1, 100, 1000, 1000, 1000});
    Decimal bound;
    for (std::int64_t i = below(4); i >= 0; --i) {
      Tier tier;
      (percent ? tier.rate_pct : tier.rate) = rate(percent);
      if (chance(3)) tier.flat = of(below(5'000'000), 1000);
      if (i > 0) {
        bound = bound + of((1 + below(3000)) * grain, 1000);
        tier.up_to = bound;
      }
      clause.tiers.push_back(tier);
    }
    if (!chance(3)) {
      clause.target = of((1 + below(4000)) * grain, 1000);
      (percent ? clause.missed_pct : clause.missed_rate) = rate(percent);
    }
    if (chance(2)) clause.shortfall_charge = of(below(3000), 10);
    reading.tiers = static_cast<TierReading>(below(4));
    reading.bounds = static_cast<BoundSide>(below(2));
    reading.met = static_cast<MetRule>(below(2));
    reading.missed = static_cast<MissedRule>(below(percent ? 2 : 3));
    reading.rounding = static_cast<Rounding>(below(2));
    if (!whole_year && chance(2)) basis.months = 1 + below(12);
    if (percent && chance(2)) {
      basis.amount = Money::fen(below(2'000'000'000));
      basis.units = of(10 + below(50'000), chance(2) ? 10 : 1);
    }
  }

  /// Volumes about each bound and the target, in steps of hundredths, and some anywhere.
  List<Decimal> volumes() {
    List<Decimal> result;
    const auto around = [&](Decimal at) {
      const Decimal middle = of((at.nanos() * basis.months / 12) / 10'000'000, 100);
      for (const int step : {-100, -1, 0, 1, 100}) {
        const Decimal volume = middle + of(step, 100);
        if (!volume.is_negative()) result.push_back(volume);
      }
      for (int step = -1; step <= 2; ++step) {
        const Decimal whole = Decimal::whole(middle.truncated() + step);
        if (!whole.is_negative()) result.push_back(whole);
      }
    };
    for (const auto& tier : clause.tiers) {
      if (tier.up_to) around(*tier.up_to);
    }
    if (clause.target) around(*clause.target);
    for (int i = 0; i < 3; ++i) result.push_back(Decimal::whole(below(15'000)));
    result.push_back(of(below(1'500'000), 100));
    for (int whole = 0; whole < 3; ++whole) result.push_back(Decimal::whole(whole));
    return result;
  }

  std::int64_t below(std::int64_t end) {
    return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(end));
  }

  Clause clause;
  Reading reading;
  Basis basis;

 private:
  static Decimal of(std::int64_t top, std::int64_t bottom) {
    return Decimal::nanos(top * (Decimal::scale / bottom));
  }
  bool chance(std::int64_t of) { return below(of) == 0; }
  template <class T>
  T pick(std::initializer_list<T> from) {
    return *(from.begin() + below(static_cast<std::int64_t>(from.size())));
  }
  Decimal rate(bool percent) {
    if (percent) return of(below(3000), 100);
    return chance(3) ? of(below(400'000), 1000) : of(below(40'000), 100);
  }

  std::mt19937_64 random_;
};

constexpr std::int64_t seeds = 1'000'000'000;

}  // namespace

TEST_CASE("any clause under any reading pays what its sentences say") {
  CHECK(test::holds_for_all("gross equals the plain sentences", 0, seeds, [](std::int64_t seed) {
    Drawn drawn(seed);
    const Tariff tariff(drawn.clause, drawn.reading, drawn.basis);
    const test::PlainPay plain(drawn.clause, drawn.reading, drawn.basis);
    for (const Decimal volume : drawn.volumes()) {
      const bool same = tariff.gross(volume).fen() == plain.fen(volume) &&
                        tariff.met(volume) == plain.met(volume) &&
                        tariff.reached(volume) == plain.tier(volume);
      if (same) continue;
      WARN(seed << " at " << volume.text() << ": " << tariff.gross(volume).fen() << " fen, not "
                << plain.fen(volume));
      return false;
    }
    return true;
  }));
}

TEST_CASE("the lines of any clause add up to its pay, and those by a rate to the volume") {
  CHECK(test::holds_for_all("lines add up", 0, seeds, [](std::int64_t seed) {
    Drawn drawn(seed);
    const Tariff tariff(drawn.clause, drawn.reading, drawn.basis);
    for (const Decimal volume : drawn.volumes()) {
      Money sum;
      Decimal units;
      for (const Line& line : tariff.lines(volume)) {
        sum = sum + line.amount;
        const bool priced = line.kind == LineKind::tier || line.kind == LineKind::ramp ||
                            line.kind == LineKind::missed;
        if (priced) units = units + *line.quantity;
        if (line.kind == LineKind::flat && *line.quantity != Decimal::whole(1)) return false;
      }
      // A part year's bounds are shown rounded to nanos, each by itself.
      const std::int64_t off = units.nanos() - volume.nanos();
      if (sum != tariff.gross(volume) || off > 5 || off < -5) return false;
    }
    return true;
  }));
}

TEST_CASE("many volumes of any clause are paid as each by itself") {
  // Where volumes are paid along straight pieces, whole ones between the corners show it.
  CHECK(test::holds_for_all("gross_many equals gross", 0, seeds, [](std::int64_t seed) {
    for (std::int64_t more = 0; more < 10; ++more) {
      Drawn drawn(seed + more * seeds);
      const Tariff tariff(drawn.clause, drawn.reading, drawn.basis);
      List<Decimal> volumes = drawn.volumes();
      for (int i = 0; i < 20; ++i) volumes.push_back(Decimal::whole(drawn.below(12'000)));
      List<double> many;
      for (const Decimal volume : volumes) {
        many.push_back(static_cast<double>(volume.nanos()) / static_cast<double>(Decimal::scale));
      }
      tariff.gross_many(many.data(), many.data(), many.size());
      for (std::size_t i = 0; i < volumes.size(); ++i) {
        const double one = static_cast<double>(tariff.gross(volumes[i]).fen()) / 100;
        if (many[i] == one) continue;
        WARN(seed << "+" << more << " at " << volumes[i].text() << ": " << many[i] << ", " << one);
        return false;
      }
    }
    return true;
  }));
}

TEST_CASE("cliffs of any clause are the units that bring more or less than any rate does") {
  CHECK(test::holds_for_all("cliffs", 0, seeds, [](std::int64_t seed) {
    Drawn drawn(seed);
    const Tariff tariff(drawn.clause, drawn.reading, drawn.basis);
    const test::PlainPay plain(drawn.clause, drawn.reading, drawn.basis);
    const auto [least, most] = plain.unit_earns();
    // Where a unit is worth no whole fen, two rounded lines may move by one each.
    const bool exact = drawn.basis.months == 12 && !by_percent(drawn.clause.tiers);
    const std::int64_t slack = exact ? 0 : 2;
    List<std::int64_t> wanted;
    std::vector<test::Fraction> places = plain.bounds();
    if (drawn.clause.target) places.push_back(plain.target());
    for (const auto& place : places) {
      // The first whole unit that is over the bound, or on the other side of the target.
      std::int64_t at = place.rounded(Rounding::half_away) - 2;
      const auto beyond = [&](std::int64_t whole) {
        const test::Fraction volume(whole);
        const bool is_target = drawn.clause.target && place == plain.target();
        const bool on = !(volume < place);
        const bool over = volume > place;
        const bool by_target = is_target && (drawn.reading.met == MetRule::at_least ? on : over);
        const bool by_bound = !is_target && (drawn.reading.bounds == BoundSide::higher ? on : over);
        return by_target || by_bound;
      };
      while (!beyond(at)) ++at;
      if (at < 1) continue;
      const std::int64_t worth = plain.fen(at) - plain.fen(at - 1);
      if (worth > most + slack || worth < least - slack) wanted.push_back(at);
    }
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    List<std::int64_t> found;
    for (const Cliff& cliff : tariff.cliffs()) {
      found.push_back(cliff.at.truncated());
      if (!cliff.at.is_whole() || cliff.amount != cliff.after - cliff.before) return false;
      if (cliff.after.fen() != plain.fen(cliff.at) ||
          cliff.before.fen() != plain.fen(cliff.at - Decimal::whole(1))) {
        return false;
      }
    }
    if (found == wanted) return true;
    WARN(seed << ": " << found.size() << " cliffs, not " << wanted.size());
    return false;
  }));
}

TEST_CASE("corners of any clause are its bounds and their neighbours, and a curve's own points") {
  CHECK(test::holds_for_all("corners", 0, seeds, [](std::int64_t seed) {
    Drawn drawn(seed, true);
    const Tariff tariff(drawn.clause, drawn.reading, drawn.basis);
    List<Decimal> wanted;
    const auto add = [&](Decimal at) {
      for (int step = -1; step <= 1; ++step) {
        const Decimal near = at + Decimal::whole(step);
        if (!near.is_negative()) wanted.push_back(near);
      }
    };
    Decimal last;
    for (const auto& tier : drawn.clause.tiers) {
      if (!tier.up_to) continue;
      add(*tier.up_to);
      last = *tier.up_to;
    }
    if (drawn.clause.target) add(*drawn.clause.target);
    const bool curved = drawn.reading.tiers == TierReading::linear_ramp ||
                        drawn.reading.missed == MissedRule::interpolate;
    if (curved && drawn.clause.tiers.size() > 1) {
      for (int part = 1; part < 24; ++part) {
        wanted.push_back(Decimal::nanos(multiply_divide(last.nanos(), part, 24)).rounded(0));
      }
    }
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    return tariff.corners() == wanted;
  }));
}

TEST_CASE("rates that are no whole fen are never paid along a straight line") {
  for (const char* rate :
       {"0.004", "0.005", "0.009", "250.001", "250.000000001", "249.999999999"}) {
    Clause clause;
    clause.tiers = {{test::d("100"), test::d("10"), {}, {}}, {{}, test::d("20"), {}, {}}};
    clause.target = test::d("50");
    clause.missed_rate = test::d("5");
    const auto check = [&](const Clause& one) {
      const Tariff tariff(one, Reading{});
      for (const char* volume : {"1", "3", "49", "50", "99", "101", "333", "999999999"}) {
        double pay = std::stod(volume);
        tariff.gross_many(&pay, &pay, 1);
        INFO(rate << " for " << volume);
        CHECK(pay == static_cast<double>(tariff.gross(test::d(volume)).fen()) / 100);
      }
    };
    for (std::size_t tier = 0; tier < 2; ++tier) {
      Clause one = clause;
      one.tiers[tier].rate = test::d(rate);
      check(one);
    }
    clause.missed_rate = test::d(rate);
    check(clause);
    clause.target = test::d("999999999");
    check(clause);
  }
}

TEST_CASE("nor are they where every tier has the same one, or where millions miss the target") {
  const auto check = [](const Clause& clause, const char* volume) {
    const Tariff tariff(clause, Reading{});
    double pay = std::stod(volume);
    tariff.gross_many(&pay, &pay, 1);
    INFO(clause.tiers.front().rate->text() << " for " << volume);
    CHECK(pay == static_cast<double>(tariff.gross(test::d(volume)).fen()) / 100);
  };
  for (const char* rate : {"0.004", "0.005", "0.009", "250.000000001"}) {
    Clause clause;
    clause.tiers = {{test::d("100"), test::d(rate), {}, {}}, {{}, test::d(rate), {}, {}}};
    for (const char* volume : {"333", "900000000"}) check(clause, volume);
  }
  // 0.000000001 yuan more than 250 a unit are 0.90 yuan more for 900,000,000 of them.
  Clause clause;
  clause.tiers = {{test::d("100"), test::d("10"), {}, {}}, {{}, test::d("20"), {}, {}}};
  clause.target = test::d("999999999");
  clause.missed_rate = test::d("250.000000001");
  check(clause, "900000000");
}

TEST_CASE("a straight line is left where its products are too large for a double") {
  const auto check = [](const Clause& clause, double volume, std::int64_t fen) {
    const Tariff tariff(clause, Reading{});
    CHECK(tariff.gross(Decimal::whole(static_cast<std::int64_t>(volume))).fen() == fen);
    tariff.gross_many(&volume, &volume, 1);
    CHECK(volume == static_cast<double>(fen) / 100);
  };
  // 40,000,001 units are paid, at 99,999,999 fen each; 100,000,001 times that is odd and above
  // 2^53.
  Clause clause;
  clause.tiers = {{test::d("60000000"), test::d("0"), {}, {}}, {{}, test::d("999999.99"), {}, {}}};
  check(clause, 100'000'001, 4'000'000'059'999'999);
  // 989,802,009 x 9,100,001 fen are odd and just above 2^53, and one fen comes on top.
  Clause single;
  single.tiers.push_back({{}, test::d("91000.01"), test::d("0.01"), {}});
  check(single, 989'802'009, 9'007'199'271'702'010);
}
