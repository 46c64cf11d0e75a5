#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "pairbook/ledger/ledger.hpp"

namespace pairbook::ledger {

/// An op that changed nothing, and why: listed for people, never dropped in silence.
template <class Reason>
struct Ignored {
  std::size_t position = 0;  // of its entry, in the ledger's order
  Dot entry;
  std::size_t op = 0;  // which of the entry's ops
  Reason reason;
};

/// A state folded from a ledger, kept up to date.
///
/// `fold` applies one op and says why when it ignored it. It never fails: entries come from
/// other devices, in any order. When a late entry is put in between, the state goes back to the
/// last checkpoint before it and folds on from there.
///
/// Cost: each op once; per late entry at most the ops since the checkpoint before it. A
///       checkpoint is a copy of the state, one every `interval` entries, the newest few kept.
template <class State, class Reason>
class Projection {
 public:
  using Fold = std::function<std::optional<Reason>(State&, const Entry&, const OpBytes&)>;

  Projection(State start, Fold fold, std::size_t interval = 500)
      : fold_(std::move(fold)), interval_(std::max<std::size_t>(interval, 1)), state_(start) {
    checkpoints_.push_back({0, std::move(start)});
  }

  /// Folds what is new in the ledger. Always the same ledger.
  void follow(const Ledger& ledger) {
    std::size_t from = folded_;
    for (; read_ < ledger.disorder().size(); ++read_) {
      from = std::min(from, ledger.disorder()[read_]);
    }
    if (from < folded_) go_back(from);
    for (; folded_ < ledger.size(); ++folded_) {
      if (is_checkpoint(ledger.size())) keep_checkpoint();
      const Entry& entry = ledger.at(folded_).entry;
      for (std::size_t i = 0; i < entry.ops.size(); ++i) {
        if (auto reason = fold_(state_, entry, entry.ops[i])) {
          ignored_.push_back({folded_, entry.dot(), i, std::move(*reason)});
        }
      }
    }
  }

  [[nodiscard]] const State& state() const { return state_; }
  [[nodiscard]] const std::vector<Ignored<Reason>>& ignored() const { return ignored_; }
  /// How many entries are in the state.
  [[nodiscard]] std::size_t folded() const { return folded_; }

 private:
  struct Checkpoint {
    std::size_t position = 0;
    State state;
  };
  static constexpr std::size_t kept = 3;  // besides the start

  [[nodiscard]] bool is_checkpoint(std::size_t size) const {
    return folded_ % interval_ == 0 && folded_ > checkpoints_.back().position &&
           folded_ + kept * interval_ >= size;
  }
  void keep_checkpoint() {
    if (checkpoints_.size() > kept) checkpoints_.erase(checkpoints_.begin() + 1);
    checkpoints_.push_back({folded_, state_});
  }
  void go_back(std::size_t position) {
    while (checkpoints_.back().position > position) checkpoints_.pop_back();
    folded_ = checkpoints_.back().position;
    state_ = checkpoints_.back().state;
    std::erase_if(ignored_, [&](const auto& item) { return item.position >= folded_; });
  }

  Fold fold_;
  std::size_t interval_;
  State state_;
  std::size_t folded_ = 0;
  std::size_t read_ = 0;
  std::vector<Checkpoint> checkpoints_;
  std::vector<Ignored<Reason>> ignored_;
};

}  // namespace pairbook::ledger
