// The tables, version 1. Blobs have the lengths of their types in wire/frame.hpp.
//
// place: one row a place. Of a deleted one only id, number, touched and gone mean anything.
//
// entry: sealed is NULL once it is trimmed. Its id, hash and link stay, so that an entry that
// is sent again is still known and the chain can still be checked.
//
// old_read_key: keys that were replaced. They open the membership entries.
#include "sync-server/store/sqlite_session.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <utility>

namespace pairbook::relay {

using sqlite::Statement;

namespace {

#define place_columns                                                                 \
  "SELECT id, admin, read, write, number, first, next, chain, bytes, touched, gone, " \
  "rotation"

constexpr std::int64_t application_id = 0x50425231;  // "PBR1"

constexpr const char* first_tables = R"(
  CREATE TABLE place(
    id BLOB PRIMARY KEY, admin BLOB NOT NULL, read BLOB NOT NULL, write BLOB NOT NULL,
    number INTEGER NOT NULL, first INTEGER NOT NULL, next INTEGER NOT NULL, chain BLOB NOT NULL,
    bytes INTEGER NOT NULL, touched INTEGER NOT NULL, gone INTEGER NOT NULL,
    rotation BLOB NOT NULL) WITHOUT ROWID;
  CREATE INDEX place_touched ON place(gone, touched);
  CREATE TABLE entry(
    place BLOB NOT NULL, sequence INTEGER NOT NULL, kind INTEGER NOT NULL, id BLOB NOT NULL,
    hash BLOB NOT NULL, link BLOB NOT NULL, sealed BLOB, UNIQUE(place, sequence),
    UNIQUE(place, id));
  CREATE INDEX entry_membership ON entry(place, sequence) WHERE kind = 1;
  CREATE INDEX entry_snapshot ON entry(place, sequence) WHERE kind = 2;
  CREATE TABLE old_read_key(
    place BLOB NOT NULL, key BLOB NOT NULL, PRIMARY KEY(place, key)) WITHOUT ROWID;
  PRAGMA application_id = 0x50425231;
  PRAGMA user_version = 1;
)";

void make_file(const std::string& file) {
  const int handle = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (handle < 0) throw sqlite::Failure(SQLITE_CANTOPEN, "the file cannot be made or opened");
  close(handle);
}

PlaceRow row_of(const Statement& statement) {
  PlaceRow row;
  row.id = {statement.fixed<16>(0)};
  row.doors = {statement.fixed<32>(1), statement.fixed<32>(2), statement.fixed<32>(3)};
  row.number = statement.count(4);
  row.first = statement.count(5);
  row.head = {statement.count(6), statement.fixed<32>(7)};
  row.bytes = statement.count(8);
  row.touched = statement.number(9);
  row.gone = statement.number(10) != 0;
  row.last_rotation = statement.fixed<32>(11);
  return row;
}

KeptEntry entry_of(const Statement& statement) {
  KeptEntry kept;
  kept.placed.sequence = statement.count(0);
  kept.placed.entry.kind = static_cast<wire::EntryKind>(statement.number(1));
  kept.placed.entry.id = {statement.fixed<16>(2)};
  kept.link = statement.fixed<32>(3);
  const base::BytesView sealed = statement.bytes(4);
  kept.placed.entry.sealed.assign(sealed.begin(), sealed.end());
  return kept;
}

}  // namespace

void prepare_sqlite(const std::string& file, const char* vfs) {
  make_file(file);
  sqlite::Connection connection(file, true, vfs);
  const std::int64_t made_by = connection.number("PRAGMA application_id");
  const std::int64_t version = connection.number("PRAGMA user_version");
  const std::int64_t tables = connection.number("SELECT count(*) FROM sqlite_schema");
  if (made_by != application_id && (made_by != 0 || version != 0 || tables != 0)) {
    throw sqlite::Failure(SQLITE_NOTADB, "it belongs to another program");
  }
  if (version > sqlite_version) {
    throw sqlite::Failure(SQLITE_NOTADB, "a later version of this program has written it");
  }
  if (connection.text("PRAGMA journal_mode=WAL") != "wal") {
    throw sqlite::Failure(SQLITE_CANTOPEN, "this disk cannot keep a write-ahead log");
  }
  if (version == sqlite_version) return;
  connection.run("PRAGMA synchronous=FULL");
  connection.run("BEGIN IMMEDIATE");
  connection.run(first_tables);
  connection.run("COMMIT");
}

