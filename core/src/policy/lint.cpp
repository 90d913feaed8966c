#include "allymark/policy/lint.hpp"

#include <algorithm>

#include "allymark/agree/commission.hpp"
#include "allymark/base/codes.hpp"
#include "allymark/measure/weighting.hpp"
#include "allymark/policy/pack.hpp"

namespace allymark {
namespace {

constexpr std::size_t nowhere = SIZE_MAX;

/// One step of a metric's ladder from mild to grave.
struct Rung {
  std::string path;
  Decimal figure;
};

bool is_higher(const MetricDefinition& metric) { return metric.better == Better::higher; }

/// A limit on the bad side of a metric is crossed by getting worse.
bool on_bad_side(const Limit& limit, const MetricDefinition& metric) {
  return limit.above.has_value() != is_higher(metric);
}

/// The score of a figure, or the curve's end where k x d is far beyond 1,000: with a base from 1
/// and ends from 0 to 1,000 no curve goes on so far, and its formula may not fit a decimal there.
Decimal score_at(const ScoreCurve& curve, const MonthlyMetric& item, const MetricDefinition& metric,
                 Decimal figure, Decimal extreme) {
  if (!item.knots.empty()) return score(item.knots, figure);
  const Int128 distance = static_cast<Int128>(figure.nanos()) - item.target.nanos();
  const Int128 climb = distance * item.gain.nanos();
  const Int128 far = static_cast<Int128>(item.target.nanos()) * 2000 * Decimal::scale;
  if (climb > far || climb < -far) return extreme;
  // Without a gain all figures score what the target does.
  const Measured found = Measured::typed(climb == 0 ? item.target : figure);
  return score(curve, item.gain, metric.better, item.target, found).score;
}

class Linter {
 public:
  Linter(const Pack& pack, const Place& at, Findings& findings)
      : pack_(pack), root_(at.pointer()), findings_(findings) {}

  void run() {
    label_rules();
    price_years();
    count_years();
    reach_grades();
    for (const auto& metric : pack_.metrics) climb(metric.key, metric.value);
    compare_limits("/commission/deductions", pack_.commission.deductions,
                   [](const Deduction&, const Deduction&) { return false; });
    compare_limits("/scorecard/redLines", pack_.scorecard.red_lines,
                   [](const ScorecardRedLine& narrow, const ScorecardRedLine& wide) {
                     return narrow.caps > wide.caps;
                   });
    compare_limits("/trial/redLines", pack_.trial.red_lines,
                   [](const TrialRedLine&, const TrialRedLine&) { return false; });
    weigh("/trial/score/metrics", pack_.trial.score.metrics);
    weigh("/scorecard/metrics", pack_.scorecard.metrics);
    if (pack_.crisis) plan_crises(*pack_.crisis);
    if (pack_.cadence && pack_.key_level) meet_levels();
    part_bands();
    idle_rules();
  }

 private:
  /// A path below the pack: "/list", or "/list/3/member".
  std::string path(const char* list, std::size_t index = nowhere, const char* member = "") const {
    std::string result = root_ + list;
    if (index != nowhere) {
      result += '/';
      append_whole(result, static_cast<std::int64_t>(index));
    }
    return result += member;
  }
  std::string in_years(std::size_t year, const char* list, std::size_t index,
                       const char* member) const {
    std::string result = path("/commission/years", year, list) + '/';
    append_whole(result, static_cast<std::int64_t>(index));
    return result += member;
  }
  Params& add(const char* code, Severity severity, const std::string& where) {
    return findings_.add(code, severity, Place::at(where));
  }
  /// Adds a doubt that one changed value removes; an empty one takes the place out. Where there is
  /// a `copy`, it is first added to its own list once more, and the change is made there.
  template <class Value>
  Params& mend(const char* code, const std::string& where, const std::string& fix, Value to) {
    return add(code, Severity::doubt, where).with("fix", fix).with("to", to);
  }

  void label_rules() {
    for (const auto& entry : pack_.provenance) {
      if (entry.value.label) continue;
      const std::string where = path("/provenance/") + entry.key + "/label";
      add(finding_code::label_missing, Severity::note, where)
          .with("fix", where + "/zh")
          .with("to", entry.key);
    }
  }

