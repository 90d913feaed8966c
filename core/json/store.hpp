#pragma once
// Store: the packs an engine holds between calls, parsed once, so that a pack does not travel on
// every key press. A pack is found by its id (the last one added under it) or by its digest.

#include <memory>
#include <string>

#include "allymark/base/list.hpp"
#include "allymark/policy/pack.hpp"

namespace allymark::json {

struct StoredPack {
  Pack pack;
  std::string digest;
  Findings findings;  ///< of reading it: fields the engine does not know
  bool named = false;
};

class PackStore {
 public:
  /// Keeps a pack. A named one answers to its id until another takes the name; of the others the
  /// eight used last are kept for calls that repeat them by digest, each of them once. So what one
  /// call is given stays where it is while that call brings a few more.
  const StoredPack& add(std::unique_ptr<StoredPack> pack);
  /// The pack under an id, or null; unnamed packs have none.
  const StoredPack* by_id(std::string_view id) const;
  /// The pack with a digest (SHA-256, lower-case hexadecimal), or null. An unnamed one counts as
  /// used by that: it is given up later than the others.
  const StoredPack* by_digest(std::string_view digest);
  /// Ids of the named packs, separated by commas.
  std::string ids() const;

 private:
  List<std::unique_ptr<StoredPack>> packs_;
};

}  // namespace allymark::json
