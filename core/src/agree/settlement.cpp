#include "allymark/agree/settlement.hpp"

#include "allymark/base/codes.hpp"
#include "allymark/base/order.hpp"

namespace allymark {
namespace {

/// Figures of a month with the day they came in.
struct Report {
  const CountedMonth* figures;
  Date received;
  bool correction;
};

/// Keeps the books of one counting period.
class Books {
 public:
  Books(const Clause& clause, const Reading& reading, const SettlementRules& rules,
        const SettlementPeriod& period, const AgreementData& agreement)
      : clause_(clause),
        rules_(rules),
        period_(period),
        agreement_(agreement),
        tariff_(clause, reading, basis_of(period)),
        assumed_(without_target(clause), reading, basis_of(period)) {
    facts_.contract_year = agreement.contract_year;
    known_.resize(static_cast<std::size_t>(period.months));
    corrected_.resize(known_.size());
    result_.months.resize(known_.size());
    for (std::size_t i = 0; i < known_.size(); ++i) {
      result_.months[i].month = period.first.plus(static_cast<int>(i));
    }
    count_opening();
  }

  /// Books everything that came in on one day.
  void book(const List<Report>& reports, std::size_t from, std::size_t to) {
    Statement statement;
    statement.issued = reports[from].received;
    statement.contestable_until = statement.issued.plus_days(static_cast<int>(rules_.dispute_days));
    std::size_t first = known_.size();
    List<char> fresh(known_.size());
    for (std::size_t i = from; i < to; ++i) {
      const auto at =
          static_cast<std::size_t>(reports[i].figures->month.index() - period_.first.index());
      // Figures that come in after their own correction are not what counts any more.
      if (corrected_[at] != 0 && !reports[i].correction) continue;
      corrected_[at] = reports[i].correction ? 1 : 0;
      if (known_[at] == nullptr) fresh[at] = 1;
      known_[at] = reports[i].figures;
      first = at < first ? at : first;
    }
    pay_from(first, fresh, statement);
    true_up(statement);
    for (const auto& line : statement.lines) statement.total = statement.total + line.amount;
    result_.paid = result_.paid + statement.total;
    statement.paid = result_.paid;
    result_.statements.push_back(std::move(statement));
  }

  Settlement take() {
    for (const auto& month : result_.months) {
      result_.provisional = result_.provisional || month.provisional;
    }
    return std::move(result_);
  }

 private:
  /// Under cumulative counting earlier months stand below the period's.
  void count_opening() {
    if (rules_.period != CountingPeriod::cumulative) return;
    for (const auto& month : agreement_.monthly) {
      if (month.month < period_.first) opening_.push_back(month);
    }
    facts_.monthly = opening_;
    if (opening_.empty()) return;
    // Each of them takes off itself, which is nothing yet.
    opening_pay_ = pay(true);
    opening_met_ = pay(false);
  }

  static Basis basis_of(const SettlementPeriod& period) {
    Basis basis;
    basis.months = period.months;
    return basis;
  }
  static Clause without_target(Clause clause) {
    clause.target.reset();
    return clause;
  }

  /// Commission of the months in `facts_`; `complete` says that the period is over.
  Money pay(bool complete) const {
    const bool met = !complete && rules_.payment == Payment::assume_met;
    return due(met ? assumed_ : tariff_, facts_).net - (met ? opening_met_ : opening_pay_);
  }

  bool lacks_quality(const CountedMonth& month) const {
    for (const auto& deduction : clause_.deductions) {
      if (!measured(month.metrics.find(deduction.metric))) return true;
    }
    return false;
  }

