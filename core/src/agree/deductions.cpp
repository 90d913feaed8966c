#include "deductions.hpp"

namespace allymark {
namespace {

List<std::optional<Measured>> find_figures(const Clause& clause,
                                           const Keyed<Measurement>& metrics) {
  List<std::optional<Measured>> result;
  for (const auto& deduction : clause.deductions)
    result.push_back(measured(metrics.find(deduction.metric)));
  return result;
}

}  // namespace

Money sum_of(const List<Line>& lines) {
  Money sum = Money();
  for (const auto& line : lines) sum = sum + line.amount;
  return sum;
}

Quality quality_of(const Clause& clause, const Reading& reading, const AgreementData& agreement) {
  Quality result;
  result.found = find_figures(clause, agreement.metrics);
  if (agreement.monthly.empty()) return result;
  for (std::size_t i = 0; i < result.found.size(); ++i) {
    if (result.found[i]) continue;
    result.found[i] =
        over_months(agreement.monthly, clause.deductions[i].metric, reading.measured_over);
  }
  if (!by_month(reading)) return result;
  Decimal volume;
  for (const auto& month : agreement.monthly) {
    volume = volume + month.volume;
    result.months.push_back({volume, find_figures(clause, month.metrics)});
  }
  return result;
}

bool by_month(const Reading& reading) {
  return reading.deducted_from == DeductedFrom::months_in_breach ||
         reading.measured_over == MeasuredOver::monthly;
}

List<Line> Deductions::lines(const List<std::optional<Measured>>& found) const {
  List<Line> result;
  for (std::size_t i = 0; i < clause_.deductions.size(); ++i) {
    const Deduction& deduction = clause_.deductions[i];
    Line line = blank(deduction);
    if (found[i]) line.value = found[i]->value();
    line.breached = found[i] && deduction.limit.crossed(*found[i]);
    result.push_back(std::move(line));
  }
  apply(result);
  return result;
}

List<Line> Deductions::by_month(const Tariff& tariff, const Quality& quality) {
  const Clause& clause = tariff.clause();
  List<Line> result = Deductions(clause, tariff.reading(), Money()).lines(quality.found);
  for (auto& line : result) line.breached = false;
  Money before;
  for (const auto& month : quality.months) {
    const Money gross = tariff.gross(month.volume);
    const List<Line> lines =
        Deductions(clause, tariff.reading(), gross - before).lines(month.found);
    before = gross;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!*lines[i].breached) continue;
      result[i].breached = true;
      result[i].base = *result[i].base + *lines[i].base;
      result[i].amount = result[i].amount + lines[i].amount;
    }
  }
  return result;
}

List<Line> Deductions::all_breached() const {
  List<Line> result;
  for (const auto& deduction : clause_.deductions) {
    Line line = blank(deduction);
    line.breached = true;
    result.push_back(std::move(line));
  }
  apply(result);
  return result;
}

Line Deductions::blank(const Deduction& deduction) const {
  Line line;
  line.id = deduction.id;
  line.kind = LineKind::deduction;
  line.clause = "commission.deductions";
  line.metric = deduction.metric;
  line.limit = deduction.limit.figure();
  line.relation = deduction.limit.above ? "above" : "below";
  line.percent = deduction.percent;
  line.base = base_;
  line.amount = Money();
  return line;
}

void Deductions::apply(List<Line>& lines) const {
  switch (reading_.deductions) {
    case Stacking::add: return add(lines);
    case Stacking::multiply: return multiply_out(lines);
    case Stacking::larger: return larger(lines);
  }
}

void Deductions::take(Line& line, Decimal percent) const {
  line.amount = -line.base->part(Percent::points(percent), reading_.rounding);
}

void Deductions::add(List<Line>& lines) const {
  Decimal left = Decimal::whole(100);
  for (auto& line : lines) {
    if (!*line.breached) continue;
    const Decimal percent = *line.percent < left ? *line.percent : left;
    take(line, percent);
    left = left - percent;
  }
}

void Deductions::multiply_out(List<Line>& lines) const {
  Money rest = base_;
  for (auto& line : lines) {
    line.base = rest;
    if (!*line.breached) continue;
    take(line, *line.percent);
    rest = rest + line.amount;
  }
}

void Deductions::larger(List<Line>& lines) const {
  Line* largest = nullptr;
  for (auto& line : lines) {
    if (*line.breached && (largest == nullptr || *line.percent > *largest->percent))
      largest = &line;
  }
  if (largest != nullptr) take(*largest, *largest->percent);
}

}  // namespace allymark
