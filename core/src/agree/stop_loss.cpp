#include "allymark/agree/stop_loss.hpp"

#include "allymark/base/codes.hpp"
#include "allymark/base/error.hpp"
#include "allymark/base/order.hpp"

namespace allymark {
namespace {

void check_months(const List<Month>& months, Month start, const Place& at, Errors& errors) {
  for (std::size_t i = 0; i < months.size(); ++i) {
    const Place item = at.index(i);
    if (months[i] < start) {
      errors.add(error_code::before_start, item, "month")
          .with("month", months[i].text())
          .with("start", start.text());
    }
    for (std::size_t j = 0; j < i; ++j) {
      if (months[j] != months[i]) continue;
      errors.add(error_code::duplicate_month, item, "month").with("month", months[i].text());
      break;
    }
  }
}

template <class Entry>
List<Month> months_of(const List<Entry>& entries) {
  List<Month> result;
  for (const auto& entry : entries) result.push_back(entry.month);
  return result;
}

/// Whole units whose pay covers an amount; the rate must be above 0.
Decimal units_for(Money amount, Decimal rate) {
  const Decimal yuan = amount.yuan();
  const std::int64_t whole = yuan.nanos() / rate.nanos();
  return Decimal::whole(whole * rate.nanos() < yuan.nanos() ? whole + 1 : whole);
}

/// The mean of the latest months with units, at most `count` of them.
Decimal pace_of(const List<SoldMonth>& sold, Month last, std::int64_t count) {
  List<SoldMonth> known;
  for (const auto& entry : sold) {
    if (entry.month <= last) known.push_back(entry);
  }
  sort(known, [](const SoldMonth& a, const SoldMonth& b) { return a.month > b.month; });
  Decimal sum;
  std::int64_t used = 0;
  for (; used < count && used < static_cast<std::int64_t>(known.size()); ++used) {
    sum = sum + known[static_cast<std::size_t>(used)].units;
  }
  return used == 0 ? Decimal{} : ratio(sum, Decimal::whole(used));
}

class LookBack {
 public:
  LookBack(const StopLossRules& rules, const InvestmentData& data, const List<SoldMonth>& sold,
           std::int64_t contract_months, Month last)
      : rules_(rules), data_(data), sold_(sold) {
    result_.month = last;
    result_.elapsed = last.index() - data.start.index() + 1;
    const std::int64_t left = data.months.value_or(contract_months) - result_.elapsed;
    result_.months_left = left > 0 ? left : 0;
    add_points();
    const Decimal pace = pace_of(sold, last, rules.pace_months);
    result_.present = payback(data.rate, pace);
    if (data.proposed_rate) result_.proposed = payback(*data.proposed_rate, pace);
    if (data.planned_units) result_.planned = payback(data.rate, *data.planned_units);
    if (data.downside_units) result_.downside = payback(data.rate, *data.downside_units);
    decide();
  }
  StopLoss take() { return std::move(result_); }

 private:
  void add_points() {
    for (Month month = data_.start; month <= result_.month; month = month.plus(1)) {
      for (const auto& entry : data_.invested) {
        if (entry.month == month) result_.invested = result_.invested + entry.amount;
      }
      for (const auto& entry : sold_) {
        if (entry.month != month) continue;
        result_.earned = result_.earned + Money::of(entry.units, data_.rate, Rounding::half_away);
      }
      const bool covered = result_.earned >= result_.invested && result_.earned > Money();
      if (covered && !result_.break_even_month) result_.break_even_month = month;
      if (!covered) result_.break_even_month.reset();
      result_.points.push_back({month, result_.invested, result_.earned});
    }
    const Money open = result_.invested - result_.earned;
    result_.uncovered = open > Money() ? open : Money();
  }

  Payback payback(Decimal rate, Decimal pace) const {
    Payback result;
    result.rate = rate;
    result.units_per_month = pace;
    result.income_per_month = Money::of(pace, rate, Rounding::half_away);
    if (result_.uncovered == Money()) {
      result.months_to_recover = Decimal{};
    } else if (result.income_per_month > Money()) {
      result.months_to_recover = ratio(result_.uncovered.yuan(), result.income_per_month.yuan());
    }
    if (rate > Decimal{}) {
      result.break_even_units = units_for(result_.invested, rate);
      if (data_.planned_total)
        result.planned_break_even_units = units_for(*data_.planned_total, rate);
    }
    return result;
  }

  void decide() {
    const auto& months = result_.present.months_to_recover;
    const Decimal left = Decimal::whole(result_.months_left);
    if (result_.uncovered == Money()) return settle(StopVerdict::go_on, StopReason::recovered);
    if (data_.stop_loss && result_.uncovered >= *data_.stop_loss) {
      return settle(StopVerdict::stop, StopReason::stop_loss_reached);
    }
    if (!months) return settle(StopVerdict::stop, StopReason::no_income);
    if (*months > left) return settle(StopVerdict::stop, StopReason::beyond_end);
    const Decimal watched = left * rules_.watch_percent;
    if (*months * Decimal::whole(100) > watched) {
      return settle(StopVerdict::watch, StopReason::close_to_end);
    }
    settle(StopVerdict::go_on, StopReason::on_course);
  }
  void settle(StopVerdict verdict, StopReason reason) {
    result_.verdict = verdict;
    result_.reason = reason;
  }

