#include "allymark/base/date.hpp"

namespace allymark {
namespace {

bool two_digits(std::string_view text, std::size_t at, int& out) {
  if (text[at] < '0' || text[at] > '9' || text[at + 1] < '0' || text[at + 1] > '9') return false;
  out = (text[at] - '0') * 10 + (text[at + 1] - '0');
  return true;
}

void append_two(std::string& out, int value) {
  out += static_cast<char>('0' + value / 10);
  out += static_cast<char>('0' + value % 10);
}

}  // namespace

bool Month::parse(std::string_view text, Month& out) {
  int century = 0;
  int year = 0;
  int month = 0;
  if (text.size() != 7 || text[4] != '-' || !two_digits(text, 0, century) ||
      !two_digits(text, 2, year) || !two_digits(text, 5, month)) {
    return false;
  }
  if (century < 19 || month < 1 || month > 12) return false;
  out = Month((century * 100 + year) * 12 + month - 1);
  return true;
}

int Month::days() const {
  switch (month()) {
    case 2: {
      const int y = year();
      return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0 ? 29 : 28;
    }
    case 4:
    case 6:
    case 9:
    case 11: return 30;
    default: return 31;
  }
}

Date Month::last_day() const { return Date::clamped(*this, days()); }

std::string Month::text() const {
  std::string result;
  append_two(result, year() / 100);
  append_two(result, year() % 100);
  result += '-';
  append_two(result, month());
  return result;
}

bool Date::parse(std::string_view text, Date& out) {
  Month month;
  int day = 0;
  if (text.size() != 10 || text[7] != '-' || !Month::parse(text.substr(0, 7), month) ||
      !two_digits(text, 8, day)) {
    return false;
  }
  if (day < 1 || day > month.days()) return false;
  out = Date(month, day);
  return true;
}

Date Date::clamped(Month month, int day) {
  const int last = month.days();
  return Date(month, day > last ? last : day);
}

Month Date::last_complete_month() const {
  return day() == month().days() ? month() : month().plus(-1);
}

Date Date::plus_days(int days) const {
  Month in = month();
  int on = day() + days;
  while (on > in.days()) {
    on -= in.days();
    in = in.plus(1);
  }
  while (on < 1) {
    in = in.plus(-1);
    on += in.days();
  }
  return Date(in, on);
}

std::int32_t Date::serial() const {
  const std::int32_t years = month().year();
  const std::int32_t leap_days = (years - 1) / 4 - (years - 1) / 100 + (years - 1) / 400 + 1;
  std::int32_t days = years * 365 + leap_days + day();
  for (Month in = month().plus(1 - month().month()); in < month(); in = in.plus(1)) {
    days += in.days();
  }
  return days;
}

std::string Date::text() const {
  std::string result = month().text();
  result += '-';
  append_two(result, day());
  return result;
}

}  // namespace allymark
