#include "allymark/manage/crisis.hpp"

#include "allymark/base/codes.hpp"
#include "allymark/base/order.hpp"

namespace allymark {
namespace {

const MonthlyMetric* scored(const ScorecardRules& scorecard, const std::string& metric) {
  for (const auto& rule : scorecard.metrics) {
    if (rule.metric == metric) return &rule;
  }
  return nullptr;
}

template <class List>
const auto* find_id(const List& list, const std::string& id) {
  for (const auto& item : list) {
    if (item.id == id) return &item;
  }
  return static_cast<decltype(&list.front())>(nullptr);
}

/// One plan followed through the months and events up to a date: it fires, closes and may fire
/// again; what counts is how it stands at the end.
class Watch {
 public:
  Watch(const CrisisRules& rules, const CrisisPlan& plan, const ScorecardRules& scorecard,
        const List<const MonthData*>& known, const CrisisFacts& facts, Date as_of, const Place& at,
        Findings& findings)
      : rules_(rules),
        plan_(plan),
        scorecard_(scorecard),
        known_(known),
        facts_(facts),
        as_of_(as_of),
        at_(at),
        findings_(findings) {}

  Crisis run(const Keyed<MetricDefinition>& metrics) {
    result_.id = plan_.id;
    result_.kind = plan_.kind;
    if (plan_.kind == CrisisKind::event) {
      follow_events();
    } else {
      result_.metric = plan_.metric;
      result_.unit = metrics.find(plan_.metric)->unit;
      follow_months();
    }
    if (result_.fired_on) burn();
    remark();
    return std::move(result_);
  }

 private:
  /// What one month says about the plan.
  struct Look {
    std::optional<Measured> found;
    Maybe<Decimal> target;
    Decimal limit;
    bool beyond = false;
    bool small_base = false;
  };

  Look look(const MonthData* data) const {
    Look result;
    const Measurement* measurement = data == nullptr ? nullptr : data->metrics.find(plan_.metric);
    result.found = measured(measurement);
    result.limit = plan_.limit;
    const bool below = plan_.kind == CrisisKind::below_target;
    if (below) {
      const bool own = measurement != nullptr && measurement->target;
      result.target = own ? *measurement->target : scored(scorecard_, plan_.metric)->target;
      result.limit = ratio(*result.target * plan_.limit, Decimal::whole(100));
    }
    if (!result.found) return result;
    const int side = result.found->compare(result.limit);
    result.beyond = below ? side < 0 : side > 0;
    result.small_base =
        result.found->counted() && result.found->of() < Decimal::whole(plan_.smallest_base);
    return result;
  }

  void follow_months() {
    if (known_.empty()) return;
    const Month last = as_of_.last_complete_month();
    std::size_t next = 0;
    std::int64_t run = 0;
    Look latest;
    for (Month month = known_.front()->month; month <= last; month = month.plus(1)) {
      const bool is_known = next < known_.size() && known_[next]->month == month;
      latest = look(is_known ? known_[next++] : nullptr);
      run = latest.beyond ? run + 1 : 0;
      if (!result_.fired_on) {
        collect(latest, month);
        if (run >= plan_.months) fire(month.last_day(), Date::clamped(month, 1), latest.small_base);
      } else if (latest.found && !latest.beyond) {
        close(month.last_day(), month);
      }
      if (!latest.found && last.index() - month.index() < plan_.months) miss(month);
    }
    result_.month = last;
    result_.months = CrisisRun{run, plan_.months};
    result_.target = latest.target;
    result_.limit = latest.limit;
    if (!latest.found) return;
    const Decimal value = latest.found->value();
    result_.value = value;
    const bool below = plan_.kind == CrisisKind::below_target;
    result_.distance = below ? value - latest.limit : latest.limit - value;
    result_.small_base = result_.small_base || latest.small_base;
    if (run > 0 || (!below && is_close(*latest.found))) near();
  }

