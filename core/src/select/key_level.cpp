#include "allymark/select/key_level.hpp"

#include "allymark/base/codes.hpp"
#include "allymark/measure/weighting.hpp"

namespace allymark {
namespace {

const char* name_of(Feature feature) {
  return Tokens<Feature>::names[static_cast<std::size_t>(feature)];
}

using Bound = Maybe<Decimal> LevelRule::*;

/// Index of the first level whose bound is reached; the last one has none.
std::size_t level_from(const List<LevelRule>& levels, Bound bound, Decimal figure) {
  std::size_t i = 0;
  while (levels[i].*bound && figure < *(levels[i].*bound)) ++i;
  return i;
}

List<Weighted> weighted_features(const KeyLevelRules& rules, const KeyLevelData& data) {
  Maybe<Decimal> hard_to_replace;
  if (data.substitutability) {
    hard_to_replace = rules.scale.low + rules.scale.high - *data.substitutability;
  }
  return {{rules.weights.strategic_value, data.strategic_value},
          {rules.weights.substitutability, hard_to_replace},
          {rules.weights.investment, data.investment}};
}

List<Feature> counted_features(const KeyLevelRules& rules, const KeyLevelData& data) {
  List<Feature> result;
  const FeatureBounds& bounds = rules.features;
  if (data.strategic_value && *data.strategic_value >= bounds.strategic_value) {
    result.push_back(Feature::strategic_value);
  }
  if (data.substitutability && *data.substitutability <= bounds.substitutability) {
    result.push_back(Feature::substitutability);
  }
  if (data.investment && *data.investment >= bounds.investment)
    result.push_back(Feature::investment);
  return result;
}

/// A level by one rule and what brought it there.
struct Found {
  std::size_t level = 0;
  std::size_t unmoved = 0;  ///< before the step
  List<Feature> carried_by;
  Adjustment adjustment = Adjustment::none;
  List<Feature> adjusted_by;
};

Found by_stars(const KeyLevelRules& rules, const KeyLevelData& data) {
  Found found;
  found.level = level_from(rules.levels, &LevelRule::stars, *data.strategic_value);
  found.unmoved = found.level;
  found.carried_by.push_back(Feature::strategic_value);
  if (!data.substitutability) return found;
  if (*data.substitutability >= rules.adjustment.down_from) {
    if (found.level + 1 < rules.levels.size()) {
      ++found.level;
      found.adjustment = Adjustment::down;
      found.adjusted_by.push_back(Feature::substitutability);
    }
  } else if (*data.substitutability <= rules.adjustment.up_to && data.investment &&
             *data.investment >= rules.adjustment.up_investment && found.level > 0) {
    const auto& least = rules.levels[found.level - 1].minimum_stars;
    if (!least || *data.strategic_value >= *least) {
      --found.level;
      found.adjustment = Adjustment::up;
      found.adjusted_by.push_back(Feature::substitutability);
      found.adjusted_by.push_back(Feature::investment);
    }
  }
  return found;
}

Found by_weight(const KeyLevelRules& rules, const KeyLevelData& data) {
  const WeightedMean mean = weighted_mean(weighted_features(rules, data));
  Found found;
  found.level = level_from(rules.levels, &LevelRule::weighted, *mean.mean);
  std::size_t most = 0;
  for (std::size_t i = 1; i < mean.contributions.size(); ++i) {
    if (mean.contributions[i] > mean.contributions[most]) most = i;
  }
  found.carried_by.push_back(static_cast<Feature>(most));
  return found;
}

Found by_features(const KeyLevelRules& rules, const KeyLevelData& data) {
  Found found;
  found.carried_by = counted_features(rules, data);
  const auto counted = static_cast<std::int64_t>(found.carried_by.size());
  found.level = level_from(rules.levels, &LevelRule::features, Decimal::whole(counted));
  return found;
}

Found find_level(LevelMethod method, const KeyLevelRules& rules, const KeyLevelData& data) {
  switch (method) {
    case LevelMethod::stars: break;
    case LevelMethod::weighted: return by_weight(rules, data);
    case LevelMethod::two_of_three: return by_features(rules, data);
  }
  return by_stars(rules, data);
}

const LevelRule* rule_of(const KeyLevelRules& rules, const std::string& id) {
  for (const auto& rule : rules.levels) {
    if (rule.id == id) return &rule;
  }
  return nullptr;
}

void check_bounds(const List<LevelRule>& levels, Bound bound, const char* name, const Place& at,
                  Errors& errors) {
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const Place level = at.index(i);
    const auto& from = levels[i].*bound;
    const bool last = i + 1 == levels.size();
    if (last == from.has_value()) {
      errors.add(error_code::bands_incomplete, level.member(name));
    } else if (i > 0 && from && levels[i - 1].*bound && *from >= *(levels[i - 1].*bound)) {
      errors.add(error_code::bands_not_descending, level.member(name))
          .with("previous", *(levels[i - 1].*bound))
          .with("from", *from);
    }
  }
}

/// A feature left blank: not used, and that is a remark.
void note_blank(const Maybe<Decimal>& figure, Feature feature, KeyLevelResult& result,
                const Place& at, Findings& findings) {
  if (figure) return;
  result.not_used.push_back(feature);
  findings.add(finding_code::feature_not_used, Severity::note, at.member(name_of(feature)))
      .with("feature", name_of(feature));
}

}  // namespace

