#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pairbook/base/id.hpp"
#include "pairbook/base/time.hpp"
#include "pairbook/domain/pair.hpp"
#include "pairbook/domain/rules.hpp"

namespace pairbook::domain {

using ProposalId = base::Id<struct ProposalTag>;

/// Two people whom a proposal would make a pair.
struct KeptPair {
  MenteeId mentee;
  MentorId mentor;
  int points = 0;  // as they were then
  bool operator==(const KeptPair&) const = default;
};

/// What is said of a kept proposal, beside its pairs.
struct KeptHead {
  std::string name;
  base::Date on;
  int round = 1;
  Rules rules;  // as they were then
  bool operator==(const KeptHead&) const = default;
};

/// A proposal somebody put aside under a name, to weigh it against another. It proposes nothing
/// any more: people may have left since.
struct KeptProposal {
  ProposalId id;
  KeptHead head;
  std::vector<KeptPair> pairs;  // by mentee, rising: nobody twice
  bool operator==(const KeptProposal&) const = default;
};
[[nodiscard]] std::int64_t points_of(const std::vector<KeptPair>& pairs);
/// Puts the pairs in their place; who is there already stays with the mentor they have.
void add_pairs(std::vector<KeptPair>& to, const std::vector<KeptPair>& more);

/// Two proposals side by side. Of every list, by mentee.
struct Comparison {
  std::uint32_t same = 0;  // pairs that are in both
  struct OtherMentor {
    MenteeId mentee;
    MentorId one, other;
    bool operator==(const OtherMentor&) const = default;
  };
  std::vector<OtherMentor> moved;  // have a mentor in both, and not the same
  std::vector<KeptPair> only_one;  // have a mentor in the one alone
  std::vector<KeptPair> only_other;
  bool operator==(const Comparison&) const = default;
};
/// Both by mentee, rising.
[[nodiscard]] Comparison compare(const std::vector<KeptPair>& one,
                                 const std::vector<KeptPair>& other);

}  // namespace pairbook::domain
