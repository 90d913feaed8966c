#include "allymark/select/readiness.hpp"

#include "allymark/base/codes.hpp"
#include "allymark/measure/weighting.hpp"

namespace allymark {
namespace {

bool says_something(const std::string& text) {
  return text.find_first_not_of(" \t\r\n") != std::string::npos;
}

Decimal percent(Decimal part, std::int64_t of) {
  return ratio(part * Decimal::whole(100), Decimal::whole(of));
}

const ItemGroup* group_of(const List<ItemGroup>& groups, std::string_view id) {
  for (const auto& group : groups) {
    if (group.id == id) return &group;
  }
  return nullptr;
}

/// The mean if each missing score were the highest there is.
Maybe<Decimal> best_mean(const AbilityRules& rules, List<Weighted> items) {
  for (auto& item : items) {
    if (!item.value) item.value = rules.scale.high;
  }
  return weighted_mean(items).mean;
}

void judge_ability(const AbilityRules& rules, const Keyed<AbilityScore>& scores, const Place& at,
                   Findings& findings, AbilityResult& result) {
  result.needed = rules.pass;
  result.dimensions = List<DimensionResult>(rules.dimensions.size());
  List<Weighted> items;
  std::int64_t scored = 0;
  std::int64_t bare = 0;
  Maybe<Decimal> lowest;
  for (std::size_t i = 0; i < rules.dimensions.size(); ++i) {
    const AbilityDimension& rule = rules.dimensions[i];
    DimensionResult& row = result.dimensions[i];
    row.id = rule.id;
    row.minimum = rule.minimum;
    if (const AbilityScore* given = scores.find(rule.id)) {
      row.score = given->score;
      row.has_evidence = says_something(given->evidence);
    }
    items.push_back({rule.weight, row.score});
    if (row.score) {
      ++scored;
      if (!row.has_evidence) ++bare;
      if (!lowest || *row.score < *lowest) {
        lowest = row.score;
        result.weakest.clear();
      }
      if (*row.score == *lowest) result.weakest.push_back(rule.id);
      if (rule.minimum && *row.score < *rule.minimum) result.vetoes.push_back(rule.id);
    }
  }
  result.mean = weighted_mean(items).mean;
  const auto dimensions = static_cast<std::int64_t>(items.size());
  if (!result.vetoes.empty() || *best_mean(rules, items) < rules.pass) {
    result.able = Signal::no;
  } else if (scored == dimensions) {
    result.able = Signal::yes;
  }
  if (scored < dimensions) {
    findings.add(finding_code::ability_missing, Severity::doubt, at)
        .with("missing", Decimal::whole(dimensions - scored))
        .with("of", Decimal::whole(dimensions));
  }
  if (scored > 0) result.without_evidence = percent(Decimal::whole(bare), scored);
  if (bare > 0) {
    findings.add(finding_code::evidence_missing, Severity::doubt, at)
        .with("missing", Decimal::whole(bare))
        .with("of", Decimal::whole(scored));
  }
  if (result.able == Signal::no) {
    Params& params = findings.add(finding_code::not_able, Severity::doubt, at);
    if (result.mean) params.with("mean", result.mean->rounded(2));
    params.with("needed", rules.pass);
  }
}

void cover(const ReadinessRules& rules, const Keyed<Keyed<NeedState>>& needs, const Place& at,
           Findings& findings, List<Coverage>& result) {
  result = List<Coverage>(rules.needs.size());
  std::int64_t unknown = 0;
  std::int64_t all = 0;
  for (std::size_t i = 0; i < rules.needs.size(); ++i) {
    const ItemGroup& group = rules.needs[i];
    Coverage& row = result[i];
    row.group = group.id;
    const Keyed<NeedState>* given = needs.find(group.id);
    for (const auto& item : group.items) {
      const NeedState* state = given == nullptr ? nullptr : given->find(item.id);
      switch (state == nullptr ? NeedState::unknown : *state) {
        case NeedState::met: ++row.met; break;
        case NeedState::partly: ++row.partly; break;
        case NeedState::unmet: ++row.unmet; break;
        case NeedState::unknown: ++row.unknown; break;
      }
    }
    const std::int64_t known = row.met + row.partly + row.unmet;
    if (known > 0) {
      const Decimal covered =
          Decimal::whole(row.met * 100) + Decimal::whole(row.partly) * rules.partly;
      row.coverage = ratio(covered, Decimal::whole(known));
    }
    unknown += row.unknown;
    all += known + row.unknown;
  }
  if (unknown > 0) {
    findings.add(finding_code::needs_unknown, Severity::note, at)
        .with("unknown", Decimal::whole(unknown))
        .with("of", Decimal::whole(all));
  }
}

void note_willingness(const WillingnessResult& result, const Place& at, Findings& findings) {
  if (result.willing == Signal::yes) return;
  const bool unwilling = result.willing == Signal::no;
  findings
      .add(unwilling ? finding_code::unwilling : finding_code::willingness_unknown,
           unwilling ? Severity::block : Severity::doubt, at)
      .with("yes", Decimal::whole(result.count.yes))
      .with("unknown", Decimal::whole(result.count.unknown))
      .with("of", Decimal::whole(result.of))
      .with("needed", Decimal::whole(result.needed));
}

}  // namespace

void check(const ReadinessRules& rules, const Place& at, Errors& errors) {
  const Place ability = at.member("ability");
  const Place dimensions = ability.member("dimensions");
  check(rules.ability.scale, ability.member("scale"), errors);
  check_rating(rules.ability.pass, rules.ability.scale, ability.member("pass"), errors);
  bool weighed = false;
  for (std::size_t i = 0; i < rules.ability.dimensions.size(); ++i) {
    const AbilityDimension& rule = rules.ability.dimensions[i];
    for (std::size_t j = 0; j < i; ++j) {
      if (rules.ability.dimensions[j].id != rule.id) continue;
      errors.add_duplicate(dimensions.index(i), "id", rule.id);
      break;
    }
    weighed = weighed || !rule.weight.is_zero();
    check_rating(rule.minimum, rules.ability.scale, dimensions.index(i).member("minimum"), errors);
  }
  if (rules.ability.dimensions.empty()) {
    errors.add(error_code::empty_list, dimensions);
  } else if (!weighed) {
    errors.add(error_code::weights_sum_zero, dimensions);
  }
  const Place willingness = at.member("willingness");
  check(rules.willingness.signals, willingness.member("signals"), errors);
  const auto signals = static_cast<std::int64_t>(rules.willingness.signals.size());
  if (rules.willingness.needed > signals) {
    errors.add(error_code::above_maximum, willingness, "needed")
        .with("maximum", Decimal::whole(signals))
        .with("value", Decimal::whole(rules.willingness.needed));
  }
  if (!rules.needs.empty()) check(rules.needs, at.member("needs"), errors);
  if (!rules.offers.empty()) check(rules.offers, at.member("offers"), errors);
  if (!rules.channels.empty()) check(rules.channels, at.member("channels"), errors);
}

void check(const ReadinessFacts& facts, const ReadinessRules& rules, const Place& at,
           Errors& errors) {
  const Place ability = at.member("ability");
  for (const auto& entry : facts.ability) {
    const Place dimension = ability.key(entry.key);
    bool known = false;
    for (const auto& rule : rules.ability.dimensions) known = known || rule.id == entry.key;
    if (!known) errors.add(error_code::unknown_item, dimension).with("id", entry.key);
    check_rating(entry.value.score, rules.ability.scale, dimension.member("score"), errors);
  }
  check_items(facts.signals, rules.willingness.signals, at.member("willingness/signals"), errors);
  const Place needs = at.member("needs");
  for (const auto& entry : facts.needs) {
    const Place place = needs.key(entry.key);
    if (const ItemGroup* group = group_of(rules.needs, entry.key)) {
      check_items(entry.value, group->items, place, errors);
    } else {
      errors.add(error_code::unknown_group, place).with("group", entry.key);
    }
  }
  for (std::size_t i = 0; i < facts.offers.size(); ++i) {
    check_item(facts.offers[i], rules.offers, at.member("offers").index(i), errors);
  }
  if (facts.sourcing) check_item(*facts.sourcing, rules.channels, at.member("sourcing"), errors);
}

WillingnessResult judge_willingness(const WillingnessRules& rules, const Keyed<Signal>& signals) {
  WillingnessResult result;
  result.count = count(signals, rules.signals);
  result.of = static_cast<std::int64_t>(rules.signals.size());
  result.needed = rules.needed;
  if (result.count.yes >= rules.needed) {
    result.willing = Signal::yes;
  } else if (result.count.yes + result.count.unknown < rules.needed) {
    result.willing = Signal::no;
  }
  return result;
}

void judge_readiness(const ReadinessRules& rules, const ReadinessFacts& facts, const Place& at,
                     Findings& findings, Readiness& result) {
  judge_ability(rules.ability, facts.ability, at.member("ability"), findings, result.ability);
  result.willingness = judge_willingness(rules.willingness, facts.signals);
  note_willingness(result.willingness, at.member("willingness"), findings);
  const Signal able = result.ability.able;
  const Signal willing = result.willingness.willing;
  if (able != Signal::unknown && willing != Signal::unknown) {
    result.quadrant =
        static_cast<Quadrant>((able == Signal::yes ? 0 : 2) + (willing == Signal::yes ? 0 : 1));
  }
  cover(rules, facts.needs, at.member("needs"), findings, result.needs);
  result.offers = facts.offers;
  result.sourcing = facts.sourcing;
}

}  // namespace allymark
