#include "pairbook/crypto/passphrase_strength.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace pairbook::crypto {
namespace {

int level(std::string_view text) {
  return passphrase_strength(text).level;
}

bool finds(const Strength& strength, StrengthReason reason) {
  return std::ranges::any_of(strength.findings,
                             [&](const auto& finding) { return finding.reason == reason; });
}

bool finds(std::string_view text, StrengthReason reason) {
  return finds(passphrase_strength(text), reason);
}

TEST(PassphraseStrength, IsNothingForWhatIsTriedFirst) {
  for (const std::string_view text :
       {"", "a", "123456", "password", "Password1", "qwertyuiop", "letmein", "P4ssw0rd!",
        "aaaaaaaaaaaaaaaa", "abcabcabcabc", "abcdefghijklmnop", "9876543210", "24121987",
        "mentor2026"}) {
    EXPECT_LE(level(text), 1) << text << " 2^" << passphrase_strength(text).log2_guesses;
  }
}

TEST(PassphraseStrength, IsGoodForFourUnrelatedWords) {
  EXPECT_GE(level("lantern gravel october zipper"), 3);
  EXPECT_GE(level("vrolijke kikkers springen hoog"), 3);
}

TEST(PassphraseStrength, IsBestForLongRandomText) {
  EXPECT_EQ(level("kX9#mQ2$vL7pTz4w"), 4);
  EXPECT_EQ(level("brittle otter forgives seventeen lukewarm trombones"), 4);
}

TEST(PassphraseStrength, NeverFallsWhenARandomSignIsAdded) {
  std::string text;
  int before = 0;
  for (const char c : std::string_view("kX9#mQ2$vL7pTz4w")) {
    text += c;
    const int now = passphrase_strength(text).log2_guesses;
    EXPECT_GE(now, before) << text;
    before = now;
  }
}

TEST(PassphraseStrength, IsNotImpressedByCapitalsAndLookAlikes) {
  const int plain = passphrase_strength("sunshine").log2_guesses;
  EXPECT_LE(passphrase_strength("Sunshine").log2_guesses, plain + 2);
  EXPECT_LE(passphrase_strength("5un5h1n3").log2_guesses, plain + 4);
  EXPECT_TRUE(finds("5un5h1n3", StrengthReason::look_alikes));
}

TEST(PassphraseStrength, KnowsTheWordsAroundIt) {
  const std::vector<std::string_view> own{"Harbourlight"};
  const Strength strength = passphrase_strength("harbourlight", own);
  EXPECT_EQ(strength.level, 0);
  EXPECT_TRUE(finds(strength, StrengthReason::own_word));
}

TEST(PassphraseStrength, ExplainsItself) {
  EXPECT_TRUE(finds("password", StrengthReason::common_password));
  EXPECT_TRUE(finds("butter", StrengthReason::common_word));
  EXPECT_TRUE(finds("xyxyxyxyxy", StrengthReason::repeated));
  EXPECT_TRUE(finds("defghijk", StrengthReason::sequence));
  EXPECT_TRUE(finds("sdfghj", StrengthReason::keyboard_walk));
  EXPECT_TRUE(finds("1962", StrengthReason::date));
  EXPECT_TRUE(finds("24.12.1987", StrengthReason::date));
  EXPECT_TRUE(finds("brick", StrengthReason::too_short));
  EXPECT_TRUE(finds("Butterfly", StrengthReason::capital_only_first));
  EXPECT_TRUE(finds("lantern gravel october zipper", StrengthReason::several_words));
}

TEST(PassphraseStrength, PointsAtThePartItMeans) {
  const Strength strength = passphrase_strength("zqé1962");
  ASSERT_TRUE(finds(strength, StrengthReason::date));
  for (const StrengthFinding& finding : strength.findings) {
    if (finding.reason != StrengthReason::date) continue;
    EXPECT_EQ(finding.begin, 4U);  // z, q and two bytes of é
    EXPECT_EQ(finding.end, 8U);
  }
}

TEST(PassphraseStrength, CountsWordsOfOtherScripts) {
  EXPECT_GE(level("красный трамвай поёт"), 3);
}

TEST(PassphraseStrength, LooksAtEndlessTextWithoutTrouble) {
  const std::string endless(100'000, 'z');
  EXPECT_LE(level(endless), 1);
}

TEST(PassphraseStrength, SurvivesBytesThatAreNotText) {
  EXPECT_EQ(level("\xFF\xFE"), 0);
}

}  // namespace
}  // namespace pairbook::crypto
