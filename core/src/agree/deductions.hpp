#pragma once
// Deductions: what missed quality takes off the gross of a period, a line per clause (DOMAIN 4
// "deductions"), and the figures those clauses are judged by.

#include "allymark/agree/commission.hpp"

namespace allymark {

/// The amounts of some lines, added.
Money sum_of(const List<Line>& lines);

/// What a period's quality clauses are judged by: each clause's figure over the period and, where
/// the months are known, each month's part of the volume and its own figures.
struct Quality {
  List<std::optional<Measured>> found;
  struct Part {
    Decimal volume;  ///< from the period's start up to and with this month
    List<std::optional<Measured>> found;
  };
  List<Part> months;
};

/// The figures of a period. One stated for the period stands before what its months say.
Quality quality_of(const Clause& clause, const Reading& reading, const AgreementData& agreement);

/// Whether a month is judged by its own figures.
bool by_month(const Reading& reading);

/// Deduction lines under one way of stacking; a line per clause, 0 where it is not breached.
class Deductions {
 public:
  Deductions(const Clause& clause, const Reading& reading, Money base)
      : clause_(clause), reading_(reading), base_(base) {}

  /// `found` holds each clause's figure, in the clause's order.
  List<Line> lines(const List<std::optional<Measured>>& found) const;
  /// The same month by month: a month's figures judge what the month adds to the gross.
  static List<Line> by_month(const Tariff& tariff, const Quality& quality);
  /// Every clause breached, whatever was found.
  List<Line> all_breached() const;

 private:
  Line blank(const Deduction& deduction) const;
  void apply(List<Line>& lines) const;
  void take(Line& line, Decimal percent) const;
  void add(List<Line>& lines) const;
  void multiply_out(List<Line>& lines) const;
  void larger(List<Line>& lines) const;

  const Clause& clause_;
  const Reading& reading_;
  Money base_;
};

}  // namespace allymark
