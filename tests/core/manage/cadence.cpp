#include "allymark/manage/cadence.hpp"

#include "support/values.hpp"

using namespace allymark;
using test::d;

namespace {

struct Planned {
  Cadence cadence;
  Findings findings;
  const Lane* lane(std::string_view id) const {
    for (const auto& lane : cadence.lanes) {
      if (lane.layer == id) return &lane;
    }
    return nullptr;
  }
  /// "2024-04-30 held 2024-04-28, 2024-07-31 planned"
  std::string dates(std::string_view id) const {
    std::string text;
    for (const auto& meeting : lane(id)->meetings) {
      if (!text.empty()) text += ", ";
      text += meeting.due.text() + " " + test::name(meeting.state);
      if (meeting.held) text += " " + meeting.held->text();
    }
    return text;
  }
  std::string next() const {
    std::string text;
    for (const auto& meeting : cadence.next)
      text += meeting.layer + " " + meeting.due.text() + "; ";
    return text;
  }
};

std::string met(const std::string& layer, const std::string& date) {
  return R"({"layer":")" + layer + R"(","date":")" + date + R"("})";
}
Planned plan(const std::string& start, const std::string& level, std::string_view as_of,
             const std::string& meetings = "", const std::string& more = "") {
  Planned result;
  const auto relationship = test::from_json<Relationship>(
      R"({"start":")" + start + R"(","meetings":[)" + meetings + "]" + more + "}");
  result.cadence = plan_meetings(*test::pack().cadence, relationship, level, test::date(as_of),
                                 Place::at("/dossier/relationship"), result.findings);
  return result;
}

}  // namespace

TEST_CASE("S and A meet in three layers, B in two, C once a year") {
  const auto layers = [](const char* level) {
    std::string text;
    const auto planned = plan("2024-01-15", level, "2024-02-01");
    for (const auto& lane : planned.cadence.lanes) {
      text += lane.layer + ":" +
              (lane.every_months ? std::to_string(*lane.every_months) : std::string("on")) + " ";
    }
    return text;
  };
  CHECK(layers("S") == "executives:3 managers:1 engineers:on ");
  CHECK(layers("A") == "executives:3 managers:1 engineers:on ");
  CHECK(layers("B") == "managers:3 engineers:on ");
  CHECK(layers("C") == "review:12 ");
}

TEST_CASE("a year has four quarterly and twelve monthly dates, the anniversary among them") {
  const auto planned = plan("2024-01-15", "A", "2024-02-01");
  CHECK(planned.dates("executives") ==
        "2024-04-15 planned, 2024-07-15 planned, 2024-10-15 planned, 2025-01-15 planned");
  CHECK(planned.lane("managers")->meetings.size() == 12);
  CHECK(planned.lane("engineers")->meetings.empty());
  CHECK(planned.cadence.from.text() == "2024-01-15");
  CHECK(planned.cadence.to.text() == "2025-01-15");
}

TEST_CASE("a date past a month's end is the month's last day, and the day comes back after it") {
  CHECK(plan("2024-01-31", "S", "2024-02-01").dates("executives") ==
        "2024-04-30 planned, 2024-07-31 planned, 2024-10-31 planned, 2025-01-31 planned");
  const auto monthly = plan("2023-12-31", "S", "2024-01-01");
  CHECK(monthly.lane("managers")->meetings[1].due.text() == "2024-02-29");
  CHECK(monthly.lane("managers")->meetings[2].due.text() == "2024-03-31");
}

TEST_CASE("a meeting is overdue the day after its date") {
  const auto days = [](const char* as_of) {
    const auto planned = plan("2024-01-15", "B", as_of);
    return planned.cadence.overdue.empty() ? -1 : int(planned.cadence.overdue[0].days);
  };
  CHECK(days("2024-04-14") == -1);
  CHECK(days("2024-04-15") == -1);
  CHECK(days("2024-04-16") == 1);
}

TEST_CASE("a meeting ticks off the nearest date, early or late") {
  CHECK(plan("2024-01-15", "B", "2024-05-01", met("managers", "2024-04-10")).dates("managers") ==
        "2024-04-15 held 2024-04-10, 2024-07-15 planned, 2024-10-15 planned, 2025-01-15 planned");
  CHECK(plan("2024-01-15", "B", "2024-05-30", met("managers", "2024-05-30")).dates("managers") ==
        "2024-04-15 held 2024-05-30, 2024-07-15 planned, 2024-10-15 planned, 2025-01-15 planned");
  CHECK(plan("2024-01-15", "B", "2024-06-10", met("managers", "2024-06-10")).dates("managers") ==
        "2024-04-15 missed, 2024-07-15 held 2024-06-10, 2024-10-15 planned, 2025-01-15 planned");
}

TEST_CASE("of two meetings near one date the first ticks it off, however they are listed") {
  const std::string early = met("managers", "2024-04-10");
  const std::string late = met("managers", "2024-04-20");
  for (const std::string& meetings :
       {early + "," + late, late + "," + early, early + "," + early}) {
    CHECK(plan("2024-01-15", "B", "2024-05-01", meetings).dates("managers") ==
          "2024-04-15 held 2024-04-10, 2024-07-15 planned, 2024-10-15 planned, 2025-01-15 planned");
  }
}

TEST_CASE("half way between two dates the earlier one is ticked off") {
  // 2024-05-30 is 45 days after 04-15 and 46 before 07-15; 2024-05-31 is 46 and 45.
  const auto held = [](const char* day) {
    return plan("2024-01-15", "B", "2024-06-01", met("managers", day))
        .dates("managers")
        .substr(11, 4);
  };
  CHECK(held("2024-05-30") == "held");
  CHECK(held("2024-05-31") == "miss");
}

