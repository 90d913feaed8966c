#pragma once
// Document: the light tree that a JSON text is read into: one flat list of nodes in the order of
// the text, strings in one buffer. Numbers keep their own text, so nothing passes through a double.

#include <cstdint>
#include <string>
#include <string_view>

#include "allymark/base/error.hpp"
#include "allymark/base/list.hpp"

namespace allymark::json {

enum class NodeKind : std::uint8_t { null, boolean, integer, number, string, array, object };

struct Node {
  NodeKind kind = NodeKind::null;
  bool truth = false;
  std::uint32_t key_at = 0;
  std::uint32_t key_size = 0;
  std::uint32_t text_at = 0;
  std::uint32_t text_size = 0;
  std::uint32_t end = 0;  ///< index after this node's last descendant
  std::int64_t integer = 0;
};

/// The beginning of a text, long enough to recognise it; never cuts a character in two.
std::string_view clip(std::string_view text);

class Document {
 public:
  /// Largest text read, in bytes, and deepest nesting.
  static constexpr std::size_t largest = 4U << 20U;
  static constexpr std::size_t deepest = 64;
  /// So many errors are listed at most, so that a hostile text cannot ask for endless memory.
  static constexpr std::size_t most_errors = 1000;

  /// Reads a text; on errors (malformed_json, too_large, too_deep, number_out_of_range) the
  /// document must not be used. With duplicate_key alone it is whole, the first of two members
  /// counts.
  static Document parse(std::string_view text, Errors& errors);

  /// The node of the whole text; only of a document that was read without errors.
  const Node& root() const { return nodes_.front(); }
  /// The node with that number, as `index_of` gives it; below the number of nodes.
  const Node& operator[](std::uint32_t index) const { return nodes_[index]; }
  /// The number of a node of this document: 0 is the root, a parent is followed by its children.
  std::uint32_t index_of(const Node& node) const {
    return static_cast<std::uint32_t>(&node - nodes_.data());
  }
  /// The name of an object's member, without its escapes; empty for an element of a list.
  std::string_view key(const Node& node) const {
    return {chars_.data() + node.key_at, node.key_size};
  }
  /// A string without its escapes, or as it was written a number that is no 64-bit integer: "1.50"
  /// stays so. Empty for all others.
  std::string_view text(const Node& node) const {
    return {chars_.data() + node.text_at, node.text_size};
  }

  /// Calls visit(child) for each element or member of a node.
  template <class Visit>
  void each(const Node& parent, Visit visit) const {
    std::uint32_t i = index_of(parent) + 1;
    while (i < parent.end) {
      const Node& node = nodes_[i];
      visit(node);
      i = node.end;
    }
  }
  /// The member of that name, or null.
  const Node* member(const Node& object, std::string_view name) const;
  /// How many elements or members a node has itself; 0 for a plain value.
  std::size_t count(const Node& parent) const;
  /// The node a JSON Pointer leads to, or null.
  const Node* at(std::string_view pointer) const;
  /// Puts another plain value where a plain value stands, until `restore` puts the old one back.
  void set(const Node& place, NodeKind kind, std::string_view text, bool truth = false,
           std::int64_t integer = 0);
  /// Puts back what `set` replaced; `kept` is a copy of the node from before.
  void restore(const Node& place, const Node& kept) { nodes_[index_of(place)] = kept; }
  /// Nodes and characters: what reading it costs.
  std::size_t size() const { return nodes_.size() + chars_.size(); }
  /// The figure of a number or of a text that is one; false when there is none that fits.
  bool number(const Node& node, Decimal& out) const;

 private:
  friend class Builder;
  List<Node> nodes_;
  std::string chars_;
};

}  // namespace allymark::json
