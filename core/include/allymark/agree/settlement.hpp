#pragma once
// Settlement (DOMAIN 4 "payment", 8): how a year's commission is paid in months. Each payment is
// what is due to date less what was due before; late figures and corrections are booked as
// differences on their own month; at the end a true-up brings the sum of all payments to the
// year's commission, in whatever order the figures came in.

#include "allymark/agree/commission.hpp"

namespace allymark {

/// One month of the counting period, as known at the end.
struct SettledMonth {
  Month month;
  Maybe<Decimal> target;     ///< its share of the period's target
  Maybe<Decimal> volume;     ///< absent = no figures
  Decimal to_date;           ///< volume from the period's start
  Maybe<Money> due;          ///< commission of that volume
  Maybe<Money> payment;      ///< due less the due before
  bool provisional = false;  ///< a quality figure is missing
};
enum class BookingKind : std::uint8_t { payment, correction, true_up };
struct Booking {
  std::string id;
  Month month;
  BookingKind kind = BookingKind::payment;
  Money amount;
};
/// What is booked on the day figures come in; `total` is the sum of its lines.
struct Statement {
  Date issued;
  List<Booking> lines;
  Money total;
  Money paid;  ///< all statements up to this one
  Date contestable_until;
};
struct Settlement {
  std::int64_t contract_year = 1;
  Date from;
  Date to;  ///< last day
  SettlementRules rules;
  List<SettledMonth> months;
  List<Statement> statements;
  Money paid;
  Maybe<Money> year_net;  ///< once every month is known
  Maybe<Money> true_up;
  bool complete = false;
  bool provisional = false;
};

/// The counting period of a contract year: its first calendar month and how many it has. Calendar
/// years begin in January but for the first, which begins with the contract.
struct SettlementPeriod {
  Month first;
  std::int64_t months = 12;
};
/// The period of a year from 1 on; a part year at the contract's end counts only its own months.
SettlementPeriod period_of(const SettlementRules& rules, Date effective, std::int64_t contract_year,
                           std::int64_t contract_months);

/// Each month's share of a target by the weights of `shape` (empty = even): whole units when the
/// target is whole, and their sum is the target. 5,000 evenly: 417, 416, 417, ...
List<Decimal> monthly_targets(Decimal target, const List<Decimal>& shape, std::int64_t months);

/// Books the agreement's months and corrections under a clause. `agreement.effective` must stand;
/// figures received after `as_of` are not known yet. Example: 2,000 units in each of the first
/// three months at the default clause are paid 400,000, 400,000 and (5,000 reached) 730,000.
Settlement settle(const Clause& clause, const Reading& reading, const SettlementRules& rules,
                  const List<Decimal>& shape, std::int64_t contract_months,
                  const AgreementData& agreement, Maybe<Date> as_of);

/// Months outside the order or the contract, corrections of a month after their own receipt.
void check_settlement(const AgreementData& agreement, const Keyed<MetricDefinition>* metrics,
                      bool whole, const Place& at, Errors& errors);

/// Records the steps behind the payments and the true-up, in yuan.
void explain(const Settlement& result, const Tracer& tracer);

template <>
struct Tokens<BookingKind> {
  static constexpr const char* names[] = {"payment", "correction", "true_up"};
};
template <>
struct Describe<SettledMonth> {
  static constexpr const char* name = "settled_month";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(SettledMonth, month, "month").says(ALLYMARK_DOC("calendar month")),
      ALLYMARK_FIELD(SettledMonth, target, "target")
          .nullable()
          .says(ALLYMARK_DOC("its share of the target, units")),
      ALLYMARK_FIELD(SettledMonth, volume, "volume")
          .nullable()
          .says(ALLYMARK_DOC("units; null = no figures")),
      ALLYMARK_FIELD(SettledMonth, to_date, "toDate").says(ALLYMARK_DOC("units to date")),
      ALLYMARK_FIELD(SettledMonth, due, "due").nullable().says(ALLYMARK_DOC("due to date, yuan")),
      ALLYMARK_FIELD(SettledMonth, payment, "payment")
          .nullable()
          .says(ALLYMARK_DOC("due less the due before, yuan")),
      ALLYMARK_FIELD(SettledMonth, provisional, "provisional")
          .says(ALLYMARK_DOC("a quality figure is missing")),
  };
};
template <>
struct Describe<Booking> {
  static constexpr const char* name = "booking";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Booking, id, "id").says(ALLYMARK_DOC("id within the statement")),
      ALLYMARK_FIELD(Booking, month, "month").says(ALLYMARK_DOC("the month it belongs to")),
      ALLYMARK_FIELD(Booking, kind, "kind").says(ALLYMARK_DOC("kind of line")),
      ALLYMARK_FIELD(Booking, amount, "amount").says(ALLYMARK_DOC("yuan")),
  };
};
template <>
struct Describe<Statement> {
  static constexpr const char* name = "statement";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Statement, issued, "issued").says(ALLYMARK_DOC("day the figures came in")),
      ALLYMARK_FIELD(Statement, lines, "lines").says(ALLYMARK_DOC("what is booked")),
      ALLYMARK_FIELD(Statement, total, "total").says(ALLYMARK_DOC("sum of the lines, yuan")),
      ALLYMARK_FIELD(Statement, paid, "paid").says(ALLYMARK_DOC("all statements so far, yuan")),
      ALLYMARK_FIELD(Statement, contestable_until, "contestableUntil")
          .says(ALLYMARK_DOC("last day to contest it")),
  };
};
template <>
struct Describe<Settlement> {
  static constexpr const char* name = "settlement";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Settlement, contract_year, "contractYear").says(ALLYMARK_DOC("contract year")),
      ALLYMARK_FIELD(Settlement, from, "from").says(ALLYMARK_DOC("first day counted")),
      ALLYMARK_FIELD(Settlement, to, "to").says(ALLYMARK_DOC("last day counted")),
      ALLYMARK_FIELD(Settlement, rules, "rules").says(ALLYMARK_DOC("the rules in force")),
      ALLYMARK_FIELD(Settlement, months, "months").says(ALLYMARK_DOC("every month of the period")),
      ALLYMARK_FIELD(Settlement, statements, "statements")
          .says(ALLYMARK_DOC("in the order the figures came in")),
      ALLYMARK_FIELD(Settlement, paid, "paid").says(ALLYMARK_DOC("sum of all statements, yuan")),
      ALLYMARK_FIELD(Settlement, year_net, "yearNet")
          .nullable()
          .says(ALLYMARK_DOC("the period's commission; null until every month is known, yuan")),
      ALLYMARK_FIELD(Settlement, true_up, "trueUp")
          .nullable()
          .says(ALLYMARK_DOC("the period's commission less the monthly payments, yuan")),
      ALLYMARK_FIELD(Settlement, complete, "complete").says(ALLYMARK_DOC("every month is known")),
      ALLYMARK_FIELD(Settlement, provisional, "provisional")
          .says(ALLYMARK_DOC("a quality figure is missing in some month")),
  };
};

}  // namespace allymark
