#pragma once

#include <stdexcept>

#include "sync-server/core/rows.hpp"

namespace pairbook::relay {

/// The database could not carry out a transaction that has done no harm and may be begun again:
/// another relay was faster, or the connection broke. Every change is the same when made twice.
struct Again : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// An entry as it is kept, with what is not sent to anybody.
struct WholeEntry {
  KeptEntry kept;  // `sealed` is empty once it has been trimmed
  wire::Digest hash{};
};

/// Rows of a database, with transactions. Used by one thread at a time.
class Session : public Rows {
 public:
  virtual void begin(bool to_write) = 0;
  /// Returns when all of it is on the disk. Throws when it may not be.
  virtual void commit() = 0;
  /// Never throws; ends whatever was begun.
  virtual void roll_back() noexcept = 0;
};

/// A session that can also be read from end to end: to check a store, and to copy it.
class WholeSession : public Session {
 public:
  /// Places in the order of their ids, also deleted ones: at most `most`, after one of them.
  virtual std::vector<PlaceRow> places_after(const std::optional<wire::PlaceId>& last,
                                             std::size_t most) = 0;
  /// Entries in order, also trimmed ones, from a sequence on.
  virtual std::vector<WholeEntry> whole_entries(const wire::PlaceId& place, std::uint64_t from,
                                                std::size_t most) = 0;
  virtual std::uint64_t count_entries() = 0;
  virtual std::vector<wire::PublicKey> old_read_keys(const wire::PlaceId& place) = 0;
};

}  // namespace pairbook::relay
