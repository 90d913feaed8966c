#include "allymark/select/trial.hpp"

#include "allymark/base/codes.hpp"
#include "allymark/measure/weighting.hpp"
#include "verdict.hpp"

namespace allymark {
namespace {

const MetricDefinition& definition(const Keyed<MetricDefinition>& metrics, const std::string& id) {
  return *metrics.find(id);
}

/// A criterion's threshold must be a possible figure, and its metric must not gate twice.
void check_threshold(const TrialRules& rules, std::size_t i, const Keyed<MetricDefinition>& metrics,
                     const Place& at, Errors& errors) {
  const Criterion& criterion = rules.criteria[i];
  for (std::size_t j = 0; j < i; ++j) {
    if (rules.criteria[j].metric != criterion.metric) continue;
    errors.add_duplicate(at, "metric", criterion.metric);
    break;
  }
  const MetricDefinition* metric = metrics.find(criterion.metric);
  if (metric == nullptr) return;
  check(Measurement{criterion.threshold, {}, {}, {}, true}, *metric, at.member("threshold"),
        errors);
}

const ScoredMetric* scored(const TrialRules& rules, const std::string& metric) {
  for (const auto& item : rules.score.metrics) {
    if (item.metric == metric) return &item;
  }
  return nullptr;
}

Relation passing_side(const MetricDefinition& metric) {
  return metric.better == Better::higher ? Relation::at_least : Relation::at_most;
}

Decimal percent_of_share(double share) {
  return Decimal::nanos(static_cast<std::int64_t>(share * 1e11 + 0.5));
}

/// Counts behind a rate: as counted, or value x users when that is a whole number of people.
struct Counts {
  Decimal events;
  Decimal of;
  bool derived = false;
};

std::optional<Counts> counts_behind(const Measured& found, const MetricDefinition& metric,
                                    const Maybe<Decimal>& users, EvidenceGap& gap) {
  if (metric.unit != Unit::percent) {
    gap = EvidenceGap::not_a_rate;
    return std::nullopt;
  }
  if (found.counted()) return Counts{found.events(), found.of(), false};
  gap = EvidenceGap::no_counts;
  if (!users || users->is_zero() || metric.base != "users") return std::nullopt;
  const Int128 product = static_cast<Int128>(found.value().nanos()) * users->nanos();
  const Int128 per_person = static_cast<Int128>(Decimal::scale) * Decimal::scale * 100;
  const Int128 people = quotient(product, per_person);
  if (people * per_person != product) {
    gap = EvidenceGap::not_whole;
    return std::nullopt;
  }
  return Counts{Decimal::whole(static_cast<std::int64_t>(people)), *users, true};
}

Evidence weigh(const Counts& counts, const MetricDefinition& metric, Decimal threshold,
               double quantile, double alpha) {
  Evidence result;
  result.events = counts.events.truncated();
  result.of = counts.of.truncated();
  result.rate = Measured::share(counts.events, counts.of).value();
  result.derived = counts.derived;
  const Interval interval = wilson(result.events, result.of, quantile);
  result.low = percent_of_share(interval.low);
  result.high = percent_of_share(interval.high);
  result.standing = standing(result.events, result.of, threshold, metric.better, alpha);
  result.users_needed = users_needed(result.events, result.of, threshold, metric.better, alpha);
  return result;
}

/// Judges one trial: measures, scores, decides, then looks at what would change the decision.
class Judge {
 public:
  Judge(const TrialRules& rules, const Keyed<MetricDefinition>& metrics, const TrialData& data,
        const Place& at, Findings& findings)
      : rules_(rules),
        metrics_(metrics),
        data_(data),
        at_(at),
        metrics_at_(at.member("metrics")),
        findings_(findings) {}