  /// Pays the months from `first` on anew and books what differs.
  void pay_from(std::size_t first, const List<char>& fresh, Statement& statement) {
    Money before;
    Decimal volume;
    facts_.monthly = opening_;
    for (std::size_t i = 0; i < first; ++i) {
      if (known_[i] == nullptr) continue;
      facts_.monthly.push_back(*known_[i]);
      before = *result_.months[i].due;
      volume = volume + known_[i]->volume;
    }
    for (std::size_t i = first; i < known_.size(); ++i) {
      SettledMonth& month = result_.months[i];
      month.to_date = volume;
      if (known_[i] == nullptr) continue;
      facts_.monthly.push_back(*known_[i]);
      volume = volume + known_[i]->volume;
      month.volume = known_[i]->volume;
      month.to_date = volume;
      month.provisional = lacks_quality(*known_[i]);
      const Money due_now = rules_.payment == Payment::annual ? Money() : pay(false);
      const Money payment = due_now - before;
      const Money difference = payment - month.payment.value_or(Money());
      month.due = due_now;
      month.payment = payment;
      before = due_now;
      if (fresh[i] != 0 || difference != Money()) {
        add(statement, month.month, fresh[i] != 0 ? BookingKind::payment : BookingKind::correction,
            difference);
      }
    }
  }

  void true_up(Statement& statement) {
    Money paid;
    for (std::size_t i = 0; i < known_.size(); ++i) {
      if (known_[i] == nullptr) return;
      paid = paid + *result_.months[i].payment;
    }
    result_.complete = true;
    facts_.returned = agreement_.returned;
    result_.year_net = pay(true);
    facts_.returned = {};
    const Money now = *result_.year_net - paid;
    const Money difference = now - result_.true_up.value_or(Money());
    if (!result_.true_up || difference != Money()) {
      add(statement, result_.months.back().month, BookingKind::true_up, difference);
    }
    result_.true_up = now;
  }

  static void add(Statement& statement, Month month, BookingKind kind, Money amount) {
    Booking line;
    line.id = Tokens<BookingKind>::names[static_cast<std::size_t>(kind)];
    line.id += '-';
    line.id += month.text();
    line.month = month;
    line.kind = kind;
    line.amount = amount;
    statement.lines.push_back(std::move(line));
  }

