#pragma once
// The select act's part of an assessment: the rooms before the trial, and the gate that keeps a
// candidate from being picked. Only assess.cpp uses it.

#include "allymark/assess.hpp"

namespace allymark {

/// Adds a name to a list as findings carry it: "diligence, screening".
void join(std::string& list, const char* name);

/// False for a trial in which nothing was measured and nothing happened.
bool says_anything(const TrialData& trial);

/// What forbids to pick a candidate, and which of it nobody has looked into (DOMAIN 3). What is not
/// known never blocks.
struct Gate {
  List<Blocker> blocked_by;
  std::string unchecked;
};
Gate gate_of(const Pack& pack, const Dossier& dossier);

void check_select(const Dossier& dossier, const Pack& pack, const Place& at, Errors& errors);

/// Key level, readiness and due diligence; each answers nothing when the pack has no such section.
void assess_select(const Pack& pack, const Dossier& dossier, Maybe<Date> as_of, const Place& at,
                   Assessment& result, Findings& findings, Trace* trace);

}  // namespace allymark
