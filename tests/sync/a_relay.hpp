#pragma once

#include <deque>
#include <map>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "relay/memory_rows.hpp"
#include "sync-server/core/core.hpp"

namespace pairbook::sync {

inline constexpr std::string_view home = "wss://relay.example";

/// The relay's real core over rows in memory, with its questions and changes under way. It can
/// be put back to an earlier time and can lose everything.
class ARelay {
 public:
  struct Message {
    relay::CallerId caller = 0;
    base::Bytes bytes;
    bool is_end = false;  // it hung up
  };

  explicit ARelay(std::uint64_t seed) : random_(seed) { begin(); }

  void opened(relay::CallerId caller, base::Instant now) { core_->opened(caller, now); }
  void closed(relay::CallerId caller) { core_->closed(caller); }
  void receive(relay::CallerId caller, base::BytesView frame, base::Instant now) {
    carry_out(core_->receive(caller, frame, now));
  }
  void sent(relay::CallerId caller, std::size_t bytes) {
    carry_out(core_->sent(caller, bytes));
  }
  [[nodiscard]] bool may_read(relay::CallerId caller) const { return core_->may_read(caller); }
  [[nodiscard]] std::vector<Message> take() { return std::exchange(out_, {}); }

  [[nodiscard]] std::size_t under_way() const { return questions_.size() + changes_.size(); }
  /// One answer of the store. `fails` is a disk that is full.
  void serve(std::uint64_t choice, bool fails, base::Instant now) {
    const bool is_change = !changes_.empty() && (questions_.empty() || choice % 2 == 0);
    relay::StoreAnswer answer = relay::NotKept{};
    relay::Ticket ticket = 0;
    if (is_change) {
      ticket = changes_.front().ticket;
      if (!fails) answer = relay::make(rows_, changes_.front().change, limits);
      changes_.pop_front();
    } else {
      ticket = questions_.front().ticket;
      if (!fails) answer = relay::look_up(rows_, questions_.front().question);
      questions_.pop_front();
    }
    carry_out(core_->told(ticket, std::move(answer), now));
  }

  // What happens to relays. Whoever was connected is not any more.
  void restart(bool was_committed) {
    if (was_committed && !changes_.empty()) {
      static_cast<void>(relay::make(rows_, changes_.front().change, limits));
    }
    begin();
  }
  void lose_everything() {
    rows_ = {};
    begin();
  }
  void copy() { copy_ = rows_; }
  void put_back() {
    rows_ = copy_;
    begin();
  }

  [[nodiscard]] relay::MemoryRows& rows() { return rows_; }
  relay::PlaceLimits limits;

 private:
  void begin() {
    core_.reset();
    questions_.clear();
    changes_.clear();
    out_.clear();
    relay::CoreSettings settings;
    settings.origins = {std::string(home)};
    settings.hello_seconds = 1'000'000;
    core_.emplace(std::move(settings), random_);
  }
  void carry_out(relay::Actions actions) {
    for (relay::Action& action : actions) {
      if (auto* send = std::get_if<relay::Send>(&action)) {
        out_.push_back({send->caller, std::move(send->bytes)});
      } else if (auto* ask = std::get_if<relay::Ask>(&action)) {
        questions_.push_back(std::move(*ask));
      } else if (auto* commit = std::get_if<relay::Commit>(&action)) {
        changes_.push_back(std::move(*commit));
      } else {
        out_.push_back({std::get<relay::HangUp>(action).caller, {}, true});
      }
    }
  }

  base::SeededRandom random_;
  relay::MemoryRows rows_;
  relay::MemoryRows copy_;
  std::optional<relay::Core> core_;
  std::deque<relay::Ask> questions_;
  std::deque<relay::Commit> changes_;
  std::vector<Message> out_;
};

}  // namespace pairbook::sync
