#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pairbook/wire/frame.hpp"

/// What the core asks of whatever keeps the places, and what it is told. Questions and changes
/// go out with a ticket and are answered later; a change is answered only when it is durable.
namespace pairbook::relay {

/// Days since 1970: the only time that is stored.
using Day = std::int64_t;

struct PlaceRow {
  wire::PlaceId id;
  wire::Doors doors;
  std::uint64_t number = 1;  // of the doors
  std::uint64_t first = 1;   // edits and snapshots before it were trimmed
  wire::Head head;
  std::uint64_t bytes = 0;  // of entries, with entry_overhead each
  Day touched = 0;
  bool gone = false;             // deleted: only the id is kept
  wire::Digest last_rotation{};  // hash of the ROTATE that made these doors
  bool operator==(const PlaceRow&) const = default;
};

/// An entry as it is kept: with the link of the chain that it makes.
struct KeptEntry {
  wire::PlacedEntry placed;
  wire::Digest link{};
  bool operator==(const KeptEntry&) const = default;
};

/// What an entry costs beside its bytes.
inline constexpr std::uint64_t entry_overhead = 128;

// Questions.
struct FindPlace {
  wire::PlaceId place;
  std::optional<wire::PublicKey> read_key;  // was it one of the read keys before?
};
struct ReadPage {
  wire::PlaceId place;
  std::uint64_t from = 1;
  bool membership_only = false;
  std::uint64_t bytes = 0;  // at most, but at least one entry
};
/// How far places have come, that others may have written to.
struct FindHeads {
  std::vector<wire::PlaceId> places;
};
using Question = std::variant<FindPlace, ReadPage, FindHeads>;

// Changes. `number` is that of the doors under which it was allowed: when they have been
// replaced meanwhile, nothing happens.
struct MakePlace {
  wire::Doors doors;
};
struct AddEntries {
  wire::Append append;
  std::uint64_t number = 1;
};
struct ReplaceDoors {
  wire::Rotate rotate;
  std::string origin;
};
struct TrimPlace {
  wire::PlaceId place;
  std::uint64_t below = 1;
  std::uint64_t number = 1;
};
struct DeletePlace {
  wire::PlaceId place;
  std::uint64_t number = 1;
};
struct TouchPlace {
  wire::PlaceId place;
};
struct Sweep {
  Day idle_before = 0;  // places not touched since
  Day gone_before = 0;  // deleted places whose id need not be kept any longer
};
struct Change {
  std::variant<MakePlace, AddEntries, ReplaceDoors, TrimPlace, DeletePlace, TouchPlace, Sweep>
      what;
  Day today = 0;
};

// Answers.
struct PlaceFound {
  std::optional<PlaceRow> row;
  bool is_old_read_key = false;
};
struct PageRead {
  std::optional<PlaceRow> row;
  std::uint64_t next = 1;
  wire::Digest chain{};  // the link of the entry before `next`
  std::vector<KeptEntry> entries;
};
struct HeadsFound {
  std::vector<PlaceRow> rows;
  std::vector<wire::PlaceId> missing;
};
struct ChangeMade {
  std::optional<wire::ErrorCode> refused;  // then nothing has changed
  PlaceRow row;                            // as it is now
  std::vector<wire::Stored> stored;        // for each entry that was sent
  std::vector<KeptEntry> added;            // those that are new
};
/// The disk is full, or the database does not answer: nothing has changed.
struct NotKept {};
using StoreAnswer = std::variant<PlaceFound, PageRead, HeadsFound, ChangeMade, NotKept>;

}  // namespace pairbook::relay
