#include "allymark/manage/cadence.hpp"

#include "allymark/base/codes.hpp"
#include "allymark/base/order.hpp"

namespace allymark {
namespace {

constexpr int months_a_year = 12;

const CadenceLayer* find_layer(const CadenceRules& rules, const std::string& id) {
  for (const auto& layer : rules.layers) {
    if (layer.id == id) return &layer;
  }
  return nullptr;
}

/// The dates of one layer: the start plus k times the months between them, k = 1, 2, …
class Dates {
 public:
  Dates(Date start, std::int64_t every) : start_(start), every_(static_cast<int>(every)) {}

  Date at(std::size_t k) const { return start_.plus_months(static_cast<int>(k) * every_); }
  /// How many dates lie on or before a day.
  std::size_t until(Date day) const {
    const int months = day.month().index() - start_.month().index();
    if (months < 0) return 0;
    auto k = static_cast<std::size_t>(months / every_);
    if (at(k) > day && k > 0) --k;
    return k;
  }
  /// The date nearest to a day, the earlier one of two; 0 is the start.
  std::size_t nearest(Date day) const {
    const std::size_t k = until(day);
    const bool before = day.serial() - at(k).serial() <= at(k + 1).serial() - day.serial();
    return before ? k : k + 1;
  }

 private:
  Date start_;
  int every_;
};

class Planner {
 public:
  Planner(const CadenceRules& rules, const Relationship& relationship, Date as_of, const Place& at,
          Findings& findings)
      : rules_(rules),
        relationship_(relationship),
        start_(*relationship.start),
        as_of_(as_of),
        at_(at),
        findings_(findings) {}

  Cadence run(const std::string& level) {
    result_.level = level;
    int year = 0;
    while (start_.plus_months((year + 1) * months_a_year) < as_of_) ++year;
    result_.from = start_.plus_months(year * months_a_year);
    result_.to = start_.plus_months((year + 1) * months_a_year);
    for (const auto& frequency : rules_.frequencies) {
      if (frequency.level == level) add_lane(frequency);
    }
    sort(result_.next, [](const NextMeeting& a, const NextMeeting& b) { return a.due < b.due; });
    const auto most = static_cast<std::size_t>(rules_.next_meetings);
    while (result_.next.size() > most) result_.next.pop_back();
    return std::move(result_);
  }

 private:
  void add_lane(const Frequency& frequency) {
    const CadenceLayer& layer = *find_layer(rules_, frequency.layer);
    Lane lane;
    lane.layer = layer.id;
    lane.every_months = frequency.every_months;
    lane.owner_role = layer.owner;
    if (const std::string* owner = relationship_.owners.find(layer.id)) {
      if (!owner->empty()) lane.owner = *owner;
    }
    if (!lane.owner) {
      findings_
          .add(finding_code::layer_owner_missing, Severity::note,
               at_.member("owners").key(layer.id))
          .with("layer", layer.id);
    }
    if (frequency.every_months) add_dates(lane, Dates(start_, *frequency.every_months));
    result_.lanes.push_back(std::move(lane));
  }

  /// Which meeting ticked off which date, by number; the last one that did.
  struct Ticks {
    List<Maybe<Date>> held;
    std::size_t last = 0;
  };
  Ticks tick(const std::string& layer, const Dates& dates, std::size_t count) const {
    Ticks ticks;
    ticks.held.resize(count + 1);
    for (const auto& meeting : relationship_.meetings) {
      if (meeting.layer != layer || meeting.date > as_of_) continue;
      const std::size_t k = dates.nearest(meeting.date);
      if (k == 0 || k > count) continue;
      if (!ticks.held[k] || meeting.date < *ticks.held[k]) ticks.held[k] = meeting.date;
      if (k > ticks.last) ticks.last = k;
    }
    return ticks;
  }

  void add_dates(Lane& lane, const Dates& dates) {
    const std::size_t passed = dates.until(as_of_.plus_days(-1));
    const std::size_t count = dates.until(result_.to);
    // A meeting may tick off the first date of the next year, too.
    const Ticks ticks = tick(lane.layer, dates, count + 1);
    for (std::size_t k = dates.until(result_.from) + 1; k <= count; ++k) {
      LaneMeeting meeting{dates.at(k), ticks.held[k], MeetingState::planned};
      if (meeting.held) {
        meeting.state = MeetingState::held;
      } else if (k <= passed) {
        meeting.state = k < ticks.last ? MeetingState::missed : MeetingState::overdue;
      }
      lane.meetings.push_back(meeting);
    }
    if (passed > ticks.last) {
      const Date since = dates.at(ticks.last + 1);
      OverdueMeeting open{lane.layer, since, as_of_.serial() - since.serial(),
                          static_cast<std::int64_t>(passed - ticks.last)};
      findings_.add(finding_code::meeting_overdue, Severity::doubt, at_, "meetings")
          .with("layer", open.layer)
          .with("due", since.text())
          .with("days", Decimal::whole(open.days));
      result_.overdue.push_back(std::move(open));
    }
    for (std::size_t i = 1; i <= static_cast<std::size_t>(rules_.next_meetings); ++i) {
      const std::size_t k = (ticks.last > passed ? ticks.last : passed) + i;
      const Date due = dates.at(k);
      result_.next.push_back({lane.layer, due, due.serial() - as_of_.serial()});
    }
  }

