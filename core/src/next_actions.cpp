#include "allymark/next_actions.hpp"

#include "allymark/assess.hpp"
#include "allymark/base/codes.hpp"
#include "allymark/base/order.hpp"

namespace allymark {
namespace {

class Collector {
 public:
  Collector(const Assessment& assessment, Maybe<Date> as_of) : found_(assessment), as_of_(as_of) {}

  List<NextAction> run(const List<ActionRule>& rules) {
    for (const auto& rule : rules) {
      rule_ = &rule;
      List<NextAction> before = std::move(actions_);
      actions_.clear();
      collect();
      sort(actions_, [](const NextAction& a, const NextAction& b) {
        return a.due && (!b.due || *a.due < *b.due);
      });
      for (auto& action : actions_) before.push_back(std::move(action));
      actions_ = std::move(before);
    }
    return std::move(actions_);
  }

 private:
  /// Adds an action of the present rule and returns its params, to be filled at once.
  Params& add(const Place& from, Maybe<Date> due, const std::string* owner = nullptr) {
    NextAction action;
    action.code = rule_->code;
    action.owner = owner != nullptr ? *owner : rule_->owner;
    action.due = due;
    if (due && as_of_ && *as_of_ > *due) action.late_days = as_of_->serial() - due->serial();
    action.path = from.pointer();
    actions_.push_back(std::move(action));
    return actions_.back().params;
  }

  /// The rule's own deadline after a day.
  Maybe<Date> after(Maybe<Date> day) const {
    if (!day || !rule_->days) return std::nullopt;
    return day->plus_days(static_cast<int>(*rule_->days));
  }

  void collect() {
    switch (rule_->code) {
      case ActionCode::crisis_step: return crisis_steps();
      case ActionCode::decide_exit: return exits(RouteState::open);
      case ActionCode::negotiate_plan: return exits(RouteState::plan_required);
      case ActionCode::stop_investment: return stop_investment();
      case ActionCode::run_trial: return run_trial();
      case ActionCode::end_trial: return on_verdict(Verdict::stop);
      case ActionCode::retry_trial: return on_verdict(Verdict::retry);
      case ActionCode::sign_contract: return on_verdict(Verdict::sign);
      case ActionCode::measure_criterion: return measure();
      case ActionCode::finish_diligence: return finish_diligence();
      case ActionCode::decide_clause: return decide_clause();
      case ActionCode::improvement_plan: return on_grade(Grade::poor);
      case ActionCode::watch_and_help: return on_grade(Grade::fair);
      case ActionCode::complete_month: return complete_month();
      case ActionCode::hold_meeting: return meetings();
      case ActionCode::hold_workshop: return workshop();
      case ActionCode::renewal_date: return renewal();
      case ActionCode::name_backup: break;
    }
    if (found_.backup_missing) add(Place::at("/keyLevel"), after(as_of_));
  }

  void crisis_steps() {
    if (!found_.crisis) return;
    constexpr Place list = Place::at("/crisis");
    for (std::size_t i = 0; i < found_.crisis->size(); ++i) {
      const Crisis& plan = (*found_.crisis)[i];
      const Place item = list.index(i);
      const Place steps = item.member("steps");
      const bool over = plan.clock && plan.clock->days_left < 0;
      for (std::size_t j = 0; j < plan.steps.size(); ++j) {
        const CrisisStepResult& step = plan.steps[j];
        if (step.done || (step.fallback && !over)) continue;
        add(steps.index(j), step.due, &step.owner).with("plan", plan.id).with("step", step.step);
      }
    }
  }

  void exits(RouteState state) {
    if (!found_.exit) return;
    constexpr Place list = Place::at("/exit/routes");
    for (std::size_t i = 0; i < found_.exit->routes.size(); ++i) {
      const ExitRoute& route = found_.exit->routes[i];
      if (route.route == RouteKind::early || route.state != state) continue;
      add(list.index(i), after(as_of_))
          .with("route", Tokens<RouteKind>::names[static_cast<std::size_t>(route.route)]);
    }
  }
  void stop_investment() {
    if (!found_.stop_loss || found_.stop_loss->verdict != StopVerdict::stop) return;
    add(Place::at("/stopLoss/verdict"), after(found_.stop_loss->month.last_day()))
        .with("uncovered", found_.stop_loss->uncovered);
  }

