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

TEST_CASE(
    "what stands at, above or below a place known to be wrong is dropped, a neighbour is kept") {
  Errors errors;
  const Place root;
  errors.add("unread", root.member("a"));
  errors.add("at it", root.member("a"));
  errors.add("below", root.member("a").member("b"));
  errors.add("above", root);
  errors.add("beside", root.member("ab"));
  errors.add("beside", root.member("ab"));
  errors.keep_apart(1);
  CHECK(test::lines(errors) == List<std::string>{"unread /a", "beside /ab", "beside /ab"});
}

TEST_CASE("errors of one path and one code stay in the order they were found") {
  Errors errors;
  const Place root;
  for (const char* of : {"a", "b", "c", "d", "e"})
    errors.add("twice", root.member("x")).with("of", of);
  errors.sort();
  std::string order;
  for (const auto& error : errors) order += test::told(error.params) + ' ';
  CHECK(order == "of=a of=b of=c of=d of=e ");
}
