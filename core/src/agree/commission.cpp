#include "allymark/agree/commission.hpp"

#include "allymark/base/codes.hpp"
#include "deductions.hpp"

namespace allymark {
namespace {

/// What deductions are taken from: the whole gross, or what lies above the first tier (0 when the
/// target is missed). Where one line prices everything, that is the same share of its units.
Money deduction_base(const Tariff& tariff, const List<Line>& lines, Money gross, Decimal volume) {
  if (tariff.reading().deducted_from != DeductedFrom::above_first_tier) return gross;
  if (!tariff.met(volume)) return Money();
  if (tariff.reading().tiers != TierReading::all_units) return gross - lines.front().amount;
  return tariff.above_first_tier(volume);
}

/// Gross, deductions, limits and claw-back of one volume under one reading.
struct Statement {
  List<Line> lines;
  List<Line> if_breached;
  Money gross;
  Money deducted;
  Money net;
  Money net_if_breached;
  Money clawed_back;
};

Line limit_line(LineKind kind, Money amount) {
  Line line;
  line.id = Tokens<LineKind>::names[static_cast<std::size_t>(kind)];
  line.kind = kind;
  line.clause = "commission.limits";
  line.amount = amount;
  return line;
}

/// Adds the cap's, floor's or guarantee's line, if it takes effect, and returns the amount then
/// due.
Money limit(const Tariff& tariff, Money due, List<Line>* lines) {
  const Clause& clause = tariff.clause();
  if (clause.cap && due > *clause.cap) {
    if (lines != nullptr) lines->push_back(limit_line(LineKind::cap, *clause.cap - due));
    due = *clause.cap;
  }
  if (clause.floor && due < *clause.floor) {
    if (lines != nullptr) lines->push_back(limit_line(LineKind::floor, *clause.floor - due));
    due = *clause.floor;
  }
  if (!clause.guarantee) return due;
  const Money least =
      Money::of_fraction(static_cast<Int128>(clause.guarantee->fen()) * tariff.basis().months, 1200,
                         tariff.reading().rounding);
  if (due >= least) return due;
  if (lines != nullptr) lines->push_back(limit_line(LineKind::guarantee, least - due));
  return least;
}

/// Adds a line for every policy that pays commission back and returns their sum.
Money claw_back(const Tariff& tariff, const List<Returned>& returned, List<Line>& lines) {
  Money sum = Money();
  std::int64_t number = 0;
  for (const auto& policy : returned) {
    Line line = limit_line(LineKind::clawback, Money());
    line.clause = "commission.clawback";
    line.id += Decimal::whole(++number).text();
    line.month = policy.month;
    line.base = policy.paid;
    line.percent = Decimal{};
    for (const auto& step : tariff.clause().clawback) {
      if (policy.month > step.up_to) continue;
      line.percent = step.percent;
      break;
    }
    const Money back = policy.paid.part(Percent::points(*line.percent), tariff.reading().rounding);
    line.amount = -back;
    sum = sum + back;
    lines.push_back(std::move(line));
  }
  return sum;
}

Statement make_statement(const Tariff& tariff, Decimal volume, const Quality& quality,
                         const List<Returned>& returned) {
  Statement result;
  const Clause& clause = tariff.clause();
  result.lines = tariff.lines(volume);
  result.gross = sum_of(result.lines);
  const Money base = deduction_base(tariff, result.lines, result.gross, volume);
  const Deductions deductions(clause, tariff.reading(), base);
  List<Line> taken = by_month(tariff.reading()) && !quality.months.empty()
                         ? Deductions::by_month(tariff, quality)
                         : deductions.lines(quality.found);
  result.deducted = -sum_of(taken);
  for (auto& line : taken) result.lines.push_back(std::move(line));
  const Money due = limit(tariff, result.gross - result.deducted, &result.lines);
  result.clawed_back = claw_back(tariff, returned, result.lines);
  result.net = due - result.clawed_back;
  result.if_breached = deductions.all_breached();
  result.net_if_breached =
      limit(tariff, result.gross + sum_of(result.if_breached), nullptr) - result.clawed_back;
  return result;
}

/// Whether another answer to a question can matter for this clause at all.
bool applies(const Clause& clause, const Field& question, bool months_known) {
  const std::string_view name = question.name;
  if (name == "measuredOver") return months_known && !clause.deductions.empty();
  if (name == "met" || name == "missed") return clause.target.has_value();
  if (name == "deductions" || name == "deductedFrom") return !clause.deductions.empty();
  return name != "rounding";
}

/// Prices every answer to every question of the clause at one volume. The questions are the fields
/// of a reading, so a new one is priced as soon as it stands in the table.
List<PricedReading> price_readings(const Tariff& tariff, Decimal volume,
                                   const AgreementData& agreement, Money net) {
  const Clause& clause = tariff.clause();
  const Reading& chosen = tariff.reading();
  const bool months_known = !agreement.monthly.empty();
  List<PricedReading> result;
  for (const Field& question : Describe<Reading>::fields) {
    if (!applies(clause, question, months_known)) continue;
    const auto answer_in = [&](auto& reading) {
      return reinterpret_cast<const std::uint8_t*>(&reading) + question.offset;
    };
    for (std::uint8_t i = 0; i < question.type->count; ++i) {
      Reading reading = chosen;
      *const_cast<std::uint8_t*>(answer_in(reading)) = i;
      if (reading.missed == MissedRule::shortfall_charge && !clause.shortfall_charge) continue;
      if (reading.deducted_from == DeductedFrom::months_in_breach && !months_known) continue;
      const Statement priced =
          make_statement(Tariff(clause, reading, tariff.basis()), volume,
                         quality_of(clause, reading, agreement), agreement.returned);
      result.push_back({question.name, question.type->tokens[i], i == *answer_in(chosen),
                        priced.gross, priced.net, priced.net - net});
    }
  }
  return result;
}

void note_quality(const Clause& clause, const List<std::optional<Measured>>& found, const Place& at,
                  Findings& findings) {
  Decimal percent;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Deduction& deduction = clause.deductions[i];
    if (!found[i]) {
      findings
          .add(finding_code::quality_not_measured, Severity::doubt,
               at.member("metrics").key(deduction.metric))
          .with("metric", deduction.metric)
          .with("percent", deduction.percent);
    } else if (deduction.limit.crossed(*found[i])) {
      percent = percent + deduction.percent;
    }
  }
  if (percent > Decimal::whole(100)) {
    findings.add(finding_code::deductions_capped, Severity::note, at).with("percent", percent);
  }
}

void note_clause(const Quote& quote, const Clause& clause, const Place& at, Findings& findings) {
  for (const auto& cliff : quote.cliffs) {
    findings.add(finding_code::cliff, Severity::doubt, at)
        .with("at", cliff.at)
        .with("amount", cliff.amount)
        .with("before", cliff.before)
        .with("after", cliff.after)
        .with("cause", Tokens<CliffCause>::names[static_cast<std::size_t>(cliff.cause)]);
  }
  if (clause.target && clause.tiers.front().up_to &&
      *clause.tiers.front().up_to != *clause.target) {
    findings.add(finding_code::target_differs_from_first_bound, Severity::doubt, at)
        .with("target", *clause.target)
        .with("bound", *clause.tiers.front().up_to);
  }
}

void fill_outlook(Quote& quote, const Tariff& tariff) {
  if (!*quote.met) {
    const Decimal goal = tariff.goal();
    quote.to_target = ToTarget{goal - quote.volume, tariff.gross(goal) - *quote.gross};
  }
  const List<Tier>& tiers = tariff.clause().tiers;
  const std::size_t i = tariff.reached(quote.volume);
  if (i + 1 < tiers.size()) {
    const Decimal bound = *tariff.bound(i);
    quote.to_next_tier = ToNextTier{bound, bound - quote.volume, tariff.rate(i + 1)};
  }
}

/// The plan and the downside, priced beside the year's own volume with nothing breached.
void fill_cases(Quote& quote, const Tariff& tariff, const AgreementData& agreement) {
  const auto add = [&](const char* name, const Maybe<Decimal>& volume) {
    if (!volume) return;
    const Money net = limit(tariff, tariff.gross(*volume), nullptr);
    quote.cases.push_back({name, *volume, tariff.met(*volume), net});
  };
  add("plan", agreement.planned_volume);
  add("downside", agreement.downside_volume);
}

/// What is counted before cancellations: units or, for percents of an amount alone, yuan.
Decimal signed_in(const AgreementData& agreement) {
  if (agreement.volume) return *agreement.volume;
  if (agreement.monthly.empty()) return agreement.amount->yuan();
  Decimal sum;
  for (const auto& month : agreement.monthly) sum = sum + month.volume;
  return sum;
}
bool counts_units(const AgreementData& agreement) {
  return agreement.volume || !agreement.monthly.empty();
}
Decimal left_of(const AgreementData& agreement) {
  return signed_in(agreement) - agreement.cancelled.value_or(Decimal{});
}

Basis basis_of(const AgreementData& agreement) {
  Basis basis;
  basis.months = agreement.months.value_or(12);
  if (counts_units(agreement)) basis.amount = agreement.amount;
  basis.units = signed_in(agreement);
  return basis;
}

/// The same with every month as it was told last.
AgreementData corrected(const AgreementData& agreement) {
  AgreementData result = agreement;
  result.monthly = as_told(agreement.monthly, agreement.corrections, std::nullopt);
  result.corrections = {};
  return result;
}

/// Repeats what was counted, as far as it was given.
void echo(Quote& quote, const AgreementData& agreement) {
  quote.contract_year = agreement.contract_year;
  quote.volume = left_of(agreement);
  quote.cancelled = agreement.cancelled;
  quote.months = agreement.months;
  quote.amount = agreement.amount;
}

}  // namespace

