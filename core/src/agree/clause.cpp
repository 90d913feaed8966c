#include "allymark/agree/clause.hpp"

#include "allymark/base/codes.hpp"

namespace allymark {
namespace {

template <class T>
void take(T& into, const std::optional<T>& choice) {
  if (choice) into = *choice;
}

}  // namespace

Reading merge(const Reading& base, const ReadingChoice& overrides) {
  Reading result = base;
  take(result.tiers, overrides.tiers);
  take(result.bounds, overrides.bounds);
  take(result.met, overrides.met);
  take(result.missed, overrides.missed);
  take(result.deductions, overrides.deductions);
  take(result.deducted_from, overrides.deducted_from);
  take(result.rounding, overrides.rounding);
  take(result.measured_over, overrides.measured_over);
  return result;
}

void check_charge(const Maybe<Decimal>& charge, const Reading& reading, const Place& at,
                  Errors& errors) {
  if (reading.missed == MissedRule::shortfall_charge && !charge) {
    errors.add(error_code::shortfall_charge_missing, at);
  }
}

bool by_percent(const List<Tier>& tiers) {
  for (const auto& tier : tiers) {
    if (tier.rate_pct) return true;
  }
  return false;
}

void check_tiers(const List<Tier>& tiers, const Place& at, Errors& errors) {
  if (tiers.empty()) {
    errors.add(error_code::empty_list, at);
    return;
  }
  Decimal previous;
  const bool percent = by_percent(tiers);
  for (std::size_t i = 0; i < tiers.size(); ++i) {
    const Place item = at.index(i);
    const bool last = i + 1 == tiers.size();
    if (percent && tiers[i].rate) errors.add(error_code::rate_basis_mixed, item, "rate");
    if (!tiers[i].rate && !tiers[i].flat && !tiers[i].rate_pct) {
      errors.add(error_code::missing_field, item.member(percent ? "ratePct" : "rate"));
    }
    if (!tiers[i].up_to) {
      if (!last) errors.add(error_code::open_tier_not_last, item, "upTo");
      continue;
    }
    if (*tiers[i].up_to <= previous) {
      errors.add(error_code::tiers_not_ascending, item, "upTo")
          .with("previous", previous)
          .with("upTo", *tiers[i].up_to);
    }
    previous = *tiers[i].up_to;
    if (last) errors.add(error_code::last_tier_not_open, item, "upTo").with("upTo", previous);
  }
}

void check_deductions(const List<Deduction>& deductions, const Keyed<MetricDefinition>* metrics,
                      const Place& at, Errors& errors) {
  for (std::size_t i = 0; i < deductions.size(); ++i) {
    const Place item = at.index(i);
    check(deductions[i].limit, item, errors);
    if (metrics != nullptr) check_metric(deductions[i].metric, *metrics, item, "metric", errors);
    for (std::size_t j = 0; j < i; ++j) {
      if (deductions[j].id == deductions[i].id) {
        errors.add_duplicate(item, "id", deductions[i].id);
      }
    }
  }
}

void check_missed(bool percent, const Maybe<Decimal>& target, const Maybe<Decimal>& missed_rate,
                  const Maybe<Decimal>& missed_pct, const Place& at, Errors& errors) {
  if (target && !(percent ? missed_pct : missed_rate)) {
    errors.add(error_code::missed_rate_missing, at.member(percent ? "missedPct" : "missedRate"))
        .with("target", *target);
  }
  if (percent ? missed_rate : missed_pct) {
    errors.add(error_code::rate_basis_mixed, at.member(percent ? "missedRate" : "missedPct"));
  }
}

void check_limits(const Maybe<Money>& cap, const Maybe<Money>& floor, const Maybe<Money>& guarantee,
                  const List<ClawbackStep>& clawback, const Place& at, Errors& errors) {
  if (floor && guarantee) errors.add(error_code::floor_and_guarantee, at, "guarantee");
  const Maybe<Money>& least = floor ? floor : guarantee;
  if (cap && least && *cap < *least) {
    errors.add(error_code::cap_below_floor, at, "cap").with("cap", *cap).with("floor", *least);
  }
  std::int64_t previous = 0;
  for (std::size_t i = 0; i < clawback.size(); ++i) {
    if (clawback[i].up_to <= previous) {
      const Place list = at.member("clawback");
      errors.add(error_code::tiers_not_ascending, list.index(i), "upTo")
          .with("previous", Decimal::whole(previous))
          .with("upTo", Decimal::whole(clawback[i].up_to));
    }
    previous = clawback[i].up_to;
  }
}

void check(const Clause& clause, const Place& at, Errors& errors) {
  check_tiers(clause.tiers, at.member("tiers"), errors);
  check_deductions(clause.deductions, nullptr, at.member("deductions"), errors);
  if (clause.target && clause.target->is_zero()) {
    errors.add(error_code::target_not_positive, at, "target").with("value", Decimal{});
  }
  const bool percent = by_percent(clause.tiers);
  check_missed(percent, clause.target, clause.missed_rate, clause.missed_pct, at, errors);
  if (clause.shortfall_charge && percent) {
    errors.add(error_code::rate_basis_mixed, at, "shortfallCharge");
  }
  check_limits(clause.cap, clause.floor, clause.guarantee, clause.clawback, at, errors);
}

}  // namespace allymark
