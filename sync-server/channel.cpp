#include "sync-server/channel.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <vector>

namespace pairbook::relay {

namespace asio = boost::asio;
using Socket = asio::ip::tcp::socket;

namespace {

constexpr auto result = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t longest_farewell = 256 * 1024;
constexpr std::size_t longest_record = 16 * 1024;
constexpr std::chrono::seconds farewell_seconds{2};

std::size_t size_of(const Channel::Pieces& pieces) {
  std::size_t size = 0;
  for (const asio::const_buffer& piece : pieces) size += piece.size();
  return size;
}

}  // namespace

// OpenSSL reads and writes the socket itself: a stream of Asio's would hold four more buffers
// of 17 KiB for every connection.
struct Channel::Tls {
  explicit Tls(SSL* made) : ssl(made) {}
  ~Tls() { SSL_free(ssl); }
  Tls(const Tls&) = delete;
  Tls& operator=(const Tls&) = delete;

  SSL* ssl;
  std::vector<std::byte> out;  // what is being written, until all of it is
};

Channel::Channel(Socket socket) : socket_(std::move(socket)) {}
Channel::~Channel() = default;

asio::awaitable<Channel::Encrypted> Channel::encrypt(ssl_ctx_st& context) {
  Error error;
  socket_.native_non_blocking(true, error);
  SSL* const ssl = error ? nullptr : SSL_new(&context);
  if (ssl == nullptr) co_return Encrypted::no;
  tls_ = std::make_unique<Tls>(ssl);
  SSL_set_fd(ssl, socket_.native_handle());
  while (true) {
    ERR_clear_error();
    const int said = SSL_accept(ssl);
    if (said == 1) co_return Encrypted::yes;
    const int why = SSL_get_error(ssl, said);
    const bool waits = why == SSL_ERROR_WANT_READ || why == SSL_ERROR_WANT_WRITE;
    if (waits) {
      const auto what = why == SSL_ERROR_WANT_READ ? Socket::wait_read : Socket::wait_write;
      const auto [failure] = co_await socket_.async_wait(what, result);
      if (!failure) continue;
    }
    const bool is_http = !waits && ERR_GET_REASON(ERR_peek_error()) == SSL_R_HTTP_REQUEST;
    ERR_clear_error();
    tls_.reset();
    co_return is_http ? Encrypted::asked_in_plain_http : Encrypted::no;
  }
}

void Channel::read_some(asio::mutable_buffer into, Done done) {
  if (!tls_) return socket_.async_read_some(into, std::move(done));
  read_encrypted(into, [this, done = std::move(done)](Error error, std::size_t size) mutable {
    asio::post(socket_.get_executor(),
               [error, size, done = std::move(done)]() mutable { done(error, size); });
  });
}

void Channel::read_encrypted(asio::mutable_buffer into, Done done) {
  if (into.size() == 0) return done({}, 0);
  ERR_clear_error();
  std::size_t size = 0;
  const int said = SSL_read_ex(tls_->ssl, into.data(), into.size(), &size);
  if (said == 1) return done({}, size);
  const int why = SSL_get_error(tls_->ssl, said);
  if (why != SSL_ERROR_WANT_READ && why != SSL_ERROR_WANT_WRITE) {
    return done(why == SSL_ERROR_ZERO_RETURN ? Error(asio::error::eof)
                                             : Error(asio::error::connection_aborted),
                0);
  }
  socket_.async_wait(why == SSL_ERROR_WANT_READ ? Socket::wait_read : Socket::wait_write,
                     [this, into, done = std::move(done)](Error error) mutable {
                       if (error) return done(error, 0);
                       read_encrypted(into, std::move(done));
                     });
}

// A record holds a copy of all pieces together: one after the other they would be a record,
// and a packet, each.
void Channel::write_some(const Pieces& pieces, Done done) {
  if (!tls_) return socket_.async_write_some(pieces, std::move(done));
  tls_->out.resize(std::min(size_of(pieces), longest_record));
  asio::buffer_copy(asio::buffer(tls_->out), pieces);
  write_encrypted([this, done = std::move(done)](Error error, std::size_t size) mutable {
    asio::post(socket_.get_executor(),
               [error, size, done = std::move(done)]() mutable { done(error, size); });
  });
}

void Channel::write_encrypted(Done done) {
  const std::size_t size = tls_->out.size();
  if (size == 0) return done({}, 0);
  ERR_clear_error();
  std::size_t written = 0;
  const int said = SSL_write_ex(tls_->ssl, tls_->out.data(), size, &written);
  if (said == 1) {
    tls_->out = {};
    return done({}, size);
  }
  const int why = SSL_get_error(tls_->ssl, said);
  if (why != SSL_ERROR_WANT_READ && why != SSL_ERROR_WANT_WRITE) {
    return done(asio::error::connection_aborted, 0);
  }
  socket_.async_wait(why == SSL_ERROR_WANT_READ ? Socket::wait_read : Socket::wait_write,
                     [this, done = std::move(done)](Error error) mutable {
                       if (error) return done(error, 0);
                       write_encrypted(std::move(done));
                     });
}

asio::awaitable<Channel::Moved> Channel::read(asio::mutable_buffer into) {
  const auto [error, size] =
      co_await asio::async_initiate<decltype(result), void(Error, std::size_t)>(
          [this, into](auto done) { read_some(into, std::move(done)); }, result);
  co_return Moved{error, size};
}

asio::awaitable<Channel::Moved> Channel::write(std::string_view first,
                                               std::string_view second) {
  const auto [error, size] =
      co_await asio::async_initiate<decltype(result), void(Error, std::size_t)>(
          [this, first, second](auto done) {
            write_some({asio::buffer(first), asio::buffer(second)}, std::move(done));
          },
          result);
  co_return Moved{error, size};
}

// Closing with unread bytes would reset the connection before the last answer was read.
asio::awaitable<void> Channel::end() {
  expires_after(farewell_seconds);
  if (tls_) {
    ERR_clear_error();
    SSL_shutdown(tls_->ssl);
  }
  Error error;
  socket_.shutdown(Socket::shutdown_send, error);
  std::array<char, 4096> rest{};
  for (std::size_t total = 0; total < longest_farewell && !error;) {
    std::size_t size = 0;
    std::tie(error, size) = co_await socket_.async_read_some(asio::buffer(rest), result);
    total += size;
  }
  expires_never();
  close();
}

void Channel::cancel() {
  Error ignored;
  socket_.cancel(ignored);
}

void Channel::close() {
  Error ignored;
  socket_.close(ignored);
}

void Channel::cut() {
  was_cut_ = true;
  expires_never();
  close();
}

}  // namespace pairbook::relay
