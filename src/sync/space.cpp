#include "pairbook/sync/space.hpp"

#include <algorithm>

namespace pairbook::sync {

using base::Errc;

wire::EntryKind kind_of(const ledger::Entry& entry) {
  const bool lets_in = std::ranges::any_of(
      entry.ops, [](const ledger::OpBytes& op) { return op.kind == admission_op; });
  return lets_in ? wire::EntryKind::membership : wire::EntryKind::edit;
}

bool BookSpace::has(const ledger::SignedEntry& entry) const {
  return ledger_.has(entry);
}

base::Result<ledger::SignedEntry> BookSpace::open(base::BytesView sealed) const {
  const auto head = ledger::peek(sealed);
  if (!head) return base::pass_on(head);
  for (const crypto::Key* key : keyring_.find(id_)->keys_of(head->epoch)) {
    auto entry = ledger::open(sealed, id_, *key);
    if (!entry && entry.error().code == Errc::wrong_key) continue;
    if (!entry) return entry;
    members_.learn(entry->entry);
    const crypto::PublicKey* author = members_.key_of(entry->entry.device);
    if (author == nullptr) return base::fail(Errc::not_found, "entry", "an unknown device");
    if (!ledger::is_signed_by(*entry, *author))
      return base::fail(Errc::corrupt, "entry", "not signed by its device");
    members_.hear(*entry);
    return entry;
  }
  return base::fail(Errc::not_found, "entry", "no key opens it");
}

base::Result<wire::NewEntry> BookSpace::seal(const ledger::SignedEntry& entry,
                                             std::uint8_t attempt) const {
  const vault::EpochKey& current = keyring_.find(id_)->epochs.back();
  if (current.epoch < entry.entry.epoch) {
    return base::fail(Errc::not_found, "entry", "no key that is late enough");
  }
  auto sealed = ledger::seal(entry, {current.epoch, current.key, attempt});
  if (!sealed) return base::pass_on(sealed);
  const auto head = ledger::peek(*sealed);
  if (!head) return base::pass_on(head);
  return wire::NewEntry{kind_of(entry.entry), {head->id.bytes}, std::move(*sealed)};
}

std::map<ledger::DeviceId, std::uint64_t> seen_by_others(const ledger::Ledger& ledger,
                                                         const ledger::DeviceId& device) {
  std::map<ledger::DeviceId, std::uint64_t> out;
  for (std::size_t i = 0; i < ledger.size(); ++i) {
    const ledger::Entry& entry = ledger.at(i).entry;
    if (entry.device == device) continue;
    std::uint64_t& seen = out[entry.device];
    seen = std::max(seen, entry.context.of(device));
  }
  return out;
}

}  // namespace pairbook::sync
