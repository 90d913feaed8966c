#pragma once
// Key level: how much a partner matters, S, A, B or C, from strategic value, substitutability and
// investment (DOMAIN 1). The pack names the rule in force; the level by each other rule is shown
// beside it, and a person may override it with a reason that is kept.

#include "allymark/base/finding.hpp"
#include "allymark/base/trace.hpp"
#include "allymark/select/checklist.hpp"

namespace allymark {

enum class LevelMethod : std::uint8_t { stars, weighted, two_of_three };
enum class Adjustment : std::uint8_t { none, up, down };
enum class Feature : std::uint8_t { strategic_value, substitutability, investment };

/// One level, best first in the pack; the last has no bounds.
struct LevelRule {
  std::string id;
  Label label;
  Label strategy;  ///< how a partner of this level is managed
  bool is_key = false;
  Maybe<Decimal> stars;          ///< stars: strategic value from
  Maybe<Decimal> weighted;       ///< weighted: mean from
  Maybe<Decimal> features;       ///< two_of_three: features from
  Maybe<Decimal> minimum_stars;  ///< a step up does not reach it with fewer
};

struct FeatureWeights {
  Decimal strategic_value;
  Decimal substitutability;
  Decimal investment;
};
/// What makes a feature count: value and investment from, substitutability up to.
struct FeatureBounds {
  Decimal strategic_value;
  Decimal substitutability;
  Decimal investment;
};
/// The one step that substitutability and investment may move a level by stars.
struct AdjustmentRule {
  Decimal down_from;      ///< substitutability from here: one down
  Decimal up_to;          ///< substitutability up to here, and
  Decimal up_investment;  ///< investment from here: one up
};

struct KeyLevelRules {
  LevelMethod method = LevelMethod::stars;
  RatingScale scale;
  List<LevelRule> levels;
  AdjustmentRule adjustment;
  FeatureWeights weights;
  FeatureBounds features;
};

/// A person's decision in place of the rule.
struct LevelOverride {
  std::string level;
  std::string reason;
};
struct KeyLevelData {
  Maybe<Decimal> strategic_value;
  Maybe<Decimal> substitutability;
  Maybe<Decimal> investment;
  std::optional<LevelOverride> override_by;
};

struct LevelReading {
  LevelMethod choice = LevelMethod::stars;
  std::optional<std::string> level;
  bool chosen = false;
};
struct KeyLevelResult {
  std::optional<std::string> level;  ///< in force
  std::optional<bool> is_key;
  std::optional<std::string> rule_level;
  LevelMethod method = LevelMethod::stars;
  std::optional<LevelOverride> override_by;
  List<Feature> carried_by;
  Adjustment adjustment = Adjustment::none;
  List<Feature> adjusted_by;
  List<Feature> not_used;
  Maybe<Decimal> score;
  List<LevelReading> readings;
  std::string stars_level;  ///< by stars before the step, for the explanation
};

/// Errors of the pack's rules: bounds that do not fall, a level twice, weights that are all 0.
void check(const KeyLevelRules& rules, const Place& at, Errors& errors);
/// Errors of a dossier's facts: off the scale, an override to a level there is not.
void check(const KeyLevelData& data, const KeyLevelRules& rules, const Place& at, Errors& errors);

/// Fills an empty result with the level. A blank substitutability or investment is not used, with a
/// finding; without a strategic value there is no level. Ratings are whole stars; the weighted mean
/// is rounded once at the ninth place. Example: value 3, substitutability 4 is A by stars and one
/// down, B.
void judge_level(const KeyLevelRules& rules, const KeyLevelData& data, const Place& at,
                 Findings& findings, KeyLevelResult& result);

/// Records the steps behind the level: the ratings put in, the mean (stars) and the rule.
void explain(const KeyLevelResult& result, const KeyLevelRules& rules, const KeyLevelData& data,
             const Tracer& tracer);

template <>
struct Tokens<LevelMethod> {
  static constexpr const char* names[] = {"stars", "weighted", "two_of_three"};
};
template <>
struct Tokens<Adjustment> {
  static constexpr const char* names[] = {"none", "up", "down"};
};
template <>
struct Tokens<Feature> {
  static constexpr const char* names[] = {"strategicValue", "substitutability", "investment"};
};
template <>
struct Describe<LevelRule> {
  static constexpr const char* name = "level_rule";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(LevelRule, id, "id").required().says(ALLYMARK_DOC("id of the level")),
      ALLYMARK_FIELD(LevelRule, label, "label").required().says(ALLYMARK_DOC("shown name")),
      ALLYMARK_FIELD(LevelRule, strategy, "strategy")
          .required()
          .says(ALLYMARK_DOC("how a partner of this level is managed")),
      ALLYMARK_FIELD(LevelRule, is_key, "isKey").says(ALLYMARK_DOC("counts as a key partner")),
      ALLYMARK_FIELD(LevelRule, stars, "stars")
          .says(ALLYMARK_DOC("least strategic value; absent in the last level")),
      ALLYMARK_FIELD(LevelRule, weighted, "weighted")
          .says(ALLYMARK_DOC("least weighted mean; absent in the last level")),
      ALLYMARK_FIELD(LevelRule, features, "features")
          .says(ALLYMARK_DOC("least number of features; absent in the last level")),
      ALLYMARK_FIELD(LevelRule, minimum_stars, "minimumStars")
          .says(ALLYMARK_DOC("a step up does not reach this level with a lower strategic value")),
  };
};
#define ALLYMARK_FEATURES(T, value_text, substitutability_text, investment_text) \
  ALLYMARK_FIELD(T, strategic_value, "strategicValue")                           \
      .required()                                                                \
      .between<0, 1'000'000>()                                                   \
      .says(ALLYMARK_DOC(value_text)),                                           \
      ALLYMARK_FIELD(T, substitutability, "substitutability")                    \
          .required()                                                            \
          .between<0, 1'000'000>()                                               \
          .says(ALLYMARK_DOC(substitutability_text)),                            \
      ALLYMARK_FIELD(T, investment, "investment")                                \
          .required()                                                            \
          .between<0, 1'000'000>()                                               \
          .says(ALLYMARK_DOC(investment_text))
