// Prints docs/fields.md: every field of every request, dossier, policy and result.
//   allymark-fields > docs/fields.md
// It walks the field tables that read and write the documents, so it cannot say anything else than
// the engine does; a default is what the engine's own fresh value holds.

#include <cstdio>
#include <set>
#include <string>

#include "allymark/agree/wording.hpp"
#include "allymark/base/list.hpp"
#include "json/compare.hpp"
#include "json/explore.hpp"
#include "json/requests.hpp"
#include "json/write.hpp"

namespace {

using namespace allymark;

/// A record that is still to be printed; `fresh` is a value as the engine makes it, if it is read.
struct Waiting {
  const Type* type;
  const void* fresh;
};

/// How a type reads in a table's cell; records and what holds them are links.
std::string kind_of(const Type& type, bool read) {
  switch (type.kind) {
    case Kind::boolean: return "`true` or `false`";
    case Kind::integer: return "whole number";
    case Kind::decimal: return "figure";
    case Kind::money: return "amount, 2 decimals";
    case Kind::currency: return "currency, `CNY`";
    case Kind::text: return "text";
    case Kind::code: return "code";
    case Kind::month: return "month, `2024-09`";
    case Kind::date: return "day, `2024-09-30`";
    case Kind::scalar: return "figure or text";
    case Kind::params: return "figures and texts by name";
    case Kind::optional: return kind_of(*type.element, read);
    case Kind::list: return "list of " + kind_of(*type.element, read);
    case Kind::keyed: return "by name: " + kind_of(*type.element, read);
    case Kind::record: {
      std::string link = std::string("[") + type.name + "](#" + type.name + ")";
      if (read && type.shorthand != nullptr) {
        link += std::string(" or its `") + type.shorthand + "` alone";
      }
      return link;
    }
    case Kind::token: {
      std::string choices;
      for (std::uint16_t i = 0; i < type.count; ++i) {
        choices += std::string(i > 0 ? ", `" : "`") + type.tokens[i] + '`';
      }
      return choices;
    }
    case Kind::raw: return "JSON, read by the call";
    case Kind::json: break;
  }
  return "JSON";
}

/// Bounds and lengths: "0 to 100", "whole", "at most 20".
std::string limits_of(const Field& field) {
  std::string text;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : "; ") + part; };
  if (field.bounds != nullptr) {
    add(Decimal::nanos(field.bounds->low).text() + " to " +
        Decimal::nanos(field.bounds->high).text());
  }
  if (field.must_be_whole) add("whole");
  const Type* type = field.type;
  while (type->kind == Kind::optional) type = type->element;
  const bool counted = type->kind == Kind::list || type->kind == Kind::keyed;
  if (counted) add("at most " + std::to_string(field.longest) + " entries");
  if (type->kind == Kind::text) add("at most " + std::to_string(field.longest) + " characters");
  return text;
}

/// What stands there when nothing is said: required, a value, or nothing.
std::string default_of(const Field& field, const void* fresh) {
  if (field.is_required) return "required";
  if (field.is_language) return "the other language's text; one is required";
  const Kind kind = field.type->kind;
  if (fresh == nullptr || kind == Kind::raw || kind == Kind::optional || kind == Kind::record) {
    return "";
  }
  std::string text;
  json::write_value(text, *field.type, nullptr, static_cast<const char*>(fresh) + field.offset);
  const bool says_nothing = text == "\"\"" || text == "[]" || text == "{}";
  return says_nothing ? "" : '`' + text + '`';
}

/// In a result: always there, null, or left out when absent.
std::string presence_of(const Field& field) {
  if (field.type->kind != Kind::optional) return "always";
  return field.is_nullable ? "or `null`" : "if known";
}

class Reference {
 public:
  void chapter(const char* title, const char* about) {
    std::printf("\n## %s\n\n%s\n", title, about);
  }

  /// The fields of a record that is read, under a heading of their own.
  template <class T>
  void read(const char* heading) {
    static const T fresh{};
    table(heading, type_of<T>(), &fresh);
  }
  template <class T>
  void read() {
    known_.insert(&type_of<T>());
    read<T>(type_of<T>().name);
  }
  template <class T>
  void written() {
    enter(type_of<T>(), nullptr);
  }

  /// Every record that the tables printed so far mention, once.
  void rest() {
    while (!waiting_.empty()) {
      const Waiting next = waiting_.front();
      waiting_.erase(waiting_.begin());
      table(next.type->name, *next.type, next.fresh);
    }
  }

  void reading(bool reads) { reads_ = reads; }

