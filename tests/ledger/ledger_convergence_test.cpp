// 20,000 random histories: the same set of entries gives the same order and the same state,
// whatever arrived when, how often, and whatever the clocks said.
#include <gtest/gtest.h>

#include <algorithm>

#include "pairbook/ledger/projection.hpp"
#include "some_entries.hpp"

namespace pairbook::ledger {
namespace {

constexpr std::int64_t noon = 1'800'000'000'000;
constexpr std::int64_t ten_years = 315'360'000'000;
constexpr std::uint64_t first_seed = 1;
constexpr std::uint64_t histories = 20'000;

struct Fold {
  crypto::Digest state{};
};
std::optional<int> fold(Fold& state, const Entry& entry, const OpBytes& op) {
  state.state = crypto::hash({state.state, entry.device.bytes, op.payload});
  return std::nullopt;
}

struct History {
  std::vector<Replica> replicas;
  std::vector<Projection<Fold, int>> folds;
  std::vector<SignedEntry> entries;

  void deliver(std::size_t to, std::size_t entry, std::int64_t now) {
    (void)replicas[to].take(entries[entry], now);
    folds[to].follow(replicas[to].ledger);
  }
};

std::vector<std::size_t> shuffled(std::size_t count, base::SeededRandom& random) {
  std::vector<std::size_t> out(count);
  for (std::size_t i = 0; i < count; ++i) out[i] = i;
  for (std::size_t i = count; i > 1; --i) {
    std::swap(out[i - 1], out[static_cast<std::size_t>(random.below(i))]);
  }
  return out;
}

History a_history(base::SeededRandom& random, bool with_fork) {
  History out;
  const std::size_t count = 2 + static_cast<std::size_t>(random.below(4));
  for (unsigned i = 0; i < count; ++i) {
    const auto years = static_cast<std::int64_t>(random.below(3)) - 1;
    // Two replicas under one name are a device restored from a copy.
    const bool twin = with_fork && i == 1;
    out.replicas.push_back(a_replica(twin ? 1 : i + 1, years * ten_years));
    out.folds.emplace_back(Fold{}, fold, 1 + static_cast<std::size_t>(random.below(4)));
  }
  std::int64_t now = noon;
  const std::uint64_t steps = 6 + random.below(20);
  for (std::uint64_t step = 0; step < steps; ++step) {
    now += static_cast<std::int64_t>(random.below(1000));
    const auto at = static_cast<std::size_t>(random.below(count));
    if (out.entries.empty() || random.below(2) == 0) {
      out.entries.push_back(out.replicas[at].write(std::to_string(step), now));
      out.folds[at].follow(out.replicas[at].ledger);
    } else {
      out.deliver(at, static_cast<std::size_t>(random.below(out.entries.size())), now);
    }
  }
  for (std::size_t at = 0; at < count; ++at) {
    for (const std::size_t entry : shuffled(out.entries.size(), random)) {
      out.deliver(at, entry, now);
      if (random.below(8) == 0) out.deliver(at, entry, now);
    }
  }
  return out;
}

std::vector<crypto::Digest> order_of(const Ledger& ledger) {
  std::vector<crypto::Digest> out;
  for (std::size_t i = 0; i < ledger.size(); ++i) out.push_back(ledger.at(i).hash);
  return out;
}

/// The rule, written down the slow way: of all that may come next, the least.
std::vector<crypto::Digest> order_by_the_rule(std::vector<SignedEntry> entries) {
  std::ranges::sort(entries, [](const SignedEntry& a, const SignedEntry& b) {
    return std::pair(a.entry.clock, a.entry.device) < std::pair(b.entry.clock, b.entry.device);
  });
  VersionVector seen;
  std::vector<crypto::Digest> out;
  while (out.size() < entries.size()) {
    const auto next = std::ranges::find_if(entries, [&](const SignedEntry& candidate) {
      const Entry& entry = candidate.entry;
      return seen.of(entry.device) + 1 == entry.seq && seen.covers(entry.context);
    });
    if (next == entries.end()) break;
    seen.raise(next->entry.dot());
    out.push_back(next->hash);
  }
  return out;
}

void expect_convergence(const History& history, std::uint64_t seed) {
  const auto order = order_of(history.replicas[0].ledger);
  for (std::size_t i = 0; i < history.replicas.size(); ++i) {
    const Ledger& ledger = history.replicas[i].ledger;
    ASSERT_EQ(ledger.waiting(), 0U) << "seed " << seed;
    ASSERT_EQ(order_of(ledger), order) << "seed " << seed;
    ASSERT_EQ(history.folds[i].state().state, history.folds[0].state().state)
        << "seed " << seed;
    Projection<Fold, int> afresh({}, fold);
    afresh.follow(ledger);
    ASSERT_EQ(afresh.state().state, history.folds[i].state().state) << "seed " << seed;
  }
}

TEST(Convergence, OfAnyHistoryUnderAnyDeliveryAndAnyClock) {
  for (std::uint64_t seed = first_seed; seed < first_seed + histories; ++seed) {
    base::SeededRandom random(seed);
    const History history = a_history(random, false);
    expect_convergence(history, seed);
    ASSERT_EQ(order_of(history.replicas[0].ledger), order_by_the_rule(history.entries))
        << "seed " << seed;
    if (HasFatalFailure()) return;
  }
}

TEST(Convergence, EvenWhenADeviceForksItsChain) {
  for (std::uint64_t seed = 1; seed <= 4000; ++seed) {
    base::SeededRandom random(seed);
    expect_convergence(a_history(random, true), seed);
    if (HasFatalFailure()) return;
  }
}

/// The first entries of a random history: all that their authors had seen is among them.
std::vector<SignedEntry> a_few_entries(std::uint64_t seed) {
  base::SeededRandom random(seed);
  std::vector<SignedEntry> entries = a_history(random, seed % 2 == 0).entries;
  entries.resize(std::min<std::size_t>(entries.size(), 6));
  return entries;
}

TEST(Convergence, OfAFewEntriesInEveryOrderOfArrival) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const std::vector<SignedEntry> entries = a_few_entries(seed);
    std::vector<std::size_t> arrival(entries.size());
    for (std::size_t i = 0; i < arrival.size(); ++i) arrival[i] = i;
    std::vector<crypto::Digest> order;
    crypto::Digest state{};
    do {
      Ledger ledger(some_space());
      Projection<Fold, int> folded({}, fold, 2);
      for (const std::size_t entry : arrival) {
        (void)ledger.receive(entries[entry], {noon});
        folded.follow(ledger);
      }
      if (order.empty()) {
        order = order_of(ledger);
        state = folded.state().state;
      }
      ASSERT_EQ(ledger.waiting(), 0U) << "seed " << seed;
      ASSERT_EQ(order_of(ledger), order) << "seed " << seed;
      ASSERT_EQ(folded.state().state, state) << "seed " << seed;
    } while (std::ranges::next_permutation(arrival).found);
  }
}

}  // namespace
}  // namespace pairbook::ledger
