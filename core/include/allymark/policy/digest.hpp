#pragma once
// Digest: SHA-256 (FIPS 180-4) over a document's canonical JSON, so that two sides can tell that
// they hold the same rules. Canonical form is made in core/json; here are only bytes.

#include <string>
#include <string_view>

namespace allymark {

/// Lower-case hexadecimal SHA-256 of the bytes: 64 characters.
std::string sha256(std::string_view bytes);

}  // namespace allymark
