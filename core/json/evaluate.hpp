#pragma once
// Evaluate: the whole contract in one function: JSON text in, JSON text out. It is total: always
// valid JSON, {"ok":true,"result":...} or {"ok":false,"errors":[{code,path,params}]} with all
// errors at once.

#include <optional>
#include <string>
#include <string_view>

#include "allymark/agree/tariff.hpp"
#include "json/document.hpp"
#include "json/store.hpp"

/// Text to values and back, and the calls of the contract.
namespace allymark::json {

/// Answers one request: {"call": "select" | "assess" | "quote" | "curve" | "add_policy" | "check" |
/// "digest", ...}. Only add_policy, and a request that brings a whole pack, change the store.
std::string evaluate(std::string_view request, PackStore& store);

/// Answers a request that is read already.
std::string evaluate(const Document& request, PackStore& store);

/// Compiles the clause of a {"call": "tariff", policy | clause, contractYear, reading} request for
/// many volumes; on errors returns nothing and puts the answer {"ok":false,...} into `refusal`.
std::optional<Tariff> compile_tariff(std::string_view request, PackStore& store,
                                     std::string& refusal);

/// Replaces each of `count` volumes by its gross pay in yuan. Returns the refusal {"ok":false,...},
/// empty when every volume was a figure from 0 to 1,000 million; after a refusal they mean nothing.
std::string pay_many(const Tariff& tariff, double* volumes, std::size_t count);

}  // namespace allymark::json
