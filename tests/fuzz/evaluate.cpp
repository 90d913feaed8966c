// Fuzz: any bytes as a request. Whatever they are, the engine must answer valid JSON of the
// contract's shape, bounded, with a pointer in every error, and twice the same; libFuzzer and the
// sanitizers watch the rest. scripts/fuzz feeds it with the golden cases' requests.

#include "mutator.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static fuzz::Engine engine;
  fuzz::checked(engine, {reinterpret_cast<const char*>(data), size});
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  const auto same = [](fuzz::Json value) { return value; };
  return fuzz::mutate(data, size, most, seed, same, same);
}
