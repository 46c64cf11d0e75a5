#include "sync-server/switchboard.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>
#include <deque>

#include "pairbook/wire/limits.hpp"

namespace pairbook::relay {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using boost::system::error_code;
using SteadyClock = std::chrono::steady_clock;

namespace {

constexpr auto result = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t write_buffer_bytes = 2048;
constexpr std::chrono::seconds goodbye_seconds{2};

base::BytesView view(const beast::flat_buffer& buffer) {
  const auto data = buffer.cdata();
  return {static_cast<const std::byte*>(data.data()), data.size()};
}

}  // namespace

// A connection on /sync. Frames wait in `queue`; whoever puts the first one there starts the
// coroutine that sends them, so a silent connection holds one coroutine and no buffers.
struct Switchboard::Line {
  Line(asio::io_context& loop, beast::tcp_stream& stream, CallerId caller)
      : id(caller), socket(stream), wake(loop) {
    wake.expires_at(asio::steady_timer::time_point::max());
  }

  CallerId id;
  websocket::stream<beast::tcp_stream&, false> socket;  // false: never compressed
  asio::steady_timer wake;                              // cancelled when there is news
  std::deque<base::Bytes> queue;
  bool is_speaking = false;
  bool is_waiting = false;  // until the core takes more
  bool hangs_up = false;
  std::optional<SteadyClock::time_point> writing_since;
};

Switchboard::Switchboard(asio::io_context& loop, const Limits& limits, CoreSettings settings,
                         crypto::SystemRandom random, const MakeKeeper& make_keeper)
    : loop_(loop),
      limits_(limits),
      random_(std::move(random)),
      core_(std::move(settings), random_),
      keeper_(make_keeper([this](Told told) {
        asio::post(loop_,
                   [this, answers = std::move(told)]() mutable { heard(std::move(answers)); });
      })) {
  asio::co_spawn(loop_, keep_time(), asio::detached);
}

Switchboard::~Switchboard() = default;

base::Instant Switchboard::now() {
  // The day and the time told to clients come from the wall clock at the start; from then on
  // time only goes forward, whatever happens to that clock.
  static const auto began = SteadyClock::now();
  static const auto wall = std::chrono::duration_cast<std::chrono::milliseconds>(
                               std::chrono::system_clock::now().time_since_epoch())
                               .count();
  const auto passed =
      std::chrono::duration_cast<std::chrono::milliseconds>(SteadyClock::now() - began).count();
  return {wall + passed};
}

asio::awaitable<void> Switchboard::converse(beast::tcp_stream& stream, UpgradeRequest request) {
  Line line(loop_, stream, ++last_caller_);
  stream.expires_never();  // the WebSocket has timers of its own
  line.socket.set_option(
      websocket::stream_base::timeout{.handshake_timeout = limits_.header_seconds,
                                      .idle_timeout = limits_.ping_seconds,
                                      .keep_alive_pings = true});
  line.socket.read_message_max(wire::max_frame);
  line.socket.write_buffer_bytes(write_buffer_bytes);
  line.socket.auto_fragment(false);
  line.socket.binary(true);
  const auto [error] = co_await line.socket.async_accept(request, result);
  if (error || stopping_) co_return;
  request = {};
  lines_.emplace(line.id, &line);
  core_.opened(line.id, now());
  co_await listen(line);
  core_.closed(line.id);
  // Whoever is hung up on is told why first; keep_time bounds how long that takes.
  if (!line.hangs_up) {
    line.queue.clear();
    stream.close();
  }
  while (line.is_speaking) co_await line.wake.async_wait(result);
  lines_.erase(line.id);
}

asio::awaitable<void> Switchboard::listen(Line& line) {
  beast::flat_buffer buffer(wire::max_frame);
  while (!line.hangs_up) {
    // What the core does not take yet stays in the socket's buffers, and then with the sender.
    if (!core_.may_read(line.id)) {
      line.is_waiting = true;
      waiting_.insert(&line);
      co_await line.wake.async_wait(result);
      waiting_.erase(&line);
      line.is_waiting = false;
      continue;
    }
    const auto [error, size] = co_await line.socket.async_read(buffer, result);
    if (error) co_return;
    if (line.socket.got_text()) {
      carry_out(core_.refuse(line.id, wire::ErrorCode::malformed));
    } else {
      carry_out(core_.receive(line.id, view(buffer), now()));
    }
    buffer.consume(buffer.size());
    buffer.shrink_to_fit();
  }
}

// Sends what waits, one frame after the other, then ends.
asio::awaitable<void> Switchboard::speak(Line& line) {
  while (!line.queue.empty()) {
    const base::Bytes frame = std::move(line.queue.front());
    line.queue.pop_front();
    line.writing_since = SteadyClock::now();
    const auto [error, size] =
        co_await line.socket.async_write(asio::buffer(frame.data(), frame.size()), result);
    line.writing_since.reset();
    if (error) {
      line.queue.clear();
      break;
    }
    carry_out(core_.sent(line.id, frame.size()));
    if (line.is_waiting) line.wake.cancel();
  }
  if (line.hangs_up && line.socket.is_open()) {
    line.writing_since = SteadyClock::now();
    const auto code =
        stopping_ ? websocket::close_code::going_away : websocket::close_code::policy_error;
    co_await line.socket.async_close(code, result);
    line.writing_since.reset();
  }
  line.is_speaking = false;
  line.wake.cancel();
}

void Switchboard::carry_out(Actions actions) {
  for (Action& action : actions) {
    if (auto* ask = std::get_if<Ask>(&action)) {
      keeper_->ask(ask->ticket, std::move(ask->question));
      continue;
    }
    if (auto* commit = std::get_if<Commit>(&action)) {
      keeper_->commit(commit->ticket, std::move(commit->change));
      continue;
    }
    auto* send = std::get_if<Send>(&action);
    const auto found =
        lines_.find(send != nullptr ? send->caller : std::get<HangUp>(action).caller);
    if (found == lines_.end()) continue;
    Line& line = *found->second;
    if (send != nullptr) line.queue.push_back(std::move(send->bytes));
    if (send == nullptr) {
      line.hangs_up = true;
      line.wake.cancel();
    }
    if (!line.is_speaking) {
      line.is_speaking = true;
      asio::co_spawn(loop_, speak(line), asio::detached);
    }
  }
}

void Switchboard::heard(Told told) {
  for (auto& [ticket, answer] : told) {
    carry_out(core_.told(ticket, std::move(answer), now()));
  }
  for (Line* line : waiting_) line->wake.cancel();
}

void Switchboard::hear_of(std::vector<wire::PlaceId> places) {
  asio::post(loop_, [this, named = std::move(places)] {
    if (!stopping_) carry_out(core_.heard_of(named, now()));
  });
}

asio::awaitable<void> Switchboard::keep_time() {
  asio::steady_timer second(loop_);
  while (!stopping_ || !lines_.empty()) {
    second.expires_after(std::chrono::seconds(1));
    co_await second.async_wait(result);
    if (!stopping_) carry_out(core_.tick(now()));
    for (auto& [id, line] : lines_) {
      const auto longest = line->hangs_up ? goodbye_seconds : limits_.write_seconds;
      const bool is_stuck =
          line->writing_since && SteadyClock::now() - *line->writing_since > longest;
      if (is_stuck) beast::get_lowest_layer(line->socket).close();
    }
  }
}

void Switchboard::close_store() {
  keeper_.reset();
}

void Switchboard::stop() {
  stopping_ = true;
  carry_out(core_.stop());
}

}  // namespace pairbook::relay
