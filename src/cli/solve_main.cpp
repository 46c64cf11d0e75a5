// `pairbook solve` alone, as WebAssembly under node: node pairbook-solve.js FILE
// [--certificate]
#include <cstdio>
#include <string>

#include "cli/solve_file.hpp"

int main(int argc, char** argv) {
  std::string file;
  bool certificate = false;
  for (int i = 1; i < argc; ++i) {
    if (std::string(argv[i]) == "--certificate") {
      certificate = true;
    } else if (file.empty()) {
      file = argv[i];
    } else {
      file.clear();
      break;
    }
  }
  if (file.empty()) {
    std::fputs("Usage: node pairbook-solve.js FILE [--certificate]\n", stderr);
    return 2;
  }
  const auto report = pairbook::cli::solve_file(file, certificate);
  std::fputs(report.text.c_str(), stdout);
  if (report.mistake.empty()) return 0;
  std::fputs(("pairbook: " + report.mistake + "\n").c_str(), stderr);
  return 2;
}