  TrialResult run() {
    confidence();
    for (const auto& criterion : rules_.criteria) {
      measure(criterion.metric, criterion.threshold, MetricRole::criterion);
    }
    for (const auto& item : rules_.score.metrics) {
      if (!is_criterion(item.metric)) measure(item.metric, item.target, MetricRole::noted);
    }
    compose_score();
    cross_red_lines();
    result_.verdict = verdict(rules_.verdict, states_);
    try_readings();
    try_flips();
    note_users();
    return std::move(result_);
  }

 private:
  void confidence() {
    quantile_ = normal_quantile(static_cast<double>(rules_.confidence.nanos()) / 1e9);
    alpha_ = static_cast<double>((Decimal::whole(100) - rules_.confidence).nanos()) / 1e11;
  }

  bool is_criterion(const std::string& metric) const {
    for (const auto& criterion : rules_.criteria) {
      if (criterion.metric == metric) return true;
    }
    return false;
  }

  Params& remark(const char* code, Severity severity, const Place& at) {
    return findings_.add(code, severity, at);
  }

  void measure(const std::string& id, Decimal threshold, MetricRole role) {
    const MetricDefinition& metric = definition(metrics_, id);
    TrialMetric row;
    row.metric = id;
    row.role = role;
    row.relation = passing_side(metric);
    row.unit = metric.unit;
    row.threshold = threshold;
    const ScoredMetric* scoring = scored(rules_, id);
    if (scoring != nullptr) row.weight = scoring->weight;

    const Measurement* measurement = data_.metrics.find(id);
    const auto found = measured(measurement);
    CriterionState state;
    if (scoring != nullptr) state.weight = scoring->weight;
    if (!found) {
      row.state = MetricState::not_measured;
      row.evidence_gap = EvidenceGap::not_measured;
    } else {
      fill(row, *found, metric, scoring);
      find_evidence(row, *found, metric);
      note_counts(id, *measurement, *found);
    }
    if (role == MetricRole::criterion) {
      state.state = row.state;
      state.has_evidence = metric.unit == Unit::percent;
      if (row.evidence) state.standing = row.evidence->standing;
      states_.push_back(state);
      list_of(row.state).push_back(id);
    }
    if (row.evidence) result_.evidence.append(id) = *row.evidence;
    result_.metrics.push_back(std::move(row));
  }

  List<std::string>& list_of(MetricState state) {
    if (state == MetricState::met) return result_.passed;
    if (state == MetricState::missed) return result_.missed;
    return result_.not_measured;
  }

  void fill(TrialMetric& row, const Measured& found, const MetricDefinition& metric,
            const ScoredMetric* scoring) {
    const bool higher = metric.better == Better::higher;
    row.value = found.value();
    row.margin = higher ? *row.value - row.threshold : row.threshold - *row.value;
    const int side = found.compare(row.threshold) * (higher ? 1 : -1);
    row.state = row.role == MetricRole::noted ? MetricState::noted
                : side >= 0                   ? MetricState::met
                                              : MetricState::missed;
    if (scoring == nullptr) return;
    const CurveScore points =
        score(rules_.score.curve, scoring->gain, metric.better, scoring->target, found);
    row.deviation = points.deviation;
    row.uncapped = points.uncapped;
    row.score = points.score;
    row.capped = points.capped;
  }

  void find_evidence(TrialMetric& row, const Measured& found, const MetricDefinition& metric) {
    EvidenceGap gap{};
    const auto counts = counts_behind(found, metric, data_.users, gap);
    if (!counts) {
      row.evidence_gap = gap;
      if (gap == EvidenceGap::not_whole) {
        remark(finding_code::rate_not_whole, Severity::doubt, metrics_at_.key(row.metric))
            .with("metric", row.metric)
            .with("value", found.value())
            .with("of", *data_.users);
      }
      return;
    }
    row.evidence = weigh(*counts, metric, row.threshold, quantile_, alpha_);
    if (row.role == MetricRole::criterion && row.evidence->standing == Standing::undecided) {
      const Evidence& e = *row.evidence;
      Params& params =
          remark(finding_code::evidence_undecided, Severity::doubt, metrics_at_.key(row.metric))
              .with("metric", row.metric)
              .with("value", e.rate)
              .with("events", counts->events)
              .with("of", counts->of)
              .with("low", e.low.rounded(1))
              .with("high", e.high.rounded(1))
              .with("threshold", row.threshold);
      if (e.users_needed) params.with("usersNeeded", Decimal::whole(*e.users_needed));
    }
  }

