#pragma once

#include <filesystem>
#include <string>

// The real program in a folder of its own.
namespace pairbook::testing_support {

struct Ran {
  int status = 0;  // 128 and more: ended by a signal
  std::string output;
};

/// A shell command; both outputs. `pairbook` is the program that was built.
Ran run(const std::string& command);

/// A folder that is the current one until this goes, and is removed then.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

 private:
  std::filesystem::path before_, here_;
};

[[nodiscard]] std::string contents(const std::filesystem::path& file);
void write(const std::filesystem::path& file, const std::string& text);

}  // namespace pairbook::testing_support
