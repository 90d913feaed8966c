#include "allymark/manage/workshop.hpp"

#include "allymark/manage/renewal.hpp"
#include "support/values.hpp"

using namespace allymark;
using test::yuan;

namespace {

std::string idea(const std::string& name, const std::string& value = "") {
  return R"({"name":")" + name + "\"" + (value.empty() ? "" : R"(,"yearlyValue":)" + value) + "}";
}
std::string held(const std::string& date, const std::string& ideas = "") {
  return R"({"date":")" + date + R"(","ideas":[)" + ideas + "]}";
}
Workshop review(const std::string& workshops, const char* as_of, const char* level = "A",
                Findings* findings = nullptr) {
  const auto relationship =
      test::from_json<Relationship>(R"({"start":"2024-01-31","workshops":[)" + workshops + "]}");
  Findings own;
  const std::string name = level == nullptr ? "" : level;
  return review_workshops(*test::pack().workshop, relationship, level == nullptr ? nullptr : &name,
                          test::date(as_of), Place::at("/r"),
                          findings != nullptr ? *findings : own);
}
std::string next(const Workshop& workshop) {
  return workshop.next ? workshop.next->text() : "none";
}

Renewal renew(const std::string& data, const char* as_of, Findings* findings = nullptr) {
  const auto relationship = test::from_json<Relationship>(R"({"renewal":{)" + data + "}}");
  Findings own;
  return watch_renewal(*test::pack().renewal, relationship, test::date(as_of), Place::at("/r"),
                       findings != nullptr ? *findings : own);
}
std::string state(const std::string& data, const char* as_of) {
  return test::name(renew(data, as_of).dates[0].state);
}

}  // namespace

TEST_CASE("the two joint products are worth 4.5 million a year together") {
  // Domain rules, section 6: 3.0M and 1.5M.
  const auto workshop =
      review(held("2024-07-10", idea("家庭保险套餐", "3000000") + "," +
                                    idea("代步车保险", "1500000") + "," + idea("充电险")),
             "2024-08-01");
  CHECK(workshop.yearly_value == yuan("4500000"));
  CHECK(workshop.unvalued == 1);
  REQUIRE(workshop.ideas.size() == 3);
  CHECK(workshop.ideas[1].name == "代步车保险");
  CHECK(workshop.proposals.last == 3);
}

TEST_CASE("a workshop is due half a year after the start, then after the last one") {
  CHECK(next(review("", "2024-02-01")) == "2024-07-31");
  CHECK(next(review(held("2024-08-30"), "2024-09-01")) == "2025-02-28");
  CHECK(next(review(held("2024-08-30") + "," + held("2024-06-01"), "2024-09-01")) == "2025-02-28");
}

TEST_CASE("a workshop is overdue the day after it was due") {
  CHECK(review("", "2024-07-30").overdue_days == 0);
  CHECK(review("", "2024-07-31").overdue_days == 0);
  Findings findings;
  CHECK(review("", "2024-08-01", "A", &findings).overdue_days == 1);
  CHECK(test::count(findings, finding_code::workshop_overdue) == 1);
}

TEST_CASE("levels without workshops and unknown levels have none due") {
  CHECK(next(review("", "2025-01-01", "B")) == "none");
  CHECK(next(review("", "2025-01-01", nullptr)) == "none");
  CHECK(next(review("", "2025-01-01", "S")) == "2024-07-31");
}

TEST_CASE("three to five proposals are meant") {
  const auto outside = [](int count) {
    std::string ideas;
    for (int i = 0; i < count; ++i) ideas += (i > 0 ? "," : "") + idea("x");
    Findings findings;
    review(held("2024-07-10", ideas), "2024-07-11", "A", &findings);
    return test::count(findings, finding_code::proposals_outside) == 1;
  };
  CHECK(outside(2));
  CHECK_FALSE(outside(3));
  CHECK_FALSE(outside(4));
  CHECK_FALSE(outside(5));
  CHECK(outside(6));
}

TEST_CASE("a workshop after the date of judgement does not count yet") {
  const std::string later = held("2024-07-10", idea("x", "5"));
  CHECK(review(later, "2024-07-09").yearly_value == yuan("0"));
  CHECK(review(later, "2024-07-10").yearly_value == yuan("5"));
}

TEST_CASE("notice is due so many days before the end, the dossier's or the pack's") {
  const auto first = [](const std::string& more) {
    return renew(R"("end":"2027-06-30")" + more, "2024-01-01").dates[0];
  };
  CHECK(test::name(first("").kind) == "notice");
  CHECK(first("").date.text() == "2027-01-01");
  CHECK(first("").alert_from.text() == "2026-11-02");
  CHECK(first(R"(,"noticeDays":30)").date.text() == "2027-05-31");
}

TEST_CASE("an alert begins its lead time before the date and ends with it") {
  const std::string data = R"("priceReview":"2025-03-01")";
  CHECK(state(data, "2024-12-30") == "quiet");
  CHECK(state(data, "2024-12-31") == "alert");
  CHECK(state(data, "2025-03-01") == "alert");
  CHECK(state(data, "2025-03-02") == "past");
}

TEST_CASE("dates come in order, and what is missing about them is said") {
  Findings findings;
  const auto renewal =
      renew(R"("end":"2027-06-30","priceReview":"2025-03-01")", "2025-02-01", &findings);
  REQUIRE(renewal.dates.size() == 3);
  CHECK(test::name(renewal.dates[0].kind) == "price_review");
  CHECK(test::name(renewal.dates[2].kind) == "renewal");
  CHECK(renewal.dates[0].in_days == 28);
  CHECK(test::count(findings, finding_code::approver_missing) == 1);
  const auto& alert = test::finding(findings, finding_code::renewal_alert);
  CHECK(test::param(alert.params, "kind") == Scalar("price_review"));
  Findings none;
  CHECK(renew("", "2025-02-01", &none).dates.empty());
  CHECK(test::count(none, finding_code::contract_end_missing) == 1);
}
