#include "pairbook/vault/book_file.hpp"

#include <gtest/gtest.h>

#include "some_book.hpp"

namespace pairbook::vault {
namespace {

using base::Bytes;
using base::Errc;

TEST(BookFile, HoldsTheWholeBook) {
  SomeBook book;
  book.write("entry");
  book.record("settings", "dark");

  const auto rows = read_book_file(write_book_file(book.rows));

  ASSERT_TRUE(rows);
  EXPECT_EQ(*rows, book.rows);
  const auto opened = book.open(*rows);
  ASSERT_TRUE(opened);
  EXPECT_EQ(story(opened->entries), "entry ");
  EXPECT_TRUE(opened->notices.empty());
}

TEST(BookFile, NoticesWhereverItIsCutShort) {
  const Bytes whole = write_book_file(SomeBook().rows);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const auto rows = read_book_file(base::BytesView(whole).first(size));
    ASSERT_FALSE(rows) << size;
    EXPECT_EQ(rows.error().code, Errc::corrupt) << size;
  }
}

TEST(BookFile, NoticesEveryFlippedBit) {
  Bytes bytes = write_book_file(SomeBook().rows);
  for (std::size_t bit = 0; bit < bytes.size() * 8; bit += 1 + bit % 5) {
    bytes[bit / 8] ^= std::byte{1} << (bit % 8);
    EXPECT_FALSE(read_book_file(bytes)) << bit;
    bytes[bit / 8] ^= std::byte{1} << (bit % 8);
  }
}

TEST(BookFile, SaysThatItComesFromANewerVersion) {
  Bytes bytes = write_book_file(SomeBook().rows);
  bytes[8] = std::byte{2};
  EXPECT_EQ(read_book_file(bytes).error().code, Errc::unsupported_version);
}

TEST(BookFile, IsToldFromASpreadsheet) {
  EXPECT_TRUE(looks_like_book_file(write_book_file({})));
  EXPECT_FALSE(looks_like_book_file(base::bytes_of("Name,E-mail\n")));
  EXPECT_FALSE(looks_like_book_file({}));
  EXPECT_EQ(read_book_file(base::bytes_of("Name,E-mail\n")).error().code, Errc::corrupt);
}

}  // namespace
}  // namespace pairbook::vault
