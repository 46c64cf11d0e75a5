#pragma once

#include <boost/asio/awaitable.hpp>
#include <memory>
#include <optional>

#include "pairbook/base/bytes.hpp"
#include "sync-server/channel.hpp"
#include "sync-server/conversation.hpp"

namespace pairbook::relay {

/// RFC 6455 on a connection, without compression: whole messages in, whole messages out.
///
/// It has no timer of its own: who reads it looks at last_heard() and asks with ping().
///
/// Shape:  at most one read and one write, ping or close under way; it outlives both.
class WebSocket {
 public:
  struct Message {
    base::Bytes bytes;
    bool is_text = false;
  };
  enum class Goodbye { going_away, policy_error };

  explicit WebSocket(Channel& channel);
  ~WebSocket();
  WebSocket(const WebSocket&) = delete;
  WebSocket& operator=(const WebSocket&) = delete;

  boost::asio::awaitable<bool> accept(std::unique_ptr<const HttpRequest> request);
  /// Nothing when the connection has ended, also by a message over wire::max_frame.
  ///
  /// Cost: holds no memory for a message before it begins, and no more than twice what has
  ///       come of it (and 4 KiB) before it ends.
  boost::asio::awaitable<std::optional<Message>> read();
  boost::asio::awaitable<bool> write(base::BytesView message);
  boost::asio::awaitable<bool> ping();
  boost::asio::awaitable<void> close(Goodbye why);

  [[nodiscard]] bool is_open() const;
  /// When the other side last said anything, if only that it is there.
  [[nodiscard]] Channel::Clock::time_point last_heard() const { return last_heard_; }

 private:
  struct Stream;

  std::unique_ptr<Stream> stream_;
  Channel::Clock::time_point last_heard_ = Channel::Clock::now();
};

}  // namespace pairbook::relay
