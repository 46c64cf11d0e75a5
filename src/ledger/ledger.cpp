#include "pairbook/ledger/ledger.hpp"

#include <algorithm>
#include <utility>

namespace pairbook::ledger {

using base::Errc;

namespace {

constexpr std::size_t max_waiting = 100'000;
/// kind, critical flag and length of an op at their longest.
constexpr std::size_t op_overhead = 5 + 1 + 4;

/// Ops shared out over as few entries as hold them.
base::Result<std::vector<std::vector<OpBytes>>> share_out(std::vector<OpBytes> ops,
                                                          std::size_t room) {
  std::vector<std::vector<OpBytes>> pages(1);
  std::size_t used = 0;
  for (OpBytes& op : ops) {
    const std::size_t size = op.payload.size() + op_overhead;
    if (size > room) return base::fail(Errc::too_large, "change", "an op over 60 KiB");
    if (used + size > room || pages.back().size() == max_ops) {
      pages.emplace_back();
      used = 0;
    }
    used += size;
    pages.back().push_back(std::move(op));
  }
  return pages;
}

}  // namespace

Ledger::Ledger(SpaceId space, const Summary& base) : space_(space), clock_(base.clock) {
  for (const ChainEnd& end : base.ends) {
    chains_[end.dot.device].base = end;
    base_.raise(end.dot);
  }
  seen_ = base_;
}

base::Result<std::vector<Entry>> Ledger::draft(const Writing& writing,
                                               std::vector<OpBytes> ops) {
  if (ops.empty()) return base::fail(Errc::invalid_input, "change", "nothing happens in it");
  Entry entry;
  entry.space = space_;
  entry.epoch = writing.epoch;
  entry.device = writing.device;
  entry.schema = writing.schema;
  entry.change = writing.change;
  entry.seen_head = writing.seen_head;
  entry.context = seen_;
  entry.context.forget(writing.device);
  if (entry.context.size() > max_context) {
    return base::fail(Errc::too_large, "change", "more devices than a context holds");
  }
  const ChainEnd last = end_of(writing.device).value_or(ChainEnd{});
  entry.seq = last.dot.seq + 1;
  entry.previous = last.hash;

  auto pages = share_out(std::move(ops), max_entry_body - encode(entry).size() - 16);
  if (!pages) return base::pass_on(pages);
  std::vector<Entry> out;
  for (auto& page : *pages) {
    entry.clock = clock_.tick(writing.now);
    entry.ops = std::move(page);
    entry.previous = out.empty() ? last.hash : hash_of(out.back());
    entry.seq = last.dot.seq + 1 + out.size();
    out.push_back(entry);
  }
  return out;
}

base::Result<std::vector<SignedEntry>> Ledger::append(const Writing& writing,
                                                      std::vector<OpBytes> ops,
                                                      const crypto::SigningKey& key) {
  if (writing.device != device_id(key.public_key())) {
    return base::fail(Errc::wrong_key, "change", "signed with another device's key");
  }
  auto drafts = draft(writing, std::move(ops));
  if (!drafts) return base::pass_on(drafts);
  std::vector<SignedEntry> out;
  for (Entry& entry : *drafts) {
    auto done = sign(std::move(entry), key);
    if (!done) return base::pass_on(done);
    out.push_back(std::move(*done));
  }
  for (const SignedEntry& entry : out) (void)receive(entry, writing.now);
  return out;
}

Received Ledger::receive(SignedEntry entry, base::Instant now) {
  Received out{Receipt::refused, 0, false};
  if (entry.entry.space != space_) return out;
  std::vector<SignedEntry> pending;
  pending.push_back(std::move(entry));
  for (bool first = true; !pending.empty(); first = false) {
    SignedEntry next = std::move(pending.back());
    pending.pop_back();
    const HybridTime clock = next.entry.clock;
    const Receipt receipt = place(std::move(next), pending);
    if (first) out.receipt = receipt;
    if (receipt != Receipt::added && receipt != Receipt::forked) continue;
    out.accepted += 1;
    if (!clock_.observe(clock, now)) out.clock_is_ahead = true;
  }
  return out;
}

Receipt Ledger::place(SignedEntry entry, std::vector<SignedEntry>& released) {
  const Dot dot = entry.entry.dot();
  if (base_.covers(dot) || knows(entry.entry, entry.hash)) return Receipt::duplicate;
  const Missing missing = missing_for(entry.entry);
  if (missing.history) return Receipt::needs_history;
  if (missing.dot) {
    auto& others = waiting_[*missing.dot];
    if (std::ranges::find(others, entry.hash, &SignedEntry::hash) != others.end()) {
      return Receipt::duplicate;
    }
    if (waiting_count_ >= max_waiting) return Receipt::refused;
    others.push_back(std::move(entry));
    ++waiting_count_;
    return Receipt::waiting;
  }

  Chain& chain = chains_[dot.device];
  const crypto::Digest previous = entry.entry.previous;
  const auto node = static_cast<std::uint32_t>(nodes_.size());
  nodes_.push_back({std::move(entry), 0, false});
  seen_.raise(dot);
  const crypto::Digest& end =
      chain.counted.empty() ? chain.base.hash : nodes_[chain.counted.back()].entry.hash;
  const bool extends = chain.all_of_fork.empty() && previous == end &&
                       dot.seq == chain.base.dot.seq + chain.counted.size() + 1;
  if (extends) {
    nodes_[node].counted = true;
    chain.counted.push_back(node);
    if (has_fork_) {
      rebuild();
    } else {
      insert(node);
    }
  } else {
    add_to_fork(chain, node);
  }

  if (const auto waiting = waiting_.find(dot); waiting != waiting_.end()) {
    waiting_count_ -= waiting->second.size();
    std::ranges::move(waiting->second, std::back_inserter(released));
    waiting_.erase(waiting);
  }
  return extends ? Receipt::added : Receipt::forked;
}

std::vector<std::uint32_t> Ledger::at_dot(const Chain& chain, std::uint64_t seq) const {
  if (!chain.all_of_fork.empty()) {
    const auto found = chain.all_of_fork.find(seq);
    return found == chain.all_of_fork.end() ? std::vector<std::uint32_t>{} : found->second;
  }
  if (seq <= chain.base.dot.seq || seq > chain.base.dot.seq + chain.counted.size()) return {};
  return {chain.counted[static_cast<std::size_t>(seq - chain.base.dot.seq - 1)]};
}

bool Ledger::knows(const Entry& entry, const crypto::Digest& hash) const {
  const auto chain = chains_.find(entry.device);
  if (chain == chains_.end()) return false;
  return std::ranges::any_of(at_dot(chain->second, entry.seq), [&](std::uint32_t node) {
    return nodes_[node].entry.hash == hash;
  });
}

bool Ledger::has_predecessor(const Chain& chain, const Entry& entry) const {
  if (entry.seq == chain.base.dot.seq + 1) return entry.previous == chain.base.hash;
  return std::ranges::any_of(at_dot(chain, entry.seq - 1), [&](std::uint32_t node) {
    return nodes_[node].entry.hash == entry.previous;
  });
}

Ledger::Missing Ledger::missing_for(const Entry& entry) const {
  const auto found = chains_.find(entry.device);
  const Chain none;
  const Chain& chain = found == chains_.end() ? none : found->second;
  if (!has_predecessor(chain, entry)) {
    // A branch that left the chain before our snapshot can be judged with the whole log only.
    if (entry.seq == chain.base.dot.seq + 1) return {std::nullopt, true};
    return {Dot{entry.device, entry.seq - 1}, false};
  }
  for (const Dot& dot : entry.context.dots()) {
    if (!seen_.covers(dot)) return {dot, false};
  }
  for (const Dot& dot : base_.dots()) {
    if (dot.device != entry.device && !entry.context.covers(dot)) return {std::nullopt, true};
  }
  return {};
}

std::optional<ChainEnd> Ledger::end_of(const DeviceId& device) const {
  const auto found = chains_.find(device);
  if (found == chains_.end()) return std::nullopt;
  const Chain& chain = found->second;
  if (!chain.counted.empty()) {
    const SignedEntry& last = nodes_[chain.counted.back()].entry;
    return ChainEnd{last.entry.dot(), last.hash};
  }
  if (chain.base.dot.seq == 0) return std::nullopt;
  return chain.base;
}

Summary Ledger::summary() const {
  Summary out{{}, clock_.last()};
  for (const auto& [device, chain] : chains_) {
    if (const auto end = end_of(device)) out.ends.push_back(*end);
  }
  return out;
}

std::vector<const SignedEntry*> Ledger::waiting_entries() const {
  std::vector<const SignedEntry*> out;
  for (const auto& [dot, entries] : waiting_) {
    for (const SignedEntry& entry : entries) out.push_back(&entry);
  }
  return out;
}

bool Ledger::has(const SignedEntry& entry) const {
  if (base_.covers(entry.entry.dot()) || knows(entry.entry, entry.hash)) return true;
  const Missing missing = missing_for(entry.entry);
  const auto found = missing.dot ? waiting_.find(*missing.dot) : waiting_.end();
  return found != waiting_.end() &&
         std::ranges::find(found->second, entry.hash, &SignedEntry::hash) !=
             found->second.end();
}

std::vector<const SignedEntry*> Ledger::held() const {
  std::vector<const SignedEntry*> out;
  for (const Node& node : nodes_) {
    if (!node.counted) out.push_back(&node.entry);
  }
  return out;
}

}  // namespace pairbook::ledger
