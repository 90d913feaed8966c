#pragma once
// Selection: ranks judged trials by verdict, then unrounded score, then the tie-breaks, and picks
// the first if it may be signed (DOMAIN 3). Says whether one candidate dominates and how firmly
// each neighbouring order holds under other weights.

#include "allymark/select/trial.hpp"

namespace allymark {

struct Candidate {
  std::string id;
  std::string name;
  const TrialData* trial = nullptr;  ///< null = no trial yet
  std::size_t index = 0;             ///< of the dossier in the request
  List<Blocker> blocked_by;          ///< why it is never picked

  /// "/dossiers/<index>".
  Place place() const { return dossiers.index(index); }
  static constexpr Place dossiers = Place::at("/dossiers");
};

struct Pick {
  std::string id;
  std::string name;
  Verdict verdict = Verdict::sign;
  Maybe<Decimal> score;
  Maybe<Decimal> shown_score;
};

enum class Advice : std::uint8_t { sign, sign_when_measured, retry, search_again };

struct OrderStability {
  std::string above;
  std::string below;
  Decimal share;  ///< percent of weightings in which the order by score holds
  std::int64_t draws = 0;
};

struct Selection {
  std::optional<Pick> pick;
  Advice advice = Advice::search_again;
  TrialPlan plan;
  List<TrialResult> ranking;
  std::optional<std::string> dominant;
  List<OrderStability> stability;
  Origin score_origin = Origin::assumed;  ///< of the score's formula
};

struct DrawOptions {
  std::optional<std::int64_t> seed;
  std::optional<std::int64_t> draws;
};

/// Ranks and picks. Candidates without a trial are ranked last as insufficient, with a finding.
Selection select(const TrialRules& rules, const Keyed<MetricDefinition>& metrics,
                 const List<Candidate>& candidates, const DrawOptions& options, Findings& findings);

/// Records the steps behind each candidate's verdict and scores, and the share of weightings
/// (percent) that keeps the order.
void explain(const Selection& selection, const TrialRules& rules, const Tracer& tracer);

template <>
struct Tokens<Advice> {
  static constexpr const char* names[] = {"sign", "sign_when_measured", "retry", "search_again"};
};
template <>
struct Describe<Pick> {
  static constexpr const char* name = "pick";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Pick, id, "id").says(ALLYMARK_DOC("the dossier's id")),
      ALLYMARK_FIELD(Pick, name, "name").says(ALLYMARK_DOC("the dossier's name")),
      ALLYMARK_FIELD(Pick, verdict, "verdict").says(ALLYMARK_DOC("sign or conditional")),
      ALLYMARK_FIELD(Pick, score, "score")
          .nullable()
          .shown(2)
          .says(ALLYMARK_DOC("composite score")),
      ALLYMARK_FIELD(Pick, shown_score, "shownScore")
          .nullable()
          .says(ALLYMARK_DOC("score rounded half up")),
  };
};
template <>
struct Describe<OrderStability> {
  static constexpr const char* name = "order_stability";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(OrderStability, above, "above")
          .says(ALLYMARK_DOC("the candidate ranked above")),
      ALLYMARK_FIELD(OrderStability, below, "below").says(ALLYMARK_DOC("the next one")),
      ALLYMARK_FIELD(OrderStability, share, "share")
          .shown(2)
          .says(ALLYMARK_DOC("percent of weightings in which the order by score holds")),
      ALLYMARK_FIELD(OrderStability, draws, "draws").says(ALLYMARK_DOC("weightings drawn")),
  };
};
template <>
struct Describe<Selection> {
  static constexpr const char* name = "selection";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Selection, pick, "pick").nullable().says(ALLYMARK_DOC("who to sign")),
      ALLYMARK_FIELD(Selection, advice, "advice").says(ALLYMARK_DOC("what to do")),
      ALLYMARK_FIELD(Selection, plan, "plan").says(ALLYMARK_DOC("the trial as planned")),
      ALLYMARK_FIELD(Selection, ranking, "ranking").says(ALLYMARK_DOC("best first")),
      ALLYMARK_FIELD(Selection, dominant, "dominant")
          .nullable()
          .says(ALLYMARK_DOC("id of who is at least as good in every scored metric as all others")),
      ALLYMARK_FIELD(Selection, stability, "stability")
          .says(ALLYMARK_DOC("how often each neighbouring order holds")),
      ALLYMARK_FIELD(Selection, score_origin, "scoreOrigin")
          .says(ALLYMARK_DOC("where the score's formula comes from")),
  };
};

}  // namespace allymark
