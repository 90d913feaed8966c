// The JSON parser turns every fraction into a double that nobody reads: decimals are made from the
// number's own text. The C library's exact conversion and its formatted printing would cost 10 kB
// brotli and 0.8 us a number, so this module brings the little of them that the parser needs: where
// the number ends, and whether it is finite.

#include <cstddef>

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

extern "C" {

/// The end of a JSON number and a value that is infinite just when the number has more than 300
/// digits before the point; otherwise 0.
double strtod(const char* text, char** end) {
  constexpr long most = 300;
  const char* at = text;
  if (*at == '-') ++at;
  long digits = 0;
  bool leading = true;
  for (; is_digit(*at); ++at) {
    leading = leading && *at == '0';
    if (!leading) ++digits;
  }
  if (*at == '.') {
    for (++at; is_digit(*at); ++at) {
    }
  }
  if (*at == 'e' || *at == 'E') {
    ++at;
    const bool negative = *at == '-';
    if (*at == '-' || *at == '+') ++at;
    long exponent = 0;
    for (; is_digit(*at); ++at) {
      if (exponent < most * 1000) exponent = exponent * 10 + (*at - '0');
    }
    digits += negative ? -exponent : exponent;
  }
  *end = const_cast<char*>(at);
  return digits > most ? __builtin_inf() : 0;
}

float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }
long double strtold(const char* text, char** end) { return strtod(text, end); }

/// The parser prints control characters into messages that nobody reads.
int snprintf(char* out, std::size_t size, const char*, ...) {
  if (size > 0) *out = '\0';
  return 0;
}

}  // extern "C"
