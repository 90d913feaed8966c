#include "allymark/agree/commission.hpp"

namespace allymark {
namespace {

void explain_line(const Line& line, const Quote& quote, const Tracer& tracer) {
  const std::string& unit = quote.unit;
  Inputs inputs;
  const char* op = "quantity_times_rate";
  switch (line.kind) {
    case LineKind::tier:
    case LineKind::missed:
      inputs =
          Inputs().with("quantity", *line.quantity, unit).with("rate", *line.rate, "yuan_per_unit");
      break;
    case LineKind::flat:
      op = "flat_amount";
      inputs = Inputs().with("flat", *line.rate, "yuan");
      break;
    case LineKind::ramp:
      op = "linear_ramp";
      inputs = Inputs()
                   .with("quantity", *line.quantity, unit)
                   .with("from", *line.from, unit)
                   .with("upTo", *line.up_to, unit);
      break;
    case LineKind::shortfall:
      op = "shortfall_charge";
      inputs =
          Inputs().with("missing", *line.quantity, unit).with("rate", *line.rate, "yuan_per_unit");
      break;
    case LineKind::deduction:
      op = !line.value      ? "deduction_not_measured"
           : *line.breached ? "deduction"
                            : "deduction_not_due";
      if (line.value) inputs.add("value", *line.value, *line.metric);
      inputs.add(*line.relation, *line.limit, *line.metric);
      inputs.add("percent", *line.percent, "percent");
      inputs.add("base", *line.base, "yuan");
      break;
    case LineKind::cap: op = "cap"; break;
    case LineKind::floor: op = "floor"; break;
  }
  tracer.step("amount", line.clause, op, std::move(inputs), line.amount, "yuan");
}

const char* reading_name(const Quote& quote) {
  return Tokens<TierReading>::names[static_cast<std::size_t>(quote.reading.tiers)];
}

}  // namespace

void explain(const Quote& quote, const Tracer& tracer) {
  if (!quote.gross) return;
  if (quote.target) {
    const bool at_least = quote.reading.met == MetRule::at_least;
    tracer.step(
        "met", "commission.target", at_least ? "at_least" : "above",
        Inputs().with("volume", quote.volume, quote.unit).with("target", *quote.target, quote.unit),
        *quote.met ? "met" : "missed", "");
  }
  const Place lines = tracer.place().member("lines");
  const Place cliffs = tracer.place().member("cliffs");
  Inputs gross;
  Inputs net;
  for (std::size_t i = 0; i < quote.lines.size(); ++i) {
    const Line& line = quote.lines[i];
    explain_line(line, quote, tracer.under(lines.index(i)));
    net.add(line.id, line.amount, "yuan");
    const bool earns = line.kind != LineKind::deduction && line.kind != LineKind::cap &&
                       line.kind != LineKind::floor;
    if (earns) gross.add(line.id, line.amount, "yuan");
  }
  tracer.step("gross", *quote.met ? "commission.tiers" : "commission.missed",
              *quote.met
                  ? reading_name(quote)
                  : Tokens<MissedRule>::names[static_cast<std::size_t>(quote.reading.missed)],
              std::move(gross), *quote.gross, "yuan");
  tracer.step("deducted", "commission.deductions",
              Tokens<Stacking>::names[static_cast<std::size_t>(quote.reading.deductions)],
              Inputs().with("gross", *quote.gross, "yuan"), *quote.deducted, "yuan");
  tracer.step("net", "commission.steps", "sum_of_lines", std::move(net), *quote.net, "yuan");
  if (quote.effective_rate) {
    tracer.step("effectiveRate", "commission.steps", "per_unit",
                Inputs().with("net", *quote.net, "yuan").with("volume", quote.volume, quote.unit),
                quote.effective_rate->rounded(2), "yuan_per_unit");
  }
  for (std::size_t i = 0; i < quote.cliffs.size(); ++i) {
    const Cliff& cliff = quote.cliffs[i];
    tracer.under(cliffs.index(i))
        .step("amount", "commission.cliff", "difference_of_neighbours",
              Inputs().with("after", cliff.after, "yuan").with("before", cliff.before, "yuan"),
              cliff.amount, "yuan");
  }
}

}  // namespace allymark
