#include "allymark/measure/weighting.hpp"
#include "support/values.hpp"

using namespace allymark;
using test::d;

namespace {

Weighted item(const char* weight, const char* value) { return {d(weight), d(value)}; }
Weighted missing(const char* weight) { return {d(weight), std::nullopt}; }

}  // namespace

TEST_CASE("the composite of 泰康在线 is 78.142857143 before it is shown") {
  const auto mean = weighted_mean(
      {item("40", "80"), item("25", "76.071428571"), item("25", "73.5"), item("10", "87.5")});
  REQUIRE(mean.mean);
  CHECK(*mean.mean == d("78.142857143"));
  CHECK(mean.mean->rounded(2) == d("78.14"));
  CHECK(mean.coverage == d("100"));
}

TEST_CASE("a missing value is left out and the other weights are renormalised") {
  const auto mean = weighted_mean({item("40", "80"), item("20", "50"), missing("40")});
  REQUIRE(mean.mean);
  CHECK(*mean.mean == d("70"));
  CHECK(mean.coverage == d("60"));
}

TEST_CASE("a missing value is not 0") {
  const auto without = weighted_mean({item("1", "90"), missing("1")});
  const auto zero = weighted_mean({item("1", "90"), item("1", "0")});
  CHECK(*without.mean == d("90"));
  CHECK(*zero.mean == d("45"));
}

TEST_CASE("weights are divided by their sum, so their scale changes nothing") {
  const auto points = weighted_mean({item("40", "80"), item("60", "50")});
  const auto shares = weighted_mean({item("0.4", "80"), item("0.6", "50")});
  CHECK(*points.mean == *shares.mean);
}

TEST_CASE("contributions add up to the mean and are 0 where a value is missing") {
  const auto mean = weighted_mean({item("40", "80"), missing("10"), item("20", "50")});
  REQUIRE(mean.contributions.size() == 3);
  CHECK(mean.contributions[0] == d("53.333333333"));
  CHECK(mean.contributions[1] == d("0"));
  CHECK(mean.contributions[2] == d("16.666666667"));
  CHECK(mean.contributions[0] + mean.contributions[2] == *mean.mean);
}

TEST_CASE("no value at all means no mean and no coverage") {
  const auto mean = weighted_mean({missing("40"), missing("60")});
  CHECK_FALSE(mean.mean);
  CHECK(mean.coverage == d("0"));
  CHECK_FALSE(weighted_mean({}).mean);
}

TEST_CASE("a value of weight 0 alone gives no mean") {
  CHECK_FALSE(weighted_mean({item("0", "80"), missing("10")}).mean);
}

TEST_CASE("coverage of five equal weights out of six is 83.33 %") {
  const auto mean = weighted_mean({item("1", "1"), item("1", "1"), item("1", "1"), item("1", "1"),
                                   item("1", "1"), missing("1")});
  CHECK(mean.coverage == d("83.333333333"));
}
