#pragma once
// Crisis rules (DOMAIN 6): the plans of the pack in their order of urgency, each with what fires
// it, its steps with owner and deadline, and the clock for the way back. All of it is data.

#include "allymark/base/event.hpp"
#include "allymark/measure/metric.hpp"

namespace allymark {

/// What fires a plan: months below a share of their own target, months above a limit, or an event.
enum class CrisisKind : std::uint8_t { below_target, above_limit, event };
/// Which events fire: every one, or those that bring control or the stated share.
enum class EventRule : std::uint8_t { any, control_or_share };

/// An id of the pack with what it is called.
struct Named {
  std::string id;
  Label label;
};

struct CrisisStep {
  std::string id;
  Label label;
  std::string owner;      ///< a role of the pack
  std::int64_t days = 0;  ///< from the firing to the deadline
  bool fallback = false;  ///< only when the other steps did not help; closing does not need it
};

struct CrisisPlan {
  std::string id;
  Label label;
  CrisisKind kind = CrisisKind::event;
  std::string metric;              ///< below_target and above_limit
  Decimal limit;                   ///< percent of the month's own target, or the limit itself
  std::int64_t months = 1;         ///< consecutive calendar months beyond it
  std::int64_t smallest_base = 0;  ///< a rate counted in fewer is flagged
  List<EventKind> events;          ///< event
  EventRule fires = EventRule::any;
  Decimal share;                ///< percent of equity, under control_or_share
  std::int64_t clock_days = 0;  ///< from the firing to the day by which it must be settled
  List<CrisisStep> steps;
};

struct CrisisRules {
  Decimal near_percent;  ///< a rate this close to its limit is near
  List<CrisisPlan> plans;
};

template <>
struct Tokens<CrisisKind> {
  static constexpr const char* names[] = {"below_target", "above_limit", "event"};
};
template <>
struct Tokens<EventRule> {
  static constexpr const char* names[] = {"any", "control_or_share"};
};
template <>
struct Describe<Named> {
  static constexpr const char* name = "named";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Named, id, "id").required().says(ALLYMARK_DOC("id, unique in its list")),
      ALLYMARK_FIELD(Named, label, "label").required().says(ALLYMARK_DOC("shown name")),
  };
};
template <>
struct Describe<CrisisStep> {
  static constexpr const char* name = "crisis_step";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(CrisisStep, id, "id").required().says(ALLYMARK_DOC("id, unique in its plan")),
      ALLYMARK_FIELD(CrisisStep, label, "label").required().says(ALLYMARK_DOC("shown name")),
      ALLYMARK_FIELD(CrisisStep, owner, "owner").required().says(ALLYMARK_DOC("role that does it")),
      ALLYMARK_FIELD(CrisisStep, days, "days")
          .required()
          .between<0, 3650>()
          .says(ALLYMARK_DOC("days from the firing to its deadline")),
      ALLYMARK_FIELD(CrisisStep, fallback, "fallback")
          .says(ALLYMARK_DOC("only when the others did not help; closing does not need it")),
  };
};
template <>
struct Describe<CrisisPlan> {
  static constexpr const char* name = "crisis_plan";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(CrisisPlan, id, "id").required().says(ALLYMARK_DOC("id, unique in the pack")),
      ALLYMARK_FIELD(CrisisPlan, label, "label").required().says(ALLYMARK_DOC("shown name")),
      ALLYMARK_FIELD(CrisisPlan, kind, "kind").required().says(ALLYMARK_DOC("what fires it")),
      ALLYMARK_FIELD(CrisisPlan, metric, "metric")
          .says(ALLYMARK_DOC("watched metric; below_target: one of the scorecard")),
      ALLYMARK_FIELD(CrisisPlan, limit, "limit")
          .says(ALLYMARK_DOC("below_target: percent of each month's own target, fires strictly "
                             "below; above_limit: the figure, fires strictly above")),
      ALLYMARK_FIELD(CrisisPlan, months, "months")
          .between<1, 24>()
          .says(ALLYMARK_DOC("consecutive calendar months beyond the limit")),
      ALLYMARK_FIELD(CrisisPlan, smallest_base, "smallestBase")
          .between<0, 1'000'000>()
          .says(ALLYMARK_DOC("a rate counted in fewer is flagged")),
      ALLYMARK_FIELD(CrisisPlan, events, "events")
          .at_most_long(10)
          .says(ALLYMARK_DOC("event: the kinds that matter")),
      ALLYMARK_FIELD(CrisisPlan, fires, "fires")
          .option()
          .says(ALLYMARK_DOC("event: every one, or only control or the share")),
      ALLYMARK_FIELD(CrisisPlan, share, "share")
          .between<0, 100>()
          .says(ALLYMARK_DOC("control_or_share: percent of equity that fires, reached is enough")),
      ALLYMARK_FIELD(CrisisPlan, clock_days, "clockDays")
          .required()
          .between<1, 3650>()
          .says(ALLYMARK_DOC("days from the firing to a decision")),
      ALLYMARK_FIELD(CrisisPlan, steps, "steps")
          .required()
          .at_most_long(50)
          .says(ALLYMARK_DOC("what is done, in order")),
  };
};
template <>
struct Describe<CrisisRules> {
  static constexpr const char* name = "crisis_rules";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(CrisisRules, near_percent, "nearPercent")
          .required()
          .between<0, 100>()
          .says(ALLYMARK_DOC("percent of a limit within which a rate is near")),
      ALLYMARK_FIELD(CrisisRules, plans, "plans")
          .required()
          .at_most_long(20)
          .says(ALLYMARK_DOC("plans, most urgent first")),
  };
};

}  // namespace allymark