  void price_years() {
    const CommissionRules& rules = pack_.commission;
    for (std::size_t i = 0; i < rules.years.size(); ++i) {
      const YearRules& year = rules.years[i];
      check_rates(year, i);
      const auto clause = clause_of(rules, year, rules.later_years);
      if (!clause) {
        add(finding_code::clause_undecided, Severity::block, path("/commission/years", i))
            .with("year", Decimal::whole(year.year))
            .with("fix", path("/commission/laterYears"))
            .with("to", Tokens<LaterYears>::names[static_cast<std::size_t>(LaterYears::keep)]);
        continue;
      }
      const Tier& first = clause->tiers.front();
      const bool meets = first.up_to && *first.up_to == year.target;
      if (first.up_to && !meets) {
        // Bounds that grow with the target from the first year's differ because those do.
        const bool scaled = year.tiers.empty() && rules.later_years == LaterYears::scale;
        mend(finding_code::target_differs_from_first_bound, path("/commission/years", i, "/target"),
             path("/commission/years", scaled ? 0 : i, "/target"),
             scaled ? *rules.years.front().tiers.front().up_to : *first.up_to)
            .with("target", year.target)
            .with("bound", *first.up_to);
      }
      const Tariff tariff(*clause, rules.reading);
      find_cliffs(tariff, first, i);
      cap_tiers(tariff, i);
    }
    match_months();
  }

  /// What the next tier pays for a unit is not less than the one before.
  void check_rates(const YearRules& year, std::size_t index) {
    const bool percent = by_percent(year.tiers);
    const auto rate_of = [&](const Tier& tier) {
      return (percent ? tier.rate_pct : tier.rate).value_or(Decimal{});
    };
    for (std::size_t t = 1; t < year.tiers.size(); ++t) {
      const Decimal before = rate_of(year.tiers[t - 1]);
      const Decimal rate = rate_of(year.tiers[t]);
      if (rate >= before) continue;
      const std::string where = in_years(index, "/tiers", t, percent ? "/ratePct" : "/rate");
      mend(finding_code::rate_falls, where, where, before)
          .with("rate", rate)
          .with("before", before);
    }
  }

  void find_cliffs(const Tariff& tariff, const Tier& first, std::size_t index) {
    for (const auto& cliff : tariff.cliffs()) {
      Params& params =
          add(finding_code::cliff, Severity::doubt, path("/commission/years", index))
              .with("at", cliff.at)
              .with("amount", cliff.amount)
              .with("before", cliff.before)
              .with("after", cliff.after)
              .with("cause", Tokens<CliffCause>::names[static_cast<std::size_t>(cliff.cause)]);
      const Reading& reading = tariff.reading();
      if (cliff.cause == CliffCause::tier) {
        if (reading.tiers != TierReading::marginal) {
          params.with("fix", path("/commission/reading/tiers"))
              .with("to", Tokens<TierReading>::names[0]);
        } else {
          // The excess alone climbs without a step but for the flat amount of a tier.
          params.with("fix", in_years(index, "/tiers", tariff.reached(cliff.at), "/flat"))
              .with("to", "");
        }
      } else if (reading.missed == MissedRule::flat) {
        // What every unit earns once the target is met, paid below it, too.
        const bool percent = by_percent(tariff.clause().tiers);
        Decimal rate = ratio(cliff.after.yuan(), cliff.at);
        if (percent) rate = rate * Decimal::whole(100);
        params.with("fix", path("/commission/years", index, percent ? "/missedPct" : "/missedRate"))
            .with("to", rate.rounded(4));
      } else if (first.up_to) {
        params.with("fix", path("/commission/years", index, "/target")).with("to", *first.up_to);
      }
    }
  }

  /// A tier that begins where the cap is reached earns nothing.
  void cap_tiers(const Tariff& tariff, std::size_t index) {
    const Clause& clause = tariff.clause();
    if (!clause.cap || by_percent(clause.tiers)) return;
    for (std::size_t t = 1; t < clause.tiers.size(); ++t) {
      const Decimal from = *tariff.bound(t - 1);
      if (tariff.gross(from) < *clause.cap) continue;
      mend(finding_code::tier_beyond_cap, in_years(index, "/tiers", t, ""), path("/commission/cap"),
           tariff.gross(from + Decimal::whole(1)))
          .with("bound", from)
          .with("cap", *clause.cap);
      return;
    }
  }

  void match_months() {
    const YearRules& first = pack_.commission.years.front();
    for (std::size_t i = 0; i < pack_.scorecard.metrics.size(); ++i) {
      const MonthlyMetric& monthly = pack_.scorecard.metrics[i];
      if (monthly.metric != pack_.commission.unit) continue;
      const Decimal year = monthly.target * Decimal::whole(12);
      if (year == first.target) continue;
      mend(finding_code::monthly_target_mismatch, path("/scorecard/metrics", i, "/target"),
           path("/commission/years/0/target"), year)
          .with("monthly", monthly.target)
          .with("twelve", year)
          .with("yearly", first.target);
    }
  }

