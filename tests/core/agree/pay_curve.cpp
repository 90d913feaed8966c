#include "support/clauses.hpp"

using namespace allymark;
using test::d;

namespace {

PayCurve curve(const char* to, const char* choices = "{}") {
  return pay_curve(test::year_one(), test::reading(choices), d(to));
}
const CurveSeries& series(const PayCurve& curve, std::string_view choice) {
  for (const auto& item : curve.series) {
    if (item.choice == choice) return item;
  }
  FAIL("no series " << choice);
  return curve.series.front();
}

}  // namespace

TEST_CASE("a curve has a line for each tier reading, the one in force marked") {
  const PayCurve line = curve("20000", R"({"tiers":"all_units"})");
  REQUIRE(line.series.size() == 4);
  for (const auto& item : line.series) {
    CHECK(item.chosen == (item.choice == std::string("all_units")));
  }
}

TEST_CASE("a curve runs from 0 to the last volume asked for, in order") {
  for (const char* to : {"0", "1", "4999", "5000", "20000"}) {
    const PayCurve line = curve(to);
    for (const auto& item : line.series) {
      INFO(item.choice << " to " << to);
      CHECK(item.points.front().volume == d("0"));
      CHECK(item.points.back().volume == d(to));
      for (std::size_t i = 1; i < item.points.size(); ++i) {
        CHECK(item.points[i - 1].volume < item.points[i].volume);
      }
    }
  }
}

TEST_CASE("between the points of the marginal line pay is straight") {
  const PayCurve line = curve("20000");
  const Tariff tariff(test::year_one(), test::reading());
  const auto& points = series(line, "marginal").points;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const Decimal middle = ((points[i - 1].volume + points[i].volume) * d("0.5")).rounded(0);
    if (middle == points[i].volume || middle == points[i - 1].volume) continue;
    const Decimal share =
        ratio(middle - points[i - 1].volume, points[i].volume - points[i - 1].volume);
    const Decimal straight =
        points[i - 1].gross.yuan() + (points[i].gross.yuan() - points[i - 1].gross.yuan()) * share;
    INFO(middle.text());
    CHECK((straight - tariff.gross(middle).yuan()).rounded(2) == d("0"));
  }
}

TEST_CASE("a cliff is two points at neighbouring volumes") {
  const PayCurve line = curve("20000");
  const auto& points = series(line, "marginal").points;
  bool found = false;
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (points[i].volume != d("5000")) continue;
    found = true;
    CHECK(points[i - 1].volume == d("4999"));
    CHECK(points[i - 1].gross == test::yuan("999800"));
    CHECK(points[i].gross == test::yuan("1250000"));
  }
  CHECK(found);
}

TEST_CASE("a curve carries bounds, target and cliffs for its marks") {
  const PayCurve line = curve("20000");
  CHECK(line.bounds == List<Decimal>{d("5000"), d("8000"), d("12000")});
  CHECK(line.target == d("5000"));
  REQUIRE(line.cliffs.size() == 1);
  CHECK(line.cliffs[0].at == d("5000"));
}
