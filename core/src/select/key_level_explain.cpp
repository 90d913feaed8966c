#include "allymark/select/key_level.hpp"

namespace allymark {

namespace {

constexpr char strategic_value[] = "strategicValue";
constexpr char substitutability[] = "substitutability";
constexpr char investment[] = "investment";

}  // namespace

void explain(const KeyLevelResult& result, const KeyLevelRules& rules, const KeyLevelData& data,
             const Tracer& tracer) {
  const auto put = [&](Step& step) {
    if (data.strategic_value) step.with(strategic_value, *data.strategic_value, "stars");
    if (data.substitutability) step.with(substitutability, *data.substitutability, "stars");
    if (data.investment) step.with(investment, *data.investment, "stars");
  };
  if (result.score) {
    Step& mean = tracer.step("score", "keyLevel.weighted", "level_mean");
    put(mean);
    mean.with("strategicValue.weight", rules.weights.strategic_value, "weight")
        .with("substitutability.weight", rules.weights.substitutability, "weight")
        .with("investment.weight", rules.weights.investment, "weight")
        .gives(result.score->rounded(2), "stars");
  }
  if (result.rule_level) {
    static constexpr const char* rule[] = {"keyLevel.stars", "keyLevel.weighted",
                                           "keyLevel.twoOfThree"};
    static constexpr const char* ops[] = {"level_by_stars", "level_by_mean", "level_by_features"};
    const auto method = static_cast<std::size_t>(rules.method);
    Step& step = tracer.step("level", rule[method], ops[method]);
    std::string_view found = *result.rule_level;
    if (rules.method == LevelMethod::weighted) {
      step.with("score", result.score->rounded(2), "stars");
    } else if (rules.method == LevelMethod::two_of_three) {
      const auto counted = static_cast<std::int64_t>(result.carried_by.size());
      step.with("features", Decimal::whole(counted), "features");
    } else {
      step.with(strategic_value, *data.strategic_value, "stars");
      found = result.stars_level;
    }
    step.gives(found);
    if (result.adjustment != Adjustment::none) {
      const bool down = result.adjustment == Adjustment::down;
      Step& moved =
          tracer.step("level", "keyLevel.adjustment", down ? "one_level_down" : "one_level_up");
      moved.with(substitutability, *data.substitutability, "stars");
      if (!down) moved.with(investment, *data.investment, "stars");
      moved.gives(*result.rule_level);
    }
  }
  if (result.override_by) {
    tracer.step("level", "keyLevel.override", "overridden")
        .with("reason", result.override_by->reason, "text")
        .gives(result.override_by->level);
  }
}

}  // namespace allymark
