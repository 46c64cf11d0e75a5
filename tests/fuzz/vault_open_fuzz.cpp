// A book whose rows somebody with its keys could have written: sealed honestly, the inside
// fuzzed. Opening gives a book or an error, and what it gives can be written on.
#include <cstdint>
#include <cstdlib>

#include "vault/some_book.hpp"

// The inside of a row is behind the seal, so the target seals it as the vault does.
#include "../../src/vault/row_seal.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pairbook;
  if (size < 2 || size > 4096) return 0;
  vault::SomeBook book(7);
  book.write("one");
  book.snapshot("state");
  book.write("two");
  const auto header = vault::read_header(book.rows);
  const auto book_key = vault::unwrap(*header, 0, book.passphrase);
  const auto keys = vault::BookKeys::of(*book_key);
  const base::BytesView inside(reinterpret_cast<const std::byte*>(data + 1), size - 1);

  vault::Rows rows = book.rows;
  auto at = rows.begin();
  for (std::size_t skip = data[0] % rows.size(); skip > 0; --skip) ++at;
  const bool is_manifest = at->first.starts_with("head/manifest");
  const crypto::Key& key = is_manifest ? keys.manifests : keys.rows;
  if (at->first == "head/header") return 0;
  at->second = vault::seal_row(key, header->vault, at->first, vault::version_of_row(at->second),
                               inside, book.random);
  auto opened = book.open(rows);
  if (!opened || !opened->vault.is_read_only()) return 0;
  const auto commit = opened->vault.carry_on(book.random);
  if (!commit || !vault::store(rows, *commit)) std::abort();
  if (!book.open(rows)) std::abort();
  return 0;
}
