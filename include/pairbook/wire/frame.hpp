#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "pairbook/base/bytes.hpp"
#include "pairbook/base/id.hpp"
#include "pairbook/base/result.hpp"
#include "pairbook/wire/error_code.hpp"

/// What a client and a relay say to each other: docs/protocol.md, in C++.
///
/// A *place* is where a space is kept at a relay. Its id is the hash of its first admin key, so
/// nobody can claim another's. Three *doors* lead in, each with a key of its own: read, write,
/// admin. Entries are opaque: the relay numbers them 1, 2, 3, ... and cannot open them.
namespace pairbook::wire {

using PlaceId = base::Id<struct PlaceTag>;
/// Chosen at random by who made the entry; sending it twice stores it once.
using EntryId = base::Id<struct PlacedEntryTag>;
using PublicKey = std::array<std::byte, 32>;
using Signature = std::array<std::byte, 64>;
using Digest = std::array<std::byte, 32>;
using Nonce = std::array<std::byte, 32>;

enum class Door : std::uint8_t { read = 1, write = 2, admin = 3 };

/// Which entries a read key opens: none, all, or, once it has been replaced, the membership
/// entries only (whoever was removed has to be able to learn it).
enum class Scope : std::uint8_t { none = 0, whole = 1, membership = 2 };

/// What the relay is told about an entry, because it has to treat it differently.
///
/// Membership entries and snapshots need an exact sequence and may use the tenth of a place
/// that is kept back. Membership entries stay readable for replaced read keys and are never
/// trimmed.
enum class EntryKind : std::uint8_t { edit = 0, membership = 1, snapshot = 2 };

struct NewEntry {
  EntryKind kind = EntryKind::edit;
  EntryId id;
  base::Bytes sealed;
  bool operator==(const NewEntry&) const = default;
};

struct PlacedEntry {
  std::uint64_t sequence = 0;
  NewEntry entry;
  bool operator==(const PlacedEntry&) const = default;
};

/// The public keys of a place.
struct Doors {
  PublicKey admin{};
  PublicKey read{};
  PublicKey write{};
  bool operator==(const Doors&) const = default;
};

/// The end of a place's history: the sequence that comes next, and the last link of its chain.
struct Head {
  std::uint64_t next = 1;
  Digest chain{};
  bool operator==(const Head&) const = default;
};

// From a client.
struct Hello {
  std::string origin;  // the relay's address as the client knows it: "wss://relay.example"
  Nonce nonce{};
  bool operator==(const Hello&) const = default;
};
struct Create {
  Doors doors;
  Signature signature{};  // by the admin key over create_statement()
  bool operator==(const Create&) const = default;
};
struct Prove {
  PlaceId place;
  Door door = Door::read;
  PublicKey key{};
  Signature signature{};  // by that key over prove_statement()
  bool operator==(const Prove&) const = default;
};
struct Append {
  PlaceId place;
  std::uint64_t expected = 0;  // sequence of the first entry; 0 is whatever comes next
  std::vector<NewEntry> entries;
  bool operator==(const Append&) const = default;
};
struct Read {
  PlaceId place;
  std::uint64_t from = 1;
  bool operator==(const Read&) const = default;
};
struct Subscribe {
  PlaceId place;
  std::uint64_t from = 1;
  bool operator==(const Subscribe&) const = default;
};
struct Unsubscribe {
  PlaceId place;
  bool operator==(const Unsubscribe&) const = default;
};
struct Credit {
  std::uint64_t bytes = 0;  // of EVENT frames that may be sent, on top of what is left
  bool operator==(const Credit&) const = default;
};
struct Rotate {
  PlaceId place;
  std::uint64_t number = 2;  // of the new doors: one more than the present
  std::uint64_t expected = 1;
  Doors doors;
  std::vector<NewEntry> entries;  // what belongs to it, in the same commit; may be none
  Signature signature{};          // by the present admin key over rotate_statement()
  bool operator==(const Rotate&) const = default;
};
struct Trim {
  PlaceId place;
  std::uint64_t below = 1;  // edits and snapshots before this sequence go
  bool operator==(const Trim&) const = default;
};
struct Delete {
  PlaceId place;
  bool operator==(const Delete&) const = default;
};

// From a relay.
struct RelayLimits {
  std::uint64_t place_bytes = 0;     // of all entries of a place; a tenth is kept back
  std::uint64_t places = 0;          // of one connection
  std::uint64_t hello_seconds = 0;   // for a first proof; then the relay hangs up
  std::uint64_t retention_days = 0;  // untouched for so long, a place is forgotten
  std::uint64_t gone_days = 0;       // how long the id of a deleted place is kept
  bool operator==(const RelayLimits&) const = default;
};
struct Welcome {
  Nonce nonce{};
  std::uint64_t time_ms = 0;  // the relay's clock
  RelayLimits limits;
  std::string relay;  // "pairbook-relay 0.1.0"
  bool operator==(const Welcome&) const = default;
};
struct Place {
  PlaceId place;
  Scope scope = Scope::none;  // what this connection may read
  std::uint64_t number = 1;   // of its doors
  std::uint64_t first = 1;    // everything from here on is kept
  Head head;
  std::uint64_t bytes = 0;  // used
  bool operator==(const Place&) const = default;
};
struct Stored {
  std::uint64_t sequence = 0;
  bool known = false;  // was there before
  bool operator==(const Stored&) const = default;
};
struct Appended {
  PlaceId place;
  std::vector<Stored> entries;  // as many as were sent, in that order
  Head head;
  bool operator==(const Appended&) const = default;
};
/// Entries in order, from where the client asked on. `next` is where to go on; when it is
/// `head.next` there is no more. `chain` is the link of the entry before `next`.
struct Chunk {
  PlaceId place;
  std::uint64_t next = 1;
  Digest chain{};
  Head head;
  std::vector<PlacedEntry> entries;
  bool operator==(const Chunk&) const = default;
};
/// A chunk that was subscribed to; its size counts against the credit.
struct Event {
  Chunk chunk;
  bool operator==(const Event&) const = default;
};
struct Done {
  bool operator==(const Done&) const = default;
};
/// There is more, but no credit or too much on its way. The subscription goes on by itself.
struct Lagging {
  PlaceId place;
  std::uint64_t next = 1;  // of the head
  bool operator==(const Lagging&) const = default;
};
/// Somebody changed the doors: what this connection may still read.
struct Changed {
  PlaceId place;
  std::uint64_t number = 1;
  Scope scope = Scope::none;
  bool operator==(const Changed&) const = default;
};
struct Refused {
  ErrorCode code{};
  std::uint64_t retry_ms = 0;
  std::string hint;  // for developers
  bool operator==(const Refused&) const = default;
};

using FromClient = std::variant<Hello, Create, Prove, Append, Read, Subscribe, Unsubscribe,
                                Credit, Rotate, Trim, Delete>;
using FromRelay =
    std::variant<Welcome, Place, Appended, Chunk, Event, Done, Lagging, Changed, Refused>;

/// `request` is the client's number for what it asked; every answer and event carries it.
/// 0 is what nobody asked for.
struct ClientFrame {
  std::uint32_t request = 0;
  FromClient body;
  bool operator==(const ClientFrame&) const = default;
};
struct RelayFrame {
  std::uint32_t request = 0;
  FromRelay body;
  bool operator==(const RelayFrame&) const = default;
};

/// The only bytes that mean this frame; grammar in src/wire/.
[[nodiscard]] base::Bytes encode(const ClientFrame& frame);
[[nodiscard]] base::Bytes encode(const RelayFrame& frame);

/// Errors: corrupt for anything encode() would not have written; too_large above the limits;
///         unsupported_version for another version or a type this one does not know.
[[nodiscard]] base::Result<ClientFrame> decode_from_client(base::BytesView bytes);
[[nodiscard]] base::Result<RelayFrame> decode_from_relay(base::BytesView bytes);

/// Whether a client passes over a frame it does not know: a notice of a newer relay.
[[nodiscard]] bool may_be_skipped(base::BytesView frame);

}  // namespace pairbook::wire
