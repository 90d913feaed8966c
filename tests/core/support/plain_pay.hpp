#pragma once
// An oracle for the pay of a volume: DOMAIN 4's sentences one after the other, in exact fractions,
// without the core's bounds, parts, pieces or sums.

#include <algorithm>
#include <vector>

#include "allymark/agree/tariff.hpp"
#include "support/fraction.hpp"

namespace test {

class PlainPay {
 public:
  PlainPay(const allymark::Clause& clause, const allymark::Reading& reading,
           const allymark::Basis& basis = {})
      : clause_(clause), reading_(reading), share_(basis.months, 12) {
    percent_ = allymark::by_percent(clause.tiers);
    if (percent_) {
      const Fraction carried = basis.amount ? Fraction(basis.amount->fen(), 100) : Fraction(1);
      worth_ = carried / (basis.amount ? Fraction(basis.units) : Fraction(1)) / Fraction(100);
    }
    for (const auto& tier : clause.tiers) {
      rates_.push_back(rate_of(percent_ ? tier.rate_pct : tier.rate));
      if (tier.up_to) bounds_.push_back(Fraction(*tier.up_to) * share_);
    }
    missed_rate_ = rate_of(percent_ ? clause.missed_pct : clause.missed_rate);
  }

  /// Whole fen; each line is rounded once.
  std::int64_t fen(Fraction volume) const {
    if (!met(volume)) return missed(volume);
    switch (reading_.tiers) {
      case allymark::TierReading::marginal: return marginal(volume);
      case allymark::TierReading::all_units:
        return line(volume, rates_[tier(volume)]) + flat(tier(volume));
      case allymark::TierReading::excess_at_reached: return excess(volume);
      case allymark::TierReading::linear_ramp: return ramp(volume);
    }
    return -1;
  }
  bool met(Fraction volume) const {
    if (!clause_.target) return true;
    const bool enough = !(volume < target());
    return reading_.met == allymark::MetRule::at_least ? enough : enough && !(volume == target());
  }
  /// Which tier a volume is in: on a bound the lower or the higher one, as the reading says.
  std::size_t tier(Fraction volume) const {
    std::size_t at = 0;
    for (const auto& bound : bounds_) {
      const bool over =
          reading_.bounds == allymark::BoundSide::lower ? volume > bound : !(volume < bound);
      if (over) ++at;
    }
    return at;
  }
  Fraction target() const { return Fraction(*clause_.target) * share_; }
  const std::vector<Fraction>& bounds() const { return bounds_; }

  /// What one unit can earn by its rate, in fen, least and most. A missed target that is
  /// interpolated climbs by up to twice the rise.
  std::pair<std::int64_t, std::int64_t> unit_earns() const {
    std::vector<Fraction> all = rates_;
    if (clause_.target) {
      all.push_back(missed_rate_);
      if (reading_.missed == allymark::MissedRule::interpolate) {
        all.push_back(rates_.front() + rates_.front() - missed_rate_);
      }
    }
    const auto less = [](const Fraction& a, const Fraction& b) { return a < b; };
    return {line(Fraction(1), *std::min_element(all.begin(), all.end(), less)),
            line(Fraction(1), *std::max_element(all.begin(), all.end(), less))};
  }

 private:
  /// Yuan per unit.
  Fraction rate_of(const allymark::Maybe<allymark::Decimal>& rate) const {
    return Fraction(rate.value_or(allymark::Decimal{})) * worth_;
  }
  std::int64_t fen_of(Fraction yuan) const {
    return (yuan * Fraction(100)).rounded(reading_.rounding);
  }
  std::int64_t line(Fraction units, Fraction rate) const { return fen_of(units * rate); }
  std::int64_t flat(std::size_t tier) const {
    const auto& flat = clause_.tiers[tier].flat;
    return flat ? fen_of(Fraction(*flat)) : 0;
  }

  std::int64_t missed(Fraction volume) const {
    const Fraction first = rates_.front();
    switch (reading_.missed) {
      case allymark::MissedRule::flat: return line(volume, missed_rate_);
      case allymark::MissedRule::interpolate:
        return line(volume, missed_rate_ + (first - missed_rate_) * volume / target());
      case allymark::MissedRule::shortfall_charge: {
        const Fraction charge =
            Fraction(clause_.shortfall_charge.value_or(allymark::Decimal{})) * worth_;
        return std::max<std::int64_t>(0, line(volume, first) - line(target() - volume, charge));
      }
    }
    return -1;
  }
  std::int64_t marginal(Fraction volume) const {
    std::int64_t sum = 0;
    Fraction from(0);
    for (std::size_t i = 0; i < rates_.size(); ++i) {
      const bool higher = reading_.bounds == allymark::BoundSide::higher;
      if (i > 0 && (higher ? volume < from : !(volume > from))) break;
      const bool beyond = i < bounds_.size() && bounds_[i] < volume;
      const Fraction end = beyond ? bounds_[i] : volume;
      sum += line(end - from, rates_[i]) + flat(i);
      if (!beyond && i < bounds_.size() && end < bounds_[i]) break;
      if (i < bounds_.size()) from = bounds_[i];
    }
    return sum;
  }
  std::int64_t excess(Fraction volume) const {
    const bool beyond = !bounds_.empty() && bounds_.front() < volume;
    const Fraction base = beyond ? bounds_.front() : volume;
    const std::int64_t sum = line(base, rates_.front()) + flat(0);
    const std::size_t at = tier(volume);
    return at == 0 ? sum : sum + line(volume - base, rates_[at]) + flat(at);
  }
  std::int64_t ramp(Fraction volume) const {
    if (bounds_.empty() || volume < bounds_.front()) return line(volume, rates_.front());
    const Fraction start = bounds_.front();
    const Fraction length = bounds_.back() - start;
    const bool beyond = bounds_.back() < volume;
    const Fraction climbed = beyond ? length : volume - start;
    std::int64_t sum = line(start, rates_.front());
    if (climbed > Fraction(0)) {
      const Fraction middle =
          rates_.front() + (rates_.back() - rates_.front()) * climbed / (Fraction(2) * length);
      sum += line(climbed, middle);
    }
    return beyond ? sum + line(volume - bounds_.back(), rates_.back()) : sum;
  }

  const allymark::Clause& clause_;
  allymark::Reading reading_;
  Fraction share_;  ///< of a year
  Fraction worth_ = Fraction(1);
  bool percent_ = false;
  std::vector<Fraction> rates_;   ///< yuan per unit
  std::vector<Fraction> bounds_;  ///< for the time counted
  Fraction missed_rate_;
};

}  // namespace test
