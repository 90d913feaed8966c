// Times gross_many natively: allymark-bench VOLUMES RUNS prints the milliseconds of each run. The
// volumes are those of tests/bench/pay-many.mjs, so that the sums can be compared.

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "allymark/agree/tariff.hpp"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: allymark-bench VOLUMES RUNS\n", stderr);
    return 2;
  }
  const auto count = static_cast<std::size_t>(std::atol(argv[1]));
  const int runs = std::atoi(argv[2]);
  using allymark::Decimal;
  allymark::Clause clause;
  clause.target = Decimal::whole(5000);
  clause.missed_rate = Decimal::whole(200);
  const auto tier = [](std::int64_t up_to, std::int64_t rate) {
    allymark::Tier result;
    if (up_to > 0) result.up_to = Decimal::whole(up_to);
    result.rate = Decimal::whole(rate);
    return result;
  };
  clause.tiers = {tier(5000, 250), tier(8000, 280), tier(12000, 320), tier(0, 350)};
  const allymark::Tariff tariff(clause, {});
  std::vector<double> volumes(count);
  std::vector<double> pay;
  for (std::size_t i = 0; i < count; ++i) {
    volumes[i] = static_cast<double>((i * 7919) % 26000);
  }
  for (int run = 0; run < runs; ++run) {
    const auto begin = std::chrono::steady_clock::now();
    pay = std::vector<double>(count);  // a new list for every answer, as in JavaScript
    tariff.gross_many(volumes.data(), pay.data(), count);
    const std::chrono::duration<double, std::milli> taken =
        std::chrono::steady_clock::now() - begin;
    std::printf("%.3f\n", taken.count());
  }
  double sum = 0;
  for (const double amount : pay) sum += amount;
  std::printf("sum %.2f\n", sum);
  return 0;
}
