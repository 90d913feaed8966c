#pragma once
// Assess: the functions that run every room for a dossier, or the selection for many, under one
// pack at one date. They are pure: no clock, no I/O, no state; the date is an argument.

#include "allymark/agree/exit.hpp"
#include "allymark/agree/settlement.hpp"
#include "allymark/dossier.hpp"
#include "allymark/policy/pack.hpp"

/// The rules of choosing, contracting and managing key partners: values in, values out.
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
  std::optional<ContractCheck> contract;
  std::optional<YearAdjustment> adjustment;
  std::optional<Scorecard> scorecard;
  std::optional<Cadence> cadence;
  std::optional<Workshop> workshop;
  std::optional<List<Crisis>> crisis;
  std::optional<Renewal> renewal;
  bool backup_missing = false;  ///< a key partner without a named backup
  std::optional<List<NextAction>> next_actions;
};

/// Judges a checked dossier. `as_of` absent = the last month there is decides.
/// Findings point below `at`; steps are recorded when `trace` is given.
Assessment assess(const Pack& pack, const Dossier& dossier, Maybe<Date> as_of, const Place& at,
                  Findings& findings, Trace* trace);

/// The rows of many checked dossiers, added to `totals`. Findings of the dossiers are counted, not
/// kept.
List<PortfolioRow> assess_many(const Pack& pack, const List<Dossier>& dossiers, Maybe<Date> as_of,
                               PortfolioTotals& totals);

/// Ranks the dossiers' trials and picks one that nothing blocks. Findings point below "/dossiers".
Selection select_partner(const Pack& pack, const List<Dossier>& dossiers,
                         const DrawOptions& options, Findings& findings, Trace* trace);

/// Whether what a pack counts comes in whole pieces.
bool counts_whole(const Pack& pack);

/// One statement of a pack's contract year; `compared` as for `quote`.
Quote quote_year(const Pack& pack, const AgreementData& agreement, const Place& at,
                 Findings& findings, Trace* trace, bool compared = true);

/// Errors of an agreement against the pack, with paths below `at`.
void check(const AgreementData& agreement, const Pack& pack, const Place& at, Errors& errors);

template <>
struct Describe<Assessment> {
  static constexpr const char* name = "assessment";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Assessment, id, "id").says(ALLYMARK_DOC("the dossier's id")),
      ALLYMARK_FIELD(Assessment, name, "name").says(ALLYMARK_DOC("the partner's name")),
      ALLYMARK_FIELD(Assessment, key_level, "keyLevel")
          .nullable()
          .says(ALLYMARK_DOC("select: how the partner is managed; null = no facts or no rules")),
      ALLYMARK_FIELD(Assessment, readiness, "readiness")
          .nullable()
          .says(ALLYMARK_DOC("select: ability and willingness; null = no facts or no rules")),
      ALLYMARK_FIELD(Assessment, diligence, "diligence")
          .nullable()
          .says(ALLYMARK_DOC("select: screening and due diligence; null = no facts or no rules")),
      ALLYMARK_FIELD(Assessment, trial, "trial")
          .nullable()
          .says(ALLYMARK_DOC("select: the trial's verdict; null = no facts or no rules")),
      ALLYMARK_FIELD(Assessment, agreement, "agreement")
          .nullable()
          .says(ALLYMARK_DOC("agree: the year's statement; null = no facts or no rules")),
      ALLYMARK_FIELD(Assessment, settlement, "settlement")
          .nullable()
          .says(ALLYMARK_DOC("agree: the year paid in months; null = no facts or no rules")),
      ALLYMARK_FIELD(Assessment, exit, "exit")
          .nullable()
          .says(ALLYMARK_DOC("agree: the ways out; null = no facts or no rules")),
      ALLYMARK_FIELD(Assessment, stop_loss, "stopLoss")
          .nullable()
          .says(ALLYMARK_DOC("agree: go on, watch or stop; null = no facts or no rules")),
      ALLYMARK_FIELD(Assessment, contract, "contract")
          .nullable()
          .says(ALLYMARK_DOC("agree: the clause checklist; null = no facts or no rules")),
      ALLYMARK_FIELD(Assessment, adjustment, "adjustment")
          .nullable()
          .says(ALLYMARK_DOC("agree: proposals for the next year; null = the year is not over")),
      ALLYMARK_FIELD(Assessment, scorecard, "scorecard")
          .nullable()
          .says(ALLYMARK_DOC("manage: the month's score and grade; null = no facts or no rules")),
      ALLYMARK_FIELD(Assessment, cadence, "cadence")
          .nullable()
          .says(ALLYMARK_DOC("manage: meetings of the year; null = no facts or no rules")),
      ALLYMARK_FIELD(Assessment, workshop, "workshop")
          .nullable()
          .says(ALLYMARK_DOC("manage: joint innovation; null = no facts or no rules")),
      ALLYMARK_FIELD(Assessment, crisis, "crisis")
          .nullable()
          .says(ALLYMARK_DOC("manage: the crisis plans; null = no facts or no rules")),
      ALLYMARK_FIELD(Assessment, renewal, "renewal")
          .nullable()
          .says(ALLYMARK_DOC("manage: dates of the contract to come; null = no facts or no rules")),
      ALLYMARK_FIELD(Assessment, next_actions, "nextActions")
          .nullable()
          .says(ALLYMARK_DOC("all rooms: what to do next, most urgent first")),
  };
};

}  // namespace allymark
