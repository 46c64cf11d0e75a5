// How a book is opened, and what is said when it is not whole.
#include <algorithm>

#include "book.hpp"
#include "contents_list.hpp"
#include "pairbook/vault/vault.hpp"

namespace pairbook::vault {

using base::Errc;

namespace {

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

bool is_in_any(const ledger::SignedEntry& entry, const std::vector<StoredSnapshot>& snapshots) {
  return std::ranges::any_of(snapshots, [&](const StoredSnapshot& stored) {
    return stored.snapshot.space == entry.entry.space &&
           is_covered(entry.entry.dot(), stored.snapshot.summary);
  });
}

struct Log {
  std::vector<LogRow> loose;
  std::vector<ledger::SignedEntry> entries;
  std::vector<Uncovered> uncovered;  // the same
  std::vector<std::string> damaged;
  std::uint64_t end = 0;
};

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

// First every row is hashed and every record opened; then, because the snapshots say which
// entries are still wanted, the log.
struct OpenWork::Inside {
  const Rows& rows;
  Header header;
  crypto::Key book_key;
  BookKeys keys;

  Rows::const_iterator next{};
  std::size_t looked_at = 0;
  bool in_log = false;
  Contents contents{};
  Reading reading{};
  FoundManifests manifests{};
  std::uint64_t covered = 0;
  Log log{};

