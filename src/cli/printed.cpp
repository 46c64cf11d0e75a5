#include "cli/printed.hpp"

#include <algorithm>

#include "pairbook/base/text.hpp"

namespace pairbook::cli {
namespace {

// What a terminal would act on becomes a blank: names come from other people's files.
std::string harmless(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t sign = base::next_code_point(text, at);
    base::append_utf8(out, sign < 0x20 || (sign >= 0x7f && sign < 0xa0) ? U' ' : sign);
  }
  return out;
}

}  // namespace

std::string json_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out.append(1, '\\').append(1, c);
    } else if (byte < 0x20 || byte == 0x7f) {
      out.append("\\u00");
      out.push_back("0123456789abcdef"[byte >> 4U]);
      out.push_back("0123456789abcdef"[byte & 15U]);
    } else {
      out.push_back(c);
    }
  }
  return out.append("\"");
}

std::string json_object(const std::vector<std::pair<std::string, std::string>>& members) {
  std::string out = "{";
  for (const auto& [name, value] : members) {
    if (out.size() > 1) out.append(",");
    out.append(json_text(name)).append(":").append(value);
  }
  return out.append("}\n");
}

std::string in_columns(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    if (widths.size() < row.size()) widths.resize(row.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], base::count_code_points(row[i]));
    }
  }
  std::string out;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      line.append(harmless(row[i]));
      line.append(widths[i] - base::count_code_points(row[i]) + 2, ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out.append(line).append("\n");
  }
  return out;
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  std::string out = std::to_string(number);
  return out.append(" ").append(number == 1 ? one : many);
}

}  // namespace pairbook::cli
