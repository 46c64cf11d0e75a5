#include "cli/relay_line.hpp"

#include <array>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>
#include <deque>
#include <functional>
#include <optional>
#include <utility>

#include "pairbook/wire/limits.hpp"

namespace pairbook::cli {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using asio::ip::tcp;
using Error = boost::system::error_code;

namespace {

/// A connection, encrypted or not, as Beast wants it. Whatever Beast's operations are made of
/// ends in a Done here, so they are compiled for one kind of connection.
class Pipe {
 public:
  using executor_type = tcp::socket::executor_type;
  using Done = std::move_only_function<void(Error, std::size_t)>;
  using Pieces = std::array<asio::const_buffer, 16>;

  explicit Pipe(asio::io_context& context) : socket_(context) {}
  executor_type get_executor() { return socket_.get_executor(); }
  tcp::socket& socket() { return socket_; }

  void encrypt(asio::ssl::context& with, const std::string& host,
               std::move_only_function<void(Error)> done) {
    tls_.emplace(socket_, with);
    tls_->set_verify_callback(asio::ssl::host_name_verification(host));
    SSL_set_tlsext_host_name(tls_->native_handle(), host.c_str());
    tls_->async_handshake(asio::ssl::stream_base::client, std::move(done));
  }
  void close() {
    Error ignored;
    socket_.close(ignored);
  }

  template <class Buffers, class Token>
  auto async_read_some(const Buffers& buffers, Token&& token) {
    return asio::async_initiate<Token, void(Error, std::size_t)>(
        [this](auto done, asio::mutable_buffer into) { read_some(into, std::move(done)); },
        token, first_of(buffers));
  }
  template <class Buffers, class Token>
  auto async_write_some(const Buffers& buffers, Token&& token) {
    return asio::async_initiate<Token, void(Error, std::size_t)>(
        [this](auto done, const Pieces& pieces) { write_some(pieces, std::move(done)); }, token,
        pieces_of(buffers));
  }

 private:
  void read_some(asio::mutable_buffer into, Done done) {
    if (tls_) return tls_->async_read_some(into, std::move(done));
    socket_.async_read_some(into, std::move(done));
  }
  void write_some(const Pieces& pieces, Done done) {
    if (tls_) return tls_->async_write_some(pieces, std::move(done));
    socket_.async_write_some(pieces, std::move(done));
  }
  template <class Buffers>
  static asio::mutable_buffer first_of(const Buffers& buffers) {
    for (const asio::mutable_buffer buffer : beast::buffers_range_ref(buffers)) {
      if (buffer.size() > 0) return buffer;
    }
    return {};
  }
  template <class Buffers>
  static Pieces pieces_of(const Buffers& buffers) {
    Pieces pieces;
    std::size_t count = 0;
    for (const asio::const_buffer buffer : beast::buffers_range_ref(buffers)) {
      if (count == pieces.size()) break;
      if (buffer.size() > 0) pieces[count++] = buffer;
    }
    return pieces;
  }

  tcp::socket socket_;
  std::optional<asio::ssl::stream<tcp::socket&>> tls_;
};

// What Beast asks of a connection it did not make itself.
[[maybe_unused]] void beast_close_socket(Pipe& pipe) {
  pipe.close();
}
template <class Handler>
void async_teardown(beast::role_type, Pipe& pipe, Handler&& done) {
  pipe.close();
  asio::post(pipe.get_executor(),
             [done = std::forward<Handler>(done)]() mutable { done(Error()); });
}

using Socket = websocket::stream<Pipe, false>;  // false: never compressed

}  // namespace

struct RelayLine::Inside {
  /// Kept by what is under way on it; heard only while it is the line's.
  struct Connection : std::enable_shared_from_this<Connection> {
    Connection(Inside& of, asio::io_context& context)
        : line(of), resolver(context), socket(context) {
      socket.read_message_max(wire::max_frame);
      socket.auto_fragment(false);
      socket.binary(true);
    }