struct SqliteSession::Statements {
  explicit Statements(sqlite::Connection& c)
      : begin(c, "BEGIN"),
        begin_to_write(c, "BEGIN IMMEDIATE"),
        commit(c, "COMMIT"),
        place(c, place_columns " FROM place WHERE id = ?"),
        put(c, "REPLACE INTO place VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        remove_place(c, "DELETE FROM place WHERE id = ?"),
        count(c, "SELECT count(*) FROM place"),
        untouched(c, "SELECT id FROM place WHERE gone = ? AND touched < ? LIMIT ?"),
        known(c, "SELECT sequence, hash FROM entry WHERE place = ? AND id = ?"),
        add(c, "INSERT INTO entry VALUES(?, ?, ?, ?, ?, ?, ?)"),
        all(c,
            "SELECT sequence, kind, id, link, sealed FROM entry "
            "WHERE place = ? AND sequence >= ? AND sealed IS NOT NULL ORDER BY sequence"),
        membership(c,
                   "SELECT sequence, kind, id, link, sealed FROM entry "
                   "WHERE place = ? AND sequence >= ? AND kind = 1 ORDER BY sequence"),
        snapshot(c,
                 "SELECT 1 FROM entry WHERE place = ? AND sequence >= ? AND kind = 2 LIMIT 1"),
        freed(c,
              "SELECT total(length(sealed)) FROM entry "
              "WHERE place = ? AND sequence < ? AND kind <> 1"),
        trim(c,
             "UPDATE entry SET sealed = NULL "
             "WHERE place = ? AND sequence < ? AND kind <> 1 AND sealed IS NOT NULL"),
        remove_entries(c, "DELETE FROM entry WHERE place = ?"),
        remove_keys(c, "DELETE FROM old_read_key WHERE place = ?"),
        add_key(c, "INSERT OR IGNORE INTO old_read_key VALUES(?, ?)"),
        key(c, "SELECT 1 FROM old_read_key WHERE place = ? AND key = ?"),
        first_places(c, place_columns " FROM place ORDER BY id LIMIT ?"),
        places_after(c, place_columns " FROM place WHERE id > ? ORDER BY id LIMIT ?"),
        whole_entries(c,
                      "SELECT sequence, kind, id, link, sealed, hash FROM entry "
                      "WHERE place = ? AND sequence >= ? ORDER BY sequence LIMIT ?"),
        count_entries(c, "SELECT count(*) FROM entry"),
        keys(c, "SELECT key FROM old_read_key WHERE place = ? ORDER BY key") {}

  Statement begin, begin_to_write, commit, place, put, remove_place, count, untouched, known,
      add, all, membership, snapshot, freed, trim, remove_entries, remove_keys, add_key, key,
      first_places, places_after, whole_entries, count_entries, keys;
};

SqliteSession::SqliteSession(const std::string& file, bool may_write, const char* vfs)
    : connection_(file, true, vfs) {
  connection_.run("PRAGMA synchronous=FULL");
  connection_.run("PRAGMA secure_delete=ON");
  connection_.run("PRAGMA journal_size_limit=67108864");
  if (!may_write) connection_.run("PRAGMA query_only=ON");
  statements_ = std::make_unique<Statements>(connection_);
}

SqliteSession::~SqliteSession() = default;

void SqliteSession::begin(bool to_write) {
  (to_write ? statements_->begin_to_write : statements_->begin).with().done();
}

void SqliteSession::commit() {
  statements_->commit.with().done();
}

void SqliteSession::roll_back() noexcept {
  // A failure may have rolled back already.
  if (sqlite3_get_autocommit(connection_.handle()) != 0) return;
  sqlite3_exec(connection_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

std::optional<PlaceRow> SqliteSession::place(const wire::PlaceId& id) {
  Statement& find = statements_->place.with(id.bytes);
  std::optional<PlaceRow> row;
  if (find.row()) row = row_of(find);
  find.end();
  return row;
}

void SqliteSession::put(const PlaceRow& row) {
  statements_->put
      .with(row.id.bytes, row.doors.admin, row.doors.read, row.doors.write, row.number,
            row.first, row.head.next, row.head.chain, row.bytes, row.touched, row.gone,
            row.last_rotation)
      .done();
}

void SqliteSession::remove_place(const wire::PlaceId& id) {
  statements_->remove_place.with(id.bytes).done();
}

std::uint64_t SqliteSession::count_places() {
  Statement& count = statements_->count.with();
  const std::uint64_t found = count.row() ? count.count(0) : 0;
  count.end();
  return found;
}

std::vector<wire::PlaceId> SqliteSession::untouched(Day day, bool gone, std::size_t most) {
  Statement& find = statements_->untouched.with(gone, day, static_cast<std::uint64_t>(most));
  std::vector<wire::PlaceId> found;
  while (find.row()) found.push_back({find.fixed<16>(0)});
  return found;
}

std::optional<KnownEntry> SqliteSession::known(const wire::PlaceId& place,
                                               const wire::EntryId& id) {
  Statement& find = statements_->known.with(place.bytes, id.bytes);
  std::optional<KnownEntry> known;
  if (find.row()) known = KnownEntry{find.count(0), find.fixed<32>(1)};
  find.end();
  return known;
}

void SqliteSession::add(const wire::PlaceId& place, const KeptEntry& kept,
                        const wire::Digest& hash) {
  const wire::NewEntry& entry = kept.placed.entry;
  statements_->add
      .with(place.bytes, kept.placed.sequence, static_cast<std::int64_t>(entry.kind),
            entry.id.bytes, hash, kept.link, base::BytesView(entry.sealed))
      .done();
}

Run SqliteSession::entries(const wire::PlaceId& place, std::uint64_t from, bool membership_only,
                           std::uint64_t bytes, std::size_t most) {
  Statement& find =
      (membership_only ? statements_->membership : statements_->all).with(place.bytes, from);
  Run run;
  std::uint64_t sum = 0;
  while (find.row()) {
    sum += find.bytes(4).size();
    if (!run.entries.empty() && (sum > bytes || run.entries.size() == most)) {
      run.more = true;
      break;
    }
    run.entries.push_back(entry_of(find));
  }
  find.end();
  return run;
}

bool SqliteSession::has_snapshot(const wire::PlaceId& place, std::uint64_t from) {
  Statement& find = statements_->snapshot.with(place.bytes, from);
  const bool found = find.row();
  find.end();
  return found;
}

std::uint64_t SqliteSession::trim(const wire::PlaceId& place, std::uint64_t below) {
  Statement& sum = statements_->freed.with(place.bytes, below);
  const std::uint64_t freed = sum.row() ? sum.count(0) : 0;
  sum.end();
  statements_->trim.with(place.bytes, below).done();
  return freed;
}

void SqliteSession::remove_entries(const wire::PlaceId& place) {
  statements_->remove_entries.with(place.bytes).done();
  statements_->remove_keys.with(place.bytes).done();
}

void SqliteSession::add_old_read_key(const wire::PlaceId& place, const wire::PublicKey& key) {
  statements_->add_key.with(place.bytes, key).done();
}

bool SqliteSession::is_old_read_key(const wire::PlaceId& place, const wire::PublicKey& key) {
  Statement& find = statements_->key.with(place.bytes, key);
  const bool found = find.row();
  find.end();
  return found;
}

std::vector<PlaceRow> SqliteSession::places_after(const std::optional<wire::PlaceId>& last,
                                                  std::size_t most) {
  Statement& find = last ? statements_->places_after.with(last->bytes, most)
                         : statements_->first_places.with(most);
  std::vector<PlaceRow> rows;
  while (find.row()) rows.push_back(row_of(find));
  return rows;
}

std::vector<WholeEntry> SqliteSession::whole_entries(const wire::PlaceId& place,
                                                     std::uint64_t from, std::size_t most) {
  Statement& find = statements_->whole_entries.with(place.bytes, from, most);
  std::vector<WholeEntry> entries;
  while (find.row()) entries.push_back({entry_of(find), find.fixed<32>(5)});
  return entries;
}

std::uint64_t SqliteSession::count_entries() {
  Statement& count = statements_->count_entries.with();
  const std::uint64_t found = count.row() ? count.count(0) : 0;
  count.end();
  return found;
}

std::vector<wire::PublicKey> SqliteSession::old_read_keys(const wire::PlaceId& place) {
  Statement& find = statements_->keys.with(place.bytes);
  std::vector<wire::PublicKey> keys;
  while (find.row()) keys.push_back(find.fixed<32>(0));
  return keys;
}

}  // namespace pairbook::relay
