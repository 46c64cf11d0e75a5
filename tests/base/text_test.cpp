#include "pairbook/base/text.hpp"

#include <gtest/gtest.h>

namespace pairbook::base {
namespace {

TEST(Text, FoldsCaseAndAccentsOfManyLanguages) {
  EXPECT_EQ(fold_case("  Zoë   MÜLLER "), "zoe muller");
  EXPECT_EQ(fold_case("Łukasz Żółć"), "lukasz zolc");
  EXPECT_EQ(fold_case("Straße"), "strasse");
  EXPECT_EQ(fold_case("Nguyễn Thị Ánh"), "nguyen thi anh");
  EXPECT_EQ(fold_case("ΑΛΈΞΑΝΔΡΟΣ"), fold_case("Αλέξανδρος"));
  EXPECT_EQ(fold_case("ЁЛКИН"), "елкин");
}

TEST(Text, FoldsComposedAndDecomposedLettersAlike) {
  EXPECT_EQ(fold_case("e\xCC\x81"), fold_case("\xC3\xA9"));
}

TEST(Text, LeavesOtherScriptsAsTheyAre) {
  EXPECT_EQ(fold_case("李小龙"), "李小龙");
}

TEST(Text, KnowsUtf8FromOtherBytes) {
  EXPECT_TRUE(is_utf8("Grüße, 李, 👩‍🏫"));
  EXPECT_FALSE(is_utf8("\xC0\x80"));          // overlong
  EXPECT_FALSE(is_utf8("\xED\xA0\x80"));      // surrogate
  EXPECT_FALSE(is_utf8("\xF4\x90\x80\x80"));  // past the last code point
  EXPECT_FALSE(is_utf8("\xE2\x82"));          // cut short
}

TEST(Text, TrimsEveryKindOfSpace) {
  EXPECT_EQ(trim("\xC2\xA0 \t hello \xE2\x80\x8B\r\n"), "hello");
  EXPECT_EQ(trim("   "), "");
}

TEST(Text, SplitsOnAnySeparatorAndForgetsEmptyParts) {
  EXPECT_EQ(split(" a ;b,, c|", ";,|"), (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_TRUE(split("", ",").empty());
}

TEST(Text, CountsCodePointsNotBytes) {
  EXPECT_EQ(count_code_points("Zoë李"), 4U);
}

TEST(Text, WritesNumbers) {
  EXPECT_EQ(to_text(0), "0");
  EXPECT_EQ(to_text(-120), "-120");
  EXPECT_EQ(to_text(-9223372036854775807LL - 1), "-9223372036854775808");
}

}  // namespace
}  // namespace pairbook::base
