#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "pairbook/base/bytes.hpp"
#include "pairbook/base/result.hpp"

namespace pairbook::vault {

/// One row of a book as a device keeps it: a name, and bytes that only the book can read.
struct Row {
  std::string key;  // ASCII, unique within the book: "head/…", "log/…", "rec/…"
  base::Bytes bytes;
  bool operator==(const Row&) const = default;
};

/// All rows of a book by key.
using Rows = std::map<std::string, base::Bytes>;

/// What one transaction does to a book: all of it or nothing, durable before it is called
/// saved.
///
/// Commits are stored in the order in which they were made. One that could not be stored is
/// kept and stored again before any newer one; merge() makes one of two that wait. Fencing: a
/// shell stores a commit only on top of `expected` (stored_generation() of the rows it finds,
/// inside the same transaction). A tab that slept while another one wrote thus fails with
/// `conflict` instead of overwriting.
struct Commit {
  std::uint64_t expected = 0;    // generation of the book before; 0 when there was none
  std::uint64_t generation = 0;  // of the book after
  std::vector<Row> put;
  std::vector<std::string> remove;
  bool operator==(const Commit&) const = default;
};

/// The row in which the generation stands in clear, so that a shell can compare it: 8 bytes,
/// little-endian. It is no secret and is trusted for nothing else.
inline constexpr const char* generation_key = "head/generation";

[[nodiscard]] std::uint64_t stored_generation(const Rows& rows);

/// Carries a commit out on rows in memory: for files, tests and a book that lives in memory
/// only.
///
/// Errors: conflict when the rows are not those that the commit was made for; they stay as is.
[[nodiscard]] base::Done store(Rows& rows, const Commit& commit);

/// Both in one transaction. `newer` was made right after `older`.
[[nodiscard]] Commit merge(Commit older, Commit newer);

}  // namespace pairbook::vault