  /// The term has rules for each of its contract years.
  void count_years() {
    const CommissionRules& rules = pack_.commission;
    for (std::int64_t year = 1; (year - 1) * 12 < rules.months; ++year) {
      if (year_of(rules, year) != nullptr) continue;
      // Where it is the first, the rules that stand first are meant for it.
      mend(finding_code::year_missing, path("/commission/years"),
           year == 1 ? path("/commission/years/0/year") : path("/commission/months"),
           Decimal::whole(year == 1 ? 1 : (year - 1) * 12))
          .with("year", Decimal::whole(year))
          .with("months", Decimal::whole(rules.months));
      return;
    }
  }

  struct Reach {
    Decimal least;
    Decimal most;
  };
  /// What a month can score on a curve.
  Reach reach(const ScoreCurve& curve) const {
    List<Weighted> worst;
    List<Weighted> best;
    for (const auto& item : pack_.scorecard.metrics) {
      const MetricDefinition& metric = *pack_.metrics.find(item.metric);
      const bool higher = is_higher(metric);
      worst.push_back({item.weight, score_at(curve, item, metric, higher ? metric.low : metric.high,
                                             curve.floor)});
      best.push_back({item.weight,
                      score_at(curve, item, metric, higher ? metric.high : metric.low, curve.cap)});
    }
    return {weighted_mean(worst).mean.value_or(Decimal{}).rounded(0),
            weighted_mean(best).mean.value_or(Decimal{})};
  }

  /// Bands against the least and the most that a month can score.
  void reach_grades() {
    const ScorecardRules& rules = pack_.scorecard;
    const auto [least, most] = reach(rules.curve);
    for (std::size_t i = 0; i < rules.bands.size(); ++i) {
      const Band& band = rules.bands[i];
      const bool above = band.from && most.rounded(0) < *band.from;
      const bool below = i > 0 && least >= *rules.bands[i - 1].from;
      // Only a perfect month gets there: nothing stands above the bound.
      const bool barely = band.from && !above && most <= *band.from;
      if (!above && !below && !barely) continue;
      const std::size_t bound = below ? i - 1 : i;
      const Decimal to = below   ? least + Decimal::whole(1)
                         : above ? most.rounded(0)
                                 : most.rounded(0) - Decimal::whole(1);
      Params& params =
          add(barely ? finding_code::grade_barely_reachable : finding_code::grade_unreachable,
              Severity::doubt, path("/scorecard/bands", i))
              .with("grade", Tokens<Grade>::names[static_cast<std::size_t>(band.grade)])
              .with("from", *rules.bands[bound].from)
              .with("most", below ? least : most.rounded(2));
      // Bounds fall from grade to grade: where the new one would not, the curve's own end gives
      // way; where that is not what stands in the way, the bound goes.
      const bool falls =
          below ? bound == 0 || to < *rules.bands[bound - 1].from
                : i + 1 == rules.bands.size() || to > rules.bands[i + 1].from.value_or(Decimal{});
      ScoreCurve wider = rules.curve;
      (below ? wider.floor : wider.cap) = below ? Decimal{} : *band.from + Decimal::whole(1);
      const Reach then = reach(wider);
      const bool widens = below ? then.least < *rules.bands[bound].from : then.most > *band.from;
      if (falls) {
        params.with("fix", path("/scorecard/bands", bound, "/from")).with("to", to);
      } else if (!widens) {
        params.with("fix", path("/scorecard/bands", bound)).with("to", "");
      } else if (below) {
        params.with("fix", path("/scorecard/curve/floor")).with("to", wider.floor);
      } else {
        params.with("fix", path("/scorecard/curve/cap")).with("to", wider.cap);
      }
    }
  }

