#include "json/call.hpp"

#include "allymark/agree/wording.hpp"
#include "allymark/base/codes.hpp"

namespace allymark::json {

std::optional<Tariff> Call::tariff(std::string& refusal) {
  CurveRequest request;
  request.to = Decimal{};
  read(request);
  errors_.remove(error_code::missing_field, "/to");
  const StoredPack* pack = request.clause ? nullptr : find_pack(request.policy, true);
  Priced priced;
  if (price(request.clause, request.contract_year, request.reading, pack, priced)) {
    return Tariff(*priced.clause, priced.reading);
  }
  refusal = refuse(errors_);
  return std::nullopt;
}

void Call::price(const Clause& clause, const ReadingChoice& choice, const StoredPack* pack,
                 Priced& priced) {
  const Reading base = pack == nullptr ? Reading{} : pack->pack.commission.reading;
  priced.clause = &clause;
  priced.reading = merge(merge(base, clause.reading), choice);
  const std::size_t known = errors_.size();
  check(clause, Place::at("/clause"), errors_);
  check_charge(clause.shortfall_charge, priced.reading, Place::at("/clause/shortfallCharge"),
               errors_);
  errors_.keep_apart(known);
}

bool Call::price(const std::optional<Clause>& own, std::int64_t contract_year,
                 const ReadingChoice& choice, const StoredPack* pack, Priced& priced) {
  if (own) {
    price(*own, choice, pack, priced);
  } else if (pack != nullptr) {
    const CommissionRules& rules = pack->pack.commission;
    const YearRules* year = year_of(rules, contract_year);
    if (year == nullptr) {
      errors_.add(error_code::unknown_year, Place::at("/contractYear"))
          .with("year", Decimal::whole(contract_year))
          .with("years", rules.years.size());
    }
    if (!errors_.empty()) return false;
    priced.made = clause_of(rules, *year, rules.later_years);
    priced.reading = merge(rules.reading, choice);
    if (priced.made) {
      priced.clause = &*priced.made;
    } else {
      errors_.add(error_code::clause_undecided, Place::at("/contractYear"))
          .with("year", Decimal::whole(contract_year));
    }
  }
  return priced.clause != nullptr && errors_.empty();
}

void Call::quote() {
  QuoteRequest request;
  read(request);
  const StoredPack* pack = find_pack(request.policy, !request.clause);
  const AgreementData& agreement = request.agreement;
  const bool percent = request.clause
                           ? by_percent(request.clause->tiers)
                           : pack != nullptr && by_percent(pack->pack.commission.years[0].tiers);
  if (!can_price(agreement, percent)) {
    errors_.add(error_code::missing_field, Place::at(percent ? "/amount" : "/volume"));
  }
  Priced priced;
  if (request.clause) price(*request.clause, agreement.reading, pack, priced);
  const std::size_t known = errors_.size();
  if (request.clause) {
    const auto* metrics = pack == nullptr ? nullptr : &pack->pack.metrics;
    check(agreement.metrics, metrics, Place().member("metrics"), errors_);
    check_settlement(agreement, metrics, false, {}, errors_);
    check_counts(agreement, percent, {}, errors_);
  } else if (pack != nullptr) {
    check(agreement, pack->pack, {}, errors_);
  }
  errors_.keep_apart(known);
  if (!errors_.empty()) return;
  const Quote result =
      request.clause ? allymark::quote(*priced.clause, priced.reading, agreement, {}, findings_)
                     : quote_year(pack->pack, agreement, {}, findings_, trace_if(request.trace));
  if (request.trace) {
    if (request.clause) {
      explain(result, Tracer(trace_));
    } else {
      attribute(trace_, pack->pack);
    }
  }
  begin(pack, std::nullopt);
  write_members(out_, result);
  end(request.trace);
}

void Call::settle() {
  QuoteRequest request;
  read(request);
  const StoredPack* pack = find_pack(request.policy, !request.clause);
  const AgreementData& agreement = request.agreement;
  Priced priced;
  const bool good = price(request.clause, agreement.contract_year, agreement.reading, pack, priced);
  const std::size_t known = errors_.size();
  check_settlement(agreement, pack == nullptr ? nullptr : &pack->pack.metrics,
                   !request.clause && pack != nullptr && counts_whole(pack->pack), {}, errors_);
  if (!agreement.effective) errors_.add(error_code::missing_field, Place::at("/effective"));
  if (agreement.monthly.empty()) errors_.add(error_code::empty_list, Place::at("/monthly"));
  errors_.keep_apart(known);
  if (!good || !errors_.empty()) return;
  SettlementRules rules;
  List<Decimal> shape;
  std::int64_t months = 12 * agreement.contract_year;
  if (pack != nullptr) {
    const CommissionRules& commission = pack->pack.commission;
    if (commission.settlement) rules = *commission.settlement;
    if (const YearRules* year = year_of(commission, agreement.contract_year)) shape = year->shape;
    if (commission.months > months) months = commission.months;
  }
  const Settlement result = allymark::settle(*priced.clause, priced.reading, rules, shape, months,
                                             agreement, request.as_of);
  if (request.trace) {
    explain(result, Tracer(trace_));
    if (pack != nullptr) attribute(trace_, pack->pack);
  }
  begin(pack, request.as_of);
  write_key(out_, "currency");
  write_string(out_, priced.clause->currency.value_or(Currency{}).code());
  write_members(out_, result);
  return end(request.trace);
}

void Call::wording() {
  QuoteRequest request;
  read(request);
  const StoredPack* pack = find_pack(request.policy, !request.clause);
  const AgreementData& agreement = request.agreement;
  Priced priced;
  if (!price(request.clause, agreement.contract_year, agreement.reading, pack, priced)) return;
  const Pack* rules = pack == nullptr ? nullptr : &pack->pack;
  const bool settled = rules != nullptr && rules->commission.settlement;
  const auto sentences =
      word(*priced.clause, priced.reading, settled ? &*rules->commission.settlement : nullptr,
           rules != nullptr && rules->exit ? &*rules->exit : nullptr);
  begin(pack, std::nullopt);
  write_key(out_, "sentences");
  write(out_, sentences);
  return end(false);
}

void Call::curve() {
  CurveRequest request;
  read(request);
  const StoredPack* pack =
      request.clause && request.policy.node == nullptr ? nullptr : find_pack(request.policy, true);
  Priced priced;
  if (!price(request.clause, request.contract_year, request.reading, pack, priced)) return;
  const PayCurve result = pay_curve(*priced.clause, priced.reading, *request.to);
  begin(pack, std::nullopt);
  write_members(out_, result);
  return end(false);
}

}  // namespace allymark::json
