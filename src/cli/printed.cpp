#include "cli/printed.hpp"

#include <algorithm>

#include "pairbook/base/text.hpp"

namespace pairbook::cli {
std::string harmless(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t sign = base::next_code_point(text, at);
    const bool acts = (sign < 0x20 && sign != U'\n') || (sign >= 0x7f && sign < 0xa0);
    base::append_utf8(out, acts ? U' ' : sign);
  }
  return out;
}

std::string shortened(std::string_view text, std::size_t longest) {
  std::string out;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size(); ++letters) {
    if (letters + 1 == longest && base::count_code_points(text.substr(at)) > 1) {
      return out + "…";
    }
    base::append_utf8(out, base::next_code_point(text, at));
  }
  return out;
}

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
  return out.append("}");
}

std::string json_list(const std::vector<std::string>& values) {
  return "[" + base::join(values, ",") + "]";
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
      std::string cell = harmless(row[i]);
      std::ranges::replace(cell, '\n', ' ');
      line.append(cell);
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
