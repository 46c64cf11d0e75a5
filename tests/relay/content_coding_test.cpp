#include "sync-server/content_coding.hpp"

#include <gtest/gtest.h>

namespace pairbook::relay {
namespace {

std::optional<Coding> chosen(std::string_view header, bool brotli = true, bool gzip = true) {
  return Accepted::from(header).best(brotli, gzip);
}

TEST(ContentCoding, IsIdentityWhenNothingIsSaid) {
  EXPECT_EQ(chosen(""), Coding::identity);
}

TEST(ContentCoding, PrefersBrotliThenGzipAtEqualQuality) {
  EXPECT_EQ(chosen("gzip, deflate, br, zstd"), Coding::brotli);
  EXPECT_EQ(chosen("gzip, deflate, br", false, true), Coding::gzip);
  EXPECT_EQ(chosen("identity, gzip"), Coding::gzip);
}

TEST(ContentCoding, FollowsQualities) {
  EXPECT_EQ(chosen("br;q=0.5, gzip;q=0.8"), Coding::gzip);
  EXPECT_EQ(chosen("br;q=0.001, gzip;q=0.002"), Coding::gzip);
  EXPECT_EQ(chosen("br;q=0.3, identity;q=0.9"), Coding::identity);
  EXPECT_EQ(chosen("br ; Q=1.000 , gzip;q=0.999"), Coding::brotli);
}

TEST(ContentCoding, NeverSendsWhatWasRefused) {
  EXPECT_EQ(chosen("br;q=0, gzip;q=0.0"), Coding::identity);
  EXPECT_EQ(chosen("br;q=0, *"), Coding::gzip);
}

TEST(ContentCoding, TakesTheStarForWhatIsNotNamed) {
  EXPECT_EQ(chosen("*"), Coding::brotli);
  EXPECT_EQ(chosen("*;q=0.2, gzip;q=0.1"), Coding::brotli);
}

TEST(ContentCoding, HasNothingWhenEvenIdentityIsRefused) {
  EXPECT_EQ(chosen("identity;q=0", false, false), std::nullopt);
  EXPECT_EQ(chosen("*;q=0"), std::nullopt);
  EXPECT_EQ(chosen("identity;q=0, gzip"), Coding::gzip);
  EXPECT_EQ(chosen("*;q=0, identity"), Coding::identity);
}

TEST(ContentCoding, LeavesOutPartsThatCannotBeRead) {
  EXPECT_EQ(chosen("br;q=2, gzip"), Coding::gzip);
  EXPECT_EQ(chosen("br;q=, br;q=0.1234, br;level=3, gzip;q=x, ;;;,,"), Coding::identity);
  EXPECT_EQ(chosen("br;q=1.001"), Coding::identity);
}

TEST(ContentCoding, KnowsTheOldNameOfGzip) {
  EXPECT_EQ(chosen("X-GZIP"), Coding::gzip);
}

}  // namespace
}  // namespace pairbook::relay
