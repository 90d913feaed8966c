#include "json/call.hpp"

#include "allymark/base/codes.hpp"
#include "json/canonical.hpp"
#include "json/evaluate.hpp"
#include "json/explore.hpp"

namespace allymark::json {

void Call::read_policy(bool keep) {
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
  auto stored = read_pack(*static_cast<const Node*>(request.document.node), Place::at(request.at));
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

void Call::digest_of() {
  DocumentRequest request;
  read(request);
  if (request.document.node == nullptr || !errors_.empty()) return;
  out_ = "{\"ok\":true,\"result\":{";
  write_key(out_, "digest");
  write_string(out_, digest(document_, *static_cast<const Node*>(request.document.node)));
  out_ += "}}";
}

PackVersion Call::version_of(const StoredPack& stored) {
  return {stored.pack.id, stored.pack.version, stored.pack.effective, stored.digest};
}

void Call::diff() {
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

std::string Call::text_of(const Type& type, const void* record) {
  std::string text;
  write_value(text, type, nullptr, record);
  return text;
}

void Call::in_force() {
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

void Call::verify() {
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
    const bool line = change.path.starts_with("/lines/") || change.path.starts_with("/statements/");
    if (change.path == "/ok" || (result.first && (in_line || !line))) continue;
    in_line = line;
    result.first = std::move(change);
  }
  result.confirmed = !result.first;
  return answer_with(result);
}

void Call::migrate() {
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

}  // namespace allymark::json