  void note_counts(const std::string& id, const Measurement& measurement, const Measured& found) {
    if (!found.counted() || !measurement.value || found.compare(*measurement.value) == 0) return;
    remark(finding_code::counts_override_value, Severity::doubt, metrics_at_.key(id))
        .with("metric", id)
        .with("typed", *measurement.value)
        .with("counted", found.value().rounded(2))
        .with("events", found.events())
        .with("of", found.of());
  }

  void compose_score() {
    List<Weighted> items;
    List<TrialMetric*> rows;
    for (auto& row : result_.metrics) {
      if (!row.weight) continue;
      items.push_back({*row.weight, row.score});
      rows.push_back(&row);
      if (!row.score) {
        remark(finding_code::metric_not_measured, Severity::doubt, metrics_at_.key(row.metric))
            .with("metric", row.metric);
      }
    }
    const WeightedMean mean = weighted_mean(items);
    result_.coverage = mean.coverage;
    if (!mean.mean) return;
    result_.score = mean.mean;
    result_.shown_score = mean.mean->rounded(0);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (items[i].value) rows[i]->contribution = mean.contributions[i];
    }
  }

  void cross_red_lines() {
    for (const auto& line : rules_.red_lines) {
      const auto found = measured(data_.metrics.find(line.metric));
      if (!found || !line.limit.crossed(*found)) continue;
      result_.red_lines.push_back(line.metric);
      remark(finding_code::red_line_crossed, Severity::block, metrics_at_.key(line.metric))
          .with("metric", line.metric)
          .with("value", found->value())
          .with("limit", line.limit.figure());
    }
    for (const Incident incident : data_.incidents) {
      for (const Incident stopping : rules_.stopping_incidents) {
        if (incident == stopping) {
          result_.red_lines.emplace_back(
              Tokens<Incident>::names[static_cast<std::size_t>(incident)]);
        }
      }
    }
  }

  Verdict verdict(const VerdictRules& rules, const List<CriterionState>& states) const {
    return decide(rules, states, !result_.red_lines.empty(), data_.attempt);
  }

  void add_reading(const char* option, const char* choice, const VerdictRules& rules, bool chosen) {
    result_.readings.push_back({option, choice, verdict(rules, states_), chosen});
  }

  void try_readings() {
    for (std::size_t i = 0; i < std::size(Tokens<VerdictMethod>::names); ++i) {
      VerdictRules other = rules_.verdict;
      other.method = static_cast<VerdictMethod>(i);
      add_reading("method", Tokens<VerdictMethod>::names[i], other,
                  other.method == rules_.verdict.method);
    }
    for (std::size_t i = 0; i < std::size(Tokens<MissingRule>::names); ++i) {
      VerdictRules other = rules_.verdict;
      other.missing = static_cast<MissingRule>(i);
      add_reading("missing", Tokens<MissingRule>::names[i], other,
                  other.missing == rules_.verdict.missing);
    }
    for (const bool proven : {false, true}) {
      VerdictRules other = rules_.verdict;
      other.proven_only = proven;
      add_reading("provenOnly", proven ? "true" : "false", other,
                  proven == rules_.verdict.proven_only);
    }
  }

  /// The verdict if criterion `i` were found met or missed.
  Verdict verdict_if(std::size_t i, MetricState state) const {
    List<CriterionState> changed = states_;
    changed[i].state = state;
    changed[i].standing = state == MetricState::met ? Standing::proven_pass : Standing::proven_fail;
    return verdict(rules_.verdict, changed);
  }

