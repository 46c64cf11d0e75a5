// From a connection to a subscription: greeting, proofs, the place if it has to be made.
#include <algorithm>

#include "pairbook/sync/talk.hpp"
#include "pairbook/wire/limits.hpp"
#include "sync/pace.hpp"

namespace pairbook::sync {

using wire::Door;
using wire::ErrorCode;

bool Talk::is_asked(About about) const {
  return std::ranges::any_of(asked_,
                             [&](const auto& asked) { return asked.second.about == about; });
}

void Talk::on_welcome(const wire::Welcome& frame) {
  relay_nonce_ = frame.nonce;
  stage_ = Stage::proving;
  prove();
}

void Talk::prove() {
  is_place_unknown_ = false;
  prove(About::read_door, Door::read, keys_->read);
  prove(About::write_door, Door::write, keys_->write);
}

void Talk::prove(About about, Door door, const crypto::SigningKey& key) {
  wire::Prove proof{place(), door, key.public_key().bytes, {}};
  proof.signature = key.sign(wire::prove_statement({origin_, relay_nonce_, nonce_}, proof));
  ask(about, proof);
}

void Talk::create() {
  has_created_ = true;
  wire::Create create{*keys_->doors(), {}};
  create.signature =
      keys_->admin->sign(wire::create_statement({origin_, relay_nonce_, nonce_}, create.doors));
  ask(About::create, create);
}

void Talk::on_place(About about, const wire::Place& frame) {
  if (about == About::create) return prove();
  if (about == About::subscribe) return on_subscribed(frame);
  if (about == About::write_door) may_write_ = true;
  // A replaced read key opens membership entries only: without the others our cursor would
  // pass what we shall want to read with the new keys.
  if (about == About::read_door) may_read_ = frame.scope == wire::Scope::whole;
  doors_answered();
}

void Talk::refused_door(About about, ErrorCode code, std::int64_t retry_ms) {
  if (code == ErrorCode::unknown_place) {
    is_place_unknown_ = true;
    return doors_answered();
  }
  if (code == ErrorCode::bad_proof) return doors_answered();
  if (code == ErrorCode::doors_changed && about == About::create) {
    trouble_ = Trouble::locked_out;
    return leave(long_wait);
  }
  if (code == ErrorCode::place_gone) trouble_ = Trouble::place_gone;
  if (code == ErrorCode::relay_full) trouble_ = Trouble::relay_full;
  if (code == ErrorCode::try_later) trouble_ = Trouble::relay_busy;
  const bool is_for_a_person = code == ErrorCode::place_gone || code == ErrorCode::relay_full;
  leave(is_for_a_person ? long_wait : retry_ms);
}

void Talk::doors_answered() {
  if (is_asked(About::read_door) || is_asked(About::write_door)) return;
  if (is_place_unknown_) {
    if (keys_->admin && !has_created_) return create();
    trouble_ = Trouble::no_place;
    return leave();
  }
  if (!may_read_) {
    trouble_ = Trouble::locked_out;
    return leave(long_wait);
  }
  trouble_ = may_write_ ? Trouble::none : Trouble::read_only;
  actions_.emplace_back(Send{wire::encode(wire::ClientFrame{0, wire::Credit{first_credit}})});
  subscribe();
}

void Talk::subscribe() {
  is_from_start_ = cursor_.next == 1;
  subscription_ = ask(About::subscribe, wire::Subscribe{place(), cursor_.next});
}

void Talk::on_subscribed(const wire::Place& frame) {
  stage_ = Stage::live;
  head_next_ = catch_up_to_ = frame.head.next;
  at_once_ = wire::max_append_entries;
  send_again_at_ = time_;
  on_head(frame.head);
  if (stage_ == Stage::live) send_some();
}

void Talk::on_refused(About about, ErrorCode code, std::int64_t retry_ms) {
  if (wire::closes(code)) {
    const bool is_for_a_person = code != ErrorCode::stopping;
    if (is_for_a_person) trouble_ = Trouble::incompatible;
    if (code == ErrorCode::wrong_origin) trouble_ = Trouble::wrong_address;
    return leave(is_for_a_person ? long_wait : retry_ms);
  }
  if (about == About::append) return refused_append(code, retry_ms);
  const bool is_door =
      about == About::read_door || about == About::write_door || about == About::create;
  if (is_door) return refused_door(about, code, retry_ms);
  // The relay has less than we have read of it: it lost something.
  if (code == ErrorCode::wrong_sequence) return begin_anew();
  leave(retry_ms);
}

}  // namespace pairbook::sync
