#include "allymark/select/readiness.hpp"

#include "support/property.hpp"
#include "support/values.hpp"

using namespace allymark;
using test::d;

namespace {

struct Facts {
  Keyed<AbilityScore> ability;
  Keyed<Signal> signals;
  Keyed<Keyed<NeedState>> needs;
  List<std::string> offers;
  std::optional<std::string> sourcing;
  Readiness judged() const {
    Findings findings;
    Readiness result;
    judge_readiness(*test::pack().readiness, {ability, signals, needs, offers, sourcing}, {},
                    findings, result);
    return result;
  }
};

const char* const dimensions[] = {"resources", "technology", "operations", "reputation"};
const char* const signals[] = {"executives", "team", "term"};

/// Scores in hundredths of a star; 0 is not scored.
Facts scored(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t r) {
  Facts facts;
  const std::int64_t hundredths[] = {a, b, c, r};
  for (std::size_t i = 0; i < 4; ++i) {
    if (hundredths[i] == 0) continue;
    facts.ability.append(dimensions[i]).score = Decimal::nanos(hundredths[i] * 10'000'000);
  }
  return facts;
}
std::string able(const Facts& facts) { return test::name(facts.judged().ability.able); }

/// 0 = no, 1 = unknown, 2 = yes.
int rank(Signal signal) { return signal == Signal::yes ? 2 : signal == Signal::unknown ? 1 : 0; }
constexpr Signal all_answers[] = {Signal::no, Signal::unknown, Signal::yes};

}  // namespace

TEST_CASE("a mean of 3 is able, a hair under it is not") {
  CHECK(able(scored(300, 300, 299, 300)) == "no");
  CHECK(able(scored(300, 300, 300, 300)) == "yes");
  CHECK(able(scored(300, 300, 301, 300)) == "yes");
}

TEST_CASE("a reputation under 3 is a veto whatever the mean") {
  CHECK(able(scored(500, 500, 500, 299)) == "no");
  CHECK(able(scored(500, 500, 500, 300)) == "yes");
  CHECK(able(scored(0, 0, 0, 299)) == "no");
}

TEST_CASE("what is not scored leaves ability open until nothing could save it") {
  CHECK(able(scored(0, 0, 0, 0)) == "unknown");
  CHECK(able(scored(500, 500, 0, 500)) == "unknown");
  CHECK(able(scored(100, 299, 0, 300)) == "no");
  CHECK(able(scored(100, 300, 0, 300)) == "unknown");
}

TEST_CASE("filling in a missing score never turns a decided ability around") {
  CHECK(test::holds_for_all("ability stays decided", 0, 400 * 400 * 400, [](std::int64_t n) {
    const std::int64_t a = 100 + n % 401;
    const std::int64_t b = 100 + n / 401 % 401;
    const std::int64_t c = 100 + n / 401 / 401 % 401;
    const std::string before = able(scored(a, b, 0, c));
    const std::string after = able(scored(a, b, 100 + n % 397, c));
    return before == "unknown" ? after != "unknown" : after == before;
  }));
}

TEST_CASE("a better score never makes one less able") {
  CHECK(test::holds_for_all("ability rises", 0, 400 * 400 * 400, [](std::int64_t n) {
    const std::int64_t a = 100 + n % 400;
    const std::int64_t b = 100 + n / 400 % 400;
    const std::int64_t r = 100 + n / 400 / 400 % 400;
    const Facts less = scored(a, b, 300, r);
    const Facts more = scored(a + 1, b, 300, r + 1);
    return rank(less.judged().ability.able) <= rank(more.judged().ability.able) &&
           *less.judged().ability.mean <= *more.judged().ability.mean;
  }));
}

