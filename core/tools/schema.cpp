// Writes the JSON Schemas (draft 2020-12) of policy, dossier, request and result into a folder:
//   allymark-schema core/policies/schema
// They are generated from the field tables that also read and write every document, so they cannot
// say anything else than the engine does. What no table can say (tiers rise, weights are not all 0)
// is left to the engine's own check.

#include <fstream>
#include <iostream>
#include <map>
#include <string>

#include "allymark/agree/wording.hpp"
#include "allymark/base/list.hpp"
#include "json/compare.hpp"
#include "json/explore.hpp"
#include "json/requests.hpp"
#include "json/write.hpp"

namespace {

using namespace allymark;

/// A JSON value that keeps the order of its members.
class Node {
 public:
  using Members = List<std::pair<std::string, Node>>;
  Node() : text_("null") {}
  static Node raw(std::string text) { return Node(std::move(text)); }
  static Node text(std::string_view value) {
    std::string quoted;
    json::write_string(quoted, value);
    return Node(std::move(quoted));
  }
  static Node number(std::size_t value) { return Node(std::to_string(value)); }
  static Node object(Members members = {}) {
    Node node;
    node.kind_ = Kind::object;
    node.members_ = std::move(members);
    return node;
  }
  static Node list(List<Node> items = {}) {
    Node node;
    node.kind_ = Kind::list;
    for (auto& item : items) node.members_.emplace_back("", std::move(item));
    return node;
  }

  Node* find(std::string_view name) {
    for (auto& member : members_) {
      if (member.first == name) return &member.second;
    }
    return nullptr;
  }
  Node& set(std::string_view name, Node value) {
    if (Node* known = find(name)) {
      *known = std::move(value);
    } else {
      members_.emplace_back(name, std::move(value));
    }
    return *this;
  }
  Node& push(Node value) {
    members_.emplace_back("", std::move(value));
    return *this;
  }
  void add_all(Node&& other) {
    for (auto& member : other.members_) set(member.first, std::move(member.second));
  }
  bool empty() const { return members_.empty(); }

  /// Short lists of plain values stay on one line.
  void append_to(std::string& out, std::size_t depth = 0) const {
    if (kind_ == Kind::plain) {
      out += text_;
      return;
    }
    const bool is_object = kind_ == Kind::object;
    const bool flat = !is_object && plain_items();
    const std::string inner = flat ? "" : '\n' + std::string(2 * depth + 2, ' ');
    out += is_object ? '{' : '[';
    for (std::size_t i = 0; i < members_.size(); ++i) {
      if (i > 0) out += flat ? ", " : ",";
      out += inner;
      if (is_object) {
        json::write_string(out, members_[i].first);
        out += ": ";
      }
      members_[i].second.append_to(out, depth + 1);
    }
    if (!flat && !members_.empty()) out += '\n' + std::string(2 * depth, ' ');
    out += is_object ? '}' : ']';
  }

 private:
  enum class Kind : std::uint8_t { plain, object, list };
  explicit Node(std::string plain) : text_(std::move(plain)) {}
  bool plain_items() const {
    for (const auto& member : members_) {
      if (member.second.kind_ != Kind::plain) return false;
    }
    return true;
  }

  Kind kind_ = Kind::plain;
  std::string text_;
  Members members_;
};

Node type_named(const char* name) { return Node::object({{"type", Node::text(name)}}); }
Node pattern(const char* expression) {
  return type_named("string").set("pattern", Node::text(expression));
}
Node reference(const std::string& to) { return Node::object({{"$ref", Node::text(to)}}); }
Node constant(const char* value) { return Node::object({{"const", Node::text(value)}}); }

/// `schema`, or null.
Node or_null(Node schema) {
  if (Node* choices = schema.find("enum")) {
    choices->push(Node());
    return schema;
  }
  Node* type = schema.find("type");
  if (type == nullptr) return Node::object({{"anyOf", Node::list({schema, type_named("null")})}});
  std::string text;
  type->append_to(text);
  if (text.front() == '[') {
    type->push(Node::text("null"));
  } else {
    *type = Node::list({Node::raw(text), Node::text("null")});
  }
  return schema;
}

/// Documents that are read take figures as numbers or texts and null for what is missing; results
/// state every member and hold nothing else.
enum class Direction : std::uint8_t { read, written };

/// Turns field tables into schemas and collects the definitions of the records they mention.
/// That a member stands.
Node needs(const char* member) {
  return Node::object({{"required", Node::list({Node::text(member)})}});
}

class Generator {
 public:
  explicit Generator(Direction direction) : direction_(direction) {}

  /// A record that has a file of its own.
  void external(const Type& type, const char* file) { external_[&type] = file; }

