#include "sync-server/conversation.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/error.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <ctime>
#include <optional>

#include "sync-server/request_path.hpp"

namespace pairbook::relay {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Error = Channel::Error;
using Parser = http::request_parser<http::empty_body>;

constexpr std::size_t read_bytes = 1024;
constexpr std::size_t room_after_header = 4096;

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
std::optional<unsigned> status_for(Error error) {
  if (error == http::error::header_limit || error == http::error::buffer_overflow) return 431;
  if (error == http::error::body_limit || error == http::error::unexpected_body) return 413;
  if (error == http::error::end_of_stream || error == http::error::partial_message) return {};
  if (error.category() == http::make_error_code(http::error::bad_method).category()) return 400;
  return {};
}

constexpr std::string_view stay_encrypted = "\r\nStrict-Transport-Security: max-age=31536000";

std::string head_of(const Answer& answer, bool is_encrypted, bool is_old, bool keep_alive) {
  std::string head = (is_old ? "HTTP/1.0 " : "HTTP/1.1 ") + std::to_string(answer.status) + " ";
  const auto reason = http::obsolete_reason(static_cast<http::status>(answer.status));
  head.append(reason.data(), reason.size()).append("\r\nDate: ").append(date_now());
  for (const Header& header : answer.headers) {
    head.append("\r\n").append(header.name).append(": ").append(header.value);
  }
  if (is_encrypted) head.append(stay_encrypted);
  if (answer.status != 304) {
    head.append("\r\nContent-Length: ").append(std::to_string(answer.length));
  }
  if (!keep_alive) head.append("\r\nConnection: close");
  if (keep_alive && is_old) head.append("\r\nConnection: keep-alive");
  return head.append("\r\n\r\n");
}

asio::awaitable<bool> send(Guest& guest, const House& house, const Answer& answer, bool is_old,
                           bool keep_alive) {
  const std::string head = head_of(answer, guest.channel.is_encrypted(), is_old, keep_alive);
  std::string_view first = head;
  std::string_view rest = answer.body ? std::string_view(*answer.body) : std::string_view();
  while (!first.empty() || !rest.empty()) {
    guest.channel.expires_after(house.limits.write_seconds);
    const auto [error, size] =
        co_await guest.channel.write(first, rest.substr(0, house.limits.piece_bytes));
    house.counts.bytes_sent += size;
    if (guest.channel.was_cut()) ++house.counts.timeouts;
    if (error) co_return false;
    const std::size_t of_first = std::min(size, first.size());
    first.remove_prefix(of_first);
    rest.remove_prefix(size - of_first);
  }
  ++house.counts.answers[answer.status / 100];
  co_return true;
}

// Encrypted, if this house is; false when the other side does not manage it in time.
asio::awaitable<bool> is_ready(Guest& guest, const House& house) {
  if (!house.tls) co_return true;
  const auto context = house.tls;
  guest.channel.expires_after(house.limits.header_seconds);
  const auto encrypted = co_await guest.channel.encrypt(context->native());
  if (encrypted == Channel::Encrypted::yes) co_return true;
  ++house.counts.tls_failures;
  if (guest.channel.was_cut()) ++house.counts.timeouts;
  if (encrypted == Channel::Encrypted::asked_in_plain_http) {
    const Answer answer = only_encrypted();
    const bool sent = co_await send(guest, house, answer, false, false);
    if (sent) co_await guest.channel.end();
  }
  co_return false;
}

asio::awaitable<Error> read_more(Guest& guest, const House& house, beast::flat_buffer& buffer) {
  const std::size_t room = std::min(read_bytes, buffer.max_size() - buffer.size());
  if (room == 0) co_return http::error::buffer_overflow;
  const auto [error, size] = co_await guest.channel.read(buffer.prepare(room));
  if (guest.channel.was_cut()) ++house.counts.timeouts;
  buffer.commit(size);
  co_return error;
}

// Waits for the first byte of a request; false when none comes.
asio::awaitable<bool> wait_for_request(Guest& guest, const House& house,
                                       beast::flat_buffer& buffer, bool is_first) {
  if (buffer.size() > 0) co_return true;
  buffer.shrink_to_fit();
  guest.is_waiting = true;
  guest.channel.expires_after(is_first ? house.limits.header_seconds
                                       : house.limits.idle_seconds);
  const Error error = co_await read_more(guest, house, buffer);
  guest.is_waiting = false;
  co_return !error && !house.stopping;
}

asio::awaitable<Error> read_head(Guest& guest, const House& house, beast::flat_buffer& buffer,
                                 Parser& parser) {
  // One deadline for the whole head: a byte now and then does not extend it.
  guest.channel.expires_after(house.limits.header_seconds);
  while (true) {
    Error error;
    buffer.consume(parser.put(buffer.data(), error));
    if (error && error != http::error::need_more) co_return error;
    if (parser.is_header_done()) co_return Error();
    error = co_await read_more(guest, house, buffer);
    if (error) co_return error;
  }
}

std::string_view view(beast::string_view text) {
  return {text.data(), text.size()};
}

bool asks_for_sync(const HttpRequest& request, const House& house) {
  if (!house.has_sync || !beast::websocket::is_upgrade(request)) return false;
  const auto path = request_path(view(request.target()), house.limits.target_bytes);
  return path && *path == "sync";
}

}  // namespace

asio::awaitable<std::unique_ptr<const HttpRequest>> converse(Guest& guest, const House& house) {
  if (!co_await is_ready(guest, house)) co_return nullptr;
  beast::flat_buffer buffer(house.limits.header_bytes + room_after_header);
  for (std::size_t count = 1;; ++count) {
    if (!co_await wait_for_request(guest, house, buffer, count == 1)) co_return nullptr;
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(house.limits.header_bytes));
    parser.body_limit(0);
    const Error error = co_await read_head(guest, house, buffer, parser);

    std::optional<unsigned> refused = error ? status_for(error) : std::nullopt;
    if (error && !refused) co_return nullptr;
    const auto& request = parser.get();
    if (!error) {
      if (request.version() >= 11 && request.count(http::field::host) != 1) refused = 400;
      if (!parser.is_done()) refused = 413;
    }
    if (refused) {
      ++house.counts.malformed;
      const Answer answer = refusal(*refused);
      const bool sent = co_await send(guest, house, answer, false, false);
      if (!sent) co_return nullptr;
      break;
    }
    if (asks_for_sync(request, house)) {
      // A client that speaks before it is answered does not know the protocol.
      if (buffer.size() > 0) co_return nullptr;
      co_return std::make_unique<const HttpRequest>(parser.release());
    }
    const Answer answer =
        house.answer_to({.method = view(request.method_string()),
                         .target = view(request.target()),
                         .accept_encoding = view(request[http::field::accept_encoding]),
                         .if_none_match = view(request[http::field::if_none_match])});
    const bool keep_alive =
        request.keep_alive() && count < house.limits.requests && !house.stopping;
    if (!co_await send(guest, house, answer, request.version() < 11, keep_alive)) {
      co_return nullptr;
    }
    if (!keep_alive) break;
  }
  co_await guest.channel.end();
  co_return nullptr;
}

asio::awaitable<void> turn_away(Guest& guest, const House& house) {
  const Answer busy = refusal(503);
  const bool ready = co_await is_ready(guest, house);
  if (!ready) co_return;
  const bool sent = co_await send(guest, house, busy, false, false);
  if (sent) co_await guest.channel.end();
}

}  // namespace pairbook::relay
