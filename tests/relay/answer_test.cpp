#include "sync-server/answer.hpp"

#include <gtest/gtest.h>

#include "sync-server/security_headers.hpp"

namespace pairbook::relay {
namespace {

constexpr std::size_t longest = 2048;

Site a_site() {
  Site site;
  add_file(site, "index.html", "<!doctype html>");
  add_file(site, "app.0123abcd.js", "let a = 1;");
  add_file(site, "app.0123abcd.js.br", "BR");
  add_file(site, "app.0123abcd.js.gz", "GZIP");
  add_file(site, "fonts/a b.ttf", "font");
  settle(site);
  return site;
}

Answer get(std::string_view target, Request more = {}) {
  more.method = more.method.empty() ? "GET" : more.method;
  more.target = target;
  return answer(a_site(), more, longest);
}

TEST(Answer, SendsTheIndexAtTheRoot) {
  const Answer found = get("/");

  EXPECT_EQ(found.status, 200u);
  EXPECT_EQ(*found.body, "<!doctype html>");
  EXPECT_EQ(found.header("Content-Type"), "text/html; charset=utf-8");
  EXPECT_EQ(found.header("Cache-Control"), "no-cache");
  EXPECT_EQ(found.header("Vary"), "");
}

TEST(Answer, SendsFilesInFoldersAndWithSpaces) {
  EXPECT_EQ(*get("/fonts/a%20b.ttf").body, "font");
}

TEST(Answer, KeepsHashedNamesForEver) {
  EXPECT_EQ(get("/app.0123abcd.js").header("Cache-Control"),
            "public, max-age=31536000, immutable");
}

TEST(Answer, SendsTheFormTheBrowserPrefers) {
  const Answer found =
      get("/app.0123abcd.js", {.method = "", .target = "", .accept_encoding = "gzip, br"});

  EXPECT_EQ(*found.body, "BR");
  EXPECT_EQ(found.length, 2u);
  EXPECT_EQ(found.header("Content-Encoding"), "br");
  EXPECT_EQ(found.header("Content-Type"), "text/javascript; charset=utf-8");
}

TEST(Answer, VariesByEncodingAlsoWhenItSendsThePlainForm) {
  const Answer found = get("/app.0123abcd.js");

  EXPECT_EQ(*found.body, "let a = 1;");
  EXPECT_EQ(found.header("Content-Encoding"), "");
  EXPECT_EQ(found.header("Vary"), "Accept-Encoding");
}

TEST(Answer, GivesEachFormItsOwnTag) {
  const auto tag = [](std::string_view accepted) {
    return std::string(
        get("/app.0123abcd.js", {.method = "", .target = "", .accept_encoding = accepted})
            .header("ETag"));
  };
  EXPECT_NE(tag("br"), tag("gzip"));
  EXPECT_NE(tag("br"), tag(""));
  EXPECT_TRUE(tag("").starts_with('"') && tag("").ends_with('"'));
}

TEST(Answer, IsNotModifiedWhenTheTagIsKnown) {
  const std::string tag(get("/").header("ETag"));
  for (const std::string& known :
       {tag, "W/" + tag, "\"x\", " + tag, "W/\"y\",\t" + tag + ", \"z\"", std::string("*")}) {
    const Answer found = get("/", {.method = "", .target = "", .if_none_match = known});
    EXPECT_EQ(found.status, 304u) << known;
    EXPECT_EQ(found.body, nullptr);
    EXPECT_EQ(found.header("ETag"), tag);
    EXPECT_EQ(found.header("Cache-Control"), "no-cache");
  }
}

TEST(Answer, SendsTheFileWhenTheTagIsAnother) {
  const std::string tag(get("/").header("ETag"));
  for (const std::string& known :
       {std::string("\"x\""), tag.substr(1), tag.substr(0, tag.size() - 1), std::string(",")}) {
    EXPECT_EQ(get("/", {.method = "", .target = "", .if_none_match = known}).status, 200u)
        << known;
  }
}

TEST(Answer, DoesNotTakeTheTagOfOneFormForAnother) {
  const std::string plain(get("/app.0123abcd.js").header("ETag"));
  EXPECT_EQ(get("/app.0123abcd.js",
                {.method = "", .target = "", .accept_encoding = "br", .if_none_match = plain})
                .status,
            200u);
}

TEST(Answer, ToHeadHasTheLengthAndNoBody) {
  const Answer found = get("/index.html", {.method = "HEAD", .target = ""});

  EXPECT_EQ(found.status, 200u);
  EXPECT_EQ(found.body, nullptr);
  EXPECT_EQ(found.length, 15u);
}

TEST(Answer, RefusesOtherMethods) {
  for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "TRACE", "get"}) {
    const Answer refused = get("/", {.method = method, .target = ""});
    EXPECT_EQ(refused.status, 405u) << method;
    EXPECT_EQ(refused.header("Allow"), "GET, HEAD");
  }
}

