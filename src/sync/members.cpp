// certificate  := person[32] device[32] signature[64]
// op 4001      := version:u8=1 certificate
// certificates := version:u8=1 count:varint<=4096 { certificate }      ascending by device id
//
// Signed by the person: "pairbook/v1/device/certificate" person device.
#include "pairbook/sync/members.hpp"

#include "sync/version.hpp"

namespace pairbook::sync {

using base::ByteReader;
using base::Bytes;
using base::BytesView;
using base::ByteWriter;
using base::Errc;

namespace {

Bytes message_of(const crypto::PublicKey& person, const crypto::PublicKey& device) {
  ByteWriter out;
  out.raw(base::bytes_of("pairbook/v1/device/certificate"));
  out.raw(person.bytes);
  out.raw(device.bytes);
  return out.take();
}

void write(ByteWriter& out, const DeviceCertificate& certificate) {
  out.raw(certificate.person.bytes);
  out.raw(certificate.device.bytes);
  out.raw(certificate.signature);
}

DeviceCertificate read(ByteReader& in) {
  DeviceCertificate certificate;
  certificate.person.bytes = in.fixed<32>();
  certificate.device.bytes = in.fixed<32>();
  certificate.signature = in.fixed<64>();
  return certificate;
}

}  // namespace

DeviceCertificate DeviceCertificate::make(const crypto::SigningKey& person,
                                          const crypto::PublicKey& device) {
  return {person.public_key(), device, person.sign(message_of(person.public_key(), device))};
}

bool DeviceCertificate::is_signed() const {
  return crypto::verify(person, message_of(person, device), signature);
}

ledger::OpBytes to_op(const DeviceCertificate& certificate) {
  ByteWriter out;
  out.u8(1);
  write(out, certificate);
  return {device_op, false, out.take()};
}

base::Result<DeviceCertificate> decode_certificate(BytesView payload) {
  ByteReader in(payload);
  read_version(in);
  const DeviceCertificate certificate = read(in);
  if (const auto done = in.finish(); !done) return base::pass_on(done);
  return certificate;
}

void Members::trust(const crypto::PublicKey& person) {
  persons_.insert(person);
  for (const auto& [device, certificate] : certificates_) {
    if (certificate.person == person) believed_.try_emplace(device, certificate.device);
  }
}

void Members::add_own(const crypto::PublicKey& device) {
  believed_.try_emplace(ledger::device_id(device), device);
}

bool Members::learn(const DeviceCertificate& certificate) {
  const ledger::DeviceId device = ledger::device_id(certificate.device);
  const auto known = certificates_.find(device);
  // Somebody else's word about a device does not take the place of its own person's.
  const bool is_better = known != certificates_.end() && !trusts(known->second.person) &&
                         trusts(certificate.person);
  if (known != certificates_.end() && !is_better) return false;
  if (certificates_.size() >= most_devices && !is_better) return false;
  if (!certificate.is_signed()) return false;
  certificates_.insert_or_assign(device, certificate);
  if (trusts(certificate.person)) believed_.try_emplace(device, certificate.device);
  return true;
}

bool Members::learn(const ledger::Entry& entry) {
  bool is_new = false;
  for (const ledger::OpBytes& op : entry.ops) {
    if (op.kind != device_op) continue;
    const auto certificate = decode_certificate(op.payload);
    if (certificate && learn(*certificate)) is_new = true;
  }
  return is_new;
}

void Members::found(const crypto::PublicKey& founder) {
  membership_.found(founder);
  trust_members();
}

bool Members::hear(const ledger::SignedEntry& entry) {
  const auto author = certificates_.find(entry.entry.device);
  if (author == certificates_.end()) return false;
  const bool is_new = membership_.learn(entry, author->second.person);
  if (is_new) trust_members();
  return is_new;
}

void Members::remember(Membership membership) {
  membership_ = std::move(membership);
  trust_members();
}

void Members::trust_members() {
  for (const auto& [person, member] : membership_.members()) trust(person);
}

const crypto::PublicKey* Members::key_of(const ledger::DeviceId& device) const {
  const auto found = believed_.find(device);
  return found == believed_.end() ? nullptr : &found->second;
}

Bytes encode_certificates(const Members& members) {
  ByteWriter out;
  out.u8(1);
  out.varint(members.certificates().size());
  for (const auto& [device, certificate] : members.certificates()) write(out, certificate);
  return out.take();
}

base::Done learn_certificates(Members& members, BytesView bytes) {
  ByteReader in(bytes);
  read_version(in);
  const std::size_t count = in.count(most_devices);
  std::vector<DeviceCertificate> certificates;
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    certificates.push_back(read(in));
    const bool ascends = i == 0 || ledger::device_id(certificates[i - 1].device) <
                                       ledger::device_id(certificates[i].device);
    if (!ascends) in.refuse(Errc::corrupt, "not ascending");
  }
  if (const auto done = in.finish(); !done) return base::pass_on(done);
  for (const DeviceCertificate& certificate : certificates) {
    static_cast<void>(members.learn(certificate));
  }
  return {};
}

}  // namespace pairbook::sync
