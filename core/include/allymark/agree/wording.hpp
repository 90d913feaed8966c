#pragma once
// Wording: the commission clause as sentences in codes and parameters, for exactly the options
// chosen, so that both sides sign one meaning. Text tables turn them into Chinese and English.

#include "allymark/agree/commission_rules.hpp"
#include "allymark/agree/exit.hpp"

namespace allymark {

/// One sentence of the contract.
struct Sentence {
  std::string code;
  Params params;
};

/// The sentences in the order of a contract: parties, target, tiers, missed, quality, limits,
/// claw-back, settlement, exit. Rules that are absent are not worded. Example: the first tier of
/// the worked clause is {"code":"tier.first","params":{"upTo":5000,"rate":250}}.
List<Sentence> word(const Clause& clause, const Reading& reading, const SettlementRules* settlement,
                    const ExitRules* exit);

template <>
struct Describe<Sentence> {
  static constexpr const char* name = "sentence";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Sentence, code, "code").says(ALLYMARK_DOC("names the sentence")),
      ALLYMARK_FIELD(Sentence, params, "params").says(ALLYMARK_DOC("its figures")),
  };
};

}  // namespace allymark
