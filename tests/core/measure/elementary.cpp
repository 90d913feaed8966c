#include "allymark/measure/elementary.hpp"

#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <limits>

#include "support/catch.hpp"

using namespace allymark;

namespace {

/// Distance in units in the last place of `expected`.
double last_places(double found, double expected) {
  const double next = std::nextafter(std::fabs(expected), std::numeric_limits<double>::infinity());
  const double unit = next - std::fabs(expected);
  return std::fabs(found - expected) / unit;
}

}  // namespace

TEST_CASE("the logarithm agrees with the library's to 2 units in the last place") {
  double worst = 0;
  double worst_at = 0;
  for (double x = 1e-300; x < 1e300; x *= 1.37) {
    const double off = last_places(natural_log(x), std::log(x));
    if (off > worst) worst = off, worst_at = x;
  }
  for (double x = 1e-4; x < 3; x += 1e-4) {
    const double off = last_places(natural_log(x), std::log(x));
    if (off > worst) worst = off, worst_at = x;
  }
  INFO("worst at " << worst_at);
  CHECK(worst <= 2);
}

TEST_CASE("the logarithm of 1 is 0, of figures around it tiny and of the right sign") {
  CHECK(natural_log(1) == 0);
  CHECK(natural_log(std::nextafter(1, 2)) > 0);
  CHECK(natural_log(std::nextafter(1, 0)) < 0);
}

TEST_CASE("the logarithm of the smallest figures is finite") {
  const double smallest = std::numeric_limits<double>::denorm_min();
  CHECK(natural_log(smallest) == Approx(std::log(smallest)).epsilon(1e-14));
  CHECK(natural_log(1e-310) == Approx(std::log(1e-310)).epsilon(1e-14));
}

TEST_CASE("the exponential agrees with the library's to a relative 1e-14") {
  double worst = 0;
  double worst_at = 0;
  for (double x = -700; x <= 700; x += 0.0713) {
    const double off = std::fabs(exponential(x) / std::exp(x) - 1);
    if (off > worst) worst = off, worst_at = x;
  }
  INFO("worst at " << worst_at);
  CHECK(worst <= 1e-14);
}

TEST_CASE("the exponential near 0 keeps every digit") {
  CHECK(exponential(0) == 1);
  double worst = 0;
  for (double x = -1; x <= 1; x += 1e-4) {
    worst = std::fmax(worst, std::fabs(exponential(x) / std::exp(x) - 1));
  }
  CHECK(worst <= 1e-15);
}

TEST_CASE("the exponential falls to 0 without a jump") {
  CHECK(exponential(-700) > 0);
  for (const double x : {-708.0, -709.0, -720.0, -730.0}) {
    INFO(x);
    CHECK(std::fabs(exponential(x) - std::exp(x)) <= 1e-6 * std::exp(x));
  }
  CHECK(exponential(-744) > 0);
  CHECK(exponential(-744) == Approx(std::exp(-744)).margin(1e-322));
  CHECK(exponential(-746) == 0);
  CHECK(exponential(-1e9) == 0);
}

TEST_CASE("the normal quantile of 95 % is 1.959963985") {
  CHECK(normal_quantile(95) == Approx(1.959963984540054).epsilon(1e-14));
}

TEST_CASE("normal quantiles agree with Boost at every confidence a pack allows") {
  const boost::math::normal standard;
  for (double confidence = 50; confidence <= 99; confidence += 0.5) {
    INFO(confidence << " %");
    const double expected = boost::math::quantile(standard, 0.5 + confidence / 200);
    CHECK(normal_quantile(confidence) == Approx(expected).epsilon(1e-13));
  }
}

TEST_CASE("the exponential is above 0 down to -745, where the least figures end") {
  CHECK(exponential(-744) > 0);
  CHECK(exponential(-745) > 0);
  CHECK(exponential(std::nextafter(-745.0, -746.0)) == 0);
  CHECK(exponential(-746) == 0);
}

TEST_CASE("the logarithm is right to the last bit where the square root of 1/2 divides its range") {
  CHECK(natural_log(0x1.6a09e667f3bcdp-1) == -0x1.62e42fefa39eep-2);
  CHECK(natural_log(0x1.6a09e667f3bcdp+0) == 0x1.62e42fefa39f0p-2);
  CHECK(natural_log(0x1.6a09e667f3bcdp+2) == 0x1.bb9d3beb8c86bp+0);
}

TEST_CASE("the logarithm's series begins with nothing beyond its last term") {
  CHECK(natural_log(0x1.6c7169eba78b9p-1) == -0x1.5c1d01c810982p-2);
  CHECK(natural_log(0x1.69198ed08b43dp+0) == 0x1.603b83983e60dp-2);
  CHECK(natural_log(0x1.6b1af2b36ba9bp-1) == -0x1.5fe106b4f5564p-2);
  CHECK(natural_log(0x1.68d5ca52807d3p+0) == 0x1.5f7b4507e1b4ap-2);
}

TEST_CASE("the exponential's series begins at its 14th power with 1") {
  CHECK(exponential(353.87) == 0x1.70bfaa3d5e7d7p+510);
  CHECK(exponential(-82.81) == 0x1.71c123077f6dbp-120);
  CHECK(exponential(279.71) == 0x1.733edbc3993e3p+403);
  CHECK(exponential(-510.5) == 0x1.6b16ed3410867p-737);
  CHECK(exponential(-110.55) == 0x1.6c92a4dbc3c29p-160);
}

TEST_CASE("the normal quantile's search between 0 and 10 ends on the nearest figure") {
  CHECK(normal_quantile(50.55) == 0x1.5dc856e16d51cp-1);
  CHECK(normal_quantile(65.91) == 0x1.e79f7677dd85ap-1);
  CHECK(normal_quantile(84.46) == 0x1.6bb3e515d819cp+0);
  CHECK(normal_quantile(87.08) == 0x1.846b6cbfaa032p+0);
  CHECK(normal_quantile(91.22) == 0x1.b505ba72e9a32p+0);
}
