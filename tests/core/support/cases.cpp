#include "support/cases.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <vector>

#include "support/values.hpp"

template class nlohmann::basic_json<nlohmann::ordered_map>;

namespace test {
namespace {

using Pointer = Json::json_pointer;

/// A pack with a case's changes; null removes a member.
Json changed_pack(const std::string& base, const Json& changes) {
  Json pack = Json::parse(file("core/policies/" + base + ".json"));
  for (const auto& change : changes.items()) {
    const Pointer at(change.key());
    if (change.value().is_null()) {
      pack[at.parent_pointer()].erase(at.back());
    } else {
      pack[at] = change.value();
    }
  }
  return pack;
}

std::string request_of(const Json& item) {
  if (item.contains("text")) return item["text"].get<std::string>();
  Json request = item["request"];
  if (item.contains("pack")) {
    const Json& call = request["call"];
    const char* place = call == "check" ? "document" : call == "diff" ? "to" : "policy";
    request[place] = changed_pack(item.value("base", "insurance-data"), item["pack"]);
  }
  return request.dump();
}

/// True when everything in `part` stands in `whole` too.
bool includes(const Json& whole, const Json& part) {
  if (!part.is_object()) return whole == part;
  if (!whole.is_object()) return false;
  for (const auto& member : part.items()) {
    if (!whole.contains(member.key()) || !includes(whole[member.key()], member.value())) {
      return false;
    }
  }
  return true;
}

bool any_includes(const Json& list, const Json& part) {
  return std::any_of(list.begin(), list.end(),
                     [&](const Json& item) { return includes(item, part); });
}

Json list_of(const Json& wanted) { return wanted.is_array() ? wanted : Json::array({wanted}); }

bool holds(const std::string& key, const Json& wanted, const Json& answer) {
  const std::size_t slash = key.find('/');
  const std::string rule = key.substr(0, slash);
  const Pointer at(key.substr(slash));
  const bool there = answer.contains(at);
  if (rule == "!") return !there;
  if (!there) return false;
  const Json& found = answer[at];
  if (rule.empty()) return found == wanted;
  if (rule == "#") return found.is_array() && found.size() == wanted.get<std::size_t>();
  if (rule == "~") {
    return found.is_number() &&
           std::fabs(found.get<double>() - wanted[0].get<double>()) <= wanted[1].get<double>();
  }
  const Json parts = list_of(wanted);
  if (rule == "?") {
    return std::all_of(parts.begin(), parts.end(),
                       [&](const Json& part) { return any_includes(found, part); });
  }
  if (rule == "!?") {
    return std::none_of(parts.begin(), parts.end(),
                        [&](const Json& part) { return any_includes(found, part); });
  }
  FAIL("unknown rule " << rule);
  return false;
}

std::vector<Case> all_cases() {
  std::vector<Case> result;
  std::vector<std::string> names;
  const std::filesystem::path folder(ALLYMARK_SOURCE_DIR "/tests/cases");
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  for (const auto& name : names) {
    const Json document = Json::parse(file("tests/cases/" + name));
    for (const auto& item : document["cases"]) {
      result.push_back({name, item["name"].get<std::string>(), request_of(item), item["expect"]});
    }
  }
  return result;
}

}  // namespace

void each_case(const std::function<void(const Case&)>& visit) {
  // Read once: a dozen tests go through all of them, and a changed pack takes as long as its case.
  static const std::vector<Case> cases = all_cases();
  for (const Case& item : cases) visit(item);
}

std::string mismatches(const Json& expect, const Json& answer) {
  std::string result;
  for (const auto& member : expect.items()) {
    if (holds(member.key(), member.value(), answer)) continue;
    result += "expected " + member.key() + " = " + member.value().dump();
    const Pointer at(member.key().substr(member.key().find('/')));
    result += answer.contains(at) ? ", found " + answer[at].dump() + "\n" : ", found nothing\n";
  }
  return result;
}

}  // namespace test
