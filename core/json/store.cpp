#include "json/store.hpp"

#include <algorithm>

namespace allymark::json {

const StoredPack& PackStore::add(std::unique_ptr<StoredPack> pack) {
  if (!pack->named) {
    // Somebody may hold it: the same pack once more is the one that is here.
    if (const StoredPack* known = by_digest(pack->digest)) return *known;
  }
  const auto replaced = [&](const std::unique_ptr<StoredPack>& known) {
    return pack->named && known->named && known->pack.id == pack->pack.id;
  };
  packs_.erase(std::remove_if(packs_.begin(), packs_.end(), replaced), packs_.end());
  constexpr std::ptrdiff_t most_unnamed = 8;
  const auto unnamed = [](const std::unique_ptr<StoredPack>& known) { return !known->named; };
  if (std::count_if(packs_.begin(), packs_.end(), unnamed) >= most_unnamed) {
    packs_.erase(std::find_if(packs_.begin(), packs_.end(), unnamed));
  }
  packs_.push_back(std::move(pack));
  return *packs_.back();
}

const StoredPack* PackStore::by_id(std::string_view id) const {
  for (const auto& known : packs_) {
    if (known->named && known->pack.id == id) return known.get();
  }
  return nullptr;
}

const StoredPack* PackStore::by_digest(std::string_view digest) {
  for (auto& known : packs_) {
    if (known->digest != digest) continue;
    const StoredPack* found = known.get();
    // What was asked for last is given up last, so that a call can hold several.
    if (!found->named) std::rotate(&known, &known + 1, packs_.end());
    return found;
  }
  return nullptr;
}

std::string PackStore::ids() const {
  std::string result;
  for (const auto& known : packs_) {
    if (!known->named) continue;
    if (!result.empty()) result += ", ";
    result += known->pack.id;
  }
  return result;
}

}  // namespace allymark::json
