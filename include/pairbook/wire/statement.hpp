#pragma once

#include <string_view>

#include "pairbook/wire/frame.hpp"

/// Bytes that a client signs and a relay checks, and bytes that both hash. Making keys,
/// signatures and hashes is crypto's; these are the texts, each under a label of its own so
/// that none can stand for another.
namespace pairbook::wire {

/// What a proof is good for: this relay, by the address that the client used, and this
/// connection. A relay that passes proofs on to another one fails on the first, a recording on
/// the second.
struct Challenge {
  std::string_view origin;
  Nonce relay{};
  Nonce client{};
};

[[nodiscard]] base::Bytes create_statement(const Challenge& challenge, const Doors& doors);
[[nodiscard]] base::Bytes prove_statement(const Challenge& challenge, const Prove& proof);
/// Without the challenge: it may be sent again after a lost answer, and its door number and
/// sequence make it good for once.
[[nodiscard]] base::Bytes rotate_statement(std::string_view origin, const Rotate& rotate);

/// A place's id is the first 16 bytes of the hash of this.
[[nodiscard]] base::Bytes place_statement(const PublicKey& admin);
/// The chain of a place begins with the hash of this ...
[[nodiscard]] base::Bytes first_link_statement(const PlaceId& place);
/// ... and goes on with the hash of this for each entry.
[[nodiscard]] base::Bytes link_statement(const Digest& before, std::uint64_t sequence,
                                         EntryKind kind, const EntryId& id,
                                         const Digest& hash_of_sealed);

}  // namespace pairbook::wire
