#include "sync-server/web_socket.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/core/role.hpp>
#include <boost/beast/websocket.hpp>

#include "pairbook/wire/limits.hpp"

namespace pairbook::relay {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;

namespace {

constexpr auto result = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t first_bytes = 4096;

// A channel as Beast wants it. Whatever Beast's operations are made of ends in a Channel::Done
// here, so they are compiled for one kind of connection.
class Below {
 public:
  using executor_type = Channel::executor_type;

  explicit Below(Channel& channel) : channel_(&channel) {}
  executor_type get_executor() const { return channel_->get_executor(); }
  [[nodiscard]] Channel& channel() const { return *channel_; }

  template <class Buffers, class Token>
  auto async_read_some(const Buffers& buffers, Token&& token) {
    return asio::async_initiate<Token, void(Channel::Error, std::size_t)>(
        [this](auto done, asio::mutable_buffer into) {
          channel_->read_some(into, std::move(done));
        },
        token, first_of(buffers));
  }

  template <class Buffers, class Token>
  auto async_write_some(const Buffers& buffers, Token&& token) {
    return asio::async_initiate<Token, void(Channel::Error, std::size_t)>(
        [this](auto done, const Channel::Pieces& pieces) {
          channel_->write_some(pieces, std::move(done));
        },
        token, pieces_of(buffers));
  }

 private:
  template <class Buffers>
  static asio::mutable_buffer first_of(const Buffers& buffers) {
    for (const asio::mutable_buffer buffer : beast::buffers_range_ref(buffers)) {
      if (buffer.size() > 0) return buffer;
    }
    return {};
  }

  template <class Buffers>
  static Channel::Pieces pieces_of(const Buffers& buffers) {
    Channel::Pieces pieces;
    std::size_t count = 0;
    for (const asio::const_buffer buffer : beast::buffers_range_ref(buffers)) {
      if (count == pieces.size()) break;
      if (buffer.size() > 0) pieces[count++] = buffer;
    }
    return pieces;
  }

  Channel* channel_;
};

// What Beast asks of a connection it did not make itself.
[[maybe_unused]] void beast_close_socket(Below& below) {
  below.channel().close();
}
template <class Handler>
void async_teardown(beast::role_type, Below& below, Handler&& handler) {
  asio::co_spawn(below.get_executor(), below.channel().end(),
                 [done = std::forward<Handler>(handler)](const std::exception_ptr&) mutable {
                   done(Channel::Error());
                 });
}

}  // namespace

struct WebSocket::Stream : websocket::stream<Below, false> {  // false: never compressed
  using websocket::stream<Below, false>::stream;
};

WebSocket::WebSocket(Channel& channel) : stream_(std::make_unique<Stream>(channel)) {
  stream_->read_message_max(wire::max_frame);
  stream_->auto_fragment(false);
  stream_->binary(true);
  stream_->control_callback([this](websocket::frame_type, beast::string_view) {
    last_heard_ = Channel::Clock::now();
  });
}

WebSocket::~WebSocket() = default;

asio::awaitable<bool> WebSocket::accept(std::unique_ptr<const HttpRequest> request) {
  const auto [error] = co_await stream_->async_accept(*request, result);
  last_heard_ = Channel::Clock::now();
  co_return !error;
}

asio::awaitable<std::optional<WebSocket::Message>> WebSocket::read() {
  Message message;
  std::array<std::byte, 16> beginning;  // the coroutine's: nothing is allocated while it waits
  asio::mutable_buffer room = asio::buffer(beginning);
  std::size_t have = 0;
  do {
    const auto [error, size] = co_await stream_->async_read_some(room, result);
    if (error) co_return std::nullopt;
    last_heard_ = Channel::Clock::now();
    if (have == 0) message.bytes.assign(beginning.begin(), beginning.begin() + size);
    have += size;
    if (stream_->is_message_done()) break;
    const std::size_t more =
        std::min(stream_->read_size_hint(first_bytes), std::max(first_bytes, have));
    message.bytes.resize(have + more);
    room = asio::buffer(message.bytes.data() + have, more);
  } while (true);
  message.bytes.resize(have);
  message.is_text = stream_->got_text();
  co_return message;
}

asio::awaitable<bool> WebSocket::write(base::BytesView message) {
  const auto [error, size] =
      co_await stream_->async_write(asio::buffer(message.data(), message.size()), result);
  co_return !error;
}

asio::awaitable<bool> WebSocket::ping() {
  const auto [error] = co_await stream_->async_ping({}, result);
  co_return !error;
}

asio::awaitable<void> WebSocket::close(Goodbye why) {
  const auto code = why == Goodbye::going_away ? websocket::close_code::going_away
                                               : websocket::close_code::policy_error;
  co_await stream_->async_close(code, result);
}

bool WebSocket::is_open() const {
  return stream_->is_open();
}

}  // namespace pairbook::relay
