#include "json/call.hpp"

#include "allymark/base/codes.hpp"
#include "json/canonical.hpp"

#ifndef ALLYMARK_VERSION
#error "ALLYMARK_VERSION is stated once, in CMake"
#endif

namespace allymark::json {

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

std::string Call::answer() {
  // What can be asked, and the method that answers it: into out_, or into errors_.
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

const StoredPack* Call::find_pack(const RawJson& reference, bool required, const Place& at) {
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

void Call::unknown_policy(std::string_view wanted, const Place& at) {
  errors_.add(error_code::unknown_policy, at)
      .with("value", clip(wanted))
      .with("known", store_.ids());
}

std::unique_ptr<StoredPack> Call::read_pack(const Node& node, const Place& at) {
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

bool Call::is_newer(const Node& pack, const Place& at) {
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

void Call::begin(const StoredPack* pack, const Maybe<Date>& as_of) {
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

void Call::write_trace() {
  write_key(out_, "trace");
  out_ += '{';
  for (const auto& number : trace_) {
    write_key(out_, number.id);
    write(out_, number.steps);
  }
  out_ += '}';
}

void Call::end(bool with_trace) {
  if (with_trace) write_trace();
  write_key(out_, "findings");
  write(out_, findings_.list());
  out_ += "}}";
}

bool Call::may_ask(const RawJson& inner) {
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

}  // namespace allymark::json
