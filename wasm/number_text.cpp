// The JSON parser turns every number into a binary one that nobody reads: decimals are made from
// the number's own text. The C library's exact conversions and its formatted printing would cost 10
// kB brotli and 0.8 us a number, so this file brings the little of them that the parser needs:
// where the number ends, whole numbers of 64 bits, and whether a fraction is finite.

#include <cerrno>
#include <climits>
#include <cstddef>

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The power of ten after an "e", bounded so that it cannot overflow.
long exponent_at(const char*& at) {
  if (*at != 'e' && *at != 'E') return 0;
  ++at;
  const bool negative = *at == '-';
  if (*at == '-' || *at == '+') ++at;
  long value = 0;
  for (; is_digit(*at); ++at) {
    if (value < 100'000'000) value = value * 10 + (*at - '0');
  }
  return negative ? -value : value;
}

}  // namespace

extern "C" {

/// Infinity when the number is too large for a double, else 0; the end of the number either way.
double strtod(const char* text, char** end) {
  // The largest double is 0.17976931348623157 x 10^309; one half unit more rounds to infinity.
  constexpr long largest_power = 309;
  constexpr unsigned long long largest_digits = 1797693134862315807ULL;
  constexpr int kept = 19;
  const char* at = text;
  if (*at == '-') ++at;
  unsigned long long digits = 0;
  int count = 0;
  long power = 0;
  bool after_point = false;
  for (; is_digit(*at) || *at == '.'; ++at) {
    if (*at == '.') {
      after_point = true;
      continue;
    }
    if (count == 0 && *at == '0') {
      if (after_point) --power;
      continue;
    }
    if (!after_point) ++power;
    if (count < kept) digits = digits * 10 + static_cast<unsigned>(*at - '0');
    if (count < kept) ++count;
  }
  for (int i = count; i < kept; ++i) digits *= 10;
  power += exponent_at(at);
  *end = const_cast<char*>(at);
  const bool infinite =
      count > 0 && (power > largest_power || (power == largest_power && digits > largest_digits));
  return infinite ? __builtin_inf() : 0;
}

/// The whole number, or errno ERANGE when it does not fit; the end of the number either way.
/// @{
unsigned long long strtoull(const char* text, char** end, int) {
  unsigned long long value = 0;
  for (; is_digit(*text); ++text) {
    if (__builtin_mul_overflow(value, 10, &value) ||
        __builtin_add_overflow(value, static_cast<unsigned>(*text - '0'), &value)) {
      errno = ERANGE;
    }
  }
  *end = const_cast<char*>(text);
  return value;
}
long long strtoll(const char* text, char** end, int base) {
  const bool negative = *text == '-';
  const unsigned long long size = strtoull(negative ? text + 1 : text, end, base);
  if (size > static_cast<unsigned long long>(LLONG_MAX)) errno = ERANGE;
  return static_cast<long long>(negative ? 0 - size : size);
}
/// @}
/// Named beside them in the C++ library, whose own would bring the C library's of all four. Nobody
/// calls these two.
/// @{
unsigned long strtoul(const char*, char**, int) { __builtin_trap(); }
long strtol(const char*, char**, int) { __builtin_trap(); }
/// @}

float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }
long double strtold(const char* text, char** end) { return strtod(text, end); }

/// The parser prints control characters into messages that nobody reads.
int snprintf(char* out, std::size_t size, const char*, ...) {
  if (size > 0) *out = '\0';
  return 0;
}
/// Embind names types by their address in errors that its own bindings never raise.
int sprintf(char* out, const char*, ...) {
  *out = '\0';
  return 0;
}
int siprintf(char* out, const char*, ...) {
  *out = '\0';
  return 0;
}

}  // extern "C"
