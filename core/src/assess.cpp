#include "allymark/assess.hpp"

#include "allymark/base/codes.hpp"
#include "assess_agree.hpp"
#include "assess_manage.hpp"
#include "assess_select.hpp"

namespace allymark {
namespace {

void note_origin(const Pack& pack, std::string_view rule, const char* code, const Place& at,
                 Findings& findings) {
  if (origin_of(pack, rule) == Origin::reconstructed) {
    findings.add(code, Severity::note, at);
  }
}

}  // namespace

bool counts_whole(const Pack& pack) {
  const MetricDefinition* unit = pack.metrics.find(pack.commission.unit);
  return unit != nullptr && unit->whole;
}

void check(const AgreementData& agreement, const Pack& pack, const Place& at, Errors& errors) {
  check_counts(agreement, by_percent(pack.commission.years.front().tiers), at, errors);
  if (year_of(pack.commission, agreement.contract_year) == nullptr) {
    errors.add(error_code::unknown_year, at, "contractYear")
        .with("year", Decimal::whole(agreement.contract_year))
        .with("years", pack.commission.years.size());
  }
  const bool whole = counts_whole(pack);
  if (agreement.volume && whole && !agreement.volume->is_whole()) {
    errors.add(error_code::not_whole, at, "volume").with("value", *agreement.volume);
  }
  check(agreement.metrics, &pack.metrics, at.member("metrics"), errors);
  if (agreement.clauses) {
    check(*agreement.clauses, pack.contract, at.member("clauses"), errors);
  }
  check_settlement(agreement, &pack.metrics, whole, at, errors);
  check_charge(pack.commission.shortfall_charge, merge(pack.commission.reading, agreement.reading),
               at.member("reading/missed"), errors);
}

void check(const Dossier& dossier, const Pack& pack, const Place& at, Errors& errors) {
  check_select(dossier, pack, at, errors);
  if (dossier.trial) check(*dossier.trial, pack.metrics, at.member("trial"), errors);
  if (dossier.agreement) check(*dossier.agreement, pack, at.member("agreement"), errors);
  if (dossier.investment) check(*dossier.investment, at.member("investment"), errors);
  check(dossier.months, pack.metrics, at.member("months"), errors);
  check_manage(dossier, pack, at, errors);
}

Quote quote_year(const Pack& pack, const AgreementData& agreement, const Place& at,
                 Findings& findings, Trace* trace, bool compared) {
  Quote result = quote(pack.commission, agreement, at, findings, compared);
  if (origin_of(pack, "commission.payer") == Origin::assumed) {
    findings.add(finding_code::payee_assumed, Severity::doubt, at)
        .with("payer", pack.commission.payer)
        .with("payee", pack.commission.payee);
  }
  if (trace != nullptr) explain(result, Tracer(*trace));
  return result;
}

namespace {

/// `row` leaves out what the row of a portfolio does not show.
Assessment judge(const Pack& pack, const Dossier& dossier, Maybe<Date> as_of, const Place& at,
                 bool row, Findings& findings, Trace* trace) {
  Assessment result;
  result.id = dossier.id;
  result.name = dossier.name;
  assess_select(pack, dossier, as_of, at, result, findings, trace);
  const bool runs =
      dossier.agreement &&
      (dossier.agreement->effective ||
       can_price(*dossier.agreement, by_percent(pack.commission.years.front().tiers)));
  // A trial that found nothing is none, and says no more than that.
  const bool tried = dossier.trial && says_anything(*dossier.trial);
  if (!tried) {
    // The way in for key partners ends with a trial.
    const bool grave = runs && result.key_level && result.key_level->is_key.value_or(false);
    Params& params =
        findings
            .add(grave ? finding_code::signed_without_trial : finding_code::trial_missing,
                 grave ? Severity::block : Severity::doubt, at.member("trial"))
            .with("name", dossier.name);
    if (grave) params.with("level", *result.key_level->level);
  }
  if (dossier.trial) {
    Findings unsaid;
    result.trial = judge(pack.trial, pack.metrics, *dossier.trial, at.member("trial"),
                         tried ? findings : unsaid);
    result.trial->id = dossier.id;
    result.trial->name = dossier.name;
    result.trial->rank = 1;
    result.trial->blocked_by = gate_of(pack, dossier).blocked_by;
    note_origin(pack, "trial.score", finding_code::score_reconstructed, at.member("trial"),
                tried ? findings : unsaid);
    if (trace != nullptr) explain(*result.trial, pack.trial, Tracer(*trace, Place::at("/trial")));
  }
  assess_agreement(pack, dossier, as_of, at, row, result, findings, trace);
  Maybe<Month> last;
  if (as_of) last = as_of->last_complete_month();
  result.scorecard = score_months(pack.scorecard, pack.metrics, dossier.months, last,
                                  at.member("months"), findings);
  if (result.scorecard) {
    result.scorecard->curve_origin = origin_of(pack, "scorecard.curve");
    note_origin(pack, "scorecard.curve", finding_code::curve_reconstructed, at.member("months"),
                findings);
    if (trace != nullptr)
      explain(*result.scorecard, pack.scorecard, Tracer(*trace, Place::at("/scorecard")));
  }
  assess_manage(pack, dossier, as_of, at, result, findings, trace);
  if (trace != nullptr) attribute(*trace, pack);
  return result;
}

}  // namespace

Assessment assess(const Pack& pack, const Dossier& dossier, Maybe<Date> as_of, const Place& at,
                  Findings& findings, Trace* trace) {
  return judge(pack, dossier, as_of, at, false, findings, trace);
}

List<PortfolioRow> assess_many(const Pack& pack, const List<Dossier>& dossiers, Maybe<Date> as_of,
                               PortfolioTotals& totals) {
  List<PortfolioRow> rows;
  rows.reserve(dossiers.size());
  const PortfolioRules rules = pack.portfolio.value_or(PortfolioRules{});
  for (const auto& dossier : dossiers) {
    Findings findings;
    Assessment assessment = judge(pack, dossier, as_of, {}, true, findings, nullptr);
    rows.push_back(portfolio_row(pack, dossier, std::move(assessment), findings));
    add(totals, rows.back(), rules);
  }
  return rows;
}

Selection select_partner(const Pack& pack, const List<Dossier>& dossiers,
                         const DrawOptions& options, Findings& findings, Trace* trace) {
  List<Candidate> candidates;
  for (std::size_t i = 0; i < dossiers.size(); ++i) {
    const Dossier& dossier = dossiers[i];
    Gate gate = gate_of(pack, dossier);
    const Place at = Candidate::dossiers.index(i);
    if (!gate.unchecked.empty()) {
      findings.add(finding_code::candidate_unchecked, Severity::doubt, at)
          .with("name", dossier.name)
          .with("parts", gate.unchecked);
    }
    if (!gate.blocked_by.empty()) {
      std::string reasons;
      for (const Blocker reason : gate.blocked_by) {
        join(reasons, Tokens<Blocker>::names[static_cast<std::size_t>(reason)]);
      }
      findings.add(finding_code::candidate_blocked, Severity::block, at)
          .with("name", dossier.name)
          .with("reasons", reasons);
    }
    const bool tried = dossier.trial && says_anything(*dossier.trial);
    candidates.push_back({dossier.id, dossier.name, tried ? &*dossier.trial : nullptr, i,
                          std::move(gate.blocked_by)});
  }
  Selection result = select(pack.trial, pack.metrics, candidates, options, findings);
  result.score_origin = origin_of(pack, "trial.score");
  note_origin(pack, "trial.score", finding_code::score_reconstructed, Place::at("/dossiers"),
              findings);
  if (trace != nullptr) {
    explain(result, pack.trial, Tracer(*trace));
    attribute(*trace, pack);
  }
  return result;
}

}  // namespace allymark
