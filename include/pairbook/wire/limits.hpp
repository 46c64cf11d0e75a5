#pragma once

#include <cstddef>
#include <cstdint>

namespace pairbook::wire {

/// What no frame may exceed, whoever sends it. Checked before anything is allocated.
///
/// A relay may be stricter in what its operator can choose; its greeting says so (RelayLimits).

/// The version of the protocol that this code speaks.
inline constexpr std::uint8_t version = 1;
/// A whole frame, which is one binary WebSocket message.
inline constexpr std::size_t max_frame = 256 * 1024;
/// A sealed entry; as large as ledger makes them.
inline constexpr std::size_t max_entry = 64 * 1024;
/// Entries in one APPEND or ROTATE, and the bytes of their sealed forms together.
inline constexpr std::size_t max_append_entries = 64;
inline constexpr std::size_t max_append_bytes = 192 * 1024;
/// Entries in one CHUNK or EVENT. Their bytes are bounded by the frame.
inline constexpr std::size_t max_chunk_entries = 1024;
inline constexpr std::size_t max_chunk_bytes = 192 * 1024;
/// Bytes of an origin such as "wss://relay.example:8443".
inline constexpr std::size_t max_origin = 256;
/// Bytes of a hint in an ERROR, and of a relay's name for itself.
inline constexpr std::size_t max_text = 200;
/// Sequences, door numbers, byte counts: what every language counts exactly.
inline constexpr std::uint64_t max_number = (std::uint64_t{1} << 53) - 1;
/// What a connection may be granted at a time; more is refused.
inline constexpr std::uint64_t max_credit = 16 * 1024 * 1024;

}  // namespace pairbook::wire
