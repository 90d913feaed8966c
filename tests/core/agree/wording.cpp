#include "allymark/agree/wording.hpp"

#include "support/clauses.hpp"

using namespace allymark;

namespace {

using Lines = List<std::string>;

/// Every sentence as one line: "cap amount=9".
Lines lines(const List<Sentence>& sentences) {
  Lines result;
  for (const auto& sentence : sentences) {
    const std::string params = test::told(sentence.params);
    result.push_back(sentence.code + (params.empty() ? "" : " ") + params);
  }
  return result;
}

Lines word_clause(std::string_view clause, std::string_view choices = "{}") {
  return lines(word(test::from_json<Clause>(clause),
                    merge(Reading{}, test::from_json<ReadingChoice>(choices)), nullptr, nullptr));
}

const std::string parties = "parties payer=a payee=b unit=deals currency=CNY";

/// A clause of two parties with the members of a JSON text.
std::string between(const std::string& members) {
  return R"({"payer":"a","payee":"b","unit":"deals",)" + members + "}";
}

}  // namespace

TEST_CASE("the shipped clause is worded whole, in the order of a contract") {
  const Pack& pack = test::pack();
  const SettlementRules* settlement =
      pack.commission.settlement ? &*pack.commission.settlement : nullptr;
  CHECK(lines(word(test::year_one(), test::reading(), settlement, &*pack.exit)) ==
        Lines{"parties payer=partner payee=us unit=policies currency=CNY",
              "target.at_least target=5000",
              "missed.flat rate=200 basis=CNY",
              "tiers.marginal",
              "tier.first upTo=5000 rate=250 basis=CNY",
              "tier.next from=5000 upTo=8000 rate=280 basis=CNY",
              "tier.next from=8000 upTo=12000 rate=320 basis=CNY",
              "tier.last from=12000 rate=350 basis=CNY",
              "deduction.above metric=complaint_rate limit=8 percent=10",
              "deduction.below metric=nps limit=65 percent=15",
              "deductions.add",
              "deductedFrom.gross",
              "measuredOver.year_to_date",
              "steps",
              "rounding.half_away",
              "period.contract_year",
              "payment.to_date",
              "countedBy.joint days=15",
              "tax.exclusive",
              "exit.early months=6 percent=20",
              "exit.underPerformance quarters=2 percent=50",
              "exit.material from=5000000 to=50000000",
              "exit.data days=30"});
}

TEST_CASE("a clause of one open tier words nothing that it does not have") {
  CHECK(word_clause(between(R"("tiers":[{"rate":5}])")) == Lines{parties, "tiers.marginal",
                                                                 "tier.only rate=5 basis=CNY",
                                                                 "steps", "rounding.half_away"});
}

TEST_CASE("the sides of a bound are worded where they price differently, and there is a bound") {
  const std::string two = between(R"("tiers":[{"upTo":10,"rate":5},{"rate":6}])");
  const std::string one = between(R"("tiers":[{"rate":5}])");
  const auto sides = [](const std::string& clause, const std::string& tiers) {
    for (const auto& line :
         word_clause(clause, R"({"bounds":"higher","tiers":")" + tiers + "\"}")) {
      if (line == "bounds.higher") return true;
    }
    return false;
  };
  CHECK(!sides(two, "marginal"));
  CHECK(sides(two, "all_units"));
  CHECK(sides(two, "excess_at_reached"));
  CHECK(!sides(two, "linear_ramp"));
  CHECK(!sides(one, "all_units"));
  CHECK(!sides(one, "excess_at_reached"));
}

TEST_CASE("limits, flat amounts, a charge and one deduction are worded with their figures") {
  CHECK(word_clause(between(R"("currency":"USD","target":10,"missedRate":4,"shortfallCharge":3,
          "tiers":[{"upTo":10,"rate":5,"flat":7},{"rate":6,"flat":8}],
          "deductions":[{"id":"n","metric":"nps","below":60,"percent":5}],
          "cap":900,"floor":90,"clawback":[{"upTo":3,"percent":100},{"upTo":6,"percent":50}])"),
                    R"({"missed":"shortfall_charge"})") ==
        Lines{"parties payer=a payee=b unit=deals currency=USD", "target.at_least target=10",
              "missed.shortfall_charge rate=4 basis=USD charge=3", "tiers.marginal",
              "tier.first upTo=10 rate=5 basis=USD", "tier.flat flat=7",
              "tier.last from=10 rate=6 basis=USD", "tier.flat flat=8",
              "deduction.below metric=nps limit=60 percent=5", "deductedFrom.gross",
              "measuredOver.year_to_date", "cap amount=900", "floor amount=90",
              "clawback upTo=3 percent=100", "clawback upTo=6 percent=50", "steps",
              "rounding.half_away"});
}

TEST_CASE("a clause in percent words percents, below its target, too") {
  CHECK(word_clause(between(R"("target":10,"missedPct":1.5,"guarantee":1,
          "tiers":[{"upTo":10,"ratePct":2},{"ratePct":3}])")) ==
        Lines{parties, "target.at_least target=10", "missed.flat rate=1.5 basis=percent",
              "tiers.marginal", "tier.first upTo=10 rate=2 basis=percent",
              "tier.last from=10 rate=3 basis=percent", "guarantee amount=1", "steps",
              "rounding.half_away"});
}
