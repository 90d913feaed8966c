#include "allymark/base/decimal.hpp"

namespace allymark {
namespace {

constexpr int places = 9;
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The pieces of a number's text: digits without the point, and where the point stands.
struct Digits {
  std::string_view whole;
  std::string_view fraction;
  int exponent = 0;
  bool negative = false;
};

bool take_exponent(std::string_view text, Digits& out) {
  bool negative = false;
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  if (text.empty()) return false;
  int value = 0;
  for (const char c : text) {
    if (!is_digit(c)) return false;
    // More digits than a request has room for; what is beyond changes nothing.
    if (value < 10'000'000) value = value * 10 + (c - '0');
  }
  out.exponent = negative ? -value : value;
  return true;
}

bool split(std::string_view text, Digits& out) {
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    out.negative = text[0] == '-';
    text.remove_prefix(1);
  }
  std::size_t i = 0;
  while (i < text.size() && is_digit(text[i])) ++i;
  out.whole = text.substr(0, i);
  text.remove_prefix(i);
  if (!text.empty() && text[0] == '.') {
    i = 1;
    while (i < text.size() && is_digit(text[i])) ++i;
    out.fraction = text.substr(1, i - 1);
    text.remove_prefix(i);
  }
  if (out.whole.empty() && out.fraction.empty()) return false;
  if (text.empty()) return true;
  return (text[0] == 'e' || text[0] == 'E') && take_exponent(text.substr(1), out);
}

}  // namespace

Decimal::Parse Decimal::parse(std::string_view text, Decimal& out) {
  Digits digits;
  if (!split(text, digits)) return Parse::not_a_number;
  // Position of a digit counted in places after the ninth decimal: >= 0 is kept, -1 rounds.
  const auto whole_size = static_cast<int>(digits.whole.size());
  const auto total = whole_size + static_cast<int>(digits.fraction.size());
  std::int64_t nanos = 0;
  bool round_up = false;
  for (int i = 0; i < total; ++i) {
    const char c = i < whole_size ? digits.whole[static_cast<std::size_t>(i)]
                                  : digits.fraction[static_cast<std::size_t>(i - whole_size)];
    const int power = whole_size - 1 - i + digits.exponent + places;
    if (power < -1) break;
    if (power == -1) {
      round_up = c >= '5';
      break;
    }
    if (nanos == 0 && c == '0') continue;
    if (power > 18) return Parse::out_of_range;
    std::int64_t digit = c - '0';
    for (int p = 0; p < power; ++p) {
      if (__builtin_mul_overflow(digit, std::int64_t{10}, &digit)) return Parse::out_of_range;
    }
    if (__builtin_add_overflow(nanos, digit, &nanos)) return Parse::out_of_range;
  }
  if (round_up && __builtin_add_overflow(nanos, std::int64_t{1}, &nanos))
    return Parse::out_of_range;
  out = Decimal::nanos(digits.negative ? -nanos : nanos);
  return Parse::ok;
}

Decimal Decimal::rounded(int to_places, Rounding mode) const {
  std::int64_t unit = 1;
  for (int i = to_places; i < places; ++i) unit *= 10;
  return Decimal(narrow(divide(nanos_, unit, mode) * unit));
}

void Decimal::append_to(std::string& out) const {
  if (nanos_ < 0 && nanos_ > -scale) out += '-';  // which the whole part, 0, does not say
  append_whole(out, nanos_ / scale);
  std::int64_t rest = nanos_ % scale;
  if (rest == 0) return;
  if (rest < 0) rest = -rest;
  out += '.';
  for (std::int64_t unit = scale / 10; rest != 0; unit /= 10) {
    out += static_cast<char>('0' + rest / unit);
    rest %= unit;
  }
}

std::string Decimal::text() const {
  std::string result;
  append_to(result);
  return result;
}

}  // namespace allymark
