#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "pairbook/base/random.hpp"
#include "pairbook/crypto/hash.hpp"
#include "pairbook/vault/header.hpp"
#include "pairbook/vault/row.hpp"

namespace pairbook::vault {

/// The keys that grow from a book's key, one for each purpose.
struct BookKeys {
  crypto::Key rows;
  crypto::Key manifests;
  crypto::Key marks;
  crypto::Key names;

  [[nodiscard]] static BookKeys of(const crypto::Key& book_key);
};

/// row := version:u64 box      box in the context "pairbook/v1/vault/row" vault key:text
/// version
[[nodiscard]] base::Bytes seal_row(const crypto::Key& key, const VaultId& vault,
                                   std::string_view row_key, std::uint64_t version,
                                   base::BytesView plain, base::RandomSource& random);

/// Errors: corrupt with the row's key.
[[nodiscard]] base::Result<base::Bytes> open_row(const crypto::Key& key, const VaultId& vault,
                                                 const std::string& row_key,
                                                 base::BytesView bytes);
[[nodiscard]] std::uint64_t version_of_row(base::BytesView bytes);

/// "rec/" and 32 hex digits that tell nothing about the name.
[[nodiscard]] std::string record_key(const crypto::Key& names, std::string_view name);
/// "log/" and the position of its first entry in 16 hex digits.
[[nodiscard]] std::string log_key(std::uint64_t position);
[[nodiscard]] bool is_head(std::string_view key);
[[nodiscard]] bool is_record(std::string_view key);
[[nodiscard]] bool is_log(std::string_view key);

using Sum = std::array<std::uint64_t, 8>;

/// Which rows a book has, as one number: the sum of a keyed hash of each. Nobody without the
/// key can find other rows with the same sum, and one changed row costs one hash and not all.
class Contents {
 public:
  /// What one row adds.
  struct Mark {
    std::uint64_t version = 0;
    Sum value{};
  };
  /// Cost: hashes the row.
  [[nodiscard]] static Mark mark_of(const crypto::Key& marks, const std::string& key,
                                    base::BytesView bytes);

  void put(const std::string& key, const Mark& mark);
  void remove(const std::string& key);

  [[nodiscard]] std::uint64_t version(const std::string& key) const;
  [[nodiscard]] std::size_t count() const { return rows_.size(); }
  [[nodiscard]] const Sum& sum() const { return sum_; }
  [[nodiscard]] bool has(const std::string& key) const { return rows_.contains(key); }

 private:
  std::map<std::string, Mark> rows_;
  Sum sum_{};
};

}  // namespace pairbook::vault
