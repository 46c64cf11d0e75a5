#pragma once

#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "pairbook/base/bytes.hpp"
#include "sync-server/store/session.hpp"

/// A thin door to PostgreSQL: one connection in pipeline mode, its statements, and errors as
/// exceptions.
namespace pairbook::relay::postgres {

/// What PostgreSQL said. What may be tried again at once is an Again instead.
struct Failure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Values of a statement, in the binary format. They live as long as this does.
class Values {
 public:
  template <class... Each>
  explicit Values(const Each&... values) {
    held_.reserve(sizeof...(values));
    (add(values), ...);
  }
  [[nodiscard]] int size() const { return static_cast<int>(data_.size()); }
  [[nodiscard]] const char* const* data() const { return data_.data(); }
  [[nodiscard]] const int* lengths() const { return lengths_.data(); }
  [[nodiscard]] const int* formats() const { return formats_.data(); }

 private:
  void add(std::int64_t value);
  void add(std::uint64_t value) { add(static_cast<std::int64_t>(value)); }
  void add(bool value) { add(static_cast<std::int64_t>(value)); }
  void add(base::BytesView value);  // without bytes it is NULL
  void add(const std::vector<base::BytesView>& values);
  template <std::size_t N>
  void add(const std::array<std::byte, N>& value) {
    add(base::BytesView(value));
  }

  std::vector<base::Bytes> held_;
  std::vector<const char*> data_;
  std::vector<int> lengths_;
  std::vector<int> formats_;
};

/// Rows that came back.
class Result {
 public:
  explicit Result(PGresult* result = nullptr) : result_(result) {}
  [[nodiscard]] int rows() const { return result_ ? PQntuples(result_.get()) : 0; }
  [[nodiscard]] std::int64_t number(int row, int column) const;
  [[nodiscard]] std::uint64_t count(int row, int column) const;
  [[nodiscard]] base::BytesView bytes(int row, int column) const;
  /// Throws when it is not exactly as long.
  template <std::size_t N>
  [[nodiscard]] std::array<std::byte, N> fixed(int row, int column) const {
    const base::BytesView from = bytes(row, column);
    if (from.size() != N) throw Failure("a value of the wrong length");
    std::array<std::byte, N> out{};
    std::ranges::copy(from, out.begin());
    return out;
  }

 private:
  struct Clearer {
    void operator()(PGresult* result) const { PQclear(result); }
  };
  std::unique_ptr<PGresult, Clearer> result_;
};

struct Prepared {
  const char* name;
  const char* sql;
};

/// Statements are queued and travel together: a transaction that only writes takes one journey
/// to the database and back, however many statements it has.
class Connection {
 public:
  /// `address` is postgresql://…, or anything libpq takes. Throws Failure.
  explicit Connection(const std::string& address);

  /// One statement without values, at once, outside the pipeline.
  Result run(const char* sql);
  /// Several at once, all or none: to make tables.
  void run_all(const char* sql);
  [[nodiscard]] std::int64_t number(const char* sql);
  /// From here on everything is prepared and queued.
  void prepare(std::span<const Prepared> statements);

  /// Nobody waits for what it says, unless it fails: then the next `ask` or `settle` throws.
  void queue(const char* name, const Values& values = Values());
  /// Waits for everything that was queued, and gives what the last of it said.
  Result ask(const char* name, const Values& values = Values());
  void settle();
  /// Sends what was queued and forgets it: whether it works does not matter.
  void send_off();

  [[nodiscard]] PGconn* handle() const { return handle_.get(); }
  [[nodiscard]] bool is_open() const { return PQstatus(handle_.get()) == CONNECTION_OK; }

 private:
  struct Closer {
    void operator()(PGconn* handle) const { PQfinish(handle); }
  };
  [[noreturn]] void fail() const;
  void to_sync(bool matters, Result& last);

  std::unique_ptr<PGconn, Closer> handle_;
  std::size_t queued_ = 0;
  std::size_t sent_off_ = 0;  // ends of what was sent off that have not been read yet
};

}  // namespace pairbook::relay::postgres
