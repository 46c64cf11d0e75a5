#pragma once

#include <cstdint>

namespace pairbook::relay {

/// SQLite on a disk that fails when it is told to: a layer between SQLite and the system's own.
/// One thread at a time.
struct FaultyDisk {
  /// Nothing fails, and counting begins anew.
  static void heal();
  /// The name to open a file with.
  static const char* name();

  /// From so many writes on the disk is full.
  static void full_after(std::uint64_t writes);
  /// Flushes fail from so many on.
  static void no_flush_after(std::uint64_t flushes);
  /// At that write power is lost: all that was written since the last flush of its file is
  /// undone, and from then on nothing can be read or written.
  static void lose_power_at(std::uint64_t write);
  [[nodiscard]] static std::uint64_t writes();
};

}  // namespace pairbook::relay
