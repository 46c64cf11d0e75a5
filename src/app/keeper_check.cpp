// Everything that can be checked about a book once it is open, without trusting any shortcut.
#include <algorithm>
#include <map>

#include "keeper_inside.hpp"
#include "pairbook/base/sort.hpp"
#include "pairbook/base/text.hpp"
#include "pairbook/domain/apply.hpp"

namespace pairbook::app {

namespace {

using ledger::DeviceId;
using ledger::SignedEntry;

std::string name_of(const ledger::Entry& entry) {
  return "entry " + base::to_text(static_cast<long long>(entry.seq)) + " of device " +
         entry.device.hex();
}

class Checker {
 public:
  Checker(const sync::Members& members, BookCheck& check) : members_(members), check_(check) {}
  void look_at(const std::vector<SignedEntry>& entries) {
    check_.entries = entries.size();
    std::map<DeviceId, std::vector<const SignedEntry*>> chains;
    for (const SignedEntry& entry : entries) {
      check_signature(entry);
      chains[entry.entry.device].push_back(&entry);
    }
    check_.devices = chains.size();
    for (auto& [device, chain] : chains) check_chain(chain);
  }

 private:
  void find(FindingKind kind, std::string where) {
    check_.findings.push_back({kind, std::move(where)});
  }

  void check_signature(const SignedEntry& entry) {
    const crypto::PublicKey* const key = members_.key_of(entry.entry.device);
    if (key == nullptr) {
      ++check_.unknown_signers;
    } else if (ledger::is_signed_by(entry, *key)) {
      ++check_.signatures;
    } else {
      find(FindingKind::signature_wrong, name_of(entry.entry));
    }
  }

  // Both branches of a fork hang on the same entry: only what follows nothing is a break.
  void check_chain(std::vector<const SignedEntry*>& chain) {
    base::sort(chain, [](const SignedEntry* a, const SignedEntry* b) {
      return a->entry.seq < b->entry.seq;
    });
    std::vector<crypto::Digest> before{crypto::Digest{}};
    std::vector<crypto::Digest> here;
    std::uint64_t seq = 1;
    for (const SignedEntry* entry : chain) {
      if (entry->entry.seq != seq) {
        before = std::exchange(here, {});
        ++seq;
      }
      const bool follows = entry->entry.seq == seq &&
                           std::ranges::find(before, entry->entry.previous) != before.end();
      if (!follows) return find(FindingKind::chain_broken, name_of(entry->entry));
      here.push_back(ledger::hash_of(entry->entry));
    }
  }

  const sync::Members& members_;
  BookCheck& check_;
};

struct Fold {
  domain::Programme programme;
  std::size_t changes = 0;
  std::size_t ignored = 0;
};

base::Result<Fold> fold_all(const ledger::Ledger& all, base::Date today) {
  Fold fold;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto past = past_at(all, i);
    if (!past) return base::pass_on(past);
    if (!past->goes_on && !past->ops.empty()) ++fold.changes;
    for (const domain::Op& op : past->ops) {
      const domain::Moment then{past->when, today};
      if (!domain::apply(fold.programme, op, then).applied) ++fold.ignored;
    }
  }
  return fold;
}

}  // namespace

BookCheck Keeper::check(const domain::Programme& shown, base::Date today) const {
  BookCheck check;
  check.rows = inside_->rows.size();
  auto entries = inside_->vault.history(inside_->rows, inside_->ledger.space());
  if (!entries) {
    check.findings.push_back({FindingKind::seal_broken, entries.error().where});
    return check;
  }
  Checker(inside_->members, check).look_at(*entries);

  ledger::Ledger all(inside_->ledger.space());
  for (SignedEntry& entry : *entries) {
    const base::Instant when{static_cast<std::int64_t>(entry.entry.clock.ms)};
    static_cast<void>(all.receive(std::move(entry), when));
  }
  for (const SignedEntry* held : all.held()) {
    check.findings.push_back({FindingKind::forked, name_of(held->entry)});
  }
  if (all.waiting() > 0) check.findings.push_back({FindingKind::cut_off, {}});
  const auto fold = fold_all(all, today);
  if (!fold) {
    check.findings.push_back({FindingKind::other_result, fold.error().where});
    return check;
  }
  check.changes = fold->changes;
  check.ignored = fold->ignored;
  if (fold->programme != shown) check.findings.push_back({FindingKind::other_result, {}});
  return check;
}

}  // namespace pairbook::app