  /// Keeps the months of the present run as evidence.
  void collect(const Look& look, Month month) {
    if (!look.beyond) {
      result_.evidence.clear();
    } else {
      result_.evidence.push_back({month, look.found->value(), look.limit});
    }
  }

  bool is_close(const Measured& found) const {
    const Decimal from =
        ratio(plan_.limit * (Decimal::whole(100) - rules_.near_percent), Decimal::whole(100));
    return found.compare(from) >= 0;
  }

  void miss(Month month) {
    findings_.add(finding_code::crisis_month_missing, Severity::doubt, at_, "months")
        .with("plan", plan_.id)
        .with("metric", plan_.metric)
        .with("month", month.text());
  }

  void near() {
    if (!result_.fired_on) result_.state = CrisisState::near;
  }

  /// Fires; steps done from `since` on count.
  void fire(Date day, Date since, bool small_base) {
    result_.fired_on = day;
    since_ = since;
    result_.small_base = small_base;
  }

  Maybe<Date> done(const CrisisStep& step) const {
    Maybe<Date> first;
    for (const auto& entry : facts_.done) {
      if (entry.plan != plan_.id || entry.step != step.id) continue;
      if (entry.done < since_ || entry.done > as_of_) continue;
      if (!first || entry.done < *first) first = entry.done;
    }
    return first;
  }

  /// The day the last step was done, or `least` when that is later; nothing while one is open.
  Maybe<Date> all_done(Date least) const {
    for (const auto& step : plan_.steps) {
      if (step.fallback) continue;
      const auto day = done(step);
      if (!day) return std::nullopt;
      if (*day > least) least = *day;
    }
    return least;
  }

  /// Closes when all steps were done while `inside`, a full month back in its limit that ended on
  /// `end`, was the last complete one.
  void close(Date end, Month inside) {
    const auto day = all_done(end);
    if (day && *day <= as_of_ && day->last_complete_month() == inside) put_out(*day);
  }
  void put_out(Date day) {
    result_.closed_on = day;
    result_.fired_on.reset();
    result_.evidence.clear();
    result_.small_base = false;
  }

  enum class Weight : std::uint8_t { fires, unclear, notice };
  Weight weigh(const EventData& event) const {
    if (plan_.fires == EventRule::any) return Weight::fires;
    if (event.control && *event.control) return Weight::fires;
    if (!event.share) return Weight::unclear;
    return *event.share >= plan_.share ? Weight::fires : Weight::notice;
  }

  bool concerns(const EventData& event) const {
    if (event.date > as_of_) return false;
    for (const EventKind kind : plan_.events) {
      if (kind == event.kind) return true;
    }
    return false;
  }

  void follow_events() {
    List<const EventData*> events;
    for (const auto& event : facts_.events) {
      if (concerns(event)) events.push_back(&event);
    }
    sort(events, [](const EventData* a, const EventData* b) { return a->date < b->date; });
    Maybe<Date> quiet_since;  // a full month after the last event that fires
    const EventData* suspected = nullptr;
    const auto try_close = [&](Date before) {
      if (!result_.fired_on) return;
      const auto day = all_done(*quiet_since);
      if (!day || *day > before) return;
      put_out(*day);
      result_.event.reset();
    };
    for (const EventData* event : events) {
      const Weight weight = weigh(*event);
      if (weight == Weight::notice) {
        note(finding_code::ownership_notice, Severity::note, *event)
            .with("share", *event->share)
            .with("needed", plan_.share);
        continue;
      }
      if (weight == Weight::unclear) {
        note(finding_code::ownership_share_missing, Severity::doubt, *event);
      }
      if (event->state == EventState::suspected || weight == Weight::unclear) {
        suspected = event;
        continue;
      }
      try_close(event->date.plus_days(-1));
      quiet_since = event->date.plus_months(1);
      if (result_.fired_on) continue;
      fire(event->date, event->date, false);
      result_.event = *event;
    }
    try_close(as_of_);
    if (suspected == nullptr || result_.fired_on) return;
    if (result_.closed_on && suspected->date <= *result_.closed_on) return;
    result_.event = *suspected;
    near();
  }

