// What other relays of the same store do: places are looked at when one of them gives a hint,
// and all of them now and then, because a hint can get lost.
#include "sync-server/core/core.hpp"

namespace pairbook::relay {

namespace {

constexpr std::size_t heads_at_once = 500;

}  // namespace

Actions Core::heard_of(const std::vector<wire::PlaceId>& places, base::Instant now) {
  now_ = now;
  for (const wire::PlaceId& place : places) {
    if (watched_.contains(place)) to_look_at_.insert(place);
  }
  if (places.empty()) {
    for (const auto& [place, watched] : watched_) to_look_at_.insert(place);
  }
  look_at_heads();
  return take();
}

// One round of questions at a time: what is heard meanwhile waits, so that a busy neighbour
// costs no more than the store takes.
void Core::look_at_heads() {
  if (looking_ > 0) return;
  while (!to_look_at_.empty()) {
    FindHeads question;
    while (!to_look_at_.empty() && question.places.size() < heads_at_once) {
      question.places.push_back(to_look_at_.extract(to_look_at_.begin()).value());
    }
    ++looking_;
    pending_.emplace(++last_ticket_, Pending{.what = {}, .is_about_heads = true});
    actions_.push_back(Ask{last_ticket_, std::move(question)});
  }
}

void Core::heads(const StoreAnswer& answer) {
  --looking_;
  if (std::holds_alternative<NotKept>(answer)) ++counts_.not_kept;
  if (const auto* found = std::get_if<HeadsFound>(&answer)) {
    for (const PlaceRow& row : found->rows) saw(row);
    // The store was emptied, or forgot it: whoever makes the place again sends everything.
    for (const wire::PlaceId& place : found->missing) forget_place(place);
  }
  look_at_heads();
}

// A place as some transaction saw it, perhaps before what another answer has told already.
// Other relays may write to the same store, so any answer may be the first to show what they
// did.
void Core::saw(const PlaceRow& row) {
  const auto found = watched_.find(row.id);
  if (found == watched_.end()) return;
  if (row.gone) return forget_place(row.id);
  changed_doors(row);
  Watched& watched = found->second;
  if (row.head.next <= watched.next) return;
  watched.next = row.head.next;
  // Alone with its store, a relay is about to send what it has just written itself.
  if (settings_.look_seconds == 0) return;
  for (const CallerId id : watched.callers) {
    ++counts_.looked_at;
    pump(*find(id), row.id);
  }
}

}  // namespace pairbook::relay
