#include "allymark/policy/pack.hpp"

#include "allymark/base/codes.hpp"
#include "allymark/manage/crisis.hpp"

namespace allymark {

namespace {

/// What is arranged by key level names levels that there are.
void check_levels(const Pack& pack, const Place& at, Errors& errors) {
  const auto check_level = [&](const std::string& id, const Place& place) {
    for (const auto& level : pack.key_level->levels) {
      if (level.id == id) return;
    }
    errors.add(error_code::unknown_id, place).with("id", id);
  };
  const Place frequencies = at.member("cadence/frequencies");
  for (std::size_t i = 0; pack.cadence && i < pack.cadence->frequencies.size(); ++i) {
    const Place item = frequencies.index(i);
    check_level(pack.cadence->frequencies[i].level, item.member("level"));
  }
  const Place levels = at.member("workshop/levels");
  for (std::size_t i = 0; pack.workshop && i < pack.workshop->levels.size(); ++i) {
    check_level(pack.workshop->levels[i], levels.index(i));
  }
}

}  // namespace

void check(const Pack& pack, const Place& at, Errors& errors) {
  if (pack.metrics.empty()) errors.add(error_code::empty_list, at, "metrics");
  for (const auto& entry : pack.metrics) {
    if (entry.value.low > entry.value.high) {
      errors.add(error_code::below_minimum, at.member("metrics").key(entry.key).member("high"))
          .with("minimum", entry.value.low)
          .with("value", entry.value.high);
    }
  }
  if (pack.key_level) {
    const std::size_t before = errors.size();
    check(*pack.key_level, at.member("keyLevel"), errors);
    if (errors.size() == before) check_levels(pack, at, errors);
  }
  if (pack.readiness) check(*pack.readiness, at.member("readiness"), errors);
  if (pack.diligence) check(*pack.diligence, at.member("diligence"), errors);
  check(pack.trial, pack.metrics, at.member("trial"), errors);
  check(pack.commission, pack.metrics, at.member("commission"), errors);
  if (pack.exit) check(*pack.exit, at.member("exit"), errors);
  check(pack.contract, at.member("contract"), errors);
  if (pack.adjustment) {
    check_metric(pack.adjustment->product_metric, pack.metrics, at, "adjustment/productMetric",
                 errors);
  }
  check(pack.scorecard, pack.metrics, at.member("scorecard"), errors);
  if (pack.crisis) {
    check(*pack.crisis, pack.metrics, pack.scorecard, pack.roles, at.member("crisis"), errors);
  }
  if (pack.cadence) check(*pack.cadence, pack.roles, at.member("cadence"), errors);
  if (pack.actions) check(*pack.actions, pack.roles, at.member("actions"), errors);
}

Origin origin_of(const Pack& pack, std::string_view rule) {
  const Provenance* known = pack.provenance.find(rule);
  return known == nullptr ? Origin::assumed : known->origin;
}

void attribute(Trace& trace, const Pack& pack) {
  for (auto& number : trace) {
    for (auto& step : number.steps) {
      const Provenance* known = pack.provenance.find(step.rule);
      if (known == nullptr) continue;
      step.clause = known->clause;
      step.origin = known->origin;
    }
  }
}

}  // namespace allymark
