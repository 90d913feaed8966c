#include "allymark/select/selection.hpp"

#include "allymark/base/codes.hpp"
#include "allymark/base/order.hpp"
#include "allymark/measure/weighting.hpp"

namespace allymark {
namespace {

/// A judged candidate together with the input it came from.
struct Judged {
  TrialResult result;
  const Candidate* candidate = nullptr;
};

std::optional<Measured> figure(const Judged& judged, const std::string& metric) {
  const TrialData* trial = judged.candidate->trial;
  return trial == nullptr ? std::nullopt : measured(trial->metrics.find(metric));
}

/// -1 when `a` has the better figure, 1 when `b` has, 0 when equal; missing is worse than any.
int better_first(const std::optional<Measured>& a, const std::optional<Measured>& b,
                 Better better) {
  if (!a || !b) return static_cast<int>(b.has_value()) - static_cast<int>(a.has_value());
  const int order = a->compare(*b);
  return better == Better::higher ? -order : order;
}

/// The ranking's order as a three-way comparison, the id last so that no order is left to chance.
int compare(const Judged& a, const Judged& b, const TrialRules& rules,
            const Keyed<MetricDefinition>& metrics) {
  if (a.result.verdict != b.result.verdict) return a.result.verdict < b.result.verdict ? -1 : 1;
  if (a.result.score != b.result.score) {
    if (!a.result.score || !b.result.score) return a.result.score ? -1 : 1;
    return *a.result.score > *b.result.score ? -1 : 1;
  }
  for (const auto& metric : rules.tie_breaks) {
    const int order =
        better_first(figure(a, metric), figure(b, metric), metrics.find(metric)->better);
    if (order != 0) return order;
  }
  return a.result.id.compare(b.result.id);
}

/// True when `a` is at least as good as `b` in every scored metric and better in one; a metric that
/// either of them lacks decides nothing.
bool dominates(const Judged& a, const Judged& b, const TrialRules& rules,
               const Keyed<MetricDefinition>& metrics) {
  bool better_somewhere = false;
  for (const auto& item : rules.score.metrics) {
    const auto mine = figure(a, item.metric);
    const auto theirs = figure(b, item.metric);
    if (!mine || !theirs) continue;
    const int order = better_first(mine, theirs, metrics.find(item.metric)->better);
    if (order > 0) return false;
    if (order < 0) better_somewhere = true;
  }
  return better_somewhere;
}

/// How far one is ahead of the other in each metric that both have a score for.
List<Decimal> lead(const TrialResult& above, const TrialResult& below) {
  List<Decimal> differences;
  for (const auto& row : above.metrics) {
    for (const auto& other : below.metrics) {
      if (row.metric == other.metric && row.score && other.score) {
        differences.push_back(*row.score - *other.score);
      }
    }
  }
  return differences;
}

/// How often each neighbour in the ranking stays above the next one under other weights.
List<OrderStability> stability(const List<TrialResult>& ranking, std::int64_t seed,
                               std::int64_t draws) {
  List<OrderStability> result;
  List<List<Decimal>> leads;
  for (std::size_t i = 1; draws > 0 && i < ranking.size(); ++i) {
    List<Decimal> differences = lead(ranking[i - 1], ranking[i]);
    if (differences.size() < 2) continue;
    leads.push_back(std::move(differences));
    result.push_back({ranking[i - 1].id, ranking[i].id, Decimal{}, draws});
  }
  const List<Decimal> shares = shares_of_weightings(leads, static_cast<std::uint64_t>(seed),
                                                    static_cast<std::uint32_t>(draws));
  for (std::size_t i = 0; i < result.size(); ++i) result[i].share = shares[i];
  return result;
}

/// The candidate that dominates all others, if there is one.
std::optional<std::string> dominant_of(const List<Judged>& all, const TrialRules& rules,
                                       const Keyed<MetricDefinition>& metrics) {
  for (const auto& candidate : all) {
    bool every = all.size() > 1;
    for (const auto& other : all) {
      if (&other != &candidate && !dominates(candidate, other, rules, metrics)) every = false;
    }
    if (every) return candidate.result.id;
  }
  return std::nullopt;
}

void note_never_measured(const List<Judged>& all, const TrialRules& rules, Findings& findings) {
  bool tried = false;  // where nobody held a trial, that is what there is to say
  for (const auto& judged : all) tried = tried || judged.candidate->trial != nullptr;
  if (!tried) return;
  for (const auto& criterion : rules.criteria) {
    bool anywhere = false;
    for (const auto& judged : all)
      anywhere = anywhere || figure(judged, criterion.metric).has_value();
    if (anywhere) continue;
    findings
        .add(finding_code::criterion_never_measured, Severity::doubt,
             all.front().candidate->place().member("trial/metrics").key(criterion.metric))
        .with("metric", criterion.metric)
        .with("threshold", criterion.threshold)
        .with("candidates", all.size());
  }
}

Advice advise(const Selection& selection) {
  if (selection.pick) {
    return selection.pick->verdict == Verdict::sign ? Advice::sign : Advice::sign_when_measured;
  }
  for (const auto& row : selection.ranking) {
    if (row.verdict == Verdict::retry && row.blocked_by.empty()) return Advice::retry;
  }
  return Advice::search_again;
}

}  // namespace

Selection select(const TrialRules& rules, const Keyed<MetricDefinition>& metrics,
                 const List<Candidate>& candidates, const DrawOptions& options,
                 Findings& findings) {
  List<Judged> all;
  for (const auto& candidate : candidates) {
    static const TrialData none;
    const Place dossier = candidate.place();
    const Place at = dossier.member("trial");
    if (candidate.trial == nullptr) {
      findings.add(finding_code::trial_missing, Severity::doubt, at).with("name", candidate.name);
    }
    Findings own;
    TrialResult result =
        judge(rules, metrics, candidate.trial == nullptr ? none : *candidate.trial, at, own);
    if (candidate.trial != nullptr) findings.add(own);
    result.id = candidate.id;
    result.name = candidate.name;
    result.blocked_by = candidate.blocked_by;
    all.push_back({std::move(result), &candidate});
  }
  note_never_measured(all, rules, findings);
  sort(all, [&](const Judged& a, const Judged& b) { return compare(a, b, rules, metrics) < 0; });

  Selection selection;
  selection.plan = rules.plan;
  selection.dominant = dominant_of(all, rules, metrics);
  for (auto& judged : all) {
    judged.result.rank = static_cast<std::int64_t>(selection.ranking.size()) + 1;
    selection.ranking.push_back(std::move(judged.result));
  }
  selection.stability = stability(selection.ranking, options.seed.value_or(rules.stability.seed),
                                  options.draws.value_or(rules.stability.draws));
  for (const auto& row : selection.ranking) {
    const bool pickable = row.verdict == Verdict::sign || row.verdict == Verdict::conditional;
    if (!pickable || !row.blocked_by.empty()) continue;
    selection.pick = Pick{row.id, row.name, row.verdict, row.score, row.shown_score};
    break;
  }
  selection.advice = advise(selection);
  if (!selection.pick && !selection.ranking.empty()) {
    findings.add(finding_code::nobody_to_pick, Severity::block, Candidate::dossiers);
  }
  return selection;
}

void explain(const Selection& selection, const TrialRules& rules, const Tracer& tracer) {
  const Place ranking = tracer.place().member("ranking");
  const Place stability = tracer.place().member("stability");
  for (std::size_t i = 0; i < selection.ranking.size(); ++i) {
    explain(selection.ranking[i], rules, tracer.under(ranking.index(i)));
  }
  for (std::size_t i = 0; i < selection.stability.size(); ++i) {
    const OrderStability& order = selection.stability[i];
    tracer.under(stability.index(i))
        .step("share", "trial.stability", "share_of_weightings")
        .with("above", order.above, "")
        .with("below", order.below, "")
        .with("draws", Decimal::whole(order.draws), "draws")
        .gives(order.share.rounded(2), "percent");
  }
}

}  // namespace allymark
