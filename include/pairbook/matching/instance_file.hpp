#pragma once

#include <cstdint>
#include <variant>

#include "pairbook/base/bytes.hpp"
#include "pairbook/matching/assign.hpp"
#include "pairbook/matching/assign_dense.hpp"
#include "pairbook/matching/match_peers.hpp"

namespace pairbook::matching {

/// A question read from a `.pbm` file: mentees and mentors, scores of 0 to 10,000, and what an
/// unmatched mentee costs. `unmatched` and 10,000 - score are costs; least is best.
struct PairsFile {
  Assignment question;  // people in the order of their numbers
  std::int64_t unmatched = 0;

  /// What the format wants least of: 10,000 - score over the pairs, `unmatched` for the rest.
  [[nodiscard]] std::int64_t objective(const Assigned& answer) const;
};

using Instance = std::variant<PairsFile, PeerQuestion, CostMatrix>;

/// Reads a question as plain text; the file itself says of which kind it is.
///
/// Shape:  a person's number decides between equal solutions through a hash, so neither the
///         order of lines nor a low number wins anything.
/// Errors: corrupt, with "line 12" and what is wrong; too_large.
/// Source: docs/matching.md, "Questions as files"
[[nodiscard]] base::Result<Instance> read_instance(base::BytesView text);

}  // namespace pairbook::matching
