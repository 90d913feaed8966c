#include <cmath>
#include <limits>

#include "json/evaluate.hpp"
#include "support/clauses.hpp"
#include "support/property.hpp"

using namespace allymark;

namespace {

/// The tariff of a request of {"call":"tariff"}, or the refusal's text.
std::optional<Tariff> compile(const std::string& request, std::string& refusal) {
  json::PackStore store;
  json::evaluate(R"({"call":"add_policy","document":)" + test::pack_text() + "}", store);
  return json::compile_tariff(request, store, refusal);
}
Tariff year_one(const std::string& more = "") {
  std::string refusal;
  auto tariff = compile(R"({"call":"tariff","policy":"insurance-data")" + more + "}", refusal);
  INFO(refusal);
  REQUIRE(tariff);
  return *tariff;
}
std::string pay(const Tariff& tariff, List<double>& volumes) {
  return json::pay_many(tariff, volumes.data(), volumes.size());
}
List<double> paid(const Tariff& tariff, List<double> volumes) {
  CHECK(pay(tariff, volumes).empty());
  return volumes;
}

}  // namespace

TEST_CASE("many volumes are paid as the printed table says") {
  CHECK(paid(year_one(), {0, 4999, 5000, 5001, 8000, 8001, 10000, 12000, 12001, 18500, 25000}) ==
        List<double>{0, 999800, 1250000, 1250280, 2090000, 2090320, 2730000, 3370000, 3370350,
                     5645000, 7920000});
}

TEST_CASE("a reading of its own prices many volumes") {
  CHECK(paid(year_one(R"(,"reading":{"tiers":"all_units"})"), {10000, 18500}) ==
        List<double>{3200000, 6475000});
  CHECK(paid(year_one(R"(,"reading":{"tiers":"linear_ramp"})"), {10000}) ==
        List<double>{2678571.43});
}

TEST_CASE("any volume is paid as its statement says, whole or not") {
  const Tariff tariff = year_one();
  CHECK(test::holds_for_all("payMany equals quote", 0, 4'000'000, [&](std::int64_t n) {
    List<double> volume = {static_cast<double>(n) / 100};
    pay(tariff, volume);
    const Money gross = tariff.gross(Decimal::nanos(n * (Decimal::scale / 100)));
    return volume[0] == static_cast<double>(gross.fen()) / 100;
  }));
}

TEST_CASE("no volumes are no pay") { CHECK(paid(year_one(), {}).empty()); }

TEST_CASE("volumes that are none are refused with their places, and all are left as they were") {
  List<double> volumes = {1,
                          -1,
                          1e9 + 1,
                          std::numeric_limits<double>::quiet_NaN(),
                          std::numeric_limits<double>::infinity(),
                          5};
  CHECK(pay(year_one(), volumes) ==
        R"({"ok":false,"errors":[{"code":"below_minimum","path":"/volumes/1","params":{}},)"
        R"({"code":"above_maximum","path":"/volumes/2","params":{}},)"
        R"({"code":"not_a_number","path":"/volumes/3","params":{}},)"
        R"({"code":"above_maximum","path":"/volumes/4","params":{}}]})");
  CHECK(volumes[0] == 1);
  CHECK(volumes[5] == 5);
}

TEST_CASE("the bounds of a volume are 0 and a thousand million") {
  const Tariff tariff = *[] {
    std::string refusal;
    return compile(R"({"call":"tariff","clause":{"tiers":[{"rate":1}]}})", refusal);
  }();
  CHECK(paid(tariff, {0, 1e9}) == List<double>{0, 1e9});
  List<double> below = {-1e-9};
  CHECK_FALSE(pay(tariff, below).empty());
  List<double> above = {1e9 + 1e-6};
  CHECK_FALSE(pay(tariff, above).empty());
}

TEST_CASE("a clause with errors compiles to a refusal") {
  std::string refusal;
  CHECK_FALSE(compile(R"({"call":"tariff","clause":{"tiers":[]}})", refusal));
  CHECK(refusal ==
        R"({"ok":false,"errors":[{"code":"empty_list","path":"/clause/tiers","params":{}}]})");
}

TEST_CASE("an undecided year and an unknown pack compile to refusals") {
  std::string refusal;
  CHECK_FALSE(compile(R"({"call":"tariff","policy":"insurance-data","contractYear":2})", refusal));
  CHECK(refusal.find("clause_undecided") != std::string::npos);
  CHECK_FALSE(compile(R"({"call":"tariff","policy":"nobody"})", refusal));
  CHECK(refusal.find("unknown_policy") != std::string::npos);
}
