#include <algorithm>
#include <utility>

#include "areas.hpp"
#include "change.hpp"
#include "pairbook/base/text.hpp"
#include "people_text.hpp"
#include "seen.hpp"

namespace pairbook::app {

void list_history(Turn& turn, const FrameIntent& intent) {
  if (const auto* show = std::get_if<ShowRows>(&intent)) {
    turn.state.history.first = std::max(0, show->first);
    turn.state.history.rows = std::clamp(show->count, 1, 200);
  }
}

/// Begins to read what the last snapshot spared us on opening.
void read_older_past(Turn& turn) {
  if (!turn.state.book || turn.state.book->older) return;
  OpenedBook& book = *turn.state.book;
  if (!book.has_older_past && !book.stale) return;
  if (!book.keeper || !why_no_change(turn.state, turn.say).empty()) return;
  book.older.emplace(
      OlderPast{PastReader(*book.keeper), 0, book.written, std::make_shared<OpenedBook>()});
}

void give_up_older(Turn& turn, bool failed) {
  OpenedBook& book = *turn.state.book;
  book.older_failed = failed;
  lay_aside(turn.state.remains, std::move(*book.older->scratch));
  book.older.reset();
}

bool reads_older_by_itself(const Model::State& state) {
  constexpr std::size_t most_bytes = 8U << 20U;  // more only for somebody who asks for it
  if (!state.book || state.place != Place::inside) return false;
  const OpenedBook& book = *state.book;
  const bool is_free = !book.older && !book.older_failed && book.keeper && !state.running &&
                       state.import.work == ImportWork::none && !book.read_only;
  if (!is_free) return false;
  if (book.stale) return !book.agreeing || !book.agreeing->is_receiving();
  return book.has_older_past && book.keeper->bytes() <= most_bytes;
}

bool slice_history(Turn& turn) {
  if (reads_older_by_itself(turn.state) && !turn.state.people.index.is_stale()) {
    read_older_past(turn);
    return turn.state.book->older.has_value();
  }
  if (!turn.state.book || !turn.state.book->older) return false;
  OpenedBook& book = *turn.state.book;
  OlderPast& older = *book.older;
  if (older.written_then != book.written) {  // changed meanwhile: read it again
    give_up_older(turn, false);
    return false;
  }
  constexpr std::size_t bytes_at_once = 512 * 1024;
  if (!older.all_open) {
    const auto all = older.reader.read(*book.keeper, bytes_at_once);
    if (!all) {
      give_up_older(turn, true);
      return false;
    }
    older.all_open = *all;
    return true;
  }
  constexpr std::size_t enough = 300;
  for (std::size_t weight = 0; !older.reader.finished() && weight < enough;) {
    const auto piece = older.reader.next();
    if (!piece) {
      give_up_older(turn, true);
      return false;
    }
    for (const domain::Op& op : piece->ops) {
      const auto* added = std::get_if<domain::PeopleAdded>(&op);
      weight += added != nullptr ? added->people.size() : 1;
    }
    fold_past(turn, *older.scratch, *piece, older.at_change);
  }
  if (!older.reader.finished()) return true;
  book.done = std::move(older.scratch->done);
  book.undone = std::move(older.scratch->undone);
  book.lines = std::move(older.scratch->lines);
  book.ignored = std::move(older.scratch->ignored);
  book.has_older_past = false;
  const bool was_stale = std::exchange(book.stale, false);
  if (was_stale) std::swap(book.programme, older.scratch->programme);
  give_up_older(turn, false);
  if (was_stale) {
    changed_as_a_whole(turn);
    save_snapshot_if_due(turn);
  }
  return false;
}

namespace {

std::string when_words(const Model::State& state, const Speaker& say, base::Instant when,
                       const domain::Moment& moment) {
  if (const auto shown = state.times.at(when)) {
    return say(FrameWord::day_and_time, date_words(shown->day), shown->time);
  }
  constexpr std::int64_t day_ms = 86'400'000;
  const auto days = (moment.when.ms - when.ms) / day_ms;
  return date_words(moment.today + base::Days{static_cast<std::int32_t>(-days)});
}

}  // namespace

HistoryBody present_history(const Model::State& state, const Speaker& say,
                            const domain::Moment& moment) {
  const OpenedBook& book = *state.book;
  const std::string why = why_no_change(state, say);
  HistoryBody body;
  body.title = say(FrameWord::history_title);
  body.text = say(FrameWord::history_text);
  Table& table = body.table;
  table.list = ListId::history;
  table.caption = body.title;
  table.columns = {{.key = "what", .label = say(FrameWord::history_what), .width = 420},
                   {.key = "when", .label = say(FrameWord::history_when), .width = 220}};
  table.total = static_cast<int>(book.lines.size());
  table.first = std::min(state.history.first, std::max(0, table.total - 1));
  table.empty = say(FrameWord::history_empty);
  for (int i = table.first; i < std::min(table.total, table.first + state.history.rows); ++i) {
    const auto number = book.lines.size() - 1 - static_cast<std::size_t>(i);
    const HistoryLine& line = book.lines[number];
    Row row;
    row.key = base::to_text(static_cast<long long>(number));
    row.cells = {names_hidden(state) ? line.plain : line.text,
                 when_words(state, say, line.when, moment)};
    Button here{.label = say(FrameWord::history_here),
                .intent = UndoToHere{line.done},
                .emphasis = Emphasis::quiet,
                .icon = Icon::undo,
                .why_not = why};
    const bool is_now = line.done >= static_cast<int>(book.done.size());
    if (is_now) here.why_not = say(FrameWord::history_is_last);
    row.controls.push_back(std::move(here));
    table.rows.push_back(std::move(row));
  }
  if (book.has_older_past) body.notices.push_back({.text = say(FrameWord::history_older)});
  if (!book.ignored.empty()) {
    body.notices.push_back({.text = say(FrameWord::history_ignored, book.ignored.size())});
  }
  return body;
}

}  // namespace pairbook::app
