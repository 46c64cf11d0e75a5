#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sync/a_device.hpp"
#include "sync/a_relay.hpp"

namespace pairbook::sync {

/// What may go wrong in a history.
struct Weather {
  bool relay_forgets = false;  // wiped, or put back to a copy
  bool books_go_back = false;  // a device's book is put back to a copy
  bool strangers = false;      // devices learn late whose entries to believe
};

/// Some devices, a relay and a network between them, moved on one step at a time by one seed:
/// clock, network, disks and crashes.
///
/// Shape: a connection delivers its bytes in order or breaks; what was sent on a broken one may
///        still arrive at the relay, beside what comes on the next one.
class AWorld {
 public:
  AWorld(std::uint64_t seed, const Weather& weather);

  /// Anything that can happen, so many times.
  void live(std::size_t steps);
  /// Nothing breaks any more: until all are in step. False when that takes too long.
  [[nodiscard]] bool settle();

  /// Why the devices are not as they should be after settle(), or nothing.
  [[nodiscard]] std::string complaint();
  /// Of a device that says everything of it is on the relay: whether that is so.
  [[nodiscard]] std::string lies();

 private:
  struct Wire {
    relay::CallerId caller = 0;
    std::size_t device = 0;
    bool is_new = true;      // neither end knows yet
    bool has_client = true;  // the device's end
    bool has_relay = true;   // the relay's end
    std::deque<base::Bytes> up;
    std::deque<base::Bytes> down;
    bool ends = false;  // the relay hangs up after what it sent
  };

  // What can happen.
  void write();
  void crash();
  void break_wire();
  void relay_restarts();
  void relay_forgets();
  void book_goes_back();
  void clock_jumps();
  void carry_a_file();
  void go_on();  // one step of something under way, or some time

  [[nodiscard]] bool step_wires(std::uint64_t choice);
  bool step(Wire& wire);
  void carry_out(std::size_t device, Actions actions);
  void collect();
  void let_time_pass(std::int64_t ms);
  void start(std::size_t device);
  void tell_who_is_who(std::size_t device);
  void break_all();
  [[nodiscard]] bool is_quiet();
  [[nodiscard]] std::size_t any_device() {
    return static_cast<std::size_t>(random_.below(devices_.size()));
  }
  [[nodiscard]] bool one_in(std::uint64_t many) { return random_.below(many) == 0; }

  base::SeededRandom random_;
  Weather weather_;
  base::Instant now_{1'800'000'000'000};
  ARelay relay_;
  std::vector<std::unique_ptr<ADevice>> devices_;
  std::vector<std::unique_ptr<Wire>> wires_;
  relay::CallerId last_caller_ = 0;
  std::set<crypto::Digest> written_;  // of what must be everywhere in the end
  std::size_t writes_ = 0;
  std::size_t files_ = 0;  // carried from one device to another
  bool is_fair_ = false;   // nothing breaks
};

}  // namespace pairbook::sync
