#include "sync-server/site.hpp"

#include <gtest/gtest.h>

namespace pairbook::relay {
namespace {

TEST(Site, KnowsTheMediaTypesOfAWebApp) {
  EXPECT_EQ(media_type("index.html"), "text/html; charset=utf-8");
  EXPECT_EQ(media_type("a/b.js"), "text/javascript; charset=utf-8");
  EXPECT_EQ(media_type("b.mjs"), "text/javascript; charset=utf-8");
  EXPECT_EQ(media_type("b.css"), "text/css; charset=utf-8");
  EXPECT_EQ(media_type("b.0123abcd.wasm"), "application/wasm");
  EXPECT_EQ(media_type("b.json"), "application/json");
  EXPECT_EQ(media_type("b.ttf"), "font/ttf");
  EXPECT_EQ(media_type("b.svg"), "image/svg+xml");
  EXPECT_EQ(media_type("b.png"), "image/png");
  EXPECT_EQ(media_type("favicon.ico"), "image/vnd.microsoft.icon");
  EXPECT_EQ(media_type("b.webmanifest"), "application/manifest+json");
  EXPECT_EQ(media_type("LICENCE.txt"), "text/plain; charset=utf-8");
}

TEST(Site, SendsUnknownEndingsAsBytes) {
  EXPECT_EQ(media_type("b.exe"), "application/octet-stream");
  EXPECT_EQ(media_type("html"), "application/octet-stream");
  EXPECT_EQ(media_type("a.html/b"), "application/octet-stream");
}

TEST(Site, SeesAContentHashInAName) {
  EXPECT_TRUE(is_content_hashed("pairbook.1f3a9c20.wasm"));
  EXPECT_TRUE(is_content_hashed("fonts/inter-400.0123456789abcdef.ttf"));
  EXPECT_TRUE(is_content_hashed("a.b." + std::string(64, 'f') + ".js"));
}

TEST(Site, SeesNoContentHashWhereThereIsNone) {
  for (const char* path : {"index.html", "pairbook.wasm", "v.1.2.js", "a.1F3A9C20.js",
                           "a.1f3a9c2.js", ".1f3a9c20.js", "1f3a9c20.js", "a.1f3a9c20",
                           "a.1f3a9c20.", "a.1f3a9c20.x/b.js", "a.1f3a9c2g.js"}) {
    EXPECT_FALSE(is_content_hashed(path)) << path;
  }
  EXPECT_FALSE(is_content_hashed("a." + std::string(65, 'f') + ".js"));
}

TEST(Site, TakesCompressedFilesAsFormsOfTheirOriginal) {
  Site site;
  add_file(site, "a.js", "plain");
  add_file(site, "a.js.br", "brotli");
  add_file(site, "a.js.gz", "gzip");
  settle(site);

  ASSERT_EQ(site.files.size(), 1u);
  EXPECT_EQ(*site.find("a.js")->brotli, "brotli");
  EXPECT_EQ(*site.find("a.js")->gzip, "gzip");
  EXPECT_EQ(site.bytes(), 15u);
}

TEST(Site, KeepsACompressedFileThatHasNoOriginal) {
  Site site;
  add_file(site, "archive.gz", "gzip");
  settle(site);

  EXPECT_NE(site.find("archive.gz"), nullptr);
}

TEST(Site, TagsDifferWhenContentDiffers) {
  Site site;
  add_file(site, "a", "1");
  add_file(site, "b", "2");
  add_file(site, "c", "1");

  EXPECT_NE(site.find("a")->tag, site.find("b")->tag);
  EXPECT_EQ(site.find("a")->tag, site.find("c")->tag);
}

}  // namespace
}  // namespace pairbook::relay
