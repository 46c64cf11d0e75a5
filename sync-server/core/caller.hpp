#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pairbook/wire/frame.hpp"
#include "pairbook/wire/limits.hpp"
#include "sync-server/core/bucket.hpp"
#include "sync-server/core/store.hpp"

namespace pairbook::relay {

using CallerId = std::uint64_t;
using Ticket = std::uint64_t;

/// What an operator chooses, and what bounds a caller. docs/operations.md lists them.
struct CoreSettings {
  std::vector<std::string> origins;  // how clients may know this relay
  std::string name = "pairbook-relay";
  std::uint64_t place_bytes = 64 * 1024 * 1024;
  std::size_t places = 64;          // of one caller
  std::int64_t hello_seconds = 30;  // for a first proof
  std::int64_t retention_days = 400;
  std::int64_t gone_days = 400;
  std::int64_t look_seconds = 0;     // between looks at what other relays wrote; 0 is never
  std::int64_t frames_burst = 2000;  // a proof costs ten, a new place a hundred
  std::int64_t frames_per_second = 200;
  std::int64_t bytes_burst = 16 * 1024 * 1024;  // of entries
  std::int64_t bytes_per_second = 1024 * 1024;
  std::size_t refused_frames = 500;             // too fast, one after the other: then it ends
  std::size_t queue_bytes = 256 * 1024;         // to be sent to one caller
  std::size_t asked_at_once = 16;               // of the store, for one caller
  std::uint64_t held_bytes = 64 * 1024 * 1024;  // of changes under way, of all callers
};

/// From a cursor on, first what is there, then what comes.
struct Subscription {
  std::uint64_t id = 0;
  std::uint32_t request = 0;
  std::uint64_t next = 1;     // the first entry that has not been sent
  bool is_reading = false;    // a page is on its way from the store
  bool said_lagging = false;  // since the last entry that was sent
  std::uint64_t needs = 0;    // credit for the frame that did not fit
};

/// What a caller may do at a place, and by which keys.
struct Access {
  std::uint64_t number = 1;  // of the doors it was proven at
  std::optional<wire::PublicKey> read_key;
  std::optional<wire::PublicKey> write_key;
  std::optional<wire::PublicKey> admin_key;
  wire::Scope scope = wire::Scope::none;
  std::optional<Subscription> subscription;
};

/// A connection that speaks the protocol.
struct Caller {
  CallerId id = 0;
  base::Instant since;
  bool has_greeted = false;
  bool has_proven = false;
  bool is_leaving = false;
  std::string origin;
  wire::Nonce own_nonce{};
  wire::Nonce nonce{};
  std::map<wire::PlaceId, Access> places;
  std::uint64_t credit = 0;
  std::size_t queued = 0;
  std::size_t asked = 0;
  std::uint64_t held = 0;  // bytes of its changes under way
  std::size_t refused_in_a_row = 0;
  Bucket frames;
  Bucket bytes;
};

}  // namespace pairbook::relay
