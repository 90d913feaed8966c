#include <boost/math/distributions/binomial.hpp>
#include <set>

#include "allymark/measure/interval.hpp"
#include "support/catch.hpp"

using namespace allymark;
using boost::math::binomial;

namespace {

const std::int64_t totals[] = {1, 2, 3, 10, 30, 299, 300, 473, 628, 1000, 9999, 100'000};

/// Events worth trying: both ends, around the rate `share`, and a few between.
std::set<std::int64_t> events_of(std::int64_t total, double share) {
  const auto middle = static_cast<std::int64_t>(static_cast<double>(total) * share);
  std::set<std::int64_t> result;
  for (const std::int64_t k :
       {std::int64_t{0}, std::int64_t{1}, std::int64_t{2}, total / 3, middle - total / 50 - 1,
        middle - 1, middle, middle + 1, middle + total / 50 + 1, total - 1, total}) {
    if (k >= 0 && k <= total) result.insert(k);
  }
  return result;
}

bool close(double found, double expected) {
  return std::fabs(found - expected) <= 1e-9 * std::fmax(std::fabs(expected), 1e-12) ||
         std::fabs(found - expected) <= 1e-300;
}

}  // namespace

TEST_CASE("both tails agree with Boost to a relative 1e-9 up to 100,000 users") {
  for (const std::int64_t total : totals) {
    for (const double share : {0.0001, 0.01, 0.05, 0.15, 0.5, 0.9, 0.999}) {
      const binomial reference(static_cast<double>(total), share);
      for (const std::int64_t events : events_of(total, share)) {
        INFO(events << " of " << total << " at " << share);
        const auto k = static_cast<double>(events);
        const double most = cdf(reference, k);
        const double least = events == 0 ? 1 : cdf(complement(reference, k - 1));
        CHECK(close(binomial_at_most(events, total, share), most));
        CHECK(close(binomial_at_least(events, total, share), least));
      }
    }
  }
}

TEST_CASE("a tail and the tail beyond it make 1") {
  for (const std::int64_t total : totals) {
    for (const std::int64_t events : events_of(total, 0.15)) {
      if (events == total) continue;
      INFO(events << " of " << total);
      const double sum =
          binomial_at_most(events, total, 0.15) + binomial_at_least(events + 1, total, 0.15);
      CHECK(sum == Approx(1).epsilon(1e-12));
    }
  }
}

TEST_CASE("impossible and certain counts have the chances 0 and 1") {
  CHECK(binomial_at_least(0, 300, 0.15) == 1);
  CHECK(binomial_at_most(300, 300, 0.15) == 1);
  CHECK(binomial_at_least(301, 300, 0.15) == 0);
  CHECK(binomial_at_most(-1, 300, 0.15) == 0);
  // Whatever the share, even where it leaves nothing to chance.
  for (const double share : {0.0, 0.15, 1.0}) {
    INFO(share);
    CHECK(binomial_at_least(0, 300, share) == 1);
    CHECK(binomial_at_least(-1, 300, share) == 1);
    CHECK(binomial_at_most(300, 300, share) == 1);
    CHECK(binomial_at_most(301, 300, share) == 1);
    CHECK(binomial_at_least(301, 300, share) == 0);
    CHECK(binomial_at_most(-1, 300, share) == 0);
  }
}

TEST_CASE("shares of 0 and 1 leave nothing to chance") {
  CHECK(binomial_at_most(0, 300, 0) == 1);
  CHECK(binomial_at_least(1, 300, 0) == 0);
  CHECK(binomial_at_most(299, 300, 1) == 0);
  CHECK(binomial_at_least(300, 300, 1) == 1);
}

TEST_CASE("exact bounds agree with Boost's Clopper-Pearson bounds to 1e-9") {
  for (const std::int64_t total : totals) {
    for (const std::int64_t events : events_of(total, 0.05)) {
      INFO(events << " of " << total);
      const auto n = static_cast<double>(total);
      const auto k = static_cast<double>(events);
      const double low = events == 0 ? 0 : binomial::find_lower_bound_on_p(n, k, 0.05);
      const double high = events == total ? 1 : binomial::find_upper_bound_on_p(n, k, 0.05);
      CHECK(exact_lower_bound(events, total, 0.05) == Approx(low).epsilon(1e-9).margin(1e-12));
      CHECK(exact_upper_bound(events, total, 0.05) == Approx(high).epsilon(1e-9).margin(1e-12));
    }
  }
}

TEST_CASE("without events the upper bound is 1 - alpha^(1/n)") {
  CHECK(exact_upper_bound(0, 299, 0.05) == Approx(1 - std::pow(0.05, 1.0 / 299)).epsilon(1e-12));
  CHECK(exact_lower_bound(0, 299, 0.05) == 0);
  CHECK(exact_upper_bound(299, 299, 0.05) == 1);
}

TEST_CASE("factorials from 16 on come from Stirling's formula, those below from their factors") {
  CHECK(binomial_at_most(3, 15, 0.25) == 0x1.d85b964p-2);
  CHECK(binomial_at_most(3, 15, 0.2) == 0x1.4bdbe7434da5dp-1);
  CHECK(binomial_at_most(2, 16, 0.25) == 0x1.93aef548p-3);
  CHECK(binomial_at_most(5, 16, 0.75) == 0x1.2b185p-12);
}

TEST_CASE("the last term of Stirling's formula counts") {
  CHECK(binomial_at_most(16, 20, 0.8) == 0x1.2d569323d719dp-1);
  CHECK(binomial_at_most(24, 41, 0.63) == 0x1.51829e9886ab7p-2);
  CHECK(binomial_at_most(17, 38, 0.5) == 0x1.4113968c2p-2);
  CHECK(binomial_at_least(17, 34, 0.44) == 0x1.2f0af54e5290dp-2);
}

TEST_CASE("events at exactly 11 ninths of the expected count take the logarithm") {
  CHECK(binomial_at_least(55, 125, 0.36) == 0x1.44c529ef121bdp-5);
}

TEST_CASE("at least as many events as are expected are summed upwards, to the last digit") {
  // 1/2 + 3432 / 2^15, which the sum downwards misses by 9 units in the last place.
  CHECK(binomial_at_least(7, 14, 0.5) == Approx(0x1.35ap-1).epsilon(4e-16));
  CHECK(binomial_at_least(18, 225, 0.08) == 0x1.12102a62b4853p-1);
}

TEST_CASE("the exact bounds of one user are alpha and 1 - alpha themselves") {
  // 1 of 1: P(X >= 1) is the share. Where several shares give a chance of exactly alpha, the lower
  // bound is the least of them; so is the upper bound.
  for (const double alpha : {0.05, 0.07, 0.38}) {
    INFO(alpha);
    CHECK(exact_lower_bound(1, 1, alpha) == alpha);
  }
  CHECK(exact_upper_bound(0, 1, 0.312) == 1 - 0.312);
}
