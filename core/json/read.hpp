#pragma once
// Read: the interpreter that turns a document's node into any value that has a field table, and
// collects every error on the way. A field the table does not know is a finding, not an error.

#include "allymark/base/fields.hpp"
#include "allymark/base/finding.hpp"
#include "json/document.hpp"

namespace allymark::json {

class Reader {
 public:
  /// Errors and findings of all that is read are added to those given; all three must outlive it.
  Reader(const Document& document, Errors& errors, Findings& findings)
      : document_(document), errors_(errors), findings_(findings) {}

  /// Reads `node` into `out`; on errors `out` is partly filled and must not be used.
  template <class T>
  void read(const Node& node, T& out, const Place& at) {
    value(type_of<T>(), nullptr, node, &out, at);
  }

 private:
  void value(const Type& type, const Field* rule, const Node& node, void* out, const Place& at);
  void record(const Type& type, const Node& node, void* out, const Place& at);
  void speak(const Type& type, char* base, const Place& at);
  void list(const Type& type, const Field* rule, const Node& node, void* out, const Place& at);
  void keyed(const Type& type, const Field* rule, const Node& node, void* out, const Place& at);
  bool number(const Field* rule, const Node& node, Decimal& out, const Place& at);
  bool token(const Type& type, const Node& node, void* out, const Place& at);
  void text(const Field* rule, const Node& node, std::string& out, const Place& at);
  bool is_text(const Node& node, const Place& at);
  bool expect(const Node& node, NodeKind kind, const Place& at);
  /// Adds an error; past the most that are listed its params go nowhere.
  Params& error(const char* code, const Place& at);

  const Document& document_;
  Errors& errors_;
  Findings& findings_;
  Params unlisted_;
};

}  // namespace allymark::json
