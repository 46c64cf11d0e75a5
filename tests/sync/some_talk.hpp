#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pairbook/crypto/hash.hpp"
#include "pairbook/sync/talk.hpp"

namespace pairbook::sync {

/// A talk whose other end is the test itself: it sees the frames and answers by hand. What it
/// is asked to keep is kept at once.
struct SomeTalk {
  base::SeededRandom random{5};
  vault::Keyring keyring;
  ledger::SpaceId id;
  ledger::Ledger ledger;
  Members devices;
  BookSpace space;
  Talk talk;
  base::Instant now{1'800'000'000'000};

  std::vector<ledger::SignedEntry> log;
  std::vector<wire::ClientFrame> sent;
  std::size_t connects = 0;
  std::size_t hang_ups = 0;
  std::vector<Keep> keeps;
  bool keeps_at_once = true;
  wire::Head head;  // of the relay that the test plays

  explicit SomeTalk(bool is_admin = true)
      : keyring(some_keyring(random, is_admin)),
        id(keyring.spaces().front().id),
        ledger(id),
        space(id, keyring, ledger, devices),
        talk("wss://relay.example", space, Progress::none(id), 0, random),
        head(Progress::none(id).head) {
    devices.add_own(keyring.device_key().public_key());
  }

  static vault::Keyring some_keyring(base::RandomSource& random, bool is_admin) {
    vault::Keyring whole = vault::Keyring::create(vault::SpaceKind::programme, random);
    if (is_admin) return whole;
    // The same in the hands of somebody who may not remove members.
    base::Bytes bytes = encode(whole);
    const std::size_t flag = 1 + 32 + 32 + 1 + 1;
    bytes[flag] = std::byte{0};
    bytes.erase(bytes.begin() + static_cast<std::ptrdiff_t>(flag) + 1,
                bytes.begin() + static_cast<std::ptrdiff_t>(flag) + 33);
    return std::move(*vault::decode_keyring(bytes));
  }

  [[nodiscard]] wire::PlaceId place() const { return {id.bytes}; }

  void carry_out(Actions actions) {
    for (Action& action : actions) {
      if (std::holds_alternative<Connect>(action)) ++connects;
      if (std::holds_alternative<HangUp>(action)) ++hang_ups;
      if (const auto* send = std::get_if<Send>(&action)) {
        sent.push_back(*wire::decode_from_client(send->frame));
      }
      if (const auto* fetch = std::get_if<Fetch>(&action)) {
        const auto from = static_cast<std::ptrdiff_t>(fetch->from);
        carry_out(talk.fetched({log.begin() + from, log.end()}, log.size(), now));
      }
      if (auto* keep = std::get_if<Keep>(&action)) {
        keeps.push_back(std::move(*keep));
        if (keeps_at_once) kept();
      }
    }
  }
  void kept() {
    const std::uint64_t position = log.size();
    for (const auto& entry : keeps.back().entries) {
      log.push_back(entry);
      static_cast<void>(ledger.receive(entry, now));
    }
    carry_out(talk.kept(position, log.size(), now));
  }

  /// The answer to the last frame of a kind.
  template <class Frame>
  void answer(wire::FromRelay body) {
    for (auto at = sent.rbegin(); at != sent.rend(); ++at) {
      if (!std::holds_alternative<Frame>(at->body)) continue;
      return says(at->request, std::move(body));
    }
    ADD_FAILURE() << "it did not ask";
  }
  void says(std::uint32_t request, wire::FromRelay body) {
    carry_out(talk.received(wire::encode(wire::RelayFrame{request, std::move(body)}), now));
  }
  void refuse_doors(wire::ErrorCode code) {
    std::vector<std::uint32_t> asked;
    for (const wire::ClientFrame& frame : sent) {
      if (std::holds_alternative<wire::Prove>(frame.body)) asked.push_back(frame.request);
    }
    for (const std::uint32_t request : asked) says(request, wire::Refused{code, 0, {}});
  }
  template <class Frame>
  [[nodiscard]] const Frame* last() const {
    for (auto at = sent.rbegin(); at != sent.rend(); ++at) {
      if (const auto* frame = std::get_if<Frame>(&at->body)) return frame;
    }
    return nullptr;
  }
  template <class Frame>
  [[nodiscard]] std::size_t count() const {
    std::size_t many = 0;
    for (const auto& frame : sent) many += std::holds_alternative<Frame>(frame.body) ? 1 : 0;
    return many;
  }

  void greet() {
    carry_out(talk.start(now));
    carry_out(talk.connected(now));
    answer<wire::Hello>(wire::Welcome{});
  }
  [[nodiscard]] wire::Place a_place() const {
    return {place(), wire::Scope::whole, 1, 1, head, 0};
  }
  void open_doors() {
    for (std::size_t i = 0; i < sent.size(); ++i) {
      if (!std::holds_alternative<wire::Prove>(sent[i].body)) continue;
      const std::uint32_t request = sent[i].request;
      says(request, a_place());
    }
  }
  /// Connected, greeted, let in, subscribed.
  void go_live() {
    greet();
    open_doors();
    answer<wire::Subscribe>(a_place());
  }

  void write(std::string_view text) {
    ledger::Writing writing;
    writing.device = keyring.device();
    writing.epoch = 1;
    writing.now = now;
    const auto bytes = base::bytes_of(text);
    auto entries = ledger.append(writing, {{1, false, {bytes.begin(), bytes.end()}}},
                                 keyring.device_key());
    log.insert(log.end(), entries->begin(), entries->end());
    carry_out(talk.wrote(log.size(), now));
  }
  /// What the relay answers to the last APPEND when it stores all of it.
  void acknowledge() {
    wire::Appended added{place(), {}, {}};
    for (const wire::NewEntry& entry : last<wire::Append>()->entries) {
      added.entries.push_back({head.next, false});
      link(entry);
    }
    added.head = head;
    answer<wire::Append>(std::move(added));
  }
  void link(const wire::NewEntry& entry) {
    head.chain = crypto::hash(wire::link_statement(head.chain, head.next, entry.kind, entry.id,
                                                   crypto::hash(entry.sealed)));
    ++head.next;
  }
  /// The relay sends an entry to whoever subscribed.
  void sends(const wire::NewEntry& entry) {
    wire::Event event{{place(), 0, {}, {}, {{head.next, entry}}}};
    link(entry);
    event.chunk.next = head.next;
    event.chunk.chain = head.chain;
    event.chunk.head = head;
    answer<wire::Subscribe>(std::move(event));
  }
  [[nodiscard]] wire::NewEntry sealed(const ledger::SignedEntry& entry) const {
    return *space.seal(entry, 0);
  }

  void pass(std::int64_t ms) {
    now.ms += ms;
    carry_out(talk.passed(now));
  }
};

/// Another device of the same space, known or not.
struct Somebody {
  base::SeededRandom random;
  crypto::SigningKey key = crypto::SigningKey::from_seed(crypto::Key::random(random));
  ledger::Ledger ledger;

  explicit Somebody(const SomeTalk& some, std::uint64_t seed = 6)
      : random(seed), ledger(some.id) {}
  [[nodiscard]] ledger::DeviceId device() const { return ledger::device_id(key.public_key()); }
  ledger::SignedEntry write(std::string_view text, std::vector<ledger::OpBytes> ops = {}) {
    ledger::Writing writing;
    writing.device = device();
    writing.epoch = 1;
    const auto bytes = base::bytes_of(text);
    ops.push_back({1, false, {bytes.begin(), bytes.end()}});
    return ledger.append(writing, std::move(ops), key)->front();
  }
};

}  // namespace pairbook::sync
