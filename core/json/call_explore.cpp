#include "json/call.hpp"

#include "allymark/base/codes.hpp"
#include "json/canonical.hpp"
#include "json/explore.hpp"

namespace allymark::json {

void Call::explore() {
  ExploreRequest request;
  read(request);
  may_ask(request.request);
  if (request.watch.empty() && document_.at("/watch") != nullptr) {
    errors_.add(error_code::empty_list, Place::at("/watch"));
  }
  if (!errors_.empty()) return;
  const Node& inner = *static_cast<const Node*>(request.request.node);
  // A pack that cannot be had is told by the inner request itself.
  Errors kept = std::move(errors_);
  const StoredPack* pack = find_pack({document_.member(inner, "policy")}, false);
  errors_ = std::move(kept);
  const bool whole = pack != nullptr && touches_policy(request);
  std::string text = "{";
  document_.each(inner, [&](const Node& member) {
    write_key(text, document_.key(member));
    if (whole && document_.key(member) == "policy") {
      write(text, pack->pack);
    } else if (pack != nullptr && member.kind == NodeKind::object &&
               document_.key(member) == "policy") {
      // By its digest: read again and again it would push itself out of the store.
      text += "{\"digest\":\"";
      text += pack->digest;
      text += "\"}";
    } else {
      text += canonical(document_, member);
    }
  });
  text += '}';
  PackStore scratch;
  const Exploration result = json::explore(request, document_, text, pack ? &pack->pack : nullptr,
                                           whole ? scratch : store_, errors_);
  if (result.refusal.empty()) return answer_with(result);
  out_ = result.refusal;
}

void Call::simulate() {
  SimulateRequest request;
  read(request);
  const StoredPack* pack = find_pack(request.policy, false);
  const std::size_t known = errors_.size();
  if (pack != nullptr) {
    const CommissionRules& rules = pack->pack.commission;
    check(request.data, request.rules, pack->pack.metrics, {}, errors_);
    check_charge(rules.shortfall_charge, merge(rules.reading, request.reading),
                 Place::at("/reading/missed"), errors_);
  }
  errors_.keep_apart(known);
  if (!errors_.empty()) return;
  Priced priced;
  if (!price(std::nullopt, request.contract_year, request.reading, pack, priced)) return;
  const Simulation result =
      allymark::simulate(Tariff(*priced.clause, priced.reading), pack->pack.trial,
                         pack->pack.metrics, request.data, request.rules);
  begin(pack, std::nullopt);
  write_members(out_, result);
  return end(false);
}

}  // namespace allymark::json
