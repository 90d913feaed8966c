#include "allymark/manage/scorecard.hpp"

namespace allymark {
namespace {

void explain_row(const ScorecardMetric& row, const ScorecardRules& rules, const Tracer& tracer) {
  if (!row.score) return;
  const char* unit = Tokens<Unit>::names[static_cast<std::size_t>(row.unit)];
  const bool higher = row.relation == std::string_view("at_least");
  tracer.step("score", "scorecard.curve", higher ? "deviation" : "deviation_flipped",
              Inputs().with("value", *row.value, unit).with("target", row.target, unit),
              *row.deviation, "");
  tracer.step("score", "scorecard.curve", "curve",
              Inputs()
                  .with("base", rules.curve.base, "points")
                  .with("gain", row.gain, "")
                  .with("deviation", *row.deviation, ""),
              *row.uncapped, "points");
  tracer.step("score", "scorecard.curve", "clamp",
              Inputs()
                  .with("uncapped", *row.uncapped, "points")
                  .with("floor", rules.curve.floor, "points")
                  .with("cap", rules.curve.cap, "points"),
              *row.score, "points");
  tracer.step("shownScore", "scorecard.curve", "round_half_up",
              Inputs().with("score", *row.score, "points"), *row.shown_score, "points");
}

}  // namespace

void explain(const Scorecard& card, const ScorecardRules& rules, const Tracer& tracer) {
  const Place metrics = tracer.place().member("metrics");
  Inputs parts;
  for (std::size_t i = 0; i < card.metrics.size(); ++i) {
    const ScorecardMetric& row = card.metrics[i];
    explain_row(row, rules, tracer.under(metrics.index(i)));
    if (!row.score) continue;
    parts.add(row.metric, *row.score, "points");
    parts.add(row.metric + ".weight", row.weight, "weight");
  }
  if (!card.total) return;
  tracer.step("total", "scorecard.total", "weighted_mean", std::move(parts), *card.total, "points");
  tracer.step("shownTotal", "scorecard.total", "round_half_up",
              Inputs().with("total", *card.total, "points"), *card.shown_total, "points");
  if (!card.grade) return;
  Inputs limits = Inputs().with("shownTotal", *card.shown_total, "points");
  for (const auto& band : rules.bands) {
    const char* grade = Tokens<Grade>::names[static_cast<std::size_t>(band.grade)];
    if (band.from) limits.add(grade, *band.from, "points");
  }
  tracer.step("grade", "scorecard.bands", "band", std::move(limits),
              Tokens<Grade>::names[static_cast<std::size_t>(*card.band_grade)], "");
  for (const auto& line : card.red_lines) {
    tracer.step("grade", "scorecard.redLines",
                line.state == LineState::crossed ? "red_line_crossed" : "red_line_clear",
                Inputs()
                    .with("value", *line.value, line.metric)
                    .with(line.relation, line.limit, line.metric),
                Tokens<Grade>::names[static_cast<std::size_t>(*card.grade)], "");
  }
}

}  // namespace allymark
