#include "row_seal.hpp"

#include "pairbook/crypto/padding.hpp"
#include "pairbook/crypto/seal.hpp"

namespace pairbook::vault {

using base::Bytes;
using base::BytesView;

namespace {

constexpr std::size_t least_padded = 256;

Bytes context_of(const VaultId& vault, std::string_view row_key, std::uint64_t version) {
  base::ByteWriter out;
  out.raw(base::bytes_of("pairbook/v1/vault/row"));
  out.raw(vault.bytes);
  out.text(row_key);
  out.u64(version);
  return out.take();
}

}  // namespace

BookKeys BookKeys::of(const crypto::Key& book_key) {
  return {crypto::derive(book_key, "pairbook/v1/vault/rows"),
          crypto::derive(book_key, "pairbook/v1/vault/manifests"),
          crypto::derive(book_key, "pairbook/v1/vault/marks"),
          crypto::derive(book_key, "pairbook/v1/vault/names")};
}

Bytes seal_row(const crypto::Key& key, const VaultId& vault, std::string_view row_key,
               std::uint64_t version, BytesView plain, base::RandomSource& random) {
  base::ByteWriter out;
  out.u64(version);
  out.raw(crypto::seal(key, context_of(vault, row_key, version),
                       crypto::pad(plain, least_padded), random));
  return out.take();
}

base::Result<Bytes> open_row(const crypto::Key& key, const VaultId& vault,
                             const std::string& row_key, BytesView bytes) {
  const auto damaged = [&] {
    return base::fail(base::Errc::corrupt, row_key, "does not open in its place");
  };
  if (bytes.size() < 8) return damaged();
  auto plain =
      crypto::open(key, context_of(vault, row_key, version_of_row(bytes)), bytes.subspan(8));
  if (!plain) return damaged();
  const auto text = crypto::unpad(*plain, least_padded);
  if (!text) return damaged();
  plain->resize(text->size());
  return plain;
}

std::uint64_t version_of_row(BytesView bytes) {
  base::ByteReader in(bytes);
  return in.u64();
}

std::string record_key(const crypto::Key& names, std::string_view name) {
  const auto hash = crypto::keyed_hash(names, {base::bytes_of(name)});
  return "rec/" + base::to_hex(BytesView(hash).first(16));
}

std::string log_key(std::uint64_t position) {
  std::array<std::byte, 8> big{};
  for (unsigned i = 0; i < 8; ++i) big[i] = static_cast<std::byte>(position >> (8 * (7 - i)));
  return "log/" + base::to_hex(big);
}

bool is_head(std::string_view key) {
  return key.starts_with("head/");
}
bool is_record(std::string_view key) {
  return key.starts_with("rec/") && key.size() == 4 + 32;
}
bool is_log(std::string_view key) {
  return key.starts_with("log/") && key.size() == 4 + 16;
}

Contents::Mark Contents::mark_of(const crypto::Key& marks, const std::string& key,
                                 BytesView bytes) {
  base::ByteWriter name;
  name.text(key);
  const auto hash = crypto::keyed_hash(marks, {name.view(), bytes});
  base::ByteReader in(hash);
  Mark mark{version_of_row(bytes), {}};
  for (std::uint64_t& lane : mark.value) lane = in.u64();
  return mark;
}

void Contents::put(const std::string& key, const Mark& mark) {
  remove(key);
  for (std::size_t i = 0; i < sum_.size(); ++i) sum_[i] += mark.value[i];
  rows_[key] = mark;
}

void Contents::remove(const std::string& key) {
  const auto found = rows_.find(key);
  if (found == rows_.end()) return;
  for (std::size_t i = 0; i < sum_.size(); ++i) sum_[i] -= found->second.value[i];
  rows_.erase(found);
}

std::uint64_t Contents::version(const std::string& key) const {
  const auto found = rows_.find(key);
  return found == rows_.end() ? 0 : found->second.version;
}

}  // namespace pairbook::vault
