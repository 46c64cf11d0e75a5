#include "sync-server/request_path.hpp"

#include <gtest/gtest.h>

namespace pairbook::relay {
namespace {

constexpr std::size_t longest = 2048;

TEST(RequestPath, IsTheNameBelowTheSite) {
  EXPECT_EQ(request_path("/", longest), "");
  EXPECT_EQ(request_path("/index.html", longest), "index.html");
  EXPECT_EQ(request_path("/fonts/inter.ttf", longest), "fonts/inter.ttf");
}

TEST(RequestPath, LeavesTheQueryOut) {
  EXPECT_EQ(request_path("/a.js?v=../../x#%00", longest), "a.js");
  EXPECT_EQ(request_path("/?", longest), "");
}

TEST(RequestPath, DecodesOnceAndOnlyOnce) {
  EXPECT_EQ(request_path("/a%20b.txt", longest), "a b.txt");
  EXPECT_EQ(request_path("/caf%C3%A9.txt", longest), "caf\xC3\xA9.txt");
  EXPECT_EQ(request_path("/%252e%252e/x", longest).value(), "%2e%2e/x");
}

TEST(RequestPath, TakesTheAbsoluteFormThatProxiesSend) {
  EXPECT_EQ(request_path("http://pairbook.example/a.js", longest), "a.js");
  EXPECT_EQ(request_path("https://pairbook.example", longest), "");
}

TEST(RequestPath, RefusesEveryWayOutOfTheFolder) {
  for (const char* target :
       {"/..",          "/../etc/passwd", "/a/../../b", "/a/..",       "/%2e%2e/etc/passwd",
        "/.%2e/x",      "/%2E./x",        "/a/%2e/b",   "/./a",        "/..%2fetc",
        "/a%2fb",       "/a%2Fb",         "/a%5cb",     "/a\\b",       "/..\\..\\x",
        "//etc/passwd", "/a//b",          "/a/",        "/%2e%2e%5cx", "/..;/x"}) {
    EXPECT_EQ(request_path(target, longest), std::unexpected(BadPath::malformed)) << target;
  }
}

TEST(RequestPath, RefusesHiddenFiles) {
  for (const char* target : {"/.git/config", "/.env", "/a/.htpasswd", "/%2eenv"}) {
    EXPECT_EQ(request_path(target, longest), std::unexpected(BadPath::malformed)) << target;
  }
}

TEST(RequestPath, RefusesBytesThatNoNameHas) {
  for (const char* target :
       {"/a%00.html", "/a%0d%0ab", "/a%7f", "/a b", "/a\x01", "/a%1fb", "/a\xC3\xA9", "/a#b"}) {
    EXPECT_EQ(request_path(target, longest), std::unexpected(BadPath::malformed)) << target;
  }
}

TEST(RequestPath, RefusesOverlongAndBrokenUtf8) {
  for (const char* target : {"/%c0%af", "/%c0%ae%c0%ae/x", "/%ff", "/%e2%82", "/%ed%a0%80"}) {
    EXPECT_EQ(request_path(target, longest), std::unexpected(BadPath::malformed)) << target;
  }
}

TEST(RequestPath, RefusesBrokenEscapes) {
  for (const char* target : {"/%", "/%4", "/a%zz", "/%4g", "/%u0041"}) {
    EXPECT_EQ(request_path(target, longest), std::unexpected(BadPath::malformed)) << target;
  }
}

TEST(RequestPath, RefusesWhatIsNoPath) {
  for (const char* target : {"", "*", "a.js", "?x", "ftp://x/y", "http:/x"}) {
    EXPECT_EQ(request_path(target, longest), std::unexpected(BadPath::malformed)) << target;
  }
}

TEST(RequestPath, RefusesATargetOverTheLimitAndTakesOneAtIt) {
  const std::string at_limit = "/" + std::string(longest - 1, 'a');
  EXPECT_TRUE(request_path(at_limit, longest));
  EXPECT_EQ(request_path(at_limit + "a", longest), std::unexpected(BadPath::too_long));
}

TEST(SitePath, AgreesWithWhatARequestCanAskFor) {
  EXPECT_TRUE(is_site_path("a/b c.txt"));
  for (const char* path : {"", "/a", "a/", "a//b", ".a", "a/.b", "a\\b", "a\nb", "\xff"}) {
    EXPECT_FALSE(is_site_path(path)) << path;
  }
}

}  // namespace
}  // namespace pairbook::relay
