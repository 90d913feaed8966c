#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <cmath>

#include "allymark/measure/interval.hpp"
#include "allymark/measure/random.hpp"
#include "support/values.hpp"

using namespace allymark;
using boost::math::binomial;
using test::d;

namespace {

std::string at_most(std::int64_t events, std::int64_t total, const char* threshold) {
  return test::name(standing(events, total, d(threshold), Better::lower, 0.05));
}
std::string at_least(std::int64_t events, std::int64_t total, const char* threshold) {
  return test::name(standing(events, total, d(threshold), Better::higher, 0.05));
}
std::optional<std::int64_t> needed(std::int64_t events, std::int64_t total, const char* threshold,
                                   Better better) {
  return users_needed(events, total, d(threshold), better, 0.05);
}

/// The further users by trying every total with Boost's chances: what the search must find.
std::int64_t tried(std::int64_t events, std::int64_t total, double percent, Better better) {
  const double share = percent / 100;
  const bool above = static_cast<double>(events) > share * static_cast<double>(total);
  const bool passes = above == (better == Better::higher);
  for (std::int64_t n = total;; ++n) {
    const std::int64_t whole = events * n / total;
    const std::int64_t k = above || events * n % total == 0 ? whole : whole + 1;
    const binomial chance(static_cast<double>(n), share);
    const double p = !above  ? cdf(chance, static_cast<double>(k))
                     : k > 0 ? cdf(complement(chance, static_cast<double>(k - 1)))
                             : 1.0;
    if (passes ? p <= 0.05 : p < 0.05) return n - total;
  }
}

}  // namespace

TEST_CASE("a failure rate of at most 1 % is proven by 0 in 299, 1 in 473, 2 in 628") {
  CHECK(at_most(0, 299, "1") == "proven_pass");
  CHECK(at_most(1, 473, "1") == "proven_pass");
  CHECK(at_most(2, 628, "1") == "proven_pass");
}

TEST_CASE("one user less proves nothing yet") {
  CHECK(at_most(0, 298, "1") == "undecided");
  CHECK(at_most(1, 472, "1") == "undecided");
  CHECK(at_most(2, 627, "1") == "undecided");
}

TEST_CASE("48 of 300 is undecided at 15 %") { CHECK(at_least(48, 300, "15") == "undecided"); }

TEST_CASE("a rate far on either side is proven") {
  CHECK(at_least(90, 300, "15") == "proven_pass");
  CHECK(at_least(15, 300, "15") == "proven_fail");
  CHECK(at_most(3, 1000, "1") == "proven_pass");
  CHECK(at_most(40, 300, "5") == "proven_fail");
}

TEST_CASE("the standing follows the exact one-sided bound of Boost") {
  for (const std::int64_t total : {30, 300, 1000}) {
    for (std::int64_t events = 0; events <= total / 3; ++events) {
      INFO(events << " of " << total);
      const auto n = static_cast<double>(total);
      const auto k = static_cast<double>(events);
      const double low = events == 0 ? 0 : binomial::find_lower_bound_on_p(n, k, 0.05);
      const double high = binomial::find_upper_bound_on_p(n, k, 0.05);
      const std::string expected = low > 0.15    ? "proven_pass"
                                   : high < 0.15 ? "proven_fail"
                                                 : "undecided";
      CHECK(at_least(events, total, "15") == expected);
    }
  }
}

TEST_CASE("a proven rate needs no further users, a rate on the threshold never enough") {
  CHECK(needed(0, 299, "1", Better::lower) == 0);
  CHECK(needed(90, 300, "15", Better::higher) == 0);
  CHECK(needed(15, 300, "5", Better::lower) == std::nullopt);
  CHECK(needed(45, 300, "15", Better::higher) == std::nullopt);
}

TEST_CASE("without events the further users are those to 299") {
  CHECK(needed(0, 298, "1", Better::lower) == 1);
  CHECK(needed(0, 100, "1", Better::lower) == 199);
  CHECK(needed(0, 1, "1", Better::lower) == 298);
}

