#include "json/evaluate.hpp"

#include <algorithm>

#include "allymark/agree/wording.hpp"
#include "allymark/base/codes.hpp"
#include "allymark/base/order.hpp"
#include "json/canonical.hpp"
#include "json/compare.hpp"
#include "json/explore.hpp"
#include "json/read.hpp"
#include "json/requests.hpp"
#include "json/write.hpp"

#ifndef ALLYMARK_VERSION
#error "ALLYMARK_VERSION is stated once, in CMake"
#endif

namespace allymark::json {
namespace {

/// Where a document that stands alone belongs, for the paths of its errors.
constexpr Place policy_place = Place::at("/policy");
std::string refuse(Errors& errors) {
  errors.sort();
  std::string out = "{\"ok\":false,\"errors\":";
  write_errors(out, errors);
  out += '}';
  return out;
}

std::string refuse_overflow(const char* path) {
  Errors errors;
  errors.add(error_code::number_out_of_range, Place::at(path));
  return refuse(errors);
}

/// One request on its way through: reading, checking, answering.
class Call {
 public:
  Call(const Document& document, PackStore& store, Errors told)
      : document_(document), store_(store), errors_(std::move(told)) {}

  std::string answer() {
    std::string name;
    const Node& root = document_.root();
    const Node* call = root.kind == NodeKind::object ? document_.member(root, "call") : nullptr;
    if (call != nullptr && call->kind == NodeKind::string) name = document_.text(*call);
    std::string choices;
    for (const auto& known : calls) {
      if (name == known.name) {
        (this->*known.run)();
        return errors_.empty() ? std::move(out_) : refuse(errors_);
      }
      if (!choices.empty()) choices += ", ";
      choices += known.name;
    }
    errors_.add(error_code::unknown_call, Place::at("/call"))
        .with("value", clip(name))
        .with("choices", choices);
    return refuse(errors_);
  }

  std::optional<Tariff> tariff(std::string& refusal) {
    CurveRequest request;
    request.to = Decimal{};
    read(request);
    errors_.remove(error_code::missing_field, "/to");
    const StoredPack* pack = request.clause ? nullptr : find_pack(request.policy, true);
    Priced priced;
    if (price(request.clause, request.contract_year, request.reading, pack, priced)) {
      return Tariff(*priced.clause, priced.reading);
    }
    refusal = refuse(errors_);
    return std::nullopt;
  }

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
                              const Place& at = policy_place) {
    if (reference.node == nullptr) {
      if (required) errors_.add(error_code::missing_field, at);
      return nullptr;
    }
    const Node& node = *static_cast<const Node*>(reference.node);
    if (node.kind == NodeKind::string) {
      const StoredPack* known = store_.by_id(document_.text(node));
      if (known == nullptr) unknown_policy(document_.text(node), at);
      return known;
    }
    if (node.kind == NodeKind::object && document_.count(node) == 1) {
      const Node* digest = document_.member(node, "digest");
      if (digest != nullptr && digest->kind == NodeKind::string) {
        const StoredPack* known = store_.by_digest(document_.text(*digest));
        if (known == nullptr) unknown_policy(document_.text(*digest), at);
        return known;
      }
    }
    auto read = read_pack(node, at);
    return read ? &store_.add(std::move(read)) : nullptr;
  }

  void unknown_policy(std::string_view wanted, const Place& at) {
    errors_.add(error_code::unknown_policy, at)
        .with("value", clip(wanted))
        .with("known", store_.ids());
  }

  /// Reads and checks a pack; nothing when it has errors.
  std::unique_ptr<StoredPack> read_pack(const Node& node, const Place& at) {
    if (node.kind == NodeKind::object && is_newer(node, at)) return nullptr;
    const std::size_t before = errors_.size();
    auto stored = std::make_unique<StoredPack>();
    Reader(document_, errors_, stored->findings).read(node, stored->pack, at);
    const std::size_t known = errors_.size();
    // Without metrics every rule would seem to name an unknown one, so that they are missing is all
    // there is to say.
    if (stored->pack.metrics.empty()) {
      errors_.add(error_code::empty_list, at, "metrics");
    } else {
      check(stored->pack, at, errors_);
    }
    errors_.keep_apart(known);
    if (errors_.size() > before) return nullptr;
    stored->digest = digest(document_, node);
    return stored;
  }

