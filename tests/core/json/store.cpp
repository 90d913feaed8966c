#include "json/store.hpp"

#include "support/catch.hpp"

using namespace allymark::json;

namespace {

std::unique_ptr<StoredPack> pack(const char* id, const std::string& digest, bool named) {
  auto stored = std::make_unique<StoredPack>();
  stored->pack.id = id;
  stored->digest = digest;
  stored->named = named;
  return stored;
}

}  // namespace

TEST_CASE("a named pack is found by its id and by its digest") {
  PackStore store;
  store.add(pack("a", "1", true));
  REQUIRE(store.by_id("a") != nullptr);
  REQUIRE(store.by_digest("1") != nullptr);
  CHECK(store.by_id("b") == nullptr);
  CHECK(store.by_digest("2") == nullptr);
}

TEST_CASE("the last pack added under a name answers to it") {
  PackStore store;
  store.add(pack("a", "1", true));
  store.add(pack("b", "2", true));
  store.add(pack("a", "3", true));
  CHECK(store.by_id("a")->digest == "3");
  CHECK(store.by_digest("1") == nullptr);
  CHECK(store.ids() == "b, a");
}

TEST_CASE("a pack without a name is found by its digest only") {
  PackStore store;
  store.add(pack("a", "1", false));
  CHECK(store.by_id("a") == nullptr);
  REQUIRE(store.by_digest("1") != nullptr);
  CHECK(store.ids().empty());
}

TEST_CASE("of packs without a name the last eight are kept, named ones for ever") {
  PackStore store;
  store.add(pack("named", "0", true));
  for (int i = 1; i <= 9; ++i) store.add(pack("x", std::to_string(i), false));
  CHECK(store.by_digest("1") == nullptr);
  CHECK(store.by_digest("2") != nullptr);
  CHECK(store.by_digest("9") != nullptr);
  CHECK(store.by_id("named") != nullptr);
}

TEST_CASE("a pack sent again takes no second place") {
  PackStore store;
  for (int i = 0; i < 20; ++i) store.add(pack("x", "same", false));
  for (int i = 1; i <= 7; ++i) store.add(pack("x", std::to_string(i), false));
  CHECK(store.by_digest("same") != nullptr);
}

TEST_CASE("a pack that somebody holds stays where it is when the same one comes again") {
  PackStore store;
  const StoredPack& held = store.add(pack("x", "same", false));
  CHECK(&store.add(pack("x", "same", false)) == &held);
  store.add(pack("a", "same", true));
  CHECK(store.by_digest("same") == &held);
}

TEST_CASE("a pack that a call was given is not given up for the next ones that it brings") {
  PackStore store;
  for (int i = 1; i <= 8; ++i) store.add(pack("x", std::to_string(i), false));
  const StoredPack* oldest = store.by_digest("1");
  REQUIRE(oldest != nullptr);
  for (int i = 9; i <= 15; ++i) store.add(pack("x", std::to_string(i), false));
  CHECK(store.by_digest("1") == oldest);
  store.add(pack("x", "16", false));
  store.add(pack("x", "17", false));
  CHECK(store.by_digest("8") == nullptr);
}
