#include "sync-server/store/sqlite_care.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>
#include <utility>

#include "sync-server/store/sqlite.hpp"
#include "sync-server/store/sqlite_session.hpp"

namespace pairbook::relay {

using sqlite::Connection;

namespace {

namespace fs = std::filesystem;

std::string in_quotes(const std::string& file) {
  return "\"" + file + "\"";
}

std::unexpected<std::string> damaged(const std::string& file, const std::string& what) {
  return std::unexpected("The store " + in_quotes(file) + " is damaged: " + what + ".");
}

void flush(const std::string& file) {
  const int handle = open(file.c_str(), O_RDONLY | O_CLOEXEC);
  const bool is_flushed = handle >= 0 && fsync(handle) == 0;
  if (handle >= 0) close(handle);
  if (!is_flushed) throw sqlite::Failure(SQLITE_IOERR_FSYNC, "it cannot be flushed");
}

void flush_folder_of(const std::string& file) {
  const fs::path folder = fs::absolute(file).parent_path();
  flush(folder.string());
}

// SQLite's online copy: of one moment, whatever is written meanwhile.
void copy(const std::string& from, const std::string& to) {
  const int handle = open(to.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (handle < 0) throw sqlite::Failure(SQLITE_CANTOPEN, "the copy cannot be made");
  close(handle);
  Connection source(from, false);
  Connection target(to, true);
  sqlite3_backup* backup =
      sqlite3_backup_init(target.handle(), "main", source.handle(), "main");
  if (backup == nullptr) target.fail(sqlite3_errcode(target.handle()));
  sqlite3_backup_step(backup, -1);
  const int code = sqlite3_backup_finish(backup);
  if (code != SQLITE_OK) target.fail(code);
  // One file that can be carried about: no log beside it.
  target.run("PRAGMA journal_mode=DELETE");
}

template <class Work>
std::expected<StoreContents, std::string> attempt(const std::string& what, const Work& work) {
  try {
    return work();
  } catch (const std::exception& failure) {
    return std::unexpected(what + ": " + failure.what() + ".");
  }
}

}  // namespace

std::expected<FileLock, std::string> FileLock::take(const std::string& file) {
  const int handle = open((file + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (handle < 0) {
    return std::unexpected("The store " + in_quotes(file) +
                           " cannot be used: its folder is missing or may not be written.");
  }
  if (flock(handle, LOCK_EX | LOCK_NB) != 0) {
    close(handle);
    return std::unexpected("The store " + in_quotes(file) +
                           " is in use by another relay. Stop it, or name another file.");
  }
  return FileLock(handle);
}

FileLock::FileLock(FileLock&& other) noexcept : handle_(std::exchange(other.handle_, -1)) {}

FileLock::~FileLock() {
  if (handle_ >= 0) close(handle_);
}

std::expected<StoreContents, std::string> check_sqlite(const std::string& file) {
  if (!fs::exists(file)) {
    return std::unexpected("The store " + in_quotes(file) + " does not exist.");
  }
  return attempt(
      "The store " + in_quotes(file) + " cannot be read",
      [&]() -> std::expected<StoreContents, std::string> {
        Connection connection(file, false);
        if (connection.number("PRAGMA application_id") != 0x50425231) {
          return std::unexpected(in_quotes(file) + " is not a relay's store.");
        }
        if (connection.number("PRAGMA user_version") != sqlite_version) {
          return std::unexpected("Another version of this program has written the store " +
                                 in_quotes(file) + ".");
        }
        if (connection.text("PRAGMA integrity_check") != "ok") {
          return damaged(file, "SQLite's own check fails");
        }
        SqliteSession session(file, false);
        session.begin(false);
        auto contents = check_whole(session);
        if (!contents) return damaged(file, contents.error());
        return contents;
      });
}

std::expected<StoreContents, std::string> back_up_sqlite(const std::string& from,
                                                         const std::string& to) {
  if (!fs::exists(from)) {
    return std::unexpected("The store " + in_quotes(from) + " does not exist.");
  }
  if (fs::exists(to)) {
    return std::unexpected(in_quotes(to) + " exists already. Name another file.");
  }
  const std::string part = to + ".part";
  auto made = attempt("The copy " + in_quotes(to) + " cannot be written", [&] {
    fs::remove(part);
    copy(from, part);
    auto checked = check_sqlite(part);
    if (!checked) return checked;
    flush(part);
    fs::rename(part, to);
    flush_folder_of(to);
    return checked;
  });
  std::error_code ignored;
  if (!made) fs::remove(part, ignored);
  return made;
}

std::expected<StoreContents, std::string> restore_sqlite(const std::string& from,
                                                         const std::string& to) {
  auto checked = check_sqlite(from);
  if (!checked) return checked;
  const auto lock = FileLock::take(to);
  if (!lock) return std::unexpected(lock.error());
  const std::string part = to + ".part";
  auto made = attempt("The store " + in_quotes(to) + " cannot be put back", [&] {
    fs::remove(part);
    copy(from, part);
    flush(part);
    if (fs::exists(to)) {
      // What is still in the log belongs to the file before it is put aside.
      try {
        Connection(to, true).run("PRAGMA wal_checkpoint(TRUNCATE)");
      } catch (const sqlite::Failure&) {
        // Damaged, perhaps; it is kept as it is, and its log with it.
      }
      fs::rename(to, to + ".before");
      std::error_code none;
      fs::rename(to + "-wal", to + ".before-wal", none);
      fs::remove(to + "-shm", none);
    }
    fs::rename(part, to);
    flush_folder_of(to);
    return checked;
  });
  std::error_code ignored;
  if (!made) fs::remove(part, ignored);
  return made;
}

}  // namespace pairbook::relay
