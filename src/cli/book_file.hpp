#pragma once

#include <functional>
#include <string>

#include "cli/failure.hpp"
#include "pairbook/app/keeper.hpp"

namespace pairbook::cli {

/// A book file, held as long as this lives: two programs never write one book at the same
/// time, and nobody reads while one writes.
class BookFile {
 public:
  enum class For { reading, writing };

  /// Errors: in_use while another program holds it; bad_input without such a file; storage,
  ///         also when it is to be written and is write-protected.
  [[nodiscard]] static Outcome<BookFile> hold(const std::string& path, For purpose);

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] Outcome<base::Bytes> read() const;
  /// Where it lies; a copy of it lies elsewhere.
  [[nodiscard]] app::FilePlace place() const;

  /// The bytes of a book for the place it will have.
  using Filling = std::function<Outcome<base::Bytes>(const app::FilePlace&)>;
  /// Puts a new file in its place: the old one or the new one is there, whatever happens.
  [[nodiscard]] Outcome<void> replace(const Filling& filling) const;
  /// A new file, for its owner only. Errors: bad_input when there is one of that name.
  [[nodiscard]] static Outcome<void> create(const std::string& path, const Filling& filling);

  BookFile(BookFile&& other) noexcept : path_(std::move(other.path_)), handle_(other.handle_) {
    other.handle_ = -1;
  }
  BookFile(const BookFile&) = delete;
  BookFile& operator=(const BookFile&) = delete;
  ~BookFile();

 private:
  BookFile(std::string path, int handle) : path_(std::move(path)), handle_(handle) {}
  std::string path_;
  int handle_ = -1;
};

}  // namespace pairbook::cli
