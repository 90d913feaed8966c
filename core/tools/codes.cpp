// Prints docs/codes.md: every error and finding code with its sentence.
//   allymark-codes > docs/codes.md

#include <cstdio>

#include "allymark/base/codes.hpp"

namespace {

void print(const char* title, const char* about, const allymark::CodeText* texts, unsigned count) {
  std::printf("\n## %s\n\n%s\n\n| code | what it says |\n|---|---|\n", title, about);
  for (unsigned i = 0; i < count; ++i) {
    std::printf("| `%s` | %s |\n", texts[i].code, texts[i].sentence);
  }
}

}  // namespace

int main() {
  std::printf(
      "# Codes\n\nThe core answers codes and figures, never prose. This page is written by "
      "`allymark-codes`; a test holds it current.\n");
  print("Errors",
        "An input with an error has no result. Each error has the JSON Pointer of its place.",
        allymark::error_texts, allymark::error_text_count);
  print("Findings",
        "Remarks beside a result: `block` says a decision must wait, `doubt` weakens one, `note` "
        "informs.",
        allymark::finding_texts, allymark::finding_text_count);
  return 0;
}
