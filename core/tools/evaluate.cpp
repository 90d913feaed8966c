// Reads requests, one JSON text a line, and prints each answer on a line of its own: the native
// twin of the browser engine, used to compare the two byte for byte.

#include <iostream>
#include <string>

#include "json/evaluate.hpp"

int main() {
  allymark::json::PackStore store;
  std::string line;
  while (std::getline(std::cin, line)) {
    std::cout << allymark::json::evaluate(line, store) << '\n';
  }
  return 0;
}
