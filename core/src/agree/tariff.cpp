#include "allymark/agree/tariff.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "allymark/base/order.hpp"

namespace allymark {
namespace {

/// One priced part of a volume, before it is a line or a sum; bounds and quantity in parts.
struct Priced {
  LineKind kind;
  Decimal from;
  Maybe<Decimal> up_to;
  Decimal quantity;
  Maybe<Decimal> rate;
  Money amount;
};

}  // namespace

/// Takes the parts of a volume's pay: their sum, and the lines where they are wanted.
struct Tariff::Sink {
  Money sum;
  List<Line>* lines = nullptr;

  void add(const Priced& piece) {
    sum = sum + piece.amount;
    if (lines == nullptr) return;
    Line line;
    line.kind = piece.kind;
    line.id = Tokens<LineKind>::names[static_cast<std::size_t>(piece.kind)];
    line.id += Decimal::whole(static_cast<std::int64_t>(lines->size()) + 1).text();
    line.clause = piece.kind == LineKind::missed || piece.kind == LineKind::shortfall
                      ? "commission.missed"
                      : "commission.tiers";
    line.from = piece.from;
    line.up_to = piece.up_to;
    line.quantity = piece.quantity;
    line.rate = piece.rate;
    line.amount = piece.amount;
    lines->push_back(std::move(line));
  }
};

namespace {

Decimal smaller(Decimal a, Decimal b) { return a < b ? a : b; }
Decimal above_zero(Decimal value) { return value.is_negative() ? Decimal{} : value; }

}  // namespace

Tariff::Tariff(const Clause& clause, const Reading& reading, const Basis& basis)
    : clause_(clause), reading_(reading), basis_(basis), percent_(by_percent(clause.tiers)) {
  const std::int64_t shared = std::gcd(basis.months, std::int64_t{12});
  const std::int64_t share = basis.months / shared;
  parts_ = 12 / shared;
  const auto scaled = [share](const Maybe<Decimal>& bound) {
    return bound ? Maybe(Decimal::nanos(multiply_divide(bound->nanos(), share, 1))) : bound;
  };
  if (percent_) {
    const Factor units = Factor::of(basis.amount ? basis.units : Decimal::whole(1));
    carried_top_ = basis.amount ? static_cast<Int128>(basis.amount->fen()) * units.unit : 100;
    carried_bottom_ = units.mantissa == 0 ? 1 : static_cast<Int128>(units.mantissa) * 10'000;
  }
  carried_bottom_ = carried_bottom_ * parts_;
  target_ = scaled(clause_.target);
  missed_rate_ = (percent_ ? clause_.missed_pct : clause_.missed_rate).value_or(Decimal{});
  Decimal from;
  for (const auto& tier : clause_.tiers) {
    const auto up_to = scaled(tier.up_to);
    const auto& rate = percent_ ? tier.rate_pct : tier.rate;
    steps_.push_back({from, up_to, rate.value_or(Decimal{}), tier.flat});
    if (up_to) from = *up_to;
  }
}

Decimal Tariff::parts(Decimal volume) const {
  return parts_ == 1 ? volume : Decimal::nanos(multiply_divide(volume.nanos(), parts_, 1));
}
Decimal Tariff::units(Decimal parts) const {
  return Decimal::nanos(multiply_divide(parts.nanos(), 1, parts_));
}

Decimal Tariff::reaching(Decimal bound, bool inclusive) const {
  const std::int64_t unit = Decimal::scale * parts_;
  const bool exact = bound.nanos() % unit == 0;
  return Decimal::whole(bound.nanos() / unit + (inclusive && exact ? 0 : 1));
}

Maybe<Decimal> Tariff::target() const { return target_ ? Maybe(units(*target_)) : std::nullopt; }
Decimal Tariff::goal() const { return reaching(*target_, reading_.met == MetRule::at_least); }
Maybe<Decimal> Tariff::bound(std::size_t tier) const {
  return steps_[tier].up_to ? Maybe(units(*steps_[tier].up_to)) : std::nullopt;
}
Decimal Tariff::rate(std::size_t tier) const {
  const Int128 worth = multiply(multiply(steps_[tier].rate.nanos(), carried_top_), parts_);
  return Decimal::nanos(narrow(divide(worth, carried_bottom_)));
}
Money Tariff::above_first_tier(Decimal volume) const {
  const Decimal all = parts(volume);
  const Decimal bound = steps_.front().up_to.value_or(all);
  return all <= bound ? Money() : amount(all - bound, steps_[tier_of(all)].rate);
}

Money Tariff::amount(Decimal parts, Decimal rate) const {
  if (carried_top_ == carried_bottom_) return Money::of(parts, rate, reading_.rounding);
  const Factor quantity = Factor::of(parts);
  const Factor price = Factor::of(rate);
  return carried(static_cast<Int128>(quantity.mantissa) * price.mantissa,
                 static_cast<Int128>(quantity.unit) * price.unit);
}

Money Tariff::carried(Int128 top, Int128 bottom) const {
  return Money::of_fraction(multiply(top, carried_top_), multiply(bottom, carried_bottom_),
                            reading_.rounding);
}

bool Tariff::met(Decimal volume) const { return meets(parts(volume)); }
std::size_t Tariff::reached(Decimal volume) const { return tier_of(parts(volume)); }

bool Tariff::meets(Decimal parts) const {
  if (!target_) return true;
  return reading_.met == MetRule::at_least ? parts >= *target_ : parts > *target_;
}

std::size_t Tariff::tier_of(Decimal parts) const {
  std::size_t i = 0;
  while (i + 1 < steps_.size()) {
    const Decimal bound = *steps_[i].up_to;
    const bool stays = reading_.bounds == BoundSide::lower ? parts <= bound : parts < bound;
    if (stays) break;
    ++i;
  }
  return i;
}

void Tariff::price_missed(Decimal volume, Sink& sink) const {
  const Decimal missed_rate = missed_rate_;
  const Decimal first_rate = steps_.front().rate;
  const Decimal target = *target_;
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
      const Money pay = carried(multiply(base + grown, v.mantissa), multiply(bottom, v.unit));
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
    const Money pay = carried(multiply(level + slope, x.mantissa), multiply(bottom, x.unit));
    sink.add({LineKind::ramp, start, last.from, climbed, std::nullopt, pay});
  }
  const Decimal rest = above_zero(volume - last.from);
  if (steps_.size() > 1 && rest > Decimal{}) {
    sink.add({LineKind::tier, last.from, std::nullopt, rest, last.rate, amount(rest, last.rate)});
  }
}