  bool is_newer(const Node& pack, const Place& at) {
    const Node* node = document_.member(pack, "schemaVersion");
    Decimal version;
    if (node == nullptr || !document_.number(*node, version) ||
        version <= Decimal::whole(pack_schema_version)) {
      return false;
    }
    errors_.add(error_code::newer_schema, at, "schemaVersion")
        .with("found", version)
        .with("newest", Decimal::whole(pack_schema_version));
    return true;
  }

  void begin(const StoredPack* pack, const Maybe<Date>& as_of) {
    out_ = "{\"ok\":true,\"result\":{\"engine\":\"" ALLYMARK_VERSION "\",\"policy\":";
    if (pack == nullptr) {
      out_ += "null";
    } else {
      out_ += "{\"id\":";
      write_string(out_, pack->pack.id);
      out_ += ",\"version\":";
      write_string(out_, pack->pack.version);
      out_ += ",\"digest\":";
      write_string(out_, pack->digest);
      out_ += '}';
    }
    if (as_of) {
      write_key(out_, "asOf");
      write_string(out_, as_of->text());
    }
  }

  void write_trace() {
    write_key(out_, "trace");
    out_ += '{';
    for (const auto& number : trace_) {
      write_key(out_, number.id);
      write(out_, number.steps);
    }
    out_ += '}';
  }

  void end(bool with_trace) {
    if (with_trace) write_trace();
    write_key(out_, "findings");
    write(out_, findings_.list());
    out_ += "}}";
  }

  Trace* trace_if(bool wanted) { return wanted ? &trace_ : nullptr; }

  void select() {
    SelectRequest request;
    read(request);
    const StoredPack* pack = find_pack(request.policy, false);
    const std::size_t known = errors_.size();
    for (std::size_t i = 0; i < request.dossiers.size(); ++i) {
      const Place at = Candidate::dossiers.index(i);
      if (pack != nullptr) check(request.dossiers[i], pack->pack, at, errors_);
      for (std::size_t j = 0; j < i; ++j) {
        if (request.dossiers[j].id == request.dossiers[i].id && !request.dossiers[i].id.empty()) {
          errors_.add(error_code::duplicate_id, at, "id").with("id", request.dossiers[i].id);
          break;
        }
      }
    }
    errors_.keep_apart(known);
    if (!errors_.empty()) return;
    const Selection result =
        select_partner(pack->pack, request.dossiers, {request.seed, request.draws}, findings_,
                       trace_if(request.trace));
    begin(pack, request.as_of);
    write_members(out_, result);
    return end(request.trace);
  }

  void assess() {
    AssessRequest request;
    read(request);
    const StoredPack* pack = find_pack(request.policy, false);
    if (pack != nullptr && request.dossier) {
      const std::size_t known = errors_.size();
      check(*request.dossier, pack->pack, Place::at("/dossier"), errors_);
      errors_.keep_apart(known);
    }
    if (!errors_.empty()) return;
    const Assessment result =
        allymark::assess(pack->pack, *request.dossier, request.as_of, Place::at("/dossier"),
                         findings_, trace_if(request.trace));
    begin(pack, request.as_of);
    write_members(out_, result);
    return end(request.trace);
  }

  void assess_many() {
    AssessManyRequest request;
    read(request);
    const StoredPack* pack = find_pack(request.policy, false);
    const std::size_t known = errors_.size();
    if (pack != nullptr) {
      for (std::size_t i = 0; i < request.dossiers.size(); ++i) {
        check(request.dossiers[i], pack->pack, Candidate::dossiers.index(i), errors_);
      }
    }
    check_unique(request.dossiers, errors_);
    errors_.keep_apart(known);
    if (!errors_.empty()) return;
    const auto rows =
        allymark::assess_many(pack->pack, request.dossiers, request.as_of, request.totals);
    std::optional<Concentration> concentration;
    if (pack->pack.portfolio && !request.more) {
      concentration =
          concentrate(request.totals, *pack->pack.portfolio, Place::at("/dossiers"), findings_);
    }
    begin(pack, request.as_of);
    write_key(out_, "rows");
    write(out_, rows);
    write_key(out_, "totals");
    write(out_, request.totals);
    write_key(out_, "concentration");
    write(out_, concentration);
    return end(false);
  }

