#include "allymark/measure/curve.hpp"

#include "support/property.hpp"
#include "support/values.hpp"

using namespace allymark;
using test::d;

namespace {

const ScoreCurve trial{d("75"), d("0"), d("100")};
const ScoreCurve monthly{d("100"), d("0"), d("150")};

Decimal points(const ScoreCurve& curve, const char* gain, Better better, const char* target,
               const char* found) {
  return score(curve, d(gain), better, d(target), Measured::typed(d(found))).score;
}

}  // namespace

TEST_CASE("a figure on its target scores the base") {
  CHECK(points(trial, "1", Better::higher, "15", "15") == d("75"));
  CHECK(points(monthly, "0.28", Better::lower, "5", "5") == d("100"));
}

TEST_CASE("the trial scores of 众安在线 are capped at 100 but for NPS") {
  CHECK(points(trial, "1", Better::higher, "15", "21") == d("100"));
  CHECK(points(trial, "1", Better::higher, "70", "76") == d("81.428571429"));
  CHECK(points(trial, "1", Better::lower, "5", "2.8") == d("100"));
  CHECK(points(trial, "1", Better::lower, "24", "12") == d("100"));
}

TEST_CASE("the trial scores of 泰康在线 are 80, 76.07, 73.5 and 87.5") {
  CHECK(points(trial, "1", Better::higher, "15", "16") == d("80"));
  CHECK(points(trial, "1", Better::higher, "70", "71") == d("76.071428571"));
  CHECK(points(trial, "1", Better::lower, "5", "5.1") == d("73.5"));
  CHECK(points(trial, "1", Better::lower, "24", "20") == d("87.5"));
}

TEST_CASE("the trial scores of 蔚来保 are 90, 72.86, 48 and 62.5") {
  CHECK(points(trial, "1", Better::higher, "15", "18") == d("90"));
  CHECK(points(trial, "1", Better::higher, "70", "68") == d("72.857142857"));
  CHECK(points(trial, "1", Better::lower, "5", "6.8") == d("48"));
  CHECK(points(trial, "1", Better::lower, "24", "28") == d("62.5"));
}

TEST_CASE("the printed monthly scores are 116, 107, 106, 110, 115 and 120") {
  const auto shown = [](const char* gain, Better better, const char* target, const char* found) {
    return points(monthly, gain, better, target, found).rounded(0);
  };
  CHECK(shown("1", Better::higher, "500", "580") == d("116"));
  CHECK(shown("1", Better::higher, "18", "19.2") == d("107"));
  CHECK(shown("1", Better::higher, "70", "74") == d("106"));
  CHECK(shown("0.28", Better::lower, "5", "3.2") == d("110"));
  CHECK(shown("0.45", Better::lower, "24", "16") == d("115"));
  CHECK(shown("0.28", Better::lower, "1", "0.3") == d("120"));
}

TEST_CASE("monthly scores keep their decimals until they are shown") {
  CHECK(points(monthly, "1", Better::higher, "18", "19.2") == d("106.666666667"));
  CHECK(points(monthly, "0.28", Better::lower, "5", "3.2") == d("110.08"));
  CHECK(points(monthly, "0.28", Better::lower, "1", "0.3") == d("119.6"));
}

TEST_CASE("a score reaches its cap exactly, below and above it") {
  const auto at = [](const char* found) {
    return score(trial, d("1"), Better::higher, d("15"), Measured::typed(d(found)));
  };
  CHECK(at("19.99").score == d("99.95"));
  CHECK_FALSE(at("19.99").capped);
  CHECK(at("20").score == d("100"));
  CHECK_FALSE(at("20").capped);
  CHECK(at("20.01").score == d("100"));
  CHECK(at("20.01").capped);
  CHECK(at("20.01").uncapped == d("100.05"));
}

TEST_CASE("a score stops at its floor") {
  const auto at = [](const char* found) {
    return score(trial, d("1"), Better::lower, d("5"), Measured::typed(d(found)));
  };
  CHECK(at("9.9").score == d("1.5"));
  CHECK(at("10").score == d("0"));
  CHECK_FALSE(at("10").capped);
  CHECK(at("10.1").score == d("0"));
  CHECK(at("10.1").capped);
  CHECK(at("10.1").uncapped == d("-1.5"));
}

TEST_CASE("the deviation is flipped where lower is better") {
  const Measured found = Measured::typed(d("4"));
  CHECK(score(trial, d("1"), Better::lower, d("5"), found).deviation == d("0.2"));
  CHECK(score(trial, d("1"), Better::higher, d("5"), found).deviation == d("-0.2"));
}

TEST_CASE("a share of counts is scored as the exact fraction, not as its shown decimals") {
  const auto counted = Measured::share(d("1"), d("3"));
  const CurveScore points = score(trial, d("1"), Better::higher, d("100"), counted);
  CHECK(points.uncapped == d("25"));
}

TEST_CASE("counts and the value they stand for score alike when it can be written down") {
  CHECK(test::holds_for_all("counts score as values", 0, 1001, [](std::int64_t n) {
    const auto counted = Measured::share(Decimal::whole(n), d("1000"));
    const auto typed = Measured::typed(Decimal::nanos(n * Decimal::scale / 10));
    const auto a = score(monthly, d("0.28"), Better::lower, d("5"), counted);
    const auto b = score(monthly, d("0.28"), Better::lower, d("5"), typed);
    return a.score == b.score && a.uncapped == b.uncapped && a.deviation == b.deviation;
  }));
}

TEST_CASE("a better figure never scores less") {
  CHECK(test::holds_for_all("monotone score", 0, 1'000'000, [](std::int64_t n) {
    const auto at = [](std::int64_t nanos, Better better) {
      return score(monthly, d("0.45"), better, d("24"),
                   Measured::typed(Decimal::nanos(nanos * 100'000)))
          .score;
    };
    return at(n, Better::higher) <= at(n + 1, Better::higher) &&
           at(n, Better::lower) >= at(n + 1, Better::lower);
  }));
}

TEST_CASE("the largest figures a pack allows are scored without overflow") {
  const OverflowGuard guard;
  const auto points =
      score(monthly, d("1"), Better::higher, d("1000000000"), Measured::typed(d("1000000000")));
  CHECK(points.score == d("100"));
  CHECK_FALSE(guard.raised());
}
