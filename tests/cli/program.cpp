#include "program.hpp"

#include <stdlib.h>
#include <sys/wait.h>

#include <cstdio>
#include <fstream>
#include <sstream>

namespace pairbook::testing_support {

namespace fs = std::filesystem;

Ran run(const std::string& command) {
  Ran ran;
  std::FILE* pipe = popen(("( " + command + "\n) 2>&1").c_str(), "r");
  char piece[4096];
  for (std::size_t size = 0; (size = std::fread(piece, 1, sizeof piece, pipe)) > 0;) {
    ran.output.append(piece, size);
  }
  const int status = pclose(pipe);
  ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
  return ran;
}

Folder::Folder() : before_(fs::current_path()) {
  std::string name = fs::temp_directory_path() / "pairbook-session-XXXXXX";
  here_ = mkdtemp(name.data());
  fs::current_path(here_);
}

Folder::~Folder() {
  fs::current_path(before_);
  fs::remove_all(here_);
}

std::string contents(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

void write(const fs::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
}

}  // namespace pairbook::testing_support
