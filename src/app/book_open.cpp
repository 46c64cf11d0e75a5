#include <algorithm>

#include "areas.hpp"
#include "book.hpp"
#include "change.hpp"
#include "seen.hpp"

namespace pairbook::app {

void begin_unlock(Turn& turn, const BookId& book, vault::Rows rows) {
  UnlockView view;
  view.book = book;
  view.name_hint = book_name(turn.state, turn.say, book);
  view.rows = std::move(rows);
  turn.state.unlock = std::move(view);
  turn.state.place = Place::unlock;
  focus(turn, {Control::passphrase, {}});
}

namespace {

void opened(Turn& turn, base::Result<Opening> opening) {
  UnlockView& view = turn.state.unlock;
  view.job = 0;
  if (opening) {
    wipe_text(view.secret);
    OpenedBook book;
    book.id = view.book;
    book.read_only = !view.writer;
    view.opening = std::move(*opening);
    turn.state.book = std::move(book);
    turn.state.saving = {};
    turn.state.place = Place::opening;
    focus(turn);
    return;
  }
  if (opening.error().code == base::Errc::wrong_key) {
    view.trouble = view.recovering ? turn.say(BookWord::recover_wrong)
                                   : words_for(turn.say, opening.error());
    wipe_text(view.secret);
    focus(turn, {view.recovering ? Control::recovery_code : Control::passphrase, {}});
  } else if (opening.error().code == base::Errc::out_of_memory) {
    view.trouble = words_for(turn.say, opening.error());
  } else if (opening.error().code == base::Errc::unsupported_version) {
    show_problem(turn, view.from_file ? Problem::newer_file : Problem::newer_book);
  } else {
    show_problem(turn, view.from_file ? Problem::damaged_file : Problem::damaged_book,
                 opening.error().where);
  }
}

void unlock_with_sheet(Turn& turn) {
  UnlockView& view = turn.state.unlock;
  const auto code = crypto::RecoveryCode::read(view.secret);
  if (!code) {
    const std::string& where = code.error().where;
    view.trouble = where == "length"     ? turn.say(BookWord::recover_length)
                   : where == "checksum" ? turn.say(BookWord::recover_checksum)
                                         : turn.say(BookWord::recover_group, where);
    return;
  }
  opened(turn, Opening::with_recovery(view.rows, *code, Start::in_steps));
}

}  // namespace

void unlock_pressed(Turn& turn) {
  UnlockView& view = turn.state.unlock;
  if (view.job != 0) return;
  view.pressed = view.rows.empty();
  if (view.pressed) return;
  view.trouble.clear();
  if (view.recovering) return unlock_with_sheet(turn);
  if (view.secret.empty()) {
    view.trouble = turn.say(BookWord::passphrase_empty);
    return;
  }
  const auto face = face_of(view.rows);
  if (!face) {
    const bool newer = face.error().code == base::Errc::unsupported_version;
    return show_problem(turn, newer ? Problem::newer_book : Problem::damaged_book,
                        face.error().where);
  }
  view.job = start_stretch(turn, view.secret, face->asked);
}

void unlock_key(Turn& turn, const crypto::Key& key) {
  opened(turn, Opening::with_passphrase(turn.state.unlock.rows, key, Start::in_steps));
}

bool slice_opening(Turn& turn) {
  UnlockView& view = turn.state.unlock;
  if (turn.state.place != Place::opening || !turn.state.book) return false;
  if (turn.state.book->keeper && view.bringing) return slice_bringing(turn);
  if (!view.opening) return false;
  const auto give_up = [&](const base::Error& error) {
    const bool newer = error.code == base::Errc::unsupported_version;
    const std::string where = error.where;
    turn.ask(ReleaseBook{turn.state.book->id});
    lay_aside(turn.state.remains, std::move(*turn.state.book));
    turn.state.book.reset();
    show_problem(turn, newer ? Problem::newer_book : Problem::damaged_book, where);
    return false;
  };
  if (!view.start_is_read) {
    constexpr std::size_t people = 800;
    const auto whole = view.opening->read_start(people);
    if (!whole) return give_up(whole.error());
    if (!*whole) return true;
    view.start_is_read = true;
    turn.state.book->programme = view.opening->take_start();
    turn.state.book->has_older_past = view.opening->from_snapshot();
    turn.state.book->notices = view.opening->notices();
  }
  constexpr std::size_t enough = 300;  // people and other things at a time
  for (std::size_t weight = 0; !view.opening->finished() && weight < enough;) {
    const auto past = view.opening->next();
    if (!past) return give_up(past.error());
    for (const domain::Op& op : past->ops) {
      const auto* added = std::get_if<domain::PeopleAdded>(&op);
      const auto* changed = std::get_if<domain::PeopleChanged>(&op);
      weight += added != nullptr ? added->people.size() : 0;
      weight += changed != nullptr ? changed->changes.size() : 1;
    }
    fold_past(turn, *turn.state.book, *past, view.at_change);
  }
  if (!view.opening->finished()) return true;

  turn.state.book->keeper = view.opening->take();
  if (view.bringing) {
    view.opening.reset();
    return true;
  }
  const bool from_file = view.from_file;
  const bool recovered = view.recovering;
  if (view.replaces) turn.ask(DeleteBook{view.book});
  const std::string brought = std::move(view.brought);
  turn.state.unlock = UnlockView{};
  if (from_file) {
    const BookId id = turn.state.book->id;
    std::erase(turn.state.books, id);
    turn.state.books.insert(turn.state.books.begin(), id);
    // Another device of the same person from now on: two under one name would contradict each
    // other.
    Keeper& keeper = *turn.state.book->keeper;
    if (!keeper.is_read_only()) static_cast<void>(keeper.become_another_device(turn.random));
    save(turn, keeper.all_rows());
    turn.ask(RequestPersistence{});
  }
  enter_book(turn);
  turn.state.book->recovered = recovered;
  if (!brought.empty()) toast(turn, Tone::success, brought);
  if (recovered) go(turn, "#/settings/passphrase");
  return false;
}

void enter_book(Turn& turn) {
  turn.state.place = Place::inside;
  turn.state.frame.last_active = turn.moment.when;
  turn.state.people = PeopleView{};
  turn.state.import = ImportView{};
  veil_again(turn.state, turn.say);
  people_changed(turn, {});
  areas_changed(turn, {});
  begin_agreeing(turn);
  go(turn, turn.state.frame.route, Navigation::replace);
}

void book_file_picked(Turn& turn, const FilePicked& file) {
  auto rows = rows_of_file(file.bytes);
  const auto face = rows ? face_of(*rows) : base::Result<BookFace>(base::pass_on(rows));
  if (!face) {
    const Problem problem =
        face.error().code == base::Errc::unsupported_version ? Problem::newer_file
        : face.error().code == base::Errc::invalid_input     ? Problem::foreign_file
                                                             : Problem::damaged_file;
    return show_problem(turn, problem, file.name);
  }
  const auto& books = turn.state.books;
  if (std::find(books.begin(), books.end(), face->id) != books.end()) {
    show_problem(turn, Problem::already_here, file.name);
    turn.state.problem.book = face->id;
    turn.state.problem.from_file = std::move(*rows);
    return;
  }
  begin_unlock(turn, face->id, std::move(*rows));
  turn.state.unlock.from_file = true;
}

void choose_copy(Turn& turn, Keeping keep) {
  ProblemView problem = std::move(turn.state.problem);
  turn.state.problem = {};
  if (problem.problem != Problem::already_here) return show_welcome(turn);
  if (keep != Keeping::the_file) {
    begin_unlock(turn, problem.book, {});
    if (keep == Keeping::both) {
      turn.state.unlock.bringing.emplace();
      turn.state.unlock.bringing->rows = std::move(problem.from_file);
    }
    turn.ask(LoadBook{problem.book});
    return;
  }
  begin_unlock(turn, problem.book, std::move(problem.from_file));
  turn.state.unlock.from_file = true;
  turn.state.unlock.replaces = true;
}

}  // namespace pairbook::app
