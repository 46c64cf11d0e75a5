#include "relay/some_callers.hpp"

#include <gtest/gtest.h>

#include "pairbook/wire/statement.hpp"

namespace pairbook::relay {
namespace {

crypto::SigningKey key_of(std::uint64_t name) {
  base::SeededRandom random(name);
  return crypto::SigningKey::from_seed(crypto::Key::random(random));
}

CoreSettings with_home(CoreSettings settings) {
  settings.origins = {std::string(home)};
  return settings;
}

}  // namespace

PlaceKeys::PlaceKeys(std::uint64_t name)
    : admin(key_of(3 * name)),
      read(key_of(3 * name + 1)),
      write(key_of(3 * name + 2)),
      id(place_of(admin.public_key().bytes)) {}

wire::Doors PlaceKeys::doors() const {
  return {admin.public_key().bytes, read.public_key().bytes, write.public_key().bytes};
}

const crypto::SigningKey& PlaceKeys::key(wire::Door door) const {
  return door == wire::Door::read ? read : door == wire::Door::write ? write : admin;
}

wire::NewEntry an_entry(std::uint64_t name, std::size_t size, wire::EntryKind kind) {
  base::SeededRandom random(name);
  wire::NewEntry entry;
  entry.kind = kind;
  random.fill(entry.id.bytes);
  entry.sealed.resize(size);
  random.fill(entry.sealed);
  return entry;
}

Afternoon::Afternoon(CoreSettings settings, PlaceLimits kept)
    : limits(kept), core(with_home(std::move(settings)), random) {}

CallerId Afternoon::comes() {
  core.opened(++last_caller_, now);
  return last_caller_;
}

void Afternoon::goes(CallerId caller) {
  core.closed(caller);
  queued_.erase(caller);
}

std::uint32_t Afternoon::says(CallerId caller, wire::FromClient body) {
  const wire::ClientFrame frame{++last_request_, std::move(body)};
  says_bytes(caller, wire::encode(frame));
  return frame.request;
}

void Afternoon::says_bytes(CallerId caller, base::BytesView bytes) {
  carry_out(core.receive(caller, bytes, now));
  if (!by_hand) settle();
}

void Afternoon::carry_out(Actions actions) {
  std::set<CallerId> got;
  for (Action& action : actions) {
    if (auto* send = std::get_if<Send>(&action)) {
      const auto frame = wire::decode_from_relay(send->bytes);
      ASSERT_TRUE(frame) << frame.error().detail;
      inbox_[send->caller].push_back(*frame);
      queued_[send->caller] += send->bytes.size();
      got.insert(send->caller);
    } else if (auto* ask = std::get_if<Ask>(&action)) {
      questions_.push_back({ask->ticket, std::move(ask->question)});
    } else if (auto* commit = std::get_if<Commit>(&action)) {
      changes_.push_back({commit->ticket, std::move(commit->change)});
    } else {
      hung_up_.insert(std::get<HangUp>(action).caller);
    }
  }
  if (drains_by_itself) {
    for (const CallerId caller : got) drain(caller);
  }
}

void Afternoon::drain(CallerId caller) {
  const std::size_t bytes = std::exchange(queued_[caller], 0);
  carry_out(core.sent(caller, bytes));
}

std::function<void()> Afternoon::read_ahead() {
  const Waiting waiting = std::move(questions_.front());
  questions_.pop_front();
  StoreAnswer answer = NotKept{};
  if (!store_fails) answer = look_up(rows, std::get<Question>(waiting.what));
  return [this, ticket = waiting.ticket, answer] { carry_out(core.told(ticket, answer, now)); };
}

bool Afternoon::serve_question() {
  if (questions_.empty()) return false;
  read_ahead()();
  return true;
}

bool Afternoon::serve_change() {
  if (changes_.empty()) return false;
  const Waiting waiting = std::move(changes_.front());
  changes_.pop_front();
  StoreAnswer answer = NotKept{};
  if (!store_fails) {
    const Change& change = std::get<Change>(waiting.what);
    ChangeMade made = make(rows, change, limits);
    if (on_change) on_change(change, made);
    answer = std::move(made);
  }
  carry_out(core.told(waiting.ticket, std::move(answer), now));
  return true;
}

void Afternoon::settle() {
  while (serve_change() || serve_question()) {
  }
}

CallerId Afternoon::greeted() {
  const CallerId caller = comes();
  wire::Hello hello{std::string(home), {}};
  random.fill(hello.nonce);
  nonces_[caller] = hello.nonce;
  says(caller, hello);
  return caller;
}

void Afternoon::create(CallerId caller, const PlaceKeys& keys) {
  const wire::Challenge challenge{home, last<wire::Welcome>(caller)->nonce, nonces_[caller]};
  wire::Create create{keys.doors(), {}};
  create.signature = keys.admin.sign(wire::create_statement(challenge, create.doors));
  says(caller, create);
}

void Afternoon::prove(CallerId caller, const wire::PlaceId& place, wire::Door door,
                      const crypto::SigningKey& key) {
  const wire::Challenge challenge{home, last<wire::Welcome>(caller)->nonce, nonces_[caller]};
  wire::Prove proof{place, door, key.public_key().bytes, {}};
  proof.signature = key.sign(wire::prove_statement(challenge, proof));
  says(caller, proof);
}

CallerId Afternoon::member(const PlaceKeys& keys) {
  const CallerId caller = greeted();
  create(caller, keys);
  prove(caller, keys.id, wire::Door::read, keys.read);
  prove(caller, keys.id, wire::Door::write, keys.write);
  return caller;
}

std::vector<wire::Stored> Afternoon::appends(CallerId caller, const PlaceKeys& keys,
                                             std::vector<wire::NewEntry> entries,
                                             std::uint64_t expected) {
  const std::uint32_t request =
      says(caller, wire::Append{keys.id, expected, std::move(entries)});
  for (const wire::RelayFrame& frame : inbox_[caller]) {
    const auto* appended = std::get_if<wire::Appended>(&frame.body);
    if (frame.request == request && appended != nullptr) return appended->entries;
  }
  return {};
}

wire::Rotate Afternoon::rotation(const PlaceKeys& of, const PlaceKeys& to, std::uint64_t number,
                                 std::uint64_t expected, std::vector<wire::NewEntry> entries,
                                 const crypto::SigningKey* signer) {
  wire::Rotate rotate{of.id, number, expected, to.doors(), std::move(entries), {}};
  const crypto::SigningKey& key = signer != nullptr ? *signer : of.admin;
  rotate.signature = key.sign(wire::rotate_statement(home, rotate));
  return rotate;
}

std::string_view Afternoon::refusal(CallerId caller) {
  if (inbox_[caller].empty()) return "silence";
  const auto* refused = std::get_if<wire::Refused>(&inbox_[caller].back().body);
  return refused == nullptr ? "nothing" : wire::name(refused->code);
}

}  // namespace pairbook::relay