  /// The same id twice is an error where it stands the second time; sorted, because there may be
  /// thousands.
  static void check_unique(const List<Dossier>& dossiers, Errors& errors) {
    List<const Dossier*> sorted;
    for (const auto& dossier : dossiers) sorted.push_back(&dossier);
    sort(sorted, [](const Dossier* a, const Dossier* b) { return a->id < b->id; });
    for (std::size_t i = 1; i < sorted.size(); ++i) {
      if (sorted[i]->id != sorted[i - 1]->id || sorted[i]->id.empty()) continue;
      const auto index = static_cast<std::size_t>(sorted[i] - dossiers.data());
      errors.add(error_code::duplicate_id, Candidate::dossiers.index(index).member("id"))
          .with("id", sorted[i]->id);
    }
  }

  /// A clause of the request's own under the reading in force.
  void price(const Clause& clause, const ReadingChoice& choice, const StoredPack* pack,
             Priced& priced) {
    const Reading base = pack == nullptr ? Reading{} : pack->pack.commission.reading;
    priced.clause = &clause;
    priced.reading = merge(merge(base, clause.reading), choice);
    const std::size_t known = errors_.size();
    check(clause, Place::at("/clause"), errors_);
    check_charge(clause.shortfall_charge, priced.reading, Place::at("/clause/shortfallCharge"),
                 errors_);
    errors_.keep_apart(known);
  }

  /// The clause that a request is about, its own or else the pack's for a contract year, under the
  /// reading asked for. False after errors, and when undecided or without a pack.
  bool price(const std::optional<Clause>& own, std::int64_t contract_year,
             const ReadingChoice& choice, const StoredPack* pack, Priced& priced) {
    if (own) {
      price(*own, choice, pack, priced);
    } else if (pack != nullptr) {
      const CommissionRules& rules = pack->pack.commission;
      const YearRules* year = year_of(rules, contract_year);
      if (year == nullptr) {
        errors_.add(error_code::unknown_year, Place::at("/contractYear"))
            .with("year", Decimal::whole(contract_year))
            .with("years", rules.years.size());
      }
      if (!errors_.empty()) return false;
      priced.made = clause_of(rules, *year, rules.later_years);
      priced.reading = merge(rules.reading, choice);
      if (priced.made) {
        priced.clause = &*priced.made;
      } else {
        errors_.add(error_code::clause_undecided, Place::at("/contractYear"))
            .with("year", Decimal::whole(contract_year));
      }
    }
    return priced.clause != nullptr && errors_.empty();
  }

  void quote() {
    QuoteRequest request;
    read(request);
    const StoredPack* pack = find_pack(request.policy, !request.clause);
    const AgreementData& agreement = request.agreement;
    const bool percent = request.clause
                             ? by_percent(request.clause->tiers)
                             : pack != nullptr && by_percent(pack->pack.commission.years[0].tiers);
    if (!can_price(agreement, percent)) {
      errors_.add(error_code::missing_field, Place::at(percent ? "/amount" : "/volume"));
    }
    Priced priced;
    if (request.clause) price(*request.clause, agreement.reading, pack, priced);
    const std::size_t known = errors_.size();
    if (request.clause) {
      const auto* metrics = pack == nullptr ? nullptr : &pack->pack.metrics;
      check(agreement.metrics, metrics, Place().member("metrics"), errors_);
      check_settlement(agreement, metrics, false, {}, errors_);
      check_counts(agreement, percent, {}, errors_);
    } else if (pack != nullptr) {
      check(agreement, pack->pack, {}, errors_);
    }
    errors_.keep_apart(known);
    if (!errors_.empty()) return;
    const Quote result =
        request.clause ? allymark::quote(*priced.clause, priced.reading, agreement, {}, findings_)
                       : quote_year(pack->pack, agreement, {}, findings_, trace_if(request.trace));
    if (request.trace) {
      if (request.clause) {
        explain(result, Tracer(trace_));
      } else {
        attribute(trace_, pack->pack);
      }
    }
    begin(pack, std::nullopt);
    write_members(out_, result);
    end(request.trace);
  }

