// Entries to the relay: the log from where it is not known to be there, a piece at a time.
#include <algorithm>
#include <utility>

#include "pairbook/sync/talk.hpp"
#include "pairbook/wire/limits.hpp"
#include "sync/pace.hpp"

namespace pairbook::sync {

using wire::ErrorCode;

namespace {

constexpr std::size_t kept_marks = 1000;

}  // namespace

bool Talk::may_send() const {
  const bool has_read_enough = !is_filling_ || cursor_.next >= catch_up_to_;
  return stage_ == Stage::live && may_write_ && under_way_ == 0 && time_ >= send_again_at_ &&
         has_read_enough;
}

void Talk::send_some() {
  while (may_send() && sent_ < log_end_) {
    if (!has_piece_) {
      if (fetching_from_) return;
      fetching_from_ = sent_;
      fetching_to_ = log_end_;
      actions_.emplace_back(Fetch{sent_, fetched_at_once});
      return;
    }
    drop_known();
    if (!outbox_.empty()) return append_some();
    finish_piece();
  }
  if (sent_ == log_end_) {
    there_.clear();
    is_filling_ = false;
  }
}

Actions Talk::fetched(std::vector<ledger::SignedEntry> entries, std::uint64_t next,
                      base::Instant now) {
  pass_to(now);
  const auto from = std::exchange(fetching_from_, std::nullopt);
  // Meanwhile the connection may have ended, or everything begun anew.
  if (from == sent_ && !has_piece_ && stage_ == Stage::live) {
    has_piece_ = true;
    // Positions at which nothing lies are passed over.
    piece_next_ = next > sent_ ? next : fetching_to_;
    piece_sequence_ = 0;
    outbox_.assign(std::make_move_iterator(entries.begin()),
                   std::make_move_iterator(entries.end()));
  }
  send_some();
  return take();
}

void Talk::drop_known() {
  const auto before = outbox_.size();
  std::erase_if(outbox_, [&](const auto& entry) { return there_.contains(entry.hash); });
  if (outbox_.size() < before) piece_sequence_ = std::max(piece_sequence_, cursor_.next - 1);
}

void Talk::append_some() {
  wire::Append append{place(), 0, {}};
  std::size_t bytes = 0;
  for (const ledger::SignedEntry& entry : outbox_) {
    auto sealed = space_.seal(entry, attempt_);
    if (!sealed) break;  // there is no key to send it with: it waits
    const bool is_edit = sealed->kind == wire::EntryKind::edit;
    bytes += sealed->sealed.size();
    const bool is_first = append.entries.empty();
    if (!is_first && (bytes > wire::max_append_bytes || !is_edit)) break;
    append.entries.push_back(std::move(*sealed));
    if (!is_edit) append.expected = cursor_.next;
    if (!is_edit || append.entries.size() == at_once_) break;
  }
  // What changes who is a member is written by who has read everything.
  const bool is_too_early = append.expected != 0 && cursor_.next != head_next_;
  if (append.entries.empty() || is_too_early) {
    send_again_at_ = time_ + second;
    return;
  }
  under_way_ = append.entries.size();
  ask(About::append, std::move(append));
}

void Talk::on_appended(const wire::Appended& frame) {
  if (frame.entries.size() != under_way_ || under_way_ == 0) {
    trouble_ = Trouble::incompatible;
    return leave(long_wait);
  }
  for (const wire::Stored& stored : frame.entries) {
    piece_sequence_ = std::max(piece_sequence_, stored.sequence);
  }
  outbox_.erase(outbox_.begin(), outbox_.begin() + static_cast<std::ptrdiff_t>(under_way_));
  under_way_ = 0;
  attempt_ = 0;
  head_next_ = std::max(head_next_, frame.head.next);
  const bool was_refused = trouble_ == Trouble::place_full || trouble_ == Trouble::relay_full ||
                           trouble_ == Trouble::relay_busy;
  if (was_refused) trouble_ = Trouble::none;
  send_some();
}

void Talk::refused_append(ErrorCode code, std::int64_t retry_ms) {
  under_way_ = 0;
  const auto again_in = [&](std::int64_t ms) { send_again_at_ = time_ + ms; };
  switch (code) {
    case ErrorCode::wrong_sequence:  // others wrote: their entries are on their way
      return again_in(second);
    case ErrorCode::slow_down:
      return again_in(std::max(retry_ms, second));
    case ErrorCode::try_later:
      trouble_ = Trouble::relay_busy;
      return again_in(std::max(retry_ms, 5 * second));
    case ErrorCode::place_full:
      trouble_ = Trouble::place_full;
      return again_in(long_wait);
    case ErrorCode::relay_full:
      trouble_ = Trouble::relay_full;
      return again_in(long_wait);
    case ErrorCode::id_taken:
      if (++attempt_ == 0) return again_in(long_wait);
      return send_some();
    case ErrorCode::too_large:
      if (at_once_ == 1) break;
      at_once_ = std::max<std::size_t>(at_once_ / 2, 1);
      return send_some();
    default:
      break;
  }
  const bool is_ours = code == ErrorCode::too_large || code == ErrorCode::needs_sequence;
  if (is_ours) trouble_ = Trouble::incompatible;
  if (code == ErrorCode::place_gone) trouble_ = Trouble::place_gone;
  // For the rest the doors have to be proven again, or the place made.
  leave(is_ours || code == ErrorCode::place_gone ? long_wait : retry_ms);
}

void Talk::finish_piece() {
  has_piece_ = false;
  sent_up_to(piece_next_, piece_sequence_);
}

void Talk::forget_outbox() {
  outbox_.clear();
  has_piece_ = false;
  under_way_ = 0;
}

void Talk::sent_up_to(std::uint64_t position, std::uint64_t sequence) {
  sent_ = position;
  if (!sent_later_.empty()) sequence = std::max(sequence, sent_later_.back().sequence);
  sent_later_.push_back({position, sequence});
  // Fewer marks mean that more is sent again, never less.
  if (sent_later_.size() > kept_marks) sent_later_.erase(sent_later_.end() - 2);
  while (!sent_later_.empty() && sent_later_.front().sequence < progress_.head.next) {
    sent_base_ = sent_later_.front().position;
    sent_later_.pop_front();
  }
}

std::uint64_t Talk::sent_before(std::uint64_t next) const {
  std::uint64_t position = sent_base_;
  for (const SentUpTo& mark : sent_later_) {
    if (mark.sequence >= next) break;
    position = mark.position;
  }
  return position;
}

}  // namespace pairbook::sync
