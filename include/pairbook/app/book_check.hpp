#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace pairbook::app {

enum class FindingKind : std::uint8_t {
  seal_broken,      // a row or an entry does not open with the book's keys
  chain_broken,     // an entry does not follow from the one before it, or one is missing
  signature_wrong,  // the device that an entry names did not sign it
  forked,           // two devices wrote under one name; one of the branches does not count
  cut_off,          // an entry knows of others that are not here
  other_result,     // the history does not lead to what the book shows
};

/// Something that is not as it should be. `where` names the row or the entry.
struct Finding {
  FindingKind kind{};
  std::string where;
  bool operator==(const Finding&) const = default;
};

/// What was checked in a book, from its first entry on, and what was found.
struct BookCheck {
  std::size_t rows = 0;        // sealed rows
  std::size_t entries = 0;     // of the history; each sealed by itself
  std::size_t devices = 0;     // that wrote them, each in a chain of its own
  std::size_t signatures = 0;  // that are right
  /// Entries of devices whose public key the book does not hold: their chain was checked, their
  /// signatures could not be.
  std::size_t unknown_signers = 0;
  std::size_t changes = 0;  // of a coordinator
  std::size_t ignored = 0;  // ops that no longer fitted when they were folded
  std::vector<Finding> findings;
};

}  // namespace pairbook::app
