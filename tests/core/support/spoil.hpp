#pragma once
// Spoil: changes a request as somebody could who knows the contract: a figure at or just beyond its
// bound, another choice, a field that was not there, a part of another request, a value of the
// wrong kind. What stands where is read off the field tables, so a new field is spoilt from its
// first day. The native tests and the fuzzer share it.

#include <nlohmann/json.hpp>
#include <vector>

#include "allymark/base/fields.hpp"
#include "allymark/measure/random.hpp"

namespace test {

class Spoiler {
 public:
  using Value = nlohmann::ordered_json;

  /// Parts are taken over from these requests.
  explicit Spoiler(std::vector<Value> requests);

  const std::vector<Value>& requests() const { return requests_; }

  /// Makes one change somewhere in a request, by the table of its call where there is one.
  void spoil(Value& request, allymark::Pcg32& random) const;

  /// Makes one change in a pack.
  void spoil_pack(Value& pack, allymark::Pcg32& random) const;

 private:
  std::vector<Value> requests_;
};

}  // namespace test