  void try_flips() {
    for (std::size_t i = 0; i < rules_.criteria.size(); ++i) {
      const TrialMetric& row = result_.metrics[i];
      for (const MetricState state : {MetricState::met, MetricState::missed}) {
        if (row.state == state) continue;
        const Verdict then = verdict_if(i, state);
        if (then == result_.verdict) continue;
        const bool at_least = row.relation == Relation::at_least;
        const Relation side = state == MetricState::met ? row.relation
                              : at_least                ? Relation::below
                                                        : Relation::above;
        result_.flips.push_back({row.metric, row.threshold, side, then});
      }
    }
    if (!result_.red_lines.empty() || result_.verdict == Verdict::stop) return;
    for (const auto& line : rules_.red_lines) {
      result_.flips.push_back({line.metric, line.limit.figure(),
                               line.limit.above ? Relation::above : Relation::below,
                               Verdict::stop});
    }
  }

  void note_users() {
    if (!data_.users) {
      remark(finding_code::users_missing, Severity::note, at_.member("users"));
    } else if (*data_.users < Decimal::whole(rules_.plan.users)) {
      remark(finding_code::users_below_plan, Severity::note, at_.member("users"))
          .with("users", *data_.users)
          .with("planned", Decimal::whole(rules_.plan.users));
    }
  }

  const TrialRules& rules_;
  const Keyed<MetricDefinition>& metrics_;
  const TrialData& data_;
  const Place& at_;
  Place metrics_at_;
  Findings& findings_;
  double quantile_ = 0;
  double alpha_ = 0;
  List<CriterionState> states_;
  TrialResult result_;
};

}  // namespace

void check(const TrialRules& rules, const Keyed<MetricDefinition>& metrics, const Place& at,
           Errors& errors) {
  if (rules.criteria.empty()) errors.add(error_code::empty_list, at, "criteria");
  for (std::size_t i = 0; i < rules.criteria.size(); ++i) {
    check_threshold(rules, i, metrics, at.member("criteria").index(i), errors);
    check_metric(rules.criteria[i].metric, metrics, at.member("criteria").index(i), "metric",
                 errors);
  }
  check(rules.score.curve, at.member("score/curve"), errors);
  bool weighed = false;
  for (std::size_t i = 0; i < rules.score.metrics.size(); ++i) {
    const ScoredMetric& rule = rules.score.metrics[i];
    const Place list = at.member("score/metrics");
    const Place item = list.index(i);
    check_metric(rule.metric, metrics, item, "metric", errors);
    if (scored(rules, rule.metric) != &rule) {
      errors.add_duplicate(item, "metric", rule.metric);
    }
    check_target(rule.target, item, "target", errors);
    weighed = weighed || !rule.weight.is_zero();
  }
  if (!rules.score.metrics.empty() && !weighed) {
    errors.add(error_code::weights_sum_zero, at, "score/metrics");
  }
  for (std::size_t i = 0; i < rules.red_lines.size(); ++i) {
    const Place list = at.member("redLines");
    const Place item = list.index(i);
    check_metric(rules.red_lines[i].metric, metrics, item, "metric", errors);
    check(rules.red_lines[i].limit, item, errors);
  }
  for (std::size_t i = 0; i < rules.tie_breaks.size(); ++i) {
    if (metrics.find(rules.tie_breaks[i]) != nullptr) continue;
    errors.add(error_code::unknown_metric, at.member("tieBreaks").index(i))
        .with("metric", rules.tie_breaks[i]);
  }
}

void check(const TrialData& data, const Keyed<MetricDefinition>& metrics, const Place& at,
           Errors& errors) {
  check(data.metrics, &metrics, at.member("metrics"), errors);
  if (data.start && data.end && *data.end < *data.start) {
    errors.add(error_code::end_before_start, at, "end")
        .with("start", data.start->text())
        .with("end", data.end->text());
  }
}

TrialResult judge(const TrialRules& rules, const Keyed<MetricDefinition>& metrics,
                  const TrialData& data, const Place& at, Findings& findings) {
  return Judge(rules, metrics, data, at, findings).run();
}

}  // namespace allymark
