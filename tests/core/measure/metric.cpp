#include "allymark/measure/metric.hpp"

#include "support/property.hpp"
#include "support/values.hpp"

using namespace allymark;
using test::d;

namespace {

Measured share(std::int64_t events, std::int64_t of) {
  return Measured::share(Decimal::whole(events), Decimal::whole(of));
}
Measured typed(std::string_view value) { return Measured::typed(d(value)); }

MetricDefinition rate() {
  return test::from_json<MetricDefinition>(
      R"({"label":{"zh":"率","en":"Rate"},"unit":"percent","better":"lower","base":"users","low":0,"high":100})");
}
MetricDefinition count_of_policies() {
  return test::from_json<MetricDefinition>(
      R"({"label":{"zh":"份","en":"Policies"},"unit":"units","better":"higher","low":0,"whole":true})");
}

List<std::string> errors_of(std::string_view measurement, const MetricDefinition& metric) {
  Errors errors;
  check(test::from_json<Measurement>(measurement), metric, {}, errors);
  return test::lines(errors);
}
using Lines = List<std::string>;

}  // namespace

TEST_CASE("15 of 300 is exactly 5 %, one more or less is not") {
  CHECK(share(14, 300).compare(d("5")) == -1);
  CHECK(share(15, 300).compare(d("5")) == 0);
  CHECK(share(16, 300).compare(d("5")) == 1);
}

TEST_CASE("a share that no decimal can hold is compared exactly") {
  CHECK(share(1, 3).compare(d("33.333333333")) == 1);
  CHECK(share(1, 3).compare(d("33.333333334")) == -1);
  CHECK(share(2, 3).compare(d("66.666666667")) == -1);
}

