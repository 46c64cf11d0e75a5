#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pairbook/ledger/ledger.hpp"
#include "row_seal.hpp"

namespace pairbook::vault {

/// The last entry that this device wrote into a space: whoever finds less has lost some.
struct OwnEnd {
  ledger::SpaceId space;
  ledger::ChainEnd end;
};

/// What a book holds, after one commit. Two are kept, written in turn.
struct Manifest {
  std::uint64_t generation = 0;
  std::uint64_t rows = 0;
  Sum sum{};
  crypto::Digest header{};    // hash of the header's bytes
  crypto::Digest previous{};  // hash of the manifest before, as sealed
  std::uint64_t next_position = 0;
  std::vector<OwnEnd> own;  // ascending by space
};

/// "head/manifest-a" for even generations, "head/manifest-b" for odd ones.
[[nodiscard]] std::string manifest_key(std::uint64_t generation);

[[nodiscard]] base::Bytes encode(const Manifest& manifest);
[[nodiscard]] base::Result<Manifest> decode_manifest(base::BytesView bytes);

}  // namespace pairbook::vault