bool can_price(const AgreementData& agreement, bool percent) {
  return percent ? agreement.amount || !agreement.monthly.empty() : counts_units(agreement);
}

Due due(const Tariff& tariff, const AgreementData& agreement) {
  const Reading& reading = tariff.reading();
  if (reading.deducted_from == DeductedFrom::gross &&
      reading.measured_over != MeasuredOver::monthly && agreement.returned.empty()) {
    // Where no line is looked at, none is made.
    Due result;
    const Quality quality = quality_of(tariff.clause(), reading, agreement);
    result.gross = tariff.gross(left_of(agreement));
    result.deducted =
        -sum_of(Deductions(tariff.clause(), reading, result.gross).lines(quality.found));
    result.net = limit(tariff, result.gross - result.deducted, nullptr);
    return result;
  }
  const Statement statement =
      make_statement(tariff, left_of(agreement),
                     quality_of(tariff.clause(), tariff.reading(), agreement), agreement.returned);
  return {statement.gross, statement.deducted, statement.net};
}

void check_counts(const AgreementData& agreement, bool percent, const Place& at, Errors& errors) {
  if (!can_price(agreement, percent)) return;
  const Decimal counted = signed_in(agreement);
  if (agreement.cancelled && *agreement.cancelled > counted) {
    errors.add(error_code::cancelled_above_volume, at, "cancelled")
        .with("cancelled", *agreement.cancelled)
        .with("volume", counted);
  }
  if (percent && counted.is_zero() && agreement.amount && *agreement.amount > Money()) {
    errors.add(error_code::amount_without_units, at, "amount").with("amount", *agreement.amount);
  }
}

