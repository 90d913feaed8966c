#include "assess_agree.hpp"

#include "allymark/base/codes.hpp"
#include "allymark/base/order.hpp"

namespace allymark {
namespace {

/// Whole months of the dossier that say how many units there were, in order.
List<CountedMonth> counted_months(const Pack& pack, const Dossier& dossier, Maybe<Date> as_of) {
  List<CountedMonth> months;
  for (const auto& month : dossier.months) {
    const auto units = measured(month.metrics.find(pack.commission.unit));
    if (!units || (as_of && month.month > as_of->last_complete_month())) continue;
    months.push_back({month.month, units->value(), month.metrics, std::nullopt});
  }
  sort(months, [](const CountedMonth& a, const CountedMonth& b) { return a.month < b.month; });
  return months;
}

/// Those of a contract year, which is what its statement counts.
List<CountedMonth> of_year(const List<CountedMonth>& months, Date effective,
                           std::int64_t contract_year) {
  const Month first = effective.month().plus(static_cast<int>(contract_year - 1) * 12);
  List<CountedMonth> result;
  for (const auto& month : months) {
    if (month.month >= first && month.month < first.plus(12)) result.push_back(month);
  }
  return result;
}

/// Clause and reading of a year, or nothing when the pack has none or leaves it undecided.
std::optional<Clause> clause_in_force(const Pack& pack, std::int64_t contract_year) {
  const YearRules* year = year_of(pack.commission, contract_year);
  if (year == nullptr) return std::nullopt;
  return clause_of(pack.commission, *year, pack.commission.later_years);
}

/// Units by month: what the investment says was sold or else what the months count.
List<std::pair<Month, Decimal>> units_by_month(const Dossier& dossier,
                                               const List<CountedMonth>& counted) {
  List<std::pair<Month, Decimal>> result;
  if (counted.empty() && dossier.investment) {
    for (const auto& month : dossier.investment->sold) {
      result.emplace_back(month.month, month.units);
    }
  }
  for (const auto& month : counted) result.emplace_back(month.month, month.volume);
  return result;
}

class Agreement {
 public:
  Agreement(const Pack& pack, const Dossier& dossier, Maybe<Date> as_of, const Place& at,
            Assessment& result, Findings& findings, Trace* trace)
      : pack_(pack),
        dossier_(dossier),
        as_of_(as_of),
        at_(at),
        result_(result),
        findings_(findings),
        trace_(trace) {
    if (dossier.agreement) data_ = with_months(pack, dossier, as_of);
    months_ = as_told(data_.monthly, data_.corrections, as_of);
  }

  void statement(bool compared) {
    AgreementData year = data_;
    year.monthly = year.effective ? of_year(months_, *year.effective, year.contract_year) : months_;
    year.corrections = {};
    if (!can_price(year, by_percent(pack_.commission.years.front().tiers))) return;
    result_.agreement =
        quote_year(pack_, year, at_.member("agreement"), findings_, nullptr, compared);
    if (trace_ != nullptr) explain(*result_.agreement, Tracer(*trace_, Place::at("/agreement")));
  }

  void settlement() {
    const auto& rules = pack_.commission.settlement;
    if (!rules || !data_.effective || months_.empty()) return;
    const auto clause = clause_in_force(pack_, data_.contract_year);
    if (!clause) return;
    const Reading reading = merge(pack_.commission.reading, data_.reading);
    const YearRules& year = *year_of(pack_.commission, data_.contract_year);
    result_.settlement =
        settle(*clause, reading, *rules, year.shape, pack_.commission.months, data_, as_of_);
    if (trace_ != nullptr) explain(*result_.settlement, Tracer(*trace_, Place::at("/settlement")));
  }

  void contract() {
    if (pack_.contract.empty() || !data_.clauses) return;
    const Place agreement = at_.member("agreement");
    result_.contract =
        check_contract(pack_.contract, *data_.clauses, agreement.member("clauses"), findings_);
  }

  /// Proposals for the next year once this one is over, or for a year's volume stated alone.
  void adjustment() {
    if (!pack_.adjustment || !result_.agreement || !result_.agreement->target) return;
    const bool over =
        result_.settlement ? result_.settlement->complete : !data_.effective && !data_.months;
    if (!over) return;
    YearResult year;
    year.contract_year = data_.contract_year;
    year.volume = result_.agreement->volume;
    year.target = *result_.agreement->target;
    const std::string& metric = pack_.adjustment->product_metric;
    auto satisfaction = measured(data_.metrics.find(metric));
    if (!satisfaction && data_.effective) {
      satisfaction = over_months(of_year(months_, *data_.effective, data_.contract_year), metric,
                                 MeasuredOver::year_to_date);
    }
    if (satisfaction) year.satisfaction = satisfaction->value();
    const auto& years = pack_.commission.years;
    for (std::size_t i = 0; i < years.size(); ++i) {
      if (years[i].year != data_.contract_year + 1) continue;
      year.next_target = years[i].target;
      year.next_path = Place::at("/commission/years").index(i).member("target").pointer();
    }
    result_.adjustment = adjust(*pack_.adjustment, year, pack_.version);
    if (trace_ != nullptr) {
      explain(*result_.adjustment, year, Tracer(*trace_, Place::at("/adjustment")));
    }
  }

