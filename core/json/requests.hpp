#pragma once
// Requests: what each call takes. The tables here are the request schema.

#include "allymark/assess.hpp"

namespace allymark::json {

struct SelectRequest {
  std::string call;
  RawJson policy;
  List<Dossier> dossiers;
  std::optional<Date> as_of;
  bool trace = false;
  std::optional<std::int64_t> seed;
  std::optional<std::int64_t> draws;
};

struct AssessRequest {
  std::string call;
  RawJson policy;
  std::optional<Dossier> dossier;
  std::optional<Date> as_of;
  bool trace = false;
};

/// A portfolio or a part of one: `totals` is what the parts before added up to, `more` says that
/// another part follows.
struct AssessManyRequest {
  std::string call;
  RawJson policy;
  List<Dossier> dossiers;
  std::optional<Date> as_of;
  bool more = false;
  PortfolioTotals totals;
};

struct QuoteRequest {
  std::string call;
  RawJson policy;
  std::optional<Clause> clause;
  AgreementData agreement;
  std::optional<Date> as_of;
  bool trace = false;
};

struct CurveRequest {
  std::string call;
  RawJson policy;
  std::optional<Clause> clause;
  std::int64_t contract_year = 1;
  std::optional<Decimal> to;
  ReadingChoice reading;
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

#undef ALLYMARK_CALL
#undef ALLYMARK_POLICY
#undef ALLYMARK_TRACE
#undef ALLYMARK_AS_OF

}  // namespace allymark
