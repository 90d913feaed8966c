#pragma once
// Canonical form: the same document always gives the same bytes: keys sorted by bytes, no white
// space, decimals in their shortest form, so that 5, 5.0 and 5e0 are one figure. The digest is
// taken over it.

#include "json/document.hpp"

namespace allymark::json {

/// Canonical JSON text of a node.
std::string canonical(const Document& document, const Node& node);

/// SHA-256 of the canonical text, in lower-case hexadecimal.
std::string digest(const Document& document, const Node& node);

}  // namespace allymark::json
