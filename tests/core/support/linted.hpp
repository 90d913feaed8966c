#pragma once
// What the linter says of a pack, and the pack with the change that a finding proposes.

#include <sstream>
#include <string>

#include "support/ask.hpp"

namespace test {

/// The findings of a pack that has no errors.
inline Json findings_of(const Json& pack) {
  return result_of({{"call", "check"}, {"document", pack}})["findings"];
}
/// Where a finding stands; one whose entry is taken out stands in the list, as the next entry moves
/// to its place.
inline std::string place_of(const Json& finding) {
  const std::string path = finding["path"];
  const Json params = finding.value("params", Json::object());
  const bool gone = params.value("fix", "") == path && params.value("to", Json()) == "";
  return gone ? Json::json_pointer(path).parent_pointer().to_string() : path;
}
/// How many findings say the same of the same place: of cliffs at the same volume, of the same year
/// or grade, which may stand elsewhere in its list once another is gone.
inline std::size_t count(const Json& findings, const Json& wanted) {
  std::size_t n = 0;
  for (const auto& finding : findings) {
    bool same = finding["code"] == wanted["code"] && place_of(finding) == place_of(wanted);
    for (const char* name : {"at", "year", "grade"}) {
      const auto param = [&](const Json& of) {
        return of.value("params", Json()).value(name, Json());
      };
      same = same && (!wanted.contains("params") || param(finding) == param(wanted));
    }
    if (same) ++n;
  }
  return n;
}
/// The pack with the change that a finding proposes; an empty one takes the rule out, a copy is
/// added to its list before, and with a member every entry of the list changes its own.
inline Json mended(Json pack, const Json& params) {
  if (params.contains("copy")) {
    const Json::json_pointer from(params["copy"].get<std::string>());
    Json entry = pack[from];
    pack[from.parent_pointer()].push_back(std::move(entry));
  }
  const Json::json_pointer at(params["fix"].get<std::string>());
  if (params.contains("member")) {
    std::istringstream figures(params["to"].get<std::string>());
    for (Json& entry : pack[at]) {
      std::string figure;
      figures >> figure;
      entry[params["member"].get<std::string>()] = Json::parse(figure);
    }
    return pack;
  }
  if (params["to"] == "") {
    Json& list = pack[at.parent_pointer()];
    if (list.is_array()) {
      list.erase(std::stoul(at.back()));
    } else {
      list.erase(at.back());
    }
  } else {
    pack[at] = params["to"];
  }
  return pack;
}

}  // namespace test
