#pragma once
// Adjustment (DOMAIN 4 "annual adjustment"): what a finished contract year proposes for the next
// one's clause, as differences of the pack: above the target raise, far below lower it or end, and
// where users are pleased propose a new product. A person decides; nothing is changed here.

#include "allymark/base/fields.hpp"
#include "allymark/base/trace.hpp"

namespace allymark {

struct AdjustmentRules {
  Decimal raise_from;     ///< percent of the target from which it is raised
  Decimal lower_below;    ///< percent of the target below which it is lowered
  Decimal raise_percent;  ///< by how much
  Decimal lower_percent;
  std::string product_metric;  ///< the figure that says users are pleased
  Decimal product_from;
};

enum class Proposal : std::uint8_t { raise_target, keep, lower_or_end, new_product };
/// One proposed change; without a path it is a talk to have, not a figure to change.
struct Change {
  Proposal proposal = Proposal::keep;
  std::optional<std::string> path;  ///< JSON Pointer into the pack
  Maybe<Decimal> from;
  Maybe<Decimal> to;
};
struct YearAdjustment {
  std::int64_t contract_year = 1;  ///< the year that is over
  Decimal result;                  ///< percent of its target
  std::string version;             ///< of the pack as it is
  std::string next_version;        ///< of the pack with the changes
  List<Change> changes;
};

/// A finished year's volume and figure and the next year's target, with its place in the pack.
struct YearResult {
  std::int64_t contract_year = 1;
  Decimal volume;
  Decimal target;
  Maybe<Decimal> satisfaction;
  Maybe<Decimal> next_target;
  std::string next_path;
};

/// Example: 5,500 of 5,000 is 110 %: the next target of 12,000 is proposed as 13,200.
YearAdjustment adjust(const AdjustmentRules& rules, const YearResult& year,
                      const std::string& version);

/// Records the steps behind the share of the target reached (percent) and what is proposed.
void explain(const YearAdjustment& result, const YearResult& year, const Tracer& tracer);

template <>
struct Tokens<Proposal> {
  static constexpr const char* names[] = {"raise_target", "keep", "lower_or_end", "new_product"};
};
template <>
struct Describe<AdjustmentRules> {
  static constexpr const char* name = "adjustment_rules";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(AdjustmentRules, raise_from, "raiseFrom")
          .required()
          .between<0, 1000>()
          .says(ALLYMARK_DOC("percent of the target from which the next one is raised")),
      ALLYMARK_FIELD(AdjustmentRules, lower_below, "lowerBelow")
          .required()
          .between<0, 1000>()
          .says(ALLYMARK_DOC("percent of the target below which the next one is lowered")),
      ALLYMARK_FIELD(AdjustmentRules, raise_percent, "raisePercent")
          .required()
          .between<0, 1000>()
          .says(ALLYMARK_DOC("by how much it is raised")),
      ALLYMARK_FIELD(AdjustmentRules, lower_percent, "lowerPercent")
          .required()
          .between<0, 100>()
          .says(ALLYMARK_DOC("by how much it is lowered")),
      ALLYMARK_FIELD(AdjustmentRules, product_metric, "productMetric")
          .required()
          .says(ALLYMARK_DOC("id of the metric that says users are pleased")),
      ALLYMARK_FIELD(AdjustmentRules, product_from, "productFrom")
          .required()
          .says(ALLYMARK_DOC("its figure from which a new product is proposed")),
  };
};
template <>
struct Describe<Change> {
  static constexpr const char* name = "change";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Change, proposal, "proposal").says(ALLYMARK_DOC("what is proposed")),
      ALLYMARK_FIELD(Change, path, "path").says(ALLYMARK_DOC("JSON Pointer into the policy")),
      ALLYMARK_FIELD(Change, from, "from").says(ALLYMARK_DOC("as it is")),
      ALLYMARK_FIELD(Change, to, "to").says(ALLYMARK_DOC("as proposed")),
  };
};
template <>
struct Describe<YearAdjustment> {
  static constexpr const char* name = "adjustment";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(YearAdjustment, contract_year, "contractYear")
          .says(ALLYMARK_DOC("the year that is over")),
      ALLYMARK_FIELD(YearAdjustment, result, "result")
          .shown(2)
          .says(ALLYMARK_DOC("percent of its target")),
      ALLYMARK_FIELD(YearAdjustment, version, "version")
          .says(ALLYMARK_DOC("of the policy as it is")),
      ALLYMARK_FIELD(YearAdjustment, next_version, "nextVersion")
          .says(ALLYMARK_DOC("of the policy with the changes")),
      ALLYMARK_FIELD(YearAdjustment, changes, "changes").says(ALLYMARK_DOC("what is proposed")),
  };
};

}  // namespace allymark
