#include "allymark/select/trial.hpp"

namespace allymark {
namespace {

const char* name_of(Verdict verdict) {
  return Tokens<Verdict>::names[static_cast<std::size_t>(verdict)];
}
const char* name_of(Unit unit) { return Tokens<Unit>::names[static_cast<std::size_t>(unit)]; }

Decimal count_of(const List<std::string>& list) {
  return Decimal::whole(static_cast<std::int64_t>(list.size()));
}

void explain_metric(const TrialMetric& row, const TrialRules& rules, const Tracer& tracer) {
  const char* unit = name_of(row.unit);
  if (row.value && row.role == MetricRole::criterion) {
    const bool at_least = row.relation == Relation::at_least;
    tracer.step("value", "trial.criteria", at_least ? "at_least" : "at_most")
        .with("value", *row.value, unit)
        .with("threshold", row.threshold, unit)
        .gives(row.state == MetricState::met ? "met" : "missed");
  }
  if (row.evidence) {
    const Evidence& e = *row.evidence;
    const auto from_counts = [&](const char* id, const char* op, Decimal bound) {
      tracer.step(id, "trial.evidence", op)
          .with("events", Decimal::whole(e.events), "people")
          .with("of", Decimal::whole(e.of), "people")
          .with("confidence", rules.confidence, "percent")
          .gives(bound.rounded(6), "percent");
    };
    from_counts("evidence/low", "wilson_low", e.low);
    from_counts("evidence/high", "wilson_high", e.high);
  }
  if (!row.score) return;
  const ScoredMetric* item = nullptr;
  for (const auto& candidate : rules.score.metrics) {
    if (candidate.metric == row.metric) item = &candidate;
  }
  tracer
      .step("score", "trial.score",
            row.relation == Relation::at_least ? "deviation" : "deviation_flipped")
      .with("value", *row.value, unit)
      .with("target", item->target, unit)
      .gives(*row.deviation, "");
  tracer.step("score", "trial.score", "curve")
      .with("base", rules.score.curve.base, "points")
      .with("gain", item->gain, "")
      .with("deviation", *row.deviation, "")
      .gives(*row.uncapped, "points");
  tracer.step("score", "trial.score", "clamp")
      .with("uncapped", *row.uncapped, "points")
      .with("floor", rules.score.curve.floor, "points")
      .with("cap", rules.score.curve.cap, "points")
      .gives(*row.score, "points");
}

}  // namespace

void explain(const TrialResult& result, const TrialRules& rules, const Tracer& tracer) {
  tracer.step("verdict", "trial.verdict", "count_criteria")
      .with("passed", count_of(result.passed), "criteria")
      .with("missed", count_of(result.missed), "criteria")
      .with("notMeasured", count_of(result.not_measured), "criteria")
      .with("redLines", count_of(result.red_lines), "criteria")
      .gives(name_of(result.verdict));
  const Place metrics = tracer.place().member("metrics");
  for (std::size_t i = 0; i < result.metrics.size(); ++i) {
    explain_metric(result.metrics[i], rules, tracer.under(metrics.index(i)));
  }
  if (!result.score) return;
  Step& mean = tracer.step("score", "trial.score", "weighted_mean");
  for (const auto& row : result.metrics) {
    if (!row.contribution) continue;
    mean.with(row.metric, *row.score, "points").with(row.metric + ".weight", *row.weight, "weight");
  }
  mean.gives(*result.score, "points");
  tracer.step("shownScore", "trial.score", "round_half_up")
      .with("score", *result.score, "points")
      .gives(*result.shown_score, "points");
}

}  // namespace allymark
