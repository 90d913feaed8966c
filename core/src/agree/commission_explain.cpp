#include "allymark/agree/commission.hpp"

namespace allymark {
namespace {

template <class T>
const char* name_of(T token) {
  return Tokens<T>::names[static_cast<std::size_t>(token)];
}

const char* op_of(const Line& line) {
  switch (line.kind) {
    case LineKind::tier:
    case LineKind::missed: return line.rate_pct ? "percent_of_amount" : "quantity_times_rate";
    case LineKind::flat: return "flat_amount";
    case LineKind::ramp: return "linear_ramp";
    case LineKind::shortfall: return "shortfall_charge";
    case LineKind::deduction:
      return !line.value      ? "deduction_not_measured"
             : *line.breached ? "deduction"
                              : "deduction_not_due";
    case LineKind::cap: return "cap";
    case LineKind::floor: return "floor";
    case LineKind::guarantee: return "floor";
    case LineKind::clawback: return "claw_back";
  }
  return "";
}

bool earns(const Line& line) { return line.kind < LineKind::deduction; }

void explain_line(const Line& line, const Quote& quote, const Tracer& tracer) {
  Step& step = tracer.step("amount", line.clause, op_of(line));
  if (line.quantity && line.kind != LineKind::flat)
    step.with("quantity", *line.quantity, quote.unit);
  const bool lump = line.kind == LineKind::flat;
  if (line.rate) step.with("rate", *line.rate, lump ? "yuan" : "yuan_per_unit");
  if (line.rate_pct) step.with("percent", *line.rate_pct, "percent");
  if (line.month) {
    step.with("month", Decimal::whole(*line.month), "months")
        .with("percent", *line.percent, "percent");
  }
  if (line.base && line.kind != LineKind::deduction) step.with("base", *line.base, "yuan");
  if (line.kind == LineKind::ramp) {
    step.with("from", *line.from, quote.unit).with("upTo", *line.up_to, quote.unit);
  }
  if (line.kind == LineKind::deduction) {
    if (line.value) step.with("value", *line.value, *line.metric);
    step.with(*line.relation, *line.limit, *line.metric)
        .with("percent", *line.percent, "percent")
        .with("base", *line.base, "yuan");
  }
  step.gives(line.amount, "yuan");
}

}  // namespace

void explain(const Quote& quote, const Tracer& tracer) {
  if (!quote.gross) return;
  if (quote.cancelled) {
    tracer.step("volume", "commission.steps", "less_cancelled")
        .with("signed", quote.volume + *quote.cancelled, quote.unit)
        .with("cancelled", *quote.cancelled, quote.unit)
        .gives(quote.volume, quote.unit);
  }
  if (quote.target) {
    tracer.step("met", "commission.target", name_of(quote.reading.met))
        .with("volume", quote.volume, quote.unit)
        .with("target", *quote.target, quote.unit)
        .gives(*quote.met ? "met" : "missed");
  }
  const Place lines = tracer.place().member("lines");
  for (std::size_t i = 0; i < quote.lines.size(); ++i) {
    explain_line(quote.lines[i], quote, tracer.under(lines.index(i)));
  }
  Step& gross = *quote.met
                    ? tracer.step("gross", "commission.tiers", name_of(quote.reading.tiers))
                    : tracer.step("gross", "commission.missed", name_of(quote.reading.missed));
  for (const auto& line : quote.lines) {
    if (earns(line)) gross.with(line.id, line.amount, "yuan");
  }
  gross.gives(*quote.gross, "yuan");
  tracer.step("deducted", "commission.deductions", name_of(quote.reading.deductions))
      .with("gross", *quote.gross, "yuan")
      .gives(*quote.deducted, "yuan");
  Step& net = tracer.step("net", "commission.steps", "sum_of_lines");
  for (const auto& line : quote.lines) net.with(line.id, line.amount, "yuan");
  net.gives(*quote.net, "yuan");
  if (quote.effective_rate) {
    tracer.step("effectiveRate", "commission.steps", "per_unit")
        .with("net", *quote.net, "yuan")
        .with("volume", quote.volume, quote.unit)
        .gives(quote.effective_rate->rounded(2), "yuan_per_unit");
  }
  const Place cliffs = tracer.place().member("cliffs");
  for (std::size_t i = 0; i < quote.cliffs.size(); ++i) {
    const Cliff& cliff = quote.cliffs[i];
    tracer.under(cliffs.index(i))
        .step("amount", "commission.cliff", "difference_of_neighbours")
        .with("after", cliff.after, "yuan")
        .with("before", cliff.before, "yuan")
        .gives(cliff.amount, "yuan");
  }
  const Place readings = tracer.place().member("readings");
  for (std::size_t i = 0; i < quote.readings.size(); ++i) {
    const PricedReading& reading = quote.readings[i];
    tracer.under(readings.index(i))
        .step("net", "commission.steps", "net_of_reading")
        .with("gross", reading.gross, "yuan")
        .with("deducted", reading.net - reading.gross, "yuan")
        .gives(reading.net, "yuan");
  }
}

}  // namespace allymark
