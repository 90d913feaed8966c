#pragma once
// Call: one request on its way through: reading, checking, answering. What can be asked stands in
// one table; the answers stand by subject in call_assess.cpp, call_pay.cpp, call_policy.cpp and
// call_explore.cpp.

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "json/compare.hpp"
#include "json/read.hpp"
#include "json/requests.hpp"
#include "json/store.hpp"
#include "json/write.hpp"

namespace allymark::json {

/// Where a document that stands alone belongs, for the paths of its errors.
inline constexpr Place policy_place = Place::at("/policy");

/// The answer to a request that cannot be answered: all that is wrong with it, in order.
std::string refuse(Errors& errors);

/// The same for arithmetic that does not fit, about what stands at a JSON Pointer.
std::string refuse_overflow(const char* path);

/// One request, to be answered once.
class Call {
 public:
  /// `told` is what was wrong with the text already; it is told with all else.
  Call(const Document& document, PackStore& store, Errors told)
      : document_(document), store_(store), errors_(std::move(told)) {}

  /// {"ok":true,"result":...}, or {"ok":false,"errors":[...]} with all errors, of whichever call
  /// the request names; an unknown name is one of them (unknown_call).
  std::string answer();

  /// The clause of a {"call": "tariff"} request compiled for many volumes; on errors nothing, and
  /// the answer that says so in `refusal`.
  std::optional<Tariff> tariff(std::string& refusal);

 private:
  struct Priced {
    std::optional<Clause> made;  ///< a contract year's
    const Clause* clause = nullptr;
    Reading reading;
  };

  template <class T>
  void read(T& request) {
    Reader(document_, errors_, findings_).read(document_.root(), request, {});
  }

  /// The pack a request names or brings; adds errors and returns null when there is none.
  const StoredPack* find_pack(const RawJson& reference, bool required,
                              const Place& at = policy_place);

  void unknown_policy(std::string_view wanted, const Place& at);

  /// Reads and checks a pack; nothing when it has errors.
  std::unique_ptr<StoredPack> read_pack(const Node& node, const Place& at);

  bool is_newer(const Node& pack, const Place& at);

  void begin(const StoredPack* pack, const Maybe<Date>& as_of);

  void write_trace();

  void end(bool with_trace);

  Trace* trace_if(bool wanted) { return wanted ? &trace_ : nullptr; }

  void select();

  void assess();

  void assess_many();

  /// Checks each against the pack, where there is one. The same id twice is an error where it
  /// stands the second time; sorted, because there may be thousands.
  void check_dossiers(const List<Dossier>& dossiers, const StoredPack* pack);

  /// A clause of the request's own under the reading in force.
  void price(const Clause& clause, const ReadingChoice& choice, const StoredPack* pack,
             Priced& priced);

  /// The clause that a request is about, its own or else the pack's for a contract year, under the
  /// reading asked for. False after errors, and when undecided or without a pack.
  bool price(const std::optional<Clause>& own, std::int64_t contract_year,
             const ReadingChoice& choice, const StoredPack* pack, Priced& priced);

  void quote();

  /// A quote's request, answered month by month.
  void settle();

  /// The clause a quote would price, as sentences of a contract.
  void wording();

  void curve();

  void add_policy() { read_policy(true); }
  void check_policy() { read_policy(false); }
  void read_policy(bool keep);

  void digest_of();

  static PackVersion version_of(const StoredPack& stored);

  /// Two policies rule by rule, and what each dossier's assessment has of it.
  void diff();

  template <class T>
  static List<Change> differ(const T& from, const T& to) {
    return differences(text_of(type_of<T>(), &from), text_of(type_of<T>(), &to));
  }
  static std::string text_of(const Type& type, const void* record);
  template <class T>
  void answer_with(const T& result) {
    out_ = "{\"ok\":true,\"result\":{";
    write_members(out_, result);
    out_ += "}}";
  }

  /// The version in force on a day, and the one after it.
  void in_force();

  /// Whether an inner request is one that may be asked again, with its error when it is not.
  bool may_ask(const RawJson& inner);

  /// Works an answer out again: confirmed, or the first place that differs.
  void verify();

  /// A document in the shape of this engine; a newer one is refused and left untouched.
  void migrate();

  /// An inner request asked again and again with something else in it.
  void explore();

  /// A contract year drawn many times.
  void simulate();

  const Document& document_;
  PackStore& store_;
  Errors errors_;
  Findings findings_;
  Trace trace_;
  std::string out_;
};

}  // namespace allymark::json