  /// A quote's request, answered month by month.
  void settle() {
    QuoteRequest request;
    read(request);
    const StoredPack* pack = find_pack(request.policy, !request.clause);
    const AgreementData& agreement = request.agreement;
    Priced priced;
    const bool good =
        price(request.clause, agreement.contract_year, agreement.reading, pack, priced);
    const std::size_t known = errors_.size();
    check_settlement(agreement, pack == nullptr ? nullptr : &pack->pack.metrics,
                     !request.clause && pack != nullptr && counts_whole(pack->pack), {}, errors_);
    if (!agreement.effective) errors_.add(error_code::missing_field, Place::at("/effective"));
    if (agreement.monthly.empty()) errors_.add(error_code::empty_list, Place::at("/monthly"));
    errors_.keep_apart(known);
    if (!good || !errors_.empty()) return;
    SettlementRules rules;
    List<Decimal> shape;
    std::int64_t months = 12 * agreement.contract_year;
    if (pack != nullptr) {
      const CommissionRules& commission = pack->pack.commission;
      if (commission.settlement) rules = *commission.settlement;
      if (const YearRules* year = year_of(commission, agreement.contract_year)) shape = year->shape;
      if (commission.months > months) months = commission.months;
    }
    const Settlement result = allymark::settle(*priced.clause, priced.reading, rules, shape, months,
                                               agreement, request.as_of);
    if (request.trace) {
      explain(result, Tracer(trace_));
      if (pack != nullptr) attribute(trace_, pack->pack);
    }
    begin(pack, request.as_of);
    write_key(out_, "currency");
    write_string(out_, priced.clause->currency.value_or(Currency{}).code());
    write_members(out_, result);
    return end(request.trace);
  }

  /// The clause a quote would price, as sentences of a contract.
  void wording() {
    QuoteRequest request;
    read(request);
    const StoredPack* pack = find_pack(request.policy, !request.clause);
    const AgreementData& agreement = request.agreement;
    Priced priced;
    if (!price(request.clause, agreement.contract_year, agreement.reading, pack, priced)) return;
    const Pack* rules = pack == nullptr ? nullptr : &pack->pack;
    const bool settled = rules != nullptr && rules->commission.settlement;
    const auto sentences =
        word(*priced.clause, priced.reading, settled ? &*rules->commission.settlement : nullptr,
             rules != nullptr && rules->exit ? &*rules->exit : nullptr);
    begin(pack, std::nullopt);
    write_key(out_, "sentences");
    write(out_, sentences);
    return end(false);
  }

  void curve() {
    CurveRequest request;
    read(request);
    const StoredPack* pack = request.clause && request.policy.node == nullptr
                                 ? nullptr
                                 : find_pack(request.policy, true);
    Priced priced;
    if (!price(request.clause, request.contract_year, request.reading, pack, priced)) return;
    const PayCurve result = pay_curve(*priced.clause, priced.reading, *request.to);
    begin(pack, std::nullopt);
    write_members(out_, result);
    return end(false);
  }

  void add_policy() { read_policy(true); }
  void check_policy() { read_policy(false); }
  void read_policy(bool keep) {
    DocumentRequest request;
    read(request);
    // Below a prefix that is no pointer no path would be one.
    if (!request.at.empty() && request.at[0] != '/') {
      errors_.add(error_code::wrong_type, Place::at("/at"))
          .with("expected", "pointer")
          .with("found", "text");
      return;
    }
    if (request.document.node == nullptr) return;
    auto stored =
        read_pack(*static_cast<const Node*>(request.document.node), Place::at(request.at));
    if (!errors_.empty()) return;
    stored->named = request.named;
    findings_ = stored->findings;
    lint(stored->pack, Place::at(request.at), findings_);
    out_ = "{\"ok\":true,\"result\":{";
    write_key(out_, "id");
    write_string(out_, stored->pack.id);
    write_key(out_, "version");
    write_string(out_, stored->pack.version);
    write_key(out_, "digest");
    write_string(out_, stored->digest);
    if (keep) store_.add(std::move(stored));
    return end(false);
  }

