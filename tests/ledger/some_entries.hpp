#pragma once

#include "pairbook/ledger/ledger.hpp"

namespace pairbook::ledger {

/// Builders: two devices, a space and entries without a signature, for tests of order and
/// bytes.
inline SpaceId some_space() {
  SpaceId id;
  id.bytes.fill(std::byte{0x5A});
  return id;
}

inline DeviceId some_device(unsigned number) {
  DeviceId id;
  id.bytes.fill(static_cast<std::byte>(number));
  return id;
}

inline OpBytes some_op(std::uint32_t kind, std::string_view payload) {
  const auto bytes = base::bytes_of(payload);
  return {kind, false, {bytes.begin(), bytes.end()}};
}

inline SignedEntry unsigned_entry(Entry entry) {
  const crypto::Digest hash = hash_of(entry);
  return {std::move(entry), {}, hash};
}

/// A device with its own copy of the history and its own idea of the time.
struct Replica {
  Ledger ledger{some_space()};
  DeviceId device;
  std::int64_t clock_error_ms = 0;

  SignedEntry write(std::string_view what, std::int64_t now_ms) {
    Writing writing;
    writing.device = device;
    writing.now = {now_ms + clock_error_ms};
    auto drafts = ledger.draft(writing, {some_op(1, what)});
    SignedEntry entry = unsigned_entry(std::move(drafts->front()));
    (void)ledger.receive(entry, writing.now);
    return entry;
  }
  Received take(const SignedEntry& entry, std::int64_t now_ms) {
    return ledger.receive(entry, {now_ms + clock_error_ms});
  }
};

inline Replica a_replica(unsigned number, std::int64_t clock_error_ms = 0) {
  Replica replica;
  replica.device = some_device(number);
  replica.clock_error_ms = clock_error_ms;
  return replica;
}

/// The payloads in order, joined.
inline std::string story(const Ledger& ledger) {
  std::string out;
  for (std::size_t i = 0; i < ledger.size(); ++i) {
    for (const OpBytes& op : ledger.at(i).entry.ops) out += base::text_of(op.payload);
  }
  return out;
}

}  // namespace pairbook::ledger
