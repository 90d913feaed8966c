#pragma once
// Event: something that happened with a partner on a day, confirmed or only suspected. The way out
// of a contract (agree) and the crisis plans (manage) look at the same events.

#include "allymark/base/fields.hpp"

namespace allymark {

enum class EventKind : std::uint8_t {
  negotiation_failed,
  improvement_plan,
  data_leak,
  malicious_competition,
  quality_accident,
  data_misuse,
  equity_change
};
enum class EventState : std::uint8_t { confirmed, suspected };

struct EventData {
  EventKind kind = EventKind::negotiation_failed;
  Date date;
  EventState state = EventState::confirmed;
  Maybe<Decimal> share = {};         ///< percent of the equity that changed hands
  std::optional<bool> control = {};  ///< whether control went with it
};

template <>
struct Tokens<EventKind> {
  static constexpr const char* names[] = {
      "negotiation_failed", "improvement_plan", "data_leak",    "malicious_competition",
      "quality_accident",   "data_misuse",      "equity_change"};
};
template <>
struct Tokens<EventState> {
  static constexpr const char* names[] = {"confirmed", "suspected"};
};
template <>
struct Describe<EventData> {
  static constexpr const char* name = "event";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(EventData, kind, "kind").required().says(ALLYMARK_DOC("what happened")),
      ALLYMARK_FIELD(EventData, date, "date").required().says(ALLYMARK_DOC("when")),
      ALLYMARK_FIELD(EventData, state, "state").says(ALLYMARK_DOC("confirmed, or only suspected")),
      ALLYMARK_FIELD(EventData, share, "share")
          .between<0, 100>()
          .says(ALLYMARK_DOC("equity_change: percent of the equity that changed hands")),
      ALLYMARK_FIELD(EventData, control, "control")
          .says(ALLYMARK_DOC("equity_change: whether control went with it")),
  };
};

}  // namespace allymark
