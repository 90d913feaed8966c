#include "allymark/manage/scorecard.hpp"

namespace allymark {
namespace {

const char* name_of(Grade grade) { return Tokens<Grade>::names[static_cast<std::size_t>(grade)]; }

/// A curve of straight pieces; false when the metric has none.
bool explain_knots(const ScorecardMetric& row, const ScorecardRules& rules, const char* unit,
                   const Tracer& tracer) {
  for (const auto& rule : rules.metrics) {
    if (rule.metric != row.metric || rule.knots.empty()) continue;
    Step& step = tracer.step("score", "scorecard.curve", "knots");
    step.with("value", *row.value, unit);
    for (const auto& knot : rule.knots) {
      step.with("knot", knot.at, unit).with("points", knot.score, "points");
    }
    step.gives(*row.score, "points");
    return true;
  }
  return false;
}

void explain_curve(const ScorecardMetric& row, const ScorecardRules& rules, const Tracer& tracer) {
  const char* unit = Tokens<Unit>::names[static_cast<std::size_t>(row.unit)];
  if (explain_knots(row, rules, unit, tracer)) return;
  const bool higher = row.relation == std::string_view("at_least");
  tracer.step("score", "scorecard.curve", higher ? "deviation" : "deviation_flipped")
      .with("value", *row.value, unit)
      .with("target", row.target, unit)
      .gives(*row.deviation, "");
  tracer.step("score", "scorecard.curve", "curve")
      .with("base", rules.curve.base, "points")
      .with("gain", row.gain, "")
      .with("deviation", *row.deviation, "")
      .gives(*row.uncapped, "points");
  tracer.step("score", "scorecard.curve", "clamp")
      .with("uncapped", *row.uncapped, "points")
      .with("floor", rules.curve.floor, "points")
      .with("cap", rules.curve.cap, "points")
      .gives(*row.score, "points");
}

void explain_row(const ScorecardMetric& row, const ScorecardRules& rules, const Tracer& tracer) {
  if (!row.score) return;
  explain_curve(row, rules, tracer);
  tracer.step("shownScore", "scorecard.curve", "round_half_up")
      .with("score", *row.score, "points")
      .gives(*row.shown_score, "points");
}

}  // namespace

void explain(const Scorecard& card, const ScorecardRules& rules, const Tracer& tracer) {
  const Place metrics = tracer.place().member("metrics");
  for (std::size_t i = 0; i < card.metrics.size(); ++i) {
    explain_row(card.metrics[i], rules, tracer.under(metrics.index(i)));
  }
  if (!card.total) return;
  Step& mean = tracer.step("total", "scorecard.total", "weighted_mean");
  for (const auto& row : card.metrics) {
    if (!row.score) continue;
    mean.with(row.metric, *row.score, "points").with(row.metric + ".weight", row.weight, "weight");
  }
  mean.gives(*card.total, "points");
  tracer.step("shownTotal", "scorecard.total", "round_half_up")
      .with("total", *card.total, "points")
      .gives(*card.shown_total, "points");
  if (!card.grade) return;
  Step& grade = tracer.step("grade", "scorecard.bands", "band");
  grade.with("shownTotal", *card.shown_total, "points");
  for (const auto& band : rules.bands) {
    if (band.from) grade.with(name_of(band.grade), *band.from, "points");
  }
  grade.gives(name_of(*card.band_grade));
  for (const auto& line : card.red_lines) {
    const bool crossed = line.state == LineState::crossed;
    tracer.step("grade", "scorecard.redLines", crossed ? "red_line_crossed" : "red_line_clear")
        .with("value", *line.value, line.metric)
        .with(line.relation, line.limit, line.metric)
        .gives(name_of(*card.grade));
  }
}

}  // namespace allymark
