// file := "PAIRBOOK" version:u8=1 count:varint<=2^20 { key:text<=128 bytes:blob } hash[32]
//
// Keys ascending, in printable ASCII. hash: BLAKE2b-256 of all before it. Both are there to
// notice accidents; against people the rows protect themselves (docs/formats/vault.md).
#include "pairbook/vault/book_file.hpp"

#include <algorithm>

#include "pairbook/crypto/hash.hpp"

namespace pairbook::vault {

using base::BytesView;
using base::Errc;

namespace {

constexpr std::string_view magic = "PAIRBOOK";
constexpr std::uint8_t file_version = 1;
constexpr std::size_t hash_size = 32;
constexpr std::size_t max_file = std::size_t{1} << 30;
constexpr std::size_t max_rows = std::size_t{1} << 20;
constexpr std::size_t max_key = 128;

bool is_plain(std::string_view key) {
  return !key.empty() && std::ranges::all_of(key, [](char c) { return c > ' ' && c <= '~'; });
}

base::Result<Rows> read_rows(BytesView body) {
  base::ByteReader in(body);
  const std::size_t count = in.count(max_rows);
  Rows rows;
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    std::string key = in.text(max_key);
    const BytesView bytes = in.blob(max_file);
    if (in.ok() && !is_plain(key)) in.refuse(Errc::corrupt, "name of a row");
    if (in.ok() && !rows.empty() && key <= rows.rbegin()->first) {
      in.refuse(Errc::corrupt, "rows not ascending");
    }
    if (in.ok())
      rows.emplace_hint(rows.end(), std::move(key), base::Bytes(bytes.begin(), bytes.end()));
  }
  if (const auto done = in.finish(); !done) return base::pass_on(done);
  return rows;
}

}  // namespace

base::Bytes write_book_file(const Rows& rows) {
  base::ByteWriter out;
  out.raw(base::bytes_of(magic));
  out.u8(file_version);
  out.varint(rows.size());
  for (const auto& [key, bytes] : rows) {
    out.text(key);
    out.blob(bytes);
  }
  const crypto::Digest hash = crypto::hash(out.view());
  out.raw(hash);
  return out.take();
}

base::Result<Rows> read_book_file(BytesView bytes) {
  if (bytes.size() > max_file) return base::fail(Errc::too_large, "book file", "over 1 GiB");
  if (!looks_like_book_file(bytes)) {
    return base::fail(Errc::corrupt, "book file", "not a book file");
  }
  if (bytes.size() < magic.size() + 1 + hash_size) {
    return base::fail(Errc::corrupt, "book file", "ends too early");
  }
  const auto version = std::to_integer<std::uint8_t>(bytes[magic.size()]);
  if (version != file_version) {
    return base::fail(version > file_version ? Errc::unsupported_version : Errc::corrupt,
                      "book file", "another version");
  }
  const BytesView hashed = bytes.first(bytes.size() - hash_size);
  if (!crypto::same_bytes(crypto::hash(hashed), bytes.last(hash_size))) {
    return base::fail(Errc::corrupt, "book file", "cut short or damaged on its way");
  }
  return read_rows(hashed.subspan(magic.size() + 1));
}

bool looks_like_book_file(BytesView bytes) {
  return bytes.size() > magic.size() &&
         crypto::same_bytes(bytes.first(magic.size()), base::bytes_of(magic));
}

}  // namespace pairbook::vault
