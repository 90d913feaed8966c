#include "json/document.hpp"

#include "support/values.hpp"

using namespace allymark;
using json::Document;

namespace {

using Lines = List<std::string>;

Lines errors_of(std::string_view text) {
  Errors errors;
  Document::parse(text, errors);
  return test::lines(errors);
}
bool malformed(std::string_view text) { return errors_of(text) == Lines{"malformed_json "}; }

}  // namespace

TEST_CASE("numbers keep their own text") {
  Errors errors;
  const auto document = Document::parse("[0.10000000000000000000001, 1E+2, -0.5]", errors);
  REQUIRE(errors.empty());
  List<std::string> texts;
  document.each(document.root(),
                [&](const json::Node& node) { texts.emplace_back(document.text(node)); });
  CHECK(texts == Lines{"0.10000000000000000000001", "1E+2", "-0.5"});
}

TEST_CASE("members are found by name at their own level only") {
  Errors errors;
  const auto document = Document::parse(R"({"a":{"b":1},"c":2})", errors);
  REQUIRE(document.member(document.root(), "c") != nullptr);
  CHECK(document.member(document.root(), "c")->integer == 2);
  CHECK(document.member(document.root(), "b") == nullptr);
  CHECK(document.count(document.root()) == 2);
}

TEST_CASE("a text of 4 MB is read and one byte more is refused") {
  const std::string largest = '"' + std::string(Document::largest - 2, 'a') + '"';
  CHECK(errors_of(largest).empty());
  CHECK(errors_of(largest + ' ') == Lines{"too_large "});
}

TEST_CASE("64 levels are read and the 65th is refused") {
  const auto nested = [](std::size_t levels) {
    return std::string(levels, '[') + std::string(levels, ']');
  };
  CHECK(errors_of(nested(63)).empty());
  CHECK(errors_of(nested(64)).empty());
  CHECK(errors_of(nested(65)) == Lines{"too_deep "});
}

TEST_CASE("objects count as levels too") {
  std::string text;
  for (int i = 0; i < 65; ++i) text += R"({"a":)";
  CHECK(errors_of(text + "1" + std::string(65, '}')) == Lines{"too_deep "});
}

TEST_CASE("invalid UTF-8 is malformed wherever it stands") {
  for (const char* bytes : {"\xff", "\xc0\xaf", "\xc3", "\xe4\xbf", "\xed\xa0\x80", "\xf0\x9f\x98",
                            "\xf4\x90\x80\x80", "\x80"}) {
    CHECK(malformed(std::string("\"a") + bytes + "\""));
    CHECK(malformed(std::string("{\"") + bytes + "\":1}"));
  }
  CHECK(errors_of("\"\xf0\x9f\x98\x80\"").empty());
}

TEST_CASE("a byte of 0 inside a text is malformed") {
  CHECK(malformed(std::string_view("\"a\0b\"", 5)));
  CHECK(malformed(std::string_view("5\0", 2)));
}

TEST_CASE("a byte order mark before the text is skipped") {
  CHECK(errors_of("\xef\xbb\xbf{}").empty());
}

TEST_CASE("a malformed text is told once, with the offset of its byte") {
  Errors errors;
  Document::parse(R"({"a":1,})", errors);
  REQUIRE(errors.size() == 1);
  CHECK(test::param(errors.begin()->params, "offset") == Scalar(test::d("8")));
}

TEST_CASE("every prefix of a good text is malformed or good, never a crash") {
  // Every place a text can end at: in each kind of token, around each sign, at some depth.
  const std::string every = R"({"a":[0,-1.5e-3,1E+2,true,false,null,"",[],{},)"
                            R"({"b":[[{"c":"\u00e9\n\"\\ é 盟 \ud83d\ude00"}]]}] , "d" : ""})";
  for (std::size_t size = 0; size < every.size(); ++size) {
    INFO(size);
    CHECK(malformed(std::string_view(every).substr(0, size)));
  }
  CHECK(!malformed(every));
  // A whole pack is long: here and there, at places without a pattern.
  const std::string& text = test::pack_text();
  for (std::size_t size = 0; size <= text.rfind('}'); size += 101) {
    CHECK(malformed(std::string_view(text).substr(0, size)));
  }
}

TEST_CASE("a repeated key is told once for each object it repeats in") {
  CHECK(errors_of(R"({"a":1,"a":2,"a":3})") == Lines{"duplicate_key /a"});
  CHECK(errors_of(R"([{"a":1,"a":2},{"b":1},{"a":1,"a":2}])") ==
        Lines{"duplicate_key /0/a", "duplicate_key /2/a"});
  CHECK(errors_of(R"({"a":{"b":1},"b":{"a":1}})").empty());
}

TEST_CASE("a hostile number of repeated keys ends in a bounded list") {
  std::string text = "[";
  for (int i = 0; i < 5000; ++i) text += R"({"a":1,"a":2},)";
  text.back() = ']';
  CHECK(errors_of(text).size() <= Document::most_errors);
  CHECK(errors_of(text).size() > 100);
}

TEST_CASE("whole numbers beyond 64 bits keep their text, for whoever reads them to judge") {
  for (const char* number : {"9223372036854775808", "18446744073709551616"}) {
    Errors errors;
    const auto document = Document::parse(number, errors);
    REQUIRE(errors.empty());
    CHECK(document.text(document.root()) == number);
  }
}

TEST_CASE("a number no double holds is refused where it stands") {
  CHECK(errors_of("1e400") == Lines{"number_out_of_range "});
  CHECK(errors_of(R"({"a":[0,{"b":1},-1e400]})") == Lines{"number_out_of_range /a/2"});
  CHECK(errors_of(R"({"a":[0,1],"b/c":1e400})") == Lines{"number_out_of_range /b~1c"});
}
