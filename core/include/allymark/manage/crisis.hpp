#pragma once
// Crisis plans (DOMAIN 6): which of the pack's plans are quiet, near or fired on a date, how far
// the others are from firing, and what has to be done by whom until when. A crisis closes when its
// steps are done and the figure has been back inside its limit for a full month; then new users may
// be sent again.

#include "allymark/base/finding.hpp"
#include "allymark/base/trace.hpp"
#include "allymark/manage/crisis_rules.hpp"
#include "allymark/manage/scorecard.hpp"

namespace allymark {

/// A step of a plan that was done, as a dossier gives it.
struct CrisisStepDone {
  std::string plan;
  std::string step;
  Date done;
};

enum class CrisisState : std::uint8_t { quiet, near, fired };

struct CrisisRun {
  std::int64_t run = 0;
  std::int64_t needed = 0;
};
/// A month that counted towards the state.
struct CrisisMonth {
  Month month;
  Decimal value;
  Decimal limit;
};
struct CrisisClock {
  Date ends;
  std::int64_t days_left = 0;
};
struct CrisisStepResult {
  std::string step;
  std::string owner;
  Date due;
  Maybe<Date> done;
  std::int64_t late_days = 0;
  bool fallback = false;
};

/// One plan on a date.
struct Crisis {
  std::string id;
  CrisisKind kind = CrisisKind::event;
  CrisisState state = CrisisState::quiet;
  Maybe<Date> fired_on;
  Maybe<Date> closed_on;
  bool may_resume = true;
  std::optional<std::string> metric;
  Maybe<Month> month;  ///< the latest month that counts
  Maybe<Decimal> value;
  std::optional<Unit> unit;
  Maybe<Decimal> target;  ///< below_target: the month's own
  Maybe<Decimal> limit;
  Maybe<Decimal> distance;
  std::optional<CrisisRun> months;
  List<CrisisMonth> evidence;  ///< those that fired it, or that make it near
  bool small_base = false;
  std::optional<EventData> event;
  std::optional<CrisisClock> clock;
  List<CrisisStepResult> steps;
};

/// What the plans look at.
struct CrisisFacts {
  const List<MonthData>& months;
  const List<EventData>& events;
  const List<CrisisStepDone>& done;
};

/// Errors of a pack's plans, with paths below `at`.
void check(const CrisisRules& rules, const Keyed<MetricDefinition>& metrics,
           const ScorecardRules& scorecard, const Keyed<Label>& roles, const Place& at,
           Errors& errors);
/// Errors of the steps that a dossier says were done: an unknown plan or step.
void check(const List<CrisisStepDone>& done, const CrisisRules& rules, const Place& at,
           Errors& errors);

/// Every plan on `as_of`, in the pack's order. Only complete months count; findings point below
/// `at`, the dossier. Example: 20 deals of 250 in each of two months (8 %, below 60 %) fire
/// `performance` on the last day of the second; 150 of 250 is exactly 60 % and does not.
List<Crisis> watch(const CrisisRules& rules, const Keyed<MetricDefinition>& metrics,
                   const ScorecardRules& scorecard, const CrisisFacts& facts, Date as_of,
                   const Place& at, Findings& findings);

/// Records the steps behind the state of each plan and the days left on its clock.
void explain(const List<Crisis>& plans, const CrisisRules& rules, const Tracer& tracer);

template <>
struct Tokens<CrisisState> {
  static constexpr const char* names[] = {"quiet", "near", "fired"};
};
template <>
struct Describe<CrisisStepDone> {
  static constexpr const char* name = "crisis_step_done";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(CrisisStepDone, plan, "plan").required().says(ALLYMARK_DOC("id of a plan")),
      ALLYMARK_FIELD(CrisisStepDone, step, "step")
          .required()
          .says(ALLYMARK_DOC("id of one of its steps")),
      ALLYMARK_FIELD(CrisisStepDone, done, "done")
          .required()
          .says(ALLYMARK_DOC("the day it was done; one before the crisis counts for none")),
  };
};
template <>
struct Describe<CrisisRun> {
  static constexpr const char* name = "crisis_run";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(CrisisRun, run, "run")
          .says(ALLYMARK_DOC("consecutive months beyond the limit up to the latest")),
      ALLYMARK_FIELD(CrisisRun, needed, "needed").says(ALLYMARK_DOC("how many fire")),
  };
};
template <>
struct Describe<CrisisMonth> {
  static constexpr const char* name = "crisis_month";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(CrisisMonth, month, "month").says(ALLYMARK_DOC("month beyond the limit")),
      ALLYMARK_FIELD(CrisisMonth, value, "value").shown(2).says(ALLYMARK_DOC("its figure")),
      ALLYMARK_FIELD(CrisisMonth, limit, "limit").shown(2).says(ALLYMARK_DOC("its limit")),
  };
};
template <>
struct Describe<CrisisClock> {
  static constexpr const char* name = "crisis_clock";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(CrisisClock, ends, "ends").says(ALLYMARK_DOC("last day of the clock")),
      ALLYMARK_FIELD(CrisisClock, days_left, "daysLeft")
          .says(ALLYMARK_DOC("days left; negative = over")),
  };
};
template <>
struct Describe<CrisisStepResult> {
  static constexpr const char* name = "crisis_step_result";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(CrisisStepResult, step, "step").says(ALLYMARK_DOC("id of the step")),
      ALLYMARK_FIELD(CrisisStepResult, owner, "ownerRole").says(ALLYMARK_DOC("role that does it")),
      ALLYMARK_FIELD(CrisisStepResult, due, "due").says(ALLYMARK_DOC("deadline")),
      ALLYMARK_FIELD(CrisisStepResult, done, "done")
          .nullable()
          .says(ALLYMARK_DOC("the day it was done; null = open")),
      ALLYMARK_FIELD(CrisisStepResult, late_days, "lateDays")
          .says(ALLYMARK_DOC("days past the deadline, 0 when in time")),
      ALLYMARK_FIELD(CrisisStepResult, fallback, "fallback")
          .says(ALLYMARK_DOC("only when the others did not help")),
  };
};
template <>
struct Describe<Crisis> {
  static constexpr const char* name = "crisis";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Crisis, id, "id").says(ALLYMARK_DOC("id of the plan")),
      ALLYMARK_FIELD(Crisis, kind, "kind").says(ALLYMARK_DOC("what fires it")),
      ALLYMARK_FIELD(Crisis, state, "state").says(ALLYMARK_DOC("quiet, near or fired")),
      ALLYMARK_FIELD(Crisis, fired_on, "firedOn")
          .nullable()
          .says(ALLYMARK_DOC("since when: a month's last day or an event's; null = not fired")),
      ALLYMARK_FIELD(Crisis, closed_on, "closedOn")
          .nullable()
          .says(ALLYMARK_DOC("when the last one was closed")),
      ALLYMARK_FIELD(Crisis, may_resume, "mayResume")
          .says(ALLYMARK_DOC("whether new users may be sent")),
      ALLYMARK_FIELD(Crisis, metric, "metric").nullable().says(ALLYMARK_DOC("watched metric")),
      ALLYMARK_FIELD(Crisis, month, "month")
          .nullable()
          .says(ALLYMARK_DOC("latest month that counts")),
      ALLYMARK_FIELD(Crisis, value, "value")
          .nullable()
          .shown(2)
          .says(ALLYMARK_DOC("its figure; null = missing")),
      ALLYMARK_FIELD(Crisis, unit, "unit").nullable().says(ALLYMARK_DOC("unit of the figure")),
      ALLYMARK_FIELD(Crisis, target, "target")
          .nullable()
          .says(ALLYMARK_DOC("below_target: that month's own target")),
      ALLYMARK_FIELD(Crisis, limit, "limit")
          .nullable()
          .shown(2)
          .says(ALLYMARK_DOC("figure beyond which it counts")),
      ALLYMARK_FIELD(Crisis, distance, "distance")
          .nullable()
          .shown(2)
          .says(ALLYMARK_DOC("from the limit, on its good side; negative = beyond")),
      ALLYMARK_FIELD(Crisis, months, "months")
          .nullable()
          .says(ALLYMARK_DOC("months beyond the limit")),
      ALLYMARK_FIELD(Crisis, evidence, "evidence")
          .says(ALLYMARK_DOC("the months that fired it, or that make it near")),
      ALLYMARK_FIELD(Crisis, small_base, "smallBase")
          .says(ALLYMARK_DOC("the figure's base is too small to trust")),
      ALLYMARK_FIELD(Crisis, event, "event")
          .nullable()
          .says(ALLYMARK_DOC("the event behind the state")),
      ALLYMARK_FIELD(Crisis, clock, "clock")
          .nullable()
          .says(ALLYMARK_DOC("time to settle it; null = not fired")),
      ALLYMARK_FIELD(Crisis, steps, "steps").says(ALLYMARK_DOC("what is to be done, while fired")),
  };
};

}  // namespace allymark
