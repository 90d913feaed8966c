// Notes for every test which mutants it asks for and how long it takes, one line each, into the
// file that ALLYMARK_MUTANT_RECORD names; at last, behind "-", those that are none. Part of
// scripts/mutate's copy of the tests only.

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>

#include "support/catch.hpp"

namespace {

#if __has_include(<catch2/catch_all.hpp>)
using Base = Catch::EventListenerBase;
#else
using Base = Catch::TestEventListenerBase;
#endif

class Recorder : public Base {
 public:
  using Base::Base;

  void testCaseStarting(const Catch::TestCaseInfo& info) override {
    name_ = info.name;
    for (bool& one : mutants::seen) one = false;
    start_ = std::clock();
  }
  void testCaseEnded(const Catch::TestCaseStats&) override {
    const double took = static_cast<double>(std::clock() - start_) / CLOCKS_PER_SEC;
    write(name_, took, mutants::seen);
  }
  void testRunEnded(const Catch::TestRunStats&) override { write("-", 0, mutants::nothing); }

 private:
  static void write(const std::string& name, double seconds, const bool (&marked)[mutants::most]) {
    const char* path = std::getenv("ALLYMARK_MUTANT_RECORD");
    if (path == nullptr) return;
    std::FILE* out = std::fopen(path, "a");
    if (out == nullptr) return;
    std::fprintf(out, "%s\t%.4f\t", name.c_str(), seconds);
    for (int i = 0; i < mutants::most; ++i) {
      if (marked[i]) std::fprintf(out, "%d ", i);
    }
    std::fputc('\n', out);
    std::fclose(out);
  }

  std::string name_;
  std::clock_t start_ = 0;  ///< of the processor: another program's work does not count
};

}  // namespace

CATCH_REGISTER_LISTENER(Recorder)
