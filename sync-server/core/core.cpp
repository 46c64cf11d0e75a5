#include "sync-server/core/core.hpp"

#include <algorithm>
#include <utility>

#include "pairbook/crypto/sign.hpp"
#include "pairbook/wire/statement.hpp"

namespace pairbook::relay {

using wire::Door;
using wire::ErrorCode;
using wire::Scope;

namespace {

constexpr std::int64_t day_ms = 86'400'000;
constexpr std::int64_t sweep_ms = 3'600'000;
constexpr std::int64_t full_retry_ms = 250;

Day day_of(base::Instant now) {
  return now.ms / day_ms;
}

// What a frame costs of the rate limit: checking a signature takes longer than the rest, and a
// new place stays.
std::int64_t price(const wire::FromClient& body) {
  if (std::holds_alternative<wire::Create>(body)) return 100;
  if (std::holds_alternative<wire::Prove>(body)) return 10;
  if (std::holds_alternative<wire::Rotate>(body)) return 20;
  return 1;
}

std::int64_t size_of(const std::vector<wire::NewEntry>& entries) {
  std::size_t bytes = 0;
  for (const wire::NewEntry& entry : entries) bytes += entry.sealed.size() + entry_overhead;
  return static_cast<std::int64_t>(bytes);
}

std::int64_t size_of(const wire::FromClient& body) {
  if (const auto* append = std::get_if<wire::Append>(&body)) return size_of(append->entries);
  if (const auto* rotate = std::get_if<wire::Rotate>(&body)) return size_of(rotate->entries);
  return 0;
}

// The number of a request that could not be read, as far as it can be.
std::uint32_t request_of(base::BytesView frame) {
  base::ByteReader in(frame);
  in.u16();
  return in.u32();
}

ErrorCode why(const base::Error& error) {
  if (error.code == base::Errc::too_large) return ErrorCode::too_large;
  if (error.code == base::Errc::unsupported_version) return ErrorCode::unsupported;
  return ErrorCode::malformed;
}

}  // namespace

Core::Core(CoreSettings settings, base::RandomSource& random)
    : settings_(std::move(settings)), random_(random) {}

void Core::opened(CallerId caller, base::Instant now) {
  callers_.emplace(
      caller, Caller{.id = caller,
                     .since = now,
                     .origin = {},
                     .places = {},
                     .frames = Bucket(settings_.frames_burst, settings_.frames_per_second, now),
                     .bytes = Bucket(settings_.bytes_burst, settings_.bytes_per_second, now)});
  ++counts_.callers;
  counts_.callers_open = callers_.size();
}

void Core::closed(CallerId id) {
  Caller* caller = find(id);
  if (caller == nullptr) return;
  for (const auto& [place, access] : caller->places) {
    const auto watched = watched_.find(place);
    watched->second.callers.erase(id);
    if (watched->second.callers.empty()) watched_.erase(watched);
  }
  callers_.erase(id);
  counts_.callers_open = callers_.size();
}

Actions Core::receive(CallerId id, base::BytesView bytes, base::Instant now) {
  now_ = now;
  Caller* caller = find(id);
  if (caller == nullptr || caller->is_leaving) return {};
  ++counts_.frames;
  auto frame = wire::decode_from_client(bytes);
  if (!frame) {
    refuse(*caller, request_of(bytes), why(frame.error()), frame.error().detail);
    return take();
  }
  const std::uint32_t request = frame->request;
  if (std::holds_alternative<wire::Hello>(frame->body) == caller->has_greeted) {
    refuse(*caller, request, ErrorCode::out_of_turn);
    return take();
  }
  if (pays(*caller, request, frame->body)) {
    std::visit([&](auto& body) { on(*caller, request, body); }, frame->body);
  }
  return take();
}

bool Core::pays(Caller& caller, std::uint32_t request, const wire::FromClient& body) {
  std::int64_t wait = caller.frames.take(price(body), now_);
  const std::int64_t bytes = size_of(body);
  if (wait == 0 && bytes > 0) {
    wait = caller.bytes.take(bytes, now_);
    if (wait == 0 && held_bytes_ + static_cast<std::uint64_t>(bytes) > settings_.held_bytes) {
      wait = full_retry_ms;
    }
  }
  if (wait == 0) {
    caller.refused_in_a_row = 0;
    return true;
  }
  refuse(caller, request, ErrorCode::slow_down, {}, wait);
  if (++caller.refused_in_a_row > settings_.refused_frames) {
    caller.is_leaving = true;
    actions_.push_back(HangUp{caller.id});
  }
  return false;
}

void Core::on(Caller& caller, std::uint32_t request, const wire::Hello& frame) {
  if (std::ranges::find(settings_.origins, frame.origin) == settings_.origins.end()) {
    return refuse(caller, request, ErrorCode::wrong_origin);
  }
  caller.has_greeted = true;
  caller.origin = frame.origin;
  caller.nonce = frame.nonce;
  random_.fill(caller.own_nonce);
  wire::Welcome welcome;
  welcome.nonce = caller.own_nonce;
  welcome.time_ms = static_cast<std::uint64_t>(now_.ms);
  welcome.relay = settings_.name;
  welcome.limits = {.place_bytes = settings_.place_bytes,
                    .places = settings_.places,
                    .hello_seconds = static_cast<std::uint64_t>(settings_.hello_seconds),
                    .retention_days = static_cast<std::uint64_t>(settings_.retention_days),
                    .gone_days = static_cast<std::uint64_t>(settings_.gone_days)};
  send(caller, request, std::move(welcome));
}

void Core::on(Caller& caller, std::uint32_t request, const wire::Create& frame) {
  const wire::Challenge challenge{caller.origin, caller.own_nonce, caller.nonce};
  if (!crypto::verify({frame.doors.admin}, wire::create_statement(challenge, frame.doors),
                      frame.signature)) {
    return refuse(caller, request, ErrorCode::bad_proof);
  }
  if (!caller.places.contains(place_of(frame.doors.admin)) &&
      caller.places.size() >= settings_.places) {
    return refuse(caller, request, ErrorCode::too_many);
  }
  commit(&caller, {.request = request, .what = frame}, {MakePlace{frame.doors}, day_of(now_)});
}

void Core::on(Caller& caller, std::uint32_t request, const wire::Prove& frame) {
  const wire::Challenge challenge{caller.origin, caller.own_nonce, caller.nonce};
  if (!crypto::verify({frame.key}, wire::prove_statement(challenge, frame), frame.signature)) {
    return refuse(caller, request, ErrorCode::bad_proof);
  }
  if (!caller.places.contains(frame.place) && caller.places.size() >= settings_.places) {
    return refuse(caller, request, ErrorCode::too_many);
  }
  FindPlace question{frame.place, {}};
  if (frame.door == Door::read) question.read_key = frame.key;
  ask(caller, {.request = request, .what = frame}, question);
}

void Core::on(Caller& caller, std::uint32_t request, wire::Append& frame) {
  const Access* held = access(caller, frame.place);
  if (held == nullptr || !held->write_key) {
    return refuse(caller, request, ErrorCode::not_allowed);
  }
  const auto bytes = static_cast<std::uint64_t>(size_of(frame.entries));
  const std::uint64_t number = held->number;
  commit(&caller,
         {.request = request,
          .what = wire::Append{frame.place, frame.expected, {}},
          .bytes = bytes},
         {AddEntries{std::move(frame), number}, day_of(now_)});
}

void Core::on(Caller& caller, std::uint32_t request, const wire::Read& frame) {
  const Access* held = access(caller, frame.place);
  if (held == nullptr || held->scope == Scope::none) {
    return refuse(caller, request, ErrorCode::not_allowed);
  }
  ask(caller, {.request = request, .what = frame},
      ReadPage{frame.place, frame.from, held->scope == Scope::membership,
               wire::max_chunk_bytes});
}

void Core::on(Caller& caller, std::uint32_t request, const wire::Subscribe& frame) {
  const Access* held = access(caller, frame.place);
  if (held == nullptr || held->scope == Scope::none) {
    return refuse(caller, request, ErrorCode::not_allowed);
  }
  ask(caller, {.request = request, .what = frame}, FindPlace{frame.place, {}});
}

void Core::on(Caller& caller, std::uint32_t request, const wire::Unsubscribe& frame) {
  if (Access* held = access(caller, frame.place)) held->subscription.reset();
  send(caller, request, wire::Done{});
}

void Core::on(Caller& caller, std::uint32_t, const wire::Credit& frame) {
  caller.credit = std::min(caller.credit + frame.bytes, wire::max_credit);
  for (const auto& [place, held] : caller.places) {
    if (held.subscription) pump(caller, place);
  }
}

void Core::on(Caller& caller, std::uint32_t request, wire::Rotate& frame) {
  // Signed by the admin key itself, so no door has to be proven for it.
  const auto bytes = static_cast<std::uint64_t>(size_of(frame.entries));
  wire::Rotate asked = frame;
  asked.entries.clear();
  commit(&caller, {.request = request, .what = std::move(asked), .bytes = bytes},
         {ReplaceDoors{std::move(frame), caller.origin}, day_of(now_)});
}

void Core::on(Caller& caller, std::uint32_t request, const wire::Trim& frame) {
  const Access* held = access(caller, frame.place);
  if (held == nullptr || !held->admin_key) {
    return refuse(caller, request, ErrorCode::not_allowed);
  }
  commit(&caller, {.request = request, .what = frame},
         {TrimPlace{frame.place, frame.below, held->number}, day_of(now_)});
}

void Core::on(Caller& caller, std::uint32_t request, const wire::Delete& frame) {
  const Access* held = access(caller, frame.place);
  if (held == nullptr || !held->admin_key) {
    return refuse(caller, request, ErrorCode::not_allowed);
  }
  commit(&caller, {.request = request, .what = frame},
         {DeletePlace{frame.place, held->number}, day_of(now_)});
}

Actions Core::refuse(CallerId id, ErrorCode code) {
  if (Caller* caller = find(id)) refuse(*caller, 0, code);
  return take();
}

Actions Core::sent(CallerId id, std::size_t bytes) {
  Caller* caller = find(id);
  if (caller == nullptr) return {};
  caller->queued -= std::min(caller->queued, bytes);
  for (const auto& [place, held] : caller->places) {
    if (held.subscription) pump(*caller, place);
  }
  return take();
}

Actions Core::tick(base::Instant now) {
  now_ = now;
  for (auto& [id, caller] : callers_) {
    const bool is_late = now.ms - caller.since.ms > settings_.hello_seconds * 1000;
    if (caller.has_proven || caller.is_leaving || !is_late) continue;
    caller.is_leaving = true;
    actions_.push_back(HangUp{id});
  }
  if (swept_.ms == 0 || now.ms - swept_.ms >= sweep_ms) {
    swept_ = now;
    const Day today = day_of(now);
    commit(nullptr, {},
           {Sweep{today - settings_.retention_days, today - settings_.gone_days}, today});
  }
  if (settings_.look_seconds > 0 && now.ms - looked_.ms >= settings_.look_seconds * 1000) {
    looked_ = now;
    return heard_of({}, now);
  }
  return take();
}

Actions Core::stop() {
  for (auto& [id, caller] : callers_) {
    if (!caller.is_leaving) refuse(caller, 0, ErrorCode::stopping);
  }
  return take();
}

bool Core::may_read(CallerId id) const {
  const auto at = callers_.find(id);
  if (at == callers_.end()) return false;
  const Caller& caller = at->second;
  return !caller.is_leaving && caller.queued < settings_.queue_bytes &&
         caller.asked < settings_.asked_at_once && caller.held < 2 * wire::max_append_bytes;
}

Caller* Core::find(CallerId id) {
  const auto at = callers_.find(id);
  return at == callers_.end() ? nullptr : &at->second;
}

Access* Core::access(Caller& caller, const wire::PlaceId& place) {
  const auto at = caller.places.find(place);
  return at == caller.places.end() ? nullptr : &at->second;
}

void Core::send(Caller& caller, std::uint32_t request, wire::FromRelay body) {
  base::Bytes bytes = wire::encode(wire::RelayFrame{request, std::move(body)});
  caller.queued += bytes.size();
  actions_.push_back(Send{caller.id, std::move(bytes)});
}

void Core::refuse(Caller& caller, std::uint32_t request, ErrorCode code, std::string hint,
                  std::int64_t retry_ms) {
  ++counts_.refused[static_cast<std::size_t>(code)];
  if (hint.size() > wire::max_text) hint.clear();
  send(caller, request,
       wire::Refused{code, static_cast<std::uint64_t>(retry_ms), std::move(hint)});
  if (!wire::closes(code)) return;
  caller.is_leaving = true;
  actions_.push_back(HangUp{caller.id});
}

void Core::ask(Caller& caller, Pending pending, Question question) {
  pending.caller = caller.id;
  ++caller.asked;
  pending_.emplace(++last_ticket_, std::move(pending));
  actions_.push_back(Ask{last_ticket_, std::move(question)});
}

void Core::commit(Caller* caller, Pending pending, Change change) {
  if (caller != nullptr) {
    pending.caller = caller->id;
    ++caller->asked;
    caller->held += pending.bytes;
  }
  held_bytes_ += pending.bytes;
  pending_.emplace(++last_ticket_, std::move(pending));
  actions_.push_back(Commit{last_ticket_, std::move(change)});
}

Actions Core::take() {
  return std::exchange(actions_, {});
}

}  // namespace pairbook::relay
