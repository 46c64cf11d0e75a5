#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <vector>

#include "pairbook/base/result.hpp"
#include "pairbook/base/time.hpp"
#include "pairbook/ledger/signed_entry.hpp"

namespace pairbook::ledger {

/// The last counted entry of a device: where its chain goes on.
struct ChainEnd {
  Dot dot;
  crypto::Digest hash{};
  bool operator==(const ChainEnd&) const = default;
};

/// What a ledger has come to, without its entries: where a snapshot was taken.
struct Summary {
  std::vector<ChainEnd> ends;  // ascending by device
  HybridTime clock;
  bool operator==(const Summary&) const = default;
};

/// Who writes, when, and under which name the change can be undone.
struct Writing {
  DeviceId device;
  std::uint32_t epoch = 0;
  std::uint16_t schema = 0;
  ChangeId change;
  std::optional<SeenHead> seen_head;
  base::Instant now;
};

enum class Receipt {
  added,          // in its place in the order, perhaps with others that waited for it
  duplicate,      // known already, which is normal
  waiting,        // kept aside: it knows of entries that we do not have yet
  forked,         // a device wrote two entries with one number; the lower hash counts (held())
  needs_history,  // belongs before our snapshot: load the whole log and begin from the start
  refused,        // another space, or more waiting entries than we keep
};

struct Received {
  Receipt receipt{};
  std::size_t accepted = 0;     // with those that had waited
  bool clock_is_ahead = false;  // its device's clock should be looked at
};

/// The history of a space: entries in the one order that all devices agree on.
///
/// Causality first, clock second, device id last. An entry comes after all its author had seen;
/// among those that did not know of each other, the earlier clock comes first, then the lower
/// device id. The same set of entries has the same order, whatever arrived when. A device whose
/// clock is years ahead freezes nothing: whoever saw its entry comes after it.
///
/// Shape:  positions 0..size(). A new own entry is always last. A late one is put in between
/// and
///         noted in disorder(); the entries around it keep their order among themselves.
/// Cost:   an entry at the end is O(size of context); a late one as far as it is late.
/// Source: DESIGN section 3; property tests in tests/ledger/ledger_convergence_test.cpp.
class Ledger {
 public:
  explicit Ledger(SpaceId space) : space_(space) {}
  /// Begins after a snapshot: its entries need not be loaded.
  Ledger(SpaceId space, const Summary& base);

  /// The entries of a change, ready to be signed; as few as hold the ops. Does not add them.
  ///
  /// Errors: too_large when a single op does not fit an entry; invalid_input without ops.
  [[nodiscard]] base::Result<std::vector<Entry>> draft(const Writing& writing,
                                                       std::vector<OpBytes> ops);

  /// Drafts, signs and adds: what the vault must store before anybody else sees it.
  ///
  /// Errors: as draft(); wrong_key when `key` is not that of writing.device.
  [[nodiscard]] base::Result<std::vector<SignedEntry>> append(const Writing& writing,
                                                              std::vector<OpBytes> ops,
                                                              const crypto::SigningKey& key);

  /// Takes an entry in. The caller has checked who signed it.
  Received receive(SignedEntry entry, base::Instant now);

  [[nodiscard]] std::size_t size() const { return order_.size(); }
  [[nodiscard]] const SignedEntry& at(std::size_t position) const {
    return nodes_[order_[position]].entry;
  }
  [[nodiscard]] const SpaceId& space() const { return space_; }
  [[nodiscard]] const VersionVector& seen() const { return seen_; }
  [[nodiscard]] std::optional<ChainEnd> end_of(const DeviceId& device) const;
  [[nodiscard]] Summary summary() const;

  /// First positions that a late entry changed, oldest first: a projection re-folds from there.
  [[nodiscard]] const std::vector<std::size_t>& disorder() const { return disorder_; }
  /// Entries on the branch of a fork that does not count.
  [[nodiscard]] std::vector<const SignedEntry*> held() const;
  [[nodiscard]] std::size_t waiting() const { return waiting_count_; }
  /// Those that wait for others: they are kept and passed on, and a key or a removal in one of
  /// them can be looked at before the rest is here.
  [[nodiscard]] std::vector<const SignedEntry*> waiting_entries() const;
  /// Whether it is here, in its place, on a held branch or waiting. Of what lies before the
  /// snapshot only the numbers are known.
  [[nodiscard]] bool has(const SignedEntry& entry) const;

 private:
  struct Node {
    SignedEntry entry;
    std::size_t position = 0;
    bool counted = false;
  };
  struct Chain {
    ChainEnd base;
    std::vector<std::uint32_t> counted;
    std::map<std::uint64_t, std::vector<std::uint32_t>> all_of_fork;  // empty without a fork
  };
  struct Missing {
    std::optional<Dot> dot;
    bool history = false;
  };

  [[nodiscard]] Receipt place(SignedEntry entry, std::vector<SignedEntry>& released);
  [[nodiscard]] Missing missing_for(const Entry& entry) const;
  [[nodiscard]] bool knows(const Entry& entry, const crypto::Digest& hash) const;
  [[nodiscard]] bool has_predecessor(const Chain& chain, const Entry& entry) const;
  [[nodiscard]] std::vector<std::uint32_t> at_dot(const Chain& chain, std::uint64_t seq) const;
  [[nodiscard]] std::optional<std::uint32_t> counted_up_to(const Dot& dot) const;
  [[nodiscard]] bool comes_before(std::uint32_t a, std::uint32_t b) const;
  void insert(std::uint32_t node);
  void add_to_fork(Chain& chain, std::uint32_t node);
  void recount(Chain& chain);
  void rebuild();

  SpaceId space_;
  std::deque<Node> nodes_;
  std::vector<std::uint32_t> order_;
  std::map<DeviceId, Chain> chains_;
  std::map<Dot, std::vector<SignedEntry>> waiting_;
  std::size_t waiting_count_ = 0;
  bool has_fork_ = false;
  VersionVector seen_;
  VersionVector base_;
  HybridClock clock_;
  std::vector<std::size_t> disorder_;
};

}  // namespace pairbook::ledger
