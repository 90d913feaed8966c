#include "assess_select.hpp"

#include "allymark/base/codes.hpp"

namespace allymark {
namespace {

ReadinessFacts facts_of(const Dossier& dossier) {
  return {dossier.ability, dossier.willingness.signals, dossier.needs, dossier.offers,
          dossier.sourcing};
}

}  // namespace

void join(std::string& list, const char* name) {
  if (!list.empty()) list += ", ";
  list += name;
}

bool says_anything(const TrialData& trial) {
  for (const auto& entry : trial.metrics) {
    if (measured(&entry.value)) return true;
  }
  return !trial.incidents.empty();
}

void check_select(const Dossier& dossier, const Pack& pack, const Place& at, Errors& errors) {
  if (pack.key_level) {
    check(dossier.key_level, *pack.key_level, at.member("keyLevel"), errors);
  }
  if (pack.readiness) check(facts_of(dossier), *pack.readiness, at, errors);
  if (pack.diligence) check(dossier.diligence, dossier.screening, *pack.diligence, at, errors);
}

Gate gate_of(const Pack& pack, const Dossier& dossier) {
  Gate gate;
  if (pack.diligence) {
    bool open = false;
    bool vetoed = false;
    for (const auto& group : pack.diligence->groups) {
      for (const auto& item : group.items) {
        const DiligenceItem* found = dossier.diligence.items.find(item.id);
        open = open || found == nullptr || found->state == ItemState::open;
        vetoed = vetoed || (found != nullptr && found->state == ItemState::veto);
      }
    }
    if (vetoed) gate.blocked_by.push_back(Blocker::diligence_veto);
    if (open) join(gate.unchecked, "diligence");
    const ScreeningState state = screen(*pack.diligence, dossier.screening).state;
    if (state == ScreeningState::rejected) gate.blocked_by.push_back(Blocker::screening_failed);
    if (state == ScreeningState::unverified) join(gate.unchecked, "screening");
  }
  if (pack.readiness) {
    const Signal willing =
        judge_willingness(pack.readiness->willingness, dossier.willingness.signals).willing;
    if (willing == Signal::no) gate.blocked_by.push_back(Blocker::unwilling);
    if (willing == Signal::unknown) join(gate.unchecked, "willingness");
  }
  return gate;
}

void assess_select(const Pack& pack, const Dossier& dossier, Maybe<Date> as_of, const Place& at,
                   Assessment& result, Findings& findings, Trace* trace) {
  if (pack.key_level) {
    const KeyLevelData& data = dossier.key_level;
    judge_level(*pack.key_level, data, at.member("keyLevel"), findings, result.key_level.emplace());
    if (trace != nullptr) {
      explain(*result.key_level, *pack.key_level, data, Tracer(*trace, Place::at("/keyLevel")));
    }
  }
  if (pack.readiness) {
    judge_readiness(*pack.readiness, facts_of(dossier), at, findings, result.readiness.emplace());
    if (trace != nullptr) {
      explain(*result.readiness, *pack.readiness, Tracer(*trace, Place::at("/readiness")));
    }
  }
  if (pack.diligence) {
    judge_diligence(*pack.diligence, dossier.diligence, dossier.screening, as_of, at, findings,
                    result.diligence.emplace());
    if (trace != nullptr) explain(*result.diligence, Tracer(*trace, Place::at("/diligence")));
  }
}

}  // namespace allymark
