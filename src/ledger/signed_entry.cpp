// sealed := "PBO1" id[16] epoch:u32 box          box is XChaCha20-Poly1305 of the padded inside
// inside := body signature[64]                    padded by Padmé to at least 256 bytes
//
// Context of the box: "pairbook/v1/entry/seal" space[16] epoch:u32 id[16].
// id[16] nonce[24]: the beginning of BLAKE2b-512, keyed with derive(space key,
// "pairbook/v1/entry/name"), over space[16] epoch:u32 attempt:u8 inside.
// The epoch of the body is not later than that outside.
// Signed: "pairbook/v1/entry/signature" BLAKE2b-256(body).
// Device id: first 16 bytes of BLAKE2b-256("pairbook/v1/device-id" public key).
#include "pairbook/ledger/signed_entry.hpp"

#include <algorithm>

#include "pairbook/base/random.hpp"
#include "pairbook/crypto/padding.hpp"
#include "pairbook/crypto/seal.hpp"

namespace pairbook::ledger {

using base::Bytes;
using base::BytesView;
using base::Errc;

namespace {

constexpr std::string_view magic = "PBO1";
constexpr std::size_t head_size = 4 + 16 + 4;
constexpr std::size_t least_padded = 256;
constexpr std::size_t max_sealed = 64 * 1024;

Bytes message_of(const crypto::Digest& hash) {
  base::ByteWriter out;
  out.raw(base::bytes_of("pairbook/v1/entry/signature"));
  out.raw(hash);
  return out.take();
}

Bytes context_of(const SpaceId& space, const SealedHead& head) {
  base::ByteWriter out;
  out.raw(base::bytes_of("pairbook/v1/entry/seal"));
  out.raw(space.bytes);
  out.u32(head.epoch);
  out.raw(head.id.bytes);
  return out.take();
}

/// Gives the one nonce that belongs to an entry and a key.
class OneNonce final : public base::RandomSource {
 public:
  explicit OneNonce(BytesView nonce) : nonce_(nonce) {}
  void fill(std::span<std::byte> out) override {
    std::ranges::copy(nonce_.first(out.size()), out.begin());
  }

 private:
  BytesView nonce_;
};

crypto::WideDigest name_of(const SpaceId& space, const SealedWith& with, BytesView inside) {
  base::ByteWriter front;
  front.raw(space.bytes);
  front.u32(with.epoch);
  front.u8(with.attempt);
  return crypto::keyed_hash(crypto::derive(with.key, "pairbook/v1/entry/name"),
                            {front.view(), inside});
}

base::Result<SignedEntry> read_inside(BytesView inside) {
  if (inside.size() < std::tuple_size_v<crypto::Signature>) {
    return base::fail(Errc::corrupt, "entry", "shorter than a signature");
  }
  const BytesView body = inside.first(inside.size() - std::tuple_size_v<crypto::Signature>);
  auto entry = decode_entry(body);
  if (!entry) return base::pass_on(entry);
  SignedEntry out{std::move(*entry), {}, crypto::hash(body)};
  std::ranges::copy(inside.subspan(body.size()), out.signature.begin());
  return out;
}

}  // namespace

DeviceId device_id(const crypto::PublicKey& key) {
  const auto hash = crypto::hash({base::bytes_of("pairbook/v1/device-id"), key.bytes});
  DeviceId id;
  std::copy_n(hash.begin(), id.bytes.size(), id.bytes.begin());
  return id;
}

base::Result<SignedEntry> sign(Entry entry, const crypto::SigningKey& key) {
  const Bytes body = encode(entry);
  if (body.size() > max_entry_body || entry.ops.size() > max_ops ||
      entry.context.size() > max_context) {
    return base::fail(Errc::too_large, "entry", "over 60 KiB, or too many ops or devices");
  }
  const crypto::Digest hash = crypto::hash(body);
  const crypto::Signature signature = key.sign(message_of(hash));
  return SignedEntry{std::move(entry), signature, hash};
}

bool is_signed_by(const SignedEntry& entry, const crypto::PublicKey& key) {
  return entry.entry.device == device_id(key) && entry.hash == hash_of(entry.entry) &&
         crypto::verify(key, message_of(entry.hash), entry.signature);
}

base::Result<Bytes> seal(const SignedEntry& entry, const SealedWith& with) {
  if (with.epoch < entry.entry.epoch) {
    return base::fail(Errc::invalid_input, "entry", "sealed with an older key than its own");
  }
  Bytes inside = encode(entry.entry);
  inside.insert(inside.end(), entry.signature.begin(), entry.signature.end());
  const crypto::WideDigest name = name_of(entry.entry.space, with, inside);
  SealedHead head{{}, with.epoch};
  std::copy_n(name.begin(), head.id.bytes.size(), head.id.bytes.begin());
  OneNonce nonce(BytesView(name).subspan(head.id.bytes.size()));
  base::ByteWriter out;
  out.raw(base::bytes_of(magic));
  out.raw(head.id.bytes);
  out.u32(head.epoch);
  out.raw(crypto::seal(with.key, context_of(entry.entry.space, head),
                       crypto::pad(inside, least_padded), nonce));
  return out.take();
}

base::Result<SealedHead> peek(BytesView sealed) {
  if (sealed.size() > max_sealed) return base::fail(Errc::too_large, "entry", "over 64 KiB");
  if (sealed.size() < head_size) return base::fail(Errc::corrupt, "entry", "ends too early");
  base::ByteReader in(sealed);
  const std::string start = base::text_of(in.raw(4));
  if (start != magic) {
    const bool newer = start.starts_with("PBO") && start[3] > '1' && start[3] <= '9';
    return base::fail(newer ? Errc::unsupported_version : Errc::corrupt, "entry", "not PBO1");
  }
  SealedHead head;
  head.id.bytes = in.fixed<16>();
  head.epoch = in.u32();
  return head;
}

base::Result<SignedEntry> open(BytesView sealed, const SpaceId& space,
                               const crypto::Key& space_key) {
  const auto head = peek(sealed);
  if (!head) return base::pass_on(head);
  const auto padded =
      crypto::open(space_key, context_of(space, *head), sealed.subspan(head_size));
  if (!padded) return base::pass_on(padded);
  const auto inside = crypto::unpad(*padded, least_padded);
  if (!inside) return base::pass_on(inside);
  auto entry = read_inside(*inside);
  if (entry && (entry->entry.space != space || entry->entry.epoch > head->epoch)) {
    return base::fail(Errc::corrupt, "entry", "sealed for another space, or before its key");
  }
  return entry;
}

}  // namespace pairbook::ledger
