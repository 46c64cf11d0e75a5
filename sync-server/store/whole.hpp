#pragma once

#include <cstdint>
#include <expected>
#include <string>

#include "sync-server/store/session.hpp"

namespace pairbook::relay {

/// What a store holds.
struct StoreContents {
  std::uint64_t places = 0;
  std::uint64_t entries = 0;
  std::uint64_t bytes = 0;  // of sealed entries
  /// Of every row and every byte, in order: equal for equal contents, whatever the database.
  wire::Digest digest{};
  bool operator==(const StoreContents&) const = default;
};

/// Reads everything within the transaction that was begun: every hash, every link of every
/// chain.
///
/// Errors: what is wrong, in a few words, without naming a place.
[[nodiscard]] std::expected<StoreContents, std::string> check_whole(WholeSession& session);

/// Copies everything to a session whose store is empty. Both have begun; neither is ended.
void copy_whole(WholeSession& from, WholeSession& to);

}  // namespace pairbook::relay
