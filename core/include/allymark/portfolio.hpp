#pragma once
// Portfolio: many partners side by side, each in one short row, and what they make together: how
// much of the commission hangs on one of them, who has no backup, levels against grades (DOMAIN 6
// and 8). Many thousands come in parts; the totals are carried from one part to the next.

#include "allymark/base/finding.hpp"
#include "allymark/manage/crisis.hpp"
#include "allymark/next_actions.hpp"
#include "allymark/select/trial.hpp"

namespace allymark {

struct Assessment;
struct Dossier;
struct Pack;

struct PortfolioRules {
  Decimal concentration_percent;  ///< of all commission; a larger share of one partner is too much
  std::int64_t largest = 0;       ///< how many of the largest are named
  Decimal costly_investment;      ///< stars from which a partner is costly
  Grade costly_grade = Grade::fair;  ///< best grade that is little for it
};

struct PlanState {
  std::string id;
  CrisisState state;
};
struct PortfolioRow {
  std::string id;
  std::string name;
  std::optional<std::string> level;
  std::optional<Verdict> verdict;
  Maybe<Money> year_pay;
  Maybe<Month> month;
  Maybe<Decimal> shown_total;
  std::optional<Grade> grade;
  std::optional<Trend> trend;
  List<PlanState> crisis;
  std::optional<std::string> backup;
  bool backup_missing = false;
  bool costly = false;
  std::int64_t overdue = 0;
  std::optional<NextAction> next;
  std::int64_t blocks = 0;
  std::int64_t doubts = 0;
};

/// A partner's commission of the contract year to date.
struct PaidPartner {
  std::string id;
  std::string name;
  Money year_pay;
};
struct LevelGrade {
  std::optional<std::string> level;
  std::optional<Grade> grade;
  std::int64_t count = 0;
};
/// What the rows so far add up to; handed back in with the next part.
struct PortfolioTotals {
  std::int64_t partners = 0;
  std::int64_t unpriced = 0;
  Money year_pay;
  List<PaidPartner> largest;  ///< largest first
  List<LevelGrade> matrix;
  std::int64_t backups_missing = 0;
  std::int64_t costly = 0;
  std::int64_t fired = 0;  ///< partners with a plan that fired
  std::int64_t near = 0;   ///< partners with a plan that is near and none that fired
  std::int64_t overdue = 0;
};

struct PartnerShare {
  std::string id;
  std::string name;
  Money year_pay;
  Decimal share;
  bool over = false;
};
struct Concentration {
  Money total;
  Decimal limit_percent;
  std::int64_t unpriced = 0;
  List<PartnerShare> shares;
};

/// The row of a dossier that was assessed without a trace; `findings` are its own.
PortfolioRow portfolio_row(const Pack& pack, const Dossier& dossier, Assessment&& assessment,
                           const Findings& findings);

/// Adds a row to the totals.
void add(PortfolioTotals& totals, const PortfolioRow& row, const PortfolioRules& rules);

/// The shares of the largest. A share is rounded half away at the ninth place; one strictly above
/// the limit is a finding at `at`. Nothing when no partner has a price. Example: 3.0M of 5.0M is
/// 60 %, over a limit of 50 %.
std::optional<Concentration> concentrate(const PortfolioTotals& totals, const PortfolioRules& rules,
                                         const Place& at, Findings& findings);

template <>
struct Describe<PortfolioRules> {
  static constexpr const char* name = "portfolio_rules";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(PortfolioRules, concentration_percent, "concentrationPercent")
          .required()
          .between<0, 100>()
          .says(ALLYMARK_DOC("percent of all commission that one partner may have")),
      ALLYMARK_FIELD(PortfolioRules, largest, "largest")
          .required()
          .between<1, 100>()
          .says(ALLYMARK_DOC("how many of the largest are named")),
      ALLYMARK_FIELD(PortfolioRules, costly_investment, "costlyInvestment")
          .required()
          .between<0, 100>()
          .says(ALLYMARK_DOC("stars of investment from which a partner is costly")),
      ALLYMARK_FIELD(PortfolioRules, costly_grade, "costlyGrade")
          .required()
          .says(ALLYMARK_DOC("best grade that is little for it")),
  };
};
template <>
struct Describe<PlanState> {
  static constexpr const char* name = "plan_state";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(PlanState, id, "id").says(ALLYMARK_DOC("id of the plan")),
      ALLYMARK_FIELD(PlanState, state, "state").says(ALLYMARK_DOC("near or fired")),
  };
};
template <>
struct Describe<PortfolioRow> {
  static constexpr const char* name = "portfolio_row";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(PortfolioRow, id, "id").says(ALLYMARK_DOC("id of the dossier")),
      ALLYMARK_FIELD(PortfolioRow, name, "name").says(ALLYMARK_DOC("its name")),
      ALLYMARK_FIELD(PortfolioRow, level, "level").nullable().says(ALLYMARK_DOC("key level")),
      ALLYMARK_FIELD(PortfolioRow, verdict, "verdict")
          .nullable()
          .says(ALLYMARK_DOC("verdict of the trial")),
      ALLYMARK_FIELD(PortfolioRow, year_pay, "yearPay")
          .nullable()
          .says(ALLYMARK_DOC("net commission of the contract year to date, yuan")),
      ALLYMARK_FIELD(PortfolioRow, month, "month")
          .nullable()
          .says(ALLYMARK_DOC("the month that is graded")),
      ALLYMARK_FIELD(PortfolioRow, shown_total, "shownTotal")
          .nullable()
          .says(ALLYMARK_DOC("its rounded total")),
      ALLYMARK_FIELD(PortfolioRow, grade, "grade").nullable().says(ALLYMARK_DOC("its grade")),
      ALLYMARK_FIELD(PortfolioRow, trend, "trend").nullable().says(ALLYMARK_DOC("direction")),
      ALLYMARK_FIELD(PortfolioRow, crisis, "crisis")
          .says(ALLYMARK_DOC("plans that are near or have fired")),
      ALLYMARK_FIELD(PortfolioRow, backup, "backup")
          .nullable()
          .says(ALLYMARK_DOC("partner that would step in")),
      ALLYMARK_FIELD(PortfolioRow, backup_missing, "backupMissing")
          .says(ALLYMARK_DOC("a key partner without one")),
      ALLYMARK_FIELD(PortfolioRow, costly, "costly")
          .says(ALLYMARK_DOC("high cost and little yield")),
      ALLYMARK_FIELD(PortfolioRow, overdue, "overdue").says(ALLYMARK_DOC("meetings overdue")),
      ALLYMARK_FIELD(PortfolioRow, next, "next")
          .nullable()
          .says(ALLYMARK_DOC("the most urgent action")),
      ALLYMARK_FIELD(PortfolioRow, blocks, "blocks").says(ALLYMARK_DOC("findings that block")),
      ALLYMARK_FIELD(PortfolioRow, doubts, "doubts").says(ALLYMARK_DOC("findings that doubt")),
  };
};
template <>
struct Describe<PaidPartner> {
  static constexpr const char* name = "paid_partner";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(PaidPartner, id, "id").required().says(ALLYMARK_DOC("id of the dossier")),
      ALLYMARK_FIELD(PaidPartner, name, "name").at_most_long(10'000).says(ALLYMARK_DOC("name")),
      ALLYMARK_FIELD(PaidPartner, year_pay, "yearPay").required().says(ALLYMARK_DOC("yuan")),
  };
};
template <>
struct Describe<LevelGrade> {
  static constexpr const char* name = "level_grade";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(LevelGrade, level, "level")
          .nullable()
          .says(ALLYMARK_DOC("key level; null = not known")),
      ALLYMARK_FIELD(LevelGrade, grade, "grade")
          .nullable()
          .says(ALLYMARK_DOC("grade; null = none")),
      ALLYMARK_FIELD(LevelGrade, count, "count").required().says(ALLYMARK_DOC("partners")),
  };
};
template <>
struct Describe<PortfolioTotals> {
  static constexpr const char* name = "portfolio_totals";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(PortfolioTotals, partners, "partners").says(ALLYMARK_DOC("all of them")),
      ALLYMARK_FIELD(PortfolioTotals, unpriced, "unpriced")
          .says(ALLYMARK_DOC("partners without a commission")),
      ALLYMARK_FIELD(PortfolioTotals, year_pay, "yearPay")
          .says(ALLYMARK_DOC("commission of all the others, yuan")),
      ALLYMARK_FIELD(PortfolioTotals, largest, "largest")
          .at_most_long(100)
          .says(ALLYMARK_DOC("partners with the largest commission, largest first")),
      ALLYMARK_FIELD(PortfolioTotals, matrix, "matrix")
          .at_most_long(500)
          .says(ALLYMARK_DOC("partners by level and grade")),
      ALLYMARK_FIELD(PortfolioTotals, backups_missing, "backupsMissing")
          .says(ALLYMARK_DOC("key partners without a backup")),
      ALLYMARK_FIELD(PortfolioTotals, costly, "costly")
          .says(ALLYMARK_DOC("partners of high cost and little yield")),
      ALLYMARK_FIELD(PortfolioTotals, fired, "fired")
          .says(ALLYMARK_DOC("partners with a plan that fired")),
      ALLYMARK_FIELD(PortfolioTotals, near, "near")
          .says(ALLYMARK_DOC("partners with a plan that is near, and none that fired")),
      ALLYMARK_FIELD(PortfolioTotals, overdue, "overdue").says(ALLYMARK_DOC("meetings overdue")),
  };
};
template <>
struct Describe<PartnerShare> {
  static constexpr const char* name = "partner_share";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(PartnerShare, id, "id").says(ALLYMARK_DOC("id of the dossier")),
      ALLYMARK_FIELD(PartnerShare, name, "name").says(ALLYMARK_DOC("name")),
      ALLYMARK_FIELD(PartnerShare, year_pay, "yearPay").says(ALLYMARK_DOC("yuan")),
      ALLYMARK_FIELD(PartnerShare, share, "share").shown(2).says(ALLYMARK_DOC("percent")),
      ALLYMARK_FIELD(PartnerShare, over, "over").says(ALLYMARK_DOC("above the limit")),
  };
};
template <>
struct Describe<Concentration> {
  static constexpr const char* name = "concentration";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Concentration, total, "total").says(ALLYMARK_DOC("all commission, yuan")),
      ALLYMARK_FIELD(Concentration, limit_percent, "limitPercent")
          .says(ALLYMARK_DOC("largest share that is all right")),
      ALLYMARK_FIELD(Concentration, unpriced, "unpriced")
          .says(ALLYMARK_DOC("partners without a commission")),
      ALLYMARK_FIELD(Concentration, shares, "shares").says(ALLYMARK_DOC("largest first")),
  };
};

}  // namespace allymark
