#include "allymark/select/readiness.hpp"

namespace allymark {

void explain(const Readiness& result, const ReadinessRules& rules, const Tracer& tracer) {
  const AbilityResult& ability = result.ability;
  if (ability.mean) {
    Step& mean = tracer.step("ability/mean", "readiness.ability", "weighted_mean");
    for (std::size_t i = 0; i < ability.dimensions.size(); ++i) {
      const DimensionResult& row = ability.dimensions[i];
      if (!row.score) continue;
      mean.with(row.id, *row.score, "stars")
          .with(row.id + ".weight", rules.ability.dimensions[i].weight, "weight");
    }
    mean.gives(ability.mean->rounded(2), "stars");
    Step& able = tracer.step("ability/able", "readiness.ability", "able");
    able.with("mean", ability.mean->rounded(2), "stars").with("atLeast", ability.needed, "stars");
    for (const auto& row : ability.dimensions) {
      if (row.minimum && row.score) {
        able.with(row.id, *row.score, "stars").with("minimum", *row.minimum, "stars");
      }
    }
    able.gives(Tokens<Signal>::names[static_cast<std::size_t>(ability.able)]);
  }
  if (ability.without_evidence) {
    std::int64_t scored = 0;
    std::int64_t bare = 0;
    for (const auto& row : ability.dimensions) {
      scored += row.score ? 1 : 0;
      bare += row.score && !row.has_evidence ? 1 : 0;
    }
    tracer.step("ability/withoutEvidence", "readiness.evidence", "share_of_count")
        .with("part", Decimal::whole(bare), "")
        .with("all", Decimal::whole(scored), "")
        .gives(ability.without_evidence->rounded(2), "percent");
  }
  const WillingnessResult& willingness = result.willingness;
  tracer.step("willingness/willing", "readiness.willingness", "count_signals")
      .with("yes", Decimal::whole(willingness.count.yes), "signals")
      .with("unknown", Decimal::whole(willingness.count.unknown), "signals")
      .with("atLeast", Decimal::whole(willingness.needed), "signals")
      .gives(Tokens<Signal>::names[static_cast<std::size_t>(willingness.willing)]);
  const Place needs = tracer.place().member("needs");
  for (std::size_t i = 0; i < result.needs.size(); ++i) {
    const Coverage& row = result.needs[i];
    if (!row.coverage) continue;
    tracer.under(needs.index(i))
        .step("coverage", "readiness.needs", "coverage")
        .with("met", Decimal::whole(row.met), "needs")
        .with("partly", Decimal::whole(row.partly), "needs")
        .with("partlyCounts", rules.partly, "percent")
        .with("known", Decimal::whole(row.met + row.partly + row.unmet), "needs")
        .gives(row.coverage->rounded(2), "percent");
  }
}

}  // namespace allymark
