#pragma once
// Checked: what must be so before a place is read. Where the sanitizers, the fuzzer and the mutants
// run, a place that is not there stops the program; in every other build nothing is checked, and
// nothing is paid.

#ifdef ALLYMARK_CHECKED
#define ALLYMARK_EXPECT(condition) ((condition) ? static_cast<void>(0) : __builtin_trap())
#else
#define ALLYMARK_EXPECT(condition) static_cast<void>(0)
#endif
