#pragma once
// Counted months: what each calendar month brought, as it was told and as it was corrected later
// (DOMAIN 4 "months and true-up"). A statement and a settlement must count the same months, so both
// ask here.

#include "allymark/agree/commission_rules.hpp"
#include "allymark/base/date.hpp"
#include "allymark/base/error.hpp"
#include "allymark/measure/metric.hpp"

namespace allymark {

/// What one calendar month brought, or a later correction of it.
struct CountedMonth {
  Month month;
  Decimal volume;
  Keyed<Measurement> metrics;
  Maybe<Date> received;  ///< when the figures came in; absent = the month's last day
};

/// The day a month's figures came in.
Date received_on(const CountedMonth& month);

/// The months as they count on a day (absent = when everything has come in), in order: what came in
/// later is left out, and of a month's corrections the last one received stands for it. January
/// 2,000 with a correction to 900 received on 10 May is 2,000 on 9 May and 900 on 10 May.
List<CountedMonth> as_told(const List<CountedMonth>& monthly, const List<CountedMonth>& corrections,
                           Maybe<Date> as_of);

/// Months by name, each once and in order; with codes duplicate_month and months_not_ascending.
void check_months(const List<CountedMonth>& months, const Keyed<MetricDefinition>* metrics,
                  bool whole, const Place& at, Errors& errors);

/// A quality figure over several months: counts are summed, other figures weighed by their base
/// (alike when one has none). 8 of 100 and 1 of 50 are 6 %. Nothing when no month has it.
std::optional<Measured> over_months(const List<CountedMonth>& months, std::string_view metric,
                                    MeasuredOver over);

template <>
struct Describe<CountedMonth> {
  static constexpr const char* name = "counted_month";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(CountedMonth, month, "month").required().says(ALLYMARK_DOC("YYYY-MM")),
      ALLYMARK_FIELD(CountedMonth, volume, "volume")
          .required()
          .between<0, 1'000'000'000>()
          .says(ALLYMARK_DOC("units of the month, cancelled ones netted out")),
      ALLYMARK_FIELD(CountedMonth, metrics, "metrics")
          .at_most_long(50)
          .says(ALLYMARK_DOC("quality figures of the month")),
      ALLYMARK_FIELD(CountedMonth, received, "received")
          .says(ALLYMARK_DOC("when the figures came in; absent = the month's last day")),
  };
};

}  // namespace allymark
