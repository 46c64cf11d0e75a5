#include <algorithm>

#include "areas.hpp"
#include "change.hpp"
#include "import.hpp"
#include "import_words.hpp"
#include "pairbook/base/text.hpp"
#include "people_text.hpp"
#include "undo.hpp"

namespace pairbook::app {

using namespace domain;

namespace {

template <class T>
void give_back(Remains& remains, std::optional<T>& from) {
  if (from) remains.take_whole(std::move(*from));
  from.reset();
}

/// Puts aside what is given back a little at a time.
void leave_over(Turn& turn) {
  ImportView& view = turn.state.import;
  Remains& remains = turn.state.remains;
  view.guesser.reset();
  give_back(remains, view.planner);
  give_back(remains, view.writer);
  remains.take(std::move(view.plan.rows));
  if (view.table) remains.take(std::move(view.table->rows));
  remains.take(std::move(view.command.added));
  view.plan = {};
  view.table.reset();
  view.command = {};
}

}  // namespace

void start_over(Turn& turn, std::string trouble) {
  leave_over(turn);
  turn.state.import = ImportView{};
  turn.state.import.trouble = std::move(trouble);
}

void understand(Turn& turn) {
  ImportView& view = turn.state.import;
  constexpr std::size_t first_rows = 4;
  view.understood = codec::preview_rows(turn.state.book->programme, *view.table, view.mapping,
                                        view.new_fields, first_rows);
  // The examples stand in different rows of the file, because blank cells are none.
  codec::Table examples;
  examples.headers = view.table->headers;
  for (std::size_t i = 0; i < view.guesses.size(); ++i) {
    for (std::size_t k = 0; k < view.guesses[i].examples.size(); ++k) {
      if (k == examples.rows.size()) {
        examples.rows.push_back({k, std::vector<std::string>(examples.headers.size())});
      }
      examples.rows[k].cells[i] = view.guesses[i].examples[k];
    }
  }
  view.kept = codec::preview_rows(turn.state.book->programme, examples, view.mapping,
                                  view.new_fields, examples.rows.size());
}

namespace {

void begin_guessing(Turn& turn) {
  ImportView& view = turn.state.import;
  view.table = std::make_unique<codec::Table>(view.reader->take());
  view.reader.reset();
  if (view.table->rows.empty()) {
    return start_over(turn, turn.say(ImportWord::bad_empty, view.file_name));
  }
  view.guesser.emplace(turn.state.book->programme, *view.table, view.file_name);
  view.work = ImportWork::guessing;
}

void to_columns(Turn& turn) {
  ImportView& view = turn.state.import;
  codec::GuessedMapping guess = view.guesser->take();
  view.guesser.reset();
  view.mapping = std::move(guess.mapping);
  view.new_fields = std::move(guess.new_fields);
  view.guesses = std::move(guess.columns);
  for (std::size_t i = 0; i < view.mapping.columns.size(); ++i) {
    const ColumnMeaning& column = view.mapping.columns[i];
    if (column.meaning != Meaning::answer) continue;
    const bool is_new = find_field(turn.state.book->programme, column.field) == nullptr;
    if (is_new) view.made_here[i] = column.field;
  }
  understand(turn);
  view.step = ImportStep::columns;
  focus(turn);
}

}  // namespace

void begin_plan(Turn& turn) {
  ImportView& view = turn.state.import;
  if (!has_name_column(view)) return;
  view.planner.emplace(turn.state.book->programme, *view.table, view.mapping, view.new_fields,
                       turn.random);
  view.planned = {};
  view.work = ImportWork::planning;
}

void begin_writing(Turn& turn) {
  ImportView& view = turn.state.import;
  if (const std::string why = why_no_change(turn.state, turn.say); !why.empty()) {
    return toast(turn, Tone::warning, why);
  }
  view.writer.emplace(turn.state.book->programme, view.plan, view.file_name, view.mapping,
                      view.new_fields);
  view.next_added = view.next_changed = view.added = view.changed = 0;
  view.stopped = false;
  view.work = ImportWork::preparing;
}

namespace {

void begin_pieces(Turn& turn) {
  ImportView& view = turn.state.import;
  view.command = view.writer->take();
  give_back(turn.state.remains, view.writer);
  view.work = ImportWork::writing;
  begin_running(turn, Running::Kind::import, turn.say(ImportWord::writing));
}

void done_writing(Turn& turn) {
  ImportView& view = turn.state.import;
  view.work = ImportWork::none;
  view.step = ImportStep::done;
  leave_over(turn);
  focus(turn);
}

}  // namespace

void stop_writing(Turn& turn, std::string why) {
  done_writing(turn);
  turn.state.import.stopped = true;
  turn.state.import.trouble = std::move(why);
  const bool anything = !turn.state.running->draft.ops.empty();
  finish_running(turn);
  if (anything) undo_last(turn);
}

namespace {

void write_some(Turn& turn) {
  ImportView& view = turn.state.import;
  constexpr std::size_t at_once = 100;
  ImportPeople piece;
  piece.file = view.command.file;
  if (view.next_added == 0 && view.next_changed == 0) {
    piece.new_fields = std::move(view.command.new_fields);
    view.command.new_fields.clear();
  }
  auto& added = view.command.added;
  auto& changed = view.command.changed;
  while (view.next_added < added.size() && piece.added.size() < at_once) {
    piece.added.push_back(std::move(added[view.next_added++]));
  }
  while (view.next_changed < changed.size() &&
         piece.added.size() + piece.changed.size() < at_once) {
    piece.changed.push_back(std::move(changed[view.next_changed++]));
  }
  const bool last = view.next_added == added.size() && view.next_changed == changed.size();
  if (last) piece.mapping = view.command.mapping;
  auto ops = decide(turn.state.book->programme, piece, turn.moment);
  if (!ops) return stop_writing(turn, words_for(turn.say, ops.error()));
  view.added += piece.added.size();
  view.changed += piece.changed.size();
  add_to_running(turn, std::move(*ops));
  if (!last) return;
  finish_running(turn);
  done_writing(turn);
}

}  // namespace

void begin_import(Turn& turn, std::string name, base::BytesView bytes) {
  start_over(turn);
  ImportView& view = turn.state.import;
  view.file_name = std::move(name);
  auto reader = codec::TableReader::open(bytes);
  if (!reader) {
    return start_over(turn, file_trouble(turn.say, reader.error(), view.file_name));
  }
  view.reader = std::move(*reader);
  view.work = ImportWork::reading;
}

bool slice_import(Turn& turn) {
  ImportView& view = turn.state.import;
  if (!turn.state.book) return false;
  switch (view.work) {
    case ImportWork::none:
      return false;
    case ImportWork::reading: {
      constexpr std::size_t rows = 1000;
      const auto read = view.reader->step(rows);
      if (!read) {
        start_over(turn, file_trouble(turn.say, read.error(), view.file_name));
        return false;
      }
      view.read = *read;
      if (read->done) begin_guessing(turn);
      return view.work != ImportWork::none;
    }
    case ImportWork::guessing:
      if (!view.guesser->step().done) return true;
      view.work = ImportWork::none;
      to_columns(turn);
      return false;
    case ImportWork::planning: {
      constexpr std::size_t rows = 300;
      view.planned = view.planner->step(rows);
      if (!view.planned.done) return true;
      view.plan = view.planner->take();
      give_back(turn.state.remains, view.planner);
      view.work = ImportWork::none;
      view.step = ImportStep::preview;
      view.show = ImportShow::all;
      view.first = 0;
      list_shown_rows(view);
      view.bringing = static_cast<std::size_t>(
          std::count_if(view.plan.rows.begin(), view.plan.rows.end(), brings));
      focus(turn);
      return false;
    }
    case ImportWork::preparing: {
      constexpr std::size_t rows = 400;
      if (view.writer->step(rows)) begin_pieces(turn);
      return true;
    }
    case ImportWork::writing:
      write_some(turn);
      return view.work != ImportWork::none;
  }
  return false;
}

}  // namespace pairbook::app
