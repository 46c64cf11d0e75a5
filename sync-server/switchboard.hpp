#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <functional>
#include <map>
#include <memory>
#include <set>

#include "pairbook/crypto/system_random.hpp"
#include "sync-server/conversation.hpp"
#include "sync-server/core/core.hpp"
#include "sync-server/limits.hpp"
#include "sync-server/store/keeper.hpp"

namespace pairbook::relay {

/// Joins the core, the keeper and the sockets: everything that speaks the protocol on /sync.
///
/// All of it runs on the loop's one thread; only the keeper's answers come from others, and
/// they are posted to the loop.
class Switchboard {
 public:
  /// Makes a keeper that tells its answers to the function given.
  using MakeKeeper = std::function<std::unique_ptr<Keeper>(std::function<void(Told)>)>;

  Switchboard(boost::asio::io_context& loop, const Limits& limits, CoreSettings settings,
              crypto::SystemRandom random, const MakeKeeper& make_keeper);
  ~Switchboard();

  /// Takes over a connection whose request asked for a WebSocket, until it ends.
  boost::asio::awaitable<void> converse(Channel& channel,
                                        std::unique_ptr<const HttpRequest> request);
  /// Other relays have written to these places; to any, when there is none. From any thread.
  void hear_of(std::vector<wire::PlaceId> places);
  /// Says goodbye to everybody; their connections end soon after.
  void stop();
  /// After the loop's end and before the loop itself goes: the keeper's threads end.
  void close_store();
  [[nodiscard]] const SyncCounts& counts() const { return core_.counts(); }

 private:
  struct Line;

  [[nodiscard]] static base::Instant now();
  void carry_out(Actions actions);
  void heard(Told told);
  boost::asio::awaitable<void> listen(Line& line);
  boost::asio::awaitable<void> speak(Line& line);
  void have_spoken(Line& line);
  void look_after(Line& line);
  boost::asio::awaitable<void> keep_time();

  boost::asio::io_context& loop_;
  const Limits& limits_;
  crypto::SystemRandom random_;
  Core core_;
  std::map<CallerId, Line*> lines_;
  std::set<Line*> waiting_;
  CallerId last_caller_ = 0;
  bool stopping_ = false;
  std::unique_ptr<Keeper> keeper_;
};

}  // namespace pairbook::relay