TEST_CASE("the start stands for the kick-off and ticks nothing off") {
  const auto planned = plan("2024-01-15", "A", "2024-02-20", met("managers", "2024-01-20"));
  CHECK(planned.lane("managers")->meetings[0].state == MeetingState::overdue);
}

TEST_CASE("dates before the last meeting are missed, those after it overdue since the first") {
  const auto planned = plan("2024-01-15", "A", "2024-06-20", met("managers", "2024-03-15"));
  CHECK(planned.dates("managers").substr(0, 96) ==
        "2024-02-15 missed, 2024-03-15 held 2024-03-15, 2024-04-15 overdue, 2024-05-15 overdue, "
        "2024-06-1");
  REQUIRE(planned.cadence.overdue.size() == 2);
  CHECK(planned.cadence.overdue[1].layer == "managers");
  CHECK(planned.cadence.overdue[1].due.text() == "2024-04-15");
  CHECK(planned.cadence.overdue[1].days == 66);
  CHECK(planned.cadence.overdue[1].dates == 3);
  const auto& remark = test::finding(planned.findings, finding_code::meeting_overdue);
  CHECK(test::param(remark.params, "layer") == Scalar("executives"));
}

TEST_CASE("a meeting after the date of judgement has not been held yet") {
  const std::string meeting = met("managers", "2024-04-15");
  CHECK(plan("2024-01-15", "B", "2024-04-14", meeting).dates("managers").substr(0, 18) ==
        "2024-04-15 planned");
  CHECK(plan("2024-01-15", "B", "2024-04-15", meeting).dates("managers").substr(0, 15) ==
        "2024-04-15 held");
}

TEST_CASE("the next three dates come from all layers, today among them") {
  CHECK(plan("2024-01-15", "A", "2024-04-14").next() ==
        "executives 2024-04-15; managers 2024-04-15; managers 2024-05-15; ");
  const auto today = plan("2024-01-15", "A", "2024-04-15");
  CHECK(today.cadence.next[0].in_days == 0);
  CHECK(plan("2024-01-15", "A", "2024-04-16").next() ==
        "managers 2024-05-15; managers 2024-06-15; executives 2024-07-15; ");
  // A meeting held early is not due again, also over the turn of the year.
  CHECK(plan("2024-01-15", "C", "2025-01-10", met("review", "2025-01-08")).next() ==
        "review 2026-01-15; review 2027-01-15; review 2028-01-15; ");
}

TEST_CASE("the year is the one that holds the date; the anniversary ends it") {
  const auto year = [](const char* as_of) {
    const auto planned = plan("2024-01-15", "C", as_of);
    return planned.cadence.from.text() + " " + planned.dates("review").substr(0, 10);
  };
  CHECK(year("2025-01-14") == "2024-01-15 2025-01-15");
  CHECK(year("2025-01-15") == "2024-01-15 2025-01-15");
  CHECK(year("2025-01-16") == "2025-01-15 2026-01-15");
}

TEST_CASE("a layer has its role and the person who is named") {
  const auto planned =
      plan("2024-01-15", "S", "2024-02-01", "", R"(,"owners":{"executives":"王总","managers":""})");
  CHECK(planned.lane("executives")->owner == "王总");
  CHECK(planned.lane("executives")->owner_role == "executive");
  CHECK_FALSE(planned.lane("managers")->owner);
  CHECK(test::count(planned.findings, finding_code::layer_owner_missing) == 2);
}

TEST_CASE("a level without a frequency has no lanes") {
  CHECK(plan("2024-01-15", "D", "2024-02-01").cadence.lanes.empty());
}

TEST_CASE("something held before the start is refused, on the start is not") {
  Errors errors;
  check(test::from_json<Relationship>(
            R"({"start":"2024-01-15","meetings":[{"layer":"managers","date":"2024-01-14"},
                {"layer":"managers","date":"2024-01-15"},{"layer":"board","date":"2024-02-01"}],
                "owners":{"board":"x"},"workshops":[{"date":"2024-01-01"}],
                "renewal":{"end":"2023-12-31"}})"),
        &*test::pack().cadence, Place::at("/relationship"), errors);
  // A workshop before it is a contradiction to be shown, not an error.
  CHECK(test::lines(errors) ==
        List<std::string>{"unknown_id /relationship/owners/board",
                          "before_relationship /relationship/meetings/0/date",
                          "unknown_id /relationship/meetings/2/layer",
                          "before_relationship /relationship/renewal/end"});
}

TEST_CASE("a pack's cadence is checked where it stands") {
  Pack pack = test::pack();
  CadenceRules& rules = *pack.cadence;
  rules.layers[1].id = "executives";
  rules.layers[2].owner = "nobody";
  rules.frequencies[0].layer = "board";
  rules.frequencies[4].layer = "executives";
  Errors errors;
  check(rules, pack.roles, Place::at("/cadence"), errors);
  const auto lines = test::lines(errors);
  CHECK(lines[0] == "duplicate_id /cadence/layers/1/id");
  CHECK(lines[1] == "unknown_id /cadence/layers/2/owner");
  CHECK(lines[2] == "unknown_id /cadence/frequencies/0/layer");
  CHECK(std::count(lines.begin(), lines.end(), "duplicate_id /cadence/frequencies/4/layer") == 1);
}
