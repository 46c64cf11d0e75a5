#include "sync/a_world.hpp"

#include <algorithm>

namespace pairbook::sync {

namespace {

constexpr std::int64_t ten_years = 315'360'000'000;

}  // namespace

AWorld::AWorld(std::uint64_t seed, const Weather& weather)
    : random_(seed), weather_(weather), relay_(seed + 1) {
  vault::Keyring keyring = vault::Keyring::create(vault::SpaceKind::programme, random_);
  const std::size_t count = 2 + static_cast<std::size_t>(random_.below(3));
  for (std::size_t i = 0; i < count; ++i) {
    devices_.push_back(std::make_unique<ADevice>(keyring, random_.next()));
    devices_[i]->clock_error_ms = (static_cast<std::int64_t>(random_.below(3)) - 1) * ten_years;
    keyring.renew_device(random_);
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (!weather_.strangers) devices_[i]->trust();
    start(i);
  }
}

void AWorld::start(std::size_t device) {
  ADevice& it = *devices_[device];
  carry_out(device, it.talk().start({now_.ms + it.clock_error_ms}));
}

void AWorld::tell_who_is_who(std::size_t device) {
  ADevice& it = *devices_[device];
  it.trust();
  if (!it.is_running()) return;
  carry_out(device, it.talk().keys_changed({now_.ms + it.clock_error_ms}));
}

void AWorld::carry_out(std::size_t device, Actions actions) {
  ADevice& it = *devices_[device];
  const base::Instant clock{now_.ms + it.clock_error_ms};
  for (const Action& action : actions) {
    Wire* mine = nullptr;
    for (const auto& wire : wires_) {
      if (wire->device == device && wire->has_client) mine = wire.get();
    }
    if (std::holds_alternative<Connect>(action)) {
      wires_.push_back(std::make_unique<Wire>());
      wires_.back()->caller = ++last_caller_;
      wires_.back()->device = device;
    } else if (const auto* send = std::get_if<Send>(&action)) {
      if (mine != nullptr) mine->up.push_back(send->frame);
    } else if (std::holds_alternative<HangUp>(action)) {
      if (mine != nullptr) mine->has_client = false;
    } else if (const auto* fetch = std::get_if<Fetch>(&action)) {
      carry_out(device, it.fetch(*fetch, now_));
    } else if (!is_fair_ && one_in(20)) {
      carry_out(device, it.talk().could_not_keep(clock));
    } else {
      it.keep(std::get<Keep>(action));
    }
  }
}

// What the relay wants sent.
void AWorld::collect() {
  for (ARelay::Message& message : relay_.take()) {
    for (const auto& wire : wires_) {
      if (wire->caller != message.caller) continue;
      if (message.is_end) {
        wire->ends = true;
      } else {
        wire->down.push_back(std::move(message.bytes));
      }
    }
  }
}

/// One message of one connection, or its beginning, or its end.
bool AWorld::step(Wire& wire) {
  ADevice& it = *devices_[wire.device];
  const base::Instant clock{now_.ms + it.clock_error_ms};
  if (wire.is_new) {
    wire.is_new = false;
    relay_.opened(wire.caller, now_);
    if (wire.has_client) carry_out(wire.device, it.talk().connected(clock));
    return true;
  }
  const bool can_go_up = wire.has_relay && !wire.up.empty() && relay_.may_read(wire.caller);
  const bool can_go_down = !wire.down.empty();
  if (can_go_up && (!can_go_down || one_in(2))) {
    const base::Bytes frame = std::move(wire.up.front());
    wire.up.pop_front();
    relay_.receive(wire.caller, frame, now_);
    collect();
    return true;
  }
  if (can_go_down) {
    const base::Bytes frame = std::move(wire.down.front());
    wire.down.pop_front();
    if (wire.has_relay) relay_.sent(wire.caller, frame.size());
    collect();
    if (wire.has_client) carry_out(wire.device, it.talk().received(frame, clock));
    return true;
  }
  const bool is_over = wire.has_relay && (wire.ends || (!wire.has_client && wire.up.empty()));
  if (is_over) {
    relay_.closed(wire.caller);
    wire.has_relay = false;
    return true;
  }
  if (!wire.has_relay && wire.has_client) {
    wire.has_client = false;
    carry_out(wire.device, it.talk().disconnected(clock));
    return true;
  }
  return false;
}

bool AWorld::step_wires(std::uint64_t choice) {
  std::erase_if(wires_, [](const auto& wire) {
    return !wire->has_client && !wire->has_relay && wire->down.empty();
  });
  for (std::size_t i = 0; i < wires_.size(); ++i) {
    if (step(*wires_[static_cast<std::size_t>((choice + i) % wires_.size())])) return true;
  }
  return false;
}

void AWorld::let_time_pass(std::int64_t ms) {
  now_.ms += ms;
  for (std::size_t i = 0; i < devices_.size(); ++i) {
    ADevice& it = *devices_[i];
    if (it.is_running()) carry_out(i, it.talk().passed({now_.ms + it.clock_error_ms}));
  }
}

void AWorld::go_on() {
  const std::uint64_t choice = random_.next();
  if (choice % 4 == 0 && relay_.under_way() > 0) {
    relay_.serve(choice / 4, !is_fair_ && one_in(30), now_);
    return collect();
  }
  if (choice % 4 == 1) {
    const std::size_t device = any_device();
    ADevice& it = *devices_[device];
    if (it.to_store() > 0) return carry_out(device, it.store_one(now_));
  }
  if (step_wires(choice / 4)) return;
  if (relay_.under_way() > 0) {
    relay_.serve(choice / 4, false, now_);
    return collect();
  }
  for (std::size_t i = 0; i < devices_.size(); ++i) {
    if (devices_[i]->to_store() > 0) return carry_out(i, devices_[i]->store_one(now_));
  }
  // Nothing is under way: until the next device wants something.
  std::int64_t wait = 60'000;
  for (const auto& it : devices_) {
    if (it->is_running()) wait = std::min(wait, it->talk().wakes_in().value_or(wait));
  }
  let_time_pass(wait + 1);
}

void AWorld::write() {
  const std::size_t device = any_device();
  ADevice& it = *devices_[device];
  // Whoever finds out that the book is a copy goes on as another device before writing.
  if (it.talk().status().trouble == Trouble::is_a_copy) {
    for (const auto& wire : wires_) {
      if (wire->device == device) wire->has_client = false;
    }
    it.renew();
    start(device);
  }
  it.write(std::to_string(++writes_), now_);
}

void AWorld::crash() {
  const std::size_t device = any_device();
  for (const auto& wire : wires_) {
    if (wire->device == device) wire->has_client = false;
  }
  devices_[device]->crash();
  devices_[device]->open();
  start(device);
}

void AWorld::break_wire() {
  if (wires_.empty()) return;
  Wire& wire = *wires_[static_cast<std::size_t>(random_.below(wires_.size()))];
  if (wire.is_new) return;
  // What was on its way to the relay arrives as far as it comes.
  wire.up.resize(static_cast<std::size_t>(random_.below(wire.up.size() + 1)));
  wire.down.clear();
  if (one_in(2) && wire.has_relay) {
    relay_.closed(wire.caller);
    wire.has_relay = false;
  }
  if (!wire.has_client) return;
  wire.has_client = false;
  ADevice& it = *devices_[wire.device];
  carry_out(wire.device, it.talk().disconnected({now_.ms + it.clock_error_ms}));
}

void AWorld::break_all() {
  for (const auto& wire : wires_) {
    wire->is_new = false;
    wire->has_relay = false;
    wire->up.clear();
    if (one_in(2)) wire->down.clear();
  }
}

void AWorld::relay_restarts() {
  relay_.restart(one_in(2));
  break_all();
}

void AWorld::relay_forgets() {
  if (one_in(3)) return relay_.copy();
  if (one_in(2)) {
    relay_.lose_everything();
  } else {
    relay_.put_back();
  }
  break_all();
}

void AWorld::book_goes_back() {
  const std::size_t device = any_device();
  ADevice& it = *devices_[device];
  if (one_in(2)) return it.copy();
  for (const auto& wire : wires_) {
    if (wire->device == device) wire->has_client = false;
  }
  it.put_back();
  it.open();
  start(device);
}

void AWorld::clock_jumps() {
  ADevice& it = *devices_[any_device()];
  it.clock_error_ms += (static_cast<std::int64_t>(random_.below(3)) - 1) * ten_years;
}

void AWorld::carry_a_file() {
  ADevice& from = *devices_[any_device()];
  ADevice& to = *devices_[any_device()];
  if (&from == &to || from.log().empty()) return;
  to.take_file(from.to_file(), now_);
  ++files_;
}

void AWorld::live(std::size_t steps) {
  for (std::size_t i = 0; i < steps; ++i) {
    switch (random_.below(100)) {
      case 0:
        crash();
        break;
      case 1:
      case 2:
        break_wire();
        break;
      case 3:
        if (one_in(3)) relay_restarts();
        break;
      case 4:
        if (weather_.relay_forgets && one_in(2)) relay_forgets();
        break;
      case 5:
        if (weather_.books_go_back && one_in(2)) book_goes_back();
        break;
      case 6:
        clock_jumps();
        break;
      case 7:
        if (weather_.strangers) tell_who_is_who(any_device());
        break;
      case 15:
        if (one_in(3)) carry_a_file();
        break;
      case 8:
        let_time_pass(static_cast<std::int64_t>(random_.below(100'000)));
        break;
      case 9:
      case 10:
      case 11:
      case 12:
      case 13:
      case 14:
        write();
        break;
      default:
        go_on();
    }
  }
}

bool AWorld::is_quiet() {
  if (relay_.under_way() > 0) return false;
  for (const auto& wire : wires_) {
    if (wire->is_new || !wire->up.empty() || !wire->down.empty()) return false;
  }
  return std::ranges::all_of(devices_, [](const auto& it) {
    return it->to_store() == 0 && it->talk().status().is_on_relay();
  });
}

bool AWorld::settle() {
  is_fair_ = true;
  for (std::size_t i = 0; i < devices_.size(); ++i) {
    if (weather_.strangers) tell_who_is_who(i);
    for (const ledger::SignedEntry& entry : devices_[i]->log()) written_.insert(entry.hash);
  }
  // Whatever has been given up is quiet for some minutes first.
  let_time_pass(1'000'000);
  for (std::size_t i = 0; i < 200'000; ++i) {
    if (is_quiet()) return true;
    go_on();
  }
  return false;
}

std::string AWorld::lies() {
  for (std::size_t i = 0; i < devices_.size(); ++i) {
    const auto& it = devices_[i];
    // Of a relay that was put back nobody knows who has not heard of the broken connection.
    const bool is_connected = std::ranges::any_of(wires_, [&](const auto& wire) {
      return wire->device == i && wire->has_client && wire->has_relay && !wire->is_new;
    });
    if (!is_connected || !it->talk().status().is_on_relay()) continue;
    for (const ledger::SignedEntry& entry : it->log()) {
      const vault::EpochKey& key = it->keyring().spaces().front().epochs.back();
      const auto sealed = ledger::seal(entry, {key.epoch, key.key});
      const wire::PlaceId place{entry.entry.space.bytes};
      if (!relay_.rows().known(place, {ledger::peek(*sealed)->id.bytes})) {
        return "an entry that is called sent is not at the relay";
      }
    }
  }
  return {};
}

std::string AWorld::complaint() {
  const auto order_of = [](const ledger::Ledger& ledger) {
    std::vector<crypto::Digest> out;
    for (std::size_t i = 0; i < ledger.size(); ++i) out.push_back(ledger.at(i).hash);
    return out;
  };
  const auto order = order_of(devices_[0]->ledger());
  std::set<crypto::Digest> all(order.begin(), order.end());
  for (const ledger::SignedEntry* held : devices_[0]->ledger().held()) all.insert(held->hash);
  if (!std::ranges::includes(all, written_)) return "an entry was lost";
  for (const auto& it : devices_) {
    if (order_of(it->ledger()) != order) return "two devices differ";
    if (it->ledger().waiting() > 0) return "entries wait for others";
    if (it->talk().status().set_aside > 0) return "entries are set aside";
    if (it->talk().status().damaged > 0) return "entries are called damaged";
    const auto log = it->log();
    std::set<crypto::Digest> kept;
    for (const ledger::SignedEntry& entry : log) kept.insert(entry.hash);
    if (kept != all) return "a log and a ledger differ";
    // What comes by file and from the relay at once may be stored twice, which does no harm.
    if (files_ == 0 && log.size() != all.size()) return "a log holds an entry twice";
  }
  if (all.empty()) return lies();
  const wire::PlaceId place{devices_[0]->ledger().space().bytes};
  const auto row = relay_.rows().place(place);
  if (!row || row->head.next != all.size() + 1) {
    return "the relay has not every entry exactly once";
  }
  return lies();
}

}  // namespace pairbook::sync
