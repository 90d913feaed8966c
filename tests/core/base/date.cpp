#include "allymark/base/date.hpp"

#include "support/values.hpp"

using namespace allymark;
using test::date;
using test::month;

TEST_CASE("a month is YYYY-MM of a real month") {
  CHECK(month("2024-08").year() == 2024);
  CHECK(month("2024-08").month() == 8);
  CHECK(month("2024-08").text() == "2024-08");
  Month out;
  for (const char* text : {"2024-00", "2024-13", "2024-8", "2024/08", "24-08", "2024-08-01", "",
                           "20x4-08", "1899-12", "2024-0:", "2024-:1", "2024-0/", "2024-/1"}) {
    INFO(text);
    CHECK_FALSE(Month::parse(text, out));
  }
}

TEST_CASE("years run from 1900 to 9999") {
  CHECK(month("1900-01").text() == "1900-01");
  CHECK(month("9999-12").text() == "9999-12");
}

TEST_CASE("consecutive months differ by one, across the year's end too") {
  CHECK(month("2024-01").index() - month("2023-12").index() == 1);
  CHECK(month("2023-11").plus(3) == month("2024-02"));
  CHECK(month("2024-02").plus(-3) == month("2023-11"));
}

TEST_CASE("months have their calendar's days") {
  const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  for (int i = 0; i < 12; ++i) {
    INFO("month " << i + 1);
    CHECK(month("2023-01").plus(i).days() == days[i]);
  }
}

TEST_CASE("February has 29 days in leap years, by the century's rule too") {
  CHECK(month("2024-02").days() == 29);
  CHECK(month("2025-02").days() == 28);
  CHECK(month("2000-02").days() == 29);
  CHECK(month("2100-02").days() == 28);
}

TEST_CASE("a day that does not exist is refused") {
  Date out;
  CHECK(Date::parse("2024-02-29", out));
  for (const char* text : {"2023-02-29", "2024-02-30", "2024-04-31", "2024-01-00", "2024-01-32",
                           "2024-1-01", "2024-01-1", "2024-13-01", "01.01.2024", ""}) {
    INFO(text);
    CHECK_FALSE(Date::parse(text, out));
  }
}

TEST_CASE("a date past a month's end is the month's last day") {
  CHECK(Date::clamped(month("2024-02"), 28) == date("2024-02-28"));
  CHECK(Date::clamped(month("2024-02"), 29) == date("2024-02-29"));
  CHECK(Date::clamped(month("2024-02"), 30) == date("2024-02-29"));
  CHECK(Date::clamped(month("2023-02"), 31) == date("2023-02-28"));
}

TEST_CASE("a month is complete on its last day and not the day before") {
  CHECK(date("2024-08-30").last_complete_month() == month("2024-07"));
  CHECK(date("2024-08-31").last_complete_month() == month("2024-08"));
  CHECK(date("2024-09-01").last_complete_month() == month("2024-08"));
}

TEST_CASE("February is complete on the 28th only when it is no leap year") {
  CHECK(date("2023-02-28").last_complete_month() == month("2023-02"));
  CHECK(date("2024-02-28").last_complete_month() == month("2024-01"));
  CHECK(date("2024-02-29").last_complete_month() == month("2024-02"));
}

TEST_CASE("the last complete month of early January lies in the year before") {
  CHECK(date("2024-01-30").last_complete_month() == month("2023-12"));
}

TEST_CASE("dates are ordered by month, then day") {
  CHECK(date("2024-01-31") < date("2024-02-01"));
  CHECK(date("2024-02-01") < date("2024-02-02"));
  CHECK(date("2024-02-02").text() == "2024-02-02");
}

TEST_CASE("running numbers of days count over months, leap days and centuries") {
  const auto apart = [](const char* a, const char* b) {
    return test::date(b).serial() - test::date(a).serial();
  };
  CHECK(apart("2024-02-28", "2024-03-01") == 2);
  CHECK(apart("2023-02-28", "2023-03-01") == 1);
  CHECK(apart("1900-02-28", "1900-03-01") == 1);
  CHECK(apart("2000-02-28", "2000-03-01") == 2);
  CHECK(apart("2023-12-31", "2024-01-01") == 1);
  CHECK(apart("2024-01-01", "2025-01-01") == 366);
  CHECK(apart("2000-01-01", "2400-01-01") == 146097);
  // As spreadsheets count them, less the 29 February 1900 that they invent.
  CHECK(apart("1900-01-01", "9999-12-31") == 2958463);
  CHECK(apart("2024-09-01", "2024-08-31") == -1);
}

TEST_CASE(
    "a sign in place of a digit is refused, even where its value would make a year or month") {
  Month out;
  for (const char* text : {"20/5-01", "202/-01", "2024-1/"}) {
    INFO(text);
    CHECK_FALSE(Month::parse(text, out));
  }
}

TEST_CASE("month and day stand apart by a hyphen") {
  Date out;
  CHECK_FALSE(Date::parse("2024-01/15", out));
  CHECK_FALSE(Date::parse("2024-01 15", out));
}

TEST_CASE("every year from 1900 to 9999 takes the days of its months in running numbers") {
  List<int> wrong;
  for (Month in = month("1900-01"); in < month("9999-01"); in = in.plus(12)) {
    int days = 0;
    for (int i = 0; i < 12; ++i) days += in.plus(i).days();
    const int apart = Date::clamped(in.plus(12), 1).serial() - Date::clamped(in, 1).serial();
    if (apart != days) wrong.push_back(in.year());
  }
  CHECK(wrong.empty());
}
