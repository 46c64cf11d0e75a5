// What was done, taken back and done again, as far as somebody wishes.
#include "undo.hpp"

#include <algorithm>

#include "areas.hpp"
#include "change.hpp"
#include "seen.hpp"

namespace pairbook::app {

using domain::Op;

namespace {

const std::vector<Op>& steps_of(const Model::State& state, Running::Kind kind) {
  if (kind == Running::Kind::change) return state.running->draft.ops;
  const OpenedBook& book = *state.book;
  return kind == Running::Kind::undo ? book.done.back().inverse : book.undone.back().ops;
}

bool slice_running(Turn& turn) {
  if (!is_stepping(turn.state)) return false;
  Running& running = *turn.state.running;
  const std::vector<Op>& ops = steps_of(turn.state, running.kind);
  if (running.done == ops.size()) {
    finish_running(turn);
    return turn.state.running.has_value();
  }
  add_to_running(turn, {ops[running.done++]});
  return true;
}

void run_steps(Turn& turn, Running::Kind kind, std::string title) {
  begin_running(turn, kind, std::move(title));
  const std::vector<Op>& steps = steps_of(turn.state, kind);
  turn.state.running->whole = steps.size();
  if (is_large(steps)) {
    turn.ask(Continue{});
    return;
  }
  while (slice_running(turn)) {
  }
}

// A change taken back or done again.
void step_back(Turn& turn) {
  const Change& last = turn.state.book->done.back();
  run_steps(turn, Running::Kind::undo,
            turn.say(FrameWord::taking_back, label_of(*turn.state.book, last)));
}
void step_on(Turn& turn) {
  const Change& next = turn.state.book->undone.back();
  run_steps(turn, Running::Kind::redo,
            turn.say(FrameWord::doing_again, label_of(*turn.state.book, next)));
}

bool can_be_taken_back(const OpenedBook& book) {
  return !book.done.empty() && !book.done.back().inverse.empty();
}

// Undo or redo asked for while one is going on waits for its end.
bool waits_its_turn(const Turn& turn, int by) {
  const auto& running = turn.state.running;
  if (!running || running->kind == Running::Kind::import) return false;
  OpenedBook& book = *turn.state.book;
  const std::size_t most = book.done.size() + book.undone.size();
  std::size_t then = book.done_wanted.value_or(
      running->kind == Running::Kind::undo ? book.done.size() - 1 : book.done.size() + 1);
  if (by < 0 && then > 0) --then;
  if (by > 0 && then < most) ++then;
  book.done_wanted = then;
  return true;
}

// Goes on towards what is wanted, until it is reached or a large change takes its time.
void follow_wanted(Turn& turn) {
  while (turn.state.book && turn.state.book->done_wanted && !turn.state.running) {
    OpenedBook& book = *turn.state.book;
    const std::size_t done = book.done.size(), wanted = *book.done_wanted;
    const bool back = wanted < done;
    const bool on = done < wanted && !book.undone.empty();
    if (!why_no_change(turn.state, turn.say).empty() || (!back && !on) ||
        (back && !can_be_taken_back(book))) {
      book.done_wanted.reset();
      return;
    }
    back ? step_back(turn) : step_on(turn);
  }
}

}  // namespace

bool slice_change(Turn& turn) {
  if (slice_running(turn)) return true;
  follow_wanted(turn);
  return is_stepping(turn.state);
}

void undo_last(Turn& turn) {
  if (waits_its_turn(turn, -1)) return;
  if (const std::string why = why_no_change(turn.state, turn.say); !why.empty()) {
    toast(turn, Tone::warning, why);
    return;
  }
  const OpenedBook& book = *turn.state.book;
  if (can_be_taken_back(book)) return step_back(turn);
  toast(turn, Tone::info,
        turn.say(book.has_older_past ? FrameWord::history_older : FrameWord::nothing_to_undo));
}

void redo_next(Turn& turn) {
  if (waits_its_turn(turn, +1)) return;
  if (const std::string why = why_no_change(turn.state, turn.say); !why.empty()) {
    toast(turn, Tone::warning, why);
    return;
  }
  if (!turn.state.book->undone.empty()) return step_on(turn);
  toast(turn, Tone::info, turn.say(FrameWord::nothing_to_redo));
}

void undo_until(Turn& turn, int done) {
  if (const std::string why = why_no_change(turn.state, turn.say);
      !why.empty() && !is_stepping(turn.state)) {
    toast(turn, Tone::warning, why);
    return;
  }
  turn.state.book->done_wanted = static_cast<std::size_t>(std::max(0, done));
  follow_wanted(turn);
}

}  // namespace pairbook::app
