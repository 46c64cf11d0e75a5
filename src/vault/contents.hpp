#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pairbook/vault/vault.hpp"

namespace pairbook::vault {

/// What is inside the rows of a book.

/// Some entries of one space, as sealed, beginning at a position of the log.
struct LogRow {
  std::uint64_t position = 0;
  ledger::SpaceId space;
  std::vector<base::Bytes> entries;
};

/// Entries go into rows of about this size: large enough to be few, small enough to be handled.
inline constexpr std::size_t log_row_target = 256 * 1024;
/// Only rows of at most so many bytes are worth packing into larger ones: an import's rows
/// stay.
inline constexpr std::size_t small_log_row = 16 * 1024;
inline constexpr std::size_t max_row = 256 * 1024 * 1024;

[[nodiscard]] base::Bytes encode(const LogRow& row);
[[nodiscard]] base::Result<LogRow> decode_log_row(base::BytesView plain,
                                                  std::uint64_t position);

struct Record {
  std::string name;
  base::Bytes bytes;
};
inline constexpr std::size_t max_record_name = 128;
inline constexpr std::string_view reserved_names = "vault/";
inline constexpr std::string_view keyring_name = "vault/keyring";
inline constexpr std::string_view keyring_copy_name = "vault/keyring-copy";
[[nodiscard]] std::string snapshot_name(const ledger::SpaceId& space);

[[nodiscard]] base::Bytes encode(const Record& record);
[[nodiscard]] base::Result<Record> decode_record(base::BytesView plain);

/// How the state of a snapshot lies in rows of its own, when one row would be too large to be
/// handled at once. `series` tells the parts of one snapshot from those of another.
struct Parts {
  std::uint64_t series = 0;
  std::size_t count = 0;
  std::size_t bytes = 0;  // in all
};
inline constexpr std::size_t part_size = 256 * 1024;
inline constexpr std::size_t max_parts = max_row / part_size;
inline constexpr std::size_t max_state = max_row / 2;

/// A snapshot and the position of the log before which it covers every entry of its space. Its
/// state is left out when it lies in parts.
struct StoredSnapshot {
  Snapshot snapshot;
  std::uint64_t position = 0;
  std::optional<Parts> parts;
};
[[nodiscard]] base::Bytes encode(const StoredSnapshot& stored);
[[nodiscard]] base::Result<StoredSnapshot> decode_snapshot(base::BytesView bytes);

/// One part of a state.
struct StatePart {
  std::uint64_t series = 0;
  base::BytesView bytes;
};
[[nodiscard]] std::string part_name(const ledger::SpaceId& space, std::size_t number);
[[nodiscard]] base::Bytes encode(const StatePart& part);
/// Looks at the bytes it was given. Errors: corrupt.
[[nodiscard]] base::Result<StatePart> decode_part(base::BytesView bytes);

}  // namespace pairbook::vault
