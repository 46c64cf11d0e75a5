#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <functional>

#include "sync-server/answer.hpp"
#include "sync-server/counts.hpp"
#include "sync-server/limits.hpp"

namespace pairbook::relay {

/// One connection while it is open.
struct Guest {
  explicit Guest(boost::asio::ip::tcp::socket socket) : stream(std::move(socket)) {}

  boost::beast::tcp_stream stream;
  bool is_waiting = false;  // between requests: may be closed without loss
};

using HttpRequest = boost::beast::http::request<boost::beast::http::empty_body>;

/// What every connection of one address shares.
struct House {
  const Limits& limits;
  Counts& counts;
  const bool& stopping;
  std::function<Answer(const Request&)> answer_to;
  /// Takes over a connection that asks for a WebSocket on /sync; nothing where there is none.
  std::function<boost::asio::awaitable<void>(Guest&, HttpRequest)> on_sync;
};

/// Takes requests and sends answers, one after the other, until one side has had enough.
boost::asio::awaitable<void> converse(Guest& guest, const House& house);

/// Says 503 without reading a request.
boost::asio::awaitable<void> turn_away(Guest& guest, const House& house);

}  // namespace pairbook::relay
