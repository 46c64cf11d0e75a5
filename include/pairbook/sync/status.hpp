#pragma once

#include <cstdint>

namespace pairbook::sync {

/// Where a device stands with a relay, in what a person can understand.
enum class Standing : std::uint8_t {
  off,         // nobody asked for it
  offline,     // no connection; tried again by itself
  connecting,  // on the way
  behind,      // connected; others' changes are still to come
  up_to_date   // connected, and nothing to come
};

/// What keeps a device from being in step, beside the network. What is saved here stays saved.
enum class Trouble : std::uint8_t {
  none,
  no_place,    // the relay does not know the space, and only who may remove members can make it
  locked_out,  // the keys were changed: removed, or the new keys are still on their way
  read_only,   // may read and not write
  place_gone,  // somebody deleted the space at this relay
  place_full,  // the space has no more room at the relay
  relay_full,  // the relay has no more room
  relay_busy,  // the relay's disk or database does not answer
  wrong_address,  // the relay is not known by this address
  incompatible,   // Pairbook or the relay has to be updated
  cannot_save,    // this device's storage took nothing in
  is_a_copy       // the relay has entries of this device that are not here: go on as a new one
};

struct Status {
  Standing standing = Standing::off;
  Trouble trouble = Trouble::none;
  /// Entries that the relay has and this device has not yet.
  std::uint64_t to_come = 0;
  /// Entries of the log, of all spaces, from the first on that is not known to be at the relay.
  /// 0: what is saved here is on the relay.
  std::uint64_t to_send = 0;
  /// Entries at the relay that cannot be read yet: a key or the author's admission is missing.
  std::uint64_t set_aside = 0;
  /// Bytes at the relay that are no entries of this space and never will be.
  std::uint64_t damaged = 0;

  [[nodiscard]] bool is_on_relay() const {
    return standing == Standing::up_to_date && to_send == 0;
  }
  bool operator==(const Status&) const = default;
};

}  // namespace pairbook::sync