  template <class T>
  Node of() {
    return schema(type_of<T>(), nullptr);
  }
  /// The members of a record and the names of those that must be there, added to both nodes.
  void members(const Type& type, Node& properties, Node& required) {
    for (std::uint16_t i = 0; i < type.count; ++i) {
      const Field& field = type.fields[i];
      properties.set(field.name, member(field));
      if (must_stand(field)) required.push(Node::text(field.name));
    }
  }
  Node object(Node properties, Node required) const {
    Node result = type_named("object");
    result.set("properties", std::move(properties));
    if (!required.empty()) result.set("required", std::move(required));
    if (written()) result.set("additionalProperties", Node::raw("false"));
    return result;
  }
  /// The whole document: its schema and the definitions that it mentions.
  Node document(const char* file, const char* title, Node schema) {
    Node result = Node::object({
        {"$schema", Node::text("https://json-schema.org/draft/2020-12/schema")},
        {"$id", Node::text(file)},
        {"title", Node::text(title)},
    });
    result.add_all(std::move(schema));
    Node definitions = Node::object();
    for (auto& entry : definitions_) definitions.set(entry.first, entry.second.second);
    if (!definitions.empty()) result.set("$defs", std::move(definitions));
    return result;
  }

 private:
  bool written() const { return direction_ == Direction::written; }

  bool must_stand(const Field& field) const {
    if (!written()) return field.is_required;
    return field.type->kind != Kind::optional || field.is_nullable;
  }

  Node member(const Field& field) {
    Node result = schema(*field.type, &field);
    const bool may_be_null =
        written() ? field.is_nullable : !field.is_required && field.type->kind != Kind::raw;
    if (may_be_null) result = or_null(std::move(result));
    if (field.doc[0] != '\0') result.set("description", Node::text(field.doc));
    return result;
  }

  Node figure(const Field* rule, bool whole) const {
    if (written()) return type_named(whole ? "integer" : "number");
    Node result =
        Node::object({{"type", Node::list({Node::text("number"), Node::text("string")})}});
    result.set("pattern", Node::text("^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?$"));
    if (rule != nullptr && rule->bounds != nullptr) {
      result.set("minimum", Node::raw(Decimal::nanos(rule->bounds->low).text()));
      result.set("maximum", Node::raw(Decimal::nanos(rule->bounds->high).text()));
    }
    if (whole || (rule != nullptr && rule->must_be_whole)) {
      result.set("multipleOf", Node::raw("1"));
    }
    return result;
  }

  Node text(const Field* rule) const {
    Node result = type_named("string");
    if (written()) return result;
    if (rule != nullptr && rule->is_required) result.set("minLength", Node::raw("1"));
    return result.set("maxLength", Node::number(rule == nullptr ? 200 : rule->longest));
  }

  Node container(const char* type, const char* elements, const char* most, const Type& of,
                 const Field* rule) {
    Node result = type_named(type).set(elements, schema(of, nullptr));
    if (!written()) result.set(most, Node::number(rule == nullptr ? 200 : rule->longest));
    return result;
  }

  Node schema(const Type& type, const Field* rule) {
    switch (type.kind) {
      case Kind::boolean: return type_named("boolean");
      case Kind::integer: return figure(rule, true);
      case Kind::decimal:
      case Kind::money: return figure(rule, false);
      case Kind::currency: return pattern("^[A-Z]{3}$");
      case Kind::text:
      case Kind::code: return text(rule);
      case Kind::month: return pattern("^(19|[2-9][0-9])[0-9]{2}-(0[1-9]|1[0-2])$");
      case Kind::date:
        return pattern("^(19|[2-9][0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$");
      case Kind::token: {
        Node choices = Node::list();
        for (std::uint16_t i = 0; i < type.count; ++i) {
          choices.push(Node::text(type.tokens[i]));
        }
        return Node::object({{"enum", std::move(choices)}});
      }
      case Kind::scalar: return scalar();
      case Kind::params: return type_named("object").set("additionalProperties", scalar());
      case Kind::optional: return schema(*type.element, rule);
      case Kind::list: return container("array", "items", "maxItems", *type.element, rule);
      case Kind::keyed:
        return container("object", "additionalProperties", "maxProperties", *type.element, rule);
      case Kind::record: return record(type);
      case Kind::raw:
      case Kind::json: break;
    }
    return Node::object();
  }

  static Node scalar() {
    return Node::object({{"type", Node::list({Node::text("number"), Node::text("string")})}});
  }

  Node record(const Type& type) {
    const auto file = external_.find(&type);
    if (file != external_.end()) return reference(file->second);
    define(type);
    return reference(std::string("#/$defs/") + type.name);
  }