  const CadenceRules& rules_;
  const Relationship& relationship_;
  Date start_;
  Date as_of_;
  const Place& at_;
  Findings& findings_;
  Cadence result_;
};

void check_date(Date date, const Relationship& relationship, const Place& at, Errors& errors) {
  if (!relationship.start || date >= *relationship.start) return;
  errors.add(error_code::before_relationship, at)
      .with("date", date.text())
      .with("start", relationship.start->text());
}

}  // namespace

void check(const CadenceRules& rules, const Keyed<Label>& roles, const Place& at, Errors& errors) {
  const Place layers = at.member("layers");
  for (std::size_t i = 0; i < rules.layers.size(); ++i) {
    const Place item = layers.index(i);
    if (find_layer(rules, rules.layers[i].id) != &rules.layers[i]) {
      errors.add_duplicate(item, "id", rules.layers[i].id);
    }
    if (roles.find(rules.layers[i].owner) == nullptr) {
      errors.add(error_code::unknown_id, item, "owner").with("id", rules.layers[i].owner);
    }
  }
  const Place list = at.member("frequencies");
  if (rules.frequencies.empty()) errors.add(error_code::empty_list, list);
  for (std::size_t i = 0; i < rules.frequencies.size(); ++i) {
    const Frequency& rule = rules.frequencies[i];
    const Place item = list.index(i);
    if (find_layer(rules, rule.layer) == nullptr) {
      errors.add(error_code::unknown_id, item, "layer").with("id", rule.layer);
    }
    for (std::size_t j = 0; j < i; ++j) {
      if (rules.frequencies[j].level != rule.level || rules.frequencies[j].layer != rule.layer)
        continue;
      errors.add_duplicate(item, "layer", rule.layer);
      break;
    }
  }
}

void check(const Relationship& relationship, const CadenceRules* cadence, const Place& at,
           Errors& errors) {
  const auto check_layer = [&](const std::string& layer, const Place& place) {
    if (cadence == nullptr || find_layer(*cadence, layer) != nullptr) return;
    errors.add(error_code::unknown_id, place).with("id", layer);
  };
  for (const auto& owner : relationship.owners) {
    check_layer(owner.key, at.member("owners").key(owner.key));
  }
  const Place meetings = at.member("meetings");
  for (std::size_t i = 0; i < relationship.meetings.size(); ++i) {
    const Place item = meetings.index(i);
    check_layer(relationship.meetings[i].layer, item.member("layer"));
    check_date(relationship.meetings[i].date, relationship, item.member("date"), errors);
  }
  if (relationship.renewal && relationship.renewal->end) {
    check_date(*relationship.renewal->end, relationship, at.member("renewal/end"), errors);
  }
}

Cadence plan_meetings(const CadenceRules& rules, const Relationship& relationship,
                      const std::string& level, Date as_of, const Place& at, Findings& findings) {
  return Planner(rules, relationship, as_of, at, findings).run(level);
}

void explain(const Cadence& cadence, Date start, Date as_of, const Tracer& tracer) {
  const Place next = tracer.place().member("next");
  for (std::size_t i = 0; i < cadence.next.size(); ++i) {
    const NextMeeting& meeting = cadence.next[i];
    const Place item = next.index(i);
    for (const auto& lane : cadence.lanes) {
      if (lane.layer != meeting.layer) continue;
      tracer.under(item)
          .step("due", "cadence.calendar", "start_plus_months")
          .with("start", start.text(), "")
          .with("everyMonths", Decimal::whole(*lane.every_months), "months")
          .gives(meeting.due.text());
    }
  }
  const Place overdue = tracer.place().member("overdue");
  for (std::size_t i = 0; i < cadence.overdue.size(); ++i) {
    const Place item = overdue.index(i);
    tracer.under(item)
        .step("days", "cadence.calendar", "days_since")
        .with("due", cadence.overdue[i].due.text(), "")
        .with("asOf", as_of.text(), "")
        .gives(Decimal::whole(cadence.overdue[i].days), "days");
  }
}

}  // namespace allymark
