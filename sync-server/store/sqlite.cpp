#include "sync-server/store/sqlite.hpp"

namespace pairbook::relay::sqlite {

namespace {

constexpr int patience_ms = 5000;

}  // namespace

Connection::Connection(const std::string& file, bool may_write, const char* vfs) {
  sqlite3* raw = nullptr;
  const int flags =
      (may_write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX;
  const int code = sqlite3_open_v2(file.c_str(), &raw, flags, vfs);
  handle_.reset(raw);
  if (code != SQLITE_OK) fail(code);
  sqlite3_extended_result_codes(raw, 1);
  sqlite3_busy_timeout(raw, patience_ms);
  run("PRAGMA trusted_schema=OFF");
}

void Connection::fail(int code) const {
  const std::string text = handle_ ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code);
  throw Failure(code, text);
}

void Connection::run(const char* sql) {
  const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

std::int64_t Connection::number(const char* sql) {
  Statement statement(*this, sql);
  return statement.row() ? statement.number(0) : 0;
}

std::string Connection::text(const char* sql) {
  Statement statement(*this, sql);
  return statement.row() ? base::text_of(statement.bytes(0)) : std::string();
}

Statement::Statement(Connection& connection, const char* sql) : connection_(connection) {
  check(sqlite3_prepare_v3(connection.handle(), sql, -1, SQLITE_PREPARE_PERSISTENT, &handle_,
                           nullptr));
}

bool Statement::row() {
  const int code = sqlite3_step(handle_);
  if (code == SQLITE_ROW) return true;
  sqlite3_reset(handle_);
  if (code != SQLITE_DONE) connection_.fail(code);
  return false;
}

void Statement::done() {
  while (row()) {
  }
}

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(handle_, column);
}

std::uint64_t Statement::count(int column) const {
  const std::int64_t value = number(column);
  if (value < 0) throw Failure(SQLITE_CORRUPT, "a count below zero");
  return static_cast<std::uint64_t>(value);
}

base::BytesView Statement::bytes(int column) const {
  const auto* data = static_cast<const std::byte*>(sqlite3_column_blob(handle_, column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(handle_, column));
  return data == nullptr ? base::BytesView{} : base::BytesView{data, size};
}

void Statement::bind(int at, std::int64_t value) {
  check(sqlite3_bind_int64(handle_, at, value));
}

void Statement::bind(int at, base::BytesView value) {
  // Without bytes it is NULL. The caller's bytes stay where they are until the statement is
  // done.
  check(value.empty()
            ? sqlite3_bind_null(handle_, at)
            : sqlite3_bind_blob64(handle_, at, value.data(), value.size(), SQLITE_STATIC));
}

void Statement::check(int code) const {
  if (code != SQLITE_OK) connection_.fail(code);
}

}  // namespace pairbook::relay::sqlite
