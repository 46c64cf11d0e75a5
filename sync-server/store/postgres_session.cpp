#include "sync-server/store/postgres_session.hpp"

#include <chrono>
#include <utility>

#include "sync-server/store/bell.hpp"
#include "sync-server/store/postgres_tables.hpp"

namespace pairbook::relay {

using postgres::Failure;
using postgres::Result;
using postgres::Values;

namespace {

constexpr std::int64_t pause_ms = 200;  // after a connection that could not be made

std::int64_t steady_ms() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

PlaceRow row_of(const Result& result, int at) {
  PlaceRow row;
  row.id = {result.fixed<16>(at, 0)};
  row.doors = {result.fixed<32>(at, 1), result.fixed<32>(at, 2), result.fixed<32>(at, 3)};
  row.number = result.count(at, 4);
  row.first = result.count(at, 5);
  row.head = {result.count(at, 6), result.fixed<32>(at, 7)};
  row.bytes = result.count(at, 8);
  row.touched = result.number(at, 9);
  row.gone = result.number(at, 10) != 0;
  row.last_rotation = result.fixed<32>(at, 11);
  return row;
}

KeptEntry entry_of(const Result& result, int at) {
  KeptEntry kept;
  kept.placed.sequence = result.count(at, 0);
  kept.placed.entry.kind = static_cast<wire::EntryKind>(result.number(at, 1));
  kept.placed.entry.id = {result.fixed<16>(at, 2)};
  kept.link = result.fixed<32>(at, 3);
  const base::BytesView sealed = result.bytes(at, 4);
  kept.placed.entry.sealed.assign(sealed.begin(), sealed.end());
  return kept;
}

}  // namespace

PostgresSession::PostgresSession(std::string address, Use use, std::string voice)
    : address_(std::move(address)), use_(use), voice_(std::move(voice)) {}

PostgresSession::~PostgresSession() = default;

void PostgresSession::connect() {
  if (connection_ && connection_->is_open()) return;
  connection_.reset();
  if (steady_ms() < not_before_) throw Failure("it was not there a moment ago");
  not_before_ = steady_ms() + pause_ms;
  auto fresh = std::make_unique<postgres::Connection>(address_);
  wait_for_disk(*fresh);
  if (use_ == Use::write || use_ == Use::read) {
    fresh->run("SET statement_timeout = '60s'");
    fresh->run("SET lock_timeout = '20s'");
    fresh->run("SET idle_in_transaction_session_timeout = '20s'");
  }
  // Tables that were empty when a statement was first planned are not searched from end to end
  // when they have grown.
  for (const char* setting : {"SET enable_seqscan = off", "SET enable_hashjoin = off",
                              "SET enable_mergejoin = off", "SET jit = off"}) {
    fresh->run(setting);
  }
  // Every relay that writes holds this lock together with the others, until its connection
  // ends.
  const bool is_free =
      use_ == Use::write
          ? fresh->number("SELECT pg_try_advisory_lock_shared(5784120)::int::int8")
      : use_ == Use::alone ? fresh->number("SELECT pg_try_advisory_lock(5784120)::int::int8")
                           : true;
  if (!is_free) {
    throw Failure(use_ == Use::alone ? "it is in use by a relay; stop it first"
                                     : "it is being copied or put back");
  }
  fresh->prepare(postgres::statements);
  connection_ = std::move(fresh);
  not_before_ = 0;
}

void PostgresSession::forget() {
  places_.clear();
  known_.clear();
  changed_.clear();
}

void PostgresSession::begin(bool to_write) {
  connect();
  forget();
  is_writing_ = to_write;
  connection_->queue(to_write ? "begin" : "look");
}

void PostgresSession::commit() {
  connection_->queue("commit");
  if (is_writing_) {
    connection_->settle();
    if (!voice_.empty() && !changed_.empty()) hint();
  } else {
    connection_->send_off();
  }
  forget();
}

// Outside the transaction: a hint holds up everybody else's commit while it is given.
void PostgresSession::hint() {
  const std::string text = hint_text(voice_, {changed_.begin(), changed_.end()});
  connection_->queue("hint", Values(base::bytes_of(text)));
  connection_->send_off();
}

void PostgresSession::roll_back() noexcept {
  forget();
  if (!connection_) return;
  try {
    if (connection_->is_open()) {
      connection_->queue("roll back");
      connection_->settle();
      return;
    }
  } catch (const std::exception&) {
    // It is of no more use; the next transaction makes another.
  }
  connection_.reset();
}

void PostgresSession::expect(const Expected& expected) {
  std::vector<base::BytesView> wanted;
  for (const wire::PlaceId& id : expected.places) {
    if (places_.try_emplace(id).second) wanted.emplace_back(id.bytes);
  }
  if (!wanted.empty()) {
    const Result found =
        connection_->ask(is_writing_ ? "hold places" : "places", Values(wanted));
    for (int at = 0; at < found.rows(); ++at) {
      const PlaceRow row = row_of(found, at);
      places_[row.id] = row;
    }
  }
  if (expected.entries.empty()) return;
  std::vector<base::BytesView> places, ids;
  for (const auto& [place, id] : expected.entries) {
    known_.try_emplace({place, id});
    places.emplace_back(place.bytes);
    ids.emplace_back(id.bytes);
  }
  const Result found = connection_->ask("known", Values(places, ids));
  for (int at = 0; at < found.rows(); ++at) {
    known_[{{found.fixed<16>(at, 0)}, {found.fixed<16>(at, 1)}}] =
        KnownEntry{found.count(at, 2), found.fixed<32>(at, 3)};
  }
}

std::optional<PlaceRow> PostgresSession::place(const wire::PlaceId& id) {
  if (!places_.contains(id)) expect({{id}, {}});
  return places_.at(id);
}

void PostgresSession::put(const PlaceRow& row) {
  // What is not there is inserted, so that two relays that make the same place cannot both.
  const char* statement = place(row.id) ? "change place" : "make place";
  connection_->queue(statement,
                     Values(row.id.bytes, row.doors.admin, row.doors.read, row.doors.write,
                            row.number, row.first, row.head.next, row.head.chain, row.bytes,
                            row.touched, row.gone, row.last_rotation));
  places_[row.id] = row;
  changed_.insert(row.id);
}

void PostgresSession::remove_place(const wire::PlaceId& id) {
  connection_->queue("remove place", Values(id.bytes));
  places_[id].reset();
  changed_.insert(id);
}

std::uint64_t PostgresSession::count_places() {
  return connection_->ask("count places").count(0, 0);
}

std::vector<wire::PlaceId> PostgresSession::untouched(Day day, bool gone, std::size_t most) {
  const Result found = connection_->ask("untouched", Values(gone, day, most));
  std::vector<wire::PlaceId> ids;
  for (int at = 0; at < found.rows(); ++at) ids.push_back({found.fixed<16>(at, 0)});
  return ids;
}

std::optional<KnownEntry> PostgresSession::known(const wire::PlaceId& place,
                                                 const wire::EntryId& id) {
  if (!known_.contains({place, id})) expect({{}, {{place, id}}});
  return known_.at({place, id});
}

void PostgresSession::add(const wire::PlaceId& place, const KeptEntry& kept,
                          const wire::Digest& hash) {
  const wire::NewEntry& entry = kept.placed.entry;
  connection_->queue("add entry", Values(place.bytes, kept.placed.sequence,
                                         static_cast<std::int64_t>(entry.kind), entry.id.bytes,
                                         hash, kept.link, base::BytesView(entry.sealed)));
  if (use_ != Use::alone) known_[{place, entry.id}] = KnownEntry{kept.placed.sequence, hash};
}

Run PostgresSession::entries(const wire::PlaceId& place, std::uint64_t from,
                             bool membership_only, std::uint64_t bytes, std::size_t most) {
  const std::uint64_t one_more = most + 1;
  const Result found = connection_->ask(membership_only ? "membership" : "all",
                                        Values(place.bytes, from, bytes, one_more));
  Run run;
  std::uint64_t sum = 0;
  for (int at = 0; at < found.rows(); ++at) {
    sum += found.bytes(at, 4).size();
    if (at > 0 && (sum > bytes || run.entries.size() == most)) {
      run.more = true;
      break;
    }
    run.entries.push_back(entry_of(found, at));
  }
  return run;
}

bool PostgresSession::has_snapshot(const wire::PlaceId& place, std::uint64_t from) {
  return connection_->ask("snapshot", Values(place.bytes, from)).rows() > 0;
}

std::uint64_t PostgresSession::trim(const wire::PlaceId& place, std::uint64_t below) {
  const std::uint64_t freed = connection_->ask("freed", Values(place.bytes, below)).count(0, 0);
  connection_->queue("trim", Values(place.bytes, below));
  return freed;
}

void PostgresSession::remove_entries(const wire::PlaceId& place) {
  connection_->queue("remove entries", Values(place.bytes));
  connection_->queue("remove keys", Values(place.bytes));
  std::erase_if(known_, [&](const auto& each) { return each.first.first == place; });
}

void PostgresSession::add_old_read_key(const wire::PlaceId& place, const wire::PublicKey& key) {
  connection_->queue("add key", Values(place.bytes, key));
}

bool PostgresSession::is_old_read_key(const wire::PlaceId& place, const wire::PublicKey& key) {
  return connection_->ask("key", Values(place.bytes, key)).rows() > 0;
}

std::vector<PlaceRow> PostgresSession::places_after(const std::optional<wire::PlaceId>& last,
                                                    std::size_t most) {
  const Result found = last ? connection_->ask("places after", Values(last->bytes, most))
                            : connection_->ask("first places", Values(most));
  std::vector<PlaceRow> rows;
  for (int at = 0; at < found.rows(); ++at) rows.push_back(row_of(found, at));
  return rows;
}

std::vector<WholeEntry> PostgresSession::whole_entries(const wire::PlaceId& place,
                                                       std::uint64_t from, std::size_t most) {
  const Result found = connection_->ask("whole entries", Values(place.bytes, from, most));
  std::vector<WholeEntry> entries;
  for (int at = 0; at < found.rows(); ++at) {
    entries.push_back({entry_of(found, at), found.fixed<32>(at, 5)});
  }
  return entries;
}

std::uint64_t PostgresSession::count_entries() {
  return connection_->ask("count entries").count(0, 0);
}

std::vector<wire::PublicKey> PostgresSession::old_read_keys(const wire::PlaceId& place) {
  const Result found = connection_->ask("keys", Values(place.bytes));
  std::vector<wire::PublicKey> keys;
  for (int at = 0; at < found.rows(); ++at) keys.push_back(found.fixed<32>(at, 0));
  return keys;
}

void wait_for_disk(postgres::Connection& connection) {
  connection.run(
      "SELECT set_config('synchronous_commit', 'on', false) "
      "WHERE current_setting('synchronous_commit') IN ('off', 'local')");
}

void prepare_postgres(const std::string& address) {
  postgres::Connection connection(address);
  if (connection.number("SELECT (current_setting('fsync') = 'off')::int::int8") != 0) {
    throw Failure("its server has fsync switched off and could lose what it acknowledged");
  }
  // One relay after the other, until its connection ends: the tables are made once.
  connection.run("SELECT pg_advisory_lock(5784121)");
  if (connection.number("SELECT count(*) FROM pg_namespace "
                        "WHERE nspname = 'pairbook_relay'") == 0) {
    connection.run_all(postgres::first_tables);
  }
  const std::int64_t version =
      connection.number("SELECT max(version) FROM pairbook_relay.about");
  if (version > postgres_version) {
    throw Failure("a later version of this program has written it");
  }
}

}  // namespace pairbook::relay
