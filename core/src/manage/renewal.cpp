#include "allymark/manage/renewal.hpp"

#include "allymark/base/codes.hpp"
#include "allymark/base/order.hpp"

namespace allymark {
namespace {

const char* name_of(RenewalKind kind) {
  return Tokens<RenewalKind>::names[static_cast<std::size_t>(kind)];
}

std::int64_t notice_days(const RenewalRules& rules, const RenewalData& data) {
  return data.notice_days.value_or(rules.notice_days);
}

RenewalDate watch(RenewalKind kind, Date date, const RenewalRules& rules, Date as_of) {
  RenewalDate result;
  result.kind = kind;
  result.date = date;
  result.alert_from = date.plus_days(-static_cast<int>(rules.lead_days));
  result.state = as_of > date                 ? AlertState::past
                 : as_of >= result.alert_from ? AlertState::alert
                                              : AlertState::quiet;
  result.in_days = date.serial() - as_of.serial();
  return result;
}

}  // namespace

Renewal watch_renewal(const RenewalRules& rules, const Relationship& relationship, Date as_of,
                      const Place& at, Findings& findings) {
  Renewal result;
  const Place place = at.member("renewal");
  const RenewalData data = relationship.renewal.value_or(RenewalData{});
  result.approver = data.approver;
  if (data.end) {
    const auto days = static_cast<int>(notice_days(rules, data));
    result.dates.push_back(watch(RenewalKind::notice, data.end->plus_days(-days), rules, as_of));
    result.dates.push_back(watch(RenewalKind::renewal, *data.end, rules, as_of));
    if (!data.approver) {
      findings.add(finding_code::approver_missing, Severity::note, place, "approver");
    }
  } else {
    findings.add(finding_code::contract_end_missing, Severity::note, place, "end");
  }
  if (data.price_review) {
    result.dates.push_back(watch(RenewalKind::price_review, *data.price_review, rules, as_of));
  }
  sort(result.dates, [](const RenewalDate& a, const RenewalDate& b) { return a.date < b.date; });
  for (const auto& date : result.dates) {
    if (date.state != AlertState::alert) continue;
    findings.add(finding_code::renewal_alert, Severity::doubt, place)
        .with("kind", name_of(date.kind))
        .with("date", date.date.text())
        .with("days", Decimal::whole(date.in_days));
  }
  return result;
}

void explain(const Renewal& renewal, const RenewalRules& rules, const RenewalData& data, Date as_of,
             const Tracer& tracer) {
  const Place dates = tracer.place().member("dates");
  for (std::size_t i = 0; i < renewal.dates.size(); ++i) {
    const RenewalDate& date = renewal.dates[i];
    const Place item = dates.index(i);
    const Tracer below = tracer.under(item);
    if (date.kind == RenewalKind::notice) {
      below.step("date", "renewal.dates", "end_less_notice")
          .with("end", data.end->text(), "")
          .with("noticeDays", Decimal::whole(notice_days(rules, data)), "days")
          .gives(date.date.text());
    }
    below.step("inDays", "renewal.dates", "days_to")
        .with("date", date.date.text(), "")
        .with("asOf", as_of.text(), "")
        .gives(Decimal::whole(date.in_days), "days");
  }
}

}  // namespace allymark