  const StopLossRules& rules_;
  const InvestmentData& data_;
  const List<SoldMonth>& sold_;
  StopLoss result_;
};

/// Money still to be put in should wait for something to be shown.
void note_stages(const InvestmentData& data, const StopLoss& result, const Place& at,
                 Findings& findings) {
  bool gated = false;
  for (const auto& stage : data.invested) gated = gated || stage.gate.has_value();
  if (gated || !data.planned_total || *data.planned_total <= result.invested) return;
  findings.add(finding_code::stages_without_gate, Severity::doubt, at, "invested")
      .with("planned", *data.planned_total)
      .with("invested", result.invested);
}

void note_fee_cut(const InvestmentData& data, const StopLoss& result, const Place& at,
                  Findings& findings) {
  if (!data.proposed_rate || *data.proposed_rate >= data.rate) return;
  Params& params = findings.add(finding_code::fee_cut, Severity::doubt, at, "proposedRate")
                       .with("rate", data.rate)
                       .with("proposedRate", *data.proposed_rate)
                       .with("breakEvenUnits", result.proposed->break_even_units);
  const auto& now = result.present.months_to_recover;
  const auto& then = result.proposed->months_to_recover;
  if (now) params.with("monthsToRecover", now->rounded(1));
  if (then) params.with("proposedMonths", then->rounded(1));
}

}  // namespace

void check(const InvestmentData& data, const Place& at, Errors& errors) {
  if (data.invested.empty()) errors.add(error_code::empty_list, at, "invested");
  check_months(months_of(data.invested), data.start, at.member("invested"), errors);
  check_months(months_of(data.sold), data.start, at.member("sold"), errors);
}

std::optional<StopLoss> look_back(const StopLossRules& rules, const InvestmentData& data,
                                  const List<SoldMonth>& sold, std::int64_t contract_months,
                                  Maybe<Month> last, const Place& at, Findings& findings) {
  Month end = data.start;
  for (const auto& entry : data.invested) end = entry.month > end ? entry.month : end;
  for (const auto& entry : sold) end = entry.month > end ? entry.month : end;
  if (last && *last < end) end = *last;
  if (end < data.start) return std::nullopt;
  if (!data.stop_loss)
    findings.add(finding_code::stop_loss_not_set, Severity::doubt, at, "stopLoss");
  StopLoss result = LookBack(rules, data, sold, contract_months, end).take();
  note_stages(data, result, at, findings);
  note_fee_cut(data, result, at, findings);
  if (result.verdict == StopVerdict::stop) {
    findings.add(finding_code::stop_advised, Severity::block, at)
        .with("uncovered", result.uncovered)
        .with("monthsLeft", Decimal::whole(result.months_left))
        .with("reason", Tokens<StopReason>::names[static_cast<std::size_t>(result.reason)]);
  }
  return result;
}

void explain(const StopLoss& result, const StopLossRules& rules, const InvestmentData& data,
             const Tracer& tracer) {
  tracer.step("uncovered", "stopLoss", "invested_less_earned")
      .with("invested", result.invested, "yuan")
      .with("earned", result.earned, "yuan")
      .gives(result.uncovered, "yuan");
  const auto outlook = [&](const char* name, const Payback& payback) {
    const Tracer below = tracer.under(tracer.place().member(name));
    below.step("incomePerMonth", "stopLoss", "quantity_times_rate")
        .with("quantity", payback.units_per_month, "units")
        .with("rate", payback.rate, "yuan_per_unit")
        .gives(payback.income_per_month, "yuan");
    below.step("breakEvenUnits", "stopLoss", "sum_by_rate")
        .with("invested", result.invested, "yuan")
        .with("rate", payback.rate, "yuan_per_unit")
        .gives(payback.break_even_units, "units");
    if (payback.planned_break_even_units) {
      below.step("plannedBreakEvenUnits", "stopLoss", "sum_by_rate")
          .with("plannedTotal", *data.planned_total, "yuan")
          .with("rate", payback.rate, "yuan_per_unit")
          .gives(*payback.planned_break_even_units, "units");
    }
    if (!payback.months_to_recover) return;
    below.step("monthsToRecover", "stopLoss", "uncovered_by_income")
        .with("uncovered", result.uncovered, "yuan")
        .with("incomePerMonth", payback.income_per_month, "yuan")
        .gives(payback.months_to_recover->rounded(1), "months");
  };
  outlook("present", result.present);
  if (result.proposed) outlook("proposed", *result.proposed);
  if (result.planned) outlook("planned", *result.planned);
  if (result.downside) outlook("downside", *result.downside);
  const bool limit = result.reason == StopReason::stop_loss_reached;
  Step& step = tracer.step("verdict", "stopLoss",
                           limit ? "uncovered_against_stop_loss" : "recover_against_left");
  const Decimal left = Decimal::whole(result.months_left);
  if (limit) {
    step.with("uncovered", result.uncovered, "yuan").with("stopLoss", *data.stop_loss, "yuan");
  } else if (result.present.months_to_recover) {
    step.with("monthsToRecover", result.present.months_to_recover->rounded(1), "months")
        .with("monthsLeft", left, "months")
        .with("watchPercent", rules.watch_percent, "percent");
  } else {
    step.with("incomePerMonth", result.present.income_per_month, "yuan")
        .with("monthsLeft", left, "months");
  }
  step.gives(Tokens<StopVerdict>::names[static_cast<std::size_t>(result.verdict)]);
}

}  // namespace allymark
