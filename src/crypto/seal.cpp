#include "pairbook/crypto/seal.hpp"

#include <sodium.h>

namespace pairbook::crypto {

namespace {

constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
static_assert(nonce_size + crypto_aead_xchacha20poly1305_ietf_ABYTES == seal_overhead);
static_assert(Key::size == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

const unsigned char* raw(base::BytesView bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

}  // namespace

base::Bytes seal(const Key& key, base::BytesView context, base::BytesView plain,
                 base::RandomSource& random) {
  base::Bytes out(plain.size() + seal_overhead);
  const std::span<std::byte> nonce(out.data(), nonce_size);
  random.fill(nonce);
  unsigned long long written = 0;
  crypto_aead_xchacha20poly1305_ietf_encrypt(
      reinterpret_cast<unsigned char*>(out.data() + nonce_size), &written, raw(plain),
      plain.size(), raw(context), context.size(), nullptr, raw(nonce), raw(key.bytes()));
  return out;
}

base::Result<base::Bytes> open(const Key& key, base::BytesView context,
                               base::BytesView sealed) {
  if (sealed.size() < seal_overhead) {
    return base::fail(base::Errc::corrupt, "sealed text", "shorter than nonce and tag");
  }
  base::Bytes plain(sealed.size() - seal_overhead);
  const base::BytesView nonce = sealed.first(nonce_size);
  const base::BytesView text = sealed.subspan(nonce_size);
  unsigned long long written = 0;
  const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
      reinterpret_cast<unsigned char*>(plain.data()), &written, nullptr, raw(text), text.size(),
      raw(context), context.size(), raw(nonce), raw(key.bytes()));
  if (failed != 0) return base::fail(base::Errc::wrong_key, "sealed text", "does not open");
  return plain;
}

}  // namespace pairbook::crypto
