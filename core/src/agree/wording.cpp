#include "allymark/agree/wording.hpp"

namespace allymark {
namespace {

/// Collects sentences; a code may end in the name of a choice.
class Writer {
 public:
  Params& say(const char* code) {
    sentences_.push_back({code, {}});
    return sentences_.back().params;
  }
  template <class Choice>
  Params& say(const char* code, Choice choice) {
    Params& params = say(code);
    sentences_.back().code += Tokens<Choice>::names[static_cast<std::size_t>(choice)];
    return params;
  }
  List<Sentence> take() { return std::move(sentences_); }

 private:
  List<Sentence> sentences_;
};

/// What a rate is in: percent, or the currency's code.
std::string basis_of(const Clause& clause) {
  if (by_percent(clause.tiers)) return "percent";
  return std::string(clause.currency.value_or(Currency{}).code());
}

void tiers(Writer& out, const Clause& clause, const Reading& reading) {
  const bool percent = by_percent(clause.tiers);
  out.say("tiers.", reading.tiers);
  Maybe<Decimal> from;
  for (const auto& tier : clause.tiers) {
    const char* code = !from ? (tier.up_to ? "tier.first" : "tier.only")
                             : (tier.up_to ? "tier.next" : "tier.last");
    Params& params = out.say(code);
    if (from) params.with("from", *from);
    if (tier.up_to) params.with("upTo", *tier.up_to);
    const auto& rate = percent ? tier.rate_pct : tier.rate;
    params.with("rate", rate.value_or(Decimal{})).with("basis", basis_of(clause));
    if (tier.flat) out.say("tier.flat").with("flat", *tier.flat);
    from = tier.up_to;
  }
  // Under the other two readings a volume on a bound is priced alike from both sides.
  const bool sided =
      reading.tiers == TierReading::all_units || reading.tiers == TierReading::excess_at_reached;
  if (sided && clause.tiers.size() > 1) out.say("bounds.", reading.bounds);
}

void target(Writer& out, const Clause& clause, const Reading& reading) {
  if (!clause.target) return;
  out.say("target.", reading.met).with("target", *clause.target);
  const bool percent = by_percent(clause.tiers);
  const auto& rate = percent ? clause.missed_pct : clause.missed_rate;
  Params& missed = out.say("missed.", reading.missed)
                       .with("rate", rate.value_or(Decimal{}))
                       .with("basis", basis_of(clause));
  if (clause.shortfall_charge) missed.with("charge", *clause.shortfall_charge);
}

void quality(Writer& out, const Clause& clause, const Reading& reading) {
  for (const auto& deduction : clause.deductions) {
    out.say(deduction.limit.above ? "deduction.above" : "deduction.below")
        .with("metric", deduction.metric)
        .with("limit", deduction.limit.figure())
        .with("percent", deduction.percent);
  }
  if (clause.deductions.empty()) return;
  if (clause.deductions.size() > 1) out.say("deductions.", reading.deductions);
  out.say("deductedFrom.", reading.deducted_from);
  out.say("measuredOver.", reading.measured_over);
}

void limits(Writer& out, const Clause& clause) {
  if (clause.cap) out.say("cap").with("amount", *clause.cap);
  if (clause.floor) out.say("floor").with("amount", *clause.floor);
  if (clause.guarantee) out.say("guarantee").with("amount", *clause.guarantee);
  for (const auto& step : clause.clawback) {
    out.say("clawback").with("upTo", Decimal::whole(step.up_to)).with("percent", step.percent);
  }
}

void payment(Writer& out, const SettlementRules& rules) {
  out.say("period.", rules.period);
  out.say("payment.", rules.payment);
  out.say("countedBy.", rules.counted_by).with("days", Decimal::whole(rules.dispute_days));
  out.say(rules.tax_exclusive ? "tax.exclusive" : "tax.inclusive");
}

void ways_out(Writer& out, const ExitRules& rules) {
  out.say("exit.early")
      .with("months", Decimal::whole(rules.notice_months))
      .with("percent", rules.penalty_percent);
  out.say("exit.underPerformance")
      .with("quarters", Decimal::whole(rules.quarters))
      .with("percent", rules.quarter_share);
  Params& material = out.say("exit.material");
  if (rules.liability_from) material.with("from", *rules.liability_from);
  if (rules.liability_to) material.with("to", *rules.liability_to);
  out.say("exit.data").with("days", Decimal::whole(rules.data_destruction_days));
}

}  // namespace

List<Sentence> word(const Clause& clause, const Reading& reading, const SettlementRules* settlement,
                    const ExitRules* exit) {
  Writer out;
  out.say("parties")
      .with("payer", clause.payer)
      .with("payee", clause.payee)
      .with("unit", clause.unit)
      .with("currency", clause.currency.value_or(Currency{}).code());
  target(out, clause, reading);
  tiers(out, clause, reading);
  quality(out, clause, reading);
  limits(out, clause);
  out.say("steps");
  out.say("rounding.", reading.rounding);
  if (settlement != nullptr) payment(out, *settlement);
  if (exit != nullptr) ways_out(out, *exit);
  return out.take();
}

}  // namespace allymark
