#pragma once
// Contract: what a contract must say about data, money, exit and management (DOMAIN 4 "data
// terms", 8), as a checklist: each clause is present, weak or missing. Why it matters stands in the
// pack, beside its name.

#include "allymark/base/finding.hpp"
#include "allymark/measure/metric.hpp"

namespace allymark {

enum class ContractPart : std::uint8_t { data, money, exit, management };
enum class ClauseState : std::uint8_t { present, weak, missing };

/// One clause looked for. A figure it names is weak outside `at_least` and `at_most`.
struct ContractClause {
  std::string id;
  ContractPart part = ContractPart::data;
  Label label;
  Label why;
  Maybe<Decimal> at_least;
  Maybe<Decimal> at_most;
};
/// What the draft says: a state, or the figure it names.
struct ClauseFact {
  std::optional<ClauseState> state;
  Maybe<Decimal> value;
};
struct ClauseResult {
  std::string id;
  ContractPart part = ContractPart::data;
  ClauseState state = ClauseState::missing;
  Maybe<Decimal> value;
  Maybe<Decimal> at_least;
  Maybe<Decimal> at_most;
};
struct ContractCheck {
  List<ClauseResult> clauses;
  std::int64_t present = 0;
  std::int64_t weak = 0;
  std::int64_t missing = 0;
};

/// Every clause of the list; what the facts do not name is missing. Example: destruction within 60
/// days, where 30 at most are wanted, is weak; 30 is present.
ContractCheck check_contract(const List<ContractClause>& wanted, const Keyed<ClauseFact>& facts,
                             const Place& at, Findings& findings);

/// Error codes duplicate_id and below_minimum (a most below the least).
void check(const List<ContractClause>& wanted, const Place& at, Errors& errors);
/// Error code unknown_item for a fact about no clause of the list.
void check(const Keyed<ClauseFact>& facts, const List<ContractClause>& wanted, const Place& at,
           Errors& errors);

template <>
struct Tokens<ContractPart> {
  static constexpr const char* names[] = {"data", "money", "exit", "management"};
};
template <>
struct Tokens<ClauseState> {
  static constexpr const char* names[] = {"present", "weak", "missing"};
};
template <>
struct Describe<ContractClause> {
  static constexpr const char* name = "contract_clause";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(ContractClause, id, "id").required().says(ALLYMARK_DOC("id of the clause")),
      ALLYMARK_FIELD(ContractClause, part, "part")
          .required()
          .says(ALLYMARK_DOC("part of the contract")),
      ALLYMARK_FIELD(ContractClause, label, "label").required().says(ALLYMARK_DOC("shown name")),
      ALLYMARK_FIELD(ContractClause, why, "why").required().says(ALLYMARK_DOC("why it matters")),
      ALLYMARK_FIELD(ContractClause, at_least, "atLeast")
          .says(ALLYMARK_DOC("a smaller figure is weak")),
      ALLYMARK_FIELD(ContractClause, at_most, "atMost")
          .says(ALLYMARK_DOC("a larger figure is weak")),
  };
};
template <>
struct Describe<ClauseFact> {
  static constexpr const char* name = "clause_fact";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(ClauseFact, state, "state").says(ALLYMARK_DOC("how the draft words it")),
      ALLYMARK_FIELD(ClauseFact, value, "value").says(ALLYMARK_DOC("the figure it names")),
  };
};
template <>
struct Describe<ClauseResult> {
  static constexpr const char* name = "clause_result";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(ClauseResult, id, "id").says(ALLYMARK_DOC("id of the clause")),
      ALLYMARK_FIELD(ClauseResult, part, "part").says(ALLYMARK_DOC("part of the contract")),
      ALLYMARK_FIELD(ClauseResult, state, "state").says(ALLYMARK_DOC("present, weak or missing")),
      ALLYMARK_FIELD(ClauseResult, value, "value").says(ALLYMARK_DOC("the figure it names")),
      ALLYMARK_FIELD(ClauseResult, at_least, "atLeast").says(ALLYMARK_DOC("least that is wanted")),
      ALLYMARK_FIELD(ClauseResult, at_most, "atMost").says(ALLYMARK_DOC("most that is wanted")),
  };
};
template <>
struct Describe<ContractCheck> {
  static constexpr const char* name = "contract_check";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(ContractCheck, clauses, "clauses").says(ALLYMARK_DOC("in the pack's order")),
      ALLYMARK_FIELD(ContractCheck, present, "present").says(ALLYMARK_DOC("how many stand")),
      ALLYMARK_FIELD(ContractCheck, weak, "weak").says(ALLYMARK_DOC("how many are weak")),
      ALLYMARK_FIELD(ContractCheck, missing, "missing").says(ALLYMARK_DOC("how many are missing")),
  };
};

}  // namespace allymark
