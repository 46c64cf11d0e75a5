#include "pairbook/ledger/clock.hpp"

#include <algorithm>

namespace pairbook::ledger {

namespace {

std::uint64_t wall_ms(base::Instant now) {
  if (now.ms <= 0) return 0;
  return std::min(static_cast<std::uint64_t>(now.ms), greatest_ms);
}

HybridTime after(HybridTime time) {
  if (time.counter < 0xFFFF) return {time.ms, static_cast<std::uint16_t>(time.counter + 1)};
  if (time.ms < greatest_ms) return {time.ms + 1, 0};
  return time;  // the end of all clocks: from here the chain alone keeps our entries apart
}

}  // namespace

HybridTime HybridClock::tick(base::Instant now) {
  const std::uint64_t wall = wall_ms(now);
  const bool was_wrong = last_.ms > wall + clock_tolerance_ms;
  last_ = wall > last_.ms || was_wrong ? HybridTime{wall, 0} : after(last_);
  return last_;
}

bool HybridClock::observe(HybridTime remote, base::Instant now) {
  if (remote.ms > wall_ms(now) + clock_tolerance_ms) return false;
  last_ = std::max(last_, remote);
  return true;
}

}  // namespace pairbook::ledger
