// Copying memory by eight bytes. The C library that is linked for size copies byte by byte, and an
// assessment spent a seventh of its time there.

#include <cstddef>
#include <cstdint>

namespace {
/// Eight bytes at any address.
typedef std::uint64_t Word __attribute__((aligned(1), may_alias));
}  // namespace

extern "C" void* memcpy(void* __restrict out, const void* __restrict in, std::size_t size) {
  auto* to = static_cast<unsigned char*>(out);
  const auto* from = static_cast<const unsigned char*>(in);
  for (; size >= sizeof(Word); size -= sizeof(Word)) {
    *reinterpret_cast<Word*>(to) = *reinterpret_cast<const Word*>(from);
    to += sizeof(Word);
    from += sizeof(Word);
  }
  for (; size > 0; --size) *to++ = *from++;
  return out;
}