  void digest_of() {
    DocumentRequest request;
    read(request);
    if (request.document.node == nullptr || !errors_.empty()) return;
    out_ = "{\"ok\":true,\"result\":{";
    write_key(out_, "digest");
    write_string(out_, digest(document_, *static_cast<const Node*>(request.document.node)));
    out_ += "}}";
  }

  static PackVersion version_of(const StoredPack& stored) {
    return {stored.pack.id, stored.pack.version, stored.pack.effective, stored.digest};
  }

  /// Two policies rule by rule, and what each dossier's assessment has of it.
  void diff() {
    DiffRequest request;
    read(request);
    const StoredPack* from = find_pack(request.from, false, Place::at("/from"));
    const StoredPack* to = find_pack(request.to, false, Place::at("/to"));
    const std::size_t known = errors_.size();
    for (std::size_t i = 0; from != nullptr && to != nullptr && i < request.dossiers.size(); ++i) {
      check(request.dossiers[i], from->pack, Candidate::dossiers.index(i), errors_);
      const std::size_t once = errors_.size();
      check(request.dossiers[i], to->pack, Candidate::dossiers.index(i), errors_);
      errors_.keep_apart(once);
    }
    errors_.keep_apart(known);
    if (!errors_.empty()) return;
    PolicyDiff result{version_of(*from), version_of(*to), {}, {}};
    result.changes = differ(from->pack, to->pack);
    for (auto& change : result.changes) change.rule = rule_at(change.path, to->pack);
    for (const auto& dossier : request.dossiers) {
      Findings unsaid;
      result.results.push_back(
          {dossier.id,
           differ(allymark::assess(from->pack, dossier, request.as_of, {}, unsaid, nullptr),
                  allymark::assess(to->pack, dossier, request.as_of, {}, unsaid, nullptr))});
    }
    return answer_with(result);
  }

  template <class T>
  static List<Change> differ(const T& from, const T& to) {
    return differences(text_of(type_of<T>(), &from), text_of(type_of<T>(), &to));
  }
  static std::string text_of(const Type& type, const void* record) {
    std::string text;
    write_value(text, type, nullptr, record);
    return text;
  }
  template <class T>
  void answer_with(const T& result) {
    out_ = "{\"ok\":true,\"result\":{";
    write_members(out_, result);
    out_ += "}}";
  }

  /// The version in force on a day, and the one after it.
  void in_force() {
    InForceRequest request;
    read(request);
    VersionsInForce result;
    const Place list = Place::at("/policies");
    for (std::size_t i = 0; i < request.policies.size(); ++i) {
      const StoredPack* stored = find_pack(request.policies[i], true, list.index(i));
      if (stored == nullptr || !request.as_of) continue;
      const bool begun = stored->pack.effective <= *request.as_of;
      std::optional<PackVersion>& place = begun ? result.in_force : result.next;
      const bool nearer = !place || (begun ? stored->pack.effective >= place->effective
                                           : stored->pack.effective < place->effective);
      if (nearer) place = version_of(*stored);
    }
    if (!errors_.empty()) return;
    return answer_with(result);
  }

  /// Whether an inner request is one that may be asked again, with its error when it is not.
  bool may_ask(const RawJson& inner) {
    if (inner.node == nullptr) return false;
    const Node& node = *static_cast<const Node*>(inner.node);
    const Node* call = node.kind == NodeKind::object ? document_.member(node, "call") : nullptr;
    const std::string_view name = call != nullptr && call->kind == NodeKind::string
                                      ? document_.text(*call)
                                      : std::string_view();
    if (name == "select" || name == "assess" || name == "quote" || name == "settle") return true;
    errors_.add(error_code::unknown_call, Place::at("/request/call"))
        .with("value", clip(name))
        .with("choices", "select, assess, quote, settle");
    return false;
  }

