#pragma once

#include <cstdint>
#include <map>

#include "pairbook/ledger/ledger.hpp"
#include "pairbook/sync/members.hpp"
#include "pairbook/sync/place_keys.hpp"
#include "pairbook/vault/keyring.hpp"

namespace pairbook::sync {

/// What a relay is told of an entry: whether it changes who is a member.
[[nodiscard]] wire::EntryKind kind_of(const ledger::Entry& entry);

/// What a talk with a relay asks of a book: which entries there are, and what opens and seals
/// them. Who is a member, and which key is current, is decided behind it.
class Space {
 public:
  virtual ~Space() = default;

  [[nodiscard]] virtual ledger::SpaceId id() const = 0;
  /// This device: what others have of it that it does not know itself, it has lost.
  [[nodiscard]] virtual ledger::DeviceId device() const = 0;
  [[nodiscard]] virtual PlaceKeys keys() const = 0;
  /// Of how many devices entries are believed. When there are more, what was not found before
  /// may be.
  [[nodiscard]] virtual std::size_t authors() const = 0;
  [[nodiscard]] virtual bool has(const ledger::SignedEntry& entry) const = 0;

  /// An entry from elsewhere, with its signature checked.
  ///
  /// Errors: not_found without the key, or without knowing its author: perhaps later;
  ///         corrupt, unsupported_version, too_large for what will never open.
  [[nodiscard]] virtual base::Result<ledger::SignedEntry> open(
      base::BytesView sealed) const = 0;

  /// An entry as it is sent now, with the current key.
  ///
  /// Errors: not_found while there is no current key: it waits.
  [[nodiscard]] virtual base::Result<wire::NewEntry> seal(const ledger::SignedEntry& entry,
                                                          std::uint8_t attempt) const = 0;
};

/// A space of a book: its keyring, its ledger, and whose entries are believed. All three are
/// looked at where they are. What an entry says about devices is learned as soon as it opens.
class BookSpace final : public Space {
 public:
  BookSpace(const ledger::SpaceId& id, const vault::Keyring& keyring,
            const ledger::Ledger& ledger, Members& members)
      : id_(id), keyring_(keyring), ledger_(ledger), members_(members) {}

  [[nodiscard]] ledger::SpaceId id() const override { return id_; }
  [[nodiscard]] ledger::DeviceId device() const override { return keyring_.device(); }
  [[nodiscard]] PlaceKeys keys() const override { return PlaceKeys::of(*keyring_.find(id_)); }
  [[nodiscard]] std::size_t authors() const override { return members_.believed(); }
  [[nodiscard]] bool has(const ledger::SignedEntry& entry) const override;
  [[nodiscard]] base::Result<ledger::SignedEntry> open(base::BytesView sealed) const override;
  [[nodiscard]] base::Result<wire::NewEntry> seal(const ledger::SignedEntry& entry,
                                                  std::uint8_t attempt) const override;

 private:
  ledger::SpaceId id_;
  const vault::Keyring& keyring_;
  const ledger::Ledger& ledger_;
  Members& members_;
};

/// How much of what a device wrote each other device has seen, as their own entries say. A
/// device that has written nothing since says nothing of it.
///
/// Cost: goes through the ledger once.
[[nodiscard]] std::map<ledger::DeviceId, std::uint64_t> seen_by_others(
    const ledger::Ledger& ledger, const ledger::DeviceId& device);

}  // namespace pairbook::sync
