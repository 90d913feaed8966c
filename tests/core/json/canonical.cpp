#include "json/canonical.hpp"

#include "support/values.hpp"

using namespace allymark;

namespace {

std::string canonical(std::string_view text) {
  Errors errors;
  const auto document = json::Document::parse(text, errors);
  for (const auto& error : errors) FAIL(error.code << " in " << text);
  return json::canonical(document, document.root());
}

}  // namespace

TEST_CASE("keys are sorted by their bytes on every level") {
  CHECK(canonical(R"({"b":1,"a":{"d":2,"c":3},"B":4})") == R"({"B":4,"a":{"c":3,"d":2},"b":1})");
  CHECK(canonical(R"({"保":1,"é":2,"z":3,"aa":4,"a":5})") ==
        R"({"a":5,"aa":4,"z":3,"é":2,"保":1})");
}

TEST_CASE("5, 5.0 and 5e0 are one figure") {
  for (const char* text : {"5", "5.0", "5e0", "50e-1", "0.5E1", "5.000000000"}) {
    INFO(text);
    CHECK(canonical(text) == "5");
  }
}

TEST_CASE("a fraction is written in its shortest form") {
  CHECK(canonical("[0.280, 2.8e-1, 28E-2]") == "[0.28,0.28,0.28]");
  CHECK(canonical("[-0, -0.0, 0]") == "[0,0,0]");
}

TEST_CASE("the same great number is written alike however it was written") {
  CHECK(canonical("10000000000") == canonical("1e10"));
  CHECK(canonical("10000000000") == canonical("10000000000.0"));
}

TEST_CASE("a number and the text of one stay different") {
  CHECK(canonical(R"("5")") == R"("5")");
  CHECK(canonical(R"(["5",5])") == R"(["5",5])");
}

TEST_CASE("lists keep their order and empty things stay") {
  CHECK(canonical("[3, 1, 2]") == "[3,1,2]");
  CHECK(canonical(R"({ "a" : [ ] , "b" : { } , "c" : "" , "d" : null , "e" : false })") ==
        R"({"a":[],"b":{},"c":"","d":null,"e":false})");
}

TEST_CASE("escapes are written in one way") {
  CHECK(canonical(R"("\u0041\/\u4fdd\u0009")") == R"("A/保\t")");
  CHECK(canonical(R"("\"\\\b\f\n\r\u0001")") == R"("\"\\\u0008\u000c\n\r\u0001")");
}

TEST_CASE("canonical text is its own canonical text") {
  const std::string once = canonical(test::pack_text());
  CHECK(canonical(once) == once);
  CHECK(once.find("\n") == std::string::npos);
}

TEST_CASE("the shipped pack's digest does not depend on its layout") {
  Errors errors;
  const auto pretty = json::Document::parse(test::pack_text(), errors);
  const std::string compact_text = json::canonical(pretty, pretty.root());
  const auto compact = json::Document::parse(compact_text, errors);
  CHECK(json::digest(pretty, pretty.root()) == json::digest(compact, compact.root()));
}
