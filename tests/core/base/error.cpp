#include "allymark/base/error.hpp"

#include "support/values.hpp"

using namespace allymark;

TEST_CASE("errors are ordered by path, then by code") {
  Errors errors;
  const Place root;
  errors.add("second", root.member("b"));
  errors.add("later", root.member("a"));
  errors.add("earlier", root.member("a"));
  errors.sort();
  CHECK(test::lines(errors) == List<std::string>{"earlier /a", "later /a", "second /b"});
}

TEST_CASE("an error is taken back by its code and path together") {
  Errors errors;
  const Place root;
  errors.add("missing_field", root.member("to"));
  CHECK_FALSE(errors.remove("missing_field", "/volume"));
  CHECK_FALSE(errors.remove("not_whole", "/to"));
  CHECK(errors.size() == 1);
  CHECK(errors.remove("missing_field", "/to"));
  CHECK(errors.empty());
}

TEST_CASE("errors of two sources are joined") {
  Errors errors;
  Errors others;
  errors.add("one", {});
  others.add("two", {}).with("minimum", test::d("1"));
  errors.add(std::move(others));
  CHECK(test::lines(errors) == List<std::string>{"one ", "two "});
}
