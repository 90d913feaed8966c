#include "assess_manage.hpp"

#include "allymark/base/codes.hpp"

namespace allymark {
namespace {

/// The day of judgement: the one given, or the end of the last month there is.
Maybe<Date> day_of(const Dossier& dossier, Maybe<Date> as_of) {
  if (as_of || dossier.months.empty()) return as_of;
  Month last = dossier.months.front().month;
  for (const auto& month : dossier.months) last = month.month > last ? month.month : last;
  return last.last_day();
}

/// The key level in force, as far as it is known.
struct Level {
  const std::string* id = nullptr;
  bool is_key = false;
};
Level level_of(const Assessment& result) {
  if (!result.key_level || !result.key_level->level) return {};
  return {&*result.key_level->level, result.key_level->is_key.value_or(false)};
}

/// The years after signing: who meets whom, what comes of it, what must not be missed.
void keep(const Pack& pack, const Relationship& relationship, const Level& level, Date day,
          const Place& at, Findings& findings, const Tracer* tracer, Assessment& result) {
  if (pack.cadence && relationship.start && level.id != nullptr) {
    result.cadence = plan_meetings(*pack.cadence, relationship, *level.id, day, at, findings);
    if (tracer != nullptr) {
      explain(*result.cadence, *relationship.start, day,
              tracer->under(tracer->place().member("cadence")));
    }
  } else if (pack.cadence) {
    const bool no_start = !relationship.start;
    findings.add(no_start ? finding_code::calendar_no_start : finding_code::calendar_no_level,
                 Severity::doubt, at.member("start"));
  }
  if (pack.workshop) {
    result.workshop = review_workshops(*pack.workshop, relationship, level.id, day, at, findings);
    if (tracer != nullptr)
      explain(*result.workshop, tracer->under(tracer->place().member("workshop")));
  }
  if (pack.renewal) {
    result.renewal = watch_renewal(*pack.renewal, relationship, day, at, findings);
    if (tracer != nullptr && relationship.renewal) {
      explain(*result.renewal, *pack.renewal, *relationship.renewal, day,
              tracer->under(tracer->place().member("renewal")));
    }
  }
}

void on_day(const Pack& pack, const Dossier& dossier, const Level& level, Date day, const Place& at,
            Assessment& result, Findings& findings, Trace* trace) {
  const std::optional<Tracer> tracer =
      trace == nullptr ? std::nullopt : std::optional(Tracer(*trace));
  if (pack.crisis) {
    const CrisisFacts facts{dossier.months, dossier.events, dossier.crisis_steps};
    result.crisis = watch(*pack.crisis, pack.metrics, pack.scorecard, facts, day, at, findings);
    if (tracer) explain(*result.crisis, *pack.crisis, tracer->under(Place::at("/crisis")));
  }
  if (dossier.relationship) {
    keep(pack, *dossier.relationship, level, day, at.member("relationship"), findings,
         tracer ? &*tracer : nullptr, result);
  } else if (pack.cadence || pack.workshop || pack.renewal) {
    findings.add(finding_code::relationship_missing, Severity::note, at, "relationship");
  }
}

}  // namespace

void check_manage(const Dossier& dossier, const Pack& pack, const Place& at, Errors& errors) {
  if (pack.crisis) check(dossier.crisis_steps, *pack.crisis, at.member("crisisSteps"), errors);
  if (dossier.relationship) {
    check(*dossier.relationship, pack.cadence ? &*pack.cadence : nullptr, at.member("relationship"),
          errors);
  }
}

void assess_manage(const Pack& pack, const Dossier& dossier, Maybe<Date> as_of, const Place& at,
                   Assessment& result, Findings& findings, Trace* trace) {
  const Level level = level_of(result);
  const auto& kept = dossier.relationship;
  // Asked of partners, not of candidates.
  const bool is_partner = kept || dossier.agreement;
  const bool has_backup = kept && kept->backup && !kept->backup->empty();
  result.backup_missing = level.is_key && is_partner && !has_backup;
  if (result.backup_missing) {
    findings.add(finding_code::backup_missing, Severity::doubt, at, "relationship/backup");
  }
  const auto day = day_of(dossier, as_of);
  if (day) on_day(pack, dossier, level, *day, at, result, findings, trace);
  if (pack.actions) result.next_actions = next_actions(*pack.actions, result, day);
}

}  // namespace allymark