  Params& note(const char* code, Severity severity, const EventData& event) {
    const auto index = static_cast<std::size_t>(&event - facts_.events.data());
    const Place list = at_.member("events");
    return findings_.add(code, severity, list.index(index))
        .with("plan", plan_.id)
        .with("date", event.date.text());
  }

  /// What has to be done while it burns.
  void burn() {
    result_.state = CrisisState::fired;
    result_.may_resume = false;
    const Date ends = result_.fired_on->plus_days(static_cast<int>(plan_.clock_days));
    result_.clock = CrisisClock{ends, ends.serial() - as_of_.serial()};
    for (const auto& step : plan_.steps) {
      CrisisStepResult row;
      row.step = step.id;
      row.owner = step.owner;
      row.due = result_.fired_on->plus_days(static_cast<int>(step.days));
      row.done = done(step);
      row.fallback = step.fallback;
      const std::int64_t late = (row.done ? *row.done : as_of_).serial() - row.due.serial();
      row.late_days = late > 0 ? late : 0;
      result_.steps.push_back(std::move(row));
    }
  }

  void remark() {
    if (result_.state == CrisisState::quiet) return;
    const bool fired = result_.state == CrisisState::fired;
    const Place place = at_.member(plan_.kind == CrisisKind::event ? "events" : "months");
    Params& params = findings_
                         .add(fired ? finding_code::crisis_fired : finding_code::crisis_near,
                              fired ? Severity::block : Severity::doubt, place)
                         .with("plan", plan_.id);
    if (fired) params.with("date", result_.fired_on->text());
    if (!result_.small_base) return;
    findings_.add(finding_code::crisis_small_base, Severity::doubt, place)
        .with("plan", plan_.id)
        .with("metric", plan_.metric)
        .with("least", Decimal::whole(plan_.smallest_base));
  }

  const CrisisRules& rules_;
  const CrisisPlan& plan_;
  const ScorecardRules& scorecard_;
  const List<const MonthData*>& known_;
  const CrisisFacts& facts_;
  Date as_of_;
  const Place& at_;
  Findings& findings_;
  Date since_;
  Crisis result_;
};

void check_plan(const CrisisPlan& plan, const Keyed<MetricDefinition>& metrics,
                const ScorecardRules& scorecard, const Keyed<Label>& roles, const Place& at,
                Errors& errors) {
  if (plan.kind == CrisisKind::event) {
    if (plan.events.empty()) errors.add(error_code::empty_list, at, "events");
  } else {
    // A scorecard without metrics is an error of its own.
    const bool known = plan.kind == CrisisKind::below_target && !scorecard.metrics.empty()
                           ? scored(scorecard, plan.metric) != nullptr
                           : metrics.find(plan.metric) != nullptr;
    if (!known) {
      errors.add(error_code::unknown_metric, at, "metric").with("metric", plan.metric);
    }
    check_target(plan.limit, at, "limit", errors);
  }
  const Place list = at.member("steps");
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    const CrisisStep& step = plan.steps[i];
    const Place item = list.index(i);
    if (find_id(plan.steps, step.id) != &step) {
      errors.add_duplicate(item, "id", step.id);
    }
    if (roles.find(step.owner) == nullptr) {
      errors.add(error_code::unknown_id, item, "owner").with("id", step.owner);
    }
  }
}

void explain_months(const Crisis& result, const CrisisPlan& plan, const Tracer& tracer) {
  const char* rule = "crisis.months";
  const char* unit = Tokens<Unit>::names[static_cast<std::size_t>(*result.unit)];
  if (result.target) {
    tracer.step("limit", rule, "percent_of_target")
        .with("target", *result.target, unit)
        .with("percent", plan.limit, "percent")
        .gives(*result.limit, unit);
  }
  if (result.distance) {
    const bool below = plan.kind == CrisisKind::below_target;
    tracer.step("distance", rule, below ? "value_less_limit" : "limit_less_value")
        .with("value", *result.value, unit)
        .with("limit", *result.limit, unit)
        .gives(*result.distance, unit);
  }
  Step& state = tracer.step("state", rule, "crisis_run");
  for (const auto& month : result.evidence) {
    state.with(month.month.text(), month.value, unit).with("limit", month.limit, unit);
  }
  state.with("run", Decimal::whole(static_cast<std::int64_t>(result.evidence.size())), "months")
      .with("needed", Decimal::whole(plan.months), "months")
      .gives(Tokens<CrisisState>::names[static_cast<std::size_t>(result.state)]);
}

}  // namespace