TEST_CASE("the further users are those found by trying every total") {
  struct Case {
    std::int64_t events;
    std::int64_t total;
    const char* threshold;
    Better better;
  };
  const Case cases[] = {
      {48, 300, "15", Better::higher},
      {54, 300, "15", Better::higher},
      {40, 300, "15", Better::higher},
      {36, 300, "15", Better::higher},
      {8, 300, "5", Better::lower},
      {12, 300, "5", Better::lower},
      {20, 300, "5", Better::lower},
      {18, 300, "5", Better::lower},
      {1, 300, "1", Better::lower},
      {2, 300, "1", Better::lower},
      {4, 300, "1", Better::lower},
      {5, 300, "1", Better::lower},
      // Here the first count of events that seems to prove is not the one of the smallest total.
      {11, 82, "15", Better::higher},
      {25, 152, "15", Better::lower},
      {1, 7, "10", Better::lower},
      {1, 13, "10", Better::lower},
      {2, 30, "15", Better::higher},
      {7, 30, "15", Better::higher},
      {3, 17, "15", Better::higher},
      {1, 150, "1", Better::lower},
      // Near the threshold, or with almost all, rounding decides over hundreds of counts.
      {99, 100, "98", Better::higher},
      {985, 1000, "98", Better::higher},
      {975, 1000, "98", Better::higher},
      {725, 734, "98", Better::higher},
      {40, 81, "50.5", Better::higher},
      {37, 73, "49.6", Better::lower},
      {138, 275, "51.3", Better::higher},
  };
  for (const Case& c : cases) {
    INFO(c.events << " of " << c.total << " against " << c.threshold << " %");
    CHECK(needed(c.events, c.total, c.threshold, c.better) ==
          tried(c.events, c.total, std::stod(c.threshold), c.better));
  }
}

TEST_CASE("the further users are those found by trying every total, whatever the counts") {
  Pcg32 random(2026);
  int compared = 0;
  for (const char* threshold : {"1", "5", "15", "49.7", "80", "98"}) {
    const double share = std::stod(threshold) / 100;
    for (int i = 0; i < 40; ++i) {
      const std::int64_t total = 20 + random.next() % 400;
      const double spread = std::sqrt(share * (1 - share) / static_cast<double>(total));
      const double rate = share + spread * (static_cast<double>(random.next() % 400) / 100 - 2);
      const auto events =
          static_cast<std::int64_t>(std::clamp(rate, 0.0, 1.0) * static_cast<double>(total) + 0.5);
      const Better better = random.next() % 2 == 0 ? Better::higher : Better::lower;
      const auto found = needed(events, total, threshold, better);
      if (!found || *found > 3000) continue;
      ++compared;
      INFO(events << " of " << total << " against " << threshold << " %");
      CHECK(*found == tried(events, total, std::stod(threshold), better));
    }
  }
  CHECK(compared > 100);
}

TEST_CASE("more than a thousand million users are not asked for, wherever the search began") {
  for (const std::int64_t total : {1, 3, 1'953'125, 500'000'000, 1'000'000'000}) {
    INFO(total);
    CHECK(needed(0, total, "0.00000027", Better::lower) == std::nullopt);
    CHECK(needed(0, total, "0.0000002", Better::lower) == std::nullopt);
  }
  CHECK(needed(150'015'000, 1'000'000'000, "15", Better::higher) == std::nullopt);
}

TEST_CASE("a thousand million users in all are asked for, one more is not") {
  // Half of them against 49.9974 %: what is left open is made the very chance of that many.
  const double share = 0.499974;
  const double alpha = binomial_at_least(500'000'000, 1'000'000'000, share);
  const auto asked = [](double left_open) {
    return users_needed(1, 2, d("49.9974"), Better::higher, left_open);
  };
  CHECK(asked(alpha) == 999'999'998);
  CHECK(asked(alpha * (1 - 1e-9)) == std::nullopt);
}

TEST_CASE("the fewest are found behind tens of thousands of counts that rounding rules out") {
  CHECK(needed(9801, 10'000, "98", Better::higher) == 5'297'638);
  CHECK(needed(4999, 10'000, "50", Better::higher) == 67'640'000);
  CHECK(needed(97'991, 100'000, "98", Better::lower) == 6'464'012);
}

TEST_CASE("a few events among very many are answered as fast as many among few") {
  CHECK(needed(2, 100'000'000, "0.0000012", Better::higher) == 600'000'000);
  CHECK(needed(7, 200'000'001, "0.000002", Better::higher) == 142'857'144);
  CHECK(needed(31'990, 1'000'001, "3.2", Better::lower) == 831'780'044);
}

TEST_CASE("a rate a hair from its threshold is answered, not searched for ever") {
  const auto users = needed(149'999'999, 1'000'000'000, "15", Better::higher);
  CHECK((!users || *users > 0));
}
