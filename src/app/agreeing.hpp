#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "pairbook/app/effect.hpp"
#include "pairbook/app/event.hpp"
#include "pairbook/app/keeper.hpp"
#include "pairbook/sync/relay_address.hpp"
#include "pairbook/sync/talk.hpp"

namespace pairbook::app {

struct Turn;

/// Chance of whichever turn is going on.
class TurnsRandom final : public base::RandomSource {
 public:
  void fill(std::span<std::byte> out) override { from->fill(out); }
  base::RandomSource* from = nullptr;
};

/// The open book's conversation with a relay, by which this person's devices agree.
///
/// Shape: it looks at the book's keeper and ends before it. What the talk asks of the book
/// waits
///        until everything that was written is stored.
struct Agreeing {
  Agreeing(const Keeper& keeper, std::string relay);

  [[nodiscard]] bool is_receiving() const {
    return keep || keeping_at || talk.status().to_come > 0;
  }

  std::string origin;  // of the relay
  std::string record;  // of the book, for how far it is
  TurnsRandom random;
  sync::Talk talk;
  std::uint32_t line = 0;  // 0: none
  std::optional<base::Instant> wakes_at;
  std::optional<sync::Fetch> fetch;
  std::optional<sync::Keep> keep;
  std::optional<std::uint64_t> keeping_at;  // position of the log, until it is stored
  std::uint64_t told_end = 0;               // of the log
  Keeper::SeenByOthers seen;
};

/// The book was entered: when it names a relay, talks to it.
void begin_agreeing(Turn& turn);
/// The book is closed, or another tab writes it.
void end_agreeing(Turn& turn);
/// What the talk asks for, as far as it can be done now, and what time does to it.
void step_agreeing(Turn& turn);
void line_opened(Turn& turn, const LineOpened& event);
void line_heard(Turn& turn, const LineHeard& event);
void line_closed(Turn& turn, const LineClosed& event);
/// The person came back to the page: tries again now.
void hurry_agreeing(Turn& turn);

// At Settings.
void keep_in_step(Turn& turn);
void stop_keeping_in_step(Turn& turn);

}  // namespace pairbook::app
