#pragma once

#include "sync-server/store/postgres.hpp"

/// The tables in PostgreSQL, and everything that is asked of them.
///
/// place: one row a place. Of a deleted one only id, number, touched and gone mean anything.
///
/// entry: sealed is NULL once it is trimmed. Its id, hash and link stay, so that an entry that
/// is sent again is still known and the chain can still be checked. It is not compressed:
/// sealed bytes are as random as they look.
///
/// old_read_key: keys that were replaced. They open the membership entries.
namespace pairbook::relay::postgres {

inline constexpr const char* first_tables = R"(
  CREATE SCHEMA pairbook_relay;
  CREATE TABLE pairbook_relay.about(version bigint NOT NULL);
  CREATE TABLE pairbook_relay.place(
    id bytea PRIMARY KEY, admin bytea NOT NULL, read bytea NOT NULL, write bytea NOT NULL,
    number bigint NOT NULL, first bigint NOT NULL, next bigint NOT NULL, chain bytea NOT NULL,
    bytes bigint NOT NULL, touched bigint NOT NULL, gone bigint NOT NULL,
    rotation bytea NOT NULL) WITH (fillfactor = 70);
  CREATE INDEX place_touched ON pairbook_relay.place(gone, touched);
  CREATE TABLE pairbook_relay.entry(
    place bytea NOT NULL, sequence bigint NOT NULL, kind bigint NOT NULL, id bytea NOT NULL,
    hash bytea NOT NULL, link bytea NOT NULL, sealed bytea, PRIMARY KEY(place, sequence),
    UNIQUE(place, id));
  ALTER TABLE pairbook_relay.entry ALTER sealed SET STORAGE EXTERNAL;
  CREATE INDEX entry_membership ON pairbook_relay.entry(place, sequence) WHERE kind = 1;
  CREATE INDEX entry_snapshot ON pairbook_relay.entry(place, sequence) WHERE kind = 2;
  CREATE TABLE pairbook_relay.old_read_key(
    place bytea NOT NULL, key bytea NOT NULL, PRIMARY KEY(place, key));
  INSERT INTO pairbook_relay.about VALUES(1);
)";

#define PAIRBOOK_PLACE_COLUMNS \
  "id, admin, read, write, number, first, next, chain, bytes, touched, gone, rotation"

// As many rows as fit into $3 bytes, but one, and one more that tells whether there are more.
#define PAIRBOOK_RUN_OF(condition)                                                          \
  "SELECT sequence, kind, id, link, sealed FROM (SELECT sequence, kind, id, link, sealed, " \
  "sum(length(sealed)) OVER before AS bytes_before, count(*) OVER before AS rows_before "   \
  "FROM pairbook_relay.entry WHERE place = $1 AND sequence >= $2 AND " condition            \
  " WINDOW before AS (ORDER BY sequence ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) " \
  "ORDER BY sequence LIMIT $4::bigint) AS run "                                             \
  "WHERE rows_before < 2 OR bytes_before <= $3::bigint ORDER BY sequence"

inline constexpr Prepared statements[] = {
    {"begin", "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"},
    {"look", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"},
    {"commit", "COMMIT"},
    {"roll back", "ROLLBACK"},
    {"places",
     "SELECT " PAIRBOOK_PLACE_COLUMNS " FROM pairbook_relay.place WHERE id = ANY($1::bytea[])"},
    {"hold places",
     "SELECT " PAIRBOOK_PLACE_COLUMNS " FROM pairbook_relay.place WHERE id = ANY($1::bytea[]) "
     "ORDER BY id FOR UPDATE"},
    {"make place",
     "INSERT INTO pairbook_relay.place VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, "
     "$12)"},
    {"change place",
     "UPDATE pairbook_relay.place SET admin = $2, read = $3, write = $4, number = $5, "
     "first = $6, next = $7, chain = $8, bytes = $9, touched = $10, gone = $11, rotation = $12 "
     "WHERE id = $1"},
    {"remove place", "DELETE FROM pairbook_relay.place WHERE id = $1"},
    {"count places", "SELECT count(*) FROM pairbook_relay.place"},
    // Whoever is using one now keeps it from being idle.
    {"untouched",
     "SELECT id FROM pairbook_relay.place WHERE gone = $1 AND touched < $2 "
     "LIMIT $3::bigint FOR UPDATE SKIP LOCKED"},
    {"known",
     "SELECT e.place, e.id, e.sequence, e.hash "
     "FROM unnest($1::bytea[], $2::bytea[]) AS wanted(place, id) "
     "JOIN pairbook_relay.entry AS e ON e.place = wanted.place AND e.id = wanted.id"},
    {"add entry", "INSERT INTO pairbook_relay.entry VALUES($1, $2, $3, $4, $5, $6, $7)"},
    {"all", PAIRBOOK_RUN_OF("sealed IS NOT NULL")},
    {"membership", PAIRBOOK_RUN_OF("kind = 1")},
    {"snapshot",
     "SELECT 1 FROM pairbook_relay.entry WHERE place = $1 AND sequence >= $2 AND kind = 2 "
     "LIMIT 1"},
    {"freed",
     "SELECT coalesce(sum(length(sealed)), 0)::bigint FROM pairbook_relay.entry "
     "WHERE place = $1 AND sequence < $2 AND kind <> 1"},
    {"trim",
     "UPDATE pairbook_relay.entry SET sealed = NULL "
     "WHERE place = $1 AND sequence < $2 AND kind <> 1 AND sealed IS NOT NULL"},
    {"remove entries", "DELETE FROM pairbook_relay.entry WHERE place = $1"},
    {"remove keys", "DELETE FROM pairbook_relay.old_read_key WHERE place = $1"},
    {"add key",
     "INSERT INTO pairbook_relay.old_read_key VALUES($1, $2) ON CONFLICT DO NOTHING"},
    {"key", "SELECT 1 FROM pairbook_relay.old_read_key WHERE place = $1 AND key = $2"},
    {"keys", "SELECT key FROM pairbook_relay.old_read_key WHERE place = $1 ORDER BY key"},
    {"first places", "SELECT " PAIRBOOK_PLACE_COLUMNS
                     " FROM pairbook_relay.place ORDER BY id LIMIT $1::bigint"},
    {"places after", "SELECT " PAIRBOOK_PLACE_COLUMNS
                     " FROM pairbook_relay.place WHERE id > $1 ORDER BY id LIMIT $2::bigint"},
    {"whole entries",
     "SELECT sequence, kind, id, link, sealed, hash FROM pairbook_relay.entry "
     "WHERE place = $1 AND sequence >= $2 ORDER BY sequence LIMIT $3::bigint"},
    {"count entries", "SELECT count(*) FROM pairbook_relay.entry"},
    {"hint", "SELECT pg_notify('pairbook_relay', $1)"},
};

#undef PAIRBOOK_PLACE_COLUMNS
#undef PAIRBOOK_RUN_OF

}  // namespace pairbook::relay::postgres
