#pragma once
// Trials of the worked example (domain rules, section 3), and judging one under the shipped rules.

#include "allymark/select/trial.hpp"
#include "support/values.hpp"

namespace test {

/// The three insurers as printed: their failure rate was never measured.
inline constexpr char zhongan[] =
    R"({"users":300,"metrics":{"conversion":21,"nps":76,"complaint_rate":2.8,"response_hours":12}})";
inline constexpr char taikang[] =
    R"({"users":300,"metrics":{"conversion":16,"nps":71,"complaint_rate":5.1,"response_hours":20}})";
inline constexpr char nio[] =
    R"({"users":300,"metrics":{"conversion":18,"nps":68,"complaint_rate":6.8,"response_hours":28}})";

/// A trial with the four criteria as given; "null" leaves one out.
inline std::string criteria(const std::string& conversion, const std::string& nps,
                            const std::string& complaints, const std::string& failures,
                            const std::string& more = "") {
  return R"({"users":1000,"metrics":{"conversion":)" + conversion + R"(,"nps":)" + nps +
         R"(,"complaint_rate":)" + complaints + R"(,"failure_rate":)" + failures +
         R"(,"response_hours":24})" + more + "}";
}

struct Judged {
  allymark::TrialResult result;
  allymark::Findings findings;
  std::string verdict() const { return name(result.verdict); }
  const allymark::TrialMetric& metric(std::string_view id) const {
    for (const auto& row : result.metrics) {
      if (row.metric == id) return row;
    }
    FAIL("no metric " << id);
    return result.metrics.front();
  }
  /// The verdict under another option, "missing" "ignore".
  std::string reading(std::string_view option, std::string_view choice) const {
    for (const auto& reading : result.readings) {
      if (reading.option == option && reading.choice == choice) return name(reading.verdict);
    }
    FAIL("no reading " << option << " " << choice);
    return {};
  }
};

inline Judged judge(const std::string& trial, const allymark::TrialRules& rules) {
  Judged judged;
  judged.result = allymark::judge(rules, pack().metrics, from_json<allymark::TrialData>(trial),
                                  allymark::Place::at("/trial"), judged.findings);
  return judged;
}
inline Judged judge(const std::string& trial) { return judge(trial, pack().trial); }

}  // namespace test
