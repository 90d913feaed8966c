#pragma once
// Dates: calendar days and calendar months, with no clock and no time zone. "Today" is always an
// argument (asOf); a date past a month's end is the month's last day (DOMAIN 4).

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "allymark/base/maybe.hpp"

namespace allymark {

/// A calendar month, "2024-08".
class Month {
 public:
  constexpr Month() = default;
  /// False when the text is not YYYY-MM of a real month between the years 1900 and 9999.
  static bool parse(std::string_view text, Month& out);
  /// The month of a number that `index` gave.
  static constexpr Month from_index(std::int32_t index) { return Month(index); }
  /// What stands for "there is none" (Maybe): the year 0.
  static constexpr Month none() { return Month(0); }

  /// 1900 to 9999 of a month that was parsed.
  constexpr int year() const { return index_ / 12; }
  /// 1 to 12.
  constexpr int month() const { return index_ % 12 + 1; }
  /// Months since year 0: consecutive months differ by 1.
  constexpr std::int32_t index() const { return index_; }
  /// So many months later, earlier when negative: 2024-11 plus 3 is 2025-02.
  constexpr Month plus(int months) const { return Month(index_ + months); }
  /// 28 to 31.
  int days() const;
  /// 2024-02 ends on 2024-02-29.
  class Date last_day() const;
  /// YYYY-MM, as `parse` reads it.
  std::string text() const;
  /// Earlier is less.
  constexpr auto operator<=>(const Month&) const = default;

 private:
  constexpr explicit Month(std::int32_t index) : index_(index) {}
  std::int32_t index_ = 0;
};

/// A calendar day, "2024-09-01".
class Date {
 public:
  constexpr Date() = default;
  /// False when the text is not YYYY-MM-DD of a day that exists.
  static bool parse(std::string_view text, Date& out);
  /// `day` of `month`, or the month's last day when it has fewer.
  static Date clamped(Month month, int day);
  /// What stands for "there is none" (Maybe): a day 0.
  static constexpr Date none() { return Date(Month(), 0); }

  /// The month it lies in.
  constexpr Month month() const { return Month::from_index(packed_ >> day_bits); }
  /// 1 to 31.
  constexpr int day() const { return packed_ & ((1 << day_bits) - 1); }
  /// The last month whose last day is on or before this date: 2024-09-01 gives 2024-08.
  Month last_complete_month() const;
  /// The same day `months` later, or that month's last day: 2024-08-31 plus 1 is 2024-09-30.
  Date plus_months(int months) const { return clamped(month().plus(months), day()); }
  /// So many days later, earlier when negative: 2024-02-28 plus 2 is 2024-03-01.
  Date plus_days(int days) const;
  /// A running number: consecutive days differ by 1, so the difference of two counts days.
  std::int32_t serial() const;
  /// YYYY-MM-DD, as `parse` reads it.
  std::string text() const;
  /// Earlier is less.
  constexpr auto operator<=>(const Date&) const = default;

 private:
  /// Month and day in one number: half the code of a pair wherever a date is passed or compared.
  static constexpr int day_bits = 5;
  constexpr Date(Month month, int day) : packed_((month.index() << day_bits) + day) {}
  std::int32_t packed_ = 1;
};

}  // namespace allymark
