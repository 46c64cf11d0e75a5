#pragma once

#include <sqlite3.h>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

#include "pairbook/base/bytes.hpp"

/// A thin door to SQLite: one connection, its statements, and errors as exceptions.
namespace pairbook::relay::sqlite {

/// What SQLite said. `code` is its own extended code.
struct Failure : std::runtime_error {
  Failure(int what, const std::string& text) : std::runtime_error(text), code(what) {}
  int code;
};

class Statement;

class Connection {
 public:
  /// `vfs` is the name of SQLite's file layer; tests give one that fails on purpose.
  Connection(const std::string& file, bool may_write, const char* vfs = nullptr);

  void run(const char* sql);
  [[nodiscard]] std::int64_t number(const char* sql);
  [[nodiscard]] std::string text(const char* sql);
  [[nodiscard]] sqlite3* handle() const { return handle_.get(); }
  [[noreturn]] void fail(int code) const;

 private:
  struct Closer {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  std::unique_ptr<sqlite3, Closer> handle_;
};

/// A prepared statement. Values are bound in their order; `row` steps; `done` steps to the end.
class Statement {
 public:
  Statement(Connection& connection, const char* sql);
  ~Statement() { sqlite3_finalize(handle_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  /// Begins anew with these values.
  template <class... Values>
  Statement& with(const Values&... values) {
    sqlite3_reset(handle_);
    int at = 0;
    (bind(++at, values), ...);
    return *this;
  }
  [[nodiscard]] bool row();
  void done();
  /// Ends the reading, so that nothing is held open.
  void end() { sqlite3_reset(handle_); }

  [[nodiscard]] std::int64_t number(int column) const;
  [[nodiscard]] std::uint64_t count(int column) const;
  [[nodiscard]] base::BytesView bytes(int column) const;
  /// Throws when it is not exactly as long.
  template <std::size_t N>
  [[nodiscard]] std::array<std::byte, N> fixed(int column) const {
    const base::BytesView from = bytes(column);
    if (from.size() != N) throw Failure(SQLITE_CORRUPT, "a value of the wrong length");
    std::array<std::byte, N> out{};
    std::copy(from.begin(), from.end(), out.begin());
    return out;
  }

 private:
  void bind(int at, std::int64_t value);
  void bind(int at, std::uint64_t value) { bind(at, static_cast<std::int64_t>(value)); }
  void bind(int at, bool value) { bind(at, static_cast<std::int64_t>(value)); }
  void bind(int at, base::BytesView value);
  template <std::size_t N>
  void bind(int at, const std::array<std::byte, N>& value) {
    bind(at, base::BytesView(value));
  }
  void check(int code) const;

  Connection& connection_;
  sqlite3_stmt* handle_ = nullptr;
};

}  // namespace pairbook::relay::sqlite
