#pragma once
// Explore: one machine for every "what if": it asks an inner request again and again with figures
// or options changed, and looks at chosen places of the answers. Flip points, solved figures,
// tables of readings, rankings of what matters and replays under other rules are all questions to
// it, so no rule is written twice and every answer is as exact as the engine itself.

#include "allymark/policy/pack.hpp"
#include "json/document.hpp"
#include "json/requests.hpp"
#include "json/store.hpp"

namespace allymark::json {

/// The nearest figure on one side that changes the outcome.
struct Found {
  Decimal to;
  Decimal by;             ///< to - the figure now
  List<JsonText> values;  ///< what is watched, there
};

/// One figure and what moving it does.
struct Varied {
  std::string at;
  Decimal value;
  Decimal from;  ///< searched between these
  Decimal to;
  Decimal step;
  std::optional<Found> down;
  std::optional<Found> up;
  List<JsonText> low;    ///< what is watched at `from`; empty when it is refused there
  List<JsonText> high;   ///< and at `to`
  Maybe<Decimal> swing;  ///< |first watched figure at `to` - at `from`|
};

/// The same case with something else set.
struct Row {
  std::string at;
  JsonText to;
  bool chosen = false;                 ///< this is how it stands
  bool differs = false;                ///< from the base, in what is watched
  std::optional<std::string> refused;  ///< code of the first error, when there is no answer
  List<JsonText> values;
};

struct Exploration {
  List<JsonText> base;
  List<Varied> varied;
  List<Row> options;
  List<Row> rows;
  std::int64_t runs = 0;  ///< inner requests asked
  std::string refusal;    ///< in place of all this, when the inner request is refused
};

/// Whether something of the policy is to be changed, not only of the case.
bool touches_policy(const ExploreRequest& request);

/// The refusal of an inner request, as one of the outer: paths move below /request.
std::string refuse_inner(const Document& answer);

/// Explores `inner`, the text of a good request that answers `base`. The searches find the nearest
/// multiple of the step at which the first watched value is another one or, with a goal, at which
/// the goal is met no longer or at last; a first watched value that is a figure needs a goal.
/// Adds errors: missing_field for a figure, a plain value or a watched place that is not there,
/// too_large for more work than one call may do. Example: conversion 16 % with step 0.1 flips
/// downwards at 14.9.
Exploration explore(const ExploreRequest& request, const Document& outer, const std::string& inner,
                    const Pack* pack, PackStore& store, Errors& errors);

}  // namespace allymark::json

namespace allymark {

template <>
struct Describe<json::Found> {
  using R = json::Found;
  static constexpr const char* name = "found";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(R, to, "to").says(ALLYMARK_DOC("nearest figure that changes the outcome")),
      ALLYMARK_FIELD(R, by, "by").says(ALLYMARK_DOC("change of the figure")),
      ALLYMARK_FIELD(R, values, "values").says(ALLYMARK_DOC("watched values there")),
  };
};
template <>
struct Describe<json::Varied> {
  using R = json::Varied;
  static constexpr const char* name = "varied";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(R, at, "at").says(ALLYMARK_DOC("JSON Pointer into the request")),
      ALLYMARK_FIELD(R, value, "value").says(ALLYMARK_DOC("the figure now")),
      ALLYMARK_FIELD(R, from, "from").says(ALLYMARK_DOC("searched from here")),
      ALLYMARK_FIELD(R, to, "to").says(ALLYMARK_DOC("searched up to here")),
      ALLYMARK_FIELD(R, step, "step").says(ALLYMARK_DOC("figures tried are its multiples")),
      ALLYMARK_FIELD(R, down, "down").nullable().says(ALLYMARK_DOC("nearest change below")),
      ALLYMARK_FIELD(R, up, "up").nullable().says(ALLYMARK_DOC("nearest change above")),
      ALLYMARK_FIELD(R, low, "low").says(ALLYMARK_DOC("watched values at `from`")),
      ALLYMARK_FIELD(R, high, "high").says(ALLYMARK_DOC("watched values at `to`")),
      ALLYMARK_FIELD(R, swing, "swing")
          .nullable()
          .says(ALLYMARK_DOC("distance of the first watched figure between the ends")),
  };
};
template <>
struct Describe<json::Row> {
  using R = json::Row;
  static constexpr const char* name = "row";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(R, at, "at").says(ALLYMARK_DOC("JSON Pointer of the first thing set")),
      ALLYMARK_FIELD(R, to, "to").says(ALLYMARK_DOC("what it is set to")),
      ALLYMARK_FIELD(R, chosen, "chosen").says(ALLYMARK_DOC("it stands so already")),
      ALLYMARK_FIELD(R, differs, "differs").says(ALLYMARK_DOC("a watched value is another one")),
      ALLYMARK_FIELD(R, refused, "refused").says(ALLYMARK_DOC("first error when refused")),
      ALLYMARK_FIELD(R, values, "values").says(ALLYMARK_DOC("watched values")),
  };
};
template <>
struct Describe<json::Exploration> {
  using R = json::Exploration;
  static constexpr const char* name = "exploration";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(R, base, "base").says(ALLYMARK_DOC("watched values as things stand")),
      ALLYMARK_FIELD(R, varied, "varied")
          .says(ALLYMARK_DOC("each figure moved, the one that matters most first")),
      ALLYMARK_FIELD(R, options, "options").says(ALLYMARK_DOC("each option of the policy")),
      ALLYMARK_FIELD(R, rows, "rows").says(ALLYMARK_DOC("each what-if of the request")),
      ALLYMARK_FIELD(R, runs, "runs").says(ALLYMARK_DOC("inner requests asked")),
  };
};

}  // namespace allymark
