#pragma once
// The verdict alone: criteria states in, verdict out. Kept apart from the measuring so that every
// other option and every possible change can be tried by the same few lines.

#include "allymark/base/list.hpp"
#include "allymark/select/trial.hpp"

namespace allymark {

/// What the verdict depends on for one criterion.
struct CriterionState {
  MetricState state = MetricState::not_measured;
  Standing standing = Standing::undecided;
  bool has_evidence = false;  ///< a rate: its standing counts where only proof counts
  Decimal weight;             ///< in the composite score; 0 when it is not scored
};

/// The verdict of `states` under `rules`; a crossed red line stops whatever else was found.
Verdict decide(const VerdictRules& rules, const List<CriterionState>& states, bool red_line_crossed,
               std::int64_t attempt);

}  // namespace allymark
