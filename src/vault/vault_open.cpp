// How a book is opened, and what is said when it is not whole.
#include <algorithm>

#include "book.hpp"
#include "pairbook/vault/vault.hpp"

namespace pairbook::vault {

using base::Errc;

namespace {

struct FoundManifest {
  Manifest manifest;
  crypto::Digest hash{};
};

struct Manifests {
  std::vector<FoundManifest> found;  // newest first
  std::vector<std::string> damaged;
  std::vector<std::string> missing;
};

Manifests read_manifests(const Rows& rows, const BookKeys& keys, const VaultId& vault) {
  Manifests out;
  for (const std::string& key : {manifest_key(0), manifest_key(1)}) {
    const auto row = rows.find(key);
    if (row == rows.end()) {
      out.missing.push_back(key);
      continue;
    }
    const auto plain = open_row(keys.manifests, vault, key, row->second);
    const auto manifest = plain ? decode_manifest(*plain) : base::pass_on(plain);
    if (manifest && manifest_key(manifest->generation) == key) {
      out.found.push_back({*manifest, crypto::hash(row->second)});
    } else {
      out.damaged.push_back(key);
    }
  }
  // A book has one only right after it was made. Taken away, it would hide what it listed.
  const bool is_new = out.found.size() == 1 && out.found.front().manifest.generation == 1;
  if (!is_new) out.damaged.insert(out.damaged.end(), out.missing.begin(), out.missing.end());
  std::ranges::sort(out.found, [](const auto& a, const auto& b) {
    return a.manifest.generation > b.manifest.generation;
  });
  return out;
}

bool describes(const Manifest& manifest, const Contents& contents,
               const crypto::Digest& header) {
  return manifest.rows == contents.count() && manifest.sum == contents.sum() &&
         manifest.header == header;
}

/// Rows before this position are covered by a snapshot, whatever their space.
std::uint64_t covered_position(const Reading& reading) {
  if (!reading.keyring) return 0;
  std::uint64_t least = UINT64_MAX;
  for (const SpaceKeys& space : reading.keyring->spaces()) {
    const auto found = std::ranges::find_if(reading.snapshots, [&](const auto& stored) {
      return stored.snapshot.space == space.id;
    });
    least = std::min(least, found == reading.snapshots.end() ? 0 : found->position);
  }
  return least;
}

bool is_covered(const ledger::SignedEntry& entry,
                const std::vector<StoredSnapshot>& snapshots) {
  return std::ranges::any_of(snapshots, [&](const StoredSnapshot& stored) {
    return stored.snapshot.space == entry.entry.space &&
           std::ranges::any_of(stored.snapshot.summary.ends, [&](const ledger::ChainEnd& end) {
             return end.dot.device == entry.entry.device && end.dot.seq >= entry.entry.seq;
           });
  });
}

struct Log {
  std::vector<LogRow> loose;
  std::vector<ledger::SignedEntry> entries;
  std::vector<std::string> damaged;
  std::uint64_t end = 0;
};

Log read_log(const Rows& rows, const BookKeys& keys, const VaultId& vault,
             const Reading& reading, bool is_whole) {
  Log out;
  const std::uint64_t covered = covered_position(reading);
  const std::string first_needed = log_key(covered);
  for (const auto& [key, bytes] : rows) {
    if (!is_log(key)) continue;
    // Small rows are wanted for packing; large ones are not even opened once they are covered.
    const bool is_loose = key >= first_needed || bytes.size() <= small_log_row;
    if (!is_loose && is_whole) continue;
    auto row = read_log_row(key, bytes, keys, vault);
    if (!row) {
      out.damaged.push_back(key);
      continue;
    }
    out.end = std::max(out.end, row->position + row->entries.size());
    for (const base::Bytes& sealed : row->entries) {
      if (row->position < covered && is_whole) break;
      auto entry = open_entry(sealed, row->space, *reading.keyring);
      if (!entry) {
        out.damaged.push_back(key);
        break;
      }
      if (!is_covered(*entry, reading.snapshots)) out.entries.push_back(std::move(*entry));
    }
    if (is_loose) out.loose.push_back(std::move(*row));
  }
  return out;
}

bool has_own_entry(const OwnEnd& own, const Reading& reading, const Log& log) {
  const auto reached = [&](const ledger::ChainEnd& end) {
    return end.dot.device == own.end.dot.device && end.dot.seq >= own.end.dot.seq;
  };
  for (const StoredSnapshot& stored : reading.snapshots) {
    if (stored.snapshot.space == own.space &&
        std::ranges::any_of(stored.snapshot.summary.ends, reached)) {
      return true;
    }
  }
  return std::ranges::any_of(log.entries, [&](const ledger::SignedEntry& entry) {
    return entry.entry.space == own.space && reached({entry.entry.dot(), entry.hash});
  });
}

}  // namespace

base::Result<Opened> Vault::open(const Rows& rows, std::size_t slot,
                                 const crypto::Key& slot_key) {
  auto header = read_header(rows);
  if (!header) return base::pass_on(header);
  auto book_key = unwrap(*header, slot, slot_key);
  if (!book_key) return base::pass_on(book_key);
  const BookKeys keys = BookKeys::of(*book_key);
  const VaultId vault = header->vault;

  Contents contents;
  for (const auto& [key, bytes] : rows) {
    if (!is_head(key)) contents.put(keys.marks, key, bytes);
  }
  const Manifests manifests = read_manifests(rows, keys, vault);
  const crypto::Digest header_hash = crypto::hash(rows.at("head/header"));
  const auto whole = std::ranges::find_if(manifests.found, [&](const FoundManifest& found) {
    return describes(found.manifest, contents, header_hash);
  });
  std::vector<Notice> notices;
  for (const std::string& key : manifests.damaged) {
    notices.push_back({NoticeKind::manifest_damaged, key});
  }
  // Each list names the one before it, so the older one cannot be exchanged either.
  if (manifests.found.size() == 2 &&
      manifests.found[0].manifest.previous != manifests.found[1].hash) {
    const auto older = manifests.found[1].manifest.generation;
    notices.push_back({NoticeKind::manifest_damaged, manifest_key(older)});
  }
  if (whole == manifests.found.end()) {
    notices.push_back({NoticeKind::incomplete, {}});
  } else if (whole != manifests.found.begin()) {
    notices.push_back({NoticeKind::older_state, {}});
  }

  Reading reading = read_records(rows, keys, vault);
  if (!reading.keyring) {
    return base::fail(Errc::corrupt, "keyring", "both copies are damaged or missing");
  }
  const bool is_whole = whole != manifests.found.end();
  Log log = read_log(rows, keys, vault, reading, is_whole);
  for (auto* damaged : {&reading.damaged, &log.damaged}) {
    for (const std::string& key : *damaged) notices.push_back({NoticeKind::row_damaged, key});
  }
  if (!manifests.found.empty()) {
    const auto& own = manifests.found.front().manifest.own;
    const bool all = std::ranges::all_of(
        own, [&](const OwnEnd& end) { return has_own_entry(end, reading, log); });
    if (!all) notices.push_back({NoticeKind::own_entries_missing, {}});
  }
  const bool read_only = !notices.empty();
  if (header->slots_of(SlotKind::passphrase).size() > 1) {
    notices.push_back({NoticeKind::two_passphrases, {}});
  }

  auto book = std::make_unique<Book>(std::move(*header), std::move(*book_key),
                                     std::move(*reading.keyring));
  book->contents = std::move(contents);
  book->expected = stored_generation(rows);
  book->read_only = read_only;
  book->next_position = log.end;
  for (const FoundManifest& found : manifests.found) {
    const Manifest& manifest = found.manifest;
    book->next_position = std::max(book->next_position, manifest.next_position);
    if (manifest.generation < book->generation) continue;
    book->generation = manifest.generation;
    book->manifest_hash = found.hash;
    book->own.clear();
    for (const OwnEnd& end : manifest.own) book->own[end.space] = end.end;
  }
  book->new_entries = log.entries.size();
  for (const LogRow& row : log.loose) {
    if (row.position < covered_position(reading)) continue;
    for (const base::Bytes& entry : row.entries) book->new_bytes += entry.size();
  }
  std::erase_if(log.loose,
                [](const LogRow& row) { return encode(row).size() > small_log_row; });
  book->loose = std::move(log.loose);
  for (auto* damaged : {&reading.damaged, &log.damaged}) {
    for (const std::string& key : *damaged) {
      book->contents.remove(key);
      book->damaged.push_back(key);
    }
  }

  Opened out{Vault(std::move(book)),
             std::move(reading.records),
             {},
             std::move(log.entries),
             std::move(notices)};
  for (StoredSnapshot& stored : reading.snapshots) {
    out.snapshots.push_back(std::move(stored.snapshot));
  }
  return out;
}

base::Result<std::vector<ledger::SignedEntry>> Vault::history(
    const Rows& rows, const ledger::SpaceId& space) const {
  std::vector<ledger::SignedEntry> out;
  for (const auto& [key, bytes] : rows) {
    if (!is_log(key)) continue;
    const auto row = read_log_row(key, bytes, book_->keys, book_->header.vault);
    if (!row) return base::pass_on(row);
    if (row->space != space) continue;
    for (const base::Bytes& sealed : row->entries) {
      auto entry = open_entry(sealed, space, book_->keyring);
      if (!entry) return base::fail(Errc::corrupt, key, entry.error().detail);
      out.push_back(std::move(*entry));
    }
  }
  return out;
}

}  // namespace pairbook::vault
