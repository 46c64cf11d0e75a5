#pragma once

#include <cstddef>
#include <span>

#include "pairbook/base/result.hpp"
#include "pairbook/matching/match_peers.hpp"

namespace pairbook::matching {

/// Whether each pair is of two different people among `people`, with no points below zero.
/// Errors: invalid_input "pairs".
[[nodiscard]] base::Done check_pairs(std::span<const Peers> pairs, std::size_t people);

}  // namespace pairbook::matching
