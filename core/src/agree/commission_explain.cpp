#include "allymark/agree/commission.hpp"

namespace allymark {
namespace {

void explain_line(const Line& line, const Quote& quote, const Tracer& tracer) {
  const std::string& unit = quote.unit;
  std::vector<Input> inputs;
  const char* op = "quantity_times_rate";
  switch (line.kind) {
    case LineKind::tier:
    case LineKind::missed:
      inputs = {{"quantity", *line.quantity, unit}, {"rate", *line.rate, "yuan_per_unit"}};
      break;
    case LineKind::flat:
      op = "flat_amount";
      inputs = {{"flat", *line.rate, "yuan"}};
      break;
    case LineKind::ramp:
      op = "linear_ramp";
      inputs = {{"quantity", *line.quantity, unit}, {"from", *line.from, unit}, {"upTo", *line.up_to, unit}};
      break;
    case LineKind::shortfall:
      op = "shortfall_charge";
      inputs = {{"missing", *line.quantity, unit}, {"rate", *line.rate, "yuan_per_unit"}};
      break;
    case LineKind::deduction:
      op = !line.value ? "deduction_not_measured" : *line.breached ? "deduction" : "deduction_not_due";
      if (line.value) inputs.push_back({"value", *line.value, *line.metric});
      inputs.push_back({*line.relation, *line.limit, *line.metric});
      inputs.push_back({"percent", *line.percent, "percent"});
      inputs.push_back({"base", *line.base, "yuan"});
      break;
    case LineKind::cap: op = "cap"; break;
    case LineKind::floor: op = "floor"; break;
  }
  tracer.step("/amount", line.clause, op, std::move(inputs), line.amount, "yuan");
}

const char* reading_name(const Quote& quote) {
  return Tokens<TierReading>::names[static_cast<std::size_t>(quote.reading.tiers)];
}

}  // namespace

void explain(const Quote& quote, const Tracer& tracer) {
  if (!quote.gross) return;
  if (quote.target) {
    const bool at_least = quote.reading.met == MetRule::at_least;
    tracer.step("/met", "commission.target", at_least ? "at_least" : "above",
                {{"volume", quote.volume, quote.unit}, {"target", *quote.target, quote.unit}},
                *quote.met ? "met" : "missed", "");
  }
  std::vector<Input> gross;
  std::vector<Input> net;
  for (std::size_t i = 0; i < quote.lines.size(); ++i) {
    const Line& line = quote.lines[i];
    explain_line(line, quote, tracer.under(child("/lines", i)));
    net.push_back({line.id, line.amount, "yuan"});
    const bool earns = line.kind != LineKind::deduction && line.kind != LineKind::cap && line.kind != LineKind::floor;
    if (earns) gross.push_back({line.id, line.amount, "yuan"});
  }
  tracer.step("/gross", *quote.met ? "commission.tiers" : "commission.missed",
              *quote.met ? reading_name(quote) : Tokens<MissedRule>::names[static_cast<std::size_t>(quote.reading.missed)],
              std::move(gross), *quote.gross, "yuan");
  tracer.step("/deducted", "commission.deductions",
              Tokens<Stacking>::names[static_cast<std::size_t>(quote.reading.deductions)],
              {{"gross", *quote.gross, "yuan"}}, *quote.deducted, "yuan");
  tracer.step("/net", "commission.steps", "sum_of_lines", std::move(net), *quote.net, "yuan");
  if (quote.effective_rate) {
    tracer.step("/effectiveRate", "commission.steps", "per_unit",
                {{"net", *quote.net, "yuan"}, {"volume", quote.volume, quote.unit}},
                quote.effective_rate->rounded(2), "yuan_per_unit");
  }
  for (std::size_t i = 0; i < quote.cliffs.size(); ++i) {
    const Cliff& cliff = quote.cliffs[i];
    tracer.step(child("/cliffs", i) + "/amount", "commission.cliff", "difference_of_neighbours",
                {{"after", cliff.after, "yuan"}, {"before", cliff.before, "yuan"}}, cliff.amount, "yuan");
  }
}

}  // namespace allymark
