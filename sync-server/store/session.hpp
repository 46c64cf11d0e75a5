#pragma once

#include "sync-server/core/rows.hpp"

namespace pairbook::relay {

/// Rows of a database, with transactions. Used by one thread at a time.
class Session : public Rows {
 public:
  virtual void begin(bool to_write) = 0;
  /// Returns when all of it is on the disk. Throws when it may not be.
  virtual void commit() = 0;
  /// Never throws; ends whatever was begun.
  virtual void roll_back() noexcept = 0;
};

}  // namespace pairbook::relay