  /// What is asked of a metric gets graver from the trial to the crisis, never milder.
  void climb(const std::string& id, const MetricDefinition& metric) {
    List<Rung> rungs;
    const auto step = [&](const std::string& metric_id, const Limit& limit, const char* list,
                          std::size_t index) {
      if (metric_id != id) return;
      const char* side = limit.above ? "/above" : "/below";
      const std::string where = path(list, index, side);
      const Decimal figure = limit.figure();
      const Decimal end = limit.above ? metric.high : metric.low;
      if (limit.above ? figure >= end : figure <= end) {
        never(where, path(list, index), id, figure, end);
      }
      if (on_bad_side(limit, metric)) {
        rungs.push_back({where, figure});
      } else {
        mend(finding_code::limit_on_good_side, where, path(list, index), "")
            .with("metric", id)
            .with("limit", figure);
      }
    };
    for (std::size_t i = 0; i < pack_.trial.criteria.size(); ++i) {
      if (pack_.trial.criteria[i].metric != id) continue;
      const Decimal threshold = pack_.trial.criteria[i].threshold;
      const std::string where = path("/trial/criteria", i, "/threshold");
      const Decimal end = is_higher(metric) ? metric.low : metric.high;
      if (threshold == end) never(where, path("/trial/criteria", i), id, threshold, end);
      rungs.push_back({where, threshold});
    }
    for (std::size_t i = 0; i < pack_.commission.deductions.size(); ++i) {
      const Deduction& rule = pack_.commission.deductions[i];
      step(rule.metric, rule.limit, "/commission/deductions", i);
    }
    const auto& lines = pack_.scorecard.red_lines;
    for (std::size_t grade = 0; grade < std::size(Tokens<Grade>::names); ++grade) {
      for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].caps == static_cast<Grade>(grade)) {
          step(lines[i].metric, lines[i].limit, "/scorecard/redLines", i);
        }
      }
    }
    for (std::size_t i = 0; i < pack_.trial.red_lines.size(); ++i) {
      const TrialRedLine& rule = pack_.trial.red_lines[i];
      step(rule.metric, rule.limit, "/trial/redLines", i);
    }
    for (std::size_t i = 0; pack_.crisis && i < pack_.crisis->plans.size(); ++i) {
      const CrisisPlan& plan = pack_.crisis->plans[i];
      if (plan.kind != CrisisKind::above_limit || plan.metric != id || is_higher(metric)) continue;
      const std::string where = path("/crisis/plans", i, "/limit");
      if (plan.limit >= metric.high) {
        never(where, path("/crisis/plans", i), id, plan.limit, metric.high);
      }
      rungs.push_back({where, plan.limit});
    }
    for (std::size_t i = 1; i < rungs.size(); ++i) {
      const Decimal mild = rungs[i - 1].figure;
      const Decimal grave = rungs[i].figure;
      if (is_higher(metric) ? grave <= mild : grave >= mild) continue;
      mend(finding_code::ladder_not_monotone, rungs[i].path, rungs[i].path, mild)
          .with("metric", id)
          .with("grave", grave)
          .with("mild", mild)
          .with("other", rungs[i - 1].path);
    }
  }

  /// A limit at the end of its metric's range, which no figure crosses.
  void never(const std::string& where, const std::string& entry, const std::string& metric,
             Decimal limit, Decimal end) {
    mend(finding_code::rule_never_applies, where, entry, "")
        .with("metric", metric)
        .with("limit", limit)
        .with("end", end);
  }

  /// Of two neighbouring rules the upper one must begin above the lower one's end.
  void part(const char* upper, Decimal from, const char* lower, Decimal to) {
    mend(finding_code::rules_overlap, path(upper), path(upper), to + Decimal::whole(1))
        .with("limit", from)
        .with("other", path(lower));
  }
  void part_bands() {
    if (pack_.adjustment && pack_.adjustment->raise_from < pack_.adjustment->lower_below) {
      part("/adjustment/raiseFrom", pack_.adjustment->raise_from, "/adjustment/lowerBelow",
           pack_.adjustment->lower_below);
    }
    if (pack_.key_level &&
        pack_.key_level->adjustment.down_from <= pack_.key_level->adjustment.up_to) {
      part("/keyLevel/adjustment/downFrom", pack_.key_level->adjustment.down_from,
           "/keyLevel/adjustment/upTo", pack_.key_level->adjustment.up_to);
    }
  }

  /// Rules that act and change nothing.
  void idle(const char* list, std::size_t index) {
    mend(finding_code::rule_without_effect, path(list, index), path(list, index), "");
  }
  void idle_rules() {
    const auto& deductions = pack_.commission.deductions;
    for (std::size_t i = 0; i < deductions.size(); ++i) {
      if (deductions[i].percent.is_zero()) idle("/commission/deductions", i);
    }
    const auto& lines = pack_.scorecard.red_lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].caps == Grade::excellent) idle("/scorecard/redLines", i);
    }
  }

  /// Limits of one list on the same metric and side: of two alike in effect both claim the case
  /// beyond the farther one; `does_more` says that the farther one adds something.
  template <class Rule, class DoesMore>
  void compare_limits(const char* list, const List<Rule>& rules, DoesMore does_more) {
    for (std::size_t i = 0; i < rules.size(); ++i) {
      for (std::size_t j = 0; j < rules.size(); ++j) {
        const Limit& a = rules[i].limit;
        const Limit& b = rules[j].limit;
        if (i == j || rules[i].metric != rules[j].metric ||
            a.above.has_value() != b.above.has_value())
          continue;
        // `a` lies beyond `b`, or where it does, after it.
        const bool beyond = a.above ? a.figure() > b.figure() : a.figure() < b.figure();
        if (!(beyond || (a.figure() == b.figure() && i > j)) || does_more(rules[i], rules[j]))
          continue;
        mend(finding_code::rules_overlap, path(list, i), path(list, i), "")
            .with("metric", rules[i].metric)
            .with("limit", a.figure())
            .with("other", path(list, j));
      }
    }
  }

  /// Weights that count for nothing, and unequal ones that look like percentages but are none: the
  /// change gives every entry's `member` its share, to a hundredth, so that each counts as before.
  template <class Item>
  void weigh(const char* list, const List<Item>& items) {
    Decimal sum;
    bool alike = true;
    for (std::size_t i = 0; i < items.size(); ++i) {
      sum = sum + items[i].weight;
      alike = alike && items[i].weight == items[0].weight;
      if (!items[i].weight.is_zero()) continue;
      const std::string where = path(list, i, "/weight");
      mend(finding_code::weight_zero, where, where, Decimal::whole(1))
          .with("metric", items[i].metric);
    }
    const Decimal hundred = Decimal::whole(100);
    if (alike || sum == hundred) return;
    std::string shares;
    Decimal counted;
    Decimal given;
    for (const Item& item : items) {
      counted = counted + item.weight;
      // What is rounded of the sum so far adds up to the whole.
      const Decimal upto = ratio(counted * hundred, sum).rounded(2);
      if (!shares.empty()) shares += ' ';
      (upto - given).append_to(shares);
      given = upto;
    }
    const std::string where = path(list);
    add(finding_code::weights_not_hundred, Severity::note, where)
        .with("sum", sum)
        .with("fix", where)
        .with("member", "weight")
        .with("to", shares);
  }

  void plan_crises(const CrisisRules& rules) {
    for (std::size_t i = 0; i < rules.plans.size(); ++i) {
      const CrisisPlan& plan = rules.plans[i];
      for (std::size_t s = 0; s < plan.steps.size(); ++s) {
        const CrisisStep& step = plan.steps[s];
        if (step.fallback || step.days <= plan.clock_days) continue;
        const std::string clock = path("/crisis/plans", i, "/clockDays");
        mend(finding_code::step_after_clock, path("/crisis/plans", i), clock,
             Decimal::whole(step.days))
            .with("step", step.id)
            .with("days", Decimal::whole(step.days))
            .with("clock", Decimal::whole(plan.clock_days));
      }
      for (std::size_t j = 0; j < i; ++j) {
        if (!claims_same(plan, rules.plans[j])) continue;
        Params& params = mend(finding_code::rules_overlap, path("/crisis/plans", i),
                              path("/crisis/plans", i), "")
                             .with("other", path("/crisis/plans", j));
        if (plan.kind != CrisisKind::event) {
          params.with("metric", plan.metric).with("limit", plan.limit);
        }
      }
    }
  }

  static bool claims_same(const CrisisPlan& a, const CrisisPlan& b) {
    if (a.kind != b.kind) return false;
    if (a.kind != CrisisKind::event) return a.metric == b.metric;
    for (const EventKind one : a.events) {
      for (const EventKind other : b.events) {
        if (one == other) return true;
      }
    }
    return false;
  }

  /// Where the first meetings with a level stand, or the count of all.
  std::size_t meetings_of(const std::string& level) const {
    const auto& list = pack_.cadence->frequencies;
    std::size_t i = 0;
    while (i < list.size() && list[i].level != level) ++i;
    return i;
  }
  /// Each key level meets somebody; if not, it does as the level before it, or the next.
  void meet_levels() {
    const auto& levels = pack_.key_level->levels;
    const std::size_t count = pack_.cadence->frequencies.size();
    for (std::size_t i = 0; i < levels.size(); ++i) {
      if (meetings_of(levels[i].id) < count) continue;
      const std::size_t beside = i > 0 ? i - 1 : std::min<std::size_t>(1, levels.size() - 1);
      const std::size_t like = std::min(meetings_of(levels[beside].id), count - 1);
      mend(finding_code::level_without_meetings, path("/cadence/frequencies"),
           path("/cadence/frequencies", count, "/level"), levels[i].id)
          .with("copy", path("/cadence/frequencies", like))
          .with("level", levels[i].id);
    }
  }

  const Pack& pack_;
  std::string root_;
  Findings& findings_;
};

}  // namespace

void lint(const Pack& pack, const Place& at, Findings& findings) {
  Linter(pack, at, findings).run();
}

}  // namespace allymark
