#pragma once
// Compare: where two documents differ, member by member. Figures are compared as figures, entries
// of a list by the text their first member names them with, or else by their position.

#include "allymark/base/fields.hpp"
#include "allymark/base/place.hpp"
#include "allymark/policy/pack.hpp"
#include "json/document.hpp"

namespace allymark::json {

/// One place where two documents differ; what is absent on a side is absent here.
struct Change {
  std::string path;  ///< in the second document; in the first when it was taken out
  std::optional<JsonText> from;
  std::optional<JsonText> to;
  std::optional<std::string> rule;  ///< of the policy's provenance
};

/// A node of a document.
struct Part {
  const Document& document;
  const Node& node;
};

enum class Compared : std::uint8_t {
  all,     ///< both sides
  stated,  ///< only what the first states; lists must still be as long
};

/// Differences of `from` and `to`, at most `most`, with paths below `at`, in the order of the first
/// document. Example: {"a":1,"b":[2]} and {"a":1.0,"b":[3]} differ at /b/0, from 2 to 3.
List<Change> differences(const Part& from, const Part& to, Compared compared, std::size_t most,
                         const Place& at = {});

/// All differences of two texts of JSON that the engine wrote itself: never more than they are
/// long.
List<Change> differences(const std::string& from, const std::string& to);

/// Id of the rule in a pack's provenance that a path of the pack belongs to: of those that are
/// named after a place above it, or say that they cover one, the closest.
/// /commission/deductions/0/percent belongs to commission.deductions, /commission/years/1/target to
/// commission.target, which covers /commission/years/target. Nothing when there is none.
std::optional<std::string> rule_at(const std::string& path, const Pack& pack);

/// Which version of a policy it is.
struct PackVersion {
  std::string id;
  std::string version;
  Date effective;
  std::string digest;
};

struct DossierChanges {
  std::string id;
  List<Change> changes;  ///< of its assessment
};

struct PolicyDiff {
  PackVersion from;
  PackVersion to;
  List<Change> changes;
  List<DossierChanges> results;
};

struct VersionsInForce {
  std::optional<PackVersion> in_force;
  std::optional<PackVersion> next;
};

/// `first` is the first place where what was told (`from`) is not what comes out (`to`).
struct Verification {
  bool confirmed = false;
  std::optional<Change> first;
};

}  // namespace allymark::json

namespace allymark {

template <>
struct Describe<json::Change> {
  using R = json::Change;
  static constexpr const char* name = "difference";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(R, path, "path").says(ALLYMARK_DOC("JSON Pointer in the second document")),
      ALLYMARK_FIELD(R, from, "from").says(ALLYMARK_DOC("value of the first; absent = added")),
      ALLYMARK_FIELD(R, to, "to").says(ALLYMARK_DOC("value of the second; absent = taken out")),
      ALLYMARK_FIELD(R, rule, "rule").says(ALLYMARK_DOC("id of the rule in the provenance")),
  };
};
template <>
struct Describe<json::PackVersion> {
  using R = json::PackVersion;
  static constexpr const char* name = "pack_version";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(R, id, "id").says(ALLYMARK_DOC("id of the policy")),
      ALLYMARK_FIELD(R, version, "version").says(ALLYMARK_DOC("its version")),
      ALLYMARK_FIELD(R, effective, "effective").says(ALLYMARK_DOC("in force from this day")),
      ALLYMARK_FIELD(R, digest, "digest").says(ALLYMARK_DOC("SHA-256 of the document")),
  };
};
template <>
struct Describe<json::DossierChanges> {
  using R = json::DossierChanges;
  static constexpr const char* name = "dossier_changes";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(R, id, "id").says(ALLYMARK_DOC("the partner")),
      ALLYMARK_FIELD(R, changes, "changes").says(ALLYMARK_DOC("of the assessment")),
  };
};
template <>
struct Describe<json::PolicyDiff> {
  using R = json::PolicyDiff;
  static constexpr const char* name = "policy_diff";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(R, from, "from").says(ALLYMARK_DOC("the first policy")),
      ALLYMARK_FIELD(R, to, "to").says(ALLYMARK_DOC("the second one")),
      ALLYMARK_FIELD(R, changes, "changes").says(ALLYMARK_DOC("rule by rule")),
      ALLYMARK_FIELD(R, results, "results").says(ALLYMARK_DOC("what each dossier has of it")),
  };
};
template <>
struct Describe<json::VersionsInForce> {
  using R = json::VersionsInForce;
  static constexpr const char* name = "versions_in_force";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(R, in_force, "inForce")
          .nullable()
          .says(ALLYMARK_DOC("latest that has begun; of two of one day the later in the list")),
      ALLYMARK_FIELD(R, next, "next").nullable().says(ALLYMARK_DOC("the one after it")),
  };
};
template <>
struct Describe<json::Verification> {
  using R = json::Verification;
  static constexpr const char* name = "verification";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(R, confirmed, "confirmed").says(ALLYMARK_DOC("nothing told differs")),
      ALLYMARK_FIELD(R, first, "first")
          .nullable()
          .says(ALLYMARK_DOC("first difference: from = told, to = worked out again")),
  };
};

}  // namespace allymark
