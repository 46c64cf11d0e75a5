// A book on this device and a file of the same book become one: nothing of either is lost.
#include <algorithm>
#include <iterator>
#include <set>

#include "areas.hpp"
#include "book.hpp"
#include "change.hpp"
#include "pairbook/sync/transfer_file.hpp"

namespace pairbook::app {

namespace {

void go_in(Turn& turn, Tone tone, const std::string& words) {
  turn.state.unlock = UnlockView{};
  enter_book(turn);
  toast(turn, tone, words);
}

bool leave_it(Turn& turn, BookWord why) {
  go_in(turn, Tone::danger, turn.say(why));
  return false;
}

std::size_t changes_in(const std::vector<ledger::SignedEntry>& entries) {
  std::set<ledger::ChangeId> changes;
  for (const ledger::SignedEntry& entry : entries) changes.insert(entry.entry.change);
  return changes.size();
}

bool begin_file(Turn& turn, MergeWork& work) {
  const OpenedBook& book = *turn.state.book;
  if (book.read_only) return leave_it(turn, BookWord::not_brought_tab);
  if (book.keeper->is_read_only()) return leave_it(turn, BookWord::not_brought);
  auto opening = book.keeper->open_again(work.rows);
  if (!opening) {
    const bool is_key = opening.error().code == base::Errc::wrong_key;
    return leave_it(turn, is_key ? BookWord::not_brought_key : BookWord::not_brought);
  }
  work.opening = std::move(*opening);
  return true;
}

bool open_file(Turn& turn, MergeWork& work) {
  constexpr std::size_t people = 800;
  const auto whole = work.opening->read_start(people);
  if (!whole) return leave_it(turn, BookWord::not_brought);
  if (!*whole) return true;
  work.file = work.opening->take();
  work.opening.reset();
  // As another device, because the file stays what it is: so that what it wrote before it knew
  // of certificates can be believed too.
  const bool fine = !work.file->is_read_only() &&
                    work.file->become_another_device(turn.random) &&
                    work.file->vouch(turn.moment, turn.random);
  if (!fine) return leave_it(turn, BookWord::not_brought);
  work.authors = turn.state.book->keeper->members().believed();
  return true;
}

/// Opens the book once more, with what is new in its place.
bool open_both(Turn& turn, std::string words) {
  OpenedBook& book = *turn.state.book;
  vault::Rows rows;
  for (vault::Row& row : book.keeper->all_rows().put) {
    rows.emplace(std::move(row.key), std::move(row.bytes));
  }
  auto opening = book.keeper->open_again(rows);
  if (!opening) {
    show_problem(turn, Problem::damaged_book, opening.error().where);
    return false;
  }
  UnlockView view;
  view.book = book.id;
  view.opening = std::move(*opening);
  view.brought = std::move(words);
  OpenedBook again;
  again.id = book.id;
  lay_aside(turn.state.remains, std::move(book));
  turn.state.book = std::move(again);
  turn.state.unlock = std::move(view);
  return true;
}

bool take_in(Turn& turn, MergeWork& work) {
  const std::size_t unreadable = work.unreadable;
  const std::size_t changes = changes_in(work.from.entries);
  const auto& say = turn.say;
  const std::string left_out =
      unreadable > 0 ? " " + say(BookWord::brought_some, unreadable) : std::string();
  if (changes == 0) {
    go_in(turn, Tone::info, say(BookWord::brought_nothing) + left_out);
    return false;
  }
  auto taken =
      turn.state.book->keeper->take_in(std::move(work.from), turn.moment.when, turn.random);
  if (!taken) return leave_it(turn, BookWord::not_brought);
  save(turn, std::move(*taken));
  return open_both(turn, say(BookWord::brought, changes) + left_out);
}

bool read_file(Turn& turn, MergeWork& work) {
  constexpr std::size_t bytes_at_once = 64 * 1024;
  const auto piece = work.file->log(work.next, bytes_at_once);
  if (!piece) return leave_it(turn, BookWord::not_brought);
  if (piece->next == work.next) {
    const std::size_t authors = turn.state.book->keeper->members().believed();
    if (work.unreadable == 0 || authors == work.authors) return take_in(turn, work);
    // Somebody was vouched for further on: from the beginning.
    work.authors = authors;
    work.next = work.unreadable = 0;
    work.from = {};
    return true;
  }
  work.next = piece->next;
  const auto sealed = sync::pack(piece->entries, work.file->space());
  auto found = sealed ? sync::unpack(*sealed, turn.state.book->keeper->space())
                      : base::Result<sync::Unpacked>(base::pass_on(sealed));
  if (!found) return leave_it(turn, BookWord::not_brought);
  work.unreadable += found->unreadable + found->damaged;
  std::ranges::move(found->fresh, std::back_inserter(work.from.entries));
  return true;
}

}  // namespace

bool slice_bringing(Turn& turn) {
  MergeWork& work = *turn.state.unlock.bringing;
  if (work.file) return read_file(turn, work);
  return work.opening ? open_file(turn, work) : begin_file(turn, work);
}

}  // namespace pairbook::app
