#include "allymark/base/codes.hpp"

#include <set>
#include <string>

#include "support/catch.hpp"
#include "support/values.hpp"

using namespace allymark;

namespace {

void each_code(void (*visit)(const CodeText&)) {
  for (unsigned i = 0; i < error_text_count; ++i) visit(error_texts[i]);
  for (unsigned i = 0; i < finding_text_count; ++i) visit(finding_texts[i]);
}

}  // namespace

TEST_CASE("every code has one whole sentence") {
  each_code([](const CodeText& text) {
    const std::string sentence = text.sentence;
    INFO(text.code << ": " << sentence);
    CHECK(sentence.size() > 15);
    CHECK((sentence.front() >= 'A' && sentence.front() <= 'Z'));
    CHECK(sentence.back() == '.');
  });
}

TEST_CASE("the page of codes lists each of them with its sentence, and no other") {
  const std::string page = test::file("docs/codes.md");
  unsigned rows = 0;
  for (std::size_t at = page.find("\n| `"); at != std::string::npos;
       at = page.find("\n| `", at + 1))
    ++rows;
  CHECK(rows == error_text_count + finding_text_count);
  each_code([](const CodeText& text) {
    const std::string row =
        "\n| `" + std::string(text.code) + "` | " + std::string(text.sentence) + " |\n";
    INFO(row << "run build/dev/core/allymark-codes > docs/codes.md");
    CHECK(test::file("docs/codes.md").find(row) != std::string::npos);
  });
}
