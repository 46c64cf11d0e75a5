#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pairbook/base/bytes.hpp"

namespace pairbook::app {

/// One row of a book as the device keeps it: a name, sealed bytes.
struct StoredRow {
  std::string key;  // ASCII, unique within the book
  base::Bytes bytes;
  bool operator==(const StoredRow&) const = default;
};

/// What one transaction does to the rows of a book: all of it or nothing.
struct StoreChange {
  std::uint64_t generation = 0;  // of the book after it; told back when it is safe
  std::vector<StoredRow> put;
  std::vector<std::string> remove;
  bool operator==(const StoreChange&) const = default;
};

}  // namespace pairbook::app
