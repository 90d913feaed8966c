#pragma once
// The room agree of an assessment: the year's statement, its monthly settlement, payback and the
// ways out, all from the same months.

#include "allymark/assess.hpp"

namespace allymark {

/// Fills the parts of `result` that the agreement, the investment and the months allow; a row of a
/// portfolio needs no settlement and what follows from it.
void assess_agreement(const Pack& pack, const Dossier& dossier, Maybe<Date> as_of, const Place& at,
                      bool row, Assessment& result, Findings& findings, Trace* trace);

/// The agreement with the months of the dossier counted where it names none of its own.
AgreementData with_months(const Pack& pack, const Dossier& dossier, Maybe<Date> as_of);

}  // namespace allymark
