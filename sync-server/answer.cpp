#include "sync-server/answer.hpp"

#include <utility>

#include "sync-server/content_coding.hpp"
#include "sync-server/request_path.hpp"
#include "sync-server/security_headers.hpp"

namespace pairbook::relay {
namespace {

constexpr std::string_view for_ever = "public, max-age=31536000, immutable";
constexpr std::string_view plain_text = "text/plain; charset=utf-8";

struct Reason {
  unsigned status;
  std::string_view title;
  std::string_view sentence;
};

constexpr Reason reasons[] = {
    {400, "Bad request", "The request could not be understood."},
    {404, "Not found", "There is no page at this address."},
    {405, "Not allowed", "Only GET and HEAD are answered here."},
    {406, "Not acceptable", "This file cannot be sent in a form your program accepts."},
    {413, "Too large", "A request here carries no content."},
    {414, "Address too long", "The address is too long."},
    {431, "Headers too large", "The request headers are too large."},
    {503, "Busy", "Too many people are connected. Please try again in a moment."},
};

const Reason& reason_for(unsigned status) {
  for (const Reason& reason : reasons) {
    if (reason.status == status) return reason;
  }
  return reasons[0];
}

Answer with_security_headers(unsigned status) {
  Answer answer{.status = status, .headers = {}, .body = {}, .length = 0};
  for (const FixedHeader& header : security_headers()) {
    answer.headers.push_back({header.name, std::string(header.value)});
  }
  return answer;
}

void put_body(Answer& answer, std::string_view type, Bytes body) {
  answer.headers.push_back({"Content-Type", std::string(type)});
  answer.length = body->size();
  answer.body = std::move(body);
}

Answer text(std::string words) {
  Answer answer = with_security_headers(200);
  answer.headers.push_back({"Cache-Control", "no-store"});
  put_body(answer, plain_text, std::make_shared<const std::string>(std::move(words)));
  return answer;
}

Answer page_for(const Reason& reason, std::string_view more) {
  Answer answer = with_security_headers(reason.status);
  answer.headers.push_back({"Cache-Control", "no-store"});
  std::string page = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>";
  page.append(reason.title).append(" - Pairbook</title><h1>").append(reason.title);
  page.append("</h1><p>").append(reason.sentence).append("</p>").append(more);
  page.append("</html>\n");
  put_body(answer, "text/html; charset=utf-8",
           std::make_shared<const std::string>(std::move(page)));
  return answer;
}

// If-None-Match: "*" or a list of tags; W/ does not matter for reading.
bool has_tag(std::string_view list, std::string_view tag) {
  while (!list.empty()) {
    const auto first = list.find_first_not_of(" \t,");
    if (first == std::string_view::npos) return false;
    list.remove_prefix(first);
    if (list.starts_with('*')) return true;
    if (list.starts_with("W/")) list.remove_prefix(2);
    if (!list.starts_with('"')) return false;
    const auto end = list.find('"', 1);
    if (end == std::string_view::npos) return false;
    if (list.substr(0, end + 1) == tag) return true;
    list.remove_prefix(end + 1);
  }
  return false;
}

std::string tag_for(const SiteFile& file, Coding coding) {
  std::string tag = "\"" + file.tag;
  if (coding != Coding::identity) tag.append("-").append(coding_name(coding));
  return tag + "\"";
}

Bytes form_of(const SiteFile& file, Coding coding) {
  switch (coding) {
    case Coding::brotli:
      return file.brotli;
    case Coding::gzip:
      return file.gzip;
    case Coding::identity:
      return file.plain;
  }
  return file.plain;
}

Answer send_file(const SiteFile& file, const Request& request, unsigned status) {
  const bool has_forms = file.brotli || file.gzip;
  const auto coding = Accepted::from(request.accept_encoding)
                          .best(file.brotli != nullptr, file.gzip != nullptr);
  if (!coding) return refusal(406);
  const std::string tag = tag_for(file, *coding);
  const bool unchanged = status == 200 && has_tag(request.if_none_match, tag);

  Answer answer = with_security_headers(unchanged ? 304 : status);
  answer.headers.push_back({"Cache-Control", std::string(file.hashed ? for_ever : "no-cache")});
  if (status == 200) answer.headers.push_back({"ETag", tag});
  if (has_forms) answer.headers.push_back({"Vary", "Accept-Encoding"});
  if (unchanged) return answer;
  if (*coding != Coding::identity) {
    answer.headers.push_back({"Content-Encoding", std::string(coding_name(*coding))});
  }
  put_body(answer, file.media_type, form_of(file, *coding));
  return answer;
}

template <class Find>
Answer route(const Request& request, std::size_t longest_target, const Find& find) {
  const bool is_head = request.method == "HEAD";
  if (request.method != "GET" && !is_head) return refusal(405);
  const auto path = request_path(request.target, longest_target);
  Answer answer = path ? find(*path) : refusal(static_cast<unsigned>(path.error()));
  if (is_head) answer.body.reset();
  return answer;
}

}  // namespace

std::string_view Answer::header(std::string_view name) const {
  for (const Header& header : headers) {
    if (header.name == name) return header.value;
  }
  return {};
}

Answer answer(const Site& site, const Request& request, std::size_t longest_target) {
  return route(request, longest_target, [&](const std::string& path) {
    if (path == "healthz") return text("ok\n");
    if (const SiteFile* file = site.find(path.empty() ? "index.html" : path)) {
      return send_file(*file, request, 200);
    }
    if (const SiteFile* page = site.find("404.html")) return send_file(*page, request, 404);
    return refusal(404);
  });
}

Answer answer_health(const Request& request, std::string metrics, std::size_t longest_target) {
  return route(request, longest_target, [&](const std::string& path) {
    if (path == "healthz") return text("ok\n");
    if (path != "metrics") return refusal(404);
    Answer answer = with_security_headers(200);
    answer.headers.push_back({"Cache-Control", "no-store"});
    put_body(answer, "text/plain; version=0.0.4; charset=utf-8",
             std::make_shared<const std::string>(std::move(metrics)));
    return answer;
  });
}

Answer refusal(unsigned status) {
  const Reason& reason = reason_for(status);
  Answer answer = page_for(reason, "<p><a href=\"/\">Open Pairbook</a></p>");
  if (status == 405) answer.headers.push_back({"Allow", "GET, HEAD"});
  if (status == 503) answer.headers.push_back({"Retry-After", "5"});
  return answer;
}

Answer only_encrypted() {
  return page_for({400, "Use https", "The address begins with https:// here."}, "");
}

}  // namespace pairbook::relay
