#include "allymark/assess.hpp"

#include "allymark/base/codes.hpp"

namespace allymark {
namespace {

void note_origin(const Pack& pack, std::string_view rule, const char* code, std::string path,
                 Findings& findings) {
  if (origin_of(pack, rule) == Origin::reconstructed) {
    findings.push_back({code, Severity::note, std::move(path), {}});
  }
}

}  // namespace

void check(const AgreementData& agreement, const Pack& pack, const std::string& path, Errors& errors) {
  if (year_of(pack.commission, agreement.contract_year) == nullptr) {
    errors.push_back({error_code::unknown_year,
                      path + "/contractYear",
                      {{"year", Decimal::whole(agreement.contract_year)},
                       {"years", Scalar::count(pack.commission.years.size())}}});
  }
  const MetricDefinition* unit = pack.metrics.find(pack.commission.unit);
  if (agreement.volume && unit != nullptr && unit->whole && !agreement.volume->is_whole()) {
    errors.push_back({error_code::not_whole, path + "/volume", {{"value", *agreement.volume}}});
  }
  for (const auto& entry : agreement.metrics) {
    const std::string field = child(path + "/metrics", entry.key);
    const MetricDefinition* metric = pack.metrics.find(entry.key);
    if (metric == nullptr) {
      errors.push_back({error_code::unknown_metric, field, {{"metric", entry.key}}});
    } else {
      check(entry.value, *metric, field, errors);
    }
  }
}

void check(const Dossier& dossier, const Pack& pack, const std::string& path, Errors& errors) {
  if (dossier.trial) check(*dossier.trial, pack.metrics, path + "/trial", errors);
  if (dossier.agreement) check(*dossier.agreement, pack, path + "/agreement", errors);
  check(dossier.months, pack.metrics, path + "/months", errors);
}

Quote quote_year(const Pack& pack, const AgreementData& agreement, const std::string& path,
                 Findings& findings, Trace* trace) {
  Quote result = quote(pack.commission, agreement.contract_year, agreement.reading,
                       *agreement.volume, agreement.metrics, path, findings);
  if (origin_of(pack, "commission.payer") == Origin::assumed) {
    findings.push_back({finding_code::payee_assumed,
                        Severity::doubt,
                        path,
                        {{"payer", pack.commission.payer}, {"payee", pack.commission.payee}}});
  }
  if (trace != nullptr) explain(result, Tracer(*trace, ""));
  return result;
}

Assessment assess(const Pack& pack, const Dossier& dossier, std::optional<Date> as_of,
                  const std::string& path, Findings& findings, Trace* trace) {
  Assessment result;
  result.id = dossier.id;
  result.name = dossier.name;
  if (dossier.trial) {
    result.trial = judge(pack.trial, pack.metrics, *dossier.trial, path + "/trial", findings);
    result.trial->id = dossier.id;
    result.trial->name = dossier.name;
    result.trial->rank = 1;
    note_origin(pack, "trial.score", finding_code::score_reconstructed, path + "/trial", findings);
    if (trace != nullptr) explain(*result.trial, pack.trial, Tracer(*trace, "/trial"));
  } else {
    findings.push_back({finding_code::trial_missing, Severity::doubt, path + "/trial", {{"name", dossier.name}}});
  }
  if (dossier.agreement && dossier.agreement->volume) {
    result.agreement = quote_year(pack, *dossier.agreement, path + "/agreement", findings, nullptr);
    if (trace != nullptr) explain(*result.agreement, Tracer(*trace, "/agreement"));
  }
  std::optional<Month> last;
  if (as_of) last = as_of->last_complete_month();
  result.scorecard = score_months(pack.scorecard, pack.metrics, dossier.months, last, path + "/months", findings);
  if (result.scorecard) {
    note_origin(pack, "scorecard.curve", finding_code::curve_reconstructed, path + "/months", findings);
    if (trace != nullptr) explain(*result.scorecard, pack.scorecard, Tracer(*trace, "/scorecard"));
  }
  if (trace != nullptr) attribute(*trace, pack);
  return result;
}

Selection select_partner(const Pack& pack, const std::vector<Dossier>& dossiers,
                         const DrawOptions& options, Findings& findings, Trace* trace) {
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < dossiers.size(); ++i) {
    const Dossier& dossier = dossiers[i];
    candidates.push_back({dossier.id, dossier.name, dossier.trial ? &*dossier.trial : nullptr,
                          child("/dossiers", i)});
  }
  Selection result = select(pack.trial, pack.metrics, candidates, options, findings);
  note_origin(pack, "trial.score", finding_code::score_reconstructed, "/dossiers", findings);
  if (trace != nullptr) {
    explain(result, pack.trial, Tracer(*trace, ""));
    attribute(*trace, pack);
  }
  return result;
}

}  // namespace allymark
