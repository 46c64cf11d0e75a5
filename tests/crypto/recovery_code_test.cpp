#include "pairbook/crypto/recovery_code.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace pairbook::crypto {
namespace {

using base::Errc;

RecoveryCode some_code() {
  base::SeededRandom random(7);
  return RecoveryCode::random(random);
}

TEST(RecoveryCode, IsReadBackAsItIsWritten) {
  const RecoveryCode code = some_code();
  EXPECT_EQ(code.text().size(), 8 * 4 + 7U);

  const auto read = RecoveryCode::read(code.text());

  ASSERT_TRUE(read);
  EXPECT_EQ(read->text(), code.text());
  EXPECT_TRUE(read->key(Salt{}) == code.key(Salt{}));
}

TEST(RecoveryCode, IsReadInAnyCaseWithBlanksAndLookAlikes) {
  std::string typed = some_code().text();
  std::string sloppy = "  ";
  for (const char c : typed) {
    if (c == '-') {
      sloppy += " \n";
    } else if (c == '1') {
      sloppy += sloppy.size() % 2 == 0 ? 'l' : 'I';
    } else if (c == '0') {
      sloppy += 'o';
    } else {
      sloppy += static_cast<char>(c >= 'A' ? c - 'A' + 'a' : c);
    }
  }
  const auto read = RecoveryCode::read(sloppy);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->text(), typed);
}

TEST(RecoveryCode, NoticesEveryWrongSign) {
  const std::string good = some_code().text();
  constexpr std::string_view signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  for (std::size_t at = 0; at < good.size(); ++at) {
    if (good[at] == '-') continue;
    for (const char sign : signs) {
      if (sign == good[at]) continue;
      std::string bad = good;
      bad[at] = sign;
      const auto read = RecoveryCode::read(bad);
      ASSERT_FALSE(read) << bad;
      EXPECT_EQ(read.error().where, "checksum");
    }
  }
}

TEST(RecoveryCode, NoticesSwappedNeighbours) {
  const std::string good = some_code().text();
  for (std::size_t at = 0; at + 1 < good.size(); ++at) {
    std::string bad = good;
    std::swap(bad[at], bad[at + 1]);
    if (good[at] == good[at + 1] || good[at] == '-' || good[at + 1] == '-') continue;
    EXPECT_FALSE(RecoveryCode::read(bad)) << bad;
  }
}

TEST(RecoveryCode, SaysWhereASignCannotBe) {
  std::string bad = some_code().text();
  bad[11] = 'U';
  const auto read = RecoveryCode::read(bad);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, Errc::invalid_input);
  EXPECT_EQ(read.error().where, "group 3");
}

TEST(RecoveryCode, SaysThatSignsAreMissingOrTooMany) {
  const std::string good = some_code().text();
  EXPECT_EQ(RecoveryCode::read(good.substr(0, 30)).error().where, "length");
  EXPECT_EQ(RecoveryCode::read(good + "A").error().where, "length");
  EXPECT_EQ(RecoveryCode::read("").error().where, "length");
}

TEST(RecoveryCode, ChecksAGroupTypedBack) {
  const RecoveryCode code = some_code();
  std::string typed = code.group(2);
  std::ranges::transform(typed, typed.begin(), [](char c) {
    return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  });
  EXPECT_TRUE(code.is_group(2, " " + typed + " "));
  EXPECT_FALSE(code.is_group(3, typed));
  EXPECT_FALSE(code.is_group(2, ""));
  EXPECT_FALSE(code.is_group(8, ""));
}

TEST(RecoveryCode, OpensAnotherSlotWithAnotherSalt) {
  const RecoveryCode code = some_code();
  EXPECT_FALSE(code.key(Salt{}) == code.key(Salt{std::byte{1}}));
}

// Fixed for ever: sheets are on paper.
TEST(RecoveryCode, WritesZerosAsItAlwaysDid) {
  EXPECT_TRUE(RecoveryCode::read("0000-0000-0000-0000-0000-0000-014S-ATNK"));
}

}  // namespace
}  // namespace pairbook::crypto