  void payback() {
    if (!dossier_.investment || !pack_.stop_loss) return;
    const InvestmentData& investment = *dossier_.investment;
    const List<SoldMonth>* sold = &investment.sold;
    List<SoldMonth> counted;
    if (sold->empty()) {
      sold = &counted;
      for (const auto& month : counted_months(pack_, dossier_, as_of_)) {
        if (month.month >= investment.start) counted.push_back({month.month, month.volume});
      }
    }
    Maybe<Month> last;
    if (as_of_) last = as_of_->last_complete_month();
    result_.stop_loss = look_back(*pack_.stop_loss, investment, *sold, pack_.commission.months,
                                  last, at_.member("investment"), findings_);
    if (result_.stop_loss && trace_ != nullptr) {
      explain(*result_.stop_loss, *pack_.stop_loss, investment,
              Tracer(*trace_, Place::at("/stopLoss")));
    }
  }

  void ways_out() {
    if (!pack_.exit || !data_.effective) return;
    ExitFacts facts;
    facts.effective = *data_.effective;
    facts.months = pack_.commission.months;
    facts.units = units_by_month(dossier_, months_);
    for (const auto& year : pack_.commission.years) facts.targets.push_back(year.target);
    Date today = as_of_.value_or(facts.effective);
    if (!as_of_ && !facts.units.empty()) {
      today = Date::clamped(facts.units.back().first.plus(1), 1);
    }
    Exit exit = exits(*pack_.exit, facts, dossier_.events, today);
    const auto net = net_of_year(exit);
    price_exits(*pack_.exit, net, exit);
    if (result_.stop_loss) exit.unearned = result_.stop_loss->uncovered;
    note_rights(exit);
    if (trace_ != nullptr) {
      explain(*pack_.exit, exit, net, Tracer(*trace_, Place::at("/exit")));
    }
    result_.exit = std::move(exit);
  }

 private:
  /// Net commission of the year in which an early notice ends, accrued and forecast.
  Maybe<Money> net_of_year(const Exit& exit) const {
    if (!exit.contract_year_of_end) return std::nullopt;
    const auto clause = clause_in_force(pack_, *exit.contract_year_of_end);
    if (!clause || by_percent(clause->tiers)) return std::nullopt;
    AgreementData year;
    year.volume = exit.units_in_year;
    if (exit.contract_year_of_end == data_.contract_year) year.metrics = data_.metrics;
    return due(Tariff(*clause, merge(pack_.commission.reading, data_.reading)), year).net;
  }

  void note_rights(const Exit& exit) {
    for (const auto& route : exit.routes) {
      if (route.route == RouteKind::early || route.state == RouteState::closed) continue;
      findings_
          .add(finding_code::exit_right,
               route.state == RouteState::would_open ? Severity::note : Severity::doubt,
               at_.member("agreement"))
          .with("route", Tokens<RouteKind>::names[static_cast<std::size_t>(route.route)])
          .with("state", Tokens<RouteState>::names[static_cast<std::size_t>(route.state)]);
    }
  }

  const Pack& pack_;
  const Dossier& dossier_;
  Maybe<Date> as_of_;
  const Place& at_;
  Assessment& result_;
  Findings& findings_;
  Trace* trace_;
  AgreementData data_;
  List<CountedMonth> months_;
};

}  // namespace

AgreementData with_months(const Pack& pack, const Dossier& dossier, Maybe<Date> as_of) {
  AgreementData result = *dossier.agreement;
  if (result.monthly.empty() && result.effective) {
    for (auto& month : counted_months(pack, dossier, as_of)) {
      if (month.month >= result.effective->month()) result.monthly.push_back(std::move(month));
    }
  }
  return result;
}

void assess_agreement(const Pack& pack, const Dossier& dossier, Maybe<Date> as_of, const Place& at,
                      bool row, Assessment& result, Findings& findings, Trace* trace) {
  if (!dossier.agreement && !dossier.investment) return;
  Agreement agreement(pack, dossier, as_of, at, result, findings, trace);
  agreement.statement(!row);
  if (!row) agreement.settlement();
  agreement.contract();
  if (!row) agreement.adjustment();
  agreement.payback();
  agreement.ways_out();
}

}  // namespace allymark