void Tariff::price(Decimal volume, Sink& sink) const {
  if (!meets(volume)) {
    price_missed(volume, sink);
    return;
  }
  const std::size_t top = tier_of(volume);
  const auto add_flat = [&](const Step& step) {
    if (!step.flat) return;
    sink.add({LineKind::flat, step.from, step.up_to, Decimal::whole(1), step.flat,
              Money::of(*step.flat, Decimal::whole(1), reading_.rounding)});
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

void Tariff::finish(Line& line) const {
  if (line.kind == LineKind::flat) return;
  if (percent_) {
    line.base = amount(*line.quantity, Decimal::whole(100));
    line.rate_pct = line.rate;
    line.rate.reset();
  }
  line.quantity = units(*line.quantity);
}

List<Line> Tariff::lines(Decimal volume) const {
  List<Line> lines;
  Sink sink{{}, &lines};
  price(parts(volume), sink);
  if (percent_ || parts_ != 1) {
    for (auto& line : lines) {
      finish(line);
      line.from = units(*line.from);
      if (line.up_to) line.up_to = units(*line.up_to);
    }
  }
  return lines;
}

Money Tariff::gross(Decimal volume) const {
  Sink sink;
  price(parts(volume), sink);
  return sink.sum;
}

/// Whether pay for whole volumes is straight, in whole fen, between the corners.
bool Tariff::is_straight() const {
  if (percent_ || parts_ != 1 || reading_.tiers == TierReading::linear_ramp) return false;
  if (target_ && reading_.missed != MissedRule::flat) return false;
  constexpr std::int64_t fen = Decimal::scale / 100;
  bool straight = missed_rate_.nanos() % fen == 0 && target_.value_or(Decimal{}).is_whole();
  for (const auto& step : steps_) {
    straight =
        straight && step.rate.nanos() % fen == 0 && step.up_to.value_or(step.from).is_whole();
  }
  return straight;
}

List<Tariff::Piece> Tariff::pieces() const {
  List<Piece> result;  // last piece first
  if (!is_straight()) return result;
  const List<Decimal> starts = corners();
  for (std::size_t i = starts.size() + 1; i-- > 0;) {
    const Decimal from = i == 0 ? Decimal{} : starts[i - 1];
    const std::int64_t start = from.truncated();
    const std::int64_t length = result.empty() ? 2 : result.back().start - start;
    if (length == 0) continue;
    const std::int64_t pay = gross(from).fen();
    const std::int64_t next = gross(from + Decimal::whole(1)).fen();
    const std::int64_t rate = length > 1 ? next - pay : 0;
    const Piece piece{start, pay - start * rate, rate};
    const bool same = !result.empty() && result.back().at(start) == pay &&
                      (length == 1 || result.back().rate == rate);
    if (same) {
      result.back().start = start;
    } else {
      result.push_back(piece);
    }
  }
  return result;
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
  if (target_) {
    include(missed_rate_);
    // volume x (missed + rise x volume / target) climbs by up to twice the rise.
    if (reading_.missed == MissedRule::interpolate) include(first + first - missed_rate_);
  }
  const Decimal one = Decimal::whole(parts_);
  // Where a unit is worth no whole fen, two rounded lines may move by one each.
  const Money slack = Money::fen(carried_top_ == carried_bottom_ ? 0 : 2);
  return {amount(one, lowest) - slack, amount(one, highest) + slack};
}

List<Cliff> Tariff::cliffs() const {
  struct Jump {
    Decimal at;
    CliffCause cause;
  };
  const Decimal one = Decimal::whole(1);
  List<Jump> places;
  if (target_) places.push_back({goal(), CliffCause::target});
  for (const auto& step : steps_) {
    if (!step.up_to) continue;
    places.push_back(
        {reaching(*step.up_to, reading_.bounds == BoundSide::higher), CliffCause::tier});
  }
  sort(places, [](const Jump& a, const Jump& b) { return a.at < b.at; });

  // A jump is worth more, or less, than any single unit earns by its rate.
  const Earned earned = unit_earnings();
  List<Cliff> result;
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

List<Decimal> Tariff::corners() const {
  const Decimal one = Decimal::whole(1);
  List<Decimal> result;
  const auto add = [&](Decimal at) {
    if (at >= one) result.push_back(at - one);
    result.push_back(at);
    result.push_back(at + one);
  };
  if (target_) add(*target_);
  for (const auto& step : steps_) {
    if (step.up_to) add(*step.up_to);
  }
  const bool curved =
      reading_.tiers == TierReading::linear_ramp || reading_.missed == MissedRule::interpolate;
  if (curved && steps_.size() > 1) {
    constexpr int pieces = 24;
    for (int i = 1; i < pieces; ++i) {
      result.push_back(
          Decimal::nanos(multiply_divide(steps_.back().from.nanos(), i, pieces)).rounded(0));
    }
  }
  sort(result, [](Decimal a, Decimal b) { return a < b; });
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

}  // namespace allymark
