#include "allymark/select/diligence.hpp"

#include "allymark/base/codes.hpp"

namespace allymark {
namespace {

const ItemGroup* group_with(const List<ItemGroup>& groups, std::string_view id) {
  for (const auto& group : groups) {
    for (const auto& item : group.items) {
      if (item.id == id) return &group;
    }
  }
  return nullptr;
}

Decimal completeness(std::int64_t settled, std::int64_t of) {
  return ratio(Decimal::whole(settled * 100), Decimal::whole(of));
}

Params& remark(Findings& findings, const char* code, Severity severity, const Place& at,
               const List<std::string>& items) {
  std::string names;
  for (const auto& id : items) {
    if (!names.empty()) names += ", ";
    names += id;
  }
  return findings.add(code, severity, at).with("items", names).with("n", items.size());
}

void note_screening(const Screening& result, const Place& at, Findings& findings) {
  if (result.state == ScreeningState::rejected) {
    remark(findings, finding_code::screening_failed, Severity::block, at, result.no);
  } else if (result.state == ScreeningState::unverified) {
    remark(findings, finding_code::screening_unverified, Severity::doubt, at, result.unknown);
  }
}

void note_items(const Diligence& result, std::size_t all, const Place& at, Findings& findings) {
  if (!result.final) {
    Params& params = findings.add(finding_code::nda_missing, Severity::doubt, at, "nda");
    if (result.nda) params.with("date", result.nda->text());
  }
  const Place items = at.member("items");
  if (!result.vetoes.empty()) {
    remark(findings, finding_code::diligence_veto, Severity::block, items, result.vetoes);
  }
  if (!result.doubts.empty()) {
    remark(findings, finding_code::diligence_doubt, Severity::doubt, items, result.doubts);
  }
  if (!result.open.empty()) {
    remark(findings, finding_code::diligence_open, Severity::doubt, items, result.open)
        .with("of", all);
  }
  if (!result.overdue.empty()) {
    remark(findings, finding_code::diligence_overdue, Severity::doubt, items, result.overdue);
  }
}

DiligenceState state_of(const Diligence& result) {
  if (!result.vetoes.empty()) return DiligenceState::vetoed;
  if (!result.open.empty()) return DiligenceState::open;
  return result.doubts.empty() ? DiligenceState::passed : DiligenceState::doubtful;
}

}  // namespace

void check(const DiligenceRules& rules, const Place& at, Errors& errors) {
  check(rules.screening, at.member("screening"), errors);
  check(rules.groups, at.member("groups"), errors);
}

void check(const DiligenceData& data, const Keyed<Signal>& screening, const DiligenceRules& rules,
           const Place& at, Errors& errors) {
  check_items(screening, rules.screening, at.member("screening"), errors);
  const Place items = at.member("diligence/items");
  for (const auto& entry : data.items) {
    if (group_with(rules.groups, entry.key) != nullptr) continue;
    errors.add(error_code::unknown_item, items.key(entry.key)).with("id", entry.key);
  }
}

Screening screen(const DiligenceRules& rules, const Keyed<Signal>& answers) {
  Screening result;
  for (const auto& item : rules.screening) {
    switch (answer(answers, item.id)) {
      case Signal::yes: result.yes.push_back(item.id); break;
      case Signal::no: result.no.push_back(item.id); break;
      case Signal::unknown: result.unknown.push_back(item.id); break;
    }
  }
  if (!result.no.empty()) {
    result.state = ScreeningState::rejected;
  } else if (result.unknown.empty()) {
    result.state = ScreeningState::passed;
  }
  return result;
}

void judge_diligence(const DiligenceRules& rules, const DiligenceData& data,
                     const Keyed<Signal>& screening, Maybe<Date> as_of, const Place& at,
                     Findings& findings, Diligence& result) {
  result.screening = screen(rules, screening);
  note_screening(result.screening, at.member("screening"), findings);
  result.nda = data.nda;
  result.final = data.nda && (!as_of || *data.nda <= *as_of);
  static const DiligenceItem none;
  std::size_t all = 0;
  result.groups = List<DiligenceGroup>(rules.groups.size());
  for (std::size_t i = 0; i < rules.groups.size(); ++i) {
    const ItemGroup& group = rules.groups[i];
    DiligenceGroup& row = result.groups[i];
    row.id = group.id;
    for (const auto& rule : group.items) {
      const DiligenceItem* given = data.items.find(rule.id);
      const DiligenceItem& item = given == nullptr ? none : *given;
      switch (item.state) {
        case ItemState::pass: ++row.pass; break;
        case ItemState::doubt:
          ++row.doubt;
          result.doubts.push_back(rule.id);
          break;
        case ItemState::veto:
          ++row.veto;
          result.vetoes.push_back(rule.id);
          break;
        case ItemState::open:
          ++row.open;
          result.open.push_back(rule.id);
          break;
      }
      const bool unsettled = item.state == ItemState::open || item.state == ItemState::doubt;
      if (unsettled && item.due && as_of && *item.due < *as_of) result.overdue.push_back(rule.id);
    }
    const auto size = static_cast<std::int64_t>(group.items.size());
    row.completeness = completeness(size - row.open, size);
    all += group.items.size();
  }
  result.completeness = completeness(static_cast<std::int64_t>(all - result.open.size()),
                                     static_cast<std::int64_t>(all));
  result.state = state_of(result);
  note_items(result, all, at.member("diligence"), findings);
}

}  // namespace allymark
