#include "allymark/policy/pack.hpp"

#include "allymark/agree/commission.hpp"
#include "allymark/base/codes.hpp"

namespace allymark {

void check(const Pack& pack, const std::string& path, Errors& errors) {
  if (pack.metrics.empty()) errors.push_back({error_code::empty_list, path + "/metrics", {}});
  for (const auto& entry : pack.metrics) {
    if (entry.value.low > entry.value.high) {
      errors.push_back({error_code::below_minimum,
                        child(path + "/metrics", entry.key) + "/high",
                        {{"minimum", entry.value.low}, {"value", entry.value.high}}});
    }
  }
  check(pack.trial, pack.metrics, path + "/trial", errors);
  check(pack.commission, pack.metrics, path + "/commission", errors);
  check(pack.scorecard, pack.metrics, path + "/scorecard", errors);
}

void lint(const Pack& pack, const std::string& path, Findings& findings) {
  const YearRules& first = pack.commission.years.front();
  if (const auto clause = clause_of(pack.commission, first, pack.commission.later_years)) {
    for (const auto& cliff : Tariff(*clause, pack.commission.reading).cliffs()) {
      findings.push_back({finding_code::cliff,
                          Severity::doubt,
                          path + "/commission/years/0",
                          {{"at", cliff.at},
                           {"amount", cliff.amount},
                           {"before", cliff.before},
                           {"after", cliff.after},
                           {"cause", Tokens<CliffCause>::names[static_cast<std::size_t>(cliff.cause)]}}});
    }
  }
  for (std::size_t i = 0; i < pack.commission.years.size(); ++i) {
    const YearRules& year = pack.commission.years[i];
    if (year.tiers.empty() && pack.commission.later_years == LaterYears::undecided) {
      findings.push_back({finding_code::clause_undecided,
                          Severity::block,
                          child(path + "/commission/years", i),
                          {{"year", Decimal::whole(year.year)}}});
    }
  }
  for (std::size_t i = 0; i < pack.scorecard.metrics.size(); ++i) {
    const MonthlyMetric& monthly = pack.scorecard.metrics[i];
    if (monthly.metric != pack.commission.unit) continue;
    const Decimal year = monthly.target * Decimal::whole(12);
    if (year == first.target) continue;
    findings.push_back({finding_code::monthly_target_mismatch,
                        Severity::doubt,
                        child(path + "/scorecard/metrics", i) + "/target",
                        {{"monthly", monthly.target}, {"twelve", year}, {"yearly", first.target}}});
  }
}

Origin origin_of(const Pack& pack, std::string_view rule) {
  const Provenance* known = pack.provenance.find(rule);
  return known == nullptr ? Origin::assumed : known->origin;
}

void attribute(Trace& trace, const Pack& pack) {
  for (auto& number : trace) {
    for (auto& step : number.steps) {
      const Provenance* known = pack.provenance.find(step.rule);
      if (known == nullptr) continue;
      step.clause = known->clause;
      step.origin = known->origin;
    }
  }
}

}  // namespace allymark
