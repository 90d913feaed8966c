#pragma once
// Renewal (DOMAIN 8): the dates on which a contract is looked at again (last day to give notice,
// end, price review), each with an alert so many days ahead, and who approves. All optional.

#include "allymark/base/finding.hpp"
#include "allymark/base/trace.hpp"
#include "allymark/manage/relationship.hpp"

namespace allymark {

struct RenewalRules {
  std::int64_t lead_days = 0;    ///< an alert comes so many days before a date
  std::int64_t notice_days = 0;  ///< before the end, unless the dossier says otherwise
};

enum class RenewalKind : std::uint8_t { notice, renewal, price_review };
enum class AlertState : std::uint8_t { quiet, alert, past };

struct RenewalDate {
  RenewalKind kind = RenewalKind::renewal;
  Date date;
  Date alert_from;
  AlertState state = AlertState::quiet;
  std::int64_t in_days = 0;
};
struct Renewal {
  std::optional<std::string> approver;
  List<RenewalDate> dates;
};

/// The dates that are known, earliest first. Findings point below `at`, the relationship. Example:
/// end 2027-06-30 with 180 days of notice and 60 of lead: notice until 2027-01-01, alert from
/// 2026-11-02.
Renewal watch_renewal(const RenewalRules& rules, const Relationship& relationship, Date as_of,
                      const Place& at, Findings& findings);

/// Records the steps behind each date and the days until it.
void explain(const Renewal& renewal, const RenewalRules& rules, const RenewalData& data, Date as_of,
             const Tracer& tracer);

template <>
struct Tokens<RenewalKind> {
  static constexpr const char* names[] = {"notice", "renewal", "price_review"};
};
template <>
struct Tokens<AlertState> {
  static constexpr const char* names[] = {"quiet", "alert", "past"};
};
template <>
struct Describe<RenewalRules> {
  static constexpr const char* name = "renewal_rules";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(RenewalRules, lead_days, "leadDays")
          .required()
          .between<0, 3650>()
          .says(ALLYMARK_DOC("days before a date on which its alert begins")),
      ALLYMARK_FIELD(RenewalRules, notice_days, "noticeDays")
          .required()
          .between<0, 3650>()
          .says(ALLYMARK_DOC("days before the end to give notice")),
  };
};
template <>
struct Describe<RenewalDate> {
  static constexpr const char* name = "renewal_date";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(RenewalDate, kind, "kind").says(ALLYMARK_DOC("what the date is for")),
      ALLYMARK_FIELD(RenewalDate, date, "date").says(ALLYMARK_DOC("last day for it")),
      ALLYMARK_FIELD(RenewalDate, alert_from, "alertFrom")
          .says(ALLYMARK_DOC("first day of the alert")),
      ALLYMARK_FIELD(RenewalDate, state, "state").says(ALLYMARK_DOC("quiet, alert or past")),
      ALLYMARK_FIELD(RenewalDate, in_days, "inDays")
          .says(ALLYMARK_DOC("days to it; negative = past")),
  };
};
template <>
struct Describe<Renewal> {
  static constexpr const char* name = "renewal";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Renewal, approver, "approver").nullable().says(ALLYMARK_DOC("who approves")),
      ALLYMARK_FIELD(Renewal, dates, "dates").says(ALLYMARK_DOC("earliest first")),
  };
};

}  // namespace allymark
