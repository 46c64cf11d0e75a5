#include "sync-server/store/postgres.hpp"

#include <string_view>

namespace pairbook::relay::postgres {
namespace {

constexpr std::size_t longest_queue = 256;
constexpr std::uint32_t bytea = 17;  // the number PostgreSQL gives to the type

template <class Number>
void put_number(base::Bytes& out, Number value) {
  for (int shift = 8 * (int{sizeof value} - 1); shift >= 0; shift -= 8) {
    out.push_back(static_cast<std::byte>(static_cast<std::uint64_t>(value) >> shift & 0xFF));
  }
}

// What can be made again at once, and what is a lost race, by PostgreSQL's code: serialisation
// failure, deadlock, waited too long for a lock, somebody made the same row, and a server that
// shuts down or has thrown us out.
bool may_begin_again(std::string_view state) {
  for (const std::string_view each :
       {"40001", "40P01", "55P03", "23505", "57P01", "57P02", "57P03", "25P03", "57P05"}) {
    if (state == each) return true;
  }
  return state.starts_with("08");
}

std::string one_line(const char* text) {
  std::string line(text == nullptr ? "" : text);
  line = line.substr(0, line.find('\n'));
  return line.empty() ? "it does not answer" : line;
}

[[noreturn]] void fail(const PGresult* result) {
  const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  const char* said = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
  const std::string text = one_line(said != nullptr ? said : PQresultErrorMessage(result));
  // Without a code it is libpq that speaks: the connection has ended.
  if (state == nullptr || may_begin_again(state)) throw Again(text);
  throw Failure(text);
}

}  // namespace

void Values::add(std::int64_t value) {
  base::Bytes bytes;
  put_number(bytes, value);
  held_.push_back(std::move(bytes));
  add(base::BytesView(held_.back()));
}

void Values::add(base::BytesView value) {
  data_.push_back(value.empty() ? nullptr : reinterpret_cast<const char*>(value.data()));
  lengths_.push_back(static_cast<int>(value.size()));
  formats_.push_back(1);
}

// An array of bytea, as `array_send` writes it.
void Values::add(const std::vector<base::BytesView>& values) {
  base::Bytes bytes;
  for (const std::uint32_t word :
       {1U, 0U, bytea, static_cast<std::uint32_t>(values.size()), 1U}) {
    put_number(bytes, word);
  }
  for (const base::BytesView value : values) {
    put_number(bytes, static_cast<std::uint32_t>(value.size()));
    bytes.insert(bytes.end(), value.begin(), value.end());
  }
  held_.push_back(std::move(bytes));
  add(base::BytesView(held_.back()));
}

std::int64_t Result::number(int row, int column) const {
  const auto value = fixed<8>(row, column);
  std::uint64_t number = 0;
  for (const std::byte each : value) number = number << 8 | std::to_integer<unsigned>(each);
  return static_cast<std::int64_t>(number);
}

std::uint64_t Result::count(int row, int column) const {
  const std::int64_t value = number(row, column);
  if (value < 0) throw Failure("a count below zero");
  return static_cast<std::uint64_t>(value);
}

base::BytesView Result::bytes(int row, int column) const {
  const auto* data = reinterpret_cast<const std::byte*>(PQgetvalue(result_.get(), row, column));
  return {data, static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
}

Connection::Connection(const std::string& address) {
  // libpq quotes an address that it cannot read, with the password that may stand in it.
  const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> parts(
      PQconninfoParse(address.c_str(), nullptr), PQconninfoFree);
  if (!parts) throw Failure("its address is not written as PostgreSQL wants it");
  // What stands in the address counts before what stands before it here. A database that has
  // gone without a word is noticed after seconds, not hours.
  const char* const names[] = {
      "connect_timeout",  "application_name",    "tcp_user_timeout", "keepalives_idle",
      "keepalives_count", "keepalives_interval", "dbname",           nullptr};
  const char* const values[] = {"5", "pairbook-relay", "15000", "10", "3",
                                "5", address.c_str(),  nullptr};
  handle_.reset(PQconnectdbParams(names, values, 1));
  if (!handle_ || !is_open()) {
    throw Failure(handle_ ? one_line(PQerrorMessage(handle_.get())) : "there is no memory");
  }
  PQsetNoticeProcessor(
      handle_.get(), [](void*, const char*) {}, nullptr);
  run("SET client_min_messages = warning");
}

void Connection::fail() const {
  throw Again(one_line(PQerrorMessage(handle_.get())));
}

Result Connection::run(const char* sql) {
  PGresult* raw = PQexecParams(handle_.get(), sql, 0, nullptr, nullptr, nullptr, nullptr, 1);
  Result result(raw);
  const auto status = PQresultStatus(raw);
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) postgres::fail(raw);
  return result;
}

void Connection::run_all(const char* sql) {
  PGresult* raw = PQexec(handle_.get(), sql);
  const Result result(raw);
  if (PQresultStatus(raw) != PGRES_COMMAND_OK) postgres::fail(raw);
}

std::int64_t Connection::number(const char* sql) {
  const Result result = run(sql);
  return result.rows() > 0 ? result.number(0, 0) : 0;
}

void Connection::prepare(std::span<const Prepared> statements) {
  if (PQenterPipelineMode(handle_.get()) != 1) fail();
  for (const Prepared& each : statements) {
    if (PQsendPrepare(handle_.get(), each.name, each.sql, 0, nullptr) != 1) fail();
    ++queued_;
  }
  settle();
}

void Connection::queue(const char* name, const Values& values) {
  if (queued_ >= longest_queue) settle();
  if (PQsendQueryPrepared(handle_.get(), name, values.size(), values.data(), values.lengths(),
                          values.formats(), 1) != 1) {
    fail();
  }
  ++queued_;
}

// Reads up to the next end of a series. The first failure in it counts; what came after it was
// not carried out.
void Connection::to_sync(bool matters, Result& last) {
  Result failed;
  PGresult* first_failure = nullptr;
  while (true) {
    PGresult* raw = PQgetResult(handle_.get());
    if (raw == nullptr) {
      if (!is_open()) fail();
      continue;  // the end of one statement
    }
    Result result(raw);
    const auto status = PQresultStatus(raw);
    if (status == PGRES_PIPELINE_SYNC) break;
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) {
      last = std::move(result);
    } else if (status != PGRES_PIPELINE_ABORTED && first_failure == nullptr) {
      first_failure = raw;
      failed = std::move(result);
    }
    if (first_failure != nullptr && !is_open()) break;
  }
  if (first_failure != nullptr && matters) postgres::fail(first_failure);
}

void Connection::settle() {
  Result last;
  if (queued_ == 0 && sent_off_ == 0) return;
  queued_ = 0;
  if (PQpipelineSync(handle_.get()) != 1) fail();
  for (; sent_off_ > 0; --sent_off_) to_sync(false, last);
  to_sync(true, last);
}

Result Connection::ask(const char* name, const Values& values) {
  queue(name, values);
  Result last;
  queued_ = 0;
  if (PQpipelineSync(handle_.get()) != 1) fail();
  for (; sent_off_ > 0; --sent_off_) to_sync(false, last);
  to_sync(true, last);
  return last;
}

void Connection::send_off() {
  if (queued_ == 0) return;
  queued_ = 0;
  if (PQpipelineSync(handle_.get()) != 1) fail();
  ++sent_off_;
}

}  // namespace pairbook::relay::postgres
