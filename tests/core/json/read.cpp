#include "json/read.hpp"

#include "support/clauses.hpp"

using namespace allymark;

namespace {

using Lines = List<std::string>;

template <class T>
Lines errors_of(std::string_view text, Findings* found = nullptr) {
  Errors errors;
  Findings findings;
  const auto document = json::Document::parse(text, errors);
  REQUIRE(errors.empty());
  T value{};
  json::Reader(document, errors, findings).read(document.root(), value, {});
  if (found != nullptr) *found = findings;
  return test::lines(errors);
}

}  // namespace

TEST_CASE("a decimal may be a number or the text of one") {
  CHECK(test::from_json<Tier>(R"({"rate":250})").rate == test::d("250"));
  CHECK(test::from_json<Tier>(R"({"rate":"250.00"})").rate == test::d("250"));
  CHECK(errors_of<Tier>(R"({"rate":"250 yuan"})") == Lines{"not_a_number /rate"});
  CHECK(errors_of<Tier>(R"({"rate":true})") == Lines{"wrong_type /rate"});
  CHECK(errors_of<Tier>(R"({"rate":{}})") == Lines{"wrong_type /rate"});
}

TEST_CASE("a figure is checked against its range, both ends inclusive") {
  CHECK(errors_of<Deduction>(R"({"id":"a","metric":"b","percent":-0.000000001})") ==
        Lines{"below_minimum /percent"});
  CHECK(errors_of<Deduction>(R"({"id":"a","metric":"b","percent":0})").empty());
  CHECK(errors_of<Deduction>(R"({"id":"a","metric":"b","percent":100})").empty());
  CHECK(errors_of<Deduction>(R"({"id":"a","metric":"b","percent":100.000000001})") ==
        Lines{"above_maximum /percent"});
}

TEST_CASE("null in an optional field is as good as leaving it out") {
  CHECK_FALSE(test::from_json<Tier>(R"({"upTo":null,"rate":1})").up_to);
}

TEST_CASE("null in a required field is missing") {
  CHECK(errors_of<Deduction>(R"({"id":"a","metric":"b","percent":null})") ==
        Lines{"missing_field /percent"});
}

TEST_CASE("an empty required text is missing, an empty optional one is empty") {
  CHECK(errors_of<Dossier>(R"({"id":"","name":""})") == Lines{"missing_field /id"});
  CHECK(errors_of<Dossier>(R"({"id":"a","name":""})").empty());
}

TEST_CASE("an unknown field is a finding and no error") {
  Findings findings;
  CHECK(errors_of<Tier>(R"({"rate":1,"colour":"red"})", &findings).empty());
  REQUIRE(findings.list().size() == 1);
  CHECK(findings.list()[0].code == std::string("unknown_field"));
  CHECK(findings.list()[0].path == "/colour");
}

TEST_CASE("texts are measured in characters, not in bytes") {
  const auto name = [](std::size_t characters) {
    std::string text = R"({"id":")";
    for (std::size_t i = 0; i < characters; ++i) text += "盟";
    return text + R"("})";
  };
  CHECK(errors_of<Dossier>(name(199)).empty());
  CHECK(errors_of<Dossier>(name(200)).empty());
  CHECK(errors_of<Dossier>(name(201)) == Lines{"too_long /id"});
}

TEST_CASE("lists have a length they may not exceed") {
  const auto tiers = [](int n) {
    std::string text = R"({"tiers":[)";
    for (int i = 0; i < n; ++i) text += R"({"rate":1},)";
    text.back() = ']';
    return text + "}";
  };
  CHECK(errors_of<Clause>(tiers(99)).empty());
  CHECK(errors_of<Clause>(tiers(100)).empty());
  CHECK(errors_of<Clause>(tiers(101)) == Lines{"too_long /tiers"});
}

TEST_CASE("a keyed collection is sorted by key, whatever the order in the text") {
  const auto a = test::from_json<Keyed<Measurement>>(R"({"nps":1,"conversion":2})");
  CHECK(a[0].key == "conversion");
  CHECK(a[1].key == "nps");
}

TEST_CASE("an amount of money has at most two decimals") {
  CHECK(errors_of<Clause>(R"({"tiers":[],"cap":99.99})").empty());
  CHECK(errors_of<Clause>(R"({"tiers":[],"cap":"99.990"})").empty());
  CHECK(errors_of<Clause>(R"({"tiers":[],"cap":99.991})") == Lines{"too_many_decimals /cap"});
}

TEST_CASE("a choice is one of its tokens, spelled exactly") {
  CHECK(errors_of<ReadingChoice>(R"({"tiers":"all_units"})").empty());
  CHECK(errors_of<ReadingChoice>(R"({"tiers":"All_units"})") == Lines{"unknown_choice /tiers"});
  CHECK(errors_of<ReadingChoice>(R"({"tiers":1})") == Lines{"wrong_type /tiers"});
}

TEST_CASE("everything wrong in a document is told at once, each with its path") {
  CHECK(errors_of<Dossier>(R"({"trial":{"users":-1,"attempt":0.5,"metrics":{"a/b":"x"}},
                               "months":[{"month":"2024-13"},{"metrics":[]}]})") ==
        Lines{"below_minimum /trial/users", "below_minimum /trial/attempt",
              "not_a_number /trial/metrics/a~1b", "bad_month /months/0/month",
              "wrong_type /months/1/metrics", "missing_field /months/1/month",
              "missing_field /id"});
}