  /// Whether a trial is judged and nothing is signed: a contract has a statement, or ways out from
  /// its first day.
  bool has_verdict() const { return found_.trial && !found_.agreement && !found_.exit; }
  bool is_key() const { return found_.key_level && found_.key_level->is_key.value_or(false); }

  void run_trial() {
    if (!found_.trial && is_key()) add(Place::at("/trial"), after(as_of_));
  }
  void on_verdict(Verdict verdict) {
    if (!has_verdict() || found_.trial->verdict != verdict) return;
    if (verdict == Verdict::sign && !found_.trial->blocked_by.empty()) return;
    add(Place::at("/trial/verdict"), after(as_of_));
  }
  /// A contract does not settle what its trial left open.
  void measure() {
    if (!found_.trial) return;
    const Verdict verdict = found_.trial->verdict;
    if (verdict != Verdict::conditional && verdict != Verdict::insufficient) return;
    for (const auto& metric : found_.trial->not_measured) {
      add(Place::at("/trial/notMeasured"), after(as_of_)).with("metric", metric);
    }
  }
  void finish_diligence() {
    if (!has_verdict() || !found_.diligence || found_.diligence->open.empty()) return;
    add(Place::at("/diligence/open"), after(as_of_)).with("open", found_.diligence->open.size());
  }

  void decide_clause() {
    if (!found_.agreement || found_.agreement->gross) return;
    add(Place::at("/agreement/undecided"), after(as_of_))
        .with("year", Decimal::whole(found_.agreement->contract_year));
  }

  void on_grade(Grade grade) {
    if (!found_.scorecard || found_.scorecard->grade != grade) return;
    add(Place::at("/scorecard/grade"), after(found_.scorecard->month.last_day()))
        .with("month", found_.scorecard->month.text())
        .with("total", *found_.scorecard->shown_total);
  }
  void complete_month() {
    if (!found_.scorecard || !found_.scorecard->ungraded) return;
    add(Place::at("/scorecard/ungraded"), after(found_.scorecard->month.last_day()))
        .with("month", found_.scorecard->month.text());
  }

  void meetings() {
    if (!found_.cadence) return;
    constexpr Place list = Place::at("/cadence/overdue");
    for (std::size_t i = 0; i < found_.cadence->overdue.size(); ++i) {
      const OverdueMeeting& meeting = found_.cadence->overdue[i];
      for (const auto& lane : found_.cadence->lanes) {
        if (lane.layer != meeting.layer) continue;
        add(list.index(i), meeting.due, &lane.owner_role)
            .with("layer", meeting.layer)
            .with("dates", Decimal::whole(meeting.dates));
      }
    }
  }
  void workshop() {
    if (!found_.workshop || found_.workshop->overdue_days == 0) return;
    add(Place::at("/workshop/next"), found_.workshop->next);
  }
  void renewal() {
    if (!found_.renewal) return;
    constexpr Place list = Place::at("/renewal/dates");
    for (std::size_t i = 0; i < found_.renewal->dates.size(); ++i) {
      const RenewalDate& date = found_.renewal->dates[i];
      if (date.state != AlertState::alert) continue;
      add(list.index(i), date.date)
          .with("kind", Tokens<RenewalKind>::names[static_cast<std::size_t>(date.kind)]);
    }
  }

  const Assessment& found_;
  Maybe<Date> as_of_;
  const ActionRule* rule_ = nullptr;
  List<NextAction> actions_;
};

}  // namespace

void check(const List<ActionRule>& rules, const Keyed<Label>& roles, const Place& at,
           Errors& errors) {
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const Place item = at.index(i);
    for (std::size_t j = 0; j < i; ++j) {
      if (rules[j].code != rules[i].code) continue;
      errors.add_duplicate(item, "code",
                           Tokens<ActionCode>::names[static_cast<std::size_t>(rules[i].code)]);
      break;
    }
    if (roles.find(rules[i].owner) == nullptr) {
      errors.add(error_code::unknown_id, item, "owner").with("id", rules[i].owner);
    }
  }
}

List<NextAction> next_actions(const List<ActionRule>& rules, const Assessment& assessment,
                              Maybe<Date> as_of) {
  return Collector(assessment, as_of).run(rules);
}

}  // namespace allymark
