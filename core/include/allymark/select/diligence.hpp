#pragma once
// Diligence: the first screening, all of whose questions must be yes, and the due diligence after a
// non-disclosure agreement (DOMAIN 2). An item that nobody looked at is open, not passed; any veto
// excludes the candidate; without the agreement the results are not final.

#include "allymark/base/finding.hpp"
#include "allymark/base/trace.hpp"
#include "allymark/select/checklist.hpp"

namespace allymark {

struct DiligenceRules {
  List<Item> screening;
  List<ItemGroup> groups;
};

enum class ItemState : std::uint8_t { pass, doubt, veto, open };

struct DiligenceItem {
  ItemState state = ItemState::open;
  std::string evidence;
  std::string owner;
  Maybe<Date> due;
};
struct DiligenceData {
  Maybe<Date> nda;  ///< the day it was signed
  Keyed<DiligenceItem> items;
};

enum class ScreeningState : std::uint8_t { passed, rejected, unverified };
struct Screening {
  ScreeningState state = ScreeningState::unverified;
  List<std::string> yes;
  List<std::string> no;
  List<std::string> unknown;
};

enum class DiligenceState : std::uint8_t { vetoed, open, doubtful, passed };
struct DiligenceGroup {
  std::string id;
  std::int64_t pass = 0;
  std::int64_t doubt = 0;
  std::int64_t veto = 0;
  std::int64_t open = 0;
  Decimal completeness;
};
struct Diligence {
  Screening screening;
  Maybe<Date> nda;
  bool final = false;
  DiligenceState state = DiligenceState::open;
  Decimal completeness;
  List<DiligenceGroup> groups;
  List<std::string> vetoes;
  List<std::string> doubts;
  List<std::string> open;
  List<std::string> overdue;
};

/// Errors of a pack's lists, with paths below `at`: empty, an id that stands twice.
void check(const DiligenceRules& rules, const Place& at, Errors& errors);
/// Errors of a dossier at `at`: questions and items the pack does not know.
void check(const DiligenceData& data, const Keyed<Signal>& screening, const DiligenceRules& rules,
           const Place& at, Errors& errors);

/// All yes passes, any no rejects, and what is not known is still to be verified.
Screening screen(const DiligenceRules& rules, const Keyed<Signal>& answers);

/// Fills an empty result with screening and due diligence on a date; without one nothing is
/// overdue. Percentages are rounded once at the ninth place; findings point below the dossier `at`.
/// Example: two of three items settled are 66.67 %.
void judge_diligence(const DiligenceRules& rules, const DiligenceData& data,
                     const Keyed<Signal>& screening, Maybe<Date> as_of, const Place& at,
                     Findings& findings, Diligence& result);

/// Records the steps behind the screening, the shares of items settled (percent) and the state.
void explain(const Diligence& result, const Tracer& tracer);

template <>
struct Tokens<ItemState> {
  static constexpr const char* names[] = {"pass", "doubt", "veto", "open"};
};
template <>
struct Tokens<ScreeningState> {
  static constexpr const char* names[] = {"passed", "rejected", "unverified"};
};
template <>
struct Tokens<DiligenceState> {
  static constexpr const char* names[] = {"vetoed", "open", "doubtful", "passed"};
};
template <>
struct Describe<DiligenceRules> {
  static constexpr const char* name = "diligence_rules";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(DiligenceRules, screening, "screening")
          .required()
          .at_most_long(50)
          .says(ALLYMARK_DOC("questions that must all be yes")),
      ALLYMARK_FIELD(DiligenceRules, groups, "groups")
          .required()
          .at_most_long(20)
          .says(ALLYMARK_DOC("items of the due diligence by group")),
  };
};
template <>
struct Describe<DiligenceItem> {
  static constexpr const char* name = "diligence_item";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(DiligenceItem, state, "state").says(ALLYMARK_DOC("absent = open")),
      ALLYMARK_FIELD(DiligenceItem, evidence, "evidence")
          .at_most_long(2000)
          .says(ALLYMARK_DOC("what was found: a text or a link")),
      ALLYMARK_FIELD(DiligenceItem, owner, "owner").says(ALLYMARK_DOC("who looks at it")),
      ALLYMARK_FIELD(DiligenceItem, due, "due").says(ALLYMARK_DOC("last day to settle it")),
  };
};
template <>
struct Describe<DiligenceData> {
  static constexpr const char* name = "diligence";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(DiligenceData, nda, "nda")
          .says(ALLYMARK_DOC("day the non-disclosure agreement was signed")),
      ALLYMARK_FIELD(DiligenceData, items, "items")
          .at_most_long(200)
          .says(ALLYMARK_DOC("what was found by item")),
  };
};
template <>
struct Describe<Screening> {
  static constexpr const char* name = "screening_result";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Screening, state, "state")
          .says(ALLYMARK_DOC("passed, rejected or unverified")),
      ALLYMARK_FIELD(Screening, yes, "yes").says(ALLYMARK_DOC("questions answered yes")),
      ALLYMARK_FIELD(Screening, no, "no").says(ALLYMARK_DOC("questions answered no")),
      ALLYMARK_FIELD(Screening, unknown, "unknown").says(ALLYMARK_DOC("questions to be verified")),
  };
};
template <>
struct Describe<DiligenceGroup> {
  static constexpr const char* name = "diligence_group";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(DiligenceGroup, id, "id").says(ALLYMARK_DOC("group")),
      ALLYMARK_FIELD(DiligenceGroup, pass, "pass").says(ALLYMARK_DOC("items passed")),
      ALLYMARK_FIELD(DiligenceGroup, doubt, "doubt").says(ALLYMARK_DOC("items in doubt")),
      ALLYMARK_FIELD(DiligenceGroup, veto, "veto").says(ALLYMARK_DOC("items that exclude")),
      ALLYMARK_FIELD(DiligenceGroup, open, "open").says(ALLYMARK_DOC("items not looked at")),
      ALLYMARK_FIELD(DiligenceGroup, completeness, "completeness")
          .shown(2)
          .says(ALLYMARK_DOC("percent of the items that were looked at")),
  };
};
template <>
struct Describe<Diligence> {
  static constexpr const char* name = "diligence_result";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Diligence, screening, "screening").says(ALLYMARK_DOC("first screening")),
      ALLYMARK_FIELD(Diligence, nda, "nda")
          .nullable()
          .says(ALLYMARK_DOC("day the non-disclosure agreement was signed")),
      ALLYMARK_FIELD(Diligence, final, "final")
          .says(ALLYMARK_DOC("false without a non-disclosure agreement in force")),
      ALLYMARK_FIELD(Diligence, state, "state").says(ALLYMARK_DOC("of the due diligence")),
      ALLYMARK_FIELD(Diligence, completeness, "completeness")
          .shown(2)
          .says(ALLYMARK_DOC("percent of the items that were looked at")),
      ALLYMARK_FIELD(Diligence, groups, "groups").says(ALLYMARK_DOC("each group")),
      ALLYMARK_FIELD(Diligence, vetoes, "vetoes").says(ALLYMARK_DOC("items that exclude")),
      ALLYMARK_FIELD(Diligence, doubts, "doubts").says(ALLYMARK_DOC("items in doubt")),
      ALLYMARK_FIELD(Diligence, open, "open").says(ALLYMARK_DOC("items not looked at")),
      ALLYMARK_FIELD(Diligence, overdue, "overdue")
          .says(ALLYMARK_DOC("items open or in doubt after their last day")),
  };
};

}  // namespace allymark