  void define(const Type& type) {
    auto [known, is_new] = definitions_.try_emplace(type.name, &type, Node());
    if (!is_new) {
      if (known->second.first == &type) return;
      std::cerr << "two records are called " << type.name << '\n';
      std::exit(1);
    }
    Node properties = Node::object();
    Node required = Node::list();
    members(type, properties, required);
    Node result = object(std::move(properties), std::move(required));
    if (type.fields[0].is_language) {
      result.set("anyOf", Node::list({needs(type.fields[0].name), needs(type.fields[1].name)}));
    }
    if (type.shorthand != nullptr && !written()) {
      result = Node::object(
          {{"anyOf", Node::list({figure(nullptr, false), type_named("null"), std::move(result)})}});
    }
    definitions_[type.name].second = std::move(result);
  }

  Direction direction_;
  std::map<std::string, std::pair<const Type*, Node>> definitions_;
  std::map<const Type*, std::string> external_;
};

constexpr const char* policy_file = "policy.schema.json";
constexpr const char* dossier_file = "dossier.schema.json";
constexpr const char* request_file = "request.schema.json";
constexpr const char* result_file = "result.schema.json";

Node policy_schema() {
  Generator generator(Direction::read);
  Node schema = generator.of<Pack>();
  return generator.document(policy_file, "A policy (rule pack) of Allymark", std::move(schema));
}

Node dossier_schema() {
  Generator generator(Direction::read);
  Node schema = generator.of<Dossier>();
  return generator.document(dossier_file, "A dossier: every fact known about one partner",
                            std::move(schema));
}

/// One call: the record of its request with the call's name and what a policy may be.
template <class Request>
Node call(Generator& generator, const char* name) {
  const Type& type = type_of<Request>();
  Node properties = Node::object();
  Node required = Node::list();
  generator.members(type, properties, required);
  Node called = constant(name);
  called.set("description", *properties.find("call")->find("description"));
  properties.set("call", std::move(called));
  if (Node* policy = properties.find("policy")) {
    Node digest = generator.object(Node::object({{"digest", type_named("string")}}),
                                   Node::list({Node::text("digest")}));
    policy->set("anyOf", Node::list({type_named("string").set("maxLength", Node::raw("200")),
                                     digest.set("additionalProperties", Node::raw("false")),
                                     reference(policy_file)}));
  }
  Node* document = properties.find("document");
  if (document != nullptr && std::string_view(name) != "digest" &&
      std::string_view(name) != "migrate") {
    document->set("$ref", Node::text(policy_file));
  }
  if (document != nullptr && std::string_view(name) == "migrate") {
    document->set("type", Node::text("object"));
    Node number = Node::object(
        {{"type", Node::list({Node::text("number"), Node::text("string"), Node::text("null")})}});
    document->set("properties", Node::object({{"schemaVersion", std::move(number)}}));
  }
  Node result = generator.object(std::move(properties), std::move(required));
  if (result.find("properties")->find("clause") != nullptr) {
    result.set("anyOf", Node::list({needs("policy"), needs("clause")}));
  }
  return result;
}

Node request_schema() {
  Generator generator(Direction::read);
  generator.external(type_of<Dossier>(), dossier_file);
  Node calls = Node::list({
      call<json::SelectRequest>(generator, "select"),
      call<json::AssessRequest>(generator, "assess"),
      call<json::AssessManyRequest>(generator, "assess_many"),
      call<json::QuoteRequest>(generator, "quote"),
      call<json::QuoteRequest>(generator, "settle"),
      call<json::QuoteRequest>(generator, "wording"),
      call<json::CurveRequest>(generator, "curve"),
      call<json::DocumentRequest>(generator, "add_policy"),
      call<json::DocumentRequest>(generator, "check"),
      call<json::DocumentRequest>(generator, "digest"),
      call<json::DiffRequest>(generator, "diff"),
      call<json::InForceRequest>(generator, "in_force"),
      call<json::VerifyRequest>(generator, "verify"),
      call<json::DocumentRequest>(generator, "migrate"),
      call<json::ExploreRequest>(generator, "explore"),
      call<json::SimulateRequest>(generator, "simulate"),
  });
  return generator.document(request_file, "A request to the engine: one call",
                            Node::object({{"oneOf", std::move(calls)}}));
}

/// Results are records and single members side by side in one object, as evaluate writes them.
class Result {
 public:
  explicit Result(Generator& generator) : generator_(generator) {}

