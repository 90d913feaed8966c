#include "json/read.hpp"

#include <algorithm>

#include "allymark/base/codes.hpp"
#include "allymark/base/order.hpp"

namespace allymark::json {
namespace {

constexpr const char* kind_names[] = {"null", "boolean", "number", "number",
                                      "text", "list",    "object"};
const char* name_of(NodeKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::size_t characters(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

template <class T>
T& as(void* out) {
  return *static_cast<T*>(out);
}

const Field* find_field(const Type& type, std::string_view name) {
  for (std::uint16_t i = 0; i < type.count; ++i) {
    if (type.fields[i].name == name) return &type.fields[i];
  }
  return nullptr;
}

}  // namespace

Params& Reader::error(const char* code, const Place& at) {
  if (errors_.size() < Document::most_errors) return errors_.add(code, at);
  return unlisted_ = Params();
}

bool Reader::expect(const Node& node, NodeKind kind, const Place& at) {
  if (node.kind == kind) return true;
  error(error_code::wrong_type, at)
      .with("expected", name_of(kind))
      .with("found", name_of(node.kind));
  return false;
}

bool Reader::is_text(const Node& node, const Place& at) {
  return expect(node, NodeKind::string, at);
}

bool Reader::number(const Field* rule, const Node& node, Decimal& out, const Place& at) {
  if (node.kind == NodeKind::integer) {
    constexpr std::int64_t largest = INT64_MAX / Decimal::scale;
    if (node.integer > largest || node.integer < -largest) {
      error(error_code::number_out_of_range, at);
      return false;
    }
    out = Decimal::whole(node.integer);
  } else if (node.kind == NodeKind::number || node.kind == NodeKind::string) {
    const auto state = Decimal::parse(document_.text(node), out);
    if (state == Decimal::Parse::not_a_number) {
      error(error_code::not_a_number, at).with("text", clip(document_.text(node)));
      return false;
    }
    if (state == Decimal::Parse::out_of_range) {
      error(error_code::number_out_of_range, at);
      return false;
    }
  } else {
    error(error_code::wrong_type, at).with("expected", "number").with("found", name_of(node.kind));
    return false;
  }
  if (rule == nullptr) return true;
  const Range* bounds = rule->bounds;
  if (bounds != nullptr && out.nanos() < bounds->low) {
    error(error_code::below_minimum, at)
        .with("minimum", Decimal::nanos(bounds->low))
        .with("value", out);
    return false;
  }
  if (bounds != nullptr && out.nanos() > bounds->high) {
    error(error_code::above_maximum, at)
        .with("maximum", Decimal::nanos(bounds->high))
        .with("value", out);
    return false;
  }
  if (rule->must_be_whole && !out.is_whole()) {
    error(error_code::not_whole, at).with("value", out);
    return false;
  }
  return true;
}

void Reader::text(const Field* rule, const Node& node, std::string& out, const Place& at) {
  if (!is_text(node, at)) return;
  const std::string_view found = document_.text(node);
  const std::size_t longest = rule == nullptr ? 200 : rule->longest;
  if (const std::size_t length = characters(found); length > longest) {
    error(error_code::too_long, at).with("longest", longest).with("length", length);
    return;
  }
  if (found.empty() && rule != nullptr && rule->is_required) {
    error(error_code::missing_field, at);
    return;
  }
  out = found;
}

bool Reader::token(const Type& type, const Node& node, void* out, const Place& at) {
  if (!is_text(node, at)) return false;
  const std::string_view found = document_.text(node);
  std::string choices;
  for (std::uint16_t i = 0; i < type.count; ++i) {
    if (found == type.tokens[i]) {
      as<std::uint8_t>(out) = static_cast<std::uint8_t>(i);
      return true;
    }
    if (i > 0) choices += ", ";
    choices += type.tokens[i];
  }
  error(error_code::unknown_choice, at).with("value", clip(found)).with("choices", choices);
  return false;
}

void Reader::record(const Type& type, const Node& node, void* out, const Place& at) {
  auto* base = static_cast<char*>(out);
  if (node.kind != NodeKind::object && type.shorthand != nullptr) {
    const Field* field = find_field(type, type.shorthand);
    if (node.kind == NodeKind::null) return;
    if (node.kind == NodeKind::array) {
      expect(node, NodeKind::object, at);
      return;
    }
    as<bool>(base + type.offset) = true;
    value(*field->type, field, node, base + field->offset, at);
    return;
  }
  if (!expect(node, NodeKind::object, at)) return;
  std::uint64_t seen[4] = {};
  const std::size_t known = errors_.size();
  document_.each(node, [&](const Node& member) {
    const Field* field = find_field(type, document_.key(member));
    const Place place = at.key(document_.key(member));
    if (field == nullptr) {
      findings_.add(finding_code::unknown_field, Severity::note, place)
          .with("fix", place.pointer())
          .with("to", "");
      return;
    }
    if (member.kind == NodeKind::null && field->type->kind != Kind::raw) return;
    const auto index = static_cast<std::size_t>(field - type.fields);
    seen[index / 64] |= std::uint64_t{1} << (index % 64);
    value(*field->type, field, member, base + field->offset, place);
  });
  for (std::uint16_t i = 0; i < type.count; ++i) {
    const bool present = (seen[i / 64] >> (i % 64)) & 1U;
    if (present || !type.fields[i].is_required) continue;
    error(error_code::missing_field, at.member(type.fields[i].name));
  }
  // A text that could not be read is no missing one.
  if (type.fields[0].is_language && errors_.size() == known) speak(type, base, at);
}

/// Where one of two languages is missing or blank, the other one's text is the change that is
/// proposed, and stands in its place until then.
void Reader::speak(const Type& type, char* base, const Place& at) {
  std::string* texts[2];
  bool missing[2];
  for (std::size_t i = 0; i < 2; ++i) {
    texts[i] = &as<std::string>(base + type.fields[i].offset);
    missing[i] = texts[i]->find_first_not_of(" \t\r\n\u3000") == std::string::npos;
  }
  for (std::size_t i = 0; i < 2; ++i) {
    if (!missing[i]) continue;
    const Place place = at.member(type.fields[i].name);
    if (missing[1 - i]) {
      error(error_code::missing_field, place);
      continue;
    }
    *texts[i] = *texts[1 - i];
    findings_.add(finding_code::label_missing, Severity::note, place)
        .with("fix", place.pointer())
        .with("to", *texts[i]);
  }
}

void Reader::list(const Type& type, const Field* rule, const Node& node, void* out,
                  const Place& at) {
  if (!expect(node, NodeKind::array, at)) return;
  const std::size_t length = document_.count(node);
  const std::size_t longest = rule == nullptr ? 200 : rule->longest;
  if (length > longest) {
    error(error_code::too_long, at).with("longest", longest).with("length", length);
    return;
  }
  type.fill(out, length);
  std::size_t index = 0;
  document_.each(node, [&](const Node& element) {
    value(*type.element, nullptr, element, type.entry(out, index), at.index(index));
    ++index;
  });
}

void Reader::keyed(const Type& type, const Field* rule, const Node& node, void* out,
                   const Place& at) {
  if (!expect(node, NodeKind::object, at)) return;
  List<const Node*> members;
  document_.each(node, [&](const Node& member) { members.push_back(&member); });
  const std::size_t longest = rule == nullptr ? 200 : rule->longest;
  if (members.size() > longest) {
    error(error_code::too_long, at).with("longest", longest).with("length", members.size());
    return;
  }
  sort(members,
       [&](const Node* a, const Node* b) { return document_.key(*a) < document_.key(*b); });
  type.fill(out, members.size());
  for (std::size_t i = 0; i < members.size(); ++i) {
    const std::string_view key = document_.key(*members[i]);
    char* const entry = type.entry(out, i);
    as<std::string>(entry) = key;
    value(*type.element, nullptr, *members[i], entry + type.offset, at.key(key));
  }
}

void Reader::value(const Type& type, const Field* rule, const Node& node, void* out,
                   const Place& at) {
  switch (type.kind) {
    case Kind::record: return record(type, node, out, at);
    case Kind::list: return list(type, rule, node, out, at);
    case Kind::keyed: return keyed(type, rule, node, out, at);
    case Kind::optional: type.hold(out); return value(*type.element, rule, node, out, at);
    case Kind::text: return text(rule, node, as<std::string>(out), at);
    case Kind::raw: as<RawJson>(out).node = &node; return;
    case Kind::token: token(type, node, out, at); return;
    case Kind::boolean:
      if (expect(node, NodeKind::boolean, at)) as<bool>(out) = node.truth;
      return;
    case Kind::decimal: number(rule, node, as<Decimal>(out), at); return;
    case Kind::integer: {
      Decimal found;
      if (!number(rule, node, found, at)) return;
      if (found.is_whole()) {
        as<std::int64_t>(out) = found.truncated();
      } else {
        error(error_code::not_whole, at).with("value", found);
      }
      return;
    }
    case Kind::money: {
      Decimal found;
      if (!number(rule, node, found, at)) return;
      if (found.rounded(2) != found) {
        error(error_code::too_many_decimals, at).with("value", found);
        return;
      }
      as<Money>(out) = Money::of(found, Decimal::whole(1), Rounding::half_away);
      return;
    }
    case Kind::currency:
      if (is_text(node, at) && !Currency::parse(document_.text(node), as<Currency>(out))) {
        error(error_code::bad_currency, at).with("value", clip(document_.text(node)));
      }
      return;
    case Kind::month:
      if (is_text(node, at) && !Month::parse(document_.text(node), as<Month>(out))) {
        error(error_code::bad_month, at).with("value", clip(document_.text(node)));
      }
      return;
    case Kind::date:
      if (is_text(node, at) && !Date::parse(document_.text(node), as<Date>(out))) {
        error(error_code::bad_date, at).with("value", clip(document_.text(node)));
      }
      return;
    case Kind::code:
    case Kind::scalar:
    case Kind::params:
    case Kind::json: return;  // in results only, never read
  }
}

}  // namespace allymark::json
