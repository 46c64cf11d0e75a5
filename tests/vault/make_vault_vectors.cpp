// Writes tests/vectors/vault/book.txt: a book of format 1 as a file, and what may be done to
// it. What is there is fixed for ever; run this only to add a case to a format not yet
// released.
#include <cstdio>

#include "pairbook/vault/book_file.hpp"
#include "vault/some_book.hpp"

using namespace pairbook;

int main() {
  vault::SomeBook book(42);
  book.write("one");
  book.record("settings", "light");
  book.write("two");
  book.snapshot("state after two");
  book.record("settings", "dark");
  book.write("three");
  const auto text = base::to_hex(vault::write_book_file(book.rows));
  std::printf(
      "# A book of format 1 as a file; grammar in docs/formats/vault.md and book-file.md.\n");
  std::printf("# Each later case is the first one after the edit.\n\n");
  std::printf(
      "comment: a book with two covered entries, one after the snapshot, and a record\n");
  std::printf("expect: good\n");
  std::printf("slot-key: %s\n", base::to_hex(book.passphrase.bytes()).c_str());
  std::printf("recovery: %s\n", book.recovery.text().c_str());
  std::printf(
      "entries: three\nhistory: one two three\nstate: state after two\nsettings: dark\n");
  std::printf("file: %s\n", text.c_str());
  const char* const cases[][3] = {
      {"the file cut in its magic", "cut 5", "corrupt"},
      {"the file cut in its version", "cut 8", "corrupt"},
      {"the file cut in its rows", "cut 500", "corrupt"},
      {"the file cut in its hash", "cut -1", "corrupt"},
      {"the file with a byte too many", "append", "corrupt"},
      {"the file of a newer version", "set 8 2", "unsupported_version"},
      {"the file with another magic", "set 0 88", "corrupt"},
      {"the file with a flipped bit", "flip 700", "corrupt"},
      {"the header of a newer version", "row-set head/header 3 50", "unsupported_version"},
      {"the header with another magic", "row-set head/header 0 88", "corrupt"},
      {"the header damaged in the vault's id", "row-flip head/header 4", "corrupt"},
      {"the header damaged in the commitment", "row-flip head/header 20", "corrupt"},
      {"the header damaged in a cost", "row-flip head/header 56", "corrupt"},
      {"the header damaged in a salt", "row-flip head/header 64", "corrupt"},
      {"the header damaged in a wrapped key", "row-flip head/header 90", "corrupt"},
      {"the header cut", "row-cut head/header 60", "corrupt"},
      {"the header missing", "row-remove head/header", "not_found"},
      {"a list of contents damaged", "row-flip head/manifest-a 30", "notice"},
      {"the other list of contents damaged", "row-flip head/manifest-b 30", "notice"},
      {"a list of contents missing", "row-remove head/manifest-a", "notice"},
      {"the other list of contents missing", "row-remove head/manifest-b", "notice"},
      {"the lists of contents swapped", "row-swap head/manifest-a head/manifest-b", "notice"},
      {"a record with another version number", "row-flip rec/1 0", "notice"},
      {"a record with a damaged nonce", "row-flip rec/2 10", "notice"},
      {"a record with a damaged text", "row-flip rec/3 60", "notice"},
      {"a record cut", "row-cut rec/4 100", "notice"},
      {"a record missing", "row-remove rec/1", "notice"},
      {"two records swapped", "row-swap rec/2 rec/3", "notice"},
      {"an entry's row damaged", "row-flip log/3 100", "notice"},
      {"an entry's row missing", "row-remove log/3", "notice"},
      {"two entries' rows swapped", "row-swap log/1 log/2", "notice"},
      {"a row in the place of another kind", "row-swap log/1 rec/1", "notice"},
  };
  for (const auto& one : cases) {
    std::printf("\ncomment: %s\nedit: %s\nexpect: %s\n", one[0], one[1], one[2]);
  }
  return 0;
}
