#pragma once

#include <expected>
#include <string>

#include "sync-server/store/whole.hpp"

namespace pairbook::relay {

/// Only one relay uses a file at a time: what one of them appends, the other would not send on.
class FileLock {
 public:
  /// Of `file`.lock. Errors: one sentence.
  [[nodiscard]] static std::expected<FileLock, std::string> take(const std::string& file);
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&&) = delete;
  ~FileLock();

 private:
  explicit FileLock(int handle) : handle_(handle) {}
  int handle_;
};

/// Reads everything: SQLite's own check, every hash, every link of every chain.
///
/// Errors: one sentence that says what is wrong, without naming a place.
[[nodiscard]] std::expected<StoreContents, std::string> check_sqlite(const std::string& file);

/// Copies a file that may be in use, as of one moment, and checks the copy. `to` must not
/// exist.
[[nodiscard]] std::expected<StoreContents, std::string> back_up_sqlite(const std::string& from,
                                                                       const std::string& to);

/// Puts a checked copy in the place of `to`; what was there is kept as `to`.before. The relay
/// must not run.
[[nodiscard]] std::expected<StoreContents, std::string> restore_sqlite(const std::string& from,
                                                                       const std::string& to);

}  // namespace pairbook::relay