template <>
struct Describe<FeatureWeights> {
  static constexpr const char* name = "feature_weights";
  static constexpr Field fields[] = {
      ALLYMARK_FEATURES(FeatureWeights, "weight of strategic value",
                        "weight of substitutability, counted from the far end of the scale",
                        "weight of investment"),
  };
};
template <>
struct Describe<FeatureBounds> {
  static constexpr const char* name = "feature_bounds";
  static constexpr Field fields[] = {
      ALLYMARK_FEATURES(FeatureBounds, "counts from here", "counts up to here", "counts from here"),
  };
};
#undef ALLYMARK_FEATURES
template <>
struct Describe<AdjustmentRule> {
  static constexpr const char* name = "adjustment_rule";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(AdjustmentRule, down_from, "downFrom")
          .required()
          .says(ALLYMARK_DOC("substitutability from here: one level down")),
      ALLYMARK_FIELD(AdjustmentRule, up_to, "upTo")
          .required()
          .says(ALLYMARK_DOC("substitutability up to here and enough investment: one level up")),
      ALLYMARK_FIELD(AdjustmentRule, up_investment, "upInvestment")
          .required()
          .says(ALLYMARK_DOC("investment from here is enough for a step up")),
  };
};
template <>
struct Describe<KeyLevelRules> {
  static constexpr const char* name = "key_level_rules";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(KeyLevelRules, method, "method")
          .option()
          .required()
          .says(ALLYMARK_DOC("by stars with one step, by the weighted mean, or by how many of the "
                             "three features count")),
      ALLYMARK_FIELD(KeyLevelRules, scale, "scale")
          .required()
          .says(ALLYMARK_DOC("of the three features")),
      ALLYMARK_FIELD(KeyLevelRules, levels, "levels")
          .required()
          .at_most_long(20)
          .says(ALLYMARK_DOC("levels, best first")),
      ALLYMARK_FIELD(KeyLevelRules, adjustment, "adjustment")
          .required()
          .says(ALLYMARK_DOC("the step by substitutability and investment")),
      ALLYMARK_FIELD(KeyLevelRules, weights, "weights")
          .required()
          .says(ALLYMARK_DOC("weights of the weighted mean")),
      ALLYMARK_FIELD(KeyLevelRules, features, "features")
          .required()
          .says(ALLYMARK_DOC("what makes a feature count")),
  };
};
template <>
struct Describe<LevelOverride> {
  static constexpr const char* name = "level_override";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(LevelOverride, level, "level")
          .required()
          .says(ALLYMARK_DOC("id of a level of the pack")),
      ALLYMARK_FIELD(LevelOverride, reason, "reason")
          .required()
          .at_most_long(1000)
          .says(ALLYMARK_DOC("why; it is kept and printed")),
  };
};
template <>
struct Describe<KeyLevelData> {
  static constexpr const char* name = "key_level";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(KeyLevelData, strategic_value, "strategicValue")
          .whole()
          .says(ALLYMARK_DOC("stars: how much success depends on the partner")),
      ALLYMARK_FIELD(KeyLevelData, substitutability, "substitutability")
          .whole()
          .says(ALLYMARK_DOC("1 = hardly replaceable; blank = not used")),
      ALLYMARK_FIELD(KeyLevelData, investment, "investment")
          .whole()
          .says(ALLYMARK_DOC("what is put in; blank = not used")),
      ALLYMARK_FIELD(KeyLevelData, override_by, "override")
          .says(ALLYMARK_DOC("a person's decision in place of the rule")),
  };
};
template <>
struct Describe<LevelReading> {
  static constexpr const char* name = "level_reading";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(LevelReading, choice, "choice").says(ALLYMARK_DOC("rule")),
      ALLYMARK_FIELD(LevelReading, level, "level").nullable().says(ALLYMARK_DOC("level by it")),
      ALLYMARK_FIELD(LevelReading, chosen, "chosen").says(ALLYMARK_DOC("in force")),
  };
};
template <>
struct Describe<KeyLevelResult> {
  static constexpr const char* name = "key_level_result";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(KeyLevelResult, level, "level")
          .nullable()
          .says(ALLYMARK_DOC("in force; null = the strategic value is missing")),
      ALLYMARK_FIELD(KeyLevelResult, is_key, "isKey")
          .nullable()
          .says(ALLYMARK_DOC("counts as a key partner")),
      ALLYMARK_FIELD(KeyLevelResult, rule_level, "ruleLevel")
          .nullable()
          .says(ALLYMARK_DOC("by the rule alone")),
      ALLYMARK_FIELD(KeyLevelResult, method, "method").says(ALLYMARK_DOC("rule in force")),
      ALLYMARK_FIELD(KeyLevelResult, override_by, "override")
          .says(ALLYMARK_DOC("a person's decision in place of the rule")),
      ALLYMARK_FIELD(KeyLevelResult, carried_by, "carriedBy")
          .says(ALLYMARK_DOC("features that carry the rule's level")),
      ALLYMARK_FIELD(KeyLevelResult, adjustment, "adjustment")
          .says(ALLYMARK_DOC("one level up or down")),
      ALLYMARK_FIELD(KeyLevelResult, adjusted_by, "adjustedBy")
          .says(ALLYMARK_DOC("features that moved it")),
      ALLYMARK_FIELD(KeyLevelResult, not_used, "notUsed").says(ALLYMARK_DOC("features left blank")),
      ALLYMARK_FIELD(KeyLevelResult, score, "score")
          .nullable()
          .shown(2)
          .says(ALLYMARK_DOC("weighted mean of the features there are")),
      ALLYMARK_FIELD(KeyLevelResult, readings, "readings")
          .says(ALLYMARK_DOC("the level by each rule")),
  };
};

}  // namespace allymark
