#include "pairbook/crypto/seal_for.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <optional>

#include "pairbook/crypto/hash.hpp"
#include "pairbook/crypto/seal.hpp"

namespace pairbook::crypto {

namespace {

using Point = std::array<std::byte, 32>;
using base::BytesView;
using base::Errc;

unsigned char* into(std::span<std::byte> bytes) {
  return reinterpret_cast<unsigned char*>(bytes.data());
}
const unsigned char* raw(BytesView bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

// Not crypto_scalarmult_base(): it brings a table of 31 kB to the browser.
Point public_of(BytesView number) {
  Point base{}, out{};
  base[0] = std::byte{9};
  if (crypto_scalarmult(into(out), raw(number), raw(base)) != 0) return {};
  return out;
}

std::optional<Key> key_between(BytesView number, const Point& other, const Point& once,
                               const Point& theirs) {
  Point shared{};
  if (crypto_scalarmult(into(shared), raw(number), raw(other)) != 0) return std::nullopt;
  auto secret = Key::from(shared);
  wipe(shared);
  std::array<std::byte, 64> both{};
  std::ranges::copy(once, both.begin());
  std::ranges::copy(theirs, both.begin() + 32);
  return derive(*secret, "pairbook/v1/sealed-for", both);
}

}  // namespace

base::Result<base::Bytes> seal_for(const PublicKey& to, BytesView context, BytesView plain,
                                   base::RandomSource& random) {
  Point theirs{};
  if (crypto_sign_ed25519_pk_to_curve25519(into(theirs), raw(to.bytes)) != 0)
    return base::fail(Errc::invalid_input, "key", "no signing key");
  const Key number = Key::random(random);
  const Point once = public_of(number.bytes());
  const auto key = key_between(number.bytes(), theirs, once, theirs);
  if (!key) return base::fail(Errc::invalid_input, "key", "no signing key");
  base::Bytes out(once.begin(), once.end());
  const base::Bytes sealed = seal(*key, context, plain, random);
  out.insert(out.end(), sealed.begin(), sealed.end());
  return out;
}

base::Result<base::Bytes> open_for(const SigningKey& me, BytesView context, BytesView sealed) {
  if (sealed.size() < seal_for_overhead)
    return base::fail(Errc::corrupt, "sealed text", "shorter than key, nonce and tag");
  Point once{};
  std::ranges::copy(sealed.first(once.size()), once.begin());
  Point number{};
  crypto_sign_ed25519_sk_to_curve25519(into(number), raw(me.secret_.bytes()));
  const auto key = key_between(number, once, once, public_of(number));
  wipe(number);
  if (!key) return base::fail(Errc::wrong_key, "sealed text", "does not open");
  return open(*key, context, sealed.subspan(once.size()));
}

}  // namespace pairbook::crypto
