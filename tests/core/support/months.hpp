#pragma once
// Months of the worked example (domain rules, section 5), and scoring them under the shipped rules.

#include "allymark/manage/scorecard.hpp"
#include "support/values.hpp"

namespace test {

/// A month's six figures; "null" leaves one out.
inline std::string figures(const std::string& policies, const std::string& conversion,
                           const std::string& nps, const std::string& complaints,
                           const std::string& quote, const std::string& failures) {
  return R"("metrics":{"policies":)" + policies + R"(,"conversion":)" + conversion + R"(,"nps":)" +
         nps + R"(,"complaint_rate":)" + complaints + R"(,"quote_hours":)" + quote +
         R"(,"failure_rate":)" + failures + "}";
}
/// Every figure on its target: a total of 100.
inline std::string on_target() { return figures("500", "18", "70", "5", "24", "1"); }
/// The printed month.
inline std::string printed() { return figures("580", "19.2", "74", "3.2", "16", "0.3"); }

inline std::string month_of(const std::string& month, const std::string& figures,
                            const std::string& more = "") {
  return R"({"month":")" + month + "\"," + figures + more + "}";
}

struct Scored {
  std::optional<allymark::Scorecard> card;
  allymark::Findings findings;
  std::string grade() const { return card && card->grade ? name(*card->grade) : "none"; }
  std::string band() const { return card && card->band_grade ? name(*card->band_grade) : "none"; }
  std::string ungraded() const { return card && card->ungraded ? name(*card->ungraded) : "graded"; }
  const allymark::ScorecardMetric& metric(std::string_view id) const {
    for (const auto& row : card->metrics) {
      if (row.metric == id) return row;
    }
    FAIL("no metric " << id);
    return card->metrics.front();
  }
};

/// Scores a list of months, "2024-09-01" or no date.
inline Scored score(const std::string& months, std::string_view as_of = "") {
  Scored scored;
  allymark::Maybe<allymark::Month> last;
  if (!as_of.empty()) last = date(as_of).last_complete_month();
  scored.card =
      allymark::score_months(pack().scorecard, pack().metrics,
                             from_json<allymark::List<allymark::MonthData>>("[" + months + "]"),
                             last, allymark::Place::at("/months"), scored.findings);
  return scored;
}

}  // namespace test
