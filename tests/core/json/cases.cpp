#include "support/cases.hpp"

#include <set>

#include "allymark/base/codes.hpp"
#include "json/evaluate.hpp"
#include "support/values.hpp"

namespace {

/// A store that holds the shipped packs under their ids.
allymark::json::PackStore shipped() {
  allymark::json::PackStore store;
  for (const std::string& pack : {test::pack_text(), test::file("core/policies/used-car.json")}) {
    const std::string added =
        allymark::json::evaluate(R"({"call":"add_policy","document":)" + pack + "}", store);
    REQUIRE(added.rfind(R"({"ok":true)", 0) == 0);
  }
  return store;
}

/// A store of its own with copies of what another holds: as new as one that read the packs itself,
/// in a tenth of the time.
allymark::json::PackStore copied(const allymark::json::PackStore& from) {
  allymark::json::PackStore store;
  for (const char* id : {"insurance-data", "used-car"}) {
    store.add(std::make_unique<allymark::json::StoredPack>(*from.by_id(id)));
  }
  return store;
}

void collect(std::set<std::string>& codes, const test::Json& list) {
  for (const auto& item : list) codes.insert(item["code"].get<std::string>());
}

}  // namespace

TEST_CASE("every golden case holds natively") {
  auto store = shipped();
  int cases = 0;
  std::set<std::string> errors;
  std::set<std::string> findings;
  test::each_case([&](const test::Case& item) {
    ++cases;
    const auto answer = test::Json::parse(allymark::json::evaluate(item.request, store));
    INFO(item.file << ": " << item.name);
    const std::string wrong = test::mismatches(item.expect, answer);
    INFO(wrong);
    CHECK(wrong.empty());
    if (answer["ok"] == false) {
      collect(errors, answer["errors"]);
    } else if (answer["result"].contains("findings")) {
      collect(findings, answer["result"]["findings"]);
    }
  });
  CHECK(cases > 200);
  // Each error and finding code stands in one of them, or is listed as shown elsewhere.
  for (unsigned i = 0; i < allymark::error_text_count; ++i) {
    const std::string code = allymark::error_texts[i].code;
    INFO("error " << code);
    CHECK(errors.count(code) == 1);
    errors.erase(code);
  }
  for (unsigned i = 0; i < allymark::finding_text_count; ++i) {
    const std::string code = allymark::finding_texts[i].code;
    INFO("finding " << code);
    CHECK(findings.count(code) == 1);
    findings.erase(code);
  }
  CHECK(errors.empty());
  CHECK(findings.empty());
}

TEST_CASE("a case answers alike however often and after whatever it is asked") {
  auto store = shipped();
  allymark::List<std::string> first;
  test::each_case([&](const test::Case& item) {
    first.push_back(allymark::json::evaluate(item.request, store));
  });
  const auto unused = shipped();
  std::size_t i = 0;
  test::each_case([&](const test::Case& item) {
    auto fresh = copied(unused);
    INFO(item.file << ": " << item.name);
    CHECK(allymark::json::evaluate(item.request, fresh) == first[i++]);
  });
}