  const Clause& clause_;
  const SettlementRules& rules_;
  SettlementPeriod period_;
  const AgreementData& agreement_;
  Tariff tariff_;
  Tariff assumed_;  ///< as if the target were met
  AgreementData facts_;
  List<const CountedMonth*> known_;
  List<char> corrected_;
  List<CountedMonth> opening_;
  Money opening_pay_;  ///< of the earlier months, as the year's end counts them
  Money opening_met_;  ///< the same as if the target were met
  Settlement result_;
};

}  // namespace

SettlementPeriod period_of(const SettlementRules& rules, Date effective, std::int64_t contract_year,
                           std::int64_t contract_months) {
  const Month start = effective.month();
  const auto before = static_cast<int>(contract_year - 1) * 12;
  SettlementPeriod result{start.plus(before), 12};
  if (rules.period == CountingPeriod::calendar_year) {
    const int head = 13 - start.month();
    if (contract_year == 1) {
      result.months = head;
    } else {
      result.first = start.plus(head + before - 12);
    }
  }
  const std::int64_t left = start.index() + contract_months - result.first.index();
  if (left < result.months) result.months = left;
  return result;
}

List<Decimal> monthly_targets(Decimal target, const List<Decimal>& shape, std::int64_t months) {
  const auto weight = [&](std::int64_t i) {
    const bool shaped = months == static_cast<std::int64_t>(shape.size());
    return shaped ? shape[static_cast<std::size_t>(i)] : Decimal::whole(1);
  };
  Decimal all;
  for (std::int64_t i = 0; i < months; ++i) all = all + weight(i);
  List<Decimal> result;
  Decimal weights;
  Decimal given;
  for (std::int64_t i = 0; i < months; ++i) {
    weights = weights + weight(i);
    // Cumulative shares are rounded, so that their differences sum to the target.
    Decimal until = Decimal::nanos(multiply_divide(target.nanos(), weights.nanos(), all.nanos()));
    if (target.is_whole()) until = until.rounded(0);
    result.push_back(until - given);
    given = until;
  }
  return result;
}

Settlement settle(const Clause& clause, const Reading& reading, const SettlementRules& rules,
                  const List<Decimal>& shape, std::int64_t contract_months,
                  const AgreementData& agreement, Maybe<Date> as_of) {
  const SettlementPeriod period =
      period_of(rules, *agreement.effective, agreement.contract_year, contract_months);
  const Month end = period.first.plus(static_cast<int>(period.months));
  List<Report> reports;
  const auto collect = [&](const List<CountedMonth>& months, bool correction) {
    for (const auto& month : months) {
      const Date received = received_on(month);
      const bool inside = month.month >= period.first && month.month < end;
      if (inside && !(as_of && received > *as_of))
        reports.push_back({&month, received, correction});
    }
  };
  collect(agreement.monthly, false);
  collect(agreement.corrections, true);
  sort(reports, [](const Report& a, const Report& b) {
    if (a.received != b.received) return a.received < b.received;
    if (a.correction != b.correction) return b.correction;
    return a.figures->month < b.figures->month;
  });

  Books books(clause, reading, rules, period, agreement);
  for (std::size_t i = 0; i < reports.size();) {
    std::size_t next = i;
    while (next < reports.size() && reports[next].received == reports[i].received) ++next;
    books.book(reports, i, next);
    i = next;
  }
  Settlement result = books.take();
  result.contract_year = agreement.contract_year;
  result.rules = rules;
  const Date start = *agreement.effective;
  const bool by_calendar = rules.period == CountingPeriod::calendar_year;
  result.from = period.first == start.month() || !by_calendar
                    ? Date::clamped(period.first, start.day())
                    : Date::clamped(period.first, 1);
  result.to = Date::clamped(end, by_calendar ? 1 : start.day()).plus_days(-1);
  if (clause.target) {
    Basis basis;
    basis.months = period.months;
    const Tariff tariff(clause, reading, basis);
    const auto targets = monthly_targets(*tariff.target(), shape, period.months);
    for (std::size_t i = 0; i < targets.size(); ++i) result.months[i].target = targets[i];
  }
  return result;
}

void check_settlement(const AgreementData& agreement, const Keyed<MetricDefinition>* metrics,
                      bool whole, const Place& at, Errors& errors) {
  const Place monthly = at.member("monthly");
  check_months(agreement.monthly, metrics, whole, monthly, errors);
  const Place corrections = at.member("corrections");
  for (std::size_t i = 0; i < agreement.corrections.size(); ++i) {
    const Place item = corrections.index(i);
    const CountedMonth& month = agreement.corrections[i];
    check(month.metrics, metrics, item.member("metrics"), errors);
    if (whole && !month.volume.is_whole()) {
      errors.add(error_code::not_whole, item, "volume").with("value", month.volume);
    }
    if (!month.received) errors.add(error_code::missing_field, item, "received");
  }
  if (!agreement.effective) return;
  const auto before_start = [&](const List<CountedMonth>& months, const Place& list) {
    for (std::size_t i = 0; i < months.size(); ++i) {
      if (months[i].month >= agreement.effective->month()) continue;
      const Place item = list.index(i);
      errors.add(error_code::before_start, item, "month")
          .with("month", months[i].month.text())
          .with("start", agreement.effective->month().text());
    }
  };
  before_start(agreement.monthly, monthly);
  before_start(agreement.corrections, corrections);
}

void explain(const Settlement& result, const Tracer& tracer) {
  const Place months = tracer.place().member("months");
  Money before;
  for (std::size_t i = 0; i < result.months.size(); ++i) {
    const SettledMonth& month = result.months[i];
    if (!month.payment) continue;
    tracer.under(months.index(i))
        .step("payment", "commission.settlement", "due_less_due_before")
        .with("due", *month.due, "yuan")
        .with("dueBefore", before, "yuan")
        .gives(*month.payment, "yuan");
    before = *month.due;
  }
  if (!result.true_up) return;
  tracer.step("trueUp", "commission.settlement", "year_less_payments")
      .with("yearNet", *result.year_net, "yuan")
      .with("payments", *result.year_net - *result.true_up, "yuan")
      .gives(*result.true_up, "yuan");
}

}  // namespace allymark
