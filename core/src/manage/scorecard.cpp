#include "allymark/manage/scorecard.hpp"

#include <algorithm>

#include "allymark/base/codes.hpp"
#include "allymark/base/order.hpp"
#include "allymark/measure/weighting.hpp"

namespace allymark {
namespace {

Decimal target_of(const MonthlyMetric& rule, const Measurement* measurement) {
  return measurement != nullptr && measurement->target ? *measurement->target : rule.target;
}

/// Scores one month: rows, total, red lines, grade. Knows nothing of other months. A month of the
/// history is wanted for its total and grade alone: its rows stay without names.
class MonthScorer {
 public:
  MonthScorer(const ScorecardRules& rules, const Keyed<MetricDefinition>& metrics,
              const MonthData& data, bool named)
      : rules_(rules), metrics_(metrics), data_(data), named_(named) {
    card_.month = data.month;
    card_.metrics.reserve(rules_.metrics.size());
    card_.red_lines.reserve(rules_.red_lines.size());
    for (const auto& rule : rules_.metrics) add_row(rule);
    total();
    for (const auto& line : rules_.red_lines) add_red_line(line);
    grade();
  }
  Scorecard take() { return std::move(card_); }

 private:
  void add_row(const MonthlyMetric& rule) {
    const MetricDefinition& metric = *metrics_.find(rule.metric);
    const Measurement* measurement = data_.metrics.find(rule.metric);
    ScorecardMetric row;
    if (named_) {
      row.metric = rule.metric;
      row.group = rule.group;
    }
    row.relation = metric.better == Better::higher ? "at_least" : "at_most";
    row.unit = metric.unit;
    row.target = target_of(rule, measurement);
    row.gain = rule.gain;
    row.weight = rule.weight;
    if (const auto found = measured(measurement)) {
      CurveScore points = score(rules_.curve, rule.gain, metric.better, row.target, *found);
      row.value = found->value();
      if (!rule.knots.empty()) {
        points.score = points.uncapped = score(rule.knots, *row.value);
        points.capped = false;
      }
      row.deviation = points.deviation;
      row.uncapped = points.uncapped;
      row.capped = points.capped;
      row.score = points.score;
      row.shown_score = points.score.rounded(0);
    }
    card_.metrics.push_back(std::move(row));
  }

  void total() {
    List<Weighted> items;
    items.reserve(card_.metrics.size());
    const ScorecardMetric* weakest = nullptr;
    for (const auto& row : card_.metrics) {
      items.push_back({row.weight, row.score});
      if (row.score && (weakest == nullptr || *row.score < *weakest->score)) weakest = &row;
    }
    const WeightedMean mean = weighted_mean(items);
    card_.coverage = mean.coverage;
    if (!mean.mean) return;
    card_.total = mean.mean;
    card_.shown_total = mean.mean->rounded(0);
    card_.weakest = weakest->metric;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (items[i].value) card_.metrics[i].contribution = mean.contributions[i];
    }
  }

  void add_red_line(const ScorecardRedLine& line) {
    RedLineResult result;
    if (named_) result.metric = line.metric;
    result.limit = line.limit.figure();
    result.relation = line.limit.above ? "above" : "below";
    result.caps = line.caps;
    if (const auto found = measured(data_.metrics.find(line.metric))) {
      result.value = found->value();
      result.state = line.limit.crossed(*found) ? LineState::crossed : LineState::clear;
    }
    card_.red_lines.push_back(std::move(result));
  }

  void grade() {
    if (!card_.total) {
      card_.ungraded = Ungraded::no_data;
      return;
    }
    const Band& band = band_of(rules_.bands, *card_.shown_total);
    card_.band_grade = band.grade;
    if (card_.coverage < rules_.minimum_coverage) {
      card_.ungraded = Ungraded::coverage;
      return;
    }
    Grade grade = band.grade;
    for (const auto& line : card_.red_lines) {
      if (line.state == LineState::not_measured) {
        card_.ungraded = Ungraded::red_line_missing;
        return;
      }
      if (line.state == LineState::crossed && line.caps > grade) grade = line.caps;
    }
    card_.grade = grade;
    for (const auto& other : rules_.bands) {
      if (named_ && other.grade == grade) card_.action = other.action;
    }
  }

