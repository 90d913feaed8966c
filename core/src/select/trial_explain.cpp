#include "allymark/select/trial.hpp"

namespace allymark {
namespace {

const char* name_of(Verdict verdict) {
  return Tokens<Verdict>::names[static_cast<std::size_t>(verdict)];
}
const char* name_of(Unit unit) { return Tokens<Unit>::names[static_cast<std::size_t>(unit)]; }

Decimal count_of(const std::vector<std::string>& list) {
  return Decimal::whole(static_cast<std::int64_t>(list.size()));
}

void explain_metric(const TrialMetric& row, const TrialRules& rules, const Tracer& tracer) {
  const char* unit = name_of(row.unit);
  if (row.value && row.role == MetricRole::criterion) {
    const bool at_least = row.relation == Relation::at_least;
    tracer.step("value", "trial.criteria", at_least ? "at_least" : "at_most",
                Inputs().with("value", *row.value, unit).with("threshold", row.threshold, unit),
                row.state == MetricState::met ? "met" : "missed", "");
  }
  if (row.evidence) {
    const Evidence& e = *row.evidence;
    const auto counts = [&] {
      return Inputs()
          .with("events", Decimal::whole(e.events), "people")
          .with("of", Decimal::whole(e.of), "people")
          .with("confidence", rules.confidence, "percent");
    };
    tracer.step("evidence/low", "trial.evidence", "wilson_low", counts(), e.low.rounded(6),
                "percent");
    tracer.step("evidence/high", "trial.evidence", "wilson_high", counts(), e.high.rounded(6),
                "percent");
  }
  if (!row.score) return;
  const ScoredMetric* item = nullptr;
  for (const auto& candidate : rules.score.metrics) {
    if (candidate.metric == row.metric) item = &candidate;
  }
  tracer.step("score", "trial.score",
              row.relation == Relation::at_least ? "deviation" : "deviation_flipped",
              Inputs().with("value", *row.value, unit).with("target", item->target, unit),
              *row.deviation, "");
  tracer.step("score", "trial.score", "curve",
              Inputs()
                  .with("base", rules.score.curve.base, "points")
                  .with("gain", item->gain, "")
                  .with("deviation", *row.deviation, ""),
              *row.uncapped, "points");
  tracer.step("score", "trial.score", "clamp",
              Inputs()
                  .with("uncapped", *row.uncapped, "points")
                  .with("floor", rules.score.curve.floor, "points")
                  .with("cap", rules.score.curve.cap, "points"),
              *row.score, "points");
}

}  // namespace

void explain(const TrialResult& result, const TrialRules& rules, const Tracer& tracer) {
  tracer.step("verdict", "trial.verdict", "count_criteria",
              Inputs()
                  .with("passed", count_of(result.passed), "criteria")
                  .with("missed", count_of(result.missed), "criteria")
                  .with("notMeasured", count_of(result.not_measured), "criteria")
                  .with("redLines", count_of(result.red_lines), "criteria"),
              name_of(result.verdict), "");
  const Place metrics = tracer.place().member("metrics");
  for (std::size_t i = 0; i < result.metrics.size(); ++i) {
    explain_metric(result.metrics[i], rules, tracer.under(metrics.index(i)));
  }
  if (!result.score) return;
  Inputs parts;
  for (const auto& row : result.metrics) {
    if (!row.contribution) continue;
    parts.add(row.metric, *row.score, "points");
    parts.add(row.metric + ".weight", *row.weight, "weight");
  }
  tracer.step("score", "trial.score", "weighted_mean", std::move(parts), *result.score, "points");
  tracer.step("shownScore", "trial.score", "round_half_up",
              Inputs().with("score", *result.score, "points"), *result.shown_score, "points");
}

}  // namespace allymark
