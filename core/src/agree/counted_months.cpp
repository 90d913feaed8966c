#include "allymark/agree/counted_months.hpp"

#include "allymark/base/codes.hpp"
#include "allymark/base/order.hpp"

namespace allymark {

Date received_on(const CountedMonth& month) {
  return month.received ? *month.received : month.month.last_day();
}

List<CountedMonth> as_told(const List<CountedMonth>& monthly, const List<CountedMonth>& corrections,
                           Maybe<Date> as_of) {
  const auto told = [&](const CountedMonth& month) {
    return !as_of || received_on(month) <= *as_of;
  };
  List<CountedMonth> result;
  for (const auto& month : monthly) {
    if (told(month)) result.push_back(month);
  }
  List<const CountedMonth*> later;
  for (const auto& month : corrections) {
    if (told(month)) later.push_back(&month);
  }
  sort(later, [](const CountedMonth* a, const CountedMonth* b) {
    return received_on(*a) < received_on(*b);
  });
  for (const CountedMonth* correction : later) {
    CountedMonth* known = nullptr;
    for (auto& month : result) {
      if (month.month == correction->month) known = &month;
    }
    if (known == nullptr) {
      result.push_back(*correction);
    } else {
      *known = *correction;
    }
  }
  sort(result, [](const CountedMonth& a, const CountedMonth& b) { return a.month < b.month; });
  return result;
}

std::optional<Measured> over_months(const List<CountedMonth>& months, std::string_view metric,
                                    MeasuredOver over) {
  bool all_counted = true;
  bool all_weighed = true;
  List<const Measurement*> found;
  for (const auto& month : months) {
    const Measurement* figure = month.metrics.find(metric);
    const auto known = measured(figure);
    if (!known) continue;
    found.push_back(figure);
    all_counted = all_counted && known->counted();
    all_weighed = all_weighed && figure->of && !figure->of->is_zero();
  }
  if (found.empty()) return std::nullopt;
  if (over == MeasuredOver::last_value) return measured(found.back());
  Decimal top;
  Decimal bottom;
  for (const Measurement* figure : found) {
    const Decimal weight = all_weighed ? *figure->of : Decimal::whole(1);
    top = top + (all_counted ? *figure->events : measured(figure)->value() * weight);
    bottom = bottom + weight;
  }
  return all_counted ? Measured::share(top, bottom) : Measured::typed(ratio(top, bottom));
}

void check_months(const List<CountedMonth>& months, const Keyed<MetricDefinition>* metrics,
                  bool whole, const Place& at, Errors& errors) {
  for (std::size_t i = 0; i < months.size(); ++i) {
    const Place item = at.index(i);
    check(months[i].metrics, metrics, item.member("metrics"), errors);
    if (whole && !months[i].volume.is_whole()) {
      errors.add(error_code::not_whole, item, "volume").with("value", months[i].volume);
    }
    if (i == 0 || months[i].month > months[i - 1].month) continue;
    const bool twice = months[i].month == months[i - 1].month;
    errors
        .add(twice ? error_code::duplicate_month : error_code::months_not_ascending,
             item.member("month"))
        .with("month", months[i].month.text());
  }
}

}  // namespace allymark