  [[nodiscard]] base::Done begin_log();
  /// How many bytes it read.
  std::size_t read_row(const std::string& key, const base::Bytes& bytes);
  std::size_t read_entries(const std::string& key, const base::Bytes& bytes);
  void take_back(Vault::Book& book);
};

OpenWork::OpenWork(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
OpenWork::OpenWork(OpenWork&&) noexcept = default;
OpenWork& OpenWork::operator=(OpenWork&&) noexcept = default;
OpenWork::~OpenWork() = default;

base::Result<OpenWork> OpenWork::begin(const Rows& rows, std::size_t slot,
                                       const crypto::Key& slot_key) {
  auto header = read_header(rows);
  if (!header) return base::pass_on(header);
  auto book_key = unwrap(*header, slot, slot_key);
  if (!book_key) return base::pass_on(book_key);
  BookKeys keys = BookKeys::of(*book_key);
  auto inside = std::make_unique<Inside>(
      Inside{rows, std::move(*header), std::move(*book_key), std::move(keys)});
  inside->next = rows.begin();
  return OpenWork(std::move(inside));
}

std::size_t OpenWork::Inside::read_row(const std::string& key, const base::Bytes& bytes) {
  if (is_head(key)) return 0;
  contents.put(key, Contents::mark_of(keys.marks, key, bytes));
  if (!is_log(key)) reading.read(key, bytes, keys, header.vault);
  return bytes.size();
}

base::Done OpenWork::Inside::begin_log() {
  reading.join_parts(keys);
  manifests = find_manifests(rows, keys, header.vault, contents);
  if (!reading.keyring) {
    return base::fail(Errc::corrupt, "keyring", "both copies are damaged or missing");
  }
  covered = covered_position(reading);
  in_log = true;
  next = rows.begin();
  return {};
}

std::size_t OpenWork::Inside::read_entries(const std::string& key, const base::Bytes& bytes) {
  if (!is_log(key)) return 0;
  // Small rows are wanted for packing; large ones are not even opened once they are covered.
  const bool is_loose = key >= log_key(covered) || bytes.size() <= small_log_row;
  const bool is_whole = manifests.is_whole;
  if (!is_loose && is_whole) return 0;
  auto row = read_log_row(key, bytes, keys, header.vault);
  if (!row) {
    log.damaged.push_back(key);
    return bytes.size();
  }
  log.end = std::max(log.end, row->position + row->entries.size());
  for (std::size_t i = 0; i < row->entries.size(); ++i) {
    if (row->position < covered && is_whole) break;
    auto entry = open_entry(row->entries[i], row->space, *reading.keyring);
    if (!entry) {
      log.damaged.push_back(key);
      break;
    }
    if (is_in_any(*entry, reading.snapshots)) continue;
    log.uncovered.push_back({row->position + i, row->space, entry->entry.dot()});
    log.entries.push_back(std::move(*entry));
  }
  if (is_loose) log.loose.push_back(std::move(*row));
  return bytes.size();
}

base::Result<bool> OpenWork::step(std::size_t most_bytes) {
  Inside& in = *inside_;
  for (std::size_t read = 0; read < most_bytes;) {
    if (in.next == in.rows.end()) {
      if (in.in_log) return true;
      if (const auto begun = in.begin_log(); !begun) return base::pass_on(begun);
      continue;
    }
    const auto& [key, bytes] = *in.next++;
    ++in.looked_at;
    constexpr std::size_t at_least = 64;  // so that looking at rows counts as well
    read += at_least + (in.in_log ? in.read_entries(key, bytes) : in.read_row(key, bytes));
  }
  return in.in_log && in.next == in.rows.end();
}

std::size_t OpenWork::rows_done() const {
  return inside_->looked_at;
}
std::size_t OpenWork::rows_in_all() const {
  return 2 * inside_->rows.size();
}

void OpenWork::Inside::take_back(Vault::Book& book) {
  book.contents = std::move(contents);
  book.expected = stored_generation(rows);
  book.next_position = log.end;
  for (const FoundManifest& found : manifests.found) {
    const Manifest& manifest = found.manifest;
    book.next_position = std::max(book.next_position, manifest.next_position);
    if (manifest.generation < book.generation) continue;
    book.generation = manifest.generation;
    book.manifest_hash = found.hash;
    book.own.clear();
    for (const OwnEnd& end : manifest.own) book.own[end.space] = end.end;
  }
  book.new_entries = log.entries.size();
  for (const LogRow& row : log.loose) {
    if (row.position < covered) continue;
    for (const base::Bytes& entry : row.entries) book.new_bytes += entry.size();
  }
  std::erase_if(log.loose,
                [](const LogRow& row) { return encode(row).size() > small_log_row; });
  book.loose = std::move(log.loose);
  book.uncovered = std::move(log.uncovered);
  book.parts = std::move(reading.parts_found);
  for (auto* damaged : {&reading.damaged, &log.damaged}) {
    for (const std::string& key : *damaged) {
      book.contents.remove(key);
      book.damaged.push_back(key);
    }
  }
}

Opened OpenWork::take() {
  Inside& in = *inside_;
  std::vector<Notice> notices = std::move(in.manifests.notices);
  for (auto* damaged : {&in.reading.damaged, &in.log.damaged}) {
    for (const std::string& key : *damaged) notices.push_back({NoticeKind::row_damaged, key});
  }
  if (!in.manifests.found.empty()) {
    const auto& own = in.manifests.found.front().manifest.own;
    const bool all = std::ranges::all_of(
        own, [&](const OwnEnd& end) { return has_own_entry(end, in.reading, in.log); });
    if (!all) notices.push_back({NoticeKind::own_entries_missing, {}});
  }
  const bool read_only = !notices.empty();
  if (in.header.slots_of(SlotKind::passphrase).size() > 1) {
    notices.push_back({NoticeKind::two_passphrases, {}});
  }

  auto book = std::make_unique<Vault::Book>(std::move(in.header), std::move(in.book_key),
                                            std::move(*in.reading.keyring));
  book->read_only = read_only;
  in.take_back(*book);
  Opened out{Vault(std::move(book)),
             std::move(in.reading.records),
             {},
             std::move(in.log.entries),
             std::move(notices)};
  for (StoredSnapshot& stored : in.reading.snapshots) {
    out.snapshots.push_back(std::move(stored.snapshot));
  }
  inside_.reset();
  return out;
}

base::Result<Opened> Vault::open(const Rows& rows, std::size_t slot,
                                 const crypto::Key& slot_key) {
  auto work = OpenWork::begin(rows, slot, slot_key);
  if (!work) return base::pass_on(work);
  if (const auto whole = work->step(SIZE_MAX); !whole) return base::pass_on(whole);
  return work->take();
}

}  // namespace pairbook::vault
