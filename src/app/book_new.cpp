#include <utility>

#include "book.hpp"
#include "change.hpp"
#include "pairbook/base/text.hpp"
#include "pairbook/crypto/passphrase_strength.hpp"

namespace pairbook::app {

namespace {

constexpr int least_level = 2;

/// Two different groups to be typed back.
void choose_groups(Turn& turn, NewBookView& view) {
  std::array<std::byte, 2> chance{};
  turn.random.fill(chance);
  view.ask_one = std::to_integer<int>(chance[0]) % 4;
  view.ask_two = 4 + std::to_integer<int>(chance[1]) % 4;
  view.group_one.clear();
  view.group_two.clear();
}

void show_step(Turn& turn, NewBookStep step) {
  NewBookView& view = turn.state.new_book;
  view.step = step;
  view.trouble.clear();
  focus(turn);
}

void to_sheet(Turn& turn) {
  NewBookView& view = turn.state.new_book;
  if (!view.code) view.code = crypto::RecoveryCode::random(turn.random);
  show_step(turn, NewBookStep::sheet);
}

void stretch_new(Turn& turn, crypto::KdfCost cost) {
  NewBookView& view = turn.state.new_book;
  view.asked = StretchAsked{{}, cost};
  turn.random.fill(view.asked->salt);
  view.asked_at = turn.moment.when;
  view.job = start_stretch(turn, view.passphrase, *view.asked);
}

// A key of the new passphrase: at the usual cost, and then once more at the dearest that this
// device does in under a second (new_book_key).
void ask_new_key(Turn& turn) {
  turn.state.new_book.first.reset();
  stretch_new(turn, crypto::usual_cost);
}

void finish_sheet(Turn& turn) {
  NewBookView& view = turn.state.new_book;
  if (!turn.state.book || !turn.state.book->keeper) return;
  auto bytes = turn.state.book->keeper->change_recovery(*view.code, turn.random);
  if (!bytes) {
    view.trouble = words_for(turn.say, bytes.error());
    return;
  }
  save(turn, std::move(*bytes));
  turn.state.new_book = NewBookView{};
  go(turn, "#/settings", Navigation::replace);
  toast(turn, Tone::success, turn.say(BookWord::sheet_changed));
}

void check_groups(Turn& turn) {
  NewBookView& view = turn.state.new_book;
  const auto wrong = [&](int group, const std::string& typed) {
    if (view.code->is_group(static_cast<std::size_t>(group), typed)) return false;
    view.trouble = turn.say(BookWord::group_wrong, group + 1);
    return true;
  };
  if (wrong(view.ask_one, view.group_one) || wrong(view.ask_two, view.group_two)) return;
  view.trouble.clear();
  if (view.purpose == NewBookPurpose::new_sheet) {
    finish_sheet(turn);
    return;
  }
  ask_new_key(turn);
}

void check_again(Turn& turn) {
  NewBookView& view = turn.state.new_book;
  if (view.again != view.passphrase) {
    view.trouble = turn.say(BookWord::again_wrong);
    return;
  }
  if (view.purpose == NewBookPurpose::new_book) {
    to_sheet(turn);
    return;
  }
  view.trouble.clear();
  if (turn.state.book->recovered) {
    ask_new_key(turn);
    return;
  }
  // First that the one before is known, then the new one.
  view.asked.reset();
  view.job = start_stretch(turn, view.current, turn.state.book->keeper->stretch_asked());
}

void check_passphrase(Turn& turn) {
  NewBookView& view = turn.state.new_book;
  if (view.passphrase.empty()) {
    view.trouble = turn.say(BookWord::passphrase_empty);
  } else if (!is_strong_enough(view.passphrase, view.name)) {
    view.trouble = turn.say(BookWord::passphrase_weak);
  } else {
    wipe_text(view.again);
    show_step(turn, NewBookStep::again);
  }
}

void make_it(Turn& turn, const crypto::Key& key) {
  NewBookView& view = turn.state.new_book;
  auto made = make_book(key.clone(), *view.asked, *view.code, turn.random);
  if (!made) {
    view.trouble = words_for(turn.say, made.error());
    return;
  }
  OpenedBook book;
  book.id = made->keeper.id();
  book.keeper = std::move(made->keeper);
  const std::string name = view.name;
  const bool remember = view.remember_name;
  turn.state.book = std::move(book);
  turn.state.saving = {};
  wipe_text(view.passphrase);
  turn.state.new_book = NewBookView{};
  save(turn, std::move(made->first));
  static_cast<void>(carry_out(turn, domain::FoundProgramme{name}, Tell::nothing));
  turn.state.books.insert(turn.state.books.begin(), turn.state.book->id);
  remember_name(turn, turn.state.book->id, name, remember);
  turn.ask(RequestPersistence{});
  turn.state.frame.route = "#/";
  enter_book(turn);
}

void check_current(Turn& turn, const crypto::Key& key) {
  if (turn.state.book->keeper->is_passphrase_key(key)) return ask_new_key(turn);
  show_step(turn, NewBookStep::passphrase);
  turn.state.new_book.trouble = turn.say(BookWord::current_wrong);
}

void change_it(Turn& turn, const crypto::Key& key) {
  NewBookView& view = turn.state.new_book;
  auto bytes =
      turn.state.book->keeper->change_passphrase(key.clone(), *view.asked, turn.random);
  if (!bytes) {
    view.trouble = words_for(turn.say, bytes.error());
    return;
  }
  save(turn, std::move(*bytes));
  wipe_text(view.passphrase);
  turn.state.new_book = NewBookView{};
  const bool recovered = std::exchange(turn.state.book->recovered, false);
  go(turn, recovered ? "#/" : "#/settings", Navigation::replace);
  toast(turn, Tone::success, turn.say(BookWord::passphrase_changed));
}

}  // namespace

bool is_strong_enough(std::string_view passphrase, std::string_view name) {
  return crypto::passphrase_strength(passphrase, {name, "pairbook"}).level >= least_level;
}

void begin_new_book(Turn& turn, NewBookPurpose purpose) {
  NewBookView view;
  view.purpose = purpose;
  turn.state.new_book = std::move(view);
  NewBookView& now = turn.state.new_book;
  if (purpose == NewBookPurpose::new_book) {
    turn.state.place = Place::new_book;
    focus(turn, {Control::programme_name, {}});
    return;
  }
  now.recovered = turn.state.book && turn.state.book->recovered;
  now.name = turn.state.book ? turn.state.book->programme.name : std::string();
  if (purpose == NewBookPurpose::new_passphrase) {
    now.step = NewBookStep::passphrase;
  } else {
    choose_groups(turn, now);
    to_sheet(turn);
  }
}

void new_book_next(Turn& turn) {
  NewBookView& view = turn.state.new_book;
  if (view.job != 0) return;
  switch (view.step) {
    case NewBookStep::name:
      if (base::trim(view.name).empty()) {
        view.trouble = turn.say(BookWord::name_empty);
      } else {
        show_step(turn, NewBookStep::passphrase);
      }
      return;
    case NewBookStep::passphrase:
      return check_passphrase(turn);
    case NewBookStep::again:
      return check_again(turn);
    case NewBookStep::sheet:
      choose_groups(turn, view);
      return show_step(turn, NewBookStep::confirm_sheet);
    case NewBookStep::confirm_sheet:
      return check_groups(turn);
  }
}

void new_book_back(Turn& turn) {
  NewBookView& view = turn.state.new_book;
  if (view.job != 0) return;
  const bool own_book = view.purpose == NewBookPurpose::new_book;
  switch (view.step) {
    case NewBookStep::name:
      return show_welcome(turn);
    case NewBookStep::passphrase:
      if (own_book) return show_step(turn, NewBookStep::name);
      turn.state.new_book = NewBookView{};
      return go(turn, "#/settings");
    case NewBookStep::again:
      return show_step(turn, NewBookStep::passphrase);
    case NewBookStep::sheet:
      if (own_book) return show_step(turn, NewBookStep::passphrase);
      turn.state.new_book = NewBookView{};
      return go(turn, "#/settings");
    case NewBookStep::confirm_sheet:
      return show_step(turn, NewBookStep::sheet);
  }
}

void new_book_key(Turn& turn, crypto::Key key) {
  NewBookView& view = turn.state.new_book;
  view.job = 0;
  const bool is_new_book = view.purpose == NewBookPurpose::new_book;
  if (!is_new_book && (!turn.state.book || !turn.state.book->keeper)) return;
  if (!view.asked) return check_current(turn, key);
  if (!view.first) {
    const std::int64_t took = turn.moment.when.ms - view.asked_at.ms;
    if (const auto dearer = crypto::dearer_cost(view.asked->cost, took)) {
      view.first = NewKey{*view.asked, std::move(key)};
      return stretch_new(turn, *dearer);
    }
  }
  is_new_book ? make_it(turn, key) : change_it(turn, key);
}

void new_book_key_failed(Turn& turn, const base::Error& error) {
  NewBookView& view = turn.state.new_book;
  view.job = 0;
  if (error.code == base::Errc::cancelled) return;
  if (!view.first) {
    view.trouble = words_for(turn.say, error);
    return;
  }
  // There was not enough memory to go further: the first key is a good one.
  view.asked = view.first->asked;
  new_book_key(turn, view.first->key.clone());
}

}  // namespace pairbook::app
