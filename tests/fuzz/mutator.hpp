#pragma once
// The mutator of the fuzz targets: most inputs are changed as somebody would who knows the field
// tables (tests/core/support/spoil.hpp), so that they reach the rules behind the reader; the rest
// is left to libFuzzer, which changes bytes.

#include <cstddef>
#include <cstdint>
#include <string>

#include "engine.hpp"

namespace fuzz {

/// Changes `size` bytes in place and returns how many there are now, at most `most`. A target's
/// input is the part of a request that `wrap` puts into one and `unwrap` takes out.
std::size_t mutate(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed,
                   Json (*wrap)(Json input), Json (*unwrap)(Json request));

}  // namespace fuzz
