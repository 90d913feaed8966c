#include "allymark/agree/commission_rules.hpp"

#include "allymark/base/codes.hpp"

namespace allymark {
namespace {

void check_shape(const List<Decimal>& shape, const Place& at, Errors& errors) {
  if (shape.empty()) return;
  if (shape.size() != 12) {
    errors.add(error_code::not_twelve_months, at).with("value", shape.size());
  }
  Decimal sum;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    if (shape[i].is_negative()) {
      errors.add(error_code::below_minimum, at.index(i))
          .with("minimum", Decimal{})
          .with("value", shape[i]);
    }
    sum = sum + shape[i];
  }
  if (sum.is_zero()) errors.add(error_code::weights_sum_zero, at);
}

}  // namespace

void check(const CommissionRules& rules, const Keyed<MetricDefinition>& metrics, const Place& at,
           Errors& errors) {
  check_metric(rules.unit, metrics, at, "unit", errors);
  if (rules.years.empty()) errors.add(error_code::empty_list, at, "years");
  check_charge(rules.shortfall_charge, rules.reading, at.member("shortfallCharge"), errors);
  check_deductions(rules.deductions, &metrics, at.member("deductions"), errors);
  check_limits(rules.cap, rules.floor, rules.guarantee, rules.clawback, at, errors);
  if (rules.shortfall_charge && !rules.years.empty() && by_percent(rules.years.front().tiers)) {
    errors.add(error_code::rate_basis_mixed, at, "shortfallCharge");
  }
  for (std::size_t i = 0; i < rules.years.size(); ++i) {
    const YearRules& year = rules.years[i];
    const Place list = at.member("years");
    const Place item = list.index(i);
    check_target(year.target, item, "target", errors);
    if (i == 0 || !year.tiers.empty()) check_tiers(year.tiers, item.member("tiers"), errors);
    // Later years inherit what they do not say, so all are of the first year's basis.
    const bool percent = by_percent(rules.years.front().tiers);
    check_missed(percent, i == 0 ? Maybe(year.target) : std::nullopt, year.missed_rate,
                 year.missed_pct, item, errors);
    if (by_percent(tiers_of(rules, year)) != percent) {
      errors.add(error_code::rate_basis_mixed, item, "tiers");
    }
    check_shape(year.shape, item.member("shape"), errors);
    for (std::size_t j = 0; j < i; ++j) {
      if (rules.years[j].year == year.year) {
        errors.add(error_code::duplicate_id, item, "year").with("id", Decimal::whole(year.year));
      }
    }
  }
}

const List<Tier>& tiers_of(const CommissionRules& rules, const YearRules& year) {
  return year.tiers.empty() ? rules.years.front().tiers : year.tiers;
}

const YearRules* year_of(const CommissionRules& rules, std::int64_t contract_year) {
  for (const auto& year : rules.years) {
    if (year.year == contract_year) return &year;
  }
  return nullptr;
}

std::optional<Clause> clause_of(const CommissionRules& rules, const YearRules& year,
                                LaterYears later) {
  const YearRules& first = rules.years.front();
  std::optional<Clause> result;
  if (year.tiers.empty() && later == LaterYears::undecided) return result;
  Clause& clause = result.emplace();
  clause.tiers = year.tiers;
  if (clause.tiers.empty()) {
    clause.tiers = first.tiers;
    if (later == LaterYears::scale) {
      for (auto& tier : clause.tiers) {
        if (!tier.up_to) continue;
        const Int128 grown = static_cast<Int128>(tier.up_to->nanos()) * year.target.nanos();
        tier.up_to = Decimal::nanos(narrow(divide(grown, first.target.nanos())));
      }
    }
  }
  clause.payer = rules.payer;
  clause.payee = rules.payee;
  clause.currency = rules.currency;
  clause.unit = rules.unit;
  clause.target = year.target;
  clause.missed_rate = year.missed_rate ? year.missed_rate : first.missed_rate;
  clause.shortfall_charge = rules.shortfall_charge;
  clause.deductions = rules.deductions;
  clause.cap = rules.cap;
  clause.floor = rules.floor;
  clause.missed_pct = year.missed_pct ? year.missed_pct : first.missed_pct;
  clause.guarantee = rules.guarantee;
  clause.clawback = rules.clawback;
  return result;
}

}  // namespace allymark
