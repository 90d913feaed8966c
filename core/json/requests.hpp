#pragma once
// Requests: what each call takes. The tables here are the request schema.

#include "allymark/assess.hpp"
#include "allymark/explore/simulation.hpp"

namespace allymark::json {

struct SelectRequest {
  std::string call;
  RawJson policy;
  List<Dossier> dossiers;
  Maybe<Date> as_of;
  bool trace = false;
  std::optional<std::int64_t> seed;
  std::optional<std::int64_t> draws;
};

struct AssessRequest {
  std::string call;
  RawJson policy;
  std::optional<Dossier> dossier;
  Maybe<Date> as_of;
  bool trace = false;
};

/// A portfolio or a part of one: `totals` is what the parts before added up to, `more` says that
/// another part follows.
struct AssessManyRequest {
  std::string call;
  RawJson policy;
  List<Dossier> dossiers;
  Maybe<Date> as_of;
  bool more = false;
  PortfolioTotals totals;
};

struct QuoteRequest {
  std::string call;
  RawJson policy;
  std::optional<Clause> clause;
  AgreementData agreement;
  Maybe<Date> as_of;
  bool trace = false;
};

struct CurveRequest {
  std::string call;
  RawJson policy;
  std::optional<Clause> clause;
  std::int64_t contract_year = 1;
  Maybe<Decimal> to;
  ReadingChoice reading;
};

/// What may move in an inner request, and within which bounds.
struct ExploreVary {
  std::string at;
  Maybe<Decimal> from;
  Maybe<Decimal> to;
  Maybe<Decimal> step;
  Maybe<Decimal> percent;
};
struct ExploreGoal {
  Maybe<Decimal> at_least;
  Maybe<Decimal> at_most;
};
struct ExploreSetting {
  std::string at;
  RawJson to;
};
struct ExploreRow {
  List<ExploreSetting> set;
};
struct ExploreRequest {
  std::string call;
  RawJson request;
  List<std::string> watch;
  List<ExploreVary> vary;
  std::optional<ExploreGoal> goal;
  bool options = false;
  List<ExploreRow> rows;
};

/// A contract year to be drawn many times.
struct SimulateRequest {
  std::string call;
  RawJson policy;
  std::int64_t contract_year = 1;
  ReadingChoice reading;
  SimulationData data;
  SimulationRules rules;
};

/// The answer of an earlier request, to be worked out again.
struct VerifyRequest {
  std::string call;
  RawJson request;
  RawJson told;
};

/// Two policies, and the dossiers to be judged by both.
struct DiffRequest {
  std::string call;
  RawJson from;
  RawJson to;
  List<Dossier> dossiers;
  Maybe<Date> as_of;
};

/// Versions of a policy, of which one is in force.
struct InForceRequest {
  std::string call;
  List<RawJson> policies;
  Maybe<Date> as_of;
};

/// add_policy, check and digest: a document and, for error paths, where it stood.
struct DocumentRequest {
  std::string call;
  RawJson document;
  std::string at;
  bool named = true;
};

}  // namespace allymark::json

