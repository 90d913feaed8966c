#include "json/document.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "allymark/base/codes.hpp"
#include "allymark/base/order.hpp"

namespace allymark::json {

std::string_view clip(std::string_view text) {
  constexpr std::size_t longest = 80;
  if (text.size() <= longest) return text;
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

/// Takes the library's tokens and lays them down as nodes. Its own grammar would make a sentence of
/// every error, which nobody reads here: 3 kB of the WebAssembly.
class Builder {
 public:
  Builder(Document& document, Errors& errors, std::string_view text)
      : document_(document),
        errors_(errors),
        size_(text.size()),
        lexer_(nlohmann::detail::input_adapter(text.begin(), text.end())) {}

  /// The grammar of RFC 8259. Ends early at an error after which nothing can be read.
  bool read() {
    next();
    for (;;) {
      // Here begins a value.
      bool just_opened = token_ == Token::begin_object || token_ == Token::begin_array;
      if (just_opened ? !open() : !plain()) return false;
      next();
      // Here it has ended, and maybe those around it.
      while (!open_.empty() && token_ == (in_object() ? Token::end_object : Token::end_array)) {
        if (!close()) return false;
        next();
        just_opened = false;
      }
      if (open_.empty()) return token_ == Token::end_of_input || malformed();
      if (!just_opened) {
        if (token_ != Token::value_separator) return malformed();
        next();
      }
      if (in_object() && !name()) return false;
    }
  }

 private:
  using Input = decltype(nlohmann::detail::input_adapter(std::string_view().begin(),
                                                         std::string_view().end()));
  using Lexer = nlohmann::detail::lexer<nlohmann::json, Input>;
  using Token = Lexer::token_type;

  void next() { token_ = lexer_.scan(); }
  Node& last() { return document_.nodes_.back(); }
  bool in_object() const { return document_.nodes_[open_.back()].kind == NodeKind::object; }

  bool malformed() {
    const std::size_t offset = lexer_.get_position();
    errors_.add(error_code::malformed_json, {}).with("offset", std::min(offset, size_));
    return false;
  }

  bool name() {
    if (token_ != Token::value_string) return malformed();
    keep(lexer_.get_string(), key_at_, key_size_);
    next();
    if (token_ != Token::name_separator) return malformed();
    next();
    return true;
  }

  /// A value without parts.
  bool plain() {
    switch (token_) {
      case Token::literal_null: add(NodeKind::null); return true;
      case Token::literal_true:
      case Token::literal_false:
        add(NodeKind::boolean);
        last().truth = token_ == Token::literal_true;
        return true;
      case Token::value_string: return add_text(NodeKind::string, lexer_.get_string());
      case Token::value_integer: return whole(lexer_.get_number_integer());
      case Token::value_unsigned: {
        const std::uint64_t value = lexer_.get_number_unsigned();
        if (value <= INT64_MAX) return whole(static_cast<std::int64_t>(value));
        return add_text(NodeKind::number, lexer_.get_string());
      }
      case Token::value_float:
        if (!std::isfinite(lexer_.get_number_float())) return refuse_number();
        return add_text(NodeKind::number, lexer_.get_string());
      default: return malformed();
    }
  }

  bool whole(std::int64_t value) {
    add(NodeKind::integer);
    last().integer = value;
    return true;
  }

  void keep(const std::string& text, std::uint32_t& at, std::uint32_t& size) {
    at = static_cast<std::uint32_t>(document_.chars_.size());
    size = static_cast<std::uint32_t>(text.size());
    document_.chars_ += text;
  }

  bool add_text(NodeKind kind, const std::string& text) {
    add(kind);
    keep(text, last().text_at, last().text_size);
    return true;
  }

  void add(NodeKind kind) {
    Node node;
    node.kind = kind;
    node.key_at = key_at_;
    node.key_size = key_size_;
    document_.nodes_.push_back(node);
    last().end = static_cast<std::uint32_t>(document_.nodes_.size());
    key_size_ = 0;
  }

  bool open() {
    if (open_.size() == Document::deepest) {
      errors_.add(error_code::too_deep, {}).with("deepest", std::size_t{Document::deepest});
      return false;
    }
    add(token_ == Token::begin_object ? NodeKind::object : NodeKind::array);
    open_.push_back(static_cast<std::uint32_t>(document_.nodes_.size()) - 1);
    return true;
  }

  /// False once there are too many errors to go on.
  bool close() {
    if (in_object()) find_duplicates();
    document_.nodes_[open_.back()].end = static_cast<std::uint32_t>(document_.nodes_.size());
    open_.pop_back();
    return errors_.size() < Document::most_errors;
  }

  bool refuse_number() {
    at_open(1, {}, [&](const Place& open) {
      const Node* parent = open_.empty() ? nullptr : &document_.nodes_[open_.back()];
      if (parent == nullptr) {
        errors_.add(error_code::number_out_of_range, open);
        return;
      }
      const Place place =
          parent->kind == NodeKind::object
              ? open.key(std::string_view(document_.chars_.data() + key_at_, key_size_))
              : open.index(position(open_.back(), document_.nodes_.size()));
      errors_.add(error_code::number_out_of_range, place);
    });
    return false;
  }

  /// How many children of `parent` stand before the node `index`.
  std::size_t position(std::uint32_t parent, std::size_t index) const {
    std::size_t n = 0;
    for (std::uint32_t i = parent + 1; i < index; i = document_.nodes_[i].end) ++n;
    return n;
  }

  /// Calls use(place) with the place of the innermost open node.
  template <class Use>
  void at_open(std::size_t level, const Place& at, const Use& use) const {
    if (level >= open_.size()) return use(at);
    const std::uint32_t parent = open_[level - 1];
    const bool in_object = document_.nodes_[parent].kind == NodeKind::object;
    at_open(level + 1,
            in_object ? at.key(document_.key(document_.nodes_[open_[level]]))
                      : at.index(position(parent, open_[level])),
            use);
  }

  void find_duplicates() {
    List<std::uint32_t> members;
    for (std::uint32_t i = open_.back() + 1; i < document_.nodes_.size();
         i = document_.nodes_[i].end) {
      members.push_back(i);
    }
    const auto key_of = [&](std::size_t i) { return document_.key(document_.nodes_[members[i]]); };
    struct Context {
      decltype(key_of)& key;
    };
    const Context context{key_of};
    const auto less = [](std::uint32_t a, std::uint32_t b, const void* p) {
      const auto& key = static_cast<const Context*>(p)->key;
      return key(a) < key(b);
    };
    const List<std::uint32_t> places = order(members.size(), less, &context);
    for (std::size_t i = 1; i < places.size(); ++i) {
      const std::string_view key = key_of(places[i]);
      const bool repeated = key == key_of(places[i - 1]);
      if (!repeated || (i > 1 && key == key_of(places[i - 2]))) continue;
      at_open(1, {},
              [&](const Place& open) { errors_.add(error_code::duplicate_key, open.key(key)); });
    }
  }

  Document& document_;
  Errors& errors_;
  std::size_t size_;  ///< of the text, which the lexer counts one beyond
  Lexer lexer_;
  Token token_ = Token::uninitialized;
  List<std::uint32_t> open_;
  std::uint32_t key_at_ = 0;
  std::uint32_t key_size_ = 0;
};

Document Document::parse(std::string_view text, Errors& errors) {
  Document document;
  if (text.size() > largest) {
    errors.add(error_code::too_large, {}).with("size", text.size()).with("largest", largest);
    return document;
  }
  // The lexer would take a byte of 0 for the end of the text.
  if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos) {
    errors.add(error_code::malformed_json, {}).with("offset", zero + 1);
    return document;
  }
  document.chars_.reserve(text.size());
  document.nodes_.reserve(text.size() / 12 + 8);
  Builder(document, errors, text).read();
  return document;
}

const Node* Document::member(const Node& object, std::string_view name) const {
  std::uint32_t i = index_of(object) + 1;
  while (i < object.end) {
    if (key(nodes_[i]) == name) return &nodes_[i];
    i = nodes_[i].end;
  }
  return nullptr;
}

const Node* Document::at(std::string_view pointer) const {
  const Node* node = &root();
  while (node != nullptr && !pointer.empty()) {
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    std::string token;
    for (std::size_t i = 1; i < end; ++i) {
      const bool escaped = pointer[i] == '~' && i + 1 < end;
      token += !escaped ? pointer[i] : pointer[++i] == '1' ? '/' : '~';
    }
    pointer.remove_prefix(end);
    if (node->kind == NodeKind::object) {
      node = member(*node, token);
      continue;
    }
    const Node* found = nullptr;
    Decimal index;
    if (node->kind == NodeKind::array && Decimal::parse(token, index) == Decimal::Parse::ok) {
      std::int64_t left = index.truncated();
      each(*node, [&](const Node& child) {
        if (left-- == 0) found = &child;
      });
    }
    node = found;
  }
  return node;
}

void Document::set(const Node& place, NodeKind kind, std::string_view text, bool truth,
                   std::int64_t integer) {
  Node& node = nodes_[index_of(place)];
  node.kind = kind;
  node.truth = truth;
  node.integer = integer;
  node.text_at = static_cast<std::uint32_t>(chars_.size());
  node.text_size = static_cast<std::uint32_t>(text.size());
  chars_ += text;
}

bool Document::number(const Node& node, Decimal& out) const {
  constexpr std::int64_t most = INT64_MAX / Decimal::scale;
  if (node.kind == NodeKind::integer) {
    if (node.integer > most || node.integer < -most) return false;
    out = Decimal::whole(node.integer);
    return true;
  }
  return (node.kind == NodeKind::number || node.kind == NodeKind::string) &&
         Decimal::parse(text(node), out) == Decimal::Parse::ok;
}

std::size_t Document::count(const Node& parent) const {
  std::size_t n = 0;
  each(parent, [&](const Node&) { ++n; });
  return n;
}

}  // namespace allymark::json
