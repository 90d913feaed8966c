#include "allymark/manage/workshop.hpp"

#include "allymark/base/codes.hpp"

namespace allymark {
namespace {

bool holds(const WorkshopRules& rules, const std::string* level) {
  if (level == nullptr) return false;
  for (const auto& known : rules.levels) {
    if (known == *level) return true;
  }
  return false;
}

void remark(const Workshop& result, const WorkshopHeld* last, const Place& at, Findings& findings) {
  if (result.overdue_days > 0) {
    findings.add(finding_code::workshop_overdue, Severity::doubt, at)
        .with("due", result.next->text())
        .with("days", Decimal::whole(result.overdue_days));
  }
  if (last == nullptr) return;
  const std::int64_t count = *result.proposals.last;
  if (count >= result.proposals.low && count <= result.proposals.high) return;
  findings.add(finding_code::proposals_outside, Severity::note, at)
      .with("count", Decimal::whole(count))
      .with("low", Decimal::whole(result.proposals.low))
      .with("high", Decimal::whole(result.proposals.high));
}

}  // namespace

Workshop review_workshops(const WorkshopRules& rules, const Relationship& relationship,
                          const std::string* level, Date as_of, const Place& at,
                          Findings& findings) {
  Workshop result;
  result.every_months = rules.every_months;
  result.days = rules.days;
  result.proposals = {rules.least_proposals, rules.most_proposals, std::nullopt};
  const WorkshopHeld* last = nullptr;
  for (const auto& held : relationship.workshops) {
    if (held.date > as_of) continue;
    if (relationship.start && held.date < *relationship.start) {
      findings.add(finding_code::workshop_before_start, Severity::doubt, at, "workshops")
          .with("date", held.date.text())
          .with("start", relationship.start->text());
    }
    if (last == nullptr || held.date > last->date) last = &held;
    for (const auto& idea : held.ideas) {
      result.ideas.push_back({idea.name, held.date, idea.yearly_value});
      if (idea.yearly_value) {
        result.yearly_value = result.yearly_value + *idea.yearly_value;
      } else {
        ++result.unvalued;
      }
    }
  }
  Maybe<Date> since = relationship.start;
  if (last != nullptr) {
    since = result.last = last->date;
    result.proposals.last = static_cast<std::int64_t>(last->ideas.size());
  }
  if (since && holds(rules, level)) {
    result.next = since->plus_months(static_cast<int>(rules.every_months));
    const std::int64_t late = as_of.serial() - result.next->serial();
    result.overdue_days = late > 0 ? late : 0;
  }
  remark(result, last, at.member("workshops"), findings);
  return result;
}

void explain(const Workshop& workshop, const Tracer& tracer) {
  Step& sum = tracer.step("yearlyValue", "workshop.ideas", "sum_of_ideas");
  for (const auto& idea : workshop.ideas) {
    if (idea.yearly_value) sum.with(idea.name, *idea.yearly_value, "yuan");
  }
  sum.gives(workshop.yearly_value, "yuan");
}

}  // namespace allymark
