// header   := "PBV1" vault[16] commitment[32] count:u8 in 1..8 { slot } checksum[16]
// slot     := kind:u8>=1 body:blob<=1024
// body     := passes:u32 memory_kib:u32 salt[16] wrapped[72]      for kinds 1 and 2
//
// checksum: first 16 bytes of BLAKE2b-256 of all before it. It tells a damaged header from a
// wrong passphrase; it is no protection. A recovery slot (kind 2) has passes and memory_kib 0.
// wrapped: the book's key under the slot's key, in the context
//          "pairbook/v1/vault/slot" vault commitment kind passes memory_kib salt.
// commitment: derive(book key, "pairbook/v1/vault/commitment", vault).
#include "pairbook/vault/header.hpp"

#include <algorithm>

#include "pairbook/crypto/seal.hpp"

namespace pairbook::vault {

using base::ByteReader;
using base::Bytes;
using base::BytesView;
using base::ByteWriter;
using base::Errc;

namespace {

constexpr std::size_t checksum_size = 16;
constexpr std::size_t wrapped_size = crypto::Key::size + crypto::seal_overhead;
constexpr std::size_t max_slot_body = 1024;

bool is_known(SlotKind kind) {
  return kind == SlotKind::passphrase || kind == SlotKind::recovery;
}

BytesView checksum(const crypto::Digest& hash) {
  return BytesView(hash).first(checksum_size);
}

Bytes slot_context(const Header& header, const KeySlot& slot) {
  ByteWriter out;
  out.raw(base::bytes_of("pairbook/v1/vault/slot"));
  out.raw(header.vault.bytes);
  out.raw(header.commitment);
  out.u8(static_cast<std::uint8_t>(slot.kind));
  out.u32(slot.cost.passes);
  out.u32(slot.cost.memory_kib);
  out.raw(slot.salt);
  return out.take();
}

Bytes encode_body(const KeySlot& slot) {
  if (!is_known(slot.kind)) return slot.unknown;
  ByteWriter out;
  out.u32(slot.cost.passes);
  out.u32(slot.cost.memory_kib);
  out.raw(slot.salt);
  out.raw(slot.wrapped);
  return out.take();
}

base::Result<KeySlot> decode_slot(SlotKind kind, BytesView body) {
  KeySlot slot;
  slot.kind = kind;
  if (!is_known(kind)) {
    slot.unknown.assign(body.begin(), body.end());
    return slot;
  }
  ByteReader in(body);
  slot.cost.passes = in.u32();
  slot.cost.memory_kib = in.u32();
  slot.salt = in.fixed<16>();
  const BytesView wrapped = in.raw(wrapped_size);
  slot.wrapped.assign(wrapped.begin(), wrapped.end());
  if (const auto done = in.finish(); !done) return base::pass_on(done);
  if (kind == SlotKind::passphrase) {
    if (const auto fine = crypto::check_cost(slot.cost); !fine) return base::pass_on(fine);
  } else if (slot.cost != crypto::KdfCost{0, 0}) {
    return base::fail(Errc::corrupt, "header", "a recovery slot with a cost");
  }
  return slot;
}

/// What is between magic and checksum, once the checksum is right.
base::Result<Header> decode_inside(BytesView inside) {
  ByteReader in(inside);
  Header header;
  header.vault.bytes = in.fixed<16>();
  header.commitment = in.fixed<32>();
  const std::size_t count = in.u8();
  if (count == 0 || count > max_slots) in.refuse(Errc::corrupt, "number of key slots");
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    const auto kind = static_cast<SlotKind>(in.u8());
    const BytesView body = in.blob(max_slot_body);
    if (in.ok() && kind == SlotKind{}) in.refuse(Errc::corrupt, "kind of a key slot");
    if (!in.ok()) break;
    auto slot = decode_slot(kind, body);
    if (!slot) return base::pass_on(slot);
    header.slots.push_back(std::move(*slot));
  }
  if (const auto done = in.finish(); !done) return base::pass_on(done);
  return header;
}

}  // namespace

std::vector<std::size_t> Header::slots_of(SlotKind kind) const {
  std::vector<std::size_t> out;
  for (std::size_t i = slots.size(); i-- > 0;) {
    if (slots[i].kind == kind) out.push_back(i);
  }
  return out;
}

KeySlot wrap(SlotKind kind, crypto::KdfCost cost, const crypto::Salt& salt,
             const crypto::Key& slot_key, const crypto::Key& book_key, const Header& header,
             base::RandomSource& random) {
  KeySlot slot{kind, cost, salt, {}, {}};
  slot.wrapped = crypto::seal(slot_key, slot_context(header, slot), book_key.bytes(), random);
  return slot;
}

base::Result<crypto::Key> unwrap(const Header& header, std::size_t slot,
                                 const crypto::Key& slot_key) {
  if (slot >= header.slots.size()) return base::fail(Errc::not_found, "header", "no such slot");
  const KeySlot& chosen = header.slots[slot];
  if (!is_known(chosen.kind)) {
    return base::fail(Errc::unsupported_version, "header", "a key slot of a newer version");
  }
  auto bytes = crypto::open(slot_key, slot_context(header, chosen), chosen.wrapped);
  if (!bytes) return base::fail(Errc::wrong_key, "header", "the slot does not open");
  auto key = crypto::Key::from(*bytes);
  crypto::wipe(*bytes);
  if (key && !crypto::same_bytes(commitment_of(*key, header.vault), header.commitment)) {
    return base::fail(Errc::corrupt, "header", "another key than the header commits to");
  }
  return key;
}

crypto::Digest commitment_of(const crypto::Key& book_key, const VaultId& vault) {
  const crypto::Key derived =
      crypto::derive(book_key, "pairbook/v1/vault/commitment", vault.bytes);
  crypto::Digest out{};
  std::ranges::copy(derived.bytes(), out.begin());
  return out;
}

Bytes encode(const Header& header) {
  ByteWriter out;
  out.raw(base::bytes_of("PBV1"));
  out.raw(header.vault.bytes);
  out.raw(header.commitment);
  out.u8(static_cast<std::uint8_t>(header.slots.size()));
  for (const KeySlot& slot : header.slots) {
    out.u8(static_cast<std::uint8_t>(slot.kind));
    out.blob(encode_body(slot));
  }
  const crypto::Digest hash = crypto::hash(out.view());
  out.raw(checksum(hash));
  return out.take();
}

base::Result<Header> decode_header(BytesView bytes) {
  if (bytes.size() > 16 * 1024) return base::fail(Errc::too_large, "header", "over 16 KiB");
  if (bytes.size() < 4 + checksum_size) {
    return base::fail(Errc::corrupt, "header", "ends too early");
  }
  const std::string magic = base::text_of(bytes.first(4));
  if (magic != "PBV1") {
    const bool newer = magic.starts_with("PBV") && magic[3] > '1' && magic[3] <= '9';
    return base::fail(newer ? Errc::unsupported_version : Errc::corrupt, "header", "not PBV1");
  }
  const BytesView body = bytes.first(bytes.size() - checksum_size);
  if (!crypto::same_bytes(checksum(crypto::hash(body)), bytes.last(checksum_size))) {
    return base::fail(Errc::corrupt, "header", "damaged");
  }
  return decode_inside(body.subspan(4));
}

base::Result<Header> read_header(const Rows& rows) {
  const auto found = rows.find("head/header");
  if (found == rows.end()) return base::fail(Errc::not_found, "head/header", "no header");
  return decode_header(found->second);
}

}  // namespace pairbook::vault
