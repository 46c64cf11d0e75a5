// What happens to a talk from outside, and what time does to it.
#include "pairbook/sync/talk.hpp"

#include <algorithm>
#include <utility>

#include "sync/pace.hpp"

namespace pairbook::sync {

Talk::Talk(std::string origin, const Space& space, const Progress& progress,
           std::uint64_t log_end, base::RandomSource& random)
    : origin_(std::move(origin)),
      space_(space),
      random_(random),
      id_(space.id()),
      progress_(progress),
      cursor_(progress.head),
      head_next_(progress.head.next),
      log_end_(log_end),
      sent_(std::min(progress.sent, log_end)),
      is_filling_(progress.sent == 0),
      sent_base_(std::min(progress.sent, log_end)) {}

void Talk::pass_to(base::Instant now) {
  if (last_now_) time_ += std::clamp<std::int64_t>(now.ms - last_now_->ms, 0, longest_step);
  last_now_ = now;
}

Actions Talk::take() {
  return std::exchange(actions_, {});
}

Actions Talk::start(base::Instant now) {
  pass_to(now);
  if (stage_ == Stage::off || stage_ == Stage::waiting) connect();
  return take();
}

Actions Talk::stop(base::Instant now) {
  pass_to(now);
  if (stage_ != Stage::off && stage_ != Stage::waiting) actions_.emplace_back(HangUp{});
  if (!keeping_ && save_at_) keep({}, 0);
  forget_connection();
  stage_ = Stage::off;
  return take();
}

void Talk::connect() {
  stage_ = Stage::connecting;
  heard_at_ = time_;
  actions_.emplace_back(Connect{});
}

void Talk::forget_connection() {
  asked_.clear();
  inbox_.clear();
  forget_outbox();
  owed_ = 0;
  subscription_ = 0;
  last_request_ = 0;
  may_read_ = may_write_ = has_created_ = is_place_unknown_ = has_begun_anew_ = false;
  if (keeping_) keeping_->bytes = 0;
  // What was acknowledged and not read back is sent again: the relay may come back poorer.
  sent_ = sent_before(cursor_.next);
}

void Talk::leave(std::int64_t least_wait_ms) {
  actions_.emplace_back(HangUp{});
  forget_connection();
  stage_ = Stage::waiting;
  wake_at_ = time_ + std::max(least_wait_ms, back_off(failures_, random_));
  ++failures_;
}

Actions Talk::connected(base::Instant now) {
  pass_to(now);
  if (stage_ != Stage::connecting) return take();
  stage_ = Stage::greeting;
  heard_at_ = time_;
  keys_ = space_.keys();
  random_.fill(nonce_);
  ask(About::hello, wire::Hello{origin_, nonce_});
  return take();
}

Actions Talk::disconnected(base::Instant now) {
  pass_to(now);
  if (stage_ == Stage::off || stage_ == Stage::waiting) return take();
  forget_connection();
  stage_ = Stage::waiting;
  wake_at_ = time_ + back_off(failures_, random_);
  ++failures_;
  return take();
}

std::uint32_t Talk::ask(About about, wire::FromClient body) {
  const std::uint32_t request = ++last_request_;
  asked_[request] = {about, time_};
  actions_.emplace_back(Send{wire::encode(wire::ClientFrame{request, std::move(body)})});
  return request;
}

Actions Talk::received(base::BytesView bytes, base::Instant now) {
  pass_to(now);
  if (stage_ < Stage::greeting) return take();
  heard_at_ = time_;
  auto frame = wire::decode_from_relay(bytes);
  if (!frame) {
    if (wire::may_be_skipped(bytes)) return take();
    trouble_ = Trouble::incompatible;
    leave(long_wait);
    return take();
  }
  if (auto* event = std::get_if<wire::Event>(&frame->body)) {
    on_event(frame->request, std::move(event->chunk), bytes.size());
    return take();
  }
  if (const auto* lagging = std::get_if<wire::Lagging>(&frame->body)) {
    head_next_ = std::max(head_next_, lagging->next);
    return take();
  }
  if (std::holds_alternative<wire::Changed>(frame->body)) {
    // Other doors, or none: come again with the keys there are by now.
    leave();
    return take();
  }
  const auto* refused = std::get_if<wire::Refused>(&frame->body);
  const auto found = asked_.find(frame->request);
  const bool is_answer = found != asked_.end();
  const About about = is_answer ? found->second.about : About::hello;
  if (is_answer) asked_.erase(found);
  if (refused != nullptr && (is_answer || wire::closes(refused->code))) {
    on_refused(about, refused->code, static_cast<std::int64_t>(refused->retry_ms));
  } else if (is_answer) {
    if (const auto* welcome = std::get_if<wire::Welcome>(&frame->body)) on_welcome(*welcome);
    if (const auto* place = std::get_if<wire::Place>(&frame->body)) on_place(about, *place);
    if (const auto* chunk = std::get_if<wire::Chunk>(&frame->body)) on_head(chunk->head);
    if (const auto* added = std::get_if<wire::Appended>(&frame->body)) on_appended(*added);
  }
  return take();
}

Actions Talk::wrote(std::uint64_t log_end, base::Instant now) {
  pass_to(now);
  log_end_ = std::max(log_end_, log_end);
  send_some();
  return take();
}

Actions Talk::keys_changed(base::Instant now) {
  pass_to(now);
  read_aside_again();
  return take();
}

Actions Talk::passed(base::Instant now) {
  pass_to(now);
  check_timers();
  return take();
}

void Talk::check_timers() {
  if (keeping_ && keeping_->again_at && time_ >= *keeping_->again_at) {
    keeping_->again_at.reset();
    actions_.emplace_back(keeping_->keep);
  }
  if (!keeping_ && save_at_ && time_ >= *save_at_) keep({}, 0);
  if (stage_ == Stage::waiting && time_ >= wake_at_) return connect();
  if (stage_ == Stage::off || stage_ == Stage::waiting) return;
  if (stage_ != Stage::live) {
    if (time_ - heard_at_ >= answer_wait) leave();
    return;
  }
  for (const auto& [request, asked] : asked_) {
    if (time_ - asked.at >= answer_wait) return leave();
  }
  if (time_ - heard_at_ >= quiet_time && !is_asked(About::probe)) {
    ask(About::probe, wire::Read{place(), cursor_.next});
  }
  send_some();
}

std::optional<std::int64_t> Talk::wakes_in() const {
  std::optional<std::int64_t> at;
  const auto by = [&](std::int64_t time) { at = at ? std::min(*at, time) : time; };
  if (keeping_ && keeping_->again_at) by(*keeping_->again_at);
  if (!keeping_ && save_at_) by(*save_at_);
  if (stage_ == Stage::waiting) by(wake_at_);
  if (stage_ != Stage::off && stage_ != Stage::waiting) {
    if (stage_ != Stage::live) by(heard_at_ + answer_wait);
    for (const auto& [request, asked] : asked_) by(asked.at + answer_wait);
    if (stage_ == Stage::live && !is_asked(About::probe)) by(heard_at_ + quiet_time);
    if (stage_ == Stage::live && sent_ < log_end_ && send_again_at_ > time_) {
      by(send_again_at_);
    }
  }
  if (!at) return std::nullopt;
  return std::max<std::int64_t>(*at - time_, 0);
}

Status Talk::status() const {
  Status out;
  out.trouble = is_copy_ ? Trouble::is_a_copy : trouble_;
  out.to_come = head_next_ > cursor_.next ? head_next_ - cursor_.next : 0;
  if (keeping_) out.to_come += keeping_->keep.entries.size();
  out.to_send = log_end_ - sent_;
  out.set_aside = set_aside_.size();
  out.damaged = damaged_;
  out.standing = stage_ == Stage::off       ? Standing::off
                 : stage_ == Stage::waiting ? Standing::offline
                 : stage_ != Stage::live    ? Standing::connecting
                 : out.to_come > 0          ? Standing::behind
                                            : Standing::up_to_date;
  return out;
}

}  // namespace pairbook::sync
