#include "support/values.hpp"

#include <fstream>
#include <iterator>

namespace test {

std::string file(const std::string& path) {
  std::ifstream in(std::string(ALLYMARK_SOURCE_DIR "/") + path, std::ios::binary);
  if (!in) FAIL("cannot read " << path);
  return {std::istreambuf_iterator<char>(in), {}};
}

const std::string& pack_text() {
  static const std::string text = file("core/policies/insurance-data.json");
  return text;
}

const allymark::Pack& pack() {
  static const auto pack = from_json<allymark::Pack>(pack_text());
  return pack;
}

}  // namespace test
