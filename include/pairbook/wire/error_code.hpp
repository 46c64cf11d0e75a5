#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace pairbook::wire {

/// Why a relay refused. The numbers never change and are never used again for anything else;
/// each means one thing to do. After those marked "closes" the relay ends the connection.
enum class ErrorCode : std::uint16_t {
  malformed = 1,       // closes; a fault of the program that sent it
  unsupported = 2,     // closes; update Pairbook, or the relay
  out_of_turn = 3,     // closes; HELLO comes first and once
  wrong_origin = 4,    // closes; this relay is not known by the address the client used
  too_large = 5,       // make it smaller
  unknown_place = 6,   // nothing of this space is here: create the place, send everything again
  bad_proof = 7,       // not one of the place's keys, or a wrong signature
  not_allowed = 8,     // prove the door that this needs first
  wrong_sequence = 9,  // others wrote meanwhile: read, then try again
  id_taken = 10,       // another entry has this id
  place_full = 11,     // write a snapshot and trim
  slow_down = 12,      // wait as long as `retry_ms` says
  too_many = 13,       // close some places or subscriptions of this connection
  relay_full = 14,     // the operator has to make room
  try_later = 15,      // the disk is full or the database does not answer
  doors_changed = 16,  // prove again: the keys were replaced meanwhile
  place_gone = 17,     // deleted by its admin; it does not come back
  stopping = 18,       // closes; connect again
  needs_sequence = 19  // this kind of entry is sent with an exact sequence
};

/// "place_full": for logs, tests and the protocol's document.
[[nodiscard]] std::string_view name(ErrorCode code);
/// The code of that number, if there is one.
[[nodiscard]] std::optional<ErrorCode> error_code(std::uint64_t number);
/// Whether the relay ends the connection after it.
[[nodiscard]] bool closes(ErrorCode code);

}  // namespace pairbook::wire
