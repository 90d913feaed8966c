#include "allymark/policy/adjustment.hpp"

namespace allymark {
namespace {

/// A figure changed by so many percent, whole when it was.
Decimal changed(Decimal figure, Decimal percent) {
  const Decimal whole = Decimal::whole(100);
  const Decimal result =
      Decimal::nanos(multiply_divide(figure.nanos(), (whole + percent).nanos(), whole.nanos()));
  return figure.is_whole() ? result.rounded(0) : result;
}

}  // namespace

YearAdjustment adjust(const AdjustmentRules& rules, const YearResult& year,
                      const std::string& version) {
  YearAdjustment result;
  result.contract_year = year.contract_year;
  result.result = Decimal::nanos(
      multiply_divide(year.volume.nanos(), 100 * Decimal::scale, year.target.nanos()));
  result.version = version;
  result.next_version = version;
  // Compared without rounding: volume x 100 against target x percent.
  const Int128 reached = static_cast<Int128>(year.volume.nanos()) * 100 * Decimal::scale;
  const auto at = [&](Decimal share) {
    return static_cast<Int128>(year.target.nanos()) * share.nanos();
  };
  Change target;
  Decimal percent;
  if (reached >= at(rules.raise_from)) {
    target.proposal = Proposal::raise_target;
    percent = rules.raise_percent;
  } else if (reached < at(rules.lower_below)) {
    target.proposal = Proposal::lower_or_end;
    percent = -rules.lower_percent;
  }
  if (target.proposal != Proposal::keep && year.next_target) {
    target.path = year.next_path;
    target.from = *year.next_target;
    target.to = changed(*year.next_target, percent);
    result.next_version += "+";
    result.next_version += Decimal::whole(year.contract_year + 1).text();
  }
  result.changes.push_back(std::move(target));
  if (year.satisfaction && *year.satisfaction >= rules.product_from) {
    Change product;
    product.proposal = Proposal::new_product;
    product.from = year.satisfaction;
    result.changes.push_back(std::move(product));
  }
  return result;
}

void explain(const YearAdjustment& result, const YearResult& year, const Tracer& tracer) {
  tracer.step("result", "adjustment", "percent_of_target")
      .with("volume", year.volume, "units")
      .with("target", year.target, "units")
      .gives(result.result.rounded(2), "percent");
}

}  // namespace allymark
