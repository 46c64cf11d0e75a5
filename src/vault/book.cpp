// How a commit is put together.
#include "book.hpp"

#include <algorithm>

#include "pairbook/crypto/hash.hpp"

namespace pairbook::vault {

using base::Bytes;
using base::BytesView;

namespace {

/// Loose rows are packed when there are this many: segments stay few and are seldom rewritten.
constexpr std::size_t loose_rows_kept = 64;

}  // namespace

Commit Vault::Book::begin() const {
  return {expected, generation + 1, {}, {}};
}

SealedRow Vault::Book::sealed(const std::string& key, BytesView plain,
                              base::RandomSource& random) const {
  Bytes bytes =
      seal_row(keys.rows, header.vault, key, contents.version(key) + 1, plain, random);
  const Contents::Mark mark = Contents::mark_of(keys.marks, key, bytes);
  return {{key, std::move(bytes)}, mark};
}

void Vault::Book::put(Commit& commit, SealedRow sealed) {
  const std::string& key = sealed.row.key;
  contents.put(key, sealed.mark);
  std::erase_if(commit.put, [&](const Row& row) { return row.key == key; });
  std::erase(commit.remove, key);
  commit.put.push_back(std::move(sealed.row));
}

void Vault::Book::put(Commit& commit, const std::string& key, BytesView plain,
                      base::RandomSource& random) {
  put(commit, sealed(key, plain, random));
}

void Vault::Book::remove(Commit& commit, const std::string& key) {
  if (!contents.has(key)) return;
  contents.remove(key);
  std::erase_if(commit.put, [&](const Row& row) { return row.key == key; });
  commit.remove.push_back(key);
}

void Vault::Book::put_record(Commit& commit, const Record& record, base::RandomSource& random) {
  put(commit, record_key(keys.names, record.name), encode(record), random);
}

void Vault::Book::put_keyring(Commit& commit, base::RandomSource& random) {
  Bytes bytes = encode(keyring);
  Record record{std::string(keyring_name), std::move(bytes)};
  put_record(commit, record, random);
  // Twice, because without it nothing else that other people sealed can be read.
  record.name = keyring_copy_name;
  put_record(commit, record, random);
  crypto::wipe(record.bytes);
}

void Vault::Book::put_header(Commit& commit) const {
  commit.put.push_back({"head/header", encode(header)});
}

void Vault::Book::put_log_rows(Commit& commit, std::vector<LogRow> rows,
                               base::RandomSource& random) {
  for (LogRow& row : rows) {
    const Bytes plain = encode(row);
    put(commit, log_key(row.position), plain, random);
    if (plain.size() <= small_log_row) loose.push_back(std::move(row));
  }
}

bool Vault::Book::is_all_covered(const LogRow& row) const {
  const auto first =
      std::ranges::lower_bound(uncovered, row.position, {}, &Uncovered::position);
  return first == uncovered.end() || first->position >= row.position + row.entries.size();
}

// A segment holds entries that follow one another without a gap, so that an entry keeps its
// position for ever, and none that is still read when the book is opened.
void Vault::Book::pack(Commit& commit, base::RandomSource& random) {
  if (loose.size() < loose_rows_kept) return;
  std::vector<LogRow> kept;
  std::map<ledger::SpaceId, std::vector<LogRow>> segments;
  std::map<ledger::SpaceId, std::size_t> used;
  for (LogRow& row : loose) {
    if (!is_all_covered(row)) {
      kept.push_back(std::move(row));
      continue;
    }
    remove(commit, log_key(row.position));
    std::vector<LogRow>& mine = segments[row.space];
    std::size_t& size = used[row.space];
    for (std::size_t i = 0; i < row.entries.size(); ++i) {
      const bool goes_on = !mine.empty() && mine.back().position + mine.back().entries.size() ==
                                                row.position + i;
      if (!goes_on || size + row.entries[i].size() > log_row_target) {
        mine.push_back({row.position + i, row.space, {}});
        size = 0;
      }
      size += row.entries[i].size();
      mine.back().entries.push_back(std::move(row.entries[i]));
    }
  }
  loose = std::move(kept);
  for (const auto& [space, rows] : segments) {
    for (const LogRow& row : rows) put(commit, log_key(row.position), encode(row), random);
  }
}

void Vault::Book::finish(Commit& commit, base::RandomSource& random) {
  generation = commit.generation;
  expected = commit.generation;
  Manifest manifest{generation,
                    contents.count(),
                    contents.sum(),
                    crypto::hash(encode(header)),
                    manifest_hash,
                    next_position,
                    {}};
  for (const auto& [space, end] : own) manifest.own.push_back({space, end});
  const std::string key = manifest_key(generation);
  Bytes bytes =
      seal_row(keys.manifests, header.vault, key, generation, encode(manifest), random);
  manifest_hash = crypto::hash(bytes);
  std::erase(commit.remove, key);
  commit.put.push_back({key, std::move(bytes)});
  std::erase_if(commit.put, [](const Row& row) { return row.key == generation_key; });
  base::ByteWriter clear;
  clear.u64(generation);
  commit.put.push_back({generation_key, clear.take()});
}

}  // namespace pairbook::vault
