#pragma once

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "sync-server/store/whole.hpp"

namespace pairbook::relay {

/// Where places are kept: a SQLite file, or a PostgreSQL database.
struct StoreName {
  enum class Kind { none, sqlite, postgresql };

  Kind kind = Kind::none;
  std::string where;  // the file; the whole address

  [[nodiscard]] bool is_named() const { return kind != Kind::none; }
  /// For people to read: without user and password.
  [[nodiscard]] std::string shown() const;
  bool operator==(const StoreName&) const = default;
};

/// "sqlite:/srv/pairbook/places.sqlite" or "postgresql://relay@database.example/pairbook".
[[nodiscard]] std::optional<StoreName> store_name(std::string_view text);

/// Reads everything: the database's own check, where it has one, every hash, every chain.
///
/// Errors: one sentence that says what is wrong, without naming a place.
[[nodiscard]] std::expected<StoreContents, std::string> check_store(const StoreName& store);

/// Copies a store that may be in use, as of one moment, to a SQLite file that must not exist,
/// and checks the copy.
[[nodiscard]] std::expected<StoreContents, std::string> back_up_store(const StoreName& store,
                                                                      const std::string& copy);

/// Puts a checked copy in the place of a store that no relay uses. What was in a SQLite file is
/// kept beside it; a PostgreSQL database has to be empty.
[[nodiscard]] std::expected<StoreContents, std::string> restore_store(const std::string& copy,
                                                                      const StoreName& store);

/// Copies everything to an empty or new store and compares the two. No relay may use either.
///
/// Shape:  all or nothing: when it fails, nothing was written to `to`.
[[nodiscard]] std::expected<StoreContents, std::string> migrate_store(const StoreName& from,
                                                                      const StoreName& to);

}  // namespace pairbook::relay
