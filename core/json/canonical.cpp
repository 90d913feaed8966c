#include "json/canonical.hpp"

#include "allymark/base/order.hpp"
#include "allymark/policy/digest.hpp"
#include "json/write.hpp"

namespace allymark::json {
namespace {

void append(std::string& out, const Document& document, const Node& node);

/// A number that no decimal of ours holds, as its digits without zeros at either end and a power of
/// ten, so that 10000000000, 10000000000.0 and 1e10 are one figure too.
void append_large(std::string& out, std::string_view text) {
  std::string digits;
  long power = 0;
  bool after_point = false;
  std::size_t i = text[0] == '-' ? 1 : 0;
  for (; i < text.size() && text[i] != 'e' && text[i] != 'E'; ++i) {
    if (text[i] == '.') {
      after_point = true;
      continue;
    }
    if (after_point) --power;
    if (!digits.empty() || text[i] != '0') digits += text[i];
  }
  bool negative = false;
  long exponent = 0;
  for (++i; i < text.size(); ++i) {
    if (text[i] == '-') negative = true;
    constexpr long most = 1'000'000'000;
    if (text[i] >= '0' && text[i] <= '9' && exponent < most)
      exponent = exponent * 10 + (text[i] - '0');
  }
  power += negative ? -exponent : exponent;
  while (!digits.empty() && digits.back() == '0') {
    digits.pop_back();
    ++power;
  }
  if (text[0] == '-') out += '-';
  out += digits;
  out += 'e';
  append_whole(out, power);
}

void append_number(std::string& out, std::string_view text) {
  Decimal value;
  if (Decimal::parse(text, value) == Decimal::Parse::ok) {
    value.append_to(out);
  } else {
    append_large(out, text);
  }
}

void append_object(std::string& out, const Document& document, const Node& node) {
  List<const Node*> members;
  document.each(node, [&](const Node& member) { members.push_back(&member); });
  sort(members, [&](const Node* a, const Node* b) { return document.key(*a) < document.key(*b); });
  out += '{';
  for (const Node* member : members) {
    write_key(out, document.key(*member));
    append(out, document, *member);
  }
  out += '}';
}

void append(std::string& out, const Document& document, const Node& node) {
  switch (node.kind) {
    case NodeKind::null: out += "null"; return;
    case NodeKind::boolean: out += node.truth ? "true" : "false"; return;
    case NodeKind::string: return write_string(out, document.text(node));
    case NodeKind::object: return append_object(out, document, node);
    case NodeKind::integer: {
      std::string digits;
      append_whole(digits, node.integer);
      return append_number(out, digits);
    }
    case NodeKind::number: return append_number(out, document.text(node));
    case NodeKind::array: {
      out += '[';
      bool first = true;
      document.each(node, [&](const Node& element) {
        if (!first) out += ',';
        first = false;
        append(out, document, element);
      });
      out += ']';
      return;
    }
  }
}

}  // namespace

std::string canonical(const Document& document, const Node& node) {
  std::string out;
  append(out, document, node);
  return out;
}

std::string digest(const Document& document, const Node& node) {
  return sha256(canonical(document, node));
}

}  // namespace allymark::json
