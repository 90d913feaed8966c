// Answers requests, one answer a line: the native twin of the browser engine, used to compare the
// two byte for byte.
//   allymark-evaluate           each line of the standard input is a request
//   allymark-evaluate FILE...   each file's bytes are a request, whatever they are

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "json/evaluate.hpp"

int main(int argc, char** argv) {
  allymark::json::PackStore store;
  for (int i = 1; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    if (!in) {
      std::cerr << "cannot read " << argv[i] << '\n';
      return 2;
    }
    const std::string request{std::istreambuf_iterator<char>(in), {}};
    std::cout << allymark::json::evaluate(request, store) << '\n';
  }
  std::string line;
  while (argc == 1 && std::getline(std::cin, line)) {
    std::cout << allymark::json::evaluate(line, store) << '\n';
  }
  return 0;
}