 private:
  void table(const char* heading, const Type& record, const void* fresh) {
    std::printf("\n### %s\n\n| field | value | %s | limits | what it is |\n|---|---|---|---|---|\n",
                heading, reads_ ? "default" : "present");
    for (std::uint16_t i = 0; i < record.count; ++i) {
      const Field& field = record.fields[i];
      const std::string kind = kind_of(*field.type, reads_);
      const std::string stands = reads_ ? default_of(field, fresh) : presence_of(field);
      std::string limits = reads_ ? limits_of(field) : "";
      if (!reads_ && field.shown_places >= 0) {
        limits = "at most " + std::to_string(field.shown_places) + " decimals";
      }
      std::printf("| `%s` | %s | %s | %s | %s%s |\n", field.name, kind.c_str(), stands.c_str(),
                  limits.c_str(), field.doc, field.is_option ? " (an option of the rules)" : "");
      const char* value = static_cast<const char*>(fresh);
      enter(*field.type, value == nullptr ? nullptr : value + field.offset);
    }
  }

  /// Queues the records in a type; a container that is empty is given one fresh entry to look at.
  void enter(const Type& type, const void* value) {
    switch (type.kind) {
      case Kind::record:
        if (known_.insert(&type).second) waiting_.push_back({&type, value});
        return;
      case Kind::optional: return enter(*type.element, made(type, value));
      case Kind::list:
      case Kind::keyed: {
        const void* held = made(type, value);
        enter(*type.element, held == nullptr ? nullptr : type.entry(held, 0) + value_at(type));
        return;
      }
      default: return;
    }
  }
  static std::size_t value_at(const Type& type) {
    return type.kind == Kind::keyed ? type.offset : 0;
  }
  /// Somewhere that is never freed: this is a program of one page.
  static const void* made(const Type& type, const void* value) {
    if (value == nullptr) return nullptr;
    auto* const room = new detail::Room[1 + type.stride / sizeof(detail::Room) + 1]();
    if (type.kind == Kind::optional) {
      type.hold(room);
    } else {
      type.fill(room, 1);
    }
    return room;
  }

  std::set<const Type*> known_;
  List<Waiting> waiting_;
  bool reads_ = true;
};

void requests(Reference& reference) {
  reference.chapter(
      "Requests",
      "A request is one object; `call` names what is asked. `quote`, `settle` and `wording` share "
      "their fields, and so do the calls about one document.");
  reference.read<json::SelectRequest>("select (call)");
  reference.read<json::AssessRequest>("assess (call)");
  reference.read<json::AssessManyRequest>("assess_many (call)");
  reference.read<json::QuoteRequest>("quote, settle, wording (calls)");
  reference.read<json::CurveRequest>("curve (call)");
  reference.read<json::DocumentRequest>("add_policy, check, digest, migrate (calls)");
  reference.read<json::DiffRequest>("diff (call)");
  reference.read<json::InForceRequest>("in_force (call)");
  reference.read<json::VerifyRequest>("verify (call)");
  reference.read<json::ExploreRequest>("explore (call)");
  reference.read<json::SimulateRequest>("simulate (call)");
  reference.rest();
}

void results(Reference& reference) {
  reference.reading(false);
  reference.chapter(
      "Results",
      "A good answer is `{\"ok\": true, \"result\": …}`; a refusal is `{\"ok\": false, \"errors\": "
      "[{\"code\", \"path\", \"params\"}]}`. Beside what follows, a result carries `engine`, "
      "`policy` (`id`, `version`, `digest`), `asOf`, `findings` and, where it was asked for, "
      "`trace`: the steps behind each figure, by its JSON Pointer.");
  reference.written<Selection>();
  reference.written<Assessment>();
  reference.written<PortfolioRow>();
  reference.written<Concentration>();
  reference.written<Quote>();
  reference.written<Settlement>();
  reference.written<Sentence>();
  reference.written<PayCurve>();
  reference.written<json::PolicyDiff>();
  reference.written<json::VersionsInForce>();
  reference.written<json::Verification>();
  reference.written<json::Exploration>();
  reference.written<Simulation>();
  reference.written<Finding>();
  reference.written<Step>();
  reference.rest();
}

}  // namespace

int main() {
  std::printf(
      "# Fields\n\nEvery field of what the engine reads and writes. This page is written by "
      "`allymark-fields` from the field tables; a test holds it current. The same tables give the "
      "JSON Schemas in `core/policies/schema`.\n\nPercentages are percent points (5.1 is 5.1 %%), "
      "amounts are in the clause's currency, a figure may be a number or a text (`\"5.1\"`). "
      "What is absent or `null` takes the default; where there is none, it is not known, and never "
      "0.\n");
  Reference reference;
  requests(reference);
  reference.chapter("Policy", "A pack of rules: every threshold, weight, rate, date and label.");
  reference.read<Pack>();
  reference.rest();
  results(reference);
  return 0;
}