  /// Works an answer out again: confirmed, or the first place that differs.
  void verify() {
    VerifyRequest request;
    read(request);
    may_ask(request.request);
    if (request.told.node != nullptr &&
        document_.count(*static_cast<const Node*>(request.told.node)) == 0) {
      errors_.add(error_code::empty_list, Place::at("/told"));
    }
    if (!errors_.empty()) return;
    const std::string inner = canonical(document_, *static_cast<const Node*>(request.request.node));
    const Document answer = Document::parse(evaluate(inner, store_), errors_);
    if (!errors_.empty()) return;
    if (!answer.at("/ok")->truth) {
      out_ = refuse_inner(answer);
      return;
    }
    Verification result;
    auto found = differences({document_, *static_cast<const Node*>(request.told.node)},
                             {answer, *answer.at("/result")}, Compared::stated, SIZE_MAX);
    bool in_line = false;
    for (auto& change : found) {
      // The facade adds it to every good answer. A sum differs because one of its lines does.
      const bool line =
          change.path.starts_with("/lines/") || change.path.starts_with("/statements/");
      if (change.path == "/ok" || (result.first && (in_line || !line))) continue;
      in_line = line;
      result.first = std::move(change);
    }
    result.confirmed = !result.first;
    return answer_with(result);
  }

  /// A document in the shape of this engine; a newer one is refused and left untouched.
  void migrate() {
    DocumentRequest request;
    read(request);
    if (request.document.node == nullptr || !errors_.empty()) return;
    const Node& node = *static_cast<const Node*>(request.document.node);
    if (node.kind != NodeKind::object) {
      errors_.add(error_code::wrong_type, Place::at("/document"))
          .with("expected", "object")
          .with("found", "value");
    } else {
      is_newer(node, Place::at("/document"));
    }
    if (!errors_.empty()) return;
    const Node* stated = document_.member(node, "schemaVersion");
    Decimal from;
    if (stated != nullptr && !document_.number(*stated, from)) {
      errors_.add(error_code::wrong_type, Place::at("/document/schemaVersion"))
          .with("expected", "number")
          .with("found", "value");
      return;
    }
    out_ = "{\"ok\":true,\"result\":{";
    write_key(out_, "from");
    from.append_to(out_);
    write_key(out_, "to");
    append_whole(out_, pack_schema_version);
    write_key(out_, "document");
    out_ += '{';
    // Documents from before the number was kept say nothing else than those of version 1.
    write_key(out_, "schemaVersion");
    append_whole(out_, pack_schema_version);
    document_.each(node, [&](const Node& member) {
      if (document_.key(member) == "schemaVersion") return;
      write_key(out_, document_.key(member));
      out_ += canonical(document_, member);
    });
    out_ += "}}}";
  }

  /// An inner request asked again and again with something else in it.
  void explore() {
    ExploreRequest request;
    read(request);
    may_ask(request.request);
    if (request.watch.empty() && document_.at("/watch") != nullptr) {
      errors_.add(error_code::empty_list, Place::at("/watch"));
    }
    if (!errors_.empty()) return;
    const Node& inner = *static_cast<const Node*>(request.request.node);
    // A pack that cannot be had is told by the inner request itself.
    Errors kept = std::move(errors_);
    const StoredPack* pack = find_pack({document_.member(inner, "policy")}, false);
    errors_ = std::move(kept);
    const bool whole = pack != nullptr && touches_policy(request);
    std::string text = "{";
    document_.each(inner, [&](const Node& member) {
      write_key(text, document_.key(member));
      if (whole && document_.key(member) == "policy") {
        write(text, pack->pack);
      } else if (pack != nullptr && member.kind == NodeKind::object &&
                 document_.key(member) == "policy") {
        // By its digest: read again and again it would push itself out of the store.
        text += "{\"digest\":\"";
        text += pack->digest;
        text += "\"}";
      } else {
        text += canonical(document_, member);
      }
    });
    text += '}';
    PackStore scratch;
    const Exploration result = json::explore(request, document_, text, pack ? &pack->pack : nullptr,
                                             whole ? scratch : store_, errors_);
    if (result.refusal.empty()) return answer_with(result);
    out_ = result.refusal;
  }

