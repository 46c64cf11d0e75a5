#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pairbook/ledger/ledger.hpp"
#include "pairbook/sync/invitation.hpp"
#include "pairbook/sync/members.hpp"
#include "pairbook/sync/space.hpp"

namespace pairbook::sync {

/// Somebody who holds an invitation and asks to be let in.
struct Knock {
  crypto::PublicKey person;
  std::string name;
  bool operator==(const Knock&) const = default;
};

/// What somebody who was let in needs to begin.
struct Welcome {
  vault::SpaceKeys space;  // with an admin key for who leads
  crypto::PublicKey founder;
  std::string programme;  // what it is called; may be empty
  std::string relay;      // RelayAddress::origin
};

/// Where those who hold an invitation meet: a space of its own at the relay, in which everybody
/// who has the link is believed to be who they say they are, and nothing more.
///
/// Shape:  it lives in memory for one visit, under a device key of its own that the person's
///         key vouches for. Read everything (a sync::Talk) before saying something.
/// Source: docs/formats/invitation.md
class Lobby final : public Space {
 public:
  Lobby(const Invitation& invitation, const crypto::SigningKey& person,
        base::RandomSource& random);

  // What was heard.

  /// Whoever asks, in the order of their keys, each with the first name they gave.
  [[nodiscard]] std::vector<Knock> knocks() const;
  [[nodiscard]] bool is_welcome_for(const crypto::PublicKey& person) const;
  [[nodiscard]] bool is_declined(const crypto::PublicKey& person) const;
  /// Our own welcome, by the one who invited; what anybody else says is left out.
  ///
  /// Errors: not_found until there is one; corrupt for one that is none.
  [[nodiscard]] base::Result<Welcome> welcome() const;

  // What is said. Each is said once; the words are in log() then.

  /// Errors: invalid_input for a name that is none.
  [[nodiscard]] base::Done knock(std::string_view name, base::Instant now);
  [[nodiscard]] base::Done welcome(const crypto::PublicKey& person, const Welcome& welcome,
                                   base::Instant now, base::RandomSource& random);
  [[nodiscard]] base::Done decline(const crypto::PublicKey& person, base::Instant now);

  // What a talk asks for: everything of it, in order.

  [[nodiscard]] std::uint64_t log_end() const { return log_.size(); }
  [[nodiscard]] std::vector<ledger::SignedEntry> log(std::uint64_t from) const;
  void take_in(std::vector<ledger::SignedEntry> entries, base::Instant now);

  // Space
  [[nodiscard]] ledger::SpaceId id() const override { return keys_.id; }
  [[nodiscard]] ledger::DeviceId device() const override;
  [[nodiscard]] PlaceKeys keys() const override { return PlaceKeys::of(keys_); }
  [[nodiscard]] std::size_t authors() const override { return members_.believed(); }
  [[nodiscard]] bool has(const ledger::SignedEntry& entry) const override {
    return ledger_.has(entry);
  }
  [[nodiscard]] base::Result<ledger::SignedEntry> open(base::BytesView sealed) const override;
  [[nodiscard]] base::Result<wire::NewEntry> seal(const ledger::SignedEntry& entry,
                                                  std::uint8_t attempt) const override;

 private:
  [[nodiscard]] base::Done say(ledger::OpBytes op, base::Instant now);
  /// Calls see(author's person, op) for each op, in the order of the history.
  template <class See>
  void each(See see) const;
  [[nodiscard]] base::Bytes context_of(const crypto::PublicKey& inviter) const;

  Fingerprint inviter_;
  crypto::SigningKey person_;
  crypto::SigningKey device_;
  vault::SpaceKeys keys_;
  ledger::Ledger ledger_;
  mutable Members members_;  // learns from what it opens, as any space does
  std::vector<ledger::SignedEntry> log_;
};

// Formats, for tests and fuzzing.

inline constexpr std::uint32_t knock_op = 0x4010;
inline constexpr std::uint32_t welcome_op = 0x4011;
inline constexpr std::uint32_t declined_op = 0x4012;

[[nodiscard]] base::Bytes encode(const Welcome& welcome);
/// Errors: corrupt, unsupported_version, too_large.
[[nodiscard]] base::Result<Welcome> decode_welcome(base::BytesView bytes);

}  // namespace pairbook::sync
