#include "allymark/agree/tariff.hpp"

#include <algorithm>
#include <cmath>

#include "allymark/base/order.hpp"

namespace allymark {
namespace {

/// One priced piece of a volume, before it is a line or a sum.
struct Piece {
  LineKind kind;
  Decimal from;
  std::optional<Decimal> up_to;
  Decimal quantity;
  std::optional<Decimal> rate;
  Money amount;
};

struct SumSink {
  Money sum;
  void add(const Piece& piece) { sum = sum + piece.amount; }
};

struct LineSink {
  std::vector<Line> lines;
  void add(const Piece& piece) {
    Line line;
    line.kind = piece.kind;
    line.id = Tokens<LineKind>::names[static_cast<std::size_t>(piece.kind)];
    line.id += Decimal::whole(static_cast<std::int64_t>(lines.size()) + 1).text();
    line.clause = piece.kind == LineKind::missed || piece.kind == LineKind::shortfall
                      ? "commission.missed"
                      : "commission.tiers";
    line.from = piece.from;
    line.up_to = piece.up_to;
    line.quantity = piece.quantity;
    line.rate = piece.rate;
    line.amount = piece.amount;
    lines.push_back(std::move(line));
  }
};

Decimal smaller(Decimal a, Decimal b) { return a < b ? a : b; }
Decimal above_zero(Decimal value) { return value.is_negative() ? Decimal{} : value; }

}  // namespace

Tariff::Tariff(const Clause& clause, const Reading& reading) : clause_(clause), reading_(reading) {
  Decimal from;
  Money cumulative = Money();
  for (const auto& tier : clause_.tiers) {
    Step step;
    step.from = from;
    step.up_to = tier.up_to;
    step.rate = tier.rate.value_or(Decimal{});
    step.flat = tier.flat;
    step.cumulative = cumulative;
    step.full = Money();
    if (tier.up_to) {
      step.full = amount(*tier.up_to - from, step.rate);
      from = *tier.up_to;
    }
    const Money flat = amount(Decimal::whole(1), step.flat.value_or(Decimal{}));
    step.cumulative = step.cumulative + flat;
    cumulative = step.cumulative + step.full;
    steps_.push_back(std::move(step));
  }
}

Money Tariff::amount(Decimal quantity, Decimal rate) const {
  return Money::of(quantity, rate, reading_.rounding);
}

bool Tariff::met(Decimal volume) const {
  if (!clause_.target) return true;
  return reading_.met == MetRule::at_least ? volume >= *clause_.target : volume > *clause_.target;
}

std::size_t Tariff::reached(Decimal volume) const {
  std::size_t i = 0;
  while (i + 1 < steps_.size()) {
    const Decimal bound = *steps_[i].up_to;
    const bool stays = reading_.bounds == BoundSide::lower ? volume <= bound : volume < bound;
    if (stays) break;
    ++i;
  }
  return i;
}

template <class Sink>
void Tariff::price_missed(Decimal volume, Sink& sink) const {
  const Decimal missed_rate = *clause_.missed_rate;
  const Decimal first_rate = steps_.front().rate;
  const Decimal target = *clause_.target;
  switch (reading_.missed) {
    case MissedRule::flat:
      sink.add(
          {LineKind::missed, {}, std::nullopt, volume, missed_rate, amount(volume, missed_rate)});
      return;
    case MissedRule::interpolate: {
      // volume x (missed + (first - missed) x volume / target), rounded once.
      const Factor v = Factor::of(volume);
      const Factor t = Factor::of(target);
      const Factor low = Factor::of(missed_rate);
      const Factor rise = Factor::of(first_rate - missed_rate);
      const Int128 base = multiply(multiply(low.mantissa, t.mantissa), multiply(v.unit, rise.unit));
      const Int128 grown =
          multiply(multiply(rise.mantissa, v.mantissa), multiply(t.unit, low.unit));
      const Int128 bottom = multiply(multiply(low.unit, rise.unit), multiply(t.mantissa, v.unit));
      const Money pay = Money::of_fraction(multiply(base + grown, v.mantissa),
                                           multiply(bottom, v.unit), reading_.rounding);
      const Decimal rate = missed_rate + (first_rate - missed_rate) * ratio(volume, target);
      sink.add({LineKind::missed, {}, std::nullopt, volume, rate, pay});
      return;
    }
    case MissedRule::shortfall_charge: {
      const Money pay = amount(volume, first_rate);
      const Decimal missing = target - volume;
      const Decimal charge_rate = clause_.shortfall_charge.value_or(Decimal{});
      const Money charge = amount(missing, charge_rate);
      sink.add({LineKind::missed, {}, std::nullopt, volume, first_rate, pay});
      sink.add({LineKind::shortfall, volume, target, missing, charge_rate,
                charge > pay ? -pay : -charge});
      return;
    }
  }
}

template <class Sink>
void Tariff::price_ramp(Decimal volume, Sink& sink) const {
  const Step& first = steps_.front();
  const Step& last = steps_.back();
  const Decimal start = first.up_to.value_or(volume);
  const Decimal base = smaller(volume, start);
  sink.add({LineKind::tier, {}, first.up_to, base, first.rate, amount(base, first.rate)});
  const Decimal climbed = smaller(above_zero(volume - start), last.from - start);
  if (climbed > Decimal{}) {
    // climbed x first + (last - first) x climbed^2 / (2 x length), rounded once.
    const Factor x = Factor::of(climbed);
    const Factor length = Factor::of(last.from - start);
    const Factor low = Factor::of(first.rate);
    const Factor rise = Factor::of(last.rate - first.rate);
    const Int128 level = multiply(multiply(2 * static_cast<Int128>(low.mantissa), length.mantissa),
                                  multiply(x.unit, rise.unit));
    const Int128 slope =
        multiply(multiply(rise.mantissa, x.mantissa), multiply(length.unit, low.unit));
    const Int128 bottom = multiply(multiply(low.unit, rise.unit),
                                   multiply(2 * static_cast<Int128>(length.mantissa), x.unit));
    const Money pay = Money::of_fraction(multiply(level + slope, x.mantissa),
                                         multiply(bottom, x.unit), reading_.rounding);
    sink.add({LineKind::ramp, start, last.from, climbed, std::nullopt, pay});
  }
  const Decimal rest = above_zero(volume - last.from);
  if (steps_.size() > 1 && rest > Decimal{}) {
    sink.add({LineKind::tier, last.from, std::nullopt, rest, last.rate, amount(rest, last.rate)});
  }
}

template <class Sink>
void Tariff::price(Decimal volume, Sink& sink) const {
  if (!met(volume)) {
    price_missed(volume, sink);
    return;
  }
  const std::size_t top = reached(volume);
  const auto add_flat = [&](const Step& step) {
    if (!step.flat) return;
    sink.add({LineKind::flat, step.from, step.up_to, Decimal::whole(1), step.flat,
              amount(Decimal::whole(1), *step.flat)});
  };
  switch (reading_.tiers) {
    case TierReading::marginal:
      for (std::size_t i = 0; i < steps_.size(); ++i) {
        const Step& step = steps_[i];
        const bool entered =
            i == 0 || volume > step.from || (i <= top && reading_.bounds == BoundSide::higher);
        if (!entered) break;
        const Decimal end = step.up_to ? smaller(volume, *step.up_to) : volume;
        const Decimal units = end - step.from;
        sink.add(
            {LineKind::tier, step.from, step.up_to, units, step.rate, amount(units, step.rate)});
        add_flat(step);
      }
      return;
    case TierReading::all_units: {
      const Step& step = steps_[top];
      sink.add({LineKind::tier, {}, step.up_to, volume, step.rate, amount(volume, step.rate)});
      add_flat(step);
      return;
    }
    case TierReading::excess_at_reached: {
      const Step& first = steps_.front();
      const Decimal base = first.up_to ? smaller(volume, *first.up_to) : volume;
      sink.add({LineKind::tier, {}, first.up_to, base, first.rate, amount(base, first.rate)});
      add_flat(first);
      if (top == 0) return;
      const Step& step = steps_[top];
      const Decimal excess = volume - base;
      sink.add({LineKind::tier, base, step.up_to, excess, step.rate, amount(excess, step.rate)});
      add_flat(step);
      return;
    }
    case TierReading::linear_ramp: price_ramp(volume, sink); return;
  }
}

std::vector<Line> Tariff::lines(Decimal volume) const {
  LineSink sink;
  price(volume, sink);
  return std::move(sink.lines);
}

Money Tariff::gross(Decimal volume) const {
  SumSink sink{Money()};
  price(volume, sink);
  return sink.sum;
}

void Tariff::gross_many(const double* volumes, double* pay, std::size_t count) const {
  for (std::size_t i = 0; i < count; ++i) {
    const auto volume = Decimal::nanos(
        static_cast<std::int64_t>(std::llround(volumes[i] * static_cast<double>(Decimal::scale))));
    pay[i] = static_cast<double>(gross(volume).fen()) / 100;
  }
}

Tariff::Earned Tariff::unit_earnings() const {
  const Decimal first = steps_.front().rate;
  Decimal highest = first;
  Decimal lowest = first;
  const auto include = [&](Decimal rate) {
    if (rate > highest) highest = rate;
    if (rate < lowest) lowest = rate;
  };
  for (const auto& step : steps_) include(step.rate);
  if (clause_.missed_rate) {
    include(*clause_.missed_rate);
    // volume x (missed + rise x volume / target) climbs by up to twice the rise.
    if (reading_.missed == MissedRule::interpolate) include(first + first - *clause_.missed_rate);
  }
  const Decimal one = Decimal::whole(1);
  return {amount(one, lowest), amount(one, highest)};
}

std::vector<Cliff> Tariff::cliffs() const {
  struct Jump {
    Decimal at;
    CliffCause cause;
  };
  const Decimal one = Decimal::whole(1);
  std::vector<Jump> places;
  if (clause_.target) {
    const bool inclusive = reading_.met == MetRule::at_least;
    places.push_back({inclusive ? *clause_.target : *clause_.target + one, CliffCause::target});
  }
  for (const auto& step : steps_) {
    if (!step.up_to) continue;
    const Decimal at = reading_.bounds == BoundSide::lower ? *step.up_to + one : *step.up_to;
    places.push_back({at, CliffCause::tier});
  }
  sort(places, [](const Jump& a, const Jump& b) { return a.at < b.at; });

  // A jump is worth more, or less, than any single unit earns by its rate.
  const Earned earned = unit_earnings();
  std::vector<Cliff> result;
  for (const auto& place : places) {
    if (place.at < one || (!result.empty() && result.back().at == place.at)) continue;
    const Money before = gross(place.at - one);
    const Money after = gross(place.at);
    const Money worth = after - before;
    if (worth > earned.highest || worth < earned.lowest) {
      result.push_back({place.at, before, after, worth, place.cause});
    }
  }
  return result;
}

std::vector<Decimal> Tariff::corners() const {
  const Decimal one = Decimal::whole(1);
  std::vector<Decimal> result;
  const auto add = [&](Decimal at) {
    if (at >= one) result.push_back(at - one);
    result.push_back(at);
    result.push_back(at + one);
  };
  if (clause_.target) add(*clause_.target);
  for (const auto& step : steps_) {
    if (step.up_to) add(*step.up_to);
  }
  const bool curved =
      reading_.tiers == TierReading::linear_ramp || reading_.missed == MissedRule::interpolate;
  if (curved && steps_.size() > 1) {
    constexpr int pieces = 24;
    for (int i = 1; i < pieces; ++i) {
      result.push_back(
          (steps_.back().from * ratio(Decimal::whole(i), Decimal::whole(pieces))).rounded(0));
    }
  }
  sort(result, [](Decimal a, Decimal b) { return a < b; });
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

}  // namespace allymark
