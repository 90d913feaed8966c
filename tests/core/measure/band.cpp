#include "allymark/measure/band.hpp"

#include "support/values.hpp"

using namespace allymark;
using test::d;

namespace {

List<std::string> errors_of(const char* bands) {
  Errors errors;
  check(test::from_json<List<Band>>(bands), Place::at("/bands"), errors);
  return test::lines(errors);
}
std::string grade(const char* shown) {
  return test::name(band_of(test::pack().scorecard.bands, d(shown)).grade);
}
using Lines = List<std::string>;

}  // namespace

TEST_CASE("120 and more is excellent") {
  CHECK(grade("119") == "good");
  CHECK(grade("120") == "excellent");
  CHECK(grade("121") == "excellent");
}

TEST_CASE("100 to 119 is good") {
  CHECK(grade("99") == "fair");
  CHECK(grade("100") == "good");
  CHECK(grade("101") == "good");
}

TEST_CASE("80 to 99 is fair and less is poor") {
  CHECK(grade("79") == "poor");
  CHECK(grade("80") == "fair");
  CHECK(grade("81") == "fair");
  CHECK(grade("0") == "poor");
}

TEST_CASE("bands need at least one band") { CHECK(errors_of("[]") == Lines{"empty_list /bands"}); }

TEST_CASE("every band but the last has a bound and the last has none") {
  CHECK(errors_of(R"([{"grade":"good","action":"keep"},{"grade":"poor","action":"end"}])") ==
        Lines{"bands_incomplete /bands/0/from"});
  CHECK(errors_of(R"([{"grade":"good","from":100,"action":"keep"},
                      {"grade":"poor","from":80,"action":"end"}])") ==
        Lines{"bands_incomplete /bands/1/from"});
}

TEST_CASE("bounds of bands fall") {
  const auto with_bound = [](const char* second) {
    return errors_of((std::string(R"([{"grade":"excellent","from":120,"action":"raise"},
        {"grade":"good","from":)") +
                      second + R"(,"action":"keep"},{"grade":"poor","action":"end"}])")
                         .c_str());
  };
  CHECK(with_bound("119").empty());
  CHECK(with_bound("120") == Lines{"bands_not_descending /bands/1/from"});
  CHECK(with_bound("121") == Lines{"bands_not_descending /bands/1/from"});
}
