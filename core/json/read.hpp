#pragma once
// Read: the interpreter that turns a document's node into any value that has a field table, and
// collects every error on the way. A field the table does not know is a finding, not an error.

#include "allymark/base/fields.hpp"
#include "allymark/base/finding.hpp"
#include "json/document.hpp"

namespace allymark::json {

class Reader {
 public:
  Reader(const Document& document, Errors& errors, Findings& findings)
      : document_(document), errors_(errors), findings_(findings) {}

  /// Reads `node` into `out`; on errors `out` is partly filled and must not be used.
  template <class T>
  void read(const Node& node, T& out, const std::string& path) {
    path_ = path;
    value(type_of<T>(), nullptr, node, &out);
  }

 private:
  void value(const Type& type, const Field* rule, const Node& node, void* out);
  void record(const Type& type, const Node& node, void* out);
  void list(const Type& type, const Field* rule, const Node& node, void* out);
  void keyed(const Type& type, const Field* rule, const Node& node, void* out);
  bool number(const Field* rule, const Node& node, Decimal& out);
  bool token(const Type& type, const Node& node, void* out);
  void text(const Field* rule, const Node& node, std::string& out);
  bool is_text(const Node& node);
  bool expect(const Node& node, NodeKind kind);
  void error(const char* code, Params params = {});

  const Document& document_;
  Errors& errors_;
  Findings& findings_;
  std::string path_;
};

}  // namespace allymark::json
