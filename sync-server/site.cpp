#include "sync-server/site.hpp"

#include <array>
#include <cstdint>
#include <utility>

namespace pairbook::relay {
namespace {

struct MediaType {
  std::string_view ending;
  std::string_view type;
};

constexpr std::array<MediaType, 18> media_types{{
    {"html", "text/html; charset=utf-8"},
    {"js", "text/javascript; charset=utf-8"},
    {"mjs", "text/javascript; charset=utf-8"},
    {"css", "text/css; charset=utf-8"},
    {"wasm", "application/wasm"},
    {"json", "application/json"},
    {"map", "application/json"},
    {"ttf", "font/ttf"},
    {"woff2", "font/woff2"},
    {"svg", "image/svg+xml"},
    {"png", "image/png"},
    {"jpg", "image/jpeg"},
    {"webp", "image/webp"},
    {"ico", "image/vnd.microsoft.icon"},
    {"webmanifest", "application/manifest+json"},
    {"txt", "text/plain; charset=utf-8"},
    {"csv", "text/csv; charset=utf-8"},
    {"pdf", "application/pdf"},
}};

std::string_view last_part(std::string_view path) {
  return path.substr(path.find_last_of('/') + 1);  // npos + 1 is 0
}

std::string_view ending(std::string_view path) {
  const std::string_view name = last_part(path);
  const auto dot = name.find_last_of('.');
  return dot == std::string_view::npos ? std::string_view{} : name.substr(dot + 1);
}

bool is_lower_hex(std::string_view text) {
  return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// FNV-1a over the bytes, and their count. It only has to notice that a file has changed; nobody
// gains by making two files of one's own site look alike.
std::string tag_of(std::string_view bytes) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : bytes) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  }
  std::string tag;
  for (const std::uint64_t number : {hash, static_cast<std::uint64_t>(bytes.size())}) {
    if (!tag.empty()) tag.push_back('-');
    for (int shift = 60; shift >= 0; shift -= 4) {
      const auto digit = static_cast<std::size_t>((number >> shift) & 15u);
      if (digit != 0 || shift == 0 || (!tag.empty() && tag.back() != '-')) {
        tag.push_back("0123456789abcdef"[digit]);
      }
    }
  }
  return tag;
}

// Moves "x.br" into "x" when there is an "x".
void adopt_forms(Site& site, std::string_view suffix, Bytes SiteFile::*form) {
  for (auto at = site.files.begin(); at != site.files.end();) {
    const std::string& path = at->first;
    if (path.ends_with(suffix)) {
      const auto original =
          site.files.find(std::string_view(path).substr(0, path.size() - suffix.size()));
      if (original != site.files.end()) {
        original->second.*form = std::move(at->second.plain);
        at = site.files.erase(at);
        continue;
      }
    }
    ++at;
  }
}

}  // namespace

const SiteFile* Site::find(std::string_view path) const {
  const auto at = files.find(path);
  return at == files.end() ? nullptr : &at->second;
}

std::size_t Site::bytes() const {
  std::size_t sum = 0;
  for (const auto& [path, file] : files) {
    for (const Bytes& form : {file.plain, file.brotli, file.gzip})
      sum += form ? form->size() : 0;
  }
  return sum;
}

void add_file(Site& site, std::string path, std::string content) {
  SiteFile file;
  file.tag = tag_of(content);
  file.media_type = media_type(path);
  file.hashed = is_content_hashed(path);
  file.plain = std::make_shared<const std::string>(std::move(content));
  site.files.insert_or_assign(std::move(path), std::move(file));
}

void settle(Site& site) {
  adopt_forms(site, ".br", &SiteFile::brotli);
  adopt_forms(site, ".gz", &SiteFile::gzip);
}

std::string_view media_type(std::string_view path) {
  const std::string_view wanted = ending(path);
  for (const MediaType& known : media_types) {
    if (known.ending == wanted) return known.type;
  }
  return "application/octet-stream";
}

bool is_content_hashed(std::string_view path) {
  const std::string_view name = last_part(path);
  const auto last = name.find_last_of('.');
  if (last == std::string_view::npos || last + 1 == name.size() || last == 0) return false;
  const auto before = name.find_last_of('.', last - 1);
  if (before == std::string_view::npos || before == 0) return false;
  const std::string_view hash = name.substr(before + 1, last - before - 1);
  return hash.size() >= 8 && hash.size() <= 64 && is_lower_hex(hash);
}

}  // namespace pairbook::relay
