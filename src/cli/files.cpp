#include "cli/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace pairbook::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t piece_bytes = 256 * 1024;

class Handle {
 public:
  explicit Handle(int number) : number_(number) {}
  ~Handle() { close(); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  bool close() {
    if (number_ < 0) return true;
    const bool closed = ::close(number_) == 0;
    number_ = -1;
    return closed;
  }

 private:
  int number_;
};

bool write_all(int handle, base::BytesView bytes) {
  while (!bytes.empty()) {
    const ssize_t size = ::write(handle, bytes.data(), bytes.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(size));
  }
  return true;
}

// So that the new name is on the disk too, not only the bytes.
void flush_folder(const fs::path& folder) {
  const Handle handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (handle.is_open()) ::fsync(handle.number());
}

// A file beside `target`, gone again unless it is kept.
class Beside {
 public:
  explicit Beside(const fs::path& target)
      : name_((target.parent_path() / ("." + target.filename().string() + ".XXXXXX")).string()),
        handle_(::mkostemp(name_.data(), O_CLOEXEC)) {}
  ~Beside() {
    if (!name_.empty() && handle_.is_open()) ::unlink(name_.c_str());
  }
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;
  [[nodiscard]] const Handle& handle() const { return handle_; }
  [[nodiscard]] const char* name() const { return name_.c_str(); }
  bool fill(base::BytesView bytes, mode_t mode) {
    return ::fchmod(handle_.number(), mode) == 0 && write_all(handle_.number(), bytes) &&
           ::fsync(handle_.number()) == 0;
  }
  void keep() { name_.clear(); }

 private:
  std::string name_;
  Handle handle_;
};

mode_t usual_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

Outcome<void> write_in_place(const std::string& path, int number, base::BytesView bytes) {
  if (!write_all(number, bytes)) return system_failure(path, "written");
  return {};
}

std::unexpected<Failure> exists_already(const std::string& path) {
  return refuse(Status::bad_input,
                path + " exists already and is left as it is. Choose another name.");
}

}  // namespace

std::unexpected<Failure> system_failure(const std::string& path, std::string_view what) {
  const int number = errno;
  if (number == ENOENT) {
    return refuse(Status::bad_input, path + " does not exist. Check the name and the folder.");
  }
  std::string sentence = path + " cannot be ";
  sentence.append(what).append(": ").append(std::strerror(number)).append(".");
  if (number == ENOSPC || number == EDQUOT) sentence.append(" Free some room and try again.");
  return refuse(Status::storage, std::move(sentence));
}

std::string spoken_name(const std::string& path) {
  return path == "-" ? "Standard input" : path;
}

Outcome<base::Bytes> read_file(const std::string& path, std::size_t longest) {
  const bool is_input = path == "-";
  const std::string name = is_input ? "Standard input" : path;
  Handle handle(is_input ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!handle.is_open()) return system_failure(name, "opened");
  base::Bytes bytes;
  for (;;) {
    const std::size_t before = bytes.size();
    bytes.resize(before + piece_bytes);
    const ssize_t size = ::read(handle.number(), bytes.data() + before, piece_bytes);
    bytes.resize(before + (size > 0 ? static_cast<std::size_t>(size) : 0));
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return system_failure(name, "read");
    if (size == 0) return bytes;
    if (bytes.size() > longest) {
      return refuse(Status::bad_input, name + " is too large: more than " +
                                           std::to_string(longest >> 20U) + " MiB.");
    }
  }
}

Outcome<void> put_file(const std::string& path, Over over, const Filling& filling) {
  struct stat old {};
  const bool exists = ::stat(path.c_str(), &old) == 0;
  std::error_code unknown;
  const fs::path target = exists ? fs::canonical(path, unknown) : fs::absolute(path, unknown);
  if (unknown) return system_failure(path, "written");
  Beside fresh(target);
  if (!fresh.handle().is_open()) return system_failure(path, "written");
  const auto bytes = filling(fresh.handle().number());
  if (!bytes) return std::unexpected(bytes.error());
  // Who runs as somebody else, as root does, takes nobody's file away; where that is not
  // allowed the file is the writer's, as any new file is.
  const bool same_owner =
      exists && ::fchown(fresh.handle().number(), old.st_uid, old.st_gid) == 0;
  static_cast<void>(same_owner);
  const mode_t mode = over == Over::new_name ? 0600
                      : exists               ? old.st_mode & 07777
                                             : usual_mode();
  if (!fresh.fill(*bytes, mode)) return system_failure(path, "written");
  if (over == Over::new_name) {
    // A second name for it, not a renaming: that fails when somebody else was faster.
    if (::link(fresh.name(), target.c_str()) != 0) {
      return errno == EEXIST ? exists_already(path) : system_failure(path, "written");
    }
  } else {
    if (::rename(fresh.name(), target.c_str()) != 0) return system_failure(path, "written");
    fresh.keep();
  }
  flush_folder(target.parent_path());
  return {};
}

Outcome<void> replace_file(const std::string& path, base::BytesView bytes) {
  if (path == "-") return write_in_place("Standard output", STDOUT_FILENO, bytes);
  struct stat old {};
  if (::stat(path.c_str(), &old) == 0 && !S_ISREG(old.st_mode)) {
    const Handle handle(
        ::open(path.c_str(), O_WRONLY | O_CLOEXEC));  // nothing can be beside it
    if (!handle.is_open()) return system_failure(path, "written");
    return write_in_place(path, handle.number(), bytes);
  }
  return put_file(path, Over::old_file, [&](int) -> Outcome<base::Bytes> {
    return base::Bytes(bytes.begin(), bytes.end());
  });
}

Outcome<void> create_file(const std::string& path, base::BytesView bytes) {
  return put_file(path, Over::new_name, [&](int) -> Outcome<base::Bytes> {
    return base::Bytes(bytes.begin(), bytes.end());
  });
}

void remove_file(const std::string& path) {
  ::unlink(path.c_str());
}

Outcome<void> check_is_free(const std::string& path) {
  struct stat there {};
  if (::lstat(path.c_str(), &there) == 0) return exists_already(path);
  return {};
}

}  // namespace pairbook::cli