void check(const CrisisRules& rules, const Keyed<MetricDefinition>& metrics,
           const ScorecardRules& scorecard, const Keyed<Label>& roles, const Place& at,
           Errors& errors) {
  const Place list = at.member("plans");
  for (std::size_t i = 0; i < rules.plans.size(); ++i) {
    const Place item = list.index(i);
    if (find_id(rules.plans, rules.plans[i].id) != &rules.plans[i]) {
      errors.add_duplicate(item, "id", rules.plans[i].id);
    }
    check_plan(rules.plans[i], metrics, scorecard, roles, item, errors);
  }
}

void check(const List<CrisisStepDone>& done, const CrisisRules& rules, const Place& at,
           Errors& errors) {
  for (std::size_t i = 0; i < done.size(); ++i) {
    const Place item = at.index(i);
    const CrisisPlan* plan = find_id(rules.plans, done[i].plan);
    if (plan == nullptr) {
      errors.add(error_code::unknown_id, item, "plan").with("id", done[i].plan);
    } else if (find_id(plan->steps, done[i].step) == nullptr) {
      errors.add(error_code::unknown_id, item, "step").with("id", done[i].step);
    }
  }
}

List<Crisis> watch(const CrisisRules& rules, const Keyed<MetricDefinition>& metrics,
                   const ScorecardRules& scorecard, const CrisisFacts& facts, Date as_of,
                   const Place& at, Findings& findings) {
  List<const MonthData*> known;
  for (const auto& month : facts.months) {
    if (month.month <= as_of.last_complete_month()) known.push_back(&month);
  }
  sort(known, [](const MonthData* a, const MonthData* b) { return a->month < b->month; });
  List<Crisis> result;
  for (const auto& plan : rules.plans) {
    result.push_back(Watch(rules, plan, scorecard, known, facts, as_of, at, findings).run(metrics));
  }
  return result;
}

void explain(const List<Crisis>& plans, const CrisisRules& rules, const Tracer& tracer) {
  for (std::size_t i = 0; i < plans.size(); ++i) {
    const Crisis& result = plans[i];
    const CrisisPlan& plan = rules.plans[i];
    const Place place = tracer.place().index(i);
    const Tracer below = tracer.under(place);
    if (result.metric) {
      if (result.limit) explain_months(result, plan, below);
    } else if (result.event) {
      const EventData& event = *result.event;
      below.step("state", "crisis.events", "crisis_event")
          .with("date", event.date.text(), "")
          .with("event", Tokens<EventKind>::names[static_cast<std::size_t>(event.kind)], "")
          .gives(Tokens<CrisisState>::names[static_cast<std::size_t>(result.state)]);
    }
    if (!result.clock) continue;
    below.step("clock/daysLeft", "crisis.steps", "days_until")
        .with("from", result.fired_on->text(), "")
        .with("clockDays", Decimal::whole(plan.clock_days), "days")
        .with("ends", result.clock->ends.text(), "")
        .gives(Decimal::whole(result.clock->days_left), "days");
  }
}

}  // namespace allymark