void check(const KeyLevelRules& rules, const Place& at, Errors& errors) {
  const Place levels = at.member("levels");
  if (rules.levels.empty()) errors.add(error_code::empty_list, levels);
  for (std::size_t i = 0; i < rules.levels.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (rules.levels[j].id != rules.levels[i].id) continue;
      errors.add_duplicate(levels.index(i), "id", rules.levels[i].id);
      break;
    }
  }
  check_bounds(rules.levels, &LevelRule::stars, "stars", levels, errors);
  check_bounds(rules.levels, &LevelRule::weighted, "weighted", levels, errors);
  check_bounds(rules.levels, &LevelRule::features, "features", levels, errors);
  check(rules.scale, at.member("scale"), errors);
  const FeatureWeights& weights = rules.weights;
  // The strategic value alone must carry a mean: it is the one feature that is never blank.
  if (weights.strategic_value.is_zero()) {
    errors.add(error_code::weights_sum_zero, at, "weights");
  }
}

void check(const KeyLevelData& data, const KeyLevelRules& rules, const Place& at, Errors& errors) {
  check_rating(data.strategic_value, rules.scale, at.member("strategicValue"), errors);
  check_rating(data.substitutability, rules.scale, at.member("substitutability"), errors);
  check_rating(data.investment, rules.scale, at.member("investment"), errors);
  if (data.override_by && rule_of(rules, data.override_by->level) == nullptr) {
    errors.add(error_code::unknown_item, at, "override/level").with("id", data.override_by->level);
  }
}

void judge_level(const KeyLevelRules& rules, const KeyLevelData& data, const Place& at,
                 Findings& findings, KeyLevelResult& result) {
  result.method = rules.method;
  result.readings = List<LevelReading>(std::size(Tokens<LevelMethod>::names));
  for (std::size_t i = 0; i < result.readings.size(); ++i) {
    LevelReading& reading = result.readings[i];
    reading.choice = static_cast<LevelMethod>(i);
    reading.chosen = reading.choice == rules.method;
    if (!data.strategic_value) continue;
    Found found = find_level(reading.choice, rules, data);
    reading.level = rules.levels[found.level].id;
    if (!reading.chosen) continue;
    result.rule_level = reading.level;
    result.carried_by = std::move(found.carried_by);
    result.adjustment = found.adjustment;
    result.stars_level = rules.levels[found.unmoved].id;
    result.adjusted_by = std::move(found.adjusted_by);
  }
  if (data.strategic_value) {
    result.score = weighted_mean(weighted_features(rules, data)).mean;
    note_blank(data.substitutability, Feature::substitutability, result, at, findings);
    note_blank(data.investment, Feature::investment, result, at, findings);
  } else {
    findings.add(finding_code::key_level_missing, Severity::doubt, at, "strategicValue");
  }
  result.level = result.rule_level;
  if (data.override_by) {
    result.override_by = data.override_by;
    result.level = data.override_by->level;
    Params& params = findings.add(finding_code::level_overridden, Severity::note, at, "override")
                         .with("level", data.override_by->level)
                         .with("reason", data.override_by->reason);
    if (result.rule_level) params.with("ruleLevel", *result.rule_level);
  }
  if (result.level) result.is_key = rule_of(rules, *result.level)->is_key;
}

}  // namespace allymark
