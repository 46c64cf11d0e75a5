#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <functional>
#include <memory>

#include "sync-server/answer.hpp"
#include "sync-server/channel.hpp"
#include "sync-server/counts.hpp"
#include "sync-server/limits.hpp"
#include "sync-server/tls.hpp"

namespace pairbook::relay {

/// One connection while it is open.
struct Guest {
  explicit Guest(boost::asio::ip::tcp::socket socket) : channel(std::move(socket)) {}

  Channel channel;
  bool is_waiting = false;  // between requests: may be closed without loss
};

using HttpRequest = boost::beast::http::request<boost::beast::http::empty_body>;

/// What every connection of one address shares.
struct House {
  const Limits& limits;
  Counts& counts;
  const bool& stopping;
  std::function<Answer(const Request&)> answer_to;
  bool has_sync = false;  // hands on those who ask for a WebSocket on /sync
  /// How connections are encrypted; without it they are not. Read again while it runs.
  std::shared_ptr<const TlsContext> tls{};
};

/// Agrees on encryption first, if the house wants it; then takes requests and sends answers,
/// one after the other, until one side has had enough. A request for a WebSocket on /sync is
/// handed back.
boost::asio::awaitable<std::unique_ptr<const HttpRequest>> converse(Guest& guest,
                                                                    const House& house);

/// Says 503 without reading a request.
boost::asio::awaitable<void> turn_away(Guest& guest, const House& house);

}  // namespace pairbook::relay