    void begin() {
      resolver.async_resolve(line.address.host, line.address.port,
                             [self = shared_from_this()](Error error, auto found) {
                               if (error) return self->end(error);
                               asio::async_connect(self->socket.next_layer().socket(), found,
                                                   [self](Error failure, const tcp::endpoint&) {
                                                     failure ? self->end(failure)
                                                             : self->greet();
                                                   });
                             });
    }
    void greet() {
      Error ignored;
      socket.next_layer().socket().set_option(tcp::no_delay(true), ignored);
      if (!line.address.is_encrypted) return upgrade();
      socket.next_layer().encrypt(line.tls, line.address.host,
                                  [self = shared_from_this()](Error error) {
                                    error ? self->end(error) : self->upgrade();
                                  });
    }
    void upgrade() {
      const bool is_v6 = line.address.host.find(':') != std::string::npos;
      const std::string name = is_v6 ? "[" + line.address.host + "]" : line.address.host;
      socket.async_handshake(name + ":" + line.address.port, "/sync",
                             [self = shared_from_this()](Error error) {
                               if (error) return self->end(error);
                               self->tell({What::connected, {}, {}});
                               self->read();
                             });
    }
    void read() {
      socket.async_read(buffer, [self = shared_from_this()](Error error, std::size_t) {
        if (error) return self->end(error);
        const auto bytes = self->buffer.cdata();
        const auto* const first = static_cast<const std::byte*>(bytes.data());
        self->tell({What::message, {first, first + bytes.size()}, {}});
        self->buffer.consume(bytes.size());
        self->read();
      });
    }
    void send(base::Bytes message) {
      out.push_back(std::move(message));
      if (out.size() == 1) write();
    }
    void write() {
      socket.async_write(asio::buffer(out.front().data(), out.front().size()),
                         [self = shared_from_this()](Error error, std::size_t) {
                           if (error) return self->end(error);
                           self->out.pop_front();
                           if (!self->out.empty()) self->write();
                         });
    }
    void end(Error error) {
      tell({What::ended, {}, error.message()});
      if (is_line()) line.current.reset();
      socket.next_layer().close();
    }
    void tell(Heard heard) {
      if (is_line()) line.heard.push_back(std::move(heard));
    }
    [[nodiscard]] bool is_line() const { return line.current.get() == this; }

    Inside& line;
    tcp::resolver resolver;
    Socket socket;
    beast::flat_buffer buffer;
    std::deque<base::Bytes> out;
  };

  explicit Inside(sync::RelayAddress where) : address(std::move(where)) {
    Error ignored;
    tls.set_default_verify_paths(ignored);
    tls.set_verify_mode(asio::ssl::verify_peer);
    SSL_CTX_set_min_proto_version(tls.native_handle(), TLS1_2_VERSION);
  }

  sync::RelayAddress address;
  asio::ssl::context tls{asio::ssl::context::tls_client};
  std::deque<Heard> heard;
  std::shared_ptr<Connection> current;
  asio::io_context context;  // the last, so that what is under way ends first
};

RelayLine::RelayLine(sync::RelayAddress address)
    : inside_(std::make_unique<Inside>(std::move(address))) {}
RelayLine::~RelayLine() {
  hang_up();
}

void RelayLine::connect() {
  hang_up();
  inside_->current = std::make_shared<Inside::Connection>(*inside_, inside_->context);
  inside_->current->begin();
}

void RelayLine::send(base::Bytes message) {
  if (inside_->current) inside_->current->send(std::move(message));
}

void RelayLine::hang_up() {
  const auto was = std::exchange(inside_->current, nullptr);
  inside_->heard.clear();
  if (!was) return;
  was->resolver.cancel();
  was->socket.next_layer().close();
}

RelayLine::Heard RelayLine::wait(std::chrono::milliseconds most) {
  const auto until = std::chrono::steady_clock::now() + most;
  inside_->context.restart();
  while (inside_->heard.empty()) {
    if (inside_->context.run_one_until(until) > 0) continue;
    if (std::chrono::steady_clock::now() >= until) return {};
    // Nothing is under way: there is only time to pass.
    inside_->context.restart();
    asio::steady_timer timer(inside_->context, until);
    timer.async_wait([](Error) {});
    inside_->context.run_one();
  }
  Heard heard = std::move(inside_->heard.front());
  inside_->heard.pop_front();
  return heard;
}

}  // namespace pairbook::cli
