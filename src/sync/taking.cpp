// Entries from the relay: followed along its chain, opened, checked, stored.
#include <algorithm>
#include <utility>

#include "pairbook/crypto/hash.hpp"
#include "pairbook/sync/talk.hpp"
#include "sync/pace.hpp"

namespace pairbook::sync {

void Talk::on_event(std::uint32_t request, wire::Chunk chunk, std::uint64_t bytes) {
  if (request != subscription_) return pay_back(bytes);
  head_next_ = std::max(head_next_, chunk.head.next);
  inbox_.push_back({std::move(chunk), bytes});
  look_at_inbox();
}

// What the relay says its head is, when nothing lies in between: to find out whether it went
// back.
void Talk::on_head(const wire::Head& head) {
  if (inbox_.empty() && head.next == cursor_.next && head.chain != cursor_.chain) {
    return begin_anew();
  }
  if (head.next == cursor_.next) failures_ = 0;
  head_next_ = std::max(head_next_, head.next);
}

void Talk::look_at_inbox() {
  while (!inbox_.empty() && !keeping_) {
    const Arrived arrived = std::move(inbox_.front());
    inbox_.pop_front();
    const wire::Chunk& chunk = arrived.chunk;
    if (!follows(chunk)) {
      pay_back(arrived.bytes);
      return begin_anew();
    }
    auto entries = open_all(chunk);
    cursor_ = {chunk.next, chunk.chain};
    if (cursor_.next == head_next_) failures_ = 0;
    if (entries.empty()) {
      pay_back(arrived.bytes);
      if (!save_at_) save_at_ = time_ + save_after;
    } else {
      keep(std::move(entries), arrived.bytes);
    }
  }
  send_some();
}

/// Whether the chunk goes on where we are, in the chain that we know.
bool Talk::follows(const wire::Chunk& chunk) const {
  std::uint64_t next = cursor_.next;
  wire::Digest chain = cursor_.chain;
  bool has_gap = false;
  for (const wire::PlacedEntry& placed : chunk.entries) {
    if (placed.sequence < next) return false;
    has_gap = has_gap || placed.sequence > next;
    chain =
        crypto::hash(wire::link_statement(chain, placed.sequence, placed.entry.kind,
                                          placed.entry.id, crypto::hash(placed.entry.sealed)));
    next = placed.sequence + 1;
  }
  has_gap = has_gap || chunk.next > next;
  if (chunk.next < next || chunk.next <= cursor_.next) return false;
  // Trimmed entries leave gaps. Over a gap the chain cannot be followed, so it is believed only
  // by who reads everything that there is.
  return has_gap ? is_from_start_ : chain == chunk.chain;
}

std::vector<ledger::SignedEntry> Talk::open_all(const wire::Chunk& chunk) {
  std::vector<ledger::SignedEntry> fresh;
  for (const wire::PlacedEntry& placed : chunk.entries) {
    auto entry = space_.open(placed.entry.sealed);
    if (!entry) {
      if (entry.error().code != base::Errc::not_found) {
        ++damaged_;
        continue;
      }
      // To be read again from here when there are more keys.
      if (!aside_) {
        aside_ = cursor_;
        authors_ = space_.authors();
      }
      set_aside_.insert(placed.sequence);
      continue;
    }
    if (space_.has(*entry)) {
      if (sent_ < log_end_) there_.insert(entry->hash);
      continue;
    }
    if (entry->entry.device == space_.device()) is_copy_ = true;
    const bool is_twice =
        std::ranges::find(fresh, entry->hash, &ledger::SignedEntry::hash) != fresh.end();
    if (!is_twice) fresh.push_back(std::move(*entry));
  }
  return fresh;
}

// The relay lost its store, was put back to an earlier time, or tells another story than
// before: everything is read and sent once more. What is known on either side stays as it is.
void Talk::begin_anew() {
  if (has_begun_anew_) return leave();
  has_begun_anew_ = true;
  for (const Arrived& arrived : std::exchange(inbox_, {})) pay_back(arrived.bytes);
  // What is on the disk tells the old story: whoever reads it again finds that out again.
  progress_ = Progress::none(id_);
  cursor_ = progress_.head;
  head_next_ = cursor_.next;
  aside_.reset();
  set_aside_.clear();
  if (keeping_) keeping_->is_void = true;
  std::erase_if(asked_, [](const auto& asked) { return asked.second.about == About::append; });
  forget_outbox();
  there_.clear();
  sent_later_.clear();
  sent_ = sent_base_ = 0;
  is_filling_ = true;
  stage_ = Stage::proving;
  subscribe();
}

void Talk::read_aside_again() {
  authors_ = space_.authors();
  if (aside_) {
    // From an earlier place on it would not show whether the relay went back in between.
    cursor_ = *aside_;
    there_.clear();
    if (keeping_) keeping_->is_void = true;
  }
  aside_.reset();
  set_aside_.clear();
  inbox_.clear();
  if (stage_ == Stage::off) return;
  if (stage_ != Stage::waiting) actions_.emplace_back(HangUp{});
  forget_connection();
  connect();
}

void Talk::pay_back(std::uint64_t bytes) {
  owed_ += bytes;
  if (owed_ < credit_step) return;
  const wire::ClientFrame frame{0, wire::Credit{std::exchange(owed_, 0)}};
  actions_.emplace_back(Send{wire::encode(frame)});
}

void Talk::keep(std::vector<ledger::SignedEntry> entries, std::uint64_t bytes) {
  const wire::Head head = aside_.value_or(cursor_);
  Keep what{std::move(entries), {head, sent_before(head.next)}, !aside_};
  save_at_.reset();
  keeping_ = Keeping{what, bytes, cursor_.next - 1, false, std::nullopt};
  actions_.emplace_back(std::move(what));
}

Actions Talk::kept(std::uint64_t position, std::uint64_t log_end, base::Instant now) {
  pass_to(now);
  if (!keeping_) return take();
  const Keeping done = std::move(*keeping_);
  keeping_.reset();
  if (trouble_ == Trouble::cannot_save) trouble_ = Trouble::none;
  log_end_ = std::max(log_end_, log_end);
  if (!done.is_void) {
    progress_ = done.keep.progress_at(position);
    if (sent_ == position) {
      sent_up_to(position + done.keep.entries.size(), done.sequence);
    } else {
      for (const ledger::SignedEntry& entry : done.keep.entries) there_.insert(entry.hash);
    }
  }
  pay_back(done.bytes);
  if (aside_ && space_.authors() > authors_) {
    read_aside_again();
  } else {
    look_at_inbox();
  }
  return take();
}

Actions Talk::could_not_keep(base::Instant now) {
  pass_to(now);
  trouble_ = Trouble::cannot_save;
  if (keeping_) keeping_->again_at = time_ + keep_again_after;
  return take();
}

}  // namespace pairbook::sync
