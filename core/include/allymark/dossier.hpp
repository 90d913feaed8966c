#pragma once
// Dossier: every fact known about one partner or candidate, one member per room. All but the id is
// optional; what is missing is a finding, never 0.

#include "allymark/agree/commission.hpp"
#include "allymark/agree/stop_loss.hpp"
#include "allymark/base/event.hpp"
#include "allymark/manage/crisis.hpp"
#include "allymark/manage/relationship.hpp"
#include "allymark/manage/scorecard.hpp"
#include "allymark/select/diligence.hpp"
#include "allymark/select/key_level.hpp"
#include "allymark/select/readiness.hpp"
#include "allymark/select/selection.hpp"

namespace allymark {

struct Pack;

struct Dossier {
  std::string id;
  std::string name;
  KeyLevelData key_level;
  Keyed<AbilityScore> ability;
  WillingnessData willingness;
  Keyed<Keyed<NeedState>> needs;
  List<std::string> offers;
  std::optional<std::string> sourcing;
  Keyed<Signal> screening;
  DiligenceData diligence;
  std::optional<TrialData> trial;
  std::optional<AgreementData> agreement;
  std::optional<InvestmentData> investment;
  List<MonthData> months;
  List<EventData> events;
  List<CrisisStepDone> crisis_steps;
  std::optional<Relationship> relationship;
};

/// Everything in a dossier that the pack does not allow, with paths below `at`.
void check(const Dossier& dossier, const Pack& pack, const Place& at, Errors& errors);

template <>
struct Describe<Dossier> {
  static constexpr const char* name = "dossier";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Dossier, id, "id").required().says(ALLYMARK_DOC("id, unique in a request")),
      ALLYMARK_FIELD(Dossier, name, "name").at_most_long(10'000).says(ALLYMARK_DOC("shown name")),
      ALLYMARK_FIELD(Dossier, key_level, "keyLevel")
          .says(ALLYMARK_DOC("select: what makes the partner key")),
      ALLYMARK_FIELD(Dossier, ability, "ability")
          .at_most_long(20)
          .says(ALLYMARK_DOC("select: scores by dimension")),
      ALLYMARK_FIELD(Dossier, willingness, "willingness")
          .says(ALLYMARK_DOC("select: signals of willingness")),
      ALLYMARK_FIELD(Dossier, needs, "needs")
          .at_most_long(20)
          .says(ALLYMARK_DOC("select: needs met, by group and need")),
      ALLYMARK_FIELD(Dossier, offers, "offers")
          .at_most_long(50)
          .says(ALLYMARK_DOC("select: ids of what we bring")),
      ALLYMARK_FIELD(Dossier, sourcing, "sourcing")
          .says(ALLYMARK_DOC("select: channel the candidate was found by")),
      ALLYMARK_FIELD(Dossier, screening, "screening")
          .at_most_long(50)
          .says(ALLYMARK_DOC("select: answers of the first screening")),
      ALLYMARK_FIELD(Dossier, diligence, "diligence")
          .says(ALLYMARK_DOC("select: the due diligence")),
      ALLYMARK_FIELD(Dossier, trial, "trial").says(ALLYMARK_DOC("select: the trial")),
      ALLYMARK_FIELD(Dossier, agreement, "agreement")
          .says(ALLYMARK_DOC("agree: the running agreement")),
      ALLYMARK_FIELD(Dossier, investment, "investment")
          .says(ALLYMARK_DOC("agree: what was put in, and what comes back")),
      ALLYMARK_FIELD(Dossier, months, "months")
          .at_most_long(1200)
          .says(ALLYMARK_DOC("manage: monthly figures")),
      ALLYMARK_FIELD(Dossier, events, "events")
          .at_most_long(1000)
          .says(ALLYMARK_DOC("what happened, for the exit and the crisis plans")),
      ALLYMARK_FIELD(Dossier, crisis_steps, "crisisSteps")
          .at_most_long(1000)
          .says(ALLYMARK_DOC("steps of crisis plans that were done")),
      ALLYMARK_FIELD(Dossier, relationship, "relationship")
          .says(ALLYMARK_DOC("manage: meetings, workshops, renewal, backup")),
  };
};

}  // namespace allymark
