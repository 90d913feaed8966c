#pragma once
// Cadence (DOMAIN 6): who meets whom how often, by key level, as a calendar of the relationship's
// year. A meeting ticks off the date nearest to it; the start itself stands for the kick-off. A
// date past a month's end is the month's last day, counted from the start each time.

#include "allymark/base/finding.hpp"
#include "allymark/base/trace.hpp"
#include "allymark/manage/crisis_rules.hpp"
#include "allymark/manage/relationship.hpp"

namespace allymark {

/// A layer of contact with its agenda.
struct CadenceLayer {
  std::string id;
  Label label;
  std::string owner;  ///< a role of the pack
  List<Named> agenda;
};
/// How often a layer meets at a key level; no months = always on, without dates.
struct Frequency {
  std::string level;
  std::string layer;
  std::optional<std::int64_t> every_months;
};
struct CadenceRules {
  List<CadenceLayer> layers;
  List<Frequency> frequencies;
  std::int64_t next_meetings = 0;  ///< how many coming dates are named
};

enum class MeetingState : std::uint8_t { held, missed, overdue, planned };

struct LaneMeeting {
  Date due;
  Maybe<Date> held;
  MeetingState state = MeetingState::planned;
};
struct Lane {
  std::string layer;
  std::optional<std::int64_t> every_months;
  std::string owner_role;
  std::optional<std::string> owner;
  List<LaneMeeting> meetings;
};
struct NextMeeting {
  std::string layer;
  Date due;
  std::int64_t in_days = 0;
};
struct OverdueMeeting {
  std::string layer;
  Date due;  ///< the first open date
  std::int64_t days = 0;
  std::int64_t dates = 0;  ///< open dates in a row
};
struct Cadence {
  std::string level;
  Date from;
  Date to;  ///< the next anniversary; a date on it still belongs to this year
  List<Lane> lanes;
  List<NextMeeting> next;
  List<OverdueMeeting> overdue;
};

/// Errors of a pack's cadence, with paths below `at`.
void check(const CadenceRules& rules, const Keyed<Label>& roles, const Place& at, Errors& errors);

/// The calendar of a level that has a start. Findings point below `at`, the relationship.
/// Example: level S from 2024-01-31: executives are due on 2024-04-30, 07-31, 10-31 and 2025-01-31.
Cadence plan_meetings(const CadenceRules& rules, const Relationship& relationship,
                      const std::string& level, Date as_of, const Place& at, Findings& findings);

/// Records the steps behind the dates of the meetings and the days overdue.
void explain(const Cadence& cadence, Date start, Date as_of, const Tracer& tracer);

template <>
struct Tokens<MeetingState> {
  static constexpr const char* names[] = {"held", "missed", "overdue", "planned"};
};
template <>
struct Describe<CadenceLayer> {
  static constexpr const char* name = "cadence_layer";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(CadenceLayer, id, "id").required().says(ALLYMARK_DOC("id of the layer")),
      ALLYMARK_FIELD(CadenceLayer, label, "label").required().says(ALLYMARK_DOC("shown name")),
      ALLYMARK_FIELD(CadenceLayer, owner, "owner")
          .required()
          .says(ALLYMARK_DOC("role that calls its meetings")),
      ALLYMARK_FIELD(CadenceLayer, agenda, "agenda")
          .required()
          .at_most_long(20)
          .says(ALLYMARK_DOC("what is talked about, in order")),
  };
};
template <>
struct Describe<Frequency> {
  static constexpr const char* name = "frequency";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Frequency, level, "level").required().says(ALLYMARK_DOC("key level")),
      ALLYMARK_FIELD(Frequency, layer, "layer").required().says(ALLYMARK_DOC("id of a layer")),
      ALLYMARK_FIELD(Frequency, every_months, "everyMonths")
          .between<1, 60>()
          .says(ALLYMARK_DOC("months between meetings; absent = always on")),
  };
};
template <>
struct Describe<CadenceRules> {
  static constexpr const char* name = "cadence_rules";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(CadenceRules, layers, "layers")
          .required()
          .at_most_long(20)
          .says(ALLYMARK_DOC("layers of contact")),
      ALLYMARK_FIELD(CadenceRules, frequencies, "frequencies")
          .required()
          .at_most_long(100)
          .says(ALLYMARK_DOC("how often, by key level and layer")),
      ALLYMARK_FIELD(CadenceRules, next_meetings, "nextMeetings")
          .required()
          .between<1, 20>()
          .says(ALLYMARK_DOC("how many coming dates are named")),
  };
};
template <>
struct Describe<LaneMeeting> {
  static constexpr const char* name = "lane_meeting";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(LaneMeeting, due, "due").says(ALLYMARK_DOC("date of the calendar")),
      ALLYMARK_FIELD(LaneMeeting, held, "held")
          .nullable()
          .says(ALLYMARK_DOC("the meeting that ticked it off")),
      ALLYMARK_FIELD(LaneMeeting, state, "state")
          .says(ALLYMARK_DOC("held, missed (a later one was held), overdue or planned")),
  };
};
template <>
struct Describe<Lane> {
  static constexpr const char* name = "lane";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Lane, layer, "layer").says(ALLYMARK_DOC("id of the layer")),
      ALLYMARK_FIELD(Lane, every_months, "everyMonths")
          .nullable()
          .says(ALLYMARK_DOC("months between meetings; null = always on")),
      ALLYMARK_FIELD(Lane, owner_role, "ownerRole").says(ALLYMARK_DOC("role that calls them")),
      ALLYMARK_FIELD(Lane, owner, "owner").nullable().says(ALLYMARK_DOC("our person")),
      ALLYMARK_FIELD(Lane, meetings, "meetings").says(ALLYMARK_DOC("dates of the year")),
  };
};
template <>
struct Describe<NextMeeting> {
  static constexpr const char* name = "next_meeting";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(NextMeeting, layer, "layer").says(ALLYMARK_DOC("id of the layer")),
      ALLYMARK_FIELD(NextMeeting, due, "due").says(ALLYMARK_DOC("date")),
      ALLYMARK_FIELD(NextMeeting, in_days, "inDays").says(ALLYMARK_DOC("days to it")),
  };
};
template <>
struct Describe<OverdueMeeting> {
  static constexpr const char* name = "overdue_meeting";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(OverdueMeeting, layer, "layer").says(ALLYMARK_DOC("id of the layer")),
      ALLYMARK_FIELD(OverdueMeeting, due, "due").says(ALLYMARK_DOC("first date that is open")),
      ALLYMARK_FIELD(OverdueMeeting, days, "days").says(ALLYMARK_DOC("days since then")),
      ALLYMARK_FIELD(OverdueMeeting, dates, "dates").says(ALLYMARK_DOC("open dates in a row")),
  };
};
template <>
struct Describe<Cadence> {
  static constexpr const char* name = "cadence";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Cadence, level, "level").says(ALLYMARK_DOC("key level it is made for")),
      ALLYMARK_FIELD(Cadence, from, "from").says(ALLYMARK_DOC("begin of the year")),
      ALLYMARK_FIELD(Cadence, to, "to").says(ALLYMARK_DOC("the next anniversary")),
      ALLYMARK_FIELD(Cadence, lanes, "lanes").says(ALLYMARK_DOC("one a layer")),
      ALLYMARK_FIELD(Cadence, next, "next").says(ALLYMARK_DOC("coming dates, earliest first")),
      ALLYMARK_FIELD(Cadence, overdue, "overdue").says(ALLYMARK_DOC("open dates that passed")),
  };
};

}  // namespace allymark
