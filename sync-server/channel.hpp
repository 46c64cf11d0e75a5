#pragma once

#include <array>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <string_view>

struct ssl_ctx_st;
struct ssl_st;

namespace pairbook::relay {

/// A connection, encrypted or not: what is read and written looks the same from above, and is
/// compiled once.
///
/// It has no timer of its own: whoever keeps connections cuts those that are overdue.
///
/// Shape:  at most one read and one write under way; it outlives both.
class Channel {
 public:
  using Clock = std::chrono::steady_clock;
  using executor_type = boost::asio::ip::tcp::socket::executor_type;
  using Error = boost::system::error_code;
  /// Hears how much was read or written. It is never called before the call it was given to
  /// returns.
  using Done = std::move_only_function<void(Error, std::size_t)>;
  using Pieces = std::array<boost::asio::const_buffer, 16>;  // empty ones count for nothing

  struct Moved {
    Error error;
    std::size_t size = 0;
  };
  enum class Encrypted { yes, no, asked_in_plain_http };

  explicit Channel(boost::asio::ip::tcp::socket socket);
  ~Channel();
  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;

  executor_type get_executor() { return socket_.get_executor(); }

  /// Speaks TLS from here on, unless the other side does not.
  boost::asio::awaitable<Encrypted> encrypt(ssl_ctx_st& context);
  [[nodiscard]] bool is_encrypted() const { return tls_ != nullptr; }

  /// At least one byte, or an error.
  boost::asio::awaitable<Moved> read(boost::asio::mutable_buffer into);
  /// At least one byte of these, one after the other.
  boost::asio::awaitable<Moved> write(std::string_view first, std::string_view second);
  void read_some(boost::asio::mutable_buffer into, Done done);
  void write_some(const Pieces& pieces, Done done);

  /// Says that no more will come and waits a little for the other side to say so too; closed
  /// then.
  boost::asio::awaitable<void> end();
  /// What is under way fails.
  void cancel();
  void close();

  void expires_after(std::chrono::seconds time) { deadline_ = Clock::now() + time; }
  void expires_never() { deadline_ = Clock::time_point::max(); }
  [[nodiscard]] bool is_overdue(Clock::time_point now) const { return deadline_ <= now; }
  /// Closes it because it is overdue.
  void cut();
  [[nodiscard]] bool was_cut() const { return was_cut_; }

 private:
  struct Tls;

  void read_encrypted(boost::asio::mutable_buffer into, Done done);
  void write_encrypted(Done done);

  boost::asio::ip::tcp::socket socket_;
  std::unique_ptr<Tls> tls_;  // few are encrypted behind a proxy: what it needs is not held
  Clock::time_point deadline_ = Clock::time_point::max();
  bool was_cut_ = false;
};

}  // namespace pairbook::relay
