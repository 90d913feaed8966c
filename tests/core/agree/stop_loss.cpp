#include "allymark/agree/stop_loss.hpp"

#include "support/values.hpp"

using namespace allymark;
using test::d;

namespace {

Month month(int index) { return Month::from_index(2022 * 12 + index - 1); }

const StopLossRules rules{3, Decimal::whole(80)};

/// The failure: 850,000 sunk in the first month, 20 deals a month at 600 for six months of 36.
InvestmentData failure() {
  InvestmentData data;
  data.start = month(1);
  data.rate = d("600");
  data.proposed_rate = d("300");
  data.invested = {{month(1), Money::fen(85'000'000), std::nullopt}};
  for (int i = 1; i <= 6; ++i) data.sold.push_back({month(i), d("20")});
  data.planned_total = Money::fen(200'000'000);
  data.planned_units = d("250");
  return data;
}

StopLoss judge_at(const InvestmentData& data, int last, std::int64_t contract = 36) {
  Findings findings;
  return look_back(rules, data, data.sold, contract, month(last), {}, findings).value();
}

}  // namespace

TEST_CASE("the failure's sixth month says stop: 64.8 more months against 30 left") {
  const StopLoss result = judge_at(failure(), 6);
  CHECK(result.verdict == StopVerdict::stop);
  CHECK(result.reason == StopReason::beyond_end);
  CHECK(result.months_left == 30);
  CHECK(result.earned == Money::fen(7'200'000));
  CHECK(result.uncovered == Money::fen(77'800'000));
  CHECK(result.present.income_per_month == Money::fen(1'200'000));
  CHECK(result.present.months_to_recover->rounded(1) == d("64.8"));
}

TEST_CASE("halving the fee makes it 129.7 months") {
  CHECK(judge_at(failure(), 6).proposed->months_to_recover->rounded(1) == d("129.7"));
}

TEST_CASE("two million break even at 3,334 deals of 600 and 6,667 of 300") {
  const StopLoss result = judge_at(failure(), 6);
  CHECK(result.present.planned_break_even_units == d("3334"));
  CHECK(result.proposed->planned_break_even_units == d("6667"));
}

TEST_CASE("at the planned pace the same money is back in 5.2 months") {
  // 778,000 / (250 x 600).
  CHECK(judge_at(failure(), 6).planned->months_to_recover->rounded(1) == d("5.2"));
}

TEST_CASE("units that cover an amount exactly are not rounded up") {
  InvestmentData data = failure();
  data.invested.front().amount = Money::fen(60'000 * 10);
  CHECK(judge_at(data, 1).present.break_even_units == d("10"));
  data.invested.front().amount = Money::fen(60'000 * 10 + 1);
  CHECK(judge_at(data, 1).present.break_even_units == d("11"));
}

TEST_CASE("recovery in fewer, exactly as many and more months than are left") {
  // 850,000 less 72,000 is 778,000; the pace of the last months sets the recovery.
  InvestmentData data = failure();
  data.invested.front().amount = Money::fen(37'200'000);  // 300,000 open: 25 months at 12,000
  CHECK(judge_at(data, 6, 6 + 24).verdict == StopVerdict::stop);
  CHECK(judge_at(data, 6, 6 + 25).verdict == StopVerdict::watch);
  CHECK(judge_at(data, 6, 6 + 31).verdict == StopVerdict::watch);
  CHECK(judge_at(data, 6, 6 + 32).verdict == StopVerdict::go_on);
}

TEST_CASE("the stop-loss amount below, at and above what is open") {
  InvestmentData data = failure();
  data.invested.front().amount = Money::fen(8'200'000);  // 10,000 open, back within a month
  data.stop_loss = Money::fen(1'000'001);
  CHECK(judge_at(data, 6).verdict == StopVerdict::go_on);
  data.stop_loss = Money::fen(1'000'000);
  CHECK(judge_at(data, 6).reason == StopReason::stop_loss_reached);
  data.stop_loss = Money::fen(999'999);
  CHECK(judge_at(data, 6).verdict == StopVerdict::stop);
}

TEST_CASE("an investment that is earned back goes on and names its month") {
  InvestmentData data = failure();
  data.invested.front().amount = Money::fen(3'600'000);
  const StopLoss result = judge_at(data, 6);
  CHECK(result.reason == StopReason::recovered);
  CHECK(result.break_even_month == month(3));
  CHECK(result.uncovered == Money());
}

TEST_CASE("a later stage of money reopens what was covered") {
  InvestmentData data = failure();
  data.invested = {{month(1), Money::fen(1'200'000), std::nullopt},
                   {month(4), Money::fen(10'000'000), std::nullopt}};
  const StopLoss result = judge_at(data, 6);
  CHECK_FALSE(result.break_even_month);
  CHECK(result.uncovered == Money::fen(4'000'000));
}

TEST_CASE("without any sale there is no recovery and the advice is stop") {
  InvestmentData data = failure();
  data.sold.clear();
  const StopLoss result = judge_at(data, 6);
  CHECK_FALSE(result.present.months_to_recover);
  CHECK(result.reason == StopReason::no_income);
}

TEST_CASE("the pace is the mean of the last months with data, gaps left out") {
  InvestmentData data = failure();
  data.sold = {{month(1), d("90")}, {month(2), d("10")}, {month(5), d("20")}, {month(6), d("60")}};
  CHECK(judge_at(data, 6).present.units_per_month == d("30"));
}

TEST_CASE("a stop is a finding that blocks, and a missing stop-loss one that doubts") {
  Findings findings;
  look_back(rules, failure(), failure().sold, 36, month(6), Place::at("/dossier/investment"),
            findings);
  List<std::string> found;
  for (const auto& finding : findings.list()) found.push_back(finding.code + (" " + finding.path));
  CHECK(found == List<std::string>{"stop_loss_not_set /dossier/investment/stopLoss",
                                   "stages_without_gate /dossier/investment/invested",
                                   "fee_cut /dossier/investment/proposedRate",
                                   "stop_advised /dossier/investment"});
  CHECK(findings.list()[0].severity == Severity::doubt);
  CHECK(findings.list()[3].severity == Severity::block);
}

TEST_CASE("an investment's bad months are all refused, each where it stands") {
  InvestmentData data = failure();
  data.invested.clear();
  data.sold = {{month(0), d("1")}, {month(2), d("1")}, {month(2), d("1")}};
  Errors errors;
  check(data, Place::at("/dossier/investment"), errors);
  List<std::string> found;
  for (const auto& error : errors) found.push_back(std::string(error.code) + " " + error.path);
  CHECK(found == List<std::string>{"empty_list /dossier/investment/invested",
                                   "before_start /dossier/investment/sold/0/month",
                                   "duplicate_month /dossier/investment/sold/2/month"});
}

TEST_CASE("a look back ends with the last month told of, or with the day's, whichever is first") {
  CHECK(judge_at(failure(), 5).month == month(5));
  CHECK(judge_at(failure(), 6).month == month(6));
  CHECK(judge_at(failure(), 7).month == month(6));
  CHECK(judge_at(failure(), 30).month == month(6));
}
