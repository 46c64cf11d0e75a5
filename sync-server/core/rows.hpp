#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "sync-server/core/store.hpp"

namespace pairbook::relay {

/// An entry that is known by its id, whether or not its bytes have been trimmed.
struct KnownEntry {
  std::uint64_t sequence = 0;
  wire::Digest hash{};  // of the sealed bytes
};

/// Entries in order, and whether there are more of them.
struct Run {
  std::vector<KeptEntry> entries;
  bool more = false;
};

/// What some changes or questions are going to ask for.
struct Expected {
  std::vector<wire::PlaceId> places;
  std::vector<std::pair<wire::PlaceId, wire::EntryId>> entries;
};

/// Rows of a database, within one transaction of its owner. A failure of the database is thrown
/// as std::runtime_error; the owner rolls back.
///
/// Only what any SQL engine does with a key: find, put, add, a range in order, remove.
class Rows {
 public:
  virtual ~Rows() = default;

  /// Told beforehand, a database at the other end of a wire fetches all of it at once.
  virtual void expect(const Expected&) {}

  virtual std::optional<PlaceRow> place(const wire::PlaceId& id) = 0;
  virtual void put(const PlaceRow& row) = 0;
  virtual void remove_place(const wire::PlaceId& id) = 0;
  virtual std::uint64_t count_places() = 0;
  /// Places touched before `day`: at most `most` of them.
  virtual std::vector<wire::PlaceId> untouched(Day day, bool gone, std::size_t most) = 0;

  virtual std::optional<KnownEntry> known(const wire::PlaceId& place,
                                          const wire::EntryId& id) = 0;
  virtual void add(const wire::PlaceId& place, const KeptEntry& entry,
                   const wire::Digest& hash) = 0;
  /// Entries that have not been trimmed, from a sequence on: at least one if there is one, then
  /// as long as their bytes together and their number allow it.
  virtual Run entries(const wire::PlaceId& place, std::uint64_t from, bool membership_only,
                      std::uint64_t bytes, std::size_t most) = 0;
  virtual bool has_snapshot(const wire::PlaceId& place, std::uint64_t from) = 0;
  /// Forgets the bytes of edits and snapshots below a sequence; how many bytes that frees.
  virtual std::uint64_t trim(const wire::PlaceId& place, std::uint64_t below) = 0;
  virtual void remove_entries(const wire::PlaceId& place) = 0;

  virtual void add_old_read_key(const wire::PlaceId& place, const wire::PublicKey& key) = 0;
  virtual bool is_old_read_key(const wire::PlaceId& place, const wire::PublicKey& key) = 0;
};

}  // namespace pairbook::relay
