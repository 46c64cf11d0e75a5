#include "pairbook/crypto/base64url.hpp"

#include <gtest/gtest.h>

namespace pairbook::crypto {
namespace {

TEST(Base64Url, IsThatOfTheStandard) {
  // RFC 4648, section 10, and the two letters that differ from plain base64.
  const std::pair<std::string, std::string> known[] = {
      {"", ""},           {"f", "Zg"},          {"fo", "Zm8"},          {"foo", "Zm9v"},
      {"foob", "Zm9vYg"}, {"fooba", "Zm9vYmE"}, {"foobar", "Zm9vYmFy"}, {"\xFB\xFF", "-_8"}};
  for (const auto& [plain, text] : known) {
    EXPECT_EQ(to_base64url(base::bytes_of(plain)), text);
    const auto read = from_base64url(text);
    ASSERT_TRUE(read) << text;
    EXPECT_EQ(base::text_of(*read), plain);
  }
}

TEST(Base64Url, IsReadWithBlanksAnywhereAndRefusesTheRest) {
  EXPECT_EQ(base::text_of(*from_base64url(" Zm9v\r\n YmFy\t")), "foobar");
  for (const char* bad : {"Zg==", "Z", "Zm9v!", "Zm+v", "Zm/v", "Zh"})
    EXPECT_FALSE(from_base64url(bad)) << bad;
}

}  // namespace
}  // namespace pairbook::crypto
