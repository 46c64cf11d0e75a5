// header  = part *( "," part )
// part    = coding [ ";" "q=" quality ]     blanks allowed around each; case does not matter
// coding  = "br" / "gzip" / "x-gzip" / "identity" / "*" / other
// quality = "0" [ "." 0*3digit ] / "1" [ "." 0*3"0" ]
#include "sync-server/content_coding.hpp"

#include <string>

namespace pairbook::relay {
namespace {

constexpr int unsaid = -1;
constexpr int full = 1000;

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::optional<int> quality(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return {};
  int value = (text[0] - '0') * full;
  if (text.size() == 1) return value;
  if (text[1] != '.') return {};
  int unit = 100;
  for (const char digit : text.substr(2)) {
    if (digit < '0' || digit > '9') return {};
    value += (digit - '0') * unit;
    unit /= 10;
  }
  if (value > full) return {};
  return value;
}

// Quality of one part: full when not given, nothing when it cannot be read.
std::optional<int> quality_of_part(std::string_view parameters) {
  if (parameters.empty()) return full;
  const std::string text = lower(trimmed(parameters));
  if (!text.starts_with("q=")) return {};
  return quality(std::string_view(text).substr(2));
}

}  // namespace

std::string_view coding_name(Coding coding) {
  switch (coding) {
    case Coding::brotli:
      return "br";
    case Coding::gzip:
      return "gzip";
    case Coding::identity:
      return "";
  }
  return "";
}

Accepted Accepted::from(std::string_view header) {
  int brotli = unsaid;
  int gzip = unsaid;
  int identity = unsaid;
  int rest = unsaid;
  while (!header.empty()) {
    const auto comma = header.find(',');
    const std::string_view part = header.substr(0, comma);
    header.remove_prefix(comma == std::string_view::npos ? header.size() : comma + 1);
    const auto semicolon = part.find(';');
    const std::string coding = lower(trimmed(part.substr(0, semicolon)));
    const auto q = quality_of_part(
        semicolon == std::string_view::npos ? std::string_view{} : part.substr(semicolon + 1));
    if (!q) continue;
    if (coding == "br") brotli = *q;
    if (coding == "gzip" || coding == "x-gzip") gzip = *q;
    if (coding == "identity") identity = *q;
    if (coding == "*") rest = *q;
  }
  const auto or_rest = [rest](int said, int otherwise) {
    if (said != unsaid) return said;
    return rest != unsaid ? rest : otherwise;
  };
  // Identity that nobody mentioned is a last resort, below any coding that was asked for.
  return {.brotli = or_rest(brotli, 0),
          .gzip = or_rest(gzip, 0),
          .identity = identity != unsaid ? identity : (rest == 0 ? 0 : 1)};
}

std::optional<Coding> Accepted::best(bool has_brotli, bool has_gzip) const {
  std::optional<Coding> found;
  int best_quality = 0;
  const auto consider = [&](bool exists, int q, Coding coding) {
    if (!exists || q <= best_quality) return;
    best_quality = q;
    found = coding;
  };
  consider(has_brotli, brotli, Coding::brotli);
  consider(has_gzip, gzip, Coding::gzip);
  consider(true, identity, Coding::identity);
  return found;
}

}  // namespace pairbook::relay
