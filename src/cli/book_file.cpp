#include "cli/book_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <vector>

#include "cli/files.hpp"

namespace pairbook::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_book = std::size_t{1} << 30U;

// The number of a file and the nanosecond it was made: a copy has others, and a number that
// is given again comes with another time. Disks that know no such time have the machine's name.
app::FilePlace place_of(int handle) {
  base::ByteWriter place;
  struct statx about {};
  if (::statx(handle, "", AT_EMPTY_PATH, STATX_INO | STATX_BTIME, &about) == 0) {
    place.u64(about.stx_ino);
    if ((about.stx_mask & STATX_BTIME) != 0) {
      place.i64(about.stx_btime.tv_sec);
      place.u32(about.stx_btime.tv_nsec);
    }
  }
  constexpr std::size_t longest_name = 1024;
  const auto machine = read_file("/etc/machine-id", longest_name);
  return crypto::hash({base::bytes_of("pairbook/v1/file-place"), place.view(),
                       machine ? base::BytesView(*machine) : base::BytesView()});
}

Filling at_place(const BookFile::Filling& filling) {
  return [&filling](int handle) { return filling(place_of(handle)); };
}

// What a killed run left behind has the same name but for six letters. Whoever holds the book
// is the only one who writes beside it.
void remove_left_over(const fs::path& path) {
  std::error_code ignored;
  const fs::path target = fs::canonical(path, ignored);
  const std::string start = "." + target.filename().string() + ".";
  std::vector<fs::path> old;
  for (const auto& item : fs::directory_iterator(target.parent_path(), ignored)) {
    const std::string name = item.path().filename().string();
    if (name.size() == start.size() + 6 && name.starts_with(start)) old.push_back(item.path());
  }
  for (const fs::path& file : old) fs::remove(file, ignored);
}

}  // namespace

Outcome<BookFile> BookFile::hold(const std::string& path, For purpose) {
  const int kind = (purpose == For::writing ? LOCK_EX : LOCK_SH) | LOCK_NB;
  for (;;) {
    BookFile file(path, ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.handle_ < 0) return system_failure(path, "opened");
    struct stat ours {};
    if (::fstat(file.handle_, &ours) != 0) return system_failure(path, "opened");
    if (!S_ISREG(ours.st_mode)) {
      return refuse(Status::not_a_book,
                    path + " is not a file. Name a file that ends in .pairbook.");
    }
    if (purpose == For::writing && ::access(path.c_str(), W_OK) != 0) {
      return system_failure(path, "written");
    }
    if (::flock(file.handle_, kind) != 0) {
      if (errno != EWOULDBLOCK) return system_failure(path, "locked");
      return refuse(Status::in_use,
                    path + " is in use by another pairbook. Try again when it is done.");
    }
    // Between opening and locking, another program may have put a new file in its place.
    struct stat there {};
    if (::stat(path.c_str(), &there) != 0) return system_failure(path, "opened");
    if (ours.st_ino == there.st_ino && ours.st_dev == there.st_dev) return file;
  }
}

BookFile::~BookFile() {
  if (handle_ >= 0) ::close(handle_);
}

Outcome<base::Bytes> BookFile::read() const {
  return read_file(path_, longest_book);
}

app::FilePlace BookFile::place() const {
  return place_of(handle_);
}

Outcome<void> BookFile::replace(const Filling& filling) const {
  remove_left_over(path_);
  return put_file(path_, Over::old_file, at_place(filling));
}

Outcome<void> BookFile::create(const std::string& path, const Filling& filling) {
  return put_file(path, Over::new_name, at_place(filling));
}

}  // namespace pairbook::cli