namespace allymark {

#define ALLYMARK_CALL(Request) \
  ALLYMARK_FIELD(Request, call, "call").required().says(ALLYMARK_DOC("name of the call"))
#define ALLYMARK_POLICY(Request)            \
  ALLYMARK_FIELD(Request, policy, "policy") \
      .says(ALLYMARK_DOC("id of a pack, {digest} of one the engine holds, or a whole pack"))
#define ALLYMARK_TRACE(Request) \
  ALLYMARK_FIELD(Request, trace, "trace").says(ALLYMARK_DOC("record the steps behind numbers"))
#define ALLYMARK_AS_OF(Request) \
  ALLYMARK_FIELD(Request, as_of, "asOf").says(ALLYMARK_DOC("the date of judgement"))

template <>
struct Describe<json::SelectRequest> {
  using R = json::SelectRequest;
  static constexpr const char* name = "select_request";
  static constexpr Field fields[] = {
      ALLYMARK_CALL(R),
      ALLYMARK_POLICY(R).required(),
      ALLYMARK_AS_OF(R),
      ALLYMARK_TRACE(R),
      ALLYMARK_FIELD(R, dossiers, "dossiers")
          .required()
          .at_most_long(10'000)
          .says(ALLYMARK_DOC("candidates")),
      ALLYMARK_FIELD(R, seed, "seed")
          .between<0, 4'000'000'000>()
          .says(ALLYMARK_DOC("seed of the draws; absent = the policy's")),
      ALLYMARK_FIELD(R, draws, "draws")
          .between<0, 1'000'000>()
          .says(ALLYMARK_DOC("weightings drawn; absent = the policy's")),
  };
};
template <>
struct Describe<json::AssessRequest> {
  using R = json::AssessRequest;
  static constexpr const char* name = "assess_request";
  static constexpr Field fields[] = {
      ALLYMARK_CALL(R),
      ALLYMARK_POLICY(R).required(),
      ALLYMARK_AS_OF(R),
      ALLYMARK_TRACE(R),
      ALLYMARK_FIELD(R, dossier, "dossier").required().says(ALLYMARK_DOC("the partner")),
  };
};
template <>
struct Describe<json::AssessManyRequest> {
  using R = json::AssessManyRequest;
  static constexpr const char* name = "assess_many_request";
  static constexpr Field fields[] = {
      ALLYMARK_CALL(R),
      ALLYMARK_POLICY(R).required(),
      ALLYMARK_AS_OF(R),
      ALLYMARK_FIELD(R, dossiers, "dossiers")
          .required()
          .at_most_long(20'000)
          .says(ALLYMARK_DOC("partners, or the next part of them")),
      ALLYMARK_FIELD(R, more, "more").says(ALLYMARK_DOC("another part follows")),
      ALLYMARK_FIELD(R, totals, "totals").says(ALLYMARK_DOC("totals of the parts before")),
  };
};
template <>
struct Describe<json::QuoteRequest> {
  using R = json::QuoteRequest;
  static constexpr const char* name = "quote_request";
  static constexpr Field fields[] = {
      ALLYMARK_CALL(R),
      ALLYMARK_POLICY(R),
      ALLYMARK_AS_OF(R),
      ALLYMARK_TRACE(R),
      ALLYMARK_FIELD(R, clause, "clause").says(ALLYMARK_DOC("a clause in place of the policy's")),
      ALLYMARK_FIELD(R, agreement.contract_year, "contractYear")
          .between<1, 30>()
          .says(ALLYMARK_DOC("contract year, 1 = first")),
      ALLYMARK_FIELD(R, agreement.volume, "volume")
          .between<0, 1'000'000'000>()
          .says(ALLYMARK_DOC("units in the contract year to date; needed by a rate per unit")),
      ALLYMARK_FIELD(R, agreement.metrics, "metrics")
          .at_most_long(50)
          .says(ALLYMARK_DOC("quality figures over the same time")),
      ALLYMARK_FIELD(R, agreement.reading, "reading")
          .says(ALLYMARK_DOC("reading; each absent choice is the policy's")),
      ALLYMARK_COUNTS(R, agreement.),
  };
};
template <>
struct Describe<json::CurveRequest> {
  using R = json::CurveRequest;
  static constexpr const char* name = "curve_request";
  static constexpr Field fields[] = {
      ALLYMARK_CALL(R),
      ALLYMARK_POLICY(R),
      ALLYMARK_FIELD(R, clause, "clause").says(ALLYMARK_DOC("a clause in place of the policy's")),
      ALLYMARK_FIELD(R, contract_year, "contractYear")
          .between<1, 30>()
          .says(ALLYMARK_DOC("contract year, 1 = first")),
      ALLYMARK_FIELD(R, to, "to")
          .required()
          .between<0, 1'000'000'000>()
          .says(ALLYMARK_DOC("last volume of the curve")),
      ALLYMARK_FIELD(R, reading, "reading")
          .says(ALLYMARK_DOC("reading; each absent choice is the policy's")),
  };
};
template <>
struct Describe<json::DocumentRequest> {
  using R = json::DocumentRequest;
  static constexpr const char* name = "document_request";
  static constexpr Field fields[] = {
      ALLYMARK_CALL(R),
      ALLYMARK_FIELD(R, document, "document")
          .required()
          .says(ALLYMARK_DOC("a policy, or for digest any document")),
      ALLYMARK_FIELD(R, at, "at").says(ALLYMARK_DOC("prefix of error paths")),
      ALLYMARK_FIELD(R, named, "named")
          .says(ALLYMARK_DOC("the pack answers to its id from now on")),
  };
};

template <>
struct Describe<json::ExploreVary> {
  using R = json::ExploreVary;
  static constexpr const char* name = "explore_vary";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(R, at, "at")
          .required()
          .at_most_long(1000)
          .says(ALLYMARK_DOC("JSON Pointer into the inner request, to a figure or to what holds "
                             "some; /policy/... is a rule")),
      ALLYMARK_FIELD(R, from, "from")
          .between<-1'000'000'000, 1'000'000'000>()
          .says(ALLYMARK_DOC("least figure tried; absent = by percent, or the metric's range")),
      ALLYMARK_FIELD(R, to, "to")
          .between<-1'000'000'000, 1'000'000'000>()
          .says(ALLYMARK_DOC("largest figure tried")),
      ALLYMARK_FIELD(R, step, "step")
          .between<0, 1'000'000'000>()
          .says(ALLYMARK_DOC("figures tried are multiples of it; absent = 1 where whole numbers "
                             "are meant, else the ninth decimal place")),
      ALLYMARK_FIELD(R, percent, "percent")
          .between<0, 1000>()
          .says(ALLYMARK_DOC("so much of the figure down and up, in place of from and to")),
  };
};
template <>
struct Describe<json::ExploreGoal> {
  using R = json::ExploreGoal;
  static constexpr const char* name = "explore_goal";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(R, at_least, "atLeast")
          .says(ALLYMARK_DOC("the first watched figure reaches it")),
      ALLYMARK_FIELD(R, at_most, "atMost").says(ALLYMARK_DOC("and does not exceed it")),
  };
};
template <>
struct Describe<json::ExploreSetting> {
  using R = json::ExploreSetting;
  static constexpr const char* name = "explore_setting";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(R, at, "at")
          .required()
          .at_most_long(1000)
          .says(ALLYMARK_DOC("JSON Pointer to a plain value of the inner request")),
      ALLYMARK_FIELD(R, to, "to").required().says(ALLYMARK_DOC("plain value to put there")),
  };
};
template <>
struct Describe<json::ExploreRow> {
  using R = json::ExploreRow;
  static constexpr const char* name = "explore_row";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(R, set, "set").required().says(ALLYMARK_DOC("what is set, all at once")),
  };
};
template <>
struct Describe<json::ExploreRequest> {
  using R = json::ExploreRequest;
  static constexpr const char* name = "explore_request";
  static constexpr Field fields[] = {
      ALLYMARK_CALL(R),
      ALLYMARK_FIELD(R, request, "request")
          .required()
          .says(ALLYMARK_DOC("the inner request: select, assess, quote or settle")),
      ALLYMARK_FIELD(R, watch, "watch")
          .required()
          .at_most_long(50)
          .says(ALLYMARK_DOC("JSON Pointers into its result; the first is what flips")),
      ALLYMARK_FIELD(R, vary, "vary").at_most_long(50).says(ALLYMARK_DOC("figures to move")),
      ALLYMARK_FIELD(R, goal, "goal")
          .says(ALLYMARK_DOC("absent = any change of the first watched value")),
      ALLYMARK_FIELD(R, options, "options")
          .says(ALLYMARK_DOC("try every choice of every option of the policy")),
      ALLYMARK_FIELD(R, rows, "rows").at_most_long(500).says(ALLYMARK_DOC("what-ifs")),
  };
};
template <>
struct Describe<json::SimulateRequest> {
  using R = json::SimulateRequest;
  static constexpr const char* name = "simulate_request";
  static constexpr Field fields[] = {
      ALLYMARK_CALL(R),
      ALLYMARK_POLICY(R).required(),
      ALLYMARK_FIELD(R, contract_year, "contractYear")
          .between<1, 30>()
          .says(ALLYMARK_DOC("contract year, 1 = first")),
      ALLYMARK_FIELD(R, reading, "reading")
          .says(ALLYMARK_DOC("reading; each absent choice is the policy's")),
      ALLYMARK_FIELD(R, data.volume, "volume")
          .required()
          .says(ALLYMARK_DOC("units in the contract year")),
      ALLYMARK_FIELD(R, data.metrics, "metrics")
          .at_most_long(50)
          .says(ALLYMARK_DOC("range of each metric over the year; one not named is not measured")),
      ALLYMARK_FIELD(R, rules.runs, "runs")
          .required()
          .between<1, 1'000'000>()
          .says(ALLYMARK_DOC("years drawn")),
      ALLYMARK_FIELD(R, rules.seed, "seed")
          .required()
          .between<0, 4'000'000'000>()
          .says(ALLYMARK_DOC("seed of the draws")),
      ALLYMARK_FIELD(R, rules.quantiles, "quantiles")
          .at_most_long(20)
          .says(ALLYMARK_DOC("percents of the runs whose net is shown, 0 to 100")),
  };
};
template <>
struct Describe<json::VerifyRequest> {
  using R = json::VerifyRequest;
  static constexpr const char* name = "verify_request";
  static constexpr Field fields[] = {
      ALLYMARK_CALL(R),
      ALLYMARK_FIELD(R, request, "request")
          .required()
          .says(ALLYMARK_DOC("what was asked: select, assess, quote or settle")),
      ALLYMARK_FIELD(R, told, "told")
          .required()
          .says(ALLYMARK_DOC("what was answered, or the part of it to be confirmed")),
  };
};
template <>
struct Describe<json::DiffRequest> {
  using R = json::DiffRequest;
  static constexpr const char* name = "diff_request";
  static constexpr Field fields[] = {
      ALLYMARK_CALL(R),
      ALLYMARK_FIELD(R, from, "from").required().says(ALLYMARK_DOC("a policy")),
      ALLYMARK_FIELD(R, to, "to").required().says(ALLYMARK_DOC("the other one")),
      ALLYMARK_FIELD(R, dossiers, "dossiers").says(ALLYMARK_DOC("partners judged by both")),
      ALLYMARK_AS_OF(R),
  };
};
template <>
struct Describe<json::InForceRequest> {
  using R = json::InForceRequest;
  static constexpr const char* name = "in_force_request";
  static constexpr Field fields[] = {
      ALLYMARK_CALL(R),
      ALLYMARK_FIELD(R, policies, "policies")
          .required()
          .at_most_long(50)
          .says(ALLYMARK_DOC("versions, in any order")),
      ALLYMARK_FIELD(R, as_of, "asOf").required().says(ALLYMARK_DOC("the day")),
  };
};

#undef ALLYMARK_CALL
#undef ALLYMARK_POLICY
#undef ALLYMARK_TRACE
#undef ALLYMARK_AS_OF

}  // namespace allymark
