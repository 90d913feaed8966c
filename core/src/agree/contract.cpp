#include "allymark/agree/contract.hpp"

#include "allymark/base/codes.hpp"

namespace allymark {
namespace {

ClauseState state_of(const ContractClause& wanted, const ClauseFact* fact) {
  if (fact == nullptr || (!fact->state && !fact->value)) return ClauseState::missing;
  if (fact->state && *fact->state != ClauseState::present) return *fact->state;
  if (!fact->value) return ClauseState::present;
  const bool low = wanted.at_least && *fact->value < *wanted.at_least;
  const bool high = wanted.at_most && *fact->value > *wanted.at_most;
  return low || high ? ClauseState::weak : ClauseState::present;
}

void note(const ContractCheck& result, ClauseState state, const char* code, const Place& at,
          Findings& findings) {
  std::string ids;
  for (const auto& clause : result.clauses) {
    if (clause.state != state) continue;
    if (!ids.empty()) ids += ", ";
    ids += clause.id;
  }
  if (!ids.empty()) findings.add(code, Severity::doubt, at).with("clauses", ids);
}

}  // namespace

ContractCheck check_contract(const List<ContractClause>& wanted, const Keyed<ClauseFact>& facts,
                             const Place& at, Findings& findings) {
  ContractCheck result;
  for (const auto& clause : wanted) {
    const ClauseFact* fact = facts.find(clause.id);
    ClauseResult found;
    found.id = clause.id;
    found.part = clause.part;
    found.state = state_of(clause, fact);
    if (fact != nullptr) found.value = fact->value;
    found.at_least = clause.at_least;
    found.at_most = clause.at_most;
    switch (found.state) {
      case ClauseState::present: ++result.present; break;
      case ClauseState::weak: ++result.weak; break;
      case ClauseState::missing: ++result.missing; break;
    }
    result.clauses.push_back(std::move(found));
  }
  note(result, ClauseState::missing, finding_code::clauses_missing, at, findings);
  note(result, ClauseState::weak, finding_code::clauses_weak, at, findings);
  return result;
}

void check(const List<ContractClause>& wanted, const Place& at, Errors& errors) {
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const Place item = at.index(i);
    if (wanted[i].at_least && wanted[i].at_most && *wanted[i].at_most < *wanted[i].at_least) {
      errors.add(error_code::below_minimum, item, "atMost")
          .with("minimum", *wanted[i].at_least)
          .with("value", *wanted[i].at_most);
    }
    for (std::size_t j = 0; j < i; ++j) {
      if (wanted[j].id != wanted[i].id) continue;
      errors.add_duplicate(item, "id", wanted[i].id);
      break;
    }
  }
}

void check(const Keyed<ClauseFact>& facts, const List<ContractClause>& wanted, const Place& at,
           Errors& errors) {
  for (const auto& fact : facts) {
    bool known = false;
    for (const auto& clause : wanted) known = known || clause.id == fact.key;
    if (!known) errors.add(error_code::unknown_item, at.key(fact.key)).with("id", fact.key);
  }
}

}  // namespace allymark
