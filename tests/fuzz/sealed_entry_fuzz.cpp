// Bytes from a relay that nobody sealed never open and never do harm. The inside is fuzzed too:
// the input, sealed honestly, either opens as an entry or is refused.
#include <cstdint>
#include <cstdlib>

#include "pairbook/crypto/padding.hpp"
#include "pairbook/crypto/seal.hpp"
#include "pairbook/ledger/signed_entry.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pairbook;
  const base::BytesView bytes(reinterpret_cast<const std::byte*>(data), size);
  base::SeededRandom random(1);
  const crypto::Key key = crypto::Key::random(random);
  const ledger::SpaceId space;
  if (ledger::open(bytes, space, key)) std::abort();
  if (size > 60'000) return 0;

  base::ByteWriter context;
  context.raw(base::bytes_of("pairbook/v1/entry/seal"));
  context.raw(space.bytes);
  context.u32(0);
  context.raw(ledger::EntryId{}.bytes);
  base::ByteWriter sealed;
  sealed.raw(base::bytes_of("PBO1"));
  sealed.raw(ledger::EntryId{}.bytes);
  sealed.u32(0);
  sealed.raw(crypto::seal(key, context.view(), crypto::pad(bytes, 256), random));
  const auto opened = ledger::open(sealed.view(), space, key);
  if (opened && ledger::encode(opened->entry).size() + 64 != size) std::abort();
  return 0;
}
