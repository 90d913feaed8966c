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
  return result;
}

void check_tiers(const std::vector<Tier>& tiers, const std::string& path, Errors& errors) {
  if (tiers.empty()) {
    errors.push_back({error_code::empty_list, path, {}});
    return;
  }
  Decimal previous;
  for (std::size_t i = 0; i < tiers.size(); ++i) {
    const std::string at = child(path, i);
    const bool last = i + 1 == tiers.size();
    if (!tiers[i].rate && !tiers[i].flat) {
      errors.push_back({error_code::missing_field, at + "/rate", {}});
    }
    if (!tiers[i].up_to) {
      if (!last) errors.push_back({error_code::open_tier_not_last, at + "/upTo", {}});
      continue;
    }
    if (*tiers[i].up_to <= previous) {
      errors.push_back({error_code::tiers_not_ascending,
                        at + "/upTo",
                        {{"previous", previous}, {"upTo", *tiers[i].up_to}}});
    }
    previous = *tiers[i].up_to;
    if (last) errors.push_back({error_code::last_tier_not_open, at + "/upTo", {{"upTo", previous}}});
  }
}

void check_deductions(const std::vector<Deduction>& deductions,
                      const Keyed<MetricDefinition>* metrics, const std::string& path,
                      Errors& errors) {
  for (std::size_t i = 0; i < deductions.size(); ++i) {
    const std::string at = child(path, i);
    check(deductions[i].limit, at, errors);
    if (metrics != nullptr && metrics->find(deductions[i].metric) == nullptr) {
      errors.push_back({error_code::unknown_metric, at + "/metric", {{"metric", deductions[i].metric}}});
    }
    for (std::size_t j = 0; j < i; ++j) {
      if (deductions[j].id == deductions[i].id) {
        errors.push_back({error_code::duplicate_id, at + "/id", {{"id", deductions[i].id}}});
      }
    }
  }
}

void check(const Clause& clause, const std::string& path, Errors& errors) {
  check_tiers(clause.tiers, path + "/tiers", errors);
  check_deductions(clause.deductions, nullptr, path + "/deductions", errors);
  if (clause.target && clause.target->is_zero()) {
    errors.push_back({error_code::target_not_positive, path + "/target", {{"value", Decimal{}}}});
  }
  if (clause.target && !clause.missed_rate) {
    errors.push_back({error_code::missed_rate_missing, path + "/missedRate", {{"target", *clause.target}}});
  }
  if (clause.cap && clause.floor && *clause.cap < *clause.floor) {
    errors.push_back({error_code::cap_below_floor,
                      path + "/cap",
                      {{"cap", *clause.cap}, {"floor", *clause.floor}}});
  }
}

}  // namespace allymark
