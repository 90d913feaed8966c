#include "json/read.hpp"

#include <algorithm>

#include "allymark/base/codes.hpp"

namespace allymark::json {
namespace {

constexpr const char* kind_names[] = {"null", "boolean", "number", "number", "text", "list", "object"};
const char* name_of(NodeKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

/// Appends a token to a path for as long as it lives.
class Step {
 public:
  Step(std::string& path, std::string_view token) : path_(path), size_(path.size()) { append_token(path_, token); }
  Step(std::string& path, std::size_t index) : path_(path), size_(path.size()) { path_ = child(path_, index); }
  ~Step() { path_.resize(size_); }
  Step(const Step&) = delete;
  Step& operator=(const Step&) = delete;

 private:
  std::string& path_;
  std::size_t size_;
};

std::size_t characters(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

template <class T>
T& as(void* out) {
  return *static_cast<T*>(out);
}

const Field* find_field(const Type& type, std::string_view name) {
  for (std::uint16_t i = 0; i < type.field_count; ++i) {
    if (type.fields[i].name == name) return &type.fields[i];
  }
  return nullptr;
}

}  // namespace

void Reader::error(const char* code, Params params) {
  if (errors_.size() < Document::most_errors) errors_.push_back({code, path_, std::move(params)});
}

bool Reader::expect(const Node& node, NodeKind kind) {
  if (node.kind == kind) return true;
  error(error_code::wrong_type, {{"expected", name_of(kind)}, {"found", name_of(node.kind)}});
  return false;
}

bool Reader::is_text(const Node& node) { return expect(node, NodeKind::string); }

bool Reader::number(const Field* rule, const Node& node, Decimal& out) {
  if (node.kind == NodeKind::integer) {
    constexpr std::int64_t largest = INT64_MAX / Decimal::scale;
    if (node.integer > largest || node.integer < -largest) {
      error(error_code::number_out_of_range);
      return false;
    }
    out = Decimal::whole(node.integer);
  } else if (node.kind == NodeKind::number || node.kind == NodeKind::string) {
    const auto state = Decimal::parse(document_.text(node), out);
    if (state == Decimal::Parse::not_a_number) {
      error(error_code::not_a_number, {{"text", document_.text(node).substr(0, 80)}});
      return false;
    }
    if (state == Decimal::Parse::out_of_range) {
      error(error_code::number_out_of_range);
      return false;
    }
  } else {
    error(error_code::wrong_type, {{"expected", "number"}, {"found", name_of(node.kind)}});
    return false;
  }
  if (rule == nullptr) return true;
  if (out.nanos() < rule->low) {
    error(error_code::below_minimum, {{"minimum", Decimal::nanos(rule->low)}, {"value", out}});
    return false;
  }
  if (out.nanos() > rule->high) {
    error(error_code::above_maximum, {{"maximum", Decimal::nanos(rule->high)}, {"value", out}});
    return false;
  }
  if (rule->must_be_whole && !out.is_whole()) {
    error(error_code::not_whole, {{"value", out}});
    return false;
  }
  return true;
}

void Reader::text(const Field* rule, const Node& node, std::string& out) {
  if (!is_text(node)) return;
  const std::string_view found = document_.text(node);
  const std::size_t longest = rule == nullptr ? 200 : rule->longest;
  if (const std::size_t length = characters(found); length > longest) {
    error(error_code::too_long, {{"longest", Scalar::count(longest)}, {"length", Scalar::count(length)}});
    return;
  }
  if (found.empty() && rule != nullptr && rule->is_required) {
    error(error_code::missing_field);
    return;
  }
  out = found;
}

bool Reader::token(const Type& type, const Node& node, void* out) {
  if (!is_text(node)) return false;
  const std::string_view found = document_.text(node);
  std::string choices;
  for (std::uint8_t i = 0; i < type.token_count; ++i) {
    if (found == type.tokens[i]) {
      as<std::uint8_t>(out) = i;
      return true;
    }
    if (i > 0) choices += ", ";
    choices += type.tokens[i];
  }
  error(error_code::unknown_choice, {{"value", found.substr(0, 80)}, {"choices", std::move(choices)}});
  return false;
}

void Reader::record(const Type& type, const Node& node, void* out) {
  auto* base = static_cast<char*>(out);
  if (node.kind != NodeKind::object && type.shorthand != nullptr) {
    const Field* field = find_field(type, type.shorthand);
    if (node.kind == NodeKind::null) return;
    if (node.kind == NodeKind::array) {
      expect(node, NodeKind::object);
      return;
    }
    value(*field->type, field, node, base + field->offset);
    return;
  }
  if (!expect(node, NodeKind::object)) return;
  std::uint64_t seen[4] = {};
  document_.each(node, [&](const Node& member) {
    const Field* field = find_field(type, document_.key(member));
    const Step step(path_, document_.key(member));
    if (field == nullptr) {
      findings_.push_back({finding_code::unknown_field, Severity::note, path_, {}});
      return;
    }
    if (member.kind == NodeKind::null && field->type->kind != Kind::raw) return;
    const auto index = static_cast<std::size_t>(field - type.fields);
    seen[index / 64] |= std::uint64_t{1} << (index % 64);
    value(*field->type, field, member, base + field->offset);
  });
  for (std::uint16_t i = 0; i < type.field_count; ++i) {
    const bool present = (seen[i / 64] >> (i % 64)) & 1U;
    if (present || !type.fields[i].is_required) continue;
    const Step step(path_, type.fields[i].name);
    error(error_code::missing_field);
  }
}

void Reader::list(const Type& type, const Field* rule, const Node& node, void* out) {
  if (!expect(node, NodeKind::array)) return;
  const std::size_t length = document_.count(node);
  const std::size_t longest = rule == nullptr ? 200 : rule->longest;
  if (length > longest) {
    error(error_code::too_long, {{"longest", Scalar::count(longest)}, {"length", Scalar::count(length)}});
    return;
  }
  std::size_t index = 0;
  document_.each(node, [&](const Node& element) {
    const Step step(path_, index++);
    value(*type.element, nullptr, element, type.append(out, {}));
  });
}

void Reader::keyed(const Type& type, const Field* rule, const Node& node, void* out) {
  if (!expect(node, NodeKind::object)) return;
  std::vector<const Node*> members;
  document_.each(node, [&](const Node& member) { members.push_back(&member); });
  const std::size_t longest = rule == nullptr ? 200 : rule->longest;
  if (members.size() > longest) {
    error(error_code::too_long,
          {{"longest", Scalar::count(longest)}, {"length", Scalar::count(members.size())}});
    return;
  }
  std::sort(members.begin(), members.end(),
            [&](const Node* a, const Node* b) { return document_.key(*a) < document_.key(*b); });
  for (const Node* member : members) {
    const Step step(path_, document_.key(*member));
    value(*type.element, nullptr, *member, type.append(out, document_.key(*member)));
  }
}

void Reader::value(const Type& type, const Field* rule, const Node& node, void* out) {
  switch (type.kind) {
    case Kind::record: return record(type, node, out);
    case Kind::list: return list(type, rule, node, out);
    case Kind::keyed: return keyed(type, rule, node, out);
    case Kind::optional: return value(*type.element, rule, node, type.append(out, {}));
    case Kind::text: return text(rule, node, as<std::string>(out));
    case Kind::raw: as<RawJson>(out).node = &node; return;
    case Kind::token: token(type, node, out); return;
    case Kind::boolean:
      if (expect(node, NodeKind::boolean)) as<bool>(out) = node.truth;
      return;
    case Kind::decimal: number(rule, node, as<Decimal>(out)); return;
    case Kind::integer: {
      Decimal found;
      if (!number(rule, node, found)) return;
      if (!found.is_whole()) return error(error_code::not_whole, {{"value", found}});
      as<std::int64_t>(out) = found.truncated();
      return;
    }
    case Kind::percent: {
      Decimal found;
      if (number(rule, node, found)) as<Percent>(out) = Percent::points(found);
      return;
    }
    case Kind::money: {
      Decimal found;
      if (!number(rule, node, found)) return;
      if (found.rounded(2) != found) return error(error_code::too_many_decimals, {{"value", found}});
      as<Money>(out) = Money::of(found, Decimal::whole(1), {}, Rounding::half_away);
      return;
    }
    case Kind::currency:
      if (is_text(node) && !Currency::parse(document_.text(node), as<Currency>(out))) {
        error(error_code::bad_currency, {{"value", document_.text(node).substr(0, 80)}});
      }
      return;
    case Kind::month:
      if (is_text(node) && !Month::parse(document_.text(node), as<Month>(out))) {
        error(error_code::bad_month, {{"value", document_.text(node).substr(0, 80)}});
      }
      return;
    case Kind::date:
      if (is_text(node) && !Date::parse(document_.text(node), as<Date>(out))) {
        error(error_code::bad_date, {{"value", document_.text(node).substr(0, 80)}});
      }
      return;
    case Kind::code:
    case Kind::scalar:
    case Kind::params: return;  // in results only, never read
  }
}

}  // namespace allymark::json
