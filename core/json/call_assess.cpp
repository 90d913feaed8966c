#include "json/call.hpp"

#include "allymark/base/codes.hpp"
#include "allymark/base/order.hpp"

namespace allymark::json {

void Call::select() {
  SelectRequest request;
  read(request);
  const StoredPack* pack = find_pack(request.policy, false);
  check_dossiers(request.dossiers, pack);
  if (!errors_.empty()) return;
  const Selection result =
      select_partner(pack->pack, request.dossiers, {request.seed, request.draws}, findings_,
                     trace_if(request.trace));
  begin(pack, request.as_of);
  write_members(out_, result);
  return end(request.trace);
}

void Call::assess() {
  AssessRequest request;
  read(request);
  const StoredPack* pack = find_pack(request.policy, false);
  if (pack != nullptr && request.dossier) {
    const std::size_t known = errors_.size();
    check(*request.dossier, pack->pack, Place::at("/dossier"), errors_);
    errors_.keep_apart(known);
  }
  if (!errors_.empty()) return;
  const Assessment result =
      allymark::assess(pack->pack, *request.dossier, request.as_of, Place::at("/dossier"),
                       findings_, trace_if(request.trace));
  begin(pack, request.as_of);
  write_members(out_, result);
  return end(request.trace);
}

void Call::assess_many() {
  AssessManyRequest request;
  read(request);
  const StoredPack* pack = find_pack(request.policy, false);
  check_dossiers(request.dossiers, pack);
  if (!errors_.empty()) return;
  const auto rows =
      allymark::assess_many(pack->pack, request.dossiers, request.as_of, request.totals);
  std::optional<Concentration> concentration;
  if (pack->pack.portfolio && !request.more) {
    concentration =
        concentrate(request.totals, *pack->pack.portfolio, Place::at("/dossiers"), findings_);
  }
  begin(pack, request.as_of);
  write_key(out_, "rows");
  write(out_, rows);
  write_key(out_, "totals");
  write(out_, request.totals);
  write_key(out_, "concentration");
  write(out_, concentration);
  return end(false);
}

void Call::check_dossiers(const List<Dossier>& dossiers, const StoredPack* pack) {
  const std::size_t known = errors_.size();
  List<const Dossier*> sorted;
  for (std::size_t i = 0; i < dossiers.size(); ++i) {
    if (pack != nullptr) check(dossiers[i], pack->pack, Candidate::dossiers.index(i), errors_);
    sorted.push_back(&dossiers[i]);
  }
  sort(sorted, [](const Dossier* a, const Dossier* b) { return a->id < b->id; });
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    if (sorted[i]->id != sorted[i - 1]->id || sorted[i]->id.empty()) continue;
    const auto index = static_cast<std::size_t>(sorted[i] - dossiers.data());
    errors_.add_duplicate(Candidate::dossiers.index(index), "id", sorted[i]->id);
  }
  errors_.keep_apart(known);
}

}  // namespace allymark::json
