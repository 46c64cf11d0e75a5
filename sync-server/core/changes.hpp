#pragma once

#include "sync-server/core/rows.hpp"

namespace pairbook::relay {

/// How much may be kept.
struct PlaceLimits {
  std::uint64_t place_bytes = 64 * 1024 * 1024;  // a tenth of it for membership and snapshots
  std::uint64_t places = 100'000;
};

/// What a change does, decided on the rows themselves: in the one place where sequences, doors
/// and room cannot change meanwhile. The same for every database.
///
/// Shape:  what was refused has changed no row.
[[nodiscard]] ChangeMade make(Rows& rows, const Change& change, const PlaceLimits& limits);

/// Cost: one range read.
[[nodiscard]] StoreAnswer look_up(Rows& rows, const Question& question);

/// What making it or looking it up begins with.
[[nodiscard]] Expected expected(const Change& change);
[[nodiscard]] Expected expected(const Question& question);

/// The name of the place that begins with this admin key.
[[nodiscard]] wire::PlaceId place_of(const wire::PublicKey& admin);

}  // namespace pairbook::relay
