#pragma once
// The manage room's part of assess: crisis plans, calendar, workshops, renewal and the backup of a
// dossier. Internal to the core.

#include "allymark/assess.hpp"

namespace allymark {

/// Errors of what the dossier says for this room, with paths below `at`.
void check_manage(const Dossier& dossier, const Pack& pack, const Place& at, Errors& errors);

/// Fills the room's results; a section the pack does not have stays empty, and so does what would
/// need a guess. `as_of` absent = the end of the last month there is. The key level must be there.
void assess_manage(const Pack& pack, const Dossier& dossier, Maybe<Date> as_of, const Place& at,
                   Assessment& result, Findings& findings, Trace* trace);

}  // namespace allymark
