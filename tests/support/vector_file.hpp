#pragma once

#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pairbook::testing_support {

/// A vector in tests/vectors: lines `name: value`, one blank line between cases, # for
/// comments.
using VectorCase = std::map<std::string, std::string>;

inline std::string read_text_file(const std::string& path) {
  std::string text;
  if (std::FILE* file = std::fopen(path.c_str(), "rb")) {
    char block[65536];
    for (std::size_t got = 0; (got = std::fread(block, 1, sizeof block, file)) > 0;) {
      text.append(block, got);
    }
    std::fclose(file);
  }
  return text;
}

/// Where a vector file is: `vector_path("entry/good.txt")`.
inline std::string vector_path(std::string_view name) {
  return std::string(PAIRBOOK_SOURCE_DIR "/tests/vectors/").append(name);
}

inline std::vector<VectorCase> read_vectors(std::string_view name) {
  const std::string text = read_text_file(vector_path(name));
  std::vector<VectorCase> cases;
  VectorCase now;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    at = end + 1;
    const std::size_t colon = line.find(": ");
    if (line.empty() && !now.empty()) cases.push_back(std::exchange(now, {}));
    if (line.empty() || line[0] == '#' || colon == std::string::npos) continue;
    now[line.substr(0, colon)] = line.substr(colon + 2);
  }
  if (!now.empty()) cases.push_back(now);
  return cases;
}

}  // namespace pairbook::testing_support