Quote quote(const Clause& clause, const Reading& reading, const AgreementData& agreement,
            const Place& at, Findings& findings, bool compared) {
  if (!agreement.corrections.empty()) {
    return quote(clause, reading, corrected(agreement), at, findings, compared);
  }
  const Tariff tariff(clause, reading, basis_of(agreement));
  const Quality quality = quality_of(clause, reading, agreement);
  const Decimal volume = left_of(agreement);
  Statement statement = make_statement(tariff, volume, quality, agreement.returned);

  Quote result;
  echo(result, agreement);
  result.payer = clause.payer;
  result.payee = clause.payee;
  result.currency = clause.currency.value_or(Currency{});
  const bool of_amounts =
      by_percent(clause.tiers) && !(counts_units(agreement) && agreement.amount);
  result.unit = of_amounts ? "yuan" : clause.unit;
  result.target = tariff.target();
  result.met = tariff.met(volume);
  result.reading = reading;
  result.gross = statement.gross;
  result.deducted = statement.deducted;
  result.net = statement.net;
  if (!agreement.returned.empty()) result.clawed_back = statement.clawed_back;
  if (!volume.is_zero()) result.effective_rate = ratio(statement.net.yuan(), volume);
  result.lines = std::move(statement.lines);
  result.cliffs = tariff.cliffs();
  fill_outlook(result, tariff);
  if (compared) result.readings = price_readings(tariff, volume, agreement, statement.net);
  if (compared && !clause.deductions.empty()) {
    result.if_breached =
        IfBreached{std::move(statement.if_breached), statement.net_if_breached, {}};
    for (std::size_t i = 0; i < std::size(Tokens<Stacking>::names); ++i) {
      Reading other = reading;
      other.deductions = static_cast<Stacking>(i);
      const Statement priced = make_statement(Tariff(clause, other, tariff.basis()), volume,
                                              quality, agreement.returned);
      result.if_breached->stackings.push_back({Tokens<Stacking>::names[i], priced.net_if_breached,
                                               priced.net_if_breached - result.if_breached->net,
                                               other.deductions == reading.deductions});
    }
  }
  fill_cases(result, tariff, agreement);
  if (by_month(reading) && quality.months.empty() && !clause.deductions.empty()) {
    findings.add(finding_code::months_needed, Severity::doubt, at, "monthly");
  }
  note_quality(clause, quality.found, at, findings);
  note_clause(result, clause, at, findings);
  return result;
}

