#include "sync-server/conversation.hpp"

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <ctime>
#include <optional>
#include <span>

#include "sync-server/request_path.hpp"

namespace pairbook::relay {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;

constexpr auto result = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t first_read_bytes = 1024;
constexpr std::size_t room_after_header = 4096;
constexpr std::size_t longest_farewell = 256 * 1024;
constexpr std::chrono::seconds farewell_seconds{2};

using Response = http::response<http::span_body<const char>>;

std::string date_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 40> text{};
  const auto size =
      std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return {text.data(), size};
}

// The status to answer a head that could not be read, or nothing when there is nobody to
// answer.
std::optional<unsigned> status_for(error_code error) {
  if (error == http::error::header_limit || error == http::error::buffer_overflow) return 431;
  if (error == http::error::body_limit || error == http::error::unexpected_body) return 413;
  if (error == http::error::end_of_stream || error == http::error::partial_message) return {};
  if (error.category() == http::make_error_code(http::error::bad_method).category()) return 400;
  return {};
}

asio::awaitable<bool> send(Guest& guest, const House& house, const Answer& answer,
                           unsigned version, bool keep_alive) {
  Response response(static_cast<http::status>(answer.status), version);
  response.set(http::field::date, date_now());
  for (const Header& header : answer.headers) response.insert(header.name, header.value);
  if (answer.status != 304) response.content_length(answer.length);
  response.keep_alive(keep_alive);
  if (answer.body) response.body() = {answer.body->data(), answer.body->size()};

  http::response_serializer<http::span_body<const char>> pieces(response);
  pieces.limit(house.limits.piece_bytes);
  while (!pieces.is_done()) {
    guest.stream.expires_after(house.limits.write_seconds);
    const auto [error, size] = co_await http::async_write_some(guest.stream, pieces, result);
    house.counts.bytes_sent += size;
    if (error == beast::error::timeout) ++house.counts.timeouts;
    if (error) co_return false;
  }
  ++house.counts.answers[answer.status / 100];
  co_return true;
}

// Closing with unread bytes would reset the connection before the last answer was read.
asio::awaitable<void> say_goodbye(Guest& guest) {
  error_code ignored;
  guest.stream.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
  guest.stream.expires_after(farewell_seconds);
  std::array<char, 4096> rest{};
  for (std::size_t total = 0; total < longest_farewell;) {
    const auto [error, size] =
        co_await guest.stream.async_read_some(asio::buffer(rest), result);
    if (error) break;
    total += size;
  }
  guest.stream.close();
}

// Waits for the first byte of a request; false when none comes.
asio::awaitable<bool> wait_for_request(Guest& guest, const House& house,
                                       beast::flat_buffer& buffer, bool is_first) {
  if (buffer.size() > 0) co_return true;
  buffer.shrink_to_fit();
  guest.is_waiting = true;
  guest.stream.expires_after(is_first ? house.limits.header_seconds
                                      : house.limits.idle_seconds);
  const auto [error, size] =
      co_await guest.stream.async_read_some(buffer.prepare(first_read_bytes), result);
  guest.is_waiting = false;
  buffer.commit(size);
  if (error == beast::error::timeout) ++house.counts.timeouts;
  co_return !error && !house.stopping;
}

std::string_view view(beast::string_view text) {
  return {text.data(), text.size()};
}

bool asks_for_sync(const HttpRequest& request, const House& house) {
  if (!house.on_sync || !beast::websocket::is_upgrade(request)) return false;
  const auto path = request_path(view(request.target()), house.limits.target_bytes);
  return path && *path == "sync";
}

}  // namespace

asio::awaitable<void> converse(Guest& guest, const House& house) {
  beast::flat_buffer buffer(house.limits.header_bytes + room_after_header);
  for (std::size_t count = 1;; ++count) {
    if (!co_await wait_for_request(guest, house, buffer, count == 1)) co_return;
    http::request_parser<http::empty_body> parser;
    parser.header_limit(static_cast<std::uint32_t>(house.limits.header_bytes));
    parser.body_limit(0);
    // One deadline for the whole head: a byte now and then does not extend it.
    guest.stream.expires_after(house.limits.header_seconds);
    const auto [error, size] =
        co_await http::async_read_header(guest.stream, buffer, parser, result);
    if (error == beast::error::timeout) ++house.counts.timeouts;

    std::optional<unsigned> refused = error ? status_for(error) : std::nullopt;
    if (error && !refused) co_return;
    const auto& request = parser.get();
    if (!error) {
      if (request.version() >= 11 && request.count(http::field::host) != 1) refused = 400;
      if (!parser.is_done()) refused = 413;
    }
    if (refused) {
      ++house.counts.malformed;
      co_await send(guest, house, refusal(*refused), 11, false);
      break;
    }
    if (asks_for_sync(request, house)) {
      // A client that speaks before it is answered does not know the protocol.
      if (buffer.size() > 0) co_return;
      buffer.shrink_to_fit();  // it may be a long conversation
      co_await house.on_sync(guest, parser.release());
      co_return;
    }
    const Answer answer =
        house.answer_to({.method = view(request.method_string()),
                         .target = view(request.target()),
                         .accept_encoding = view(request[http::field::accept_encoding]),
                         .if_none_match = view(request[http::field::if_none_match])});
    const bool keep_alive =
        request.keep_alive() && count < house.limits.requests && !house.stopping;
    if (!co_await send(guest, house, answer, request.version(), keep_alive)) co_return;
    if (!keep_alive) break;
  }
  co_await say_goodbye(guest);
}

asio::awaitable<void> turn_away(Guest& guest, const House& house) {
  co_await send(guest, house, refusal(503), 11, false);
  co_await say_goodbye(guest);
}

}  // namespace pairbook::relay
