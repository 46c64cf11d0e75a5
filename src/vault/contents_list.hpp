#pragma once

#include <string>
#include <vector>

#include "book.hpp"

namespace pairbook::vault {

struct FoundManifest {
  Manifest manifest;
  crypto::Digest hash{};
};

/// The lists of contents that a book has, and which of them the rows agree with.
struct FoundManifests {
  std::vector<FoundManifest> found;  // newest first
  std::vector<Notice> notices;       // about these lists, and what they say about the rows
  bool is_whole = false;             // one of them describes the rows exactly
};

[[nodiscard]] FoundManifests find_manifests(const Rows& rows, const BookKeys& keys,
                                            const VaultId& vault, const Contents& contents);

}  // namespace pairbook::vault
