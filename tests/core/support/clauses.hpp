#pragma once
// Clauses and statements of the worked example (domain rules, section 4).

#include "allymark/agree/commission.hpp"
#include "allymark/assess.hpp"
#include "support/values.hpp"

namespace test {

/// Complaints 9 % and NPS 60: both quality clauses breached.
inline constexpr char both_breached[] = R"({"complaint_rate":9,"nps":60})";
/// Both measured and within their limits.
inline constexpr char none_breached[] = R"({"complaint_rate":3,"nps":75})";

inline allymark::CommissionRules commission(
    allymark::LaterYears later = allymark::LaterYears::undecided) {
  allymark::CommissionRules rules = pack().commission;
  rules.later_years = later;
  return rules;
}

/// The shipped clause of year 1, and its reading with the choices of a JSON text.
inline allymark::Clause year_one() {
  const auto& rules = pack().commission;
  return *allymark::clause_of(rules, rules.years.front(), rules.later_years);
}
inline allymark::Reading reading(std::string_view choices = "{}") {
  return allymark::merge(pack().commission.reading, from_json<allymark::ReadingChoice>(choices));
}

/// Gross pay of year 1 in yuan as text, "2730000".
inline std::string gross(std::string_view volume, std::string_view choices = "{}") {
  return allymark::Tariff(year_one(), reading(choices)).gross(d(volume)).yuan().text();
}

struct Quoted {
  allymark::Quote quote;
  allymark::Findings findings;

  std::string gross() const { return quote.gross->yuan().text(); }
  std::string deducted() const { return quote.deducted->yuan().text(); }
  std::string net() const { return quote.net->yuan().text(); }
  const allymark::Line& line(std::string_view id) const {
    for (const auto& line : quote.lines) {
      if (line.id == id) return line;
    }
    FAIL("no line " << id);
    return quote.lines.front();
  }
  std::string amount(std::string_view id) const { return line(id).amount.yuan().text(); }
  /// Gross and net of another reading: priced("tiers", "all_units").
  const allymark::PricedReading& priced(std::string_view option, std::string_view choice) const {
    for (const auto& item : quote.readings) {
      if (item.option == option && item.choice == choice) return item;
    }
    FAIL("no reading " << option << " " << choice);
    return quote.readings.front();
  }
  /// "5000: 250200 target; ..." for every cliff.
  std::string cliffs() const {
    std::string text;
    for (const auto& cliff : quote.cliffs) {
      if (!text.empty()) text += "; ";
      text += cliff.at.text() + ": " + cliff.amount.yuan().text() + " " + name(cliff.cause);
    }
    return text;
  }
};

/// A statement of the shipped rules.
inline Quoted quote(std::string_view volume, std::string_view metrics = none_breached,
                    std::string_view choices = "{}", std::int64_t year = 1,
                    const allymark::CommissionRules& rules = commission()) {
  Quoted quoted;
  quoted.quote = allymark::quote(
      rules, year, from_json<allymark::ReadingChoice>(choices), d(volume),
      from_json<allymark::Keyed<allymark::Measurement>>(metrics), {}, quoted.findings);
  return quoted;
}

/// A statement of a clause of its own.
inline Quoted quote_clause(std::string_view clause, std::string_view volume,
                           std::string_view choices = "{}", std::string_view metrics = "{}") {
  Quoted quoted;
  quoted.quote = allymark::quote(
      from_json<allymark::Clause>(clause),
      allymark::merge(allymark::Reading{}, from_json<allymark::ReadingChoice>(choices)), d(volume),
      from_json<allymark::Keyed<allymark::Measurement>>(metrics), {}, quoted.findings);
  return quoted;
}

}  // namespace test
