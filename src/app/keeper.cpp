#include "pairbook/app/keeper.hpp"

#include "keeper_inside.hpp"
#include "pairbook/codec/op_bytes.hpp"
#include "pairbook/vault/book_file.hpp"

namespace pairbook::app {

using base::Bytes;
using base::pass_on;
using base::Result;

namespace {

/// The book's one space, where the programme's history is.
const vault::SpaceKeys& space_of(const vault::Vault& vault) {
  return vault.keyring().spaces().front();
}

std::vector<ledger::OpBytes> to_bytes(const std::vector<domain::Op>& ops) {
  std::vector<ledger::OpBytes> out;
  out.reserve(ops.size());
  for (const domain::Op& op : ops) {
    codec::OpBytes bytes = codec::encode_op(op);
    out.push_back({bytes.kind, bytes.critical, std::move(bytes.payload)});
  }
  return out;
}

}  // namespace

Keeper::Keeper(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Keeper::Keeper(Keeper&&) noexcept = default;
Keeper& Keeper::operator=(Keeper&&) noexcept = default;
Keeper::~Keeper() = default;

BookId Keeper::id() const {
  return inside_->vault.header().vault;
}
bool Keeper::is_read_only() const {
  return inside_->vault.is_read_only();
}
bool Keeper::snapshot_is_due() const {
  return !is_read_only() && (inside_->is_late || inside_->vault.snapshot_is_due());
}

Result<vault::Commit> Keeper::Inside::keep(Result<vault::Commit> commit) {
  if (!commit) return commit;
  if (const base::Done stored = vault::store(rows, *commit); !stored) return pass_on(stored);
  return commit;
}

Result<vault::Commit> Keeper::append(const ledger::ChangeId& change,
                                     const std::vector<domain::Op>& ops,
                                     const domain::Moment& moment, base::RandomSource& random) {
  if (is_read_only()) return base::fail(base::Errc::not_permitted, "book", "read-only");
  std::vector<ledger::OpBytes> bytes = inside_->missing_certificates();
  for (ledger::OpBytes& op : to_bytes(ops)) bytes.push_back(std::move(op));
  return inside_->write(change, std::move(bytes), moment, random);
}

Result<vault::Commit> Keeper::snapshot(const domain::Programme& programme,
                                       base::RandomSource& random) {
  vault::SealedSnapshot sealed = begin_snapshot(codec::encode_programme(programme));
  static_cast<void>(seal_some(sealed, SIZE_MAX, random));
  return snapshot(std::move(sealed), random);
}

vault::SealedSnapshot Keeper::begin_snapshot(Bytes programme) const {
  return inside_->vault.begin_snapshot(
      {inside_->ledger.space(), inside_->ledger.summary(), std::move(programme)});
}

bool Keeper::seal_some(vault::SealedSnapshot& snapshot, std::size_t most_bytes,
                       base::RandomSource& random) const {
  return inside_->vault.seal_some(snapshot, most_bytes, random);
}

Result<vault::Commit> Keeper::snapshot(vault::SealedSnapshot sealed,
                                       base::RandomSource& random) {
  auto commit = inside_->keep(inside_->vault.commit(std::move(sealed), random));
  if (commit) inside_->is_late = false;
  return commit;
}

Result<vault::Commit> Keeper::change_passphrase(crypto::Key stretched,
                                                const StretchAsked& asked,
                                                base::RandomSource& random) {
  crypto::Key kept = stretched.clone();
  const vault::PassphraseKey key{std::move(stretched), asked.salt, asked.cost};
  auto commits = inside_->vault.change_passphrase(key, random);
  if (!commits) return pass_on(commits);
  inside_->by = {vault::SlotKind::passphrase, std::move(kept)};
  Result<vault::Commit> whole = vault::Commit{};
  for (std::size_t i = 0; i < commits->size(); ++i) {
    const auto stored = inside_->keep((*commits)[i]);
    if (!stored) return stored;
    whole = i == 0 ? *stored : vault::merge(std::move(*whole), *stored);
  }
  return whole;
}

Result<vault::Commit> Keeper::change_recovery(const crypto::RecoveryCode& code,
                                              base::RandomSource& random) {
  return inside_->keep(inside_->vault.replace_recovery_code(code, random));
}

bool Keeper::is_passphrase_key(const crypto::Key& stretched) const {
  if (inside_->by.kind == vault::SlotKind::passphrase) return inside_->by.key == stretched;
  for (const std::size_t slot : inside_->vault.header().slots_of(vault::SlotKind::passphrase)) {
    if (vault::unwrap(inside_->vault.header(), slot, stretched)) return true;
  }
  return false;
}

StretchAsked Keeper::stretch_asked() const {
  const vault::Header& header = inside_->vault.header();
  const auto slots = header.slots_of(vault::SlotKind::passphrase);
  if (slots.empty()) return {};
  return {header.slots[slots.front()].salt, header.slots[slots.front()].cost};
}

vault::Commit Keeper::all_rows() const {
  vault::Commit commit;
  commit.generation = vault::stored_generation(inside_->rows);
  for (const auto& [key, bytes] : inside_->rows) commit.put.push_back({key, bytes});
  return commit;
}

std::size_t Keeper::bytes() const {
  std::size_t sum = 0;
  for (const auto& [key, bytes] : inside_->rows) sum += bytes.size();
  return sum;
}

Bytes Keeper::to_file() const {
  return vault::write_book_file(inside_->rows);
}

Result<MadeBook> make_book(crypto::Key stretched, const StretchAsked& asked,
                           const crypto::RecoveryCode& code, base::RandomSource& random) {
  crypto::Key kept = stretched.clone();
  const vault::PassphraseKey key{std::move(stretched), asked.salt, asked.cost};
  auto created = vault::Vault::create(key, code, random);
  if (!created) return pass_on(created);
  const ledger::SpaceId space = space_of(created->vault).id;
  auto inside = std::make_unique<Keeper::Inside>(
      std::move(created->vault), ledger::Ledger(space), vault::Rows{},
      OpenedBy{vault::SlotKind::passphrase, std::move(kept)});
  if (const auto read = inside->read_records({}); !read) return pass_on(read);
  if (const auto stored = vault::store(inside->rows, created->commit); !stored) {
    return pass_on(stored);
  }
  return MadeBook{Keeper(std::move(inside)), std::move(created->commit)};
}

std::vector<domain::Op> fit_entries(std::vector<domain::Op> ops) {
  // An entry also holds its head and signature: leave them room.
  constexpr std::size_t most = ledger::max_entry_body - 4096;
  std::vector<domain::Op> out;
  const auto part = [&](auto& self, domain::Op op) -> void {
    const auto halve = [&](auto& list, auto make) {
      const auto middle = list.begin() + static_cast<std::ptrdiff_t>(list.size() / 2);
      self(self, domain::Op(make({list.begin(), middle})));
      self(self, domain::Op(make({middle, list.end()})));
    };
    auto* added = std::get_if<domain::PeopleAdded>(&op);
    auto* changed = std::get_if<domain::PeopleChanged>(&op);
    auto* pairs = std::get_if<domain::PairsApproved>(&op);
    const bool many = (added != nullptr && added->people.size() > 1) ||
                      (changed != nullptr && changed->changes.size() > 1) ||
                      (pairs != nullptr && pairs->pairs.size() > 1);
    if (!many || codec::encode_op(op).payload.size() <= most) {
      out.push_back(std::move(op));
    } else if (added != nullptr) {
      halve(added->people, [](std::vector<domain::Person> half) {
        return domain::PeopleAdded{std::move(half)};
      });
    } else if (changed != nullptr) {
      using Changes = std::vector<std::pair<domain::PersonId, domain::PersonPatch>>;
      halve(changed->changes,
            [](Changes half) { return domain::PeopleChanged{std::move(half)}; });
    } else {
      halve(pairs->pairs, [](std::vector<domain::Pair> half) {
        return domain::PairsApproved{std::move(half)};
      });
    }
  };
  for (domain::Op& op : ops) part(part, std::move(op));
  return out;
}

}  // namespace pairbook::app
