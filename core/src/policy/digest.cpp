#include "allymark/policy/digest.hpp"

#include <array>
#include <cstdint>

#include "allymark/base/decimal.hpp"

namespace allymark {
namespace {

/// The first 32 bits behind the point of the square (2) or cube (3) root of a prime below 512: what
/// FIPS 180-4 takes for its constants (4.2.2 and 5.3.3), told shorter by their definition.
std::uint32_t root_bits(std::uint32_t prime, unsigned power) {
  const Int128 most = static_cast<Int128>(prime) << (32 * power);
  Int128 root = 0;
  for (Int128 step = static_cast<Int128>(1) << 36; step > 0; step /= 2) {
    const Int128 next = root + step;
    if ((power == 2 ? next : next * next) * next <= most) root = next;
  }
  return static_cast<std::uint32_t>(root);
}

std::uint32_t prime_after(std::uint32_t number) {
  std::uint32_t divisor = 0;
  while (divisor != number) {
    ++number;
    divisor = 2;
    while (number % divisor != 0) ++divisor;
  }
  return number;
}

constexpr std::uint32_t turn(std::uint32_t x, unsigned n) { return (x >> n) | (x << (32 - n)); }

class Hash {
 public:
  Hash() {
    std::uint32_t prime = 1;
    for (std::size_t i = 0; i < 64; ++i) {
      prime = prime_after(prime);
      round_constants_[i] = root_bits(prime, 3);
      if (i < 8) state_[i] = root_bits(prime, 2);
    }
  }

  void block(const unsigned char* bytes) {
    std::array<std::uint32_t, 64> w;
    for (std::size_t i = 0; i < 16; ++i) {
      w[i] = static_cast<std::uint32_t>(bytes[4 * i]) << 24U |
             static_cast<std::uint32_t>(bytes[4 * i + 1]) << 16U |
             static_cast<std::uint32_t>(bytes[4 * i + 2]) << 8U | bytes[4 * i + 3];
    }
    for (std::size_t i = 16; i < 64; ++i) {
      const std::uint32_t a = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ (w[i - 15] >> 3U);
      const std::uint32_t b = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ (w[i - 2] >> 10U);
      w[i] = w[i - 16] + a + w[i - 7] + b;
    }
    auto s = state_;
    for (std::size_t i = 0; i < 64; ++i) {
      const std::uint32_t big1 = turn(s[4], 6) ^ turn(s[4], 11) ^ turn(s[4], 25);
      const std::uint32_t choose = (s[4] & s[5]) ^ (~s[4] & s[6]);
      const std::uint32_t t1 = s[7] + big1 + choose + round_constants_[i] + w[i];
      const std::uint32_t big0 = turn(s[0], 2) ^ turn(s[0], 13) ^ turn(s[0], 22);
      const std::uint32_t majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]);
      s = {t1 + big0 + majority, s[0], s[1], s[2], s[3] + t1, s[4], s[5], s[6]};
    }
    for (std::size_t i = 0; i < 8; ++i) state_[i] += s[i];
  }

  std::string hex() const {
    constexpr char digits[] = "0123456789abcdef";
    std::string result;
    for (const std::uint32_t word : state_) {
      for (int shift = 28; shift >= 0; shift -= 4) {
        result += digits[(word >> static_cast<unsigned>(shift)) & 15U];
      }
    }
    return result;
  }

 private:
  std::array<std::uint32_t, 64> round_constants_;
  std::array<std::uint32_t, 8> state_;
};

}  // namespace

std::string sha256(std::string_view bytes) {
  std::string padded(bytes);
  padded += '\x80';
  while (padded.size() % 64 != 56) padded += '\0';
  const auto bits = static_cast<std::uint64_t>(bytes.size()) * 8;
  for (int shift = 56; shift >= 0; shift -= 8) {
    padded += static_cast<char>((bits >> static_cast<unsigned>(shift)) & 255U);
  }
  Hash hash;
  for (std::size_t at = 0; at < padded.size(); at += 64) {
    hash.block(reinterpret_cast<const unsigned char*>(padded.data()) + at);
  }
  return hash.hex();
}

}  // namespace allymark
