#include "change.hpp"

#include <algorithm>

#include "areas.hpp"
#include "match_area.hpp"
#include "pairs_area.hpp"
#include "seen.hpp"
#include "undo.hpp"

namespace pairbook::app {

namespace {

using domain::Op;

bool apply_one(OpenedBook& book, const Op& op, const domain::Moment& moment) {
  const domain::Outcome outcome = domain::apply(book.programme, op, moment);
  if (!outcome.applied) book.ignored.push_back(outcome.ignored_because);
  return outcome.applied;
}

/// Applies an op and notes how it is taken back.
void apply_one(OpenedBook& book, const Op& op, const domain::Moment& moment,
               std::vector<Op>& inverse) {
  std::vector<Op> back = fit_entries(domain::invert(book.programme, op));
  if (!apply_one(book, op, moment)) return;
  inverse.insert(inverse.begin(), std::make_move_iterator(back.begin()),
                 std::make_move_iterator(back.end()));
}

void note(Remains& remains, OpenedBook& book, Change change) {
  book.lines.push_back(
      {change.when, change.label, change.plain, static_cast<int>(book.done.size()) + 1});
  book.done.push_back(std::move(change));
  lay_aside(remains, std::move(book.undone));
}

/// A change taken back or done again moves from one end of the past to the other.
void note_undone(OpenedBook& book, const Speaker& say, base::Instant when) {
  book.undone.push_back(std::move(book.done.back()));
  book.done.pop_back();
  book.lines.push_back({when, say(ChangeWord::taken_back, book.undone.back().label),
                        say(ChangeWord::taken_back, book.undone.back().plain),
                        static_cast<int>(book.done.size())});
}
void note_redone(Remains& remains, OpenedBook& book, const Speaker& say, base::Instant when,
                 std::vector<Op> inverse) {
  book.done.push_back(std::move(book.undone.back()));
  book.undone.pop_back();
  book.done.back().inverse.swap(inverse);
  remains.take(std::move(inverse), 1);
  book.lines.push_back({when, say(ChangeWord::done_again, book.done.back().label),
                        say(ChangeWord::done_again, book.done.back().plain),
                        static_cast<int>(book.done.size())});
}

void changed(Turn& turn, std::span<const Op> ops) {
  const OpenedBook& book = *turn.state.book;
  const bool was_veiled = book.veil.has_value(), was_hidden = book.veil_hides_names;
  veil_again(turn.state, turn.say);
  if (was_veiled != book.veil.has_value() || was_hidden != book.veil_hides_names) {
    forget_names(turn);
    people_changed(turn, {});
  }
  people_changed(turn, ops);
  areas_changed(turn, ops);
}

constexpr std::size_t most_at_once = 800;  // people and pairs

std::size_t people_and_pairs(const Op& op) {
  if (const auto* added = std::get_if<domain::PeopleAdded>(&op)) return added->people.size();
  if (const auto* changed = std::get_if<domain::PeopleChanged>(&op))
    return changed->changes.size();
  if (const auto* removed = std::get_if<domain::PeopleRemoved>(&op))
    return removed->people.size();
  if (const auto* made = std::get_if<domain::PairsApproved>(&op)) return made->pairs.size();
  if (const auto* unmade = std::get_if<domain::PairsWithdrawn>(&op))
    return unmade->pairs.size();
  return 0;
}
/// Called by name, and so that it may be told while names are hidden: then it was made of
/// codes.
void call(Change& change, const Speaker& say, const domain::Programme& before,
          const std::vector<Op>& ops) {
  change.label = words_for(say, before, ops);
  change.plain = before.blind.on ? change.label : words_for(say, before, ops, Names::left_out);
}

/// A refusal may name somebody.
std::string words_for_refusal(const Turn& turn, base::Error error) {
  const domain::Programme& programme = turn.state.book->programme;
  if (programme.blind.on) {
    for (const auto& [id, person] : programme.people) {
      if (person.name != error.where) continue;
      error.where = domain::code_name(programme.blind, person, code_words(turn.say));
      break;
    }
  }
  return words_for(turn.say, error);
}

/// A large change is carried out an op at a time, so that the page goes on listening.
void begin_steps(Turn& turn, std::vector<Op> ops, Tell tell) {
  std::string label = words_for(turn.say, turn.state.book->programme, ops);
  begin_running(turn, Running::Kind::change, turn.say(FrameWord::carrying_out, label));
  Running& running = *turn.state.running;
  running.whole = ops.size();
  running.tell = tell == Tell::toast;
  call(running.draft, turn.say, turn.state.book->programme, ops);
  running.draft.ops = std::move(ops);
  turn.ask(Continue{});
}

}  // namespace

bool is_large(const std::vector<domain::Op>& ops) {
  std::size_t all = 0;
  for (const Op& op : ops) all += people_and_pairs(op);
  return all > most_at_once;
}

std::string why_no_change(const Model::State& state, const Speaker& say) {
  if (!state.book) return say(ErrorWord::not_found);
  using enum ImportWork;
  const ImportWork work = state.import.work;
  if (state.running || work == planning || work == preparing || work == writing)
    return say(FrameWord::busy_now);
  if (state.book->read_only) return say(FrameWord::other_tab_writes);
  return {};
}

bool is_stepping(const Model::State& state) {
  return state.running && state.running->kind != Running::Kind::import;
}

Carried carry_out(Turn& turn, const domain::Command& command, Tell tell) {
  if (std::string why = why_no_change(turn.state, turn.say); !why.empty()) return {false, why};
  OpenedBook& book = *turn.state.book;
  auto ops = domain::decide(book.programme, command, turn.moment);
  if (!ops) return {false, words_for_refusal(turn, ops.error())};
  *ops = fit_entries(std::move(*ops));
  if (ops->empty()) return {true, {}};

  if (is_large(*ops)) {
    begin_steps(turn, std::move(*ops), tell);
    return {true, {}};
  }
  Change change{turn.moment.when, {}, {}, *ops, {}};
  call(change, turn.say, book.programme, *ops);
  if (book.keeper) {
    auto bytes = book.keeper->append(ledger::ChangeId::random(turn.random), *ops, turn.moment,
                                     turn.random);
    if (!bytes) return {false, words_for(turn.say, bytes.error())};
    save(turn, std::move(*bytes));
  }
  ++book.written;
  for (const Op& op : *ops) apply_one(book, op, turn.moment, change.inverse);
  if (tell == Tell::toast) toast(turn, Tone::success, change.label, WithUndo::yes);
  note(turn.state.remains, book, std::move(change));
  save_snapshot_if_due(turn);
  changed(turn, *ops);
  return {true, {}};
}

void begin_running(Turn& turn, Running::Kind kind, std::string title) {
  Running running;
  running.kind = kind;
  running.change = ledger::ChangeId::random(turn.random);
  running.draft.when = turn.moment.when;
  running.title = std::move(title);
  turn.state.running = std::move(running);
}

void add_to_running(Turn& turn, std::vector<Op> ops) {
  OpenedBook& book = *turn.state.book;
  Running& running = *turn.state.running;
  if (ops.empty()) return;
  ++book.written;
  ops = fit_entries(std::move(ops));
  if (book.keeper) {
    auto bytes = book.keeper->append(running.change, ops, turn.moment, turn.random);
    if (!bytes) {
      toast(turn, Tone::danger, words_for(turn.say, bytes.error()));
      return;
    }
    if (running.bytes) {
      running.bytes = vault::merge(std::move(*running.bytes), std::move(*bytes));
    } else {
      running.bytes = std::move(*bytes);
    }
  }
  if (running.draft.label.empty()) {
    call(running.draft, turn.say, book.programme, ops);
  }
  for (const Op& op : ops) {
    // What is being undone knows already how it was done.
    if (running.kind == Running::Kind::undo) {
      static_cast<void>(apply_one(book, op, turn.moment));
    } else {
      apply_one(book, op, turn.moment, running.draft.inverse);
    }
  }
  changed(turn, ops);
  if (running.kind != Running::Kind::import) return;
  running.draft.ops.insert(running.draft.ops.end(), std::make_move_iterator(ops.begin()),
                           std::make_move_iterator(ops.end()));
}

namespace {

void end_running(Turn& turn) {
  OpenedBook& book = *turn.state.book;
  Running running = std::move(*turn.state.running);
  turn.state.running.reset();
  if (running.bytes) save(turn, std::move(*running.bytes));
  save_snapshot_if_due(turn);
  switch (running.kind) {
    case Running::Kind::import:
      if (running.draft.ops.empty()) return;
      call(running.draft, turn.say, book.programme, running.draft.ops);
      note(turn.state.remains, book, std::move(running.draft));
      return;
    case Running::Kind::change:
      if (running.tell) toast(turn, Tone::success, running.draft.label, WithUndo::yes);
      note(turn.state.remains, book, std::move(running.draft));
      return;
    case Running::Kind::undo:
      note_undone(book, turn.say, turn.moment.when);
      toast(turn, Tone::info,
            turn.say(FrameWord::taken_back, label_of(book, book.undone.back())));
      return;
    case Running::Kind::redo:
      note_redone(turn.state.remains, book, turn.say, turn.moment.when,
                  std::move(running.draft.inverse));
      toast(turn, Tone::info,
            turn.say(FrameWord::done_again, label_of(book, book.done.back())));
      return;
  }
}

}  // namespace

void finish_running(Turn& turn) {
  end_running(turn);
  if (turn.state.book && turn.state.book->veil) {
    veil_again(turn.state, turn.say);
    people_changed(turn, {});
    list_pairs_again(turn.state, turn.moment.today);
  }
  areas_settled(turn);
}

void take_back_running(Turn& turn) {
  // What was written down stays written down, followed by its opposite: one path for
  // everything.
  finish_running(turn);
  undo_last(turn);
}

bool fold_news(Turn& turn, const std::vector<PastChange>& news) {
  std::vector<Op> ops;
  for (const PastChange& piece : news)
    ops.insert(ops.end(), piece.ops.begin(), piece.ops.end());
  if (is_large(ops)) return false;
  OpenedBook& book = *turn.state.book;
  std::size_t at_change = 0;
  for (const PastChange& piece : news) fold_past(turn, book, piece, at_change);
  ++book.written;
  if (!ops.empty()) changed(turn, ops);
  return true;
}

void changed_as_a_whole(Turn& turn) {
  forget_names(turn);
  veil_again(turn.state, turn.say);
  people_changed(turn, {});
  cancel_match(turn);
  areas_changed(turn, {});
  areas_entered(turn);
}

void fold_past(Turn& turn, OpenedBook& book, const PastChange& past, std::size_t& at_change) {
  if (at_change == 0) {
    book.done.push_back({past.when, {}, {}, {}, {}});
    call(book.done.back(), turn.say, book.programme, past.ops);
  }
  ++at_change;
  Change& draft = book.done.back();
  const domain::Moment then{past.when, turn.moment.today};
  for (const Op& op : past.ops) {
    apply_one(book, op, then, draft.inverse);
    draft.ops.push_back(op);
  }
  if (past.goes_on) return;

  if (at_change > 1) call(draft, turn.say, book.programme, draft.ops);
  at_change = 0;
  Change change = std::move(draft);
  book.done.pop_back();
  if (change.ops.empty()) return;  // of devices only
  if (!book.done.empty() && change.ops == book.done.back().inverse) {
    note_undone(book, turn.say, change.when);
    lay_aside(turn.state.remains, std::move(change));
  } else if (!book.undone.empty() && change.ops == book.undone.back().ops) {
    note_redone(turn.state.remains, book, turn.say, change.when, std::move(change.inverse));
    lay_aside(turn.state.remains, std::move(change));
  } else {
    note(turn.state.remains, book, std::move(change));
  }
}

}  // namespace pairbook::app
