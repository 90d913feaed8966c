#include "json/document.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "allymark/base/codes.hpp"

namespace allymark::json {

/// Receives the parser's events and lays them down as nodes.
class Builder : public nlohmann::json_sax<nlohmann::json> {
 public:
  Builder(Document& document, Errors& errors) : document_(document), errors_(errors) {}

  bool null() override { return add(NodeKind::null); }
  bool boolean(bool value) override {
    add(NodeKind::boolean);
    last().truth = value;
    return true;
  }
  bool number_integer(number_integer_t value) override {
    add(NodeKind::integer);
    last().integer = value;
    return true;
  }
  bool number_unsigned(number_unsigned_t value) override {
    if (value > INT64_MAX) return refuse_number();
    return number_integer(static_cast<number_integer_t>(value));
  }
  bool number_float(number_float_t, const string_t& text) override {
    add(NodeKind::number);
    keep(text, last().text_at, last().text_size);
    return true;
  }
  bool string(string_t& text) override {
    add(NodeKind::string);
    keep(text, last().text_at, last().text_size);
    return true;
  }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(NodeKind::object); }
  bool start_array(std::size_t) override { return open(NodeKind::array); }
  bool end_object() override {
    find_duplicates();
    return close() && errors_.size() < Document::most_errors;
  }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    keep(name, key_at_, key_size_);
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) override {
    constexpr int number_overflow = 406;
    if (error.id == number_overflow) return refuse_number();
    errors_.push_back({error_code::malformed_json, "", {{"offset", Scalar::count(position)}}});
    return false;
  }

 private:
  Node& last() { return document_.nodes_.back(); }

  void keep(const std::string& text, std::uint32_t& at, std::uint32_t& size) {
    at = static_cast<std::uint32_t>(document_.chars_.size());
    size = static_cast<std::uint32_t>(text.size());
    document_.chars_ += text;
  }

  bool add(NodeKind kind) {
    Node node;
    node.kind = kind;
    node.key_at = key_at_;
    node.key_size = key_size_;
    document_.nodes_.push_back(node);
    last().end = static_cast<std::uint32_t>(document_.nodes_.size());
    key_size_ = 0;
    return true;
  }

  bool open(NodeKind kind) {
    if (open_.size() == Document::deepest) {
      errors_.push_back(
          {error_code::too_deep, "", {{"deepest", Scalar::count(Document::deepest)}}});
      return false;
    }
    add(kind);
    open_.push_back(static_cast<std::uint32_t>(document_.nodes_.size()) - 1);
    return true;
  }

  bool close() {
    document_.nodes_[open_.back()].end = static_cast<std::uint32_t>(document_.nodes_.size());
    open_.pop_back();
    return true;
  }

  bool refuse_number() {
    std::string path = open_.empty() ? std::string() : path_of_open();
    if (!open_.empty()) append_next(path);
    errors_.push_back({error_code::number_out_of_range, std::move(path), {}});
    return false;
  }

  /// The place of the value that is about to be read inside the innermost open node.
  void append_next(std::string& path) const {
    const Node& parent = document_.nodes_[open_.back()];
    if (parent.kind == NodeKind::object) {
      append_token(path, {document_.chars_.data() + key_at_, key_size_});
    } else {
      path = child(path, children(open_.back()));
    }
  }

  std::size_t children(std::uint32_t parent) const {
    std::size_t n = 0;
    for (std::uint32_t i = parent + 1; i < document_.nodes_.size(); i = document_.nodes_[i].end) ++n;
    return n;
  }

  /// JSON Pointer of the innermost open node.
  std::string path_of_open() const {
    std::string path;
    for (std::size_t level = 1; level < open_.size(); ++level) {
      const Node& parent = document_.nodes_[open_[level - 1]];
      const Node& node = document_.nodes_[open_[level]];
      if (parent.kind == NodeKind::object) {
        append_token(path, document_.key(node));
        continue;
      }
      std::size_t position = 0;
      for (std::uint32_t i = open_[level - 1] + 1; i != open_[level]; i = document_.nodes_[i].end) ++position;
      path = child(path, position);
    }
    return path;
  }

  void find_duplicates() {
    std::vector<std::string_view> keys;
    for (std::uint32_t i = open_.back() + 1; i < document_.nodes_.size(); i = document_.nodes_[i].end) {
      keys.push_back(document_.key(document_.nodes_[i]));
    }
    std::sort(keys.begin(), keys.end());
    for (std::size_t i = 1; i < keys.size(); ++i) {
      const bool first_repeat = keys[i] == keys[i - 1] && (i == 1 || keys[i - 2] != keys[i]);
      if (!first_repeat) continue;
      errors_.push_back({error_code::duplicate_key, child(path_of_open(), keys[i]), {}});
    }
  }

  Document& document_;
  Errors& errors_;
  std::vector<std::uint32_t> open_;
  std::uint32_t key_at_ = 0;
  std::uint32_t key_size_ = 0;
};

Document Document::parse(std::string_view text, Errors& errors) {
  Document document;
  if (text.size() > largest) {
    errors.push_back({error_code::too_large,
                      "",
                      {{"size", Scalar::count(text.size())}, {"largest", Scalar::count(largest)}}});
    return document;
  }
  document.chars_.reserve(text.size());
  document.nodes_.reserve(text.size() / 12 + 8);
  Builder builder(document, errors);
  nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
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

std::size_t Document::count(const Node& parent) const {
  std::size_t n = 0;
  each(parent, [&](const Node&) { ++n; });
  return n;
}

}  // namespace allymark::json