TEST(Answer, HasNoFallbackForUnknownPaths) {
  for (const char* target :
       {"/people", "/index.html/x", "/INDEX.HTML", "/app.0123abcd.js.br"}) {
    EXPECT_EQ(get(target).status, 404u) << target;
  }
}

TEST(Answer, ShowsTheSitesOwnPageForUnknownPaths) {
  Site site = a_site();
  add_file(site, "404.html", "<p>lost</p>");

  const Answer lost = answer(site, {.method = "GET", .target = "/nowhere"}, longest);

  EXPECT_EQ(lost.status, 404u);
  EXPECT_EQ(*lost.body, "<p>lost</p>");
}

TEST(Answer, RefusesMalformedAndLongTargets) {
  EXPECT_EQ(get("/../index.html").status, 400u);
  EXPECT_EQ(get("/%00").status, 400u);
  EXPECT_EQ(get("/" + std::string(longest, 'a')).status, 414u);
}

TEST(Answer, RefusesWhenNoFormIsAcceptable) {
  EXPECT_EQ(get("/", {.method = "", .target = "", .accept_encoding = "*;q=0"}).status, 406u);
}

TEST(Answer, CarriesTheSecurityHeadersAlways) {
  for (const Answer& any :
       {get("/"), get("/nowhere"), get("/.."), get("/", {.method = "POST", .target = ""}),
        get("/healthz"), get("/", {.method = "", .target = "", .if_none_match = "*"}),
        refusal(503)}) {
    EXPECT_EQ(any.header("Content-Security-Policy"), content_security_policy);
    EXPECT_EQ(any.header("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(any.header("Referrer-Policy"), "no-referrer");
    EXPECT_EQ(any.header("Cross-Origin-Opener-Policy"), "same-origin");
    EXPECT_EQ(any.header("Cross-Origin-Resource-Policy"), "same-origin");
    EXPECT_TRUE(any.header("Permissions-Policy").starts_with("camera=(self)"));
  }
}

TEST(Answer, AllowsNoInlineScriptAndNoEval) {
  EXPECT_EQ(content_security_policy.find("unsafe-inline"), std::string_view::npos);
  EXPECT_EQ(content_security_policy.find("'unsafe-eval'"), std::string_view::npos);
}

TEST(Answer, SaysThatItIsWell) {
  const Answer well = get("/healthz");
  EXPECT_EQ(well.status, 200u);
  EXPECT_EQ(*well.body, "ok\n");
}

TEST(Answer, TellsMetricsOnTheHealthAddressOnly) {
  const Answer told = answer_health({.method = "GET", .target = "/metrics"}, "m 1\n", longest);
  EXPECT_EQ(told.status, 200u);
  EXPECT_EQ(*told.body, "m 1\n");
  EXPECT_EQ(told.header("Content-Type"), "text/plain; version=0.0.4; charset=utf-8");
  EXPECT_EQ(get("/metrics").status, 404u);
}

TEST(Answer, ServesNoFilesOnTheHealthAddress) {
  EXPECT_EQ(answer_health({.method = "GET", .target = "/"}, "", longest).status, 404u);
}

}  // namespace
}  // namespace pairbook::relay