TEST_CASE("willingness over all 27 answers: no only when yes cannot reach two") {
  for (const Signal a : all_answers) {
    for (const Signal b : all_answers) {
      for (const Signal c : all_answers) {
        Facts facts;
        facts.signals.append(signals[0]) = a;
        facts.signals.append(signals[1]) = b;
        facts.signals.append(signals[2]) = c;
        int yes = 0;
        int no = 0;
        for (const Signal signal : {a, b, c}) {
          yes += signal == Signal::yes ? 1 : 0;
          no += signal == Signal::no ? 1 : 0;
        }
        const WillingnessResult result = facts.judged().willingness;
        INFO(yes << " yes, " << no << " no");
        CHECK(test::name(result.willing) == (yes >= 2 ? "yes" : no >= 2 ? "no" : "unknown"));
        CHECK(result.count.yes + result.count.no + result.count.unknown == 3);
      }
    }
  }
}

TEST_CASE("evidence of white space alone is none") {
  Facts facts = scored(300, 300, 300, 0);
  Facts other;
  int i = 0;
  for (const char* text : {" ", "\t\n", "https://example.org"}) {
    AbilityScore& score = other.ability.append(dimensions[i++]);
    score.score = d("3");
    score.evidence = text;
  }
  CHECK(facts.judged().ability.without_evidence == d("100"));
  CHECK(other.judged().ability.without_evidence->rounded(2) == d("66.67"));
}

TEST_CASE("the quadrant waits until both of its sides are known") {
  Facts facts = scored(400, 400, 400, 400);
  CHECK(!facts.judged().quadrant);
  facts.signals.append("team") = Signal::yes;
  CHECK(!facts.judged().quadrant);
  facts.signals.append("term") = Signal::yes;
  CHECK(test::name(*facts.judged().quadrant) == "able_willing");
}

TEST_CASE("what is unknown is counted only where something is") {
  const auto remarks = [](const Facts& facts, const char* code) {
    Findings findings;
    Readiness result;
    judge_readiness(*test::pack().readiness,
                    {facts.ability, facts.signals, facts.needs, facts.offers, facts.sourcing}, {},
                    findings, result);
    return test::count(findings, code);
  };
  Facts known = scored(300, 300, 300, 300);
  CHECK(remarks(known, finding_code::evidence_missing) == 1);
  CHECK(remarks(known, finding_code::needs_unknown) == 1);
  CHECK(remarks({}, finding_code::evidence_missing) == 0);
  known = {};
  for (const char* dimension : dimensions) {
    known.ability.append(dimension) = {d("3"), "seen"};
  }
  for (const auto& group : test::pack().readiness->needs) {
    auto& states = known.needs.append(group.id);
    for (const auto& item : group.items) states.append(item.id) = NeedState::met;
  }
  CHECK(remarks(known, finding_code::evidence_missing) == 0);
  CHECK(remarks(known, finding_code::needs_unknown) == 0);
  CHECK(known.judged().ability.without_evidence == d("0"));
}

TEST_CASE("nobody is in a quadrant before ability and willingness are known") {
  Facts willing;
  for (const char* signal : signals) willing.signals.append(signal) = Signal::yes;
  CHECK_FALSE(willing.judged().quadrant);
  CHECK_FALSE(scored(300, 300, 300, 300).judged().quadrant);
  Facts both = scored(300, 300, 300, 300);
  both.signals = willing.signals;
  CHECK(both.judged().quadrant);
}

TEST_CASE("as many signals may be needed as there are, not one more") {
  const auto refused = [](std::int64_t needed) {
    ReadinessRules rules = *test::pack().readiness;
    rules.willingness.needed = needed;
    Errors errors;
    check(rules, Place::at("/readiness"), errors);
    return test::lines(errors);
  };
  CHECK(refused(2).empty());
  CHECK(refused(3).empty());
  CHECK(refused(4) == List<std::string>{"above_maximum /readiness/willingness/needed"});
}

TEST_CASE("a scale without a range is refused") {
  ReadinessRules rules = *test::pack().readiness;
  rules.ability.scale.high = rules.ability.scale.low;
  rules.ability.pass = rules.ability.scale.low;
  for (auto& dimension : rules.ability.dimensions) dimension.minimum = std::nullopt;
  Errors errors;
  check(rules, Place::at("/readiness"), errors);
  CHECK(test::lines(errors) == List<std::string>{"below_minimum /readiness/ability/scale/high"});
}