  /// A contract year drawn many times.
  void simulate() {
    SimulateRequest request;
    read(request);
    const StoredPack* pack = find_pack(request.policy, false);
    const std::size_t known = errors_.size();
    if (pack != nullptr) {
      const CommissionRules& rules = pack->pack.commission;
      check(request.data, request.rules, pack->pack.metrics, {}, errors_);
      check_charge(rules.shortfall_charge, merge(rules.reading, request.reading),
                   Place::at("/reading/missed"), errors_);
    }
    errors_.keep_apart(known);
    if (!errors_.empty()) return;
    Priced priced;
    if (!price(std::nullopt, request.contract_year, request.reading, pack, priced)) return;
    const Simulation result =
        allymark::simulate(Tariff(*priced.clause, priced.reading), pack->pack.trial,
                           pack->pack.metrics, request.data, request.rules);
    begin(pack, std::nullopt);
    write_members(out_, result);
    return end(false);
  }

  /// What can be asked, and the method that answers it: into out_, or into errors_.
  struct Known {
    const char* name;
    void (Call::*run)();
  };
  static constexpr Known calls[] = {
      {"select", &Call::select},
      {"assess", &Call::assess},
      {"assess_many", &Call::assess_many},
      {"quote", &Call::quote},
      {"settle", &Call::settle},
      {"wording", &Call::wording},
      {"curve", &Call::curve},
      {"add_policy", &Call::add_policy},
      {"check", &Call::check_policy},
      {"digest", &Call::digest_of},
      {"diff", &Call::diff},
      {"in_force", &Call::in_force},
      {"verify", &Call::verify},
      {"migrate", &Call::migrate},
      {"explore", &Call::explore},
      {"simulate", &Call::simulate},
  };

  const Document& document_;
  PackStore& store_;
  Errors errors_;
  Findings findings_;
  Trace trace_;
  std::string out_;
};

/// The text that answers a call, or, where a tariff is asked for, the text that refuses it; an
/// arithmetic that does not fit becomes an error like any other.
std::string answer_to(const Document& request, PackStore& store, Errors told,
                      std::optional<Tariff>* tariff) {
  std::string answer;
  bool fits = true;
  {
    const OverflowGuard guard;
    Call call(request, store, std::move(told));
    if (tariff != nullptr) {
      *tariff = call.tariff(answer);
    } else {
      answer = call.answer();
    }
    fits = !guard.raised();
  }
  const OverflowGuard lowered;
  return fits ? answer : refuse_overflow("");
}

std::string answer_to(std::string_view request, PackStore& store, std::optional<Tariff>* tariff) {
  Errors errors;
  const Document document = Document::parse(request, errors);
  for (const Error& error : errors) {
    // Of what stands twice the first is read, so that all else that is wrong is told with it.
    if (std::string_view(error.code) != error_code::duplicate_key) return refuse(errors);
  }
  return answer_to(document, store, std::move(errors), tariff);
}

}  // namespace

std::string evaluate(const Document& request, PackStore& store) {
  return answer_to(request, store, {}, nullptr);
}

std::string evaluate(std::string_view request, PackStore& store) {
  return answer_to(request, store, nullptr);
}

std::optional<Tariff> compile_tariff(std::string_view request, PackStore& store,
                                     std::string& refusal) {
  std::optional<Tariff> result;
  refusal = answer_to(request, store, &result);
  return result;
}

std::string pay_many(const Tariff& tariff, double* volumes, std::size_t count) {
  constexpr double most = 1e9;
  const Place place = Place::at("/volumes");
  Errors errors;
  const bool good = all_between(volumes, count, 0, most);
  for (std::size_t i = 0; !good && i < count && errors.size() < Document::most_errors; ++i) {
    if (volumes[i] >= 0 && volumes[i] <= most) continue;  // false for NaN too
    const char* code = volumes[i] < 0      ? error_code::below_minimum
                       : volumes[i] > most ? error_code::above_maximum
                                           : error_code::not_a_number;
    errors.add(code, place.index(i));
  }
  if (!errors.empty()) return refuse(errors);
  const OverflowGuard guard;
  tariff.gross_many(volumes, volumes, count);
  return guard.raised() ? refuse_overflow("/volumes") : std::string();
}

}  // namespace allymark::json
