// A million volumes at once, compiled for speed where the rest is compiled for size.

#include <cmath>

#include "allymark/agree/tariff.hpp"

namespace allymark {
namespace {

/// A straight piece in doubles, exact while pay stays a whole number of fen below 2^53.
struct Straight {
  double start;
  double offset;
  double rate;
};
constexpr double exact_below = 9007199254740992.0;

}  // namespace

bool all_between(const double* values, std::size_t count, double low, double high) {
  bool within = true;
  for (std::size_t i = 0; i < count; ++i) within &= values[i] >= low && values[i] <= high;
  return within;
}

void Tariff::gross_many(const double* volumes, double* pay, std::size_t count) const {
  List<Straight> line;  // last piece first
  double largest = 1e9;
  for (const auto& piece : pieces()) {
    const auto offset = static_cast<double>(piece.offset);
    const auto rate = static_cast<double>(piece.rate);
    line.push_back({static_cast<double>(piece.start), offset, rate});
    const double most = (exact_below - std::fabs(offset)) / (std::fabs(rate) + 1);
    if (most < largest) largest = most;
  }
  if (line.empty()) largest = -1;
  for (std::size_t i = 0; i < count; ++i) {
    const double volume = volumes[i];
    if (volume >= 0 && volume <= largest && std::floor(volume) == volume) {
      const Straight* piece = line.data();
      while (volume < piece->start) ++piece;
      pay[i] = (piece->offset + volume * piece->rate) / 100;
      continue;
    }
    const auto exact = Decimal::nanos(
        static_cast<std::int64_t>(std::llround(volume * static_cast<double>(Decimal::scale))));
    pay[i] = static_cast<double>(gross(exact).fen()) / 100;
  }
}

}  // namespace allymark
