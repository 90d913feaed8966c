#include "allymark/explore/simulation.hpp"

#include "allymark/measure/random.hpp"
#include "support/values.hpp"

using namespace allymark;
using test::d;

namespace {

Simulation simulated(const SimulationData& data, const SimulationRules& rules) {
  const Pack pack = test::pack();
  const Tariff tariff(*clause_of(pack.commission, pack.commission.years[0], LaterYears::undecided),
                      pack.commission.reading);
  return simulate(tariff, pack.trial, pack.metrics, data, rules);
}
Spread spread(const char* from, const char* to, const char* step = "1") {
  return {d(from), d(to), d(step)};
}

}  // namespace

TEST_CASE("every figure of a range is drawn and none beyond it") {
  Pcg32 random(7);
  std::int64_t seen[5] = {};
  for (int i = 0; i < 5000; ++i) {
    const std::uint64_t draw = random.below(5);
    REQUIRE(draw < 5);
    ++seen[draw];
  }
  for (const std::int64_t count : seen) CHECK((count > 850 && count < 1150));
  CHECK(random.below(1) == 0);
}

TEST_CASE("draws depend on the seed and on nothing else") {
  Pcg32 first(42);
  Pcg32 again(42);
  Pcg32 other(43);
  bool differs = false;
  for (int i = 0; i < 100; ++i) {
    const std::uint32_t draw = first.next();
    CHECK(draw == again.next());
    differs = differs || draw != other.next();
  }
  CHECK(differs);
}

TEST_CASE("chances of what excludes each other add up to all runs") {
  SimulationData data;
  data.volume = spread("0", "20000");
  data.metrics.append("complaint_rate") = spread("0", "12", "0.1");
  data.metrics.append("conversion") = spread("10", "20", "0.1");
  data.metrics.append("nps") = spread("50", "90");
  const Simulation result = simulated(data, {4000, 11, {d("0"), d("25"), d("50"), d("100")}});
  const auto sum = [](const List<Chance>& chances) {
    Decimal total;
    for (const auto& chance : chances) total = total + chance.share;
    return total;
  };
  CHECK(sum(result.tiers) == d("100"));
  CHECK(sum(result.verdicts) == d("100"));
  for (std::size_t i = 1; i < result.quantiles.size(); ++i) {
    CHECK(result.quantiles[i - 1].net <= result.quantiles[i].net);
  }
  CHECK(result.quantiles.front().net <= result.mean);
  CHECK(result.mean <= result.quantiles.back().net);
}

TEST_CASE("a quantile is the least net that so many runs do not exceed") {
  SimulationData data;
  data.volume = spread("1", "4");
  // Of four alike likely volumes at 200 yuan the quarter is the first or, drawn seldom, the second.
  const Simulation result = simulated(data, {40000, 5, {d("20"), d("30"), d("70"), d("80")}});
  CHECK(result.quantiles[0].net == test::yuan("200"));
  CHECK(result.quantiles[1].net == test::yuan("400"));
  CHECK(result.quantiles[2].net == test::yuan("600"));
  CHECK(result.quantiles[3].net == test::yuan("800"));
}

TEST_CASE("the mean of years that are all alike is each one's pay, to the fen") {
  SimulationData data;
  data.volume = spread("4999", "4999");
  for (const std::int64_t runs : {1, 2, 3, 1000}) {
    CHECK(simulated(data, {runs, 5, {d("50")}}).mean == test::yuan("999800"));
  }
}

TEST_CASE("a seed gives the same years, another one others") {
  SimulationData data;
  data.volume = spread("0", "1000000");
  const SimulationRules rules{100, 1, {d("50")}};
  SimulationRules other = rules;
  other.seed = 2;
  CHECK(simulated(data, rules).mean == simulated(data, rules).mean);
  CHECK(simulated(data, rules).mean != simulated(data, other).mean);
}

TEST_CASE("the hundred quantiles of a hundred runs are those runs, in their order") {
  SimulationData data;
  data.volume = spread("1", "4999");
  SimulationRules rules{100, 5, {d("0")}};
  for (int percent = 1; percent <= 100; ++percent) {
    rules.quantiles.push_back(Decimal::whole(percent));
  }
  const Simulation result = simulated(data, rules);
  CHECK(result.quantiles[0].net == result.quantiles[1].net);
  CHECK(result.quantiles[1].net < result.quantiles[2].net);
  std::int64_t sum = 0;
  for (std::size_t i = 1; i <= 100; ++i) sum += result.quantiles[i].net.fen();
  // Every year pays whole hundreds of yuan, so that the mean is no rounded figure.
  CHECK(sum == result.mean.fen() * 100);
}

TEST_CASE("a quantile a billionth above two of three runs is the third") {
  SimulationData data;
  data.volume = spread("1", "4999");
  const Simulation result =
      simulated(data, {3, 5, {d("33.333333334"), d("66.666666666"), d("66.666666667"), d("100")}});
  CHECK(result.quantiles[0].net == result.quantiles[1].net);
  CHECK(result.quantiles[1].net < result.quantiles[2].net);
  CHECK(result.quantiles[2].net == result.quantiles[3].net);
}
