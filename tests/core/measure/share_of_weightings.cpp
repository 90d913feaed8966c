#include <algorithm>
#include <vector>

#include "allymark/measure/weighting.hpp"

#include "allymark/measure/random.hpp"
#include "support/values.hpp"

using namespace allymark;
using test::d;

namespace {

Decimal share_of_weightings(const List<Decimal>& differences, std::uint64_t seed,
                            std::uint32_t draws) {
  return shares_of_weightings({differences}, seed, draws)[0];
}
double share(const List<Decimal>& differences, std::uint64_t seed = 1,
             std::uint32_t draws = 100'000) {
  return std::stod(share_of_weightings(differences, seed, draws).text());
}

/// 泰康在线 less 蔚来保: conversion 80 - 90, NPS 225/70, complaints 25.5, response 25.
const List<Decimal> taikang_above_nio = {d("-10"), d("3.214285714"), d("25.5"), d("25")};

}  // namespace

TEST_CASE("泰康在线 stays above 蔚来保 in about 93.9 % of weightings") {
  // With one negative difference -a and positive ones b, the order is lost in a share of
  // a^3 / ((a + b1)(a + b2)(a + b3)) of the simplex.
  const double exact = 100 * (1 - 1000 / ((10 + 225.0 / 70) * 35.5 * 35));
  CHECK(exact == Approx(93.91).margin(0.005));
  for (const std::uint64_t seed : {1U, 2U, 3U, 20240901U}) {
    INFO("seed " << seed);
    CHECK(share(taikang_above_nio, seed) == Approx(exact).margin(0.3));
  }
}

