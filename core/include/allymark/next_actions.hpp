#pragma once
// Next actions: what a partner's assessment asks for, most urgent first. The pack says which kinds
// are offered, in which order, by whom and within how many days; nothing is judged anew here.

#include "allymark/base/error.hpp"
#include "allymark/base/fields.hpp"
#include "allymark/measure/metric.hpp"

namespace allymark {

struct Assessment;

enum class ActionCode : std::uint8_t {
  crisis_step,
  decide_exit,
  stop_investment,
  negotiate_plan,
  run_trial,
  end_trial,
  retry_trial,
  measure_criterion,
  sign_contract,
  finish_diligence,
  decide_clause,
  improvement_plan,
  watch_and_help,
  complete_month,
  hold_meeting,
  hold_workshop,
  renewal_date,
  name_backup
};

/// One kind of action; its place in the list is its priority.
struct ActionRule {
  ActionCode code = ActionCode::crisis_step;
  std::string owner;                 ///< a role of the pack, unless the action has one of its own
  std::optional<std::int64_t> days;  ///< to its deadline, from the day that asks for it
};

struct NextAction {
  ActionCode code = ActionCode::crisis_step;
  Params params;
  std::string owner;
  Maybe<Date> due;
  std::int64_t late_days = 0;
  std::string path;  ///< JSON Pointer to the part of the result that asks for it
};

/// Errors of a pack's list: a kind twice, an unknown role.
void check(const List<ActionRule>& rules, const Keyed<Label>& roles, const Place& at,
           Errors& errors);

/// The actions in the order of the rules, within a kind by deadline. `as_of` absent = nothing is
/// late. Example: a fired crisis with four open steps and an overdue meeting give five actions, the
/// steps first.
List<NextAction> next_actions(const List<ActionRule>& rules, const Assessment& assessment,
                              Maybe<Date> as_of);

template <>
struct Tokens<ActionCode> {
  static constexpr const char* names[] = {
      "crisis_step",    "decide_exit",      "stop_investment", "negotiate_plan",
      "run_trial",      "end_trial",        "retry_trial",     "measure_criterion",
      "sign_contract",  "finish_diligence", "decide_clause",   "improvement_plan",
      "watch_and_help", "complete_month",   "hold_meeting",    "hold_workshop",
      "renewal_date",   "name_backup"};
};
template <>
struct Describe<ActionRule> {
  static constexpr const char* name = "action_rule";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(ActionRule, code, "code").required().says(ALLYMARK_DOC("kind of action")),
      ALLYMARK_FIELD(ActionRule, owner, "owner")
          .required()
          .says(ALLYMARK_DOC("role that does it, unless the action has one of its own")),
      ALLYMARK_FIELD(ActionRule, days, "days")
          .between<0, 3650>()
          .says(ALLYMARK_DOC("days from what asks for it to its deadline")),
  };
};
template <>
struct Describe<NextAction> {
  static constexpr const char* name = "next_action";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(NextAction, code, "code").says(ALLYMARK_DOC("kind of action")),
      ALLYMARK_FIELD(NextAction, params, "params").says(ALLYMARK_DOC("its figures and names")),
      ALLYMARK_FIELD(NextAction, owner, "ownerRole").says(ALLYMARK_DOC("role that does it")),
      ALLYMARK_FIELD(NextAction, due, "due")
          .nullable()
          .says(ALLYMARK_DOC("deadline; null = none can be named")),
      ALLYMARK_FIELD(NextAction, late_days, "lateDays")
          .says(ALLYMARK_DOC("days past it, 0 when in time")),
      ALLYMARK_FIELD(NextAction, path, "path")
          .says(ALLYMARK_DOC("JSON Pointer into the result: what asks for it")),
  };
};

}  // namespace allymark
