#include "allymark/select/diligence.hpp"

#include "support/values.hpp"

using namespace allymark;
using test::date;

namespace {

Diligence judged(const std::string& data, const std::string& screening = "{}",
                 Maybe<Date> as_of = date("2024-07-01")) {
  Findings findings;
  Diligence result;
  judge_diligence(*test::pack().diligence, test::from_json<DiligenceData>(data),
                  test::from_json<Keyed<Signal>>(screening), as_of, {}, findings, result);
  return result;
}

/// Every item in one state but for the first `open` ones.
std::string items(const char* state, int open = 0) {
  std::string text;
  for (const auto& group : test::pack().diligence->groups) {
    for (const auto& item : group.items) {
      if (open-- > 0) continue;
      if (!text.empty()) text += ',';
      text += '"' + item.id + R"(":{"state":")" + state + "\"}";
    }
  }
  return R"({"nda":"2024-01-01","items":{)" + text + "}}";
}

}  // namespace

TEST_CASE("there are four screening questions and thirteen items in four groups") {
  CHECK(test::pack().diligence->screening.size() == 4);
  CHECK(test::pack().diligence->groups.size() == 4);
  CHECK(judged("{}").open.size() == 13);
}

TEST_CASE("twelve settled items leave the due diligence open, the thirteenth settles it") {
  CHECK(test::name(judged(items("pass", 1)).state) == "open");
  CHECK(test::name(judged(items("pass")).state) == "passed");
  CHECK(test::name(judged(items("doubt")).state) == "doubtful");
  CHECK(test::name(judged(items("veto", 12)).state) == "vetoed");
}

TEST_CASE("completeness counts what was looked at, a veto among it") {
  CHECK(judged(items("veto", 12)).completeness.rounded(2) == test::d("7.69"));
  CHECK(judged(items("pass", 13)).completeness == test::d("0"));
  CHECK(judged(items("doubt")).completeness == test::d("100"));
}

TEST_CASE("every item is in exactly one list") {
  for (int open = 0; open <= 13; ++open) {
    for (const char* state : {"pass", "doubt", "veto"}) {
      const Diligence result = judged(items(state, open));
      std::int64_t counted = 0;
      for (const auto& group : result.groups) {
        counted += group.pass + group.doubt + group.veto + group.open;
      }
      CHECK(counted == 13);
      CHECK(result.open.size() == static_cast<std::size_t>(open));
      CHECK(result.vetoes.size() + result.doubts.size() <= 13 - result.open.size());
    }
  }
}

TEST_CASE("screening: all yes passes, one no rejects, one unknown is to be verified") {
  const auto state = [](const char* answers) {
    return test::name(judged("{}", answers).screening.state);
  };
  CHECK(
      state(R"({"ubi_experience":"yes","ev_owners":"yes","api_cases":"yes","reputation":"yes"})") ==
      "passed");
  CHECK(
      state(R"({"ubi_experience":"yes","ev_owners":"yes","api_cases":"yes","reputation":"no"})") ==
      "rejected");
  CHECK(state(R"({"ubi_experience":"yes","ev_owners":"yes","api_cases":"yes"})") == "unverified");
}

TEST_CASE("results are final from the day the non-disclosure agreement is signed") {
  const auto is_final = [](const char* day) {
    return judged("{\"nda\":\"" + std::string(day) + "\"}").final;
  };
  CHECK(is_final("2024-06-30"));
  CHECK(is_final("2024-07-01"));
  CHECK(!is_final("2024-07-02"));
  CHECK(!judged("{}").final);
}
