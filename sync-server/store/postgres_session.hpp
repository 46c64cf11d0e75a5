#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>

#include "sync-server/store/postgres.hpp"
#include "sync-server/store/session.hpp"

namespace pairbook::relay {

/// The version of the tables that this program makes. Older ones are brought up to it when a
/// relay starts; newer ones are left alone.
inline constexpr int postgres_version = 1;

/// Makes the schema `pairbook_relay` if there is none, and brings its tables up to date. Two
/// relays may do it at the same time. Throws, also for a server that does not flush what it
/// says it has written.
void prepare_postgres(const std::string& address);

/// A server that was told not to wait for its disk would let us acknowledge what it may lose:
/// on this connection it waits.
void wait_for_disk(postgres::Connection& connection);

/// What a session is for.
enum class Use {
  write,  // one of perhaps several relays, which all may write
  read,   // beside it
  alone,  // to copy or put back: throws as long as a relay is connected
  look,   // to check or copy from a store that may be in use
};

/// Places in a PostgreSQL database, which several relays may share.
///
/// A change takes hold of the rows of its places first, in one order for all, and whoever else
/// wants one of them waits. So what `make` decides holds when it is written, at every relay.
///
/// The connection is made when it is needed, and again when it was lost.
class PostgresSession final : public WholeSession {
 public:
  /// Of a prepared database. `voice` names this relay in the hints it gives to others after a
  /// commit (see Bell); when it is empty it gives none.
  PostgresSession(std::string address, Use use, std::string voice = {});
  ~PostgresSession() override;

  void begin(bool to_write) override;
  void commit() override;
  void roll_back() noexcept override;
  void expect(const Expected& expected) override;

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
  using EntryName = std::pair<wire::PlaceId, wire::EntryId>;

  void connect();
  void forget();
  void hint();

  const std::string address_;
  const Use use_;
  const std::string voice_;
  std::unique_ptr<postgres::Connection> connection_;
  std::int64_t not_before_ = 0;  // milliseconds of the steady clock: not again before then
  bool is_writing_ = false;
  // What this transaction knows: rows that it holds, and entries it asked for. Without a value
  // it is not there.
  std::map<wire::PlaceId, std::optional<PlaceRow>> places_;
  std::map<EntryName, std::optional<KnownEntry>> known_;
  std::set<wire::PlaceId> changed_;
};

}  // namespace pairbook::relay
