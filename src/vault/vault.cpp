// What changes a book: each function makes one commit, or two that are each whole.
#include "pairbook/vault/vault.hpp"

#include <algorithm>

#include "book.hpp"

namespace pairbook::vault {

using base::Bytes;
using base::Errc;
using base::fail;

namespace {

/// Entries as they are stored, in rows of one space each.
base::Result<std::vector<LogRow>> seal_entries(const std::vector<ledger::SignedEntry>& entries,
                                               const Keyring& keyring, std::uint64_t position) {
  std::vector<LogRow> rows;
  std::size_t used = 0;
  for (const ledger::SignedEntry& entry : entries) {
    const SpaceKeys* space = keyring.find(entry.entry.space);
    if (space == nullptr || space->epochs.back().epoch < entry.entry.epoch) {
      return fail(Errc::not_found, "keyring", "no key for the entry's epoch");
    }
    const EpochKey& newest = space->epochs.back();
    auto done = ledger::seal(entry, {newest.epoch, newest.key});
    if (!done) return base::pass_on(done);
    Bytes sealed = std::move(*done);
    if (rows.empty() || rows.back().space != space->id ||
        used + sealed.size() > log_row_target) {
      rows.push_back({position, space->id, {}});
      used = 0;
    }
    used += sealed.size();
    rows.back().entries.push_back(std::move(sealed));
    ++position;
  }
  return rows;
}

base::Done check(const Change& change) {
  const auto check_name = [](const std::string& name) -> base::Done {
    if (name.starts_with(reserved_names)) {
      return fail(Errc::invalid_input, name, "the vault's own name");
    }
    if (name.empty() || name.size() > max_record_name) {
      return fail(Errc::invalid_input, name, "a name has 1 to 128 bytes");
    }
    return {};
  };
  for (const auto& [name, bytes] : change.records) {
    if (const auto fine = check_name(name); !fine) return fine;
    if (bytes.size() > max_row / 2) return fail(Errc::too_large, name, "over 128 MiB");
  }
  for (const std::string& name : change.drop_records) {
    if (const auto fine = check_name(name); !fine) return fine;
  }
  if (change.snapshot && change.snapshot->state.size() > max_state) {
    return fail(Errc::too_large, "snapshot", "over 128 MiB");
  }
  return {};
}

}  // namespace

Vault::Vault(std::unique_ptr<Book> book) : book_(std::move(book)) {}
Vault::Vault(Vault&&) noexcept = default;
Vault& Vault::operator=(Vault&&) noexcept = default;
Vault::~Vault() = default;

const Header& Vault::header() const {
  return book_->header;
}
const Keyring& Vault::keyring() const {
  return book_->keyring;
}
std::uint64_t Vault::log_end() const {
  return book_->next_position;
}
std::uint64_t Vault::generation() const {
  return book_->generation;
}
bool Vault::is_read_only() const {
  return book_->read_only;
}
bool Vault::snapshot_is_due() const {
  return book_->new_entries >= snapshot_after_entries ||
         book_->new_bytes >= snapshot_after_bytes;
}

base::Result<Vault::Created> Vault::create(const PassphraseKey& passphrase,
                                           const crypto::RecoveryCode& recovery,
                                           base::RandomSource& random, SpaceKind kind) {
  if (const auto fine = crypto::check_cost(passphrase.cost); !fine) return base::pass_on(fine);
  crypto::Key book_key = crypto::Key::random(random);
  Header header;
  header.vault = VaultId::random(random);
  header.commitment = commitment_of(book_key, header.vault);
  header.slots.push_back(wrap(SlotKind::passphrase, passphrase.cost, passphrase.salt,
                              passphrase.key, book_key, header, random));
  crypto::Salt salt{};
  random.fill(salt);
  header.slots.push_back(
      wrap(SlotKind::recovery, {0, 0}, salt, recovery.key(salt), book_key, header, random));

  auto book = std::make_unique<Book>(std::move(header), std::move(book_key),
                                     Keyring::create(kind, random));
  Commit commit = book->begin();
  book->put_header(commit);
  book->put_keyring(commit, random);
  book->finish(commit, random);
  return Created{Vault(std::move(book)), std::move(commit)};
}

base::Result<Commit> Vault::commit(const Change& change, base::RandomSource& random) {
  Book& book = *book_;
  if (book.read_only) return fail(Errc::not_permitted, "book", "read-only");
  if (const auto fine = check(change); !fine) return base::pass_on(fine);
  auto rows = seal_entries(change.entries, book.keyring, book.next_position);
  if (!rows) return base::pass_on(rows);
  auto own = book.own;
  for (const ledger::SignedEntry& entry : change.entries) {
    if (entry.entry.device != book.keyring.device()) continue;
    own[entry.entry.space] = {entry.entry.dot(), entry.hash};
  }
  if (change.snapshot) {
    if (const auto fine = check_reach(*change.snapshot, own); !fine) return base::pass_on(fine);
  }

  book.own = std::move(own);
  for (std::size_t i = 0; i < change.entries.size(); ++i) {
    const ledger::Entry& entry = change.entries[i].entry;
    book.uncovered.push_back({book.next_position + i, entry.space, entry.dot()});
  }
  book.next_position += change.entries.size();
  book.new_entries += change.entries.size();
  for (const LogRow& row : *rows) {
    for (const Bytes& entry : row.entries) book.new_bytes += entry.size();
  }
  Commit commit = book.begin();
  book.put_log_rows(commit, std::move(*rows), random);
  for (const std::string& name : change.drop_records) {
    book.remove(commit, record_key(book.keys.names, name));
  }
  for (const auto& [name, bytes] : change.records) {
    book.put_record(commit, {name, bytes}, random);
  }
  if (change.snapshot) {
    SealedSnapshot snapshot = begin_snapshot(*change.snapshot);
    static_cast<void>(seal_some(snapshot, SIZE_MAX, random));
    book.put_snapshot(commit, std::move(*snapshot.inside_), random);
  }
  book.finish(commit, random);
  return commit;
}

base::Result<std::vector<Commit>> Vault::change_passphrase(const PassphraseKey& passphrase,
                                                           base::RandomSource& random) {
  Book& book = *book_;
  if (book.read_only) return fail(Errc::not_permitted, "book", "read-only");
  if (const auto fine = crypto::check_cost(passphrase.cost); !fine) return base::pass_on(fine);
  // A second interrupted change must not fill the header up.
  while (book.header.slots_of(SlotKind::passphrase).size() > 1) {
    const auto oldest = book.header.slots_of(SlotKind::passphrase).back();
    book.header.slots.erase(book.header.slots.begin() + static_cast<std::ptrdiff_t>(oldest));
  }
  if (book.header.slots.size() >= max_slots) {
    return fail(Errc::too_large, "header", "no room for another key slot");
  }
  book.header.slots.push_back(wrap(SlotKind::passphrase, passphrase.cost, passphrase.salt,
                                   passphrase.key, book.book_key, book.header, random));
  Commit both = book.begin();
  book.put_header(both);
  book.finish(both, random);
  auto only = drop_older_passphrases(random);
  if (!only) return base::pass_on(only);
  std::vector<Commit> out;
  out.push_back(std::move(both));
  out.push_back(std::move(*only));
  return out;
}

base::Result<Commit> Vault::drop_older_passphrases(base::RandomSource& random) {
  Book& book = *book_;
  if (book.read_only) return fail(Errc::not_permitted, "book", "read-only");
  const auto passphrases = book.header.slots_of(SlotKind::passphrase);
  for (std::size_t i = 1; i < passphrases.size();
       ++i) {  // newest first, so higher numbers first
    book.header.slots.erase(book.header.slots.begin() +
                            static_cast<std::ptrdiff_t>(passphrases[i]));
  }
  Commit commit = book.begin();
  book.put_header(commit);
  book.finish(commit, random);
  return commit;
}

base::Result<Commit> Vault::replace_recovery_code(const crypto::RecoveryCode& code,
                                                  base::RandomSource& random) {
  Book& book = *book_;
  if (book.read_only) return fail(Errc::not_permitted, "book", "read-only");
  std::erase_if(book.header.slots,
                [](const KeySlot& slot) { return slot.kind == SlotKind::recovery; });
  if (book.header.slots.size() >= max_slots) {
    return fail(Errc::too_large, "header", "no room for another key slot");
  }
  crypto::Salt salt{};
  random.fill(salt);
  book.header.slots.push_back(wrap(SlotKind::recovery, {0, 0}, salt, code.key(salt),
                                   book.book_key, book.header, random));
  Commit commit = book.begin();
  book.put_header(commit);
  book.finish(commit, random);
  return commit;
}

base::Result<Commit> Vault::replace_keyring(Keyring keyring, base::RandomSource& random) {
  Book& book = *book_;
  if (book.read_only) return fail(Errc::not_permitted, "book", "read-only");
  if (keyring.device() != book.keyring.device()) book.own.clear();
  book.keyring = std::move(keyring);
  Commit commit = book.begin();
  book.put_keyring(commit, random);
  book.finish(commit, random);
  return commit;
}

base::Result<Commit> Vault::carry_on(base::RandomSource& random) {
  Book& book = *book_;
  if (!book.read_only) return fail(Errc::conflict, "book", "it is whole");
  Commit commit = book.begin();
  commit.remove = book.damaged;
  book.damaged.clear();
  book.read_only = false;
  book.keyring.renew_device(random);
  book.own.clear();
  book.put_header(commit);
  book.put_keyring(commit, random);
  // Both lists of contents anew: one that is missing would be a sign of damage next time.
  book.finish(commit, random);
  ++commit.generation;
  book.finish(commit, random);
  return commit;
}

}  // namespace pairbook::vault
