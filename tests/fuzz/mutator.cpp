#include "mutator.hpp"

#include <cstring>
#include <filesystem>
#include <fstream>

#include "support/spoil.hpp"

/// libFuzzer's own, on bytes.
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace fuzz {
namespace {

/// The golden cases' requests, but for those that bring a changed pack.
std::vector<Json> golden_requests() {
  std::vector<Json> result;
  for (const auto& entry :
       std::filesystem::directory_iterator(ALLYMARK_SOURCE_DIR "/tests/cases")) {
    if (entry.path().extension() != ".json") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const Json file = Json::parse(in, nullptr, false);
    if (file.is_discarded()) fail("cannot read the cases of", entry.path().string());
    for (const auto& item : file["cases"]) {
      if (item.contains("request")) result.push_back(item["request"]);
    }
  }
  if (result.empty()) fail("no golden case in", ALLYMARK_SOURCE_DIR);
  return result;
}

}  // namespace

std::size_t mutate(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed,
                   Json (*wrap)(Json input), Json (*unwrap)(Json request)) {
  static const test::Spoiler spoiler(golden_requests());
  allymark::Pcg32 random(seed);
  if (random.below(5) == 0) return LLVMFuzzerMutate(data, size, most);
  Json input = Json::parse(data, data + size, nullptr, false);
  if (input.is_discarded()) {
    if (random.below(4) != 0) return LLVMFuzzerMutate(data, size, most);
    input = unwrap(spoiler.requests()[random.below(spoiler.requests().size())]);
  }
  Json request = wrap(std::move(input));
  for (auto i = random.below(3) + 1; i > 0; --i) spoiler.spoil(request, random);
  const std::string text =
      unwrap(std::move(request)).dump(-1, ' ', false, Json::error_handler_t::replace);
  if (text.size() > most) return LLVMFuzzerMutate(data, size, most);
  std::memcpy(data, text.data(), text.size());
  return text.size();
}

}  // namespace fuzz
