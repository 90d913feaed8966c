#pragma once
// Crisis plans of the shipped pack (domain rules, section 6) over months, events and steps.

#include "allymark/manage/crisis.hpp"
#include "support/values.hpp"

namespace test {

/// One month of policies and complaints; "null" leaves a figure out.
inline std::string crisis_month(const std::string& month, const std::string& policies,
                                const std::string& complaints = "null") {
  return R"({"month":")" + month + R"(","metrics":{"policies":)" + policies +
         R"(,"complaint_rate":)" + complaints + "}}";
}
inline std::string event(const std::string& kind, const std::string& date,
                         const std::string& more = "") {
  return R"({"kind":")" + kind + R"(","date":")" + date + "\"" + more + "}";
}
inline std::string done(const std::string& plan, const std::string& step, const std::string& date) {
  return R"({"plan":")" + plan + R"(","step":")" + step + R"(","done":")" + date + R"("})";
}

struct Watched {
  allymark::List<allymark::Crisis> plans;
  allymark::Findings findings;
  const allymark::Crisis& plan(std::string_view id) const {
    for (const auto& entry : plans) {
      if (entry.id == id) return entry;
    }
    FAIL("no plan " << id);
    return plans.front();
  }
  std::string state(std::string_view id) const { return name(plan(id).state); }
};

struct CrisisStory {
  std::string months;
  std::string events = {};
  std::string steps = {};
};

inline Watched watch(const CrisisStory& story, std::string_view as_of,
                     const allymark::CrisisRules& rules = *pack().crisis) {
  Watched result;
  const auto months = from_json<allymark::List<allymark::MonthData>>("[" + story.months + "]");
  const auto events = from_json<allymark::List<allymark::EventData>>("[" + story.events + "]");
  const auto steps = from_json<allymark::List<allymark::CrisisStepDone>>("[" + story.steps + "]");
  result.plans = allymark::watch(rules, pack().metrics, pack().scorecard, {months, events, steps},
                                 date(as_of), allymark::Place::at("/dossier"), result.findings);
  return result;
}

/// The day something happened, or "none".
inline std::string text(const allymark::Maybe<allymark::Date>& day) {
  return day ? day->text() : "none";
}

}  // namespace test
