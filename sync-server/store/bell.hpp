#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "pairbook/wire/frame.hpp"

namespace pairbook::relay {

/// What a hint says: who gives it, and which places to look at. With too many for one hint it
/// names none.
[[nodiscard]] std::string hint_text(std::string_view voice,
                                    const std::vector<wire::PlaceId>& places);

/// Listens for hints of other relays of the same PostgreSQL database, on a thread of its own.
///
/// They are hints: one may get lost when a connection breaks, so after each new connection, and
/// for a hint that names no place, it rings for all places; and the core looks now and then
/// without being told.
class Bell {
 public:
  /// `voice` is the own one, which is not listened to. `ring` is called on the bell's thread;
  /// no place means any.
  Bell(std::string address, std::string voice,
       std::function<void(std::vector<wire::PlaceId>)> ring);
  ~Bell();
  Bell(const Bell&) = delete;
  Bell& operator=(const Bell&) = delete;

 private:
  void listen_on();
  void listen();
  [[nodiscard]] bool should_stop(int milliseconds, int beside = -1) const;

  const std::string address_;
  const std::string voice_;
  const std::function<void(std::vector<wire::PlaceId>)> ring_;
  const int stop_;  // readable when it is time to stop
  std::thread listening_;
};

}  // namespace pairbook::relay
