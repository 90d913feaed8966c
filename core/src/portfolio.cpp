#include "allymark/portfolio.hpp"

#include "allymark/assess.hpp"
#include "allymark/base/codes.hpp"

namespace allymark {
namespace {

bool is_costly(const PortfolioRules& rules, const Dossier& dossier, const PortfolioRow& row) {
  if (!row.grade || *row.grade < rules.costly_grade) return false;
  const auto& stars = dossier.key_level.investment;
  return stars && *stars >= rules.costly_investment;
}

void place(List<PaidPartner>& largest, const PortfolioRow& row, std::size_t most) {
  largest.push_back({row.id, row.name, *row.year_pay});
  for (std::size_t at = largest.size() - 1; at > 0; --at) {
    if (largest[at].year_pay <= largest[at - 1].year_pay) break;
    std::swap(largest[at], largest[at - 1]);
  }
  if (largest.size() > most) largest.pop_back();
}

void count(List<LevelGrade>& matrix, const PortfolioRow& row) {
  for (auto& cell : matrix) {
    if (cell.level != row.level || cell.grade != row.grade) continue;
    ++cell.count;
    return;
  }
  matrix.push_back({row.level, row.grade, 1});
}

}  // namespace

PortfolioRow portfolio_row(const Pack& pack, const Dossier& dossier, Assessment&& assessment,
                           const Findings& findings) {
  PortfolioRow row;
  row.id = dossier.id;
  row.name = dossier.name;
  if (assessment.key_level) row.level = std::move(assessment.key_level->level);
  if (assessment.trial) row.verdict = assessment.trial->verdict;
  if (assessment.agreement) row.year_pay = assessment.agreement->net;
  if (assessment.scorecard) {
    row.month = assessment.scorecard->month;
    row.shown_total = assessment.scorecard->shown_total;
    row.grade = assessment.scorecard->grade;
    row.trend = assessment.scorecard->trend;
  }
  if (assessment.crisis) {
    for (auto& plan : *assessment.crisis) {
      if (plan.state != CrisisState::quiet) row.crisis.push_back({std::move(plan.id), plan.state});
    }
  }
  if (dossier.relationship) row.backup = dossier.relationship->backup;
  row.backup_missing = assessment.backup_missing;
  if (pack.portfolio) row.costly = is_costly(*pack.portfolio, dossier, row);
  if (assessment.cadence) {
    row.overdue = static_cast<std::int64_t>(assessment.cadence->overdue.size());
  }
  if (assessment.next_actions && !assessment.next_actions->empty()) {
    row.next = std::move(assessment.next_actions->front());
  }
  for (const auto& finding : findings.list()) {
    if (finding.severity == Severity::block) ++row.blocks;
    if (finding.severity == Severity::doubt) ++row.doubts;
  }
  return row;
}

void add(PortfolioTotals& totals, const PortfolioRow& row, const PortfolioRules& rules) {
  ++totals.partners;
  if (row.year_pay) {
    totals.year_pay = totals.year_pay + *row.year_pay;
    place(totals.largest, row, static_cast<std::size_t>(rules.largest));
  } else {
    ++totals.unpriced;
  }
  count(totals.matrix, row);
  totals.backups_missing += row.backup_missing ? 1 : 0;
  totals.costly += row.costly ? 1 : 0;
  totals.overdue += row.overdue;
  bool fired = false;
  for (const auto& plan : row.crisis) fired = fired || plan.state == CrisisState::fired;
  totals.fired += fired ? 1 : 0;
  totals.near += !fired && !row.crisis.empty() ? 1 : 0;
}

std::optional<Concentration> concentrate(const PortfolioTotals& totals, const PortfolioRules& rules,
                                         const Place& at, Findings& findings) {
  if (totals.year_pay <= Money()) return std::nullopt;
  Concentration result;
  result.total = totals.year_pay;
  result.limit_percent = rules.concentration_percent;
  result.unpriced = totals.unpriced;
  for (const auto& partner : totals.largest) {
    PartnerShare share{partner.id, partner.name, partner.year_pay, {}, false};
    share.share = Decimal::nanos(
        multiply_divide(partner.year_pay.fen(), 100 * Decimal::scale, totals.year_pay.fen()));
    share.over = share.share > rules.concentration_percent;
    if (share.over) {
      findings.add(finding_code::concentration_high, Severity::doubt, at)
          .with("name", partner.name.empty() ? partner.id : partner.name)
          .with("share", share.share.rounded(1))
          .with("limit", rules.concentration_percent);
    }
    result.shares.push_back(std::move(share));
  }
  return result;
}

}  // namespace allymark