Quote quote(const CommissionRules& rules, const AgreementData& agreement, const Place& at,
            Findings& findings, bool compared) {
  if (!agreement.corrections.empty()) {
    return quote(rules, corrected(agreement), at, findings, compared);
  }
  const YearRules& year = *year_of(rules, agreement.contract_year);
  const Reading reading = merge(rules.reading, agreement.reading);
  const auto clause = clause_of(rules, year, rules.later_years);
  if (clause) return quote(*clause, reading, agreement, at, findings, compared);
  Quote result;
  echo(result, agreement);
  result.payer = rules.payer;
  result.payee = rules.payee;
  result.currency = rules.currency.value_or(Currency{});
  result.unit = rules.unit;
  result.target = year.target;
  result.reading = reading;
  Params& prices = findings.add(finding_code::clause_undecided, Severity::block, at, "contractYear")
                       .with("year", Decimal::whole(agreement.contract_year))
                       .with("volume", result.volume);
  for (const LaterYears way : {LaterYears::keep, LaterYears::scale}) {
    const Clause filled = *clause_of(rules, year, way);
    const Statement priced =
        make_statement(Tariff(filled, reading, basis_of(agreement)), result.volume,
                       quality_of(filled, reading, agreement), agreement.returned);
    const char* name = Tokens<LaterYears>::names[static_cast<std::size_t>(way)];
    result.undecided.push_back({name, priced.gross, priced.net});
    prices.with(name, priced.net);
  }
  result.undecided.push_back({"table", std::nullopt, std::nullopt});
  return result;
}

PayCurve pay_curve(const Clause& clause, const Reading& reading, Decimal to) {
  PayCurve curve;
  curve.unit = clause.unit;
  curve.currency = clause.currency.value_or(Currency{});
  curve.target = clause.target;
  for (const auto& tier : clause.tiers) {
    if (tier.up_to) curve.bounds.push_back(*tier.up_to);
  }
  curve.cliffs = Tariff(clause, reading).cliffs();
  for (std::size_t i = 0; i < std::size(Tokens<TierReading>::names); ++i) {
    Reading other = reading;
    other.tiers = static_cast<TierReading>(i);
    const Tariff tariff(clause, other);
    CurveSeries series;
    series.choice = Tokens<TierReading>::names[i];
    series.chosen = other.tiers == reading.tiers;
    List<Decimal> volumes = {Decimal{}};
    for (const Decimal corner : tariff.corners()) {
      if (corner > Decimal{} && corner < to) volumes.push_back(corner);
    }
    if (to > Decimal{}) volumes.push_back(to);
    for (const Decimal volume : volumes) series.points.push_back({volume, tariff.gross(volume)});
    curve.series.push_back(std::move(series));
  }
  return curve;
}

}  // namespace allymark
