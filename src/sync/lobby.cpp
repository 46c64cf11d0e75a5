// op 4010 := version:u8=1 name                       asks to be let in; name as in op 4003
// op 4011 := version:u8=1 person[32] sealed:blob<=32768   the welcome, sealed for that person
// op 4012 := version:u8=1 person[32]                 is not let in
// welcome := version:u8=1 space:blob<=16384 founder[32] programme:text<=400 relay:text<=300
//
// sealed: crypto::seal_for() in the context "pairbook/v1/welcome" lobby[16] inviter[32].
// space:  as in docs/formats/vault.md, one of the keyring.
#include "pairbook/sync/lobby.hpp"

#include <algorithm>
#include <utility>

#include "pairbook/crypto/seal_for.hpp"
#include "pairbook/sync/relay_address.hpp"
#include "sync/version.hpp"

namespace pairbook::sync {

using base::ByteReader;
using base::Bytes;
using base::BytesView;
using base::ByteWriter;
using base::Errc;

namespace {

constexpr std::size_t max_sealed = 32 * 1024;
constexpr std::size_t max_space = 16 * 1024;
constexpr std::size_t max_programme = 400;

struct SealedWelcome {
  crypto::PublicKey person;
  BytesView sealed;
};

std::optional<SealedWelcome> read_welcome(BytesView payload) {
  ByteReader in(payload);
  read_version(in);
  SealedWelcome out;
  out.person.bytes = in.fixed<32>();
  out.sealed = in.blob(max_sealed);
  if (!in.finish()) return std::nullopt;
  return out;
}

std::optional<crypto::PublicKey> read_declined(BytesView payload) {
  ByteReader in(payload);
  read_version(in);
  const crypto::PublicKey person{in.fixed<32>()};
  if (!in.finish()) return std::nullopt;
  return person;
}

}  // namespace

Bytes encode(const Welcome& welcome) {
  ByteWriter out;
  out.u8(1);
  out.blob(vault::encode(welcome.space));
  out.raw(welcome.founder.bytes);
  out.text(welcome.programme);
  out.text(welcome.relay);
  return out.take();
}

base::Result<Welcome> decode_welcome(BytesView bytes) {
  ByteReader in(bytes);
  read_version(in);
  const BytesView space = in.blob(max_space);
  Welcome out;
  out.founder.bytes = in.fixed<32>();
  out.programme = in.text(max_programme);
  out.relay = in.text(max_relay);
  if (const auto done = in.finish(); !done) return base::pass_on(done);
  const auto address = RelayAddress::parse(out.relay);
  if (!address || address->origin != out.relay)
    return base::fail(Errc::corrupt, "welcome", "no address of a relay");
  auto keys = vault::decode_space_keys(space);
  if (!keys) return base::pass_on(keys);
  out.space = std::move(*keys);
  return out;
}

Lobby::Lobby(const Invitation& invitation, const crypto::SigningKey& person,
             base::RandomSource& random)
    : inviter_(invitation.inviter),
      person_(person.clone()),
      device_(crypto::SigningKey::from_seed(crypto::Key::random(random))),
      keys_(invitation.lobby()),
      ledger_(keys_.id) {
  members_.add_own(device_.public_key());
}

ledger::DeviceId Lobby::device() const {
  return ledger::device_id(device_.public_key());
}

base::Result<ledger::SignedEntry> Lobby::open(BytesView sealed) const {
  auto entry = ledger::open(sealed, keys_.id, keys_.epochs.back().key);
  if (!entry) return entry;
  members_.learn(entry->entry);
  const auto known = members_.certificates().find(entry->entry.device);
  if (known == members_.certificates().end())
    return base::fail(Errc::not_found, "entry", "an unknown device");
  members_.trust(crypto::PublicKey(known->second.person));  // whoever has the link
  if (!ledger::is_signed_by(*entry, known->second.device))
    return base::fail(Errc::corrupt, "entry", "not signed by its device");
  return entry;
}

base::Result<wire::NewEntry> Lobby::seal(const ledger::SignedEntry& entry,
                                         std::uint8_t attempt) const {
  auto sealed = ledger::seal(entry, {1, keys_.epochs.back().key, attempt});
  if (!sealed) return base::pass_on(sealed);
  const auto head = ledger::peek(*sealed);
  if (!head) return base::pass_on(head);
  return wire::NewEntry{wire::EntryKind::edit, {head->id.bytes}, std::move(*sealed)};
}

std::vector<ledger::SignedEntry> Lobby::log(std::uint64_t from) const {
  if (from >= log_.size()) return {};
  return {log_.begin() + static_cast<std::ptrdiff_t>(from), log_.end()};
}

void Lobby::take_in(std::vector<ledger::SignedEntry> entries, base::Instant now) {
  for (ledger::SignedEntry& entry : entries) {
    log_.push_back(entry);
    static_cast<void>(ledger_.receive(std::move(entry), now));
  }
}

base::Done Lobby::say(ledger::OpBytes op, base::Instant now) {
  std::vector<ledger::OpBytes> ops;
  if (log_.empty() || !ledger_.end_of(device()))
    ops.push_back(to_op(DeviceCertificate::make(person_, device_.public_key())));
  ops.push_back(std::move(op));
  const ledger::Writing writing{device(), 1, 1, {}, std::nullopt, now};
  auto entries = ledger_.append(writing, std::move(ops), device_);
  if (!entries) return base::pass_on(entries);
  for (ledger::SignedEntry& entry : *entries) {
    members_.learn(entry.entry);
    log_.push_back(std::move(entry));
  }
  members_.trust(person_.public_key());
  return {};
}

template <class See>
void Lobby::each(See see) const {
  for (std::size_t i = 0; i < ledger_.size(); ++i) {
    const ledger::Entry& entry = ledger_.at(i).entry;
    const auto author = members_.certificates().find(entry.device);
    if (author == members_.certificates().end()) continue;
    for (const ledger::OpBytes& op : entry.ops) see(author->second.person, op);
  }
}

std::vector<Knock> Lobby::knocks() const {
  std::map<crypto::PublicKey, std::string> names;
  each([&](const crypto::PublicKey& person, const ledger::OpBytes& op) {
    if (op.kind != knock_op) return;
    if (auto name = decode_name(op.payload)) names.try_emplace(person, std::move(*name));
  });
  std::vector<Knock> out;
  for (auto& [person, name] : names) out.push_back({person, std::move(name)});
  return out;
}

bool Lobby::is_welcome_for(const crypto::PublicKey& person) const {
  bool found = false;
  each([&](const crypto::PublicKey& by, const ledger::OpBytes& op) {
    if (op.kind != welcome_op || fingerprint_of(by) != inviter_) return;
    const auto welcome = read_welcome(op.payload);
    found = found || (welcome && welcome->person == person);
  });
  return found;
}

bool Lobby::is_declined(const crypto::PublicKey& person) const {
  bool found = false;
  each([&](const crypto::PublicKey& by, const ledger::OpBytes& op) {
    if (op.kind != declined_op || fingerprint_of(by) != inviter_) return;
    found = found || read_declined(op.payload) == person;
  });
  return found && !is_welcome_for(person);
}

Bytes Lobby::context_of(const crypto::PublicKey& inviter) const {
  ByteWriter out;
  out.raw(base::bytes_of("pairbook/v1/welcome"));
  out.raw(keys_.id.bytes);
  out.raw(inviter.bytes);
  return out.take();
}

base::Result<Welcome> Lobby::welcome() const {
  base::Result<Welcome> out = base::fail(Errc::not_found, "welcome", "not yet");
  each([&](const crypto::PublicKey& by, const ledger::OpBytes& op) {
    if (op.kind != welcome_op || fingerprint_of(by) != inviter_ || out) return;
    const auto welcome = read_welcome(op.payload);
    if (!welcome || welcome->person != person_.public_key()) return;
    const auto plain = crypto::open_for(person_, context_of(by), welcome->sealed);
    out =
        plain ? decode_welcome(*plain) : base::fail(Errc::corrupt, "welcome", "does not open");
  });
  return out;
}

base::Done Lobby::knock(std::string_view name, base::Instant now) {
  if (!is_member_name(name)) return base::fail(Errc::invalid_input, "name", "none");
  ledger::OpBytes op = to_name_op(name);
  op.kind = knock_op;
  return say(std::move(op), now);
}

base::Done Lobby::welcome(const crypto::PublicKey& person, const Welcome& welcome,
                          base::Instant now, base::RandomSource& random) {
  const auto sealed =
      crypto::seal_for(person, context_of(person_.public_key()), encode(welcome), random);
  if (!sealed) return base::pass_on(sealed);
  ByteWriter out;
  out.u8(1);
  out.raw(person.bytes);
  out.blob(*sealed);
  return say({welcome_op, false, out.take()}, now);
}

base::Done Lobby::decline(const crypto::PublicKey& person, base::Instant now) {
  ByteWriter out;
  out.u8(1);
  out.raw(person.bytes);
  return say({declined_op, false, out.take()}, now);
}

}  // namespace pairbook::sync
