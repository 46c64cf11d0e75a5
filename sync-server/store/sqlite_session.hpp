#pragma once

#include <expected>
#include <filesystem>
#include <memory>
#include <string>

#include "sync-server/store/session.hpp"
#include "sync-server/store/sqlite.hpp"

namespace pairbook::relay {

/// The version of the tables that this program makes (`PRAGMA user_version`). Older ones are
/// brought up to it when a relay starts; newer ones are left alone.
inline constexpr int sqlite_version = 1;

/// Makes the file (readable by its owner only) if there is none, and brings its tables up to
/// date. Throws sqlite::Failure, also for a file of another program or of a later version.
void prepare_sqlite(const std::string& file, const char* vfs = nullptr);

/// Places in one SQLite file: a write-ahead log, flushed at every commit.
class SqliteSession final : public WholeSession {
 public:
  /// Of a prepared file. Throws sqlite::Failure.
  SqliteSession(const std::string& file, bool may_write, const char* vfs = nullptr);
  ~SqliteSession() override;

  void begin(bool to_write) override;
  void commit() override;
  void roll_back() noexcept override;

  std::optional<PlaceRow> place(const wire::PlaceId& id) override;
  void put(const PlaceRow& row) override;
  void remove_place(const wire::PlaceId& id) override;
  std::uint64_t count_places() override;
  std::vector<wire::PlaceId> untouched(Day day, bool gone, std::size_t most) override;
  std::optional<KnownEntry> known(const wire::PlaceId& place, const wire::EntryId& id) override;
  void add(const wire::PlaceId& place, const KeptEntry& entry,
           const wire::Digest& hash) override;
  Run entries(const wire::PlaceId& place, std::uint64_t from, bool membership_only,
              std::uint64_t bytes, std::size_t most) override;
  bool has_snapshot(const wire::PlaceId& place, std::uint64_t from) override;
  std::uint64_t trim(const wire::PlaceId& place, std::uint64_t below) override;
  void remove_entries(const wire::PlaceId& place) override;
  void add_old_read_key(const wire::PlaceId& place, const wire::PublicKey& key) override;
  bool is_old_read_key(const wire::PlaceId& place, const wire::PublicKey& key) override;

  std::vector<PlaceRow> places_after(const std::optional<wire::PlaceId>& last,
                                     std::size_t most) override;
  std::vector<WholeEntry> whole_entries(const wire::PlaceId& place, std::uint64_t from,
                                        std::size_t most) override;
  std::uint64_t count_entries() override;
  std::vector<wire::PublicKey> old_read_keys(const wire::PlaceId& place) override;

 private:
  struct Statements;

  sqlite::Connection connection_;
  std::unique_ptr<Statements> statements_;
};

}  // namespace pairbook::relay
