// Which mutant is awake: read once, before main.

#include <cstdlib>
#include <string_view>

namespace mutants {

bool recording = false;
bool seen[most];
bool nothing[most];

int awake = [] {
  const char* named = std::getenv("ALLYMARK_MUTANT");
  if (named == nullptr) return 0;
  recording = std::string_view(named) == "record";
  return recording ? 0 : std::atoi(named);
}();

}  // namespace mutants
