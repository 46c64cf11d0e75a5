// The order of a ledger: where an entry goes, and the whole anew when a device has forked.
#include <algorithm>
#include <queue>
#include <tuple>

#include "pairbook/base/sort.hpp"
#include "pairbook/ledger/ledger.hpp"

namespace pairbook::ledger {

bool Ledger::comes_before(std::uint32_t a, std::uint32_t b) const {
  const Entry& left = nodes_[a].entry.entry;
  const Entry& right = nodes_[b].entry.entry;
  return std::tie(left.clock, left.device, left.seq) <
         std::tie(right.clock, right.device, right.seq);
}

/// The last counted entry of the device up to that number; of a fork, on the branch that
/// counts.
std::optional<std::uint32_t> Ledger::counted_up_to(const Dot& dot) const {
  const auto found = chains_.find(dot.device);
  if (found == chains_.end() || dot.seq <= found->second.base.dot.seq) return std::nullopt;
  const Chain& chain = found->second;
  const std::uint64_t wanted = dot.seq - chain.base.dot.seq;
  const auto index = std::min<std::uint64_t>(wanted, chain.counted.size());
  if (index == 0) return std::nullopt;
  return chain.counted[static_cast<std::size_t>(index - 1)];
}

// Picking the least of all that may come next gives the one order. A new entry has no
// successors yet, so it changes nothing among the others: it is picked at the first step after
// its predecessors at which it is the least, and there we put it.
void Ledger::insert(std::uint32_t node) {
  const Entry& entry = nodes_[node].entry.entry;
  std::size_t position = 0;
  const auto after = [&](const Dot& dot) {
    if (const auto earlier = counted_up_to(dot)) {
      position = std::max(position, nodes_[*earlier].position + 1);
    }
  };
  after({entry.device, entry.seq - 1});
  for (const Dot& dot : entry.context.dots()) after(dot);
  while (position < order_.size() && comes_before(order_[position], node)) ++position;

  if (position < order_.size()) disorder_.push_back(position);
  order_.insert(order_.begin() + static_cast<std::ptrdiff_t>(position), node);
  for (std::size_t i = position; i < order_.size(); ++i) nodes_[order_[i]].position = i;
}

void Ledger::add_to_fork(Chain& chain, std::uint32_t node) {
  if (chain.all_of_fork.empty()) {
    for (const std::uint32_t counted : chain.counted) {
      chain.all_of_fork[nodes_[counted].entry.entry.seq] = {counted};
    }
  }
  chain.all_of_fork[nodes_[node].entry.entry.seq].push_back(node);
  has_fork_ = true;
  recount(chain);
  rebuild();
}

/// At every fork the branch that begins with the lower hash counts.
void Ledger::recount(Chain& chain) {
  for (const std::uint32_t counted : chain.counted) nodes_[counted].counted = false;
  chain.counted.clear();
  crypto::Digest end = chain.base.hash;
  for (std::uint64_t seq = chain.base.dot.seq + 1;; ++seq) {
    const auto found = chain.all_of_fork.find(seq);
    if (found == chain.all_of_fork.end()) return;
    std::optional<std::uint32_t> best;
    for (const std::uint32_t node : found->second) {
      const SignedEntry& entry = nodes_[node].entry;
      if (entry.entry.previous != end) continue;
      if (!best || entry.hash < nodes_[*best].entry.hash) best = node;
    }
    if (!best) return;
    nodes_[*best].counted = true;
    chain.counted.push_back(*best);
    end = nodes_[*best].entry.hash;
  }
}

/// The order from nothing. Only a device that forked its chain makes it necessary.
void Ledger::rebuild() {
  const auto later = [this](std::uint32_t a, std::uint32_t b) { return comes_before(b, a); };
  std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, decltype(later)> ready(later);
  std::vector<std::vector<std::uint32_t>> followers(nodes_.size());
  std::vector<std::size_t> open(nodes_.size(), 0);
  std::vector<std::uint32_t> blocked;
  for (std::uint32_t node = 0; node < nodes_.size(); ++node) {
    if (!nodes_[node].counted) continue;
    const Entry& entry = nodes_[node].entry.entry;
    const auto after = [&](const Dot& dot) {
      const auto earlier = counted_up_to(dot);
      if (!earlier) return;
      followers[*earlier].push_back(node);
      ++open[node];
    };
    after({entry.device, entry.seq - 1});
    for (const Dot& dot : entry.context.dots()) after(dot);
    if (open[node] == 0) {
      ready.push(node);
    } else {
      blocked.push_back(node);
    }
  }
  base::sort(blocked, [this](auto a, auto b) { return comes_before(a, b); });

  order_.clear();
  std::vector<bool> placed(nodes_.size(), false);
  std::size_t next_blocked = 0;
  for (;;) {
    if (ready.empty()) {
      // A liar's branches can wait for each other in a circle. The least of them goes first.
      while (next_blocked < blocked.size() && placed[blocked[next_blocked]]) ++next_blocked;
      if (next_blocked == blocked.size()) break;
      ready.push(blocked[next_blocked]);
    }
    const std::uint32_t node = ready.top();
    ready.pop();
    if (placed[node]) continue;
    placed[node] = true;
    nodes_[node].position = order_.size();
    order_.push_back(node);
    for (const std::uint32_t follower : followers[node]) {
      if (--open[follower] == 0) ready.push(follower);
    }
  }
  disorder_.push_back(0);
}

}  // namespace pairbook::ledger
