#include "allymark/explore/simulation.hpp"

#include "../select/verdict.hpp"
#include "allymark/base/codes.hpp"
#include "allymark/base/order.hpp"
#include "allymark/measure/random.hpp"

namespace allymark {
namespace {

Decimal draw(const Spread& spread, Pcg32& random) {
  const std::int64_t step = spread.step.nanos();
  const std::int64_t last = (spread.to.nanos() - spread.from.nanos()) / step;
  const auto k = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(last) + 1));
  return Decimal::nanos(spread.from.nanos() + k * step);
}

Verdict verdict_on(const TrialRules& rules, const Keyed<MetricDefinition>& metrics,
                   const Keyed<Measurement>& figures, List<CriterionState>& states) {
  states.clear();
  for (const auto& criterion : rules.criteria) {
    CriterionState& state = states.emplace_back();
    const MetricDefinition& metric = *metrics.find(criterion.metric);
    state.has_evidence = metric.unit == Unit::percent;
    for (const auto& item : rules.score.metrics) {
      if (item.metric == criterion.metric) state.weight = item.weight;
    }
    const auto found = measured(figures.find(criterion.metric));
    if (!found) continue;
    const int side =
        found->compare(criterion.threshold) * (metric.better == Better::higher ? 1 : -1);
    state.state = side >= 0 ? MetricState::met : MetricState::missed;
  }
  bool crossed = false;
  for (const auto& line : rules.red_lines) {
    const auto found = measured(figures.find(line.metric));
    crossed = crossed || (found && line.limit.crossed(*found));
  }
  return decide(rules.verdict, states, crossed, 1);
}

class Tally {
 public:
  explicit Tally(std::size_t kinds) : counts_(kinds) {}
  void add(std::size_t kind) { ++counts_[kind]; }
  Decimal share(std::size_t kind, std::int64_t runs) const {
    return ratio(Decimal::whole(counts_[kind] * 100), Decimal::whole(runs));
  }

 private:
  List<std::int64_t> counts_;
};

void check_spread(const Spread& spread, const Place& at, Errors& errors) {
  if (spread.to < spread.from) {
    errors.add(error_code::below_minimum, at, "to")
        .with("minimum", spread.from)
        .with("value", spread.to);
  }
  if (spread.step <= Decimal{}) {
    errors.add(error_code::below_minimum, at, "step")
        .with("minimum", Decimal::nanos(1))
        .with("value", spread.step);
  }
}

}  // namespace

void check(const SimulationData& data, const SimulationRules& rules,
           const Keyed<MetricDefinition>& metrics, const Place& at, Errors& errors) {
  const Place volume = at.member("volume");
  check_spread(data.volume, volume, errors);
  if (data.volume.from.is_negative()) {
    errors.add(error_code::below_minimum, volume, "from")
        .with("minimum", Decimal{})
        .with("value", data.volume.from);
  }
  const Place quantiles = at.member("quantiles");
  const Decimal most = Decimal::whole(100);
  for (std::size_t i = 0; i < rules.quantiles.size(); ++i) {
    const Decimal percent = rules.quantiles[i];
    if (!percent.is_negative() && percent <= most) continue;
    errors
        .add(percent.is_negative() ? error_code::below_minimum : error_code::above_maximum,
             quantiles.index(i))
        .with("value", percent)
        .with(percent.is_negative() ? "minimum" : "maximum",
              percent.is_negative() ? Decimal{} : most);
  }
  const Place list = at.member("metrics");
  for (const auto& entry : data.metrics) {
    const Place item = list.key(entry.key);
    check_spread(entry.value, item, errors);
    const MetricDefinition* metric = metrics.find(entry.key);
    if (metric == nullptr) {
      errors.add(error_code::unknown_metric, item).with("metric", entry.key);
      continue;
    }
    check(Measurement{entry.value.from, {}, {}, {}, true}, *metric, item.member("from"), errors);
    check(Measurement{entry.value.to, {}, {}, {}, true}, *metric, item.member("to"), errors);
  }
}

Simulation simulate(const Tariff& tariff, const TrialRules& trial,
                    const Keyed<MetricDefinition>& metrics, const SimulationData& data,
                    const SimulationRules& rules) {
  const List<Deduction>& deductions = tariff.clause().deductions;
  Pcg32 random(static_cast<std::uint64_t>(rules.seed));
  AgreementData year;
  year.metrics = Keyed<Measurement>(data.metrics.size());
  List<Measurement*> figures;
  for (std::size_t i = 0; i < data.metrics.size(); ++i) {
    figures.push_back(&year.metrics.name(i, data.metrics[i].key));
  }
  Tally tiers(tariff.clause().tiers.size());
  Tally breaches(deductions.size());
  Tally verdicts(std::size(Tokens<Verdict>::names));
  Tally met(2);
  List<CriterionState> states;
  List<Money> nets;
  nets.reserve(static_cast<std::size_t>(rules.runs));
  Int128 sum = 0;
  for (std::int64_t run = 0; run < rules.runs; ++run) {
    year.volume = draw(data.volume, random);
    for (std::size_t i = 0; i < figures.size(); ++i) {
      figures[i]->value = draw(data.metrics[i].value, random);
    }
    const Money net = due(tariff, year).net;
    nets.push_back(net);
    sum += net.fen();
    met.add(tariff.met(*year.volume) ? 1 : 0);
    tiers.add(tariff.reached(*year.volume));
    for (std::size_t i = 0; i < deductions.size(); ++i) {
      const auto found = measured(year.metrics.find(deductions[i].metric));
      if (found && deductions[i].limit.crossed(*found)) breaches.add(i);
    }
    verdicts.add(static_cast<std::size_t>(verdict_on(trial, metrics, year.metrics, states)));
  }
  sort(nets, [](Money a, Money b) { return a < b; });

  Simulation result;
  result.runs = rules.runs;
  result.seed = rules.seed;
  result.mean = Money::fen(static_cast<std::int64_t>(divide(sum, rules.runs)));
  for (const Decimal percent : rules.quantiles) {
    // Rank of the least run that is not exceeded by so many percent: rounded up, from 1.
    const Int128 hundred = static_cast<Int128>(100) * Decimal::scale;
    const auto rank = static_cast<std::size_t>(
        quotient(static_cast<Int128>(percent.nanos()) * rules.runs + hundred - 1, hundred));
    result.quantiles.push_back({percent, nets[rank == 0 ? 0 : rank - 1]});
  }
  result.met = met.share(1, rules.runs);
  for (std::size_t i = 0; i < tariff.clause().tiers.size(); ++i) {
    Chance& chance = result.tiers.emplace_back();
    append_digits(chance.id, i + 1);
    chance.share = tiers.share(i, rules.runs);
  }
  for (std::size_t i = 0; i < deductions.size(); ++i) {
    result.breaches.push_back({deductions[i].id, breaches.share(i, rules.runs)});
  }
  for (std::size_t i = 0; i < std::size(Tokens<Verdict>::names); ++i) {
    result.verdicts.push_back({Tokens<Verdict>::names[i], verdicts.share(i, rules.runs)});
  }
  return result;
}

}  // namespace allymark
