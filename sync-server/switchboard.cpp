#include "sync-server/switchboard.hpp"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <list>

#include "sync-server/web_socket.hpp"

namespace pairbook::relay {

namespace asio = boost::asio;
using SteadyClock = std::chrono::steady_clock;

namespace {

constexpr auto result = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::seconds goodbye_seconds{2};

}  // namespace

// A connection on /sync. Frames wait in `queue`; whoever puts the first one there starts the
// coroutine that sends them, so a silent connection holds one coroutine and no buffers.
struct Switchboard::Line {
  Line(asio::io_context& loop, Channel& below, CallerId caller)
      : id(caller), channel(below), socket(below), wake(loop) {
    wake.expires_at(asio::steady_timer::time_point::max());
  }

  CallerId id;
  Channel& channel;
  WebSocket socket;
  asio::steady_timer wake;       // cancelled when there is news
  std::list<base::Bytes> queue;  // not a deque: an empty one holds half a kibibyte
  bool is_speaking = false;
  bool is_waiting = false;  // until the core takes more
  bool hangs_up = false;
  bool wants_ping = false;
  SteadyClock::time_point pinged;
  SteadyClock::time_point heard_until;
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

asio::awaitable<void> Switchboard::converse(Channel& channel,
                                            std::unique_ptr<const HttpRequest> request) {
  Line line(loop_, channel, ++last_caller_);
  channel.expires_after(limits_.write_seconds);
  if (!co_await line.socket.accept(std::move(request)) || stopping_) co_return;
  channel.expires_never();  // from here on, keep_time looks after it
  lines_.emplace(line.id, &line);
  core_.opened(line.id, now());
  co_await listen(line);
  core_.closed(line.id);
  // Whoever is hung up on is told why first; keep_time bounds how long that takes.
  if (!line.hangs_up) {
    line.queue.clear();
    channel.close();
  }
  while (line.is_speaking) co_await line.wake.async_wait(result);
  lines_.erase(line.id);
}

asio::awaitable<void> Switchboard::listen(Line& line) {
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
    const auto message = co_await line.socket.read();
    if (!message) co_return;
    carry_out(message->is_text ? core_.refuse(line.id, wire::ErrorCode::malformed)
                               : core_.receive(line.id, message->bytes, now()));
  }
}

// Sends what waits, one frame after the other, then ends.
asio::awaitable<void> Switchboard::speak(Line& line) {
  while (!line.queue.empty() || line.wants_ping) {
    line.writing_since = SteadyClock::now();
    bool is_well = true;
    if (line.queue.empty()) {
      line.wants_ping = false;
      is_well = co_await line.socket.ping();
    } else {
      const base::Bytes frame = std::move(line.queue.front());
      line.queue.pop_front();
      is_well = co_await line.socket.write(frame);
      if (is_well) carry_out(core_.sent(line.id, frame.size()));
    }
    line.writing_since.reset();
    if (!is_well) {
      line.queue.clear();
      break;
    }
    if (line.is_waiting) line.wake.cancel();
  }
  if (line.hangs_up && line.socket.is_open()) {
    line.writing_since = SteadyClock::now();
    co_await line.socket.close(stopping_ ? WebSocket::Goodbye::going_away
                                         : WebSocket::Goodbye::policy_error);
    line.writing_since.reset();
  }
  line.is_speaking = false;
  line.wake.cancel();
}

void Switchboard::have_spoken(Line& line) {
  if (line.is_speaking) return;
  line.is_speaking = true;
  asio::co_spawn(loop_, speak(line), asio::detached);
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
    have_spoken(line);
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
    for (auto& [id, line] : lines_) look_after(*line);
  }
}

// A ping halfway to the end of its patience; no answer is the end. Neither costs a timer.
void Switchboard::look_after(Line& line) {
  const auto now = SteadyClock::now();
  const auto longest = line.hangs_up ? goodbye_seconds : limits_.write_seconds;
  const bool is_stuck = line.writing_since && now - *line.writing_since > longest;
  // Whoever is not read from cannot be heard.
  if (line.is_waiting) line.heard_until = now;
  const auto heard = std::max(line.socket.last_heard(), line.heard_until);
  const auto silence = now - heard;
  const bool was_asked = line.pinged > heard;
  const bool is_gone = was_asked && silence > limits_.ping_seconds &&
                       now - line.pinged >= limits_.ping_seconds / 2;
  if (is_stuck || is_gone) return line.channel.close();
  if (was_asked || silence <= limits_.ping_seconds / 2) return;
  line.pinged = now;
  line.wants_ping = true;
  have_spoken(line);
}

void Switchboard::close_store() {
  keeper_.reset();
}

void Switchboard::stop() {
  stopping_ = true;
  carry_out(core_.stop());
}

}  // namespace pairbook::relay