TEST_CASE("the pack's 10,000 draws come within a percent of the exact share") {
  const double exact = 100 * (1 - 1000 / ((10 + 225.0 / 70) * 35.5 * 35));
  CHECK(share(taikang_above_nio, 2, 10'000) == Approx(exact).margin(1));
}

TEST_CASE("a candidate better in everything holds in every weighting, a worse one in none") {
  CHECK(share({d("1"), d("2"), d("3")}) == 100);
  CHECK(share({d("-1"), d("-2"), d("-3")}) == 0);
}

TEST_CASE("equal candidates are above each other in no weighting") {
  CHECK(share({d("0"), d("0")}) == 0);
}

TEST_CASE("two opposite differences hold in half of the weightings") {
  CHECK(share({d("5"), d("-5")}) == Approx(50).margin(0.6));
}

TEST_CASE("weights are uniform on the simplex: one against two equal others holds in a quarter") {
  // P(w1 > w2 + w3) for uniform weights is P(w1 > 1/2) = (1/2)^2.
  CHECK(share({d("1"), d("-1"), d("-1")}) == Approx(25).margin(0.6));
}

TEST_CASE("the same seed gives the same share, another seed another one") {
  CHECK(share_of_weightings(taikang_above_nio, 7, 1000) ==
        share_of_weightings(taikang_above_nio, 7, 1000));
  CHECK(share_of_weightings(taikang_above_nio, 7, 1000) !=
        share_of_weightings(taikang_above_nio, 8, 1000));
}

TEST_CASE("no draws hold nothing") {
  CHECK(share_of_weightings(taikang_above_nio, 1, 0) == d("0"));
}

TEST_CASE("the share counts whole draws") {
  const Decimal share = share_of_weightings(taikang_above_nio, 1, 8);
  CHECK((share * d("0.08")).is_whole());
}

TEST_CASE("the widest differences of the most metrics are added up exactly") {
  // Sums of products that fit no 64 bits, as one of 128 would have them.
  const auto plain = [](const List<Decimal>& differences, std::uint64_t seed, int draws) {
    Pcg32 random(seed);
    int held = 0;
    for (int draw = 0; draw < draws; ++draw) {
      std::vector<std::int64_t> cuts = {0, std::int64_t{1} << 32};
      for (std::size_t i = 1; i < differences.size(); ++i) cuts.push_back(random.next());
      std::sort(cuts.begin(), cuts.end());
      Int128 sum = 0;
      for (std::size_t i = 0; i < differences.size(); ++i) {
        sum += static_cast<Int128>(differences[i].nanos()) * (cuts[i + 1] - cuts[i]);
      }
      if (sum > 0) ++held;
    }
    return ratio(Decimal::whole(held), Decimal::whole(draws)) * Decimal::whole(100);
  };
  for (const std::size_t count : {2U, 3U, 199U, 200U}) {
    Pcg32 random(count);
    List<Decimal> ends;
    List<Decimal> any;
    for (std::size_t i = 0; i < count; ++i) {
      ends.push_back(Decimal::whole(i % 2 == 0 ? 1000 : -1000));
      any.push_back(Decimal::nanos(static_cast<std::int64_t>(random.below(2'000'000'000'001)) -
                                   1'000'000'000'000));
    }
    INFO(count);
    CHECK(share_of_weightings(ends, 5, 400) == plain(ends, 5, 400));
    CHECK(share_of_weightings(any, 6, 400) == plain(any, 6, 400));
    for (auto& difference : ends) difference = Decimal::whole(1000);
    CHECK(share_of_weightings(ends, 5, 400) == d("100"));
    for (auto& difference : ends) difference = Decimal::whole(-1000);
    CHECK(share_of_weightings(ends, 5, 400) == d("0"));
    // The least that still tips it: one nano of one metric.
    for (auto& difference : ends) difference = Decimal{};
    ends.back() = Decimal::nanos(1);
    CHECK(share_of_weightings(ends, 5, 400) == d("100"));
  }
}

TEST_CASE("orders weighed together have the shares that each has alone") {
  const List<List<Decimal>> orders = {taikang_above_nio,
                                      {d("5"), d("-5")},
                                      {d("-10"), d("3"), d("25.5"), d("-25")},
                                      {d("-4"), d("5"), d("1")},
                                      {d("7"), d("-5")}};
  const List<Decimal> together = shares_of_weightings(orders, 3, 5000);
  REQUIRE(together.size() == orders.size());
  for (std::size_t i = 0; i < orders.size(); ++i) {
    INFO(i);
    CHECK(together[i] == share_of_weightings(orders[i], 3, 5000));
  }
  CHECK(shares_of_weightings({}, 3, 5000).empty());
}

TEST_CASE("what leaves next to nothing between two is told to the last bit") {
  // One cut parts [0, 2^32) into the gaps g and 2^32 - g. Where g is odd, there are differences
  // whose weighted sum is exactly any figure: above - below = sum / g modulo 2^32.
  int tried = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const std::uint32_t gap = Pcg32(seed).next();
    if (gap % 2 == 0) continue;
    ++tried;
    std::uint32_t inverse = gap;
    for (int i = 0; i < 5; ++i) inverse *= 2 - gap * inverse;
    for (const int sum : {-8192, -4097, -4096, -4095, -1, 0, 1, 2, 4095, 4096, 4097, 8192}) {
      const Int128 apart = (std::int64_t{1} << 32) +
                           static_cast<std::uint32_t>(inverse * static_cast<unsigned>(sum));
      const Int128 below = (sum - apart * gap) / (std::int64_t{1} << 32);
      const Int128 above = apart + below;
      INFO("seed " << seed << ", sum " << sum);
      REQUIRE(above * gap + below * ((std::int64_t{1} << 32) - gap) == sum);
      CHECK(share_of_weightings({Decimal::nanos(static_cast<std::int64_t>(above)),
                                 Decimal::nanos(static_cast<std::int64_t>(below))},
                                seed, 1) == d(sum > 0 ? "100" : "0"));
    }
  }
  CHECK(tried > 10);
}

TEST_CASE("one score alone has all the weight in every weighting") {
  CHECK(share_of_weightings({d("0.000000001")}, 1, 100) == d("100"));
  CHECK(share_of_weightings({d("0")}, 1, 100) == d("0"));
  CHECK(share_of_weightings({d("-1")}, 1, 100) == d("0"));
}
