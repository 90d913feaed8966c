// The used-car pack (domain rules, section 9): the figures of the failure.

#include "support/clauses.hpp"

using namespace allymark;
using test::d;

namespace {

const Pack& used_car() {
  static const auto pack = test::from_json<Pack>(test::file("core/policies/used-car.json"));
  return pack;
}
Money gross(const char* volume) {
  Findings findings;
  return *quote(used_car().commission, 1, {}, d(volume), {}, {}, findings).gross;
}

}  // namespace

TEST_CASE("the used-car pack has no errors") {
  Errors errors;
  check(used_car(), Place::at("/policy"), errors);
  CHECK(test::lines(errors).empty());
}

TEST_CASE("every deal is worth 600 yuan, whatever their number") {
  CHECK(gross("120") == test::yuan("72000"));
  CHECK(gross("2999") == test::yuan("1799400"));
  CHECK(gross("3000") == test::yuan("1800000"));
  CHECK(gross("3001") == test::yuan("1800600"));
}

TEST_CASE("the plan is 3,000 deals a year, 250 a month, for 36 months") {
  CHECK(used_car().commission.years.front().target == d("3000"));
  CHECK(used_car().commission.months == 36);
  Findings findings;
  lint(used_car(), {}, findings);
  CHECK(test::count(findings, finding_code::monthly_target_mismatch) == 0);
  CHECK(test::count(findings, finding_code::cliff) == 0);
}
