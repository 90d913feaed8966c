#pragma once
// Simulation: a contract year drawn many times from ranges: what it pays, how likely each tier,
// each breach of a quality clause and each verdict is. Seeded, integers only, so that a seed gives
// the same figures everywhere. The ranges are the user's; nothing here says that they are right.

#include "allymark/agree/commission.hpp"
#include "allymark/select/trial.hpp"

namespace allymark {

/// A figure drawn from `from`, `from` + `step`, ... up to `to`, all alike likely.
struct Spread {
  Decimal from;
  Decimal to;
  Decimal step = Decimal::whole(1);
};

struct SimulationData {
  Spread volume;
  Keyed<Spread> metrics;  ///< over the year; those not named are not measured
};

/// How often is drawn, and which quantiles are shown.
struct SimulationRules {
  std::int64_t runs = 0;
  std::int64_t seed = 1;
  List<Decimal> quantiles;  ///< percent
};

struct Quantile {
  Decimal percent;
  Money net;
};
/// How often something happened, in percent of the runs.
struct Chance {
  std::string id;
  Decimal share;
};

struct Simulation {
  std::int64_t runs = 0;
  std::int64_t seed = 1;
  Money mean;
  List<Quantile> quantiles;
  Decimal met;
  List<Chance> tiers;     ///< the tier that the volume reached, by its number from 1
  List<Chance> breaches;  ///< by deduction
  List<Chance> verdicts;
};

/// Errors: an end below its beginning or outside its metric's range, a step of 0, unknown metrics,
/// a quantile that is no percentage.
void check(const SimulationData& data, const SimulationRules& rules,
           const Keyed<MetricDefinition>& metrics, const Place& at, Errors& errors);

/// Draws `rules.runs` years, the volume first, then the metrics by their ids. A quantile is the
/// least net that so many percent of the runs do not exceed. The verdict is the trial's on the
/// drawn metrics, as typed figures without counts. Example: a volume of 4,999 to 5,000 in steps of
/// 1 pays 999,800 or 1,250,000, and the target is met in about half of the runs.
Simulation simulate(const Tariff& tariff, const TrialRules& trial,
                    const Keyed<MetricDefinition>& metrics, const SimulationData& data,
                    const SimulationRules& rules);

template <>
struct Describe<Spread> {
  static constexpr const char* name = "spread";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Spread, from, "from")
          .required()
          .between<-1'000'000'000, 1'000'000'000>()
          .says(ALLYMARK_DOC("least figure")),
      ALLYMARK_FIELD(Spread, to, "to")
          .required()
          .between<-1'000'000'000, 1'000'000'000>()
          .says(ALLYMARK_DOC("largest figure")),
      ALLYMARK_FIELD(Spread, step, "step")
          .between<0, 1'000'000'000>()
          .says(ALLYMARK_DOC("distance of the figures drawn, 1 by default")),
  };
};
template <>
struct Describe<Quantile> {
  static constexpr const char* name = "quantile";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Quantile, percent, "percent").says(ALLYMARK_DOC("so many of the runs")),
      ALLYMARK_FIELD(Quantile, net, "net").says(ALLYMARK_DOC("pay no more than this, yuan")),
  };
};
template <>
struct Describe<Chance> {
  static constexpr const char* name = "chance";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Chance, id, "id").says(ALLYMARK_DOC("what happened")),
      ALLYMARK_FIELD(Chance, share, "share").shown(2).says(ALLYMARK_DOC("percent of the runs")),
  };
};
template <>
struct Describe<Simulation> {
  static constexpr const char* name = "simulation";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Simulation, runs, "runs").says(ALLYMARK_DOC("years drawn")),
      ALLYMARK_FIELD(Simulation, seed, "seed").says(ALLYMARK_DOC("seed of the draws")),
      ALLYMARK_FIELD(Simulation, mean, "mean").says(ALLYMARK_DOC("mean net pay, yuan")),
      ALLYMARK_FIELD(Simulation, quantiles, "quantiles").says(ALLYMARK_DOC("of the net pay")),
      ALLYMARK_FIELD(Simulation, met, "met")
          .shown(2)
          .says(ALLYMARK_DOC("percent of the runs that meet the target")),
      ALLYMARK_FIELD(Simulation, tiers, "tiers")
          .says(ALLYMARK_DOC("tier reached, numbered from 1")),
      ALLYMARK_FIELD(Simulation, breaches, "breaches").says(ALLYMARK_DOC("deductions that act")),
      ALLYMARK_FIELD(Simulation, verdicts, "verdicts").says(ALLYMARK_DOC("of the trial's rules")),
  };
};

}  // namespace allymark
