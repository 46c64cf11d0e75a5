// hint := voice { place:32 hexadecimal digits }
#include "sync-server/store/bell.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <memory>

#include "sync-server/store/postgres.hpp"

namespace pairbook::relay {
namespace {

constexpr std::size_t longest_hint = 7900;  // PostgreSQL takes fewer than 8,000 bytes
constexpr std::size_t id_digits = 32;
constexpr int pause_ms = 1000;  // after a connection that broke or could not be made

// The places that a hint names; none when it names none, or is no hint of ours.
std::vector<wire::PlaceId> places_in(std::string_view text) {
  const auto bytes = base::from_hex(text);
  if (!bytes) return {};
  std::vector<wire::PlaceId> places;
  for (base::ByteReader in(*bytes); in.left() > 0;) places.push_back({in.fixed<16>()});
  return places;
}

}  // namespace

std::string hint_text(std::string_view voice, const std::vector<wire::PlaceId>& places) {
  std::string text(voice);
  if (text.size() + places.size() * id_digits > longest_hint) return text;
  for (const wire::PlaceId& place : places) text += base::to_hex(place.bytes);
  return text;
}

Bell::Bell(std::string address, std::string voice,
           std::function<void(std::vector<wire::PlaceId>)> ring)
    : address_(std::move(address)),
      voice_(std::move(voice)),
      ring_(std::move(ring)),
      stop_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      listening_([this] { listen_on(); }) {}

Bell::~Bell() {
  eventfd_write(stop_, 1);
  listening_.join();
  close(stop_);
}

// Waits until there is something to read beside, or the time is over.
bool Bell::should_stop(int milliseconds, int beside) const {
  pollfd waiting[] = {{stop_, POLLIN, 0}, {beside, POLLIN, 0}};
  poll(waiting, beside >= 0 ? 2 : 1, milliseconds);
  return waiting[0].revents != 0;
}

void Bell::listen_on() {
  do {
    try {
      listen();
    } catch (const std::exception&) {
      // The database is away; it is asked again until it is back.
    }
  } while (!should_stop(pause_ms));
}

void Bell::listen() {
  postgres::Connection connection(address_);
  PGconn* const handle = connection.handle();
  connection.run("LISTEN pairbook_relay");
  ring_({});
  while (!should_stop(-1, PQsocket(handle))) {
    if (PQconsumeInput(handle) != 1) return;
    std::vector<wire::PlaceId> places;
    bool is_any = false;
    while (true) {
      struct Freer {
        void operator()(PGnotify* hint) const { PQfreemem(hint); }
      };
      const std::unique_ptr<PGnotify, Freer> hint(PQnotifies(handle));
      if (!hint) break;
      const std::string_view text(hint->extra);
      if (text.starts_with(voice_)) continue;
      const auto named = places_in(text.substr(std::min(voice_.size(), text.size())));
      is_any = is_any || named.empty();
      places.insert(places.end(), named.begin(), named.end());
    }
    if (is_any) {
      ring_({});
    } else if (!places.empty()) {
      ring_(std::move(places));
    }
  }
}

}  // namespace pairbook::relay