  const ScorecardRules& rules_;
  const Keyed<MetricDefinition>& metrics_;
  const MonthData& data_;
  bool named_;
  Scorecard card_;
};

void add_bands(Scorecard& card, const ScorecardRules& rules) {
  Maybe<Decimal> below;
  for (const auto& band : rules.bands) {
    card.bands.push_back({band.grade, band.from, below, band.action});
    if (card.shown_total && band.from && *card.shown_total < *band.from) {
      card.to_next_grade = ToNextGrade{band.grade, *band.from - *card.shown_total};
    }
    below = band.from;
  }
}

/// The months up to the card's, oldest first, gaps included; mean, trend and count over them.
void add_history(Scorecard& card, const ScorecardRules& rules,
                 const Keyed<MetricDefinition>& metrics, const List<const MonthData*>& months) {
  const auto first =
      std::max(months.front()->month.index(),
               card.month.index() - static_cast<std::int32_t>(rules.history_months) + 1);
  std::size_t next = 0;
  for (std::int32_t index = first; index <= card.month.index(); ++index) {
    MonthPoint point;
    point.month = Month::from_index(index);
    while (next < months.size() && months[next]->month.index() < index) ++next;
    if (next < months.size() && months[next]->month.index() == index) {
      const bool is_card = index == card.month.index();
      const Scorecard other =
          is_card ? Scorecard{} : MonthScorer(rules, metrics, *months[next], false).take();
      const Scorecard& scored = is_card ? card : other;
      point.total = scored.total;
      point.shown_total = scored.shown_total;
      point.grade = scored.grade;
    }
    if (point.shown_total && *point.shown_total < rules.on_target) ++card.months_below;
    card.history.push_back(point);
  }

  List<Weighted> recent;
  const MonthPoint* oldest = nullptr;
  for (std::size_t i = card.history.size(); i > 0; --i) {
    if (static_cast<std::int64_t>(recent.size()) == rules.mean_months) break;
    const MonthPoint& point = card.history[i - 1];
    recent.push_back({Decimal::whole(1), point.total});
    if (point.total) oldest = &point;
  }
  card.mean = weighted_mean(recent).mean;
  if (!card.total || oldest == nullptr || oldest->month == card.month) return;
  card.trend = *card.shown_total > *oldest->shown_total   ? Trend::up
               : *card.shown_total < *oldest->shown_total ? Trend::down
                                                          : Trend::flat;
}

void note_month(const Scorecard& card, const ScorecardRules& rules, const MonthData& data,
                const Place& at, Findings& findings) {
  for (const auto& row : card.metrics) {
    if (row.value) continue;
    findings
        .add(finding_code::metric_not_measured, Severity::doubt,
             at.member("metrics").key(row.metric))
        .with("metric", row.metric);
  }
  for (const auto& line : card.red_lines) {
    if (line.state == LineState::clear) continue;
    const bool crossed = line.state == LineState::crossed;
    const char* code =
        crossed ? finding_code::red_line_crossed : finding_code::red_line_not_measured;
    Params& params = findings.add(code, Severity::block, at.member("metrics").key(line.metric))
                         .with("metric", line.metric)
                         .with("limit", line.limit);
    if (crossed) {
      params.with("value", *line.value)
          .with("caps", Tokens<Grade>::names[static_cast<std::size_t>(line.caps)]);
    }
  }
  if (card.ungraded == Ungraded::coverage) {
    findings.add(finding_code::coverage_low, Severity::block, at)
        .with("coverage", card.coverage.rounded(1))
        .with("minimum", rules.minimum_coverage);
  }
  if (!data.claimed || !card.grade) return;
  const MonthClaim& claim = *data.claimed;
  if (claim.grade && *claim.grade != *card.grade) {
    Params& params =
        findings
            .add(finding_code::grade_claim_contradicted, Severity::doubt,
                 at.member("claimed/grade"))
            .with("claimed", Tokens<Grade>::names[static_cast<std::size_t>(*claim.grade)])
            .with("grade", Tokens<Grade>::names[static_cast<std::size_t>(*card.grade)])
            .with("total", *card.shown_total);
    for (const auto& band : rules.bands) {
      if (band.grade == *claim.grade && band.from) params.with("needs", *band.from);
    }
  }
  if (claim.total && *claim.total != *card.shown_total) {
    findings
        .add(finding_code::total_claim_contradicted, Severity::doubt, at.member("claimed/total"))
        .with("claimed", *claim.total)
        .with("total", *card.shown_total);
  }
}

}  // namespace

