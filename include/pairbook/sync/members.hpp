#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include "pairbook/base/bytes.hpp"
#include "pairbook/base/result.hpp"
#include "pairbook/crypto/sign.hpp"
#include "pairbook/ledger/signed_entry.hpp"
#include "pairbook/sync/membership.hpp"

namespace pairbook::sync {

/// A person's word that a device is theirs.
///
/// Source: docs/formats/members.md
struct DeviceCertificate {
  crypto::PublicKey person;
  crypto::PublicKey device;
  crypto::Signature signature{};
  bool operator==(const DeviceCertificate&) const = default;

  [[nodiscard]] static DeviceCertificate make(const crypto::SigningKey& person,
                                              const crypto::PublicKey& device);
  [[nodiscard]] bool is_signed() const;
};

/// Ops with these numbers are about who belongs to a space, and none of the programme's.
inline constexpr std::uint32_t first_member_op = 0x4000;
inline constexpr std::uint32_t last_member_op = 0x4FFF;
inline constexpr std::uint32_t device_op = 0x4001;
[[nodiscard]] constexpr bool is_member_op(std::uint32_t kind) {
  return kind >= first_member_op && kind <= last_member_op;
}

[[nodiscard]] ledger::OpBytes to_op(const DeviceCertificate& certificate);
/// Errors: corrupt, unsupported_version. Does not look at the signature.
[[nodiscard]] base::Result<DeviceCertificate> decode_certificate(base::BytesView payload);

inline constexpr std::size_t most_devices = 4096;

/// Whose entries a space believes: known persons, and the devices they have vouched for.
///
/// A certificate counts wherever it is found, because its signature says everything. A device
/// puts its own into the first entry it writes, so whoever has its entries has it too.
class Members {
 public:
  /// Believes a person's devices from now on, also those that were seen before.
  void trust(const crypto::PublicKey& person);
  [[nodiscard]] bool trusts(const crypto::PublicKey& person) const {
    return persons_.contains(person);
  }
  /// Who founded the space: a person, believed, who may let others in.
  void found(const crypto::PublicKey& founder);
  /// A device whose key we hold or held ourselves: it needs nobody's word.
  void add_own(const crypto::PublicKey& device);

  /// True when there is a certificate in it that was not known. One with a wrong signature, or
  /// more than most_devices, are left out.
  bool learn(const ledger::Entry& entry);
  bool learn(const DeviceCertificate& certificate);

  /// What an entry says about persons. Its signature was checked, and its device is believed.
  /// True when it tells something new.
  bool hear(const ledger::SignedEntry& entry);
  [[nodiscard]] const Membership& membership() const { return membership_; }
  /// As the book kept it.
  void remember(Membership membership);

  /// Null for a device that nobody we know has vouched for.
  [[nodiscard]] const crypto::PublicKey* key_of(const ledger::DeviceId& device) const;
  [[nodiscard]] bool is_vouched_for(const ledger::DeviceId& device) const {
    return certificates_.contains(device);
  }
  /// How many devices are believed; rises when somebody new can be read.
  [[nodiscard]] std::size_t believed() const { return believed_.size(); }
  [[nodiscard]] const std::map<ledger::DeviceId, DeviceCertificate>& certificates() const {
    return certificates_;
  }

 private:
  void trust_members();

  Membership membership_;
  std::set<crypto::PublicKey> persons_;
  std::map<ledger::DeviceId, DeviceCertificate> certificates_;
  std::map<ledger::DeviceId, crypto::PublicKey> believed_;
};

/// All certificates, as the book keeps them: entries that a snapshot stands for are not read
/// again.
[[nodiscard]] base::Bytes encode_certificates(const Members& members);
/// Adds them. Errors: corrupt, unsupported_version, too_large.
[[nodiscard]] base::Done learn_certificates(Members& members, base::BytesView bytes);

}  // namespace pairbook::sync
