#pragma once
// Assess: the functions that run every room for a dossier, or the selection for many, under one
// pack at one date. They are pure: no clock, no I/O, no state; the date is an argument.

#include "allymark/agree/exit.hpp"
#include "allymark/agree/settlement.hpp"
#include "allymark/dossier.hpp"
#include "allymark/policy/pack.hpp"

namespace allymark {

/// One dossier judged in every room; a room without data stays empty.
struct Assessment {
  std::string id;
  std::string name;
  std::optional<KeyLevelResult> key_level;
  std::optional<Readiness> readiness;
  std::optional<Diligence> diligence;
  std::optional<TrialResult> trial;
  std::optional<Quote> agreement;
  std::optional<Settlement> settlement;
  std::optional<Exit> exit;
  std::optional<StopLoss> stop_loss;
  std::optional<Scorecard> scorecard;
  std::optional<Cadence> cadence;
  std::optional<Workshop> workshop;
  std::optional<std::vector<Crisis>> crisis;
  std::optional<Renewal> renewal;
  bool backup_missing = false;  ///< a key partner without a named backup
  std::optional<std::vector<NextAction>> next_actions;
};

/// Judges a checked dossier. `as_of` absent = the last month there is decides.
/// Findings point below `at`; steps are recorded when `trace` is given.
Assessment assess(const Pack& pack, const Dossier& dossier, std::optional<Date> as_of,
                  const Place& at, Findings& findings, Trace* trace);

/// The rows of many checked dossiers, added to `totals`. Findings of the dossiers are counted, not
/// kept.
std::vector<PortfolioRow> assess_many(const Pack& pack, const std::vector<Dossier>& dossiers,
                                      std::optional<Date> as_of, PortfolioTotals& totals);

/// Ranks the dossiers' trials and picks one that nothing blocks. Findings point below "/dossiers".
Selection select_partner(const Pack& pack, const std::vector<Dossier>& dossiers,
                         const DrawOptions& options, Findings& findings, Trace* trace);

/// One statement of a pack's contract year.
Quote quote_year(const Pack& pack, const AgreementData& agreement, const Place& at,
                 Findings& findings, Trace* trace);

/// Errors of an agreement against the pack, with paths below `at`.
void check(const AgreementData& agreement, const Pack& pack, const Place& at, Errors& errors);

}  // namespace allymark
