// Subscriptions. Each is a cursor: the first entry that has not been sent. Entries are sent in
// order from the cursor on and nowhere else, so whatever the store, the socket and the credit
// do, there is no gap and no repeat. When somebody is at the head and can take them, entries go
// out as they come; otherwise they are read again from the store when there is room.
#include <algorithm>
#include <span>

#include "sync-server/core/core.hpp"

namespace pairbook::relay {

using wire::ErrorCode;
using wire::Scope;

namespace {

// What a frame of entries takes besides them, and what each takes besides its bytes.
constexpr std::uint64_t frame_overhead = 6 + 16 + 8 + 32 + 8 + 32 + 2;
constexpr std::uint64_t placed_overhead = 8 + 1 + 16 + 3;

std::uint64_t size_in_frame(const KeptEntry& entry) {
  return entry.placed.entry.sealed.size() + placed_overhead;
}

bool is_open(const KeptEntry& entry, Scope scope) {
  return scope == Scope::whole || entry.placed.entry.kind == wire::EntryKind::membership;
}

}  // namespace

void Core::subscribed(Caller& caller, const Pending& pending, const PlaceRow& row) {
  const auto& asked = std::get<wire::Subscribe>(pending.what);
  Access* held = access(caller, asked.place);
  if (held == nullptr || held->scope == Scope::none) {
    return refuse(caller, pending.request, ErrorCode::not_allowed);
  }
  saw(row);
  if (asked.from > row.head.next) {
    return refuse(caller, pending.request, ErrorCode::wrong_sequence);
  }
  held->subscription =
      Subscription{.id = ++last_subscription_, .request = pending.request, .next = asked.from};
  tell_place(caller, pending.request, row);
  pump(caller, asked.place);
}

void Core::fan_out(const PlaceRow& row, const std::vector<KeptEntry>& added) {
  const auto watched = watched_.find(row.id);
  if (watched == watched_.end()) return;
  watched->second.next = std::max(watched->second.next, row.head.next);
  for (const CallerId id : watched->second.callers) {
    ++counts_.looked_at;
    Caller& caller = *find(id);
    Access& held = *access(caller, row.id);
    if (!held.subscription || caller.is_leaving) continue;
    Subscription& subscription = *held.subscription;
    const bool is_at_head =
        !subscription.is_reading && subscription.next == added.front().placed.sequence;
    if (is_at_head) deliver(caller, subscription, row, added, row.head.next, row.head.chain);
    pump(caller, row.id);
  }
}

// Reads on, if there is something to send and room for it.
void Core::pump(Caller& caller, const wire::PlaceId& place) {
  Access& held = *access(caller, place);
  if (!held.subscription || caller.is_leaving) return;
  Subscription& subscription = *held.subscription;
  const std::uint64_t head = watched_.at(place).next;
  if (subscription.is_reading || subscription.next >= head) return;
  const std::uint64_t needs =
      std::max(subscription.needs, frame_overhead + placed_overhead + 1);
  const bool has_room = caller.queued == 0 || caller.queued + needs <= settings_.queue_bytes;
  if (caller.credit < needs || !has_room) {
    return say_lagging(caller, place, subscription, head);
  }
  subscription.is_reading = true;
  Pending pending{.request = subscription.request,
                  .what = wire::Subscribe{place, subscription.next},
                  .subscription = subscription.id};
  ask(caller, std::move(pending),
      ReadPage{place, subscription.next, held.scope == Scope::membership,
               std::min<std::uint64_t>(wire::max_chunk_bytes, caller.credit)});
}

void Core::page_for_subscriber(Caller& caller, const Pending& pending, const PageRead& page) {
  const wire::PlaceId& place = std::get<wire::Subscribe>(pending.what).place;
  Access* held = access(caller, place);
  if (held == nullptr || !held->subscription ||
      held->subscription->id != pending.subscription) {
    return;
  }
  Subscription& subscription = *held->subscription;
  if (!page.row || page.row->gone) {
    held->subscription.reset();
    return refuse(caller, pending.request,
                  page.row ? ErrorCode::place_gone : ErrorCode::unknown_place);
  }
  saw(*page.row);
  subscription.is_reading = false;
  const std::uint64_t before = subscription.next;
  deliver(caller, subscription, *page.row, page.entries, page.next, page.chain);
  const bool has_moved = subscription.next > before;
  if (has_moved || subscription.needs > 0) pump(caller, place);
}

// Sends as many of the entries as there is room for and moves the cursor. `next` and `chain`
// are where the cursor is after all of them.
bool Core::deliver(Caller& caller, Subscription& subscription, const PlaceRow& row,
                   std::span<const KeptEntry> entries, std::uint64_t next,
                   const wire::Digest& chain) {
  const Access& held = *access(caller, row.id);
  const std::uint64_t room =
      caller.queued >= settings_.queue_bytes ? 0 : settings_.queue_bytes - caller.queued;
  const std::uint64_t most =
      std::min<std::uint64_t>(caller.credit, caller.queued == 0 ? wire::max_frame : room);
  wire::Event event{{row.id, next, chain, row.head, {}}};
  std::uint64_t size = frame_overhead;
  subscription.needs = 0;
  for (const KeptEntry& entry : entries) {
    if (!is_open(entry, held.scope)) continue;
    if (size + size_in_frame(entry) > most) {
      subscription.needs = frame_overhead + size_in_frame(entry);
      event.chunk.next = entry.placed.sequence;
      break;
    }
    size += size_in_frame(entry);
    event.chunk.entries.push_back(entry.placed);
  }
  if (event.chunk.entries.empty()) {
    // Nothing for this reader, or no room for even one.
    if (subscription.needs == 0) subscription.next = std::max(subscription.next, next);
    return false;
  }
  if (subscription.needs > 0) {
    // The link before the first entry that was left out is that of the entry before it.
    event.chunk.next = event.chunk.entries.back().sequence + 1;
    for (const KeptEntry& entry : entries) {
      if (entry.placed.sequence + 1 == event.chunk.next) event.chunk.chain = entry.link;
    }
  }
  subscription.next = event.chunk.next;
  subscription.said_lagging = false;
  const base::Bytes bytes =
      wire::encode(wire::RelayFrame{subscription.request, std::move(event)});
  caller.credit -= std::min<std::uint64_t>(caller.credit, bytes.size());
  caller.queued += bytes.size();
  ++counts_.events;
  actions_.push_back(Send{caller.id, bytes});
  return true;
}

void Core::say_lagging(Caller& caller, const wire::PlaceId& place, Subscription& subscription,
                       std::uint64_t next) {
  if (subscription.said_lagging) return;
  subscription.said_lagging = true;
  ++counts_.lagging;
  send(caller, subscription.request, wire::Lagging{place, next});
}

}  // namespace pairbook::relay
