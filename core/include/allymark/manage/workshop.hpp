#pragma once
// Workshop (DOMAIN 6): two days of joint innovation every half year, which should bring three to
// five proposals; their ideas and yearly values add up over the years. Which levels hold it is
// data.

#include "allymark/base/finding.hpp"
#include "allymark/base/trace.hpp"
#include "allymark/manage/relationship.hpp"

namespace allymark {

struct WorkshopRules {
  std::int64_t every_months = 0;
  std::int64_t days = 0;
  std::int64_t least_proposals = 0;
  std::int64_t most_proposals = 0;
  List<std::string> levels;  ///< key levels that hold it
};

struct Proposals {
  std::int64_t low = 0;
  std::int64_t high = 0;
  std::optional<std::int64_t> last;
};
struct IdeaResult {
  std::string name;
  Date date;
  Maybe<Money> yearly_value;
};
struct Workshop {
  std::int64_t every_months = 0;
  std::int64_t days = 0;
  Maybe<Date> last;
  Maybe<Date> next;  ///< absent when the level holds none
  std::int64_t overdue_days = 0;
  Proposals proposals;
  List<IdeaResult> ideas;
  Money yearly_value;
  std::int64_t unvalued = 0;
};

/// The workshops up to `as_of`; `level` null = unknown, so that no date is guessed. Findings point
/// below `at`, the relationship. Example: ideas of 3.0M and 1.5M a year sum to 4,500,000.
Workshop review_workshops(const WorkshopRules& rules, const Relationship& relationship,
                          const std::string* level, Date as_of, const Place& at,
                          Findings& findings);

/// Records the steps behind the yearly value of the ideas, in yuan.
void explain(const Workshop& workshop, const Tracer& tracer);

template <>
struct Describe<WorkshopRules> {
  static constexpr const char* name = "workshop_rules";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(WorkshopRules, every_months, "everyMonths")
          .required()
          .between<1, 120>()
          .says(ALLYMARK_DOC("months between workshops")),
      ALLYMARK_FIELD(WorkshopRules, days, "days")
          .required()
          .between<1, 30>()
          .says(ALLYMARK_DOC("length of one")),
      ALLYMARK_FIELD(WorkshopRules, least_proposals, "leastProposals")
          .required()
          .between<0, 100>()
          .says(ALLYMARK_DOC("proposals it should bring, at least")),
      ALLYMARK_FIELD(WorkshopRules, most_proposals, "mostProposals")
          .required()
          .between<0, 100>()
          .says(ALLYMARK_DOC("proposals it should bring, at most")),
      ALLYMARK_FIELD(WorkshopRules, levels, "levels")
          .required()
          .at_most_long(20)
          .says(ALLYMARK_DOC("key levels that hold it")),
  };
};
template <>
struct Describe<Proposals> {
  static constexpr const char* name = "proposals";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Proposals, low, "low").says(ALLYMARK_DOC("at least so many are meant")),
      ALLYMARK_FIELD(Proposals, high, "high").says(ALLYMARK_DOC("at most so many")),
      ALLYMARK_FIELD(Proposals, last, "last")
          .nullable()
          .says(ALLYMARK_DOC("what the last workshop brought")),
  };
};
template <>
struct Describe<IdeaResult> {
  static constexpr const char* name = "idea_result";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(IdeaResult, name, "name").says(ALLYMARK_DOC("what is proposed")),
      ALLYMARK_FIELD(IdeaResult, date, "date").says(ALLYMARK_DOC("its workshop")),
      ALLYMARK_FIELD(IdeaResult, yearly_value, "yearlyValue")
          .nullable()
          .says(ALLYMARK_DOC("yuan a year")),
  };
};
template <>
struct Describe<Workshop> {
  static constexpr const char* name = "workshop";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Workshop, every_months, "everyMonths").says(ALLYMARK_DOC("months between")),
      ALLYMARK_FIELD(Workshop, days, "days").says(ALLYMARK_DOC("length of one")),
      ALLYMARK_FIELD(Workshop, last, "last").nullable().says(ALLYMARK_DOC("the last one held")),
      ALLYMARK_FIELD(Workshop, next, "next")
          .nullable()
          .says(ALLYMARK_DOC("when the next is due; null = none is, or the level is not known")),
      ALLYMARK_FIELD(Workshop, overdue_days, "overdueDays")
          .says(ALLYMARK_DOC("days past that date, 0 when in time")),
      ALLYMARK_FIELD(Workshop, proposals, "proposals")
          .says(ALLYMARK_DOC("meant and brought by the last one")),
      ALLYMARK_FIELD(Workshop, ideas, "ideas").says(ALLYMARK_DOC("ideas of all workshops")),
      ALLYMARK_FIELD(Workshop, yearly_value, "yearlyValue")
          .says(ALLYMARK_DOC("of all ideas with a value, yuan a year")),
      ALLYMARK_FIELD(Workshop, unvalued, "unvalued").says(ALLYMARK_DOC("ideas without a value")),
  };
};

}  // namespace allymark
