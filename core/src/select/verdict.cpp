#include "verdict.hpp"

namespace allymark {
namespace {

struct Tally {
  std::int64_t missed = 0;
  std::int64_t measured = 0;
  std::int64_t unmeasured = 0;
  Decimal missed_weight;
  Decimal judged_weight;
};

/// The state that counts: where only proof counts, an undecided rate is as good as not measured.
MetricState counted(const CriterionState& criterion, bool proven_only) {
  if (criterion.state == MetricState::not_measured || !proven_only || !criterion.has_evidence) {
    return criterion.state;
  }
  switch (criterion.standing) {
    case Standing::proven_pass: return MetricState::met;
    case Standing::proven_fail: return MetricState::missed;
    case Standing::undecided: break;
  }
  return MetricState::not_measured;
}

Tally tally(const VerdictRules& rules, const List<CriterionState>& states) {
  Tally result;
  for (const auto& criterion : states) {
    MetricState state = counted(criterion, rules.proven_only);
    if (state == MetricState::not_measured) {
      ++result.unmeasured;
      if (rules.missing != MissingRule::miss) continue;
      state = MetricState::missed;
    } else {
      ++result.measured;
    }
    result.judged_weight = result.judged_weight + criterion.weight;
    if (state == MetricState::missed) {
      ++result.missed;
      result.missed_weight = result.missed_weight + criterion.weight;
    }
  }
  return result;
}

bool within_share(Decimal part, Decimal whole, const Share& share) {
  return static_cast<Int128>(part.nanos()) * share.of <=
         static_cast<Int128>(whole.nanos()) * share.part;
}

bool may_retry(const VerdictRules& rules, const Tally& counts) {
  switch (rules.method) {
    case VerdictMethod::count: return counts.missed <= rules.retry_misses;
    case VerdictMethod::share: {
      const std::int64_t judged =
          counts.measured + (rules.missing == MissingRule::miss ? counts.unmeasured : 0);
      return within_share(Decimal::whole(counts.missed), Decimal::whole(judged), rules.retry_share);
    }
    case VerdictMethod::weight:
      return within_share(counts.missed_weight, counts.judged_weight, rules.retry_share);
  }
  return false;
}

}  // namespace

Verdict decide(const VerdictRules& rules, const List<CriterionState>& states, bool red_line_crossed,
               std::int64_t attempt) {
  if (red_line_crossed) return Verdict::stop;
  const Tally counts = tally(rules, states);
  if (counts.measured < rules.minimum_measured) return Verdict::insufficient;
  if (counts.missed == 0) {
    const bool open = counts.unmeasured > 0 && rules.missing == MissingRule::conditional;
    return open ? Verdict::conditional : Verdict::sign;
  }
  if (!may_retry(rules, counts)) return Verdict::stop;
  return attempt > rules.retries ? Verdict::stop : Verdict::retry;
}

}  // namespace allymark
