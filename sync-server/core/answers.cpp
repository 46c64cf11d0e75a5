// What the core does with what the store says.
#include <algorithm>
#include <utility>

#include "sync-server/core/core.hpp"

namespace pairbook::relay {

using wire::Door;
using wire::ErrorCode;
using wire::Scope;

Actions Core::told(Ticket ticket, StoreAnswer answer, base::Instant now) {
  now_ = now;
  const auto at = pending_.find(ticket);
  if (at == pending_.end()) return {};
  const Pending pending = std::move(at->second);
  pending_.erase(at);
  held_bytes_ -= pending.bytes;
  if (pending.is_about_heads) {
    heads(answer);
    return take();
  }
  Caller* caller = find(pending.caller);
  if (caller != nullptr) {
    --caller->asked;
    caller->held -= pending.bytes;
  }
  // What was committed concerns others even if whoever asked for it has gone.
  if (const auto* change = std::get_if<ChangeMade>(&answer)) made(pending, *change);
  if (caller == nullptr || caller->is_leaving) {
    if (std::holds_alternative<NotKept>(answer)) ++counts_.not_kept;
    return take();
  }
  if (const auto* place = std::get_if<PlaceFound>(&answer)) found(*caller, pending, *place);
  if (auto* page = std::get_if<PageRead>(&answer)) read(*caller, pending, std::move(*page));
  if (std::holds_alternative<NotKept>(answer)) {
    ++counts_.not_kept;
    if (pending.subscription == 0) {
      refuse(*caller, pending.request, ErrorCode::try_later, {}, 1000);
    } else if (Access* held = access(*caller, std::get<wire::Subscribe>(pending.what).place)) {
      // It goes on with the next entry or the next credit.
      if (held->subscription) held->subscription->is_reading = false;
    }
  }
  return take();
}

void Core::found(Caller& caller, const Pending& pending, const PlaceFound& answer) {
  if (!answer.row) return refuse(caller, pending.request, ErrorCode::unknown_place);
  if (answer.row->gone) return refuse(caller, pending.request, ErrorCode::place_gone);
  if (std::holds_alternative<wire::Prove>(pending.what)) {
    return proved(caller, pending, *answer.row, answer.is_old_read_key);
  }
  subscribed(caller, pending, *answer.row);
}

void Core::proved(Caller& caller, const Pending& pending, const PlaceRow& row,
                  bool is_old_key) {
  const auto& proof = std::get<wire::Prove>(pending.what);
  const wire::Doors& doors = row.doors;
  const wire::PublicKey& wanted = proof.door == Door::read    ? doors.read
                                  : proof.door == Door::write ? doors.write
                                                              : doors.admin;
  const bool is_old_read = proof.door == Door::read && is_old_key && proof.key != wanted;
  if (proof.key != wanted && !is_old_read) {
    return refuse(caller, pending.request, ErrorCode::bad_proof);
  }
  if (!caller.places.contains(row.id) && caller.places.size() >= settings_.places) {
    return refuse(caller, pending.request, ErrorCode::too_many);
  }
  Access& held = enter(caller, row);
  if (proof.door == Door::write) held.write_key = proof.key;
  if (proof.door == Door::admin) held.admin_key = proof.key;
  if (proof.door == Door::read && (!is_old_read || held.scope != Scope::whole)) {
    held.read_key = proof.key;
    held.scope = is_old_read ? Scope::membership : Scope::whole;
  }
  tell_place(caller, pending.request, row);
  const Day today = now_.ms / 86'400'000;
  if (row.touched < today && !is_old_read) commit(nullptr, {}, {TouchPlace{row.id}, today});
}

void Core::read(Caller& caller, const Pending& pending, PageRead page) {
  if (pending.subscription != 0) return page_for_subscriber(caller, pending, page);
  const auto& asked = std::get<wire::Read>(pending.what);
  if (!page.row || page.row->gone) {
    return refuse(caller, pending.request,
                  page.row ? ErrorCode::place_gone : ErrorCode::unknown_place);
  }
  const Access* held = access(caller, asked.place);
  if (held == nullptr) return refuse(caller, pending.request, ErrorCode::not_allowed);
  changed_doors(*page.row);
  if (asked.from > page.row->head.next) {
    return refuse(caller, pending.request, ErrorCode::wrong_sequence);
  }
  wire::Chunk chunk{asked.place, page.next, page.chain, page.row->head, {}};
  for (KeptEntry& entry : page.entries) {
    // Asked for while the doors were changed: the whole was read, and it is not theirs any
    // more.
    const bool is_open =
        held->scope == Scope::whole || entry.placed.entry.kind == wire::EntryKind::membership;
    if (is_open) chunk.entries.push_back(std::move(entry.placed));
  }
  send(caller, pending.request, std::move(chunk));
}

void Core::made(const Pending& pending, const ChangeMade& answer) {
  Caller* caller = find(pending.caller);
  if (pending.caller == 0) return;
  const bool may_answer = caller != nullptr && !caller->is_leaving;
  if (answer.refused) {
    if (!may_answer) return;
    if (*answer.refused == ErrorCode::wrong_sequence) saw(answer.row);
    return refuse(*caller, pending.request, *answer.refused);
  }
  counts_.entries_added += answer.added.size();
  counts_.entries_known +=
      answer.stored.size() - std::min(answer.stored.size(), answer.added.size());
  for (const KeptEntry& entry : answer.added) {
    counts_.bytes_added += entry.placed.entry.sealed.size();
  }
  if (answer.row.gone) {
    if (may_answer) send(*caller, pending.request, wire::Done{});
    return forget_place(answer.row.id);
  }
  if (std::holds_alternative<wire::Rotate>(pending.what)) ++counts_.rotations;
  // Also the doors: they may have been replaced through another relay of this store.
  changed_doors(answer.row);
  if (may_answer) answer_change(*caller, pending, answer);
  if (answer.added.empty()) {
    saw(answer.row);
  } else {
    fan_out(answer.row, answer.added);
  }
}

void Core::answer_change(Caller& caller, const Pending& pending, const ChangeMade& answer) {
  if (std::holds_alternative<wire::Create>(pending.what)) {
    // It was signed by the admin key for this very connection.
    Access& held = enter(caller, answer.row);
    held.admin_key = answer.row.doors.admin;
  }
  if (std::holds_alternative<wire::Append>(pending.what) ||
      (std::holds_alternative<wire::Rotate>(pending.what) && !answer.stored.empty())) {
    return send(caller, pending.request,
                wire::Appended{answer.row.id, answer.stored, answer.row.head});
  }
  tell_place(caller, pending.request, answer.row);
}

// Nearly every answer passes here, so that everybody is looked at only when somebody is behind.
void Core::changed_doors(const PlaceRow& row) {
  const auto watched = watched_.find(row.id);
  if (watched == watched_.end() || watched->second.least >= row.number) return;
  watched->second.least = row.number;
  for (const CallerId id : watched->second.callers) {
    ++counts_.looked_at;
    Caller& caller = *find(id);
    Access& held = *access(caller, row.id);
    if (held.number >= row.number) continue;
    held.number = row.number;
    if (held.write_key != row.doors.write) held.write_key.reset();
    if (held.admin_key != row.doors.admin) held.admin_key.reset();
    if (held.scope == Scope::whole && held.read_key != row.doors.read) {
      held.scope = Scope::membership;
    }
    if (!caller.is_leaving) {
      send(caller, 0, wire::Changed{row.id, row.number, held.scope});
    }
  }
}

// Deleted: whoever was in is out.
void Core::forget_place(const wire::PlaceId& place) {
  const auto watched = watched_.find(place);
  if (watched == watched_.end()) return;
  for (const CallerId id : watched->second.callers) {
    ++counts_.looked_at;
    Caller& caller = *find(id);
    const std::uint64_t number = access(caller, place)->number;
    caller.places.erase(place);
    if (!caller.is_leaving) send(caller, 0, wire::Changed{place, number + 1, Scope::none});
  }
  watched_.erase(watched);
}

Access& Core::enter(Caller& caller, const PlaceRow& row) {
  caller.has_proven = true;
  const auto [at, is_new] = caller.places.try_emplace(row.id);
  Watched& watched = watched_[row.id];
  watched.callers.insert(caller.id);
  if (is_new) {
    at->second.number = row.number;
    // Perhaps read before the doors were changed: then less than that of those who are in.
    watched.least = std::min(watched.least, row.number);
  }
  saw(row);
  return at->second;
}

void Core::tell_place(Caller& caller, std::uint32_t request, const PlaceRow& row) {
  const Access* held = access(caller, row.id);
  send(caller, request,
       wire::Place{row.id, held != nullptr ? held->scope : Scope::none, row.number, row.first,
                   row.head, row.bytes});
}

}  // namespace pairbook::relay
