#include "json/canonical.hpp"

#include "allymark/base/order.hpp"
#include "allymark/policy/digest.hpp"
#include "json/write.hpp"

namespace allymark::json {
namespace {

void append(std::string& out, const Document& document, const Node& node);

void append_object(std::string& out, const Document& document, const Node& node) {
  std::vector<const Node*> members;
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
    case NodeKind::integer: out += std::to_string(node.integer); return;
    case NodeKind::number: {
      Decimal value;
      if (Decimal::parse(document.text(node), value) == Decimal::Parse::ok) {
        value.append_to(out);
      } else {
        out += document.text(node);
      }
      return;
    }
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
