#pragma once
// Pack: a policy (规则包), the versioned document that holds every rule, threshold, rate and
// option. Each rule's origin stands in the provenance table under the rule's id, so that every
// number on the page can say where it comes from.

#include "allymark/agree/commission_rules.hpp"
#include "allymark/agree/contract.hpp"
#include "allymark/agree/exit.hpp"
#include "allymark/agree/stop_loss.hpp"
#include "allymark/base/finding.hpp"
#include "allymark/base/trace.hpp"
#include "allymark/manage/cadence.hpp"
#include "allymark/manage/crisis_rules.hpp"
#include "allymark/manage/renewal.hpp"
#include "allymark/manage/scorecard_rules.hpp"
#include "allymark/manage/workshop.hpp"
#include "allymark/policy/adjustment.hpp"
#include "allymark/policy/lint.hpp"
#include "allymark/portfolio.hpp"
#include "allymark/select/diligence.hpp"
#include "allymark/select/key_level.hpp"
#include "allymark/select/readiness.hpp"
#include "allymark/select/trial_rules.hpp"

namespace allymark {

/// Where a rule comes from and what its clause is called.
struct Provenance {
  std::string clause;  ///< section of the source
  Origin origin = Origin::assumed;
  List<std::string> covers;  ///< places of the pack whose rule this is, without positions in lists
  std::optional<Label> label;
};

struct Pack {
  std::int64_t schema_version = 1;
  std::string id;
  std::string version;
  Date effective;
  Label label;
  Keyed<Provenance> provenance;
  Keyed<MetricDefinition> metrics;
  std::optional<KeyLevelRules> key_level;
  std::optional<ReadinessRules> readiness;
  std::optional<DiligenceRules> diligence;
  TrialRules trial;
  CommissionRules commission;
  std::optional<ExitRules> exit;
  std::optional<StopLossRules> stop_loss;
  List<ContractClause> contract;
  std::optional<AdjustmentRules> adjustment;
  ScorecardRules scorecard;
  Keyed<Label> roles;
  std::optional<CrisisRules> crisis;
  std::optional<CadenceRules> cadence;
  std::optional<WorkshopRules> workshop;
  std::optional<RenewalRules> renewal;
  std::optional<List<ActionRule>> actions;
  std::optional<PortfolioRules> portfolio;
};

/// Newest pack schema this engine reads; a newer one is refused untouched.
inline constexpr std::int64_t pack_schema_version = 1;

/// Everything wrong with a pack, all at once, with paths below `at`.
void check(const Pack& pack, const Place& at, Errors& errors);

/// Fills clause and origin of every step from the pack's provenance table.
void attribute(Trace& trace, const Pack& pack);

/// The origin of a rule; `assumed` when the pack says nothing of it.
Origin origin_of(const Pack& pack, std::string_view rule);

template <>
struct Tokens<Severity> {
  static constexpr const char* names[] = {"block", "doubt", "note"};
};
template <>
struct Describe<Provenance> {
  static constexpr const char* name = "provenance";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Provenance, clause, "clause")
          .required()
          .says(ALLYMARK_DOC("section of the source")),
      ALLYMARK_FIELD(Provenance, origin, "origin")
          .required()
          .says(ALLYMARK_DOC("said there, worked out, ours, or rebuilt from results")),
      ALLYMARK_FIELD(Provenance, covers, "covers")
          .says(ALLYMARK_DOC("places it stands for, without positions in lists; of several that "
                             "cover a place the longest counts")),
      ALLYMARK_FIELD(Provenance, label, "label").says(ALLYMARK_DOC("what the rule is called")),
  };
};
template <>
struct Describe<Pack> {
  static constexpr const char* name = "policy";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Pack, schema_version, "schemaVersion")
          .required()
          .between<1, 1'000'000>()
          .says(ALLYMARK_DOC("version of this document's shape")),
      ALLYMARK_FIELD(Pack, id, "id").required().says(ALLYMARK_DOC("id of the pack")),
      ALLYMARK_FIELD(Pack, version, "version").required().says(ALLYMARK_DOC("version of the pack")),
      ALLYMARK_FIELD(Pack, effective, "effective")
          .required()
          .says(ALLYMARK_DOC("in force from this day")),
      ALLYMARK_FIELD(Pack, label, "label").required().says(ALLYMARK_DOC("shown name")),
      ALLYMARK_FIELD(Pack, provenance, "provenance")
          .required()
          .at_most_long(500)
          .says(ALLYMARK_DOC("origin by rule id")),
      ALLYMARK_FIELD(Pack, metrics, "metrics")
          .required()
          .at_most_long(200)
          .says(ALLYMARK_DOC("metric by id")),
      ALLYMARK_FIELD(Pack, key_level, "keyLevel").says(ALLYMARK_DOC("select: the key levels")),
      ALLYMARK_FIELD(Pack, readiness, "readiness")
          .says(ALLYMARK_DOC("select: ability, willingness and needs")),
      ALLYMARK_FIELD(Pack, diligence, "diligence")
          .says(ALLYMARK_DOC("select: screening and due diligence")),
      ALLYMARK_FIELD(Pack, trial, "trial").required().says(ALLYMARK_DOC("select: the trial")),
      ALLYMARK_FIELD(Pack, commission, "commission")
          .required()
          .says(ALLYMARK_DOC("agree: the commission")),
      ALLYMARK_FIELD(Pack, exit, "exit").says(ALLYMARK_DOC("agree: the ways out")),
      ALLYMARK_FIELD(Pack, stop_loss, "stopLoss")
          .says(ALLYMARK_DOC("agree: when to go on, watch or stop")),
      ALLYMARK_FIELD(Pack, contract, "contract")
          .at_most_long(100)
          .says(ALLYMARK_DOC("agree: clauses that a contract must have")),
      ALLYMARK_FIELD(Pack, adjustment, "adjustment")
          .says(ALLYMARK_DOC("agree: what a finished year proposes for the next")),
      ALLYMARK_FIELD(Pack, scorecard, "scorecard")
          .required()
          .says(ALLYMARK_DOC("manage: the monthly scorecard")),
      ALLYMARK_FIELD(Pack, roles, "roles")
          .at_most_long(50)
          .says(ALLYMARK_DOC("who does things, by id")),
      ALLYMARK_FIELD(Pack, crisis, "crisis").says(ALLYMARK_DOC("manage: the crisis plans")),
      ALLYMARK_FIELD(Pack, cadence, "cadence").says(ALLYMARK_DOC("manage: who meets how often")),
      ALLYMARK_FIELD(Pack, workshop, "workshop").says(ALLYMARK_DOC("manage: joint workshops")),
      ALLYMARK_FIELD(Pack, renewal, "renewal")
          .says(ALLYMARK_DOC("manage: alerts before a contract's dates")),
      ALLYMARK_FIELD(Pack, actions, "actions")
          .at_most_long(50)
          .says(ALLYMARK_DOC("kinds of next actions, most urgent first")),
      ALLYMARK_FIELD(Pack, portfolio, "portfolio")
          .says(ALLYMARK_DOC("manage: many partners side by side")),
  };
};
template <>
struct Describe<Finding> {
  static constexpr const char* name = "finding";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Finding, code, "code").says(ALLYMARK_DOC("what is remarked")),
      ALLYMARK_FIELD(Finding, severity, "severity").says(ALLYMARK_DOC("block, doubt or note")),
      ALLYMARK_FIELD(Finding, path, "path")
          .says(ALLYMARK_DOC("JSON Pointer to the field of the request")),
      ALLYMARK_FIELD(Finding, params, "params").says(ALLYMARK_DOC("figures of the remark")),
  };
};
template <>
struct Describe<Input> {
  static constexpr const char* name = "input";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Input, name, "name").says(ALLYMARK_DOC("name of the figure put in")),
      ALLYMARK_FIELD(Input, value, "value").says(ALLYMARK_DOC("the figure")),
      ALLYMARK_FIELD(Input, unit, "unit").says(ALLYMARK_DOC("its unit")),
  };
};
template <>
struct Describe<Step> {
  static constexpr const char* name = "step";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Step, rule, "rule").says(ALLYMARK_DOC("id of the rule")),
      ALLYMARK_FIELD(Step, clause, "clause").says(ALLYMARK_DOC("section of the source")),
      ALLYMARK_FIELD(Step, origin, "origin").says(ALLYMARK_DOC("where the rule comes from")),
      ALLYMARK_FIELD(Step, op, "op").says(ALLYMARK_DOC("name of the formula")),
      ALLYMARK_FIELD(Step, inputs, "inputs").says(ALLYMARK_DOC("numbers put in")),
      ALLYMARK_FIELD(Step, value, "value").says(ALLYMARK_DOC("result of the step")),
      ALLYMARK_FIELD(Step, unit, "unit").says(ALLYMARK_DOC("unit of the result")),
  };
};

}  // namespace allymark
