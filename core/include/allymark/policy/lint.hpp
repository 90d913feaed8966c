#pragma once
// Lint: what is contradictory, unreachable or expensive about a pack that is otherwise valid
// (DOMAIN 4 and 5). A remark names its place, its figures and, where one change removes it, that
// change: `fix` is the JSON Pointer to set and `to` the value to put there.

#include "allymark/base/finding.hpp"

namespace allymark {

struct Pack;

/// Adds the findings of a checked pack, with paths below `at`. Nothing is refused here.
/// Example: the shipped clause's 5,000th policy is worth 250,200 yuan;
/// /commission/years/0/missedRate set to 250 removes that cliff.
void lint(const Pack& pack, const Place& at, Findings& findings);

}  // namespace allymark