void check(const ScorecardRules& rules, const Keyed<MetricDefinition>& metrics, const Place& at,
           Errors& errors) {
  if (rules.metrics.empty()) errors.add(error_code::empty_list, at, "metrics");
  check(rules.curve, at.member("curve"), errors);
  bool weighed = false;
  for (std::size_t i = 0; i < rules.metrics.size(); ++i) {
    const MonthlyMetric& rule = rules.metrics[i];
    const Place list = at.member("metrics");
    const Place item = list.index(i);
    check_metric(rule.metric, metrics, item, "metric", errors);
    for (std::size_t j = 0; j < i; ++j) {
      if (rules.metrics[j].metric != rule.metric) continue;
      errors.add_duplicate(item, "metric", rule.metric);
      break;
    }
    if (rules.groups.find(rule.group) == nullptr) {
      errors.add(error_code::unknown_group, item, "group").with("group", rule.group);
    }
    check_target(rule.target, item, "target", errors);
    check(rule.knots, item.member("knots"), errors);
    weighed = weighed || !rule.weight.is_zero();
  }
  if (!rules.metrics.empty() && !weighed) {
    errors.add(error_code::weights_sum_zero, at, "metrics");
  }
  check(rules.bands, at.member("bands"), errors);
  for (std::size_t i = 0; i < rules.red_lines.size(); ++i) {
    const Place list = at.member("redLines");
    const Place item = list.index(i);
    check_metric(rules.red_lines[i].metric, metrics, item, "metric", errors);
    check(rules.red_lines[i].limit, item, errors);
  }
}

void check(const List<MonthData>& months, const Keyed<MetricDefinition>& metrics, const Place& at,
           Errors& errors) {
  for (std::size_t i = 0; i < months.size(); ++i) {
    const Place item = at.index(i);
    for (std::size_t j = 0; j < i; ++j) {
      if (months[j].month == months[i].month) {
        errors.add(error_code::duplicate_month, item, "month")
            .with("month", months[i].month.text());
        break;
      }
    }
    check(months[i].metrics, &metrics, item.member("metrics"), errors);
  }
}

std::optional<Scorecard> score_months(const ScorecardRules& rules,
                                      const Keyed<MetricDefinition>& metrics,
                                      const List<MonthData>& months, Maybe<Month> as_of_month,
                                      const Place& at, Findings& findings) {
  List<const MonthData*> known;
  for (const auto& month : months) {
    if (!as_of_month || month.month <= *as_of_month) known.push_back(&month);
  }
  if (known.empty()) return std::nullopt;
  sort(known, [](const MonthData* a, const MonthData* b) { return a->month < b->month; });

  const MonthData* last = known.back();
  MonthData gap;  // the month that decides although nothing is known of it
  if (as_of_month) gap.month = *as_of_month;
  const bool is_gap = as_of_month && last->month != *as_of_month;
  Scorecard card = MonthScorer(rules, metrics, is_gap ? gap : *last, true).take();
  add_bands(card, rules);
  add_history(card, rules, metrics, known);
  if (is_gap) {
    findings.add(finding_code::months_missing, Severity::doubt, at)
        .with("expected", as_of_month->text())
        .with("last", last->month.text());
  } else {
    note_month(card, rules, *last, at.index(static_cast<std::size_t>(last - months.data())),
               findings);
  }
  return card;
}

}  // namespace allymark
