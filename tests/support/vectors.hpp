#pragma once

// Files of tests/vectors, for every module's tests.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "pairbook/base/text.hpp"

namespace pairbook::test {

/// A file under the source folder; fails the test run when it is missing.
inline std::string source_file(const std::string& path) {
  std::string text;
  std::FILE* file = std::fopen((std::string(PAIRBOOK_SOURCE_DIR "/") + path).c_str(), "rb");
  if (file == nullptr) {
    std::fprintf(stderr, "missing: %s\n", path.c_str());
    std::abort();
  }
  char block[65536];
  for (std::size_t got = 0; (got = std::fread(block, 1, sizeof block, file)) > 0;) {
    text.append(block, got);
  }
  std::fclose(file);
  return text;
}

inline std::string vector_file(const std::string& name) {
  return source_file("tests/vectors/" + name);
}

struct VectorLine {
  std::vector<std::string> words;
  std::string note;  // after #
};

/// Lines of blank-separated words; # starts a note. Lines without words are left out.
inline std::vector<VectorLine> vector_lines(const std::string& name) {
  std::vector<VectorLine> lines;
  for (const std::string& line : base::split(vector_file(name), "\n")) {
    const std::size_t hash = line.find('#');
    const std::string_view note = hash == std::string::npos
                                      ? std::string_view()
                                      : std::string_view(line).substr(hash + 1);
    VectorLine made{base::split(std::string_view(line).substr(0, hash), " "),
                    std::string(base::trim(note))};
    if (!made.words.empty()) lines.push_back(std::move(made));
  }
  return lines;
}

}  // namespace pairbook::test
