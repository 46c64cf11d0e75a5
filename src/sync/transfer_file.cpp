// file := "PBSYNC" version:u8=1 space[16] count:varint in 1..2^20 { sealed:blob } hash[32]
//
// sealed: as in docs/formats/entry.md, 1 byte to 64 KiB. hash: BLAKE2b-256 of all before it; it
// is there to notice accidents. A file is at most 256 MiB.
#include "pairbook/sync/transfer_file.hpp"

#include <set>
#include <utility>

#include "pairbook/crypto/hash.hpp"

namespace pairbook::sync {

using base::Bytes;
using base::BytesView;
using base::Errc;

namespace {

constexpr std::string_view magic = "PBSYNC";
constexpr std::uint8_t file_version = 1;
constexpr std::size_t max_file = std::size_t{256} << 20;
constexpr std::size_t max_entries = std::size_t{1} << 20;
constexpr std::size_t max_sealed = 64 * 1024;
constexpr std::size_t hash_size = 32;

Unpacked open_all(const TransferFile& file, const Space& space) {
  Unpacked out;
  std::set<crypto::Digest> seen;
  for (const Bytes& sealed : file.entries) {
    auto entry = space.open(sealed);
    if (!entry) {
      ++(entry.error().code == Errc::not_found ? out.unreadable : out.damaged);
    } else if (space.has(*entry) || !seen.insert(entry->hash).second) {
      ++out.known;
    } else {
      out.fresh.push_back(std::move(*entry));
    }
  }
  return out;
}

}  // namespace

base::Result<TransferFile> pack(const std::vector<ledger::SignedEntry>& entries,
                                const Space& space) {
  TransferFile out{space.id(), {}};
  for (const ledger::SignedEntry& entry : entries) {
    auto sealed = space.seal(entry, 0);
    if (!sealed) return base::pass_on(sealed);
    out.entries.push_back(std::move(sealed->sealed));
  }
  return out;
}

Bytes encode(const TransferFile& file) {
  base::ByteWriter out;
  out.raw(base::bytes_of(magic));
  out.u8(file_version);
  out.raw(file.space.bytes);
  out.varint(file.entries.size());
  for (const Bytes& sealed : file.entries) out.blob(sealed);
  const crypto::Digest hash = crypto::hash(out.view());
  out.raw(hash);
  return out.take();
}

bool looks_like_transfer(BytesView bytes) {
  return bytes.size() >= magic.size() &&
         crypto::same_bytes(bytes.first(magic.size()), base::bytes_of(magic));
}

base::Result<TransferFile> decode_transfer(BytesView bytes) {
  if (bytes.size() > max_file) return base::fail(Errc::too_large, "transfer", "over 256 MiB");
  if (!looks_like_transfer(bytes) || bytes.size() == magic.size()) {
    return base::fail(Errc::corrupt, "transfer", "not a transfer file");
  }
  const auto version = std::to_integer<std::uint8_t>(bytes[magic.size()]);
  if (version != file_version) {
    return base::fail(version > file_version ? Errc::unsupported_version : Errc::corrupt,
                      "transfer", "another version");
  }
  if (bytes.size() < magic.size() + 1 + hash_size) {
    return base::fail(Errc::corrupt, "transfer", "ends too early");
  }
  const BytesView hashed = bytes.first(bytes.size() - hash_size);
  if (!crypto::same_bytes(crypto::hash(hashed), bytes.last(hash_size))) {
    return base::fail(Errc::corrupt, "transfer", "cut short or damaged on its way");
  }
  base::ByteReader in(hashed.subspan(magic.size() + 1));
  TransferFile out{{in.fixed<16>()}, {}};
  const std::size_t count = in.count(max_entries);
  if (count == 0) in.refuse(Errc::corrupt, "a transfer of nothing");
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    const BytesView sealed = in.blob(max_sealed);
    if (sealed.empty()) in.refuse(Errc::corrupt, "an empty entry");
    if (in.ok()) out.entries.emplace_back(sealed.begin(), sealed.end());
  }
  if (const auto done = in.finish(); !done) return base::pass_on(done);
  return out;
}

base::Result<Unpacked> unpack(const TransferFile& file, const Space& space) {
  if (file.space != space.id()) {
    return base::fail(Errc::not_found, "transfer", "of another space");
  }
  // A device may be vouched for further on in the file than its entries.
  for (;;) {
    const std::size_t authors = space.authors();
    Unpacked out = open_all(file, space);
    if (out.unreadable == 0 || space.authors() == authors) return out;
  }
}

}  // namespace pairbook::sync