TEST_CASE("two shares are compared by cross-multiplication") {
  CHECK(share(1, 3).compare(share(333'333'333, 1'000'000'000)) == 1);
  CHECK(share(1, 3).compare(share(100'000'000, 300'000'000)) == 0);
  CHECK(share(1, 3).compare(typed("33.333333334")) == -1);
  CHECK(typed("5").compare(share(15, 300)) == 0);
}

TEST_CASE("comparison is antisymmetric and agrees with the difference of the counts") {
  CHECK(test::holds_for_all("comparison of shares", 0, 1'000'000'000, [](std::int64_t n) {
    const Measured a = share(n % 1000, 1000);
    const Measured b = share(n / 1000 % 1000, 1000);
    const std::int64_t difference = n % 1000 - n / 1000 % 1000;
    const int sign = difference < 0 ? -1 : difference > 0 ? 1 : 0;
    return a.compare(b) == sign && b.compare(a) == -sign;
  }));
}

TEST_CASE("shares of a thousand million users are still exact") {
  const OverflowGuard guard;
  CHECK(share(50'000'000, 1'000'000'000).compare(d("5")) == 0);
  CHECK(share(50'000'001, 1'000'000'000).compare(d("5")) == 1);
  CHECK(share(1'000'000'000, 1'000'000'000).value() == d("100"));
  CHECK_FALSE(guard.raised());
}

TEST_CASE("a share is shown in percent points, rounded at the ninth place") {
  CHECK(share(8, 300).value() == d("2.666666667"));
  CHECK(share(48, 300).value() == d("16"));
  CHECK(typed("2.8").value() == d("2.8"));
}

TEST_CASE("a share remembers its counts") {
  CHECK(share(8, 300).counted());
  CHECK(share(8, 300).events() == d("8"));
  CHECK(share(8, 300).of() == d("300"));
  CHECK_FALSE(typed("2.8").counted());
}

TEST_CASE("counts beat a typed value") {
  const auto both = test::from_json<Measurement>(R"({"value":4,"events":15,"of":300})");
  REQUIRE(measured(&both));
  CHECK(measured(&both)->counted());
  CHECK(measured(&both)->value() == d("5"));
}

TEST_CASE("a measurement without any figure says nothing, and is not 0") {
  const Measurement empty;
  CHECK_FALSE(measured(&empty));
  CHECK_FALSE(measured(nullptr));
  const auto null = test::from_json<Measurement>("null");
  CHECK_FALSE(measured(&null));
  const auto null_value = test::from_json<Measurement>(R"({"value":null})");
  CHECK_FALSE(measured(&null_value));
}

TEST_CASE("a bare figure is a typed value") {
  const auto bare = test::from_json<Measurement>("5.1");
  CHECK(measured(&bare)->value() == d("5.1"));
  const auto text = test::from_json<Measurement>(R"("5.1")");
  CHECK(measured(&text)->value() == d("5.1"));
}

TEST_CASE("a rate runs from 0 to 100 %") {
  CHECK(errors_of("-0.000000001", rate()) == Lines{"below_minimum "});
  CHECK(errors_of("0", rate()).empty());
  CHECK(errors_of("100", rate()).empty());
  CHECK(errors_of("100.000000001", rate()) == Lines{"above_maximum "});
  CHECK(errors_of("101", rate()) == Lines{"above_maximum "});
}

TEST_CASE("a count of policies is whole") {
  CHECK(errors_of("580", count_of_policies()).empty());
  CHECK(errors_of("580.5", count_of_policies()) == Lines{"not_whole "});
}

TEST_CASE("an error stands at the bare figure, or at the value of a measurement written out") {
  CHECK(errors_of("101", rate()) == Lines{"above_maximum "});
  CHECK(errors_of(R"({"value":101})", rate()) == Lines{"above_maximum /value"});
  CHECK(errors_of(R"({"value":580.5})", count_of_policies()) == Lines{"not_whole /value"});
}

TEST_CASE("events may equal their base and not exceed it") {
  CHECK(errors_of(R"({"events":299,"of":300})", rate()).empty());
  CHECK(errors_of(R"({"events":300,"of":300})", rate()).empty());
  CHECK(errors_of(R"({"events":301,"of":300})", rate()) == Lines{"events_above_base /events"});
}

TEST_CASE("half a pair of counts is refused where the other half is missing") {
  CHECK(errors_of(R"({"events":8})", rate()) == Lines{"counts_incomplete /of"});
  CHECK(errors_of(R"({"of":300})", rate()) == Lines{"counts_incomplete /events"});
}

TEST_CASE("a base of 0 is refused") {
  CHECK(errors_of(R"({"events":0,"of":0})", rate()) == Lines{"base_is_zero /of"});
  CHECK(errors_of(R"({"events":0,"of":1})", rate()).empty());
}

TEST_CASE("only rates are given as counts") {
  CHECK(errors_of(R"({"events":8,"of":300})", count_of_policies()) ==
        Lines{"counts_not_for_metric /events"});
  CHECK(errors_of(R"({"of":300})", count_of_policies()) == Lines{"counts_not_for_metric /of"});
}

TEST_CASE("a target of its own must be above 0") {
  CHECK(errors_of(R"({"value":5,"target":-1})", rate()) == Lines{"target_not_positive /target"});
  CHECK(errors_of(R"({"value":5,"target":0})", rate()) == Lines{"target_not_positive /target"});
  CHECK(errors_of(R"({"value":5,"target":0.000000001})", rate()).empty());
}

TEST_CASE("everything wrong with a measurement is said at once") {
  CHECK(errors_of(R"({"value":101,"events":301,"of":300,"target":0})", rate()) ==
        Lines{"above_maximum /value", "target_not_positive /target", "events_above_base /events"});
}

TEST_CASE("a limit is crossed strictly above or strictly below") {
  const Limit above{d("8"), std::nullopt};
  CHECK_FALSE(above.crossed(typed("7.999999999")));
  CHECK_FALSE(above.crossed(typed("8")));
  CHECK(above.crossed(typed("8.000000001")));
  const Limit below{std::nullopt, d("65")};
  CHECK(below.crossed(typed("64.999999999")));
  CHECK_FALSE(below.crossed(typed("65")));
  CHECK_FALSE(below.crossed(typed("65.000000001")));
}

TEST_CASE("counts exactly on a limit do not cross it") {
  const Limit above{d("8"), std::nullopt};
  CHECK_FALSE(above.crossed(share(24, 300)));
  CHECK(above.crossed(share(25, 300)));
}

TEST_CASE("a limit has above or below, neither both nor none") {
  Errors errors;
  const Place at = Place::at("/redLines/0");
  check(Limit{d("8"), std::nullopt}, at, errors);
  check(Limit{std::nullopt, d("8")}, at, errors);
  CHECK(errors.empty());
  check(Limit{}, at, errors);
  check(Limit{d("8"), d("5")}, at, errors);
  CHECK(test::lines(errors) == Lines{"limit_missing /redLines/0", "limit_ambiguous /redLines/0"});
}