  Result& stamp() {
    with("engine", type_named("string"));
    return with("policy", or_null(strings({"id", "version", "digest"})));
  }
  Result& with(const char* name, Node schema) {
    properties_.set(name, std::move(schema));
    required_.push(Node::text(name));
    return *this;
  }
  Result& maybe(const char* name, Node schema) {
    properties_.set(name, std::move(schema));
    return *this;
  }
  template <class T>
  Result& with(const char* name) {
    return with(name, generator_.of<T>());
  }
  template <class T>
  Result& nullable(const char* name) {
    return with(name, or_null(generator_.of<T>()));
  }
  /// All members of a record.
  template <class T>
  Result& members() {
    generator_.members(type_of<T>(), properties_, required_);
    return *this;
  }
  Result& trace() {
    Node steps = type_named("array").set("items", generator_.of<Step>());
    return maybe("trace", type_named("object").set("additionalProperties", std::move(steps)));
  }
  Result& findings() { return with<List<Finding>>("findings"); }
  Node schema() const { return generator_.object(properties_, required_); }

  Node strings(List<const char*> names) const {
    Node properties = Node::object();
    Node required = Node::list();
    for (const char* name : names) {
      properties.set(name, type_named("string"));
      required.push(Node::text(name));
    }
    return generator_.object(std::move(properties), std::move(required));
  }

 private:
  Generator& generator_;
  Node properties_ = Node::object();
  Node required_ = Node::list();
};

/// What a call answers that is asked for at a date, with the steps behind its figures.
template <class T>
Node judged(Generator& generator) {
  return Result(generator)
      .stamp()
      .maybe("asOf", generator.of<Date>())
      .members<T>()
      .trace()
      .findings()
      .schema();
}

Node result_schema() {
  Generator generator(Direction::written);
  const Node results = Node::list({
      judged<Selection>(generator),
      judged<Assessment>(generator),
      Result(generator)
          .stamp()
          .maybe("asOf", generator.of<Date>())
          .with<List<PortfolioRow>>("rows")
          .with<PortfolioTotals>("totals")
          .nullable<Concentration>("concentration")
          .findings()
          .schema(),
      Result(generator)
          .stamp()
          .maybe("asOf", generator.of<Date>())
          .members<Quote>()
          .trace()
          .findings()
          .schema(),
      Result(generator)
          .stamp()
          .maybe("asOf", generator.of<Date>())
          .with("currency", type_named("string"))
          .members<Settlement>()
          .trace()
          .findings()
          .schema(),
      Result(generator).stamp().with<List<Sentence>>("sentences").findings().schema(),
      Result(generator).stamp().members<PayCurve>().findings().schema(),
      Result(generator)
          .with("id", type_named("string"))
          .with("version", type_named("string"))
          .with("digest", type_named("string"))
          .findings()
          .schema(),
      Result(generator).with("digest", pattern("^[0-9a-f]{64}$")).schema(),
      Result(generator).members<json::PolicyDiff>().schema(),
      Result(generator).members<json::VersionsInForce>().schema(),
      Result(generator).members<json::Verification>().schema(),
      Result(generator)
          .with("from", type_named("number"))
          .with("to", type_named("integer"))
          .with("document", type_named("object"))
          .schema(),
      Result(generator).members<json::Exploration>().schema(),
      Result(generator).stamp().members<Simulation>().findings().schema(),
  });
  Result error(generator);
  error.with("code", type_named("string"))
      .with("path", type_named("string"))
      .with("params", generator.of<Params>());
  const Node errors =
      type_named("array").set("items", error.schema()).set("minItems", Node::raw("1"));
  const auto truth = [](const char* value) { return Node::object({{"const", Node::raw(value)}}); };
  Node answers = Node::list({
      Result(generator)
          .with("ok", truth("true"))
          .with("result", Node::object({{"anyOf", results}}))
          .schema(),
      Result(generator).with("ok", truth("false")).with("errors", errors).schema(),
  });
  return generator.document(result_file, "An answer of the engine: a result or all errors",
                            Node::object({{"oneOf", std::move(answers)}}));
}

bool write_file(const std::string& folder, const char* file, const Node& schema) {
  std::string text;
  schema.append_to(text);
  std::ofstream out(folder + '/' + file, std::ios::binary);
  out << text << '\n';
  out.close();
  if (!out) std::cerr << "cannot write " << folder << '/' << file << '\n';
  return static_cast<bool>(out);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: allymark-schema FOLDER\n";
    return 2;
  }
  const std::string folder = argv[1];
  const bool written = write_file(folder, policy_file, policy_schema()) &&
                       write_file(folder, dossier_file, dossier_schema()) &&
                       write_file(folder, request_file, request_schema()) &&
                       write_file(folder, result_file, result_schema());
  return written ? 0 : 1;
}
