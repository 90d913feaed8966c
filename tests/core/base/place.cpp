#include "allymark/base/place.hpp"

#include "support/catch.hpp"

using allymark::Place;

TEST_CASE("the whole document is the empty pointer") { CHECK(Place{}.pointer().empty()); }

TEST_CASE("a place is written as a JSON Pointer, token by token") {
  const Place root;
  const Place dossiers = root.member("dossiers");
  const Place second = dossiers.index(1);
  const Place metrics = second.member("trial/metrics");
  CHECK(metrics.key("complaint_rate").pointer() == "/dossiers/1/trial/metrics/complaint_rate");
}

TEST_CASE("tilde and slash of a document's own key are escaped, in that order") {
  const Place root;
  CHECK(root.key("a/b").pointer() == "/a~1b");
  CHECK(root.key("a~b").pointer() == "/a~0b");
  CHECK(root.key("~1").pointer() == "/~01");
  CHECK(root.key("").pointer() == "/");
}

TEST_CASE("a place may begin at a pointer that exists already") {
  const Place policy = Place::at("/policy");
  CHECK(policy.pointer() == "/policy");
  CHECK(policy.member("trial").pointer() == "/policy/trial");
}

TEST_CASE("keys of any language stay as they are") {
  const Place root;
  CHECK(root.key("投诉率").pointer() == "/投诉率");
}
