// What was written goes to the shell, and now and then the whole programme as it is.
#include "change.hpp"

namespace pairbook::app {

void save_snapshot_if_due(Turn& turn) {
  OpenedBook& book = *turn.state.book;
  if (!book.keeper || book.stale || !book.keeper->snapshot_is_due()) return;
  constexpr std::size_t many = 1000;
  if (book.programme.people.size() > many) {
    book.snapshot.emplace(
        SnapshotWork{codec::ProgrammeWriter(book.programme), std::nullopt, book.written});
  } else if (auto bytes = book.keeper->snapshot(book.programme, turn.random)) {
    save(turn, std::move(*bytes));
  }
}

bool slice_snapshot(Turn& turn) {
  if (!turn.state.book || !turn.state.book->snapshot) return false;
  OpenedBook& book = *turn.state.book;
  if (turn.state.running || book.read_only || book.snapshot->written_then != book.written) {
    book.snapshot.reset();  // changed meanwhile: the end of that change begins another
    return false;
  }
  SnapshotWork& work = *book.snapshot;
  if (!work.sealed) {
    constexpr std::size_t people = 400;
    if (work.writer.step(people)) {
      work.sealed = book.keeper->begin_snapshot(work.writer.take());
    }
    return true;
  }
  constexpr std::size_t bytes_at_once = 512 * 1024;
  if (!book.keeper->seal_some(*work.sealed, bytes_at_once, turn.random)) return true;
  auto bytes = book.keeper->snapshot(std::move(*work.sealed), turn.random);
  book.snapshot.reset();
  if (bytes) save(turn, std::move(*bytes));
  return false;
}

bool slice_saving(Turn& turn) {
  Saving& saving = turn.state.saving;
  if (saving.failed || !turn.state.book) return false;
  constexpr std::size_t bytes_at_once = 512 * 1024;
  std::size_t bytes = 0;
  while (saving.handed < saving.waiting.size() && bytes < bytes_at_once) {
    const vault::Commit& whole = saving.waiting[saving.handed];
    const bool begins = saving.handed_rows == 0;
    std::vector<vault::Row> rows;
    while (saving.handed_rows < whole.put.size() && bytes < bytes_at_once) {
      rows.push_back(whole.put[saving.handed_rows++]);
      bytes += rows.back().bytes.size();
    }
    if (saving.handed_rows < whole.put.size()) {
      turn.ask(StageRows{turn.state.book->id, std::move(rows), begins});
      break;
    }
    turn.ask(SaveCommit{turn.state.book->id,
                        {whole.expected, whole.generation, std::move(rows), whole.remove},
                        begins});
    ++saving.handed;
    saving.handed_rows = 0;
  }
  return saving.handed < saving.waiting.size();
}

void save(Turn& turn, vault::Commit change) {
  Saving& saving = turn.state.saving;
  saving.waiting.push_back(std::move(change));
  if (saving.failed) return retry_save(turn);
  static_cast<void>(slice_saving(turn));
}

void retry_save(Turn& turn) {
  Saving& saving = turn.state.saving;
  if (saving.waiting.empty() || !turn.state.book) return;
  vault::Commit whole = std::move(saving.waiting.front());
  saving.waiting.pop_front();
  for (vault::Commit& later : saving.waiting) {
    whole = vault::merge(std::move(whole), std::move(later));
  }
  saving = {};
  saving.waiting.push_back(std::move(whole));
  static_cast<void>(slice_saving(turn));
}

}  // namespace pairbook::app
