#include "pairbook/app/update.hpp"

#include <algorithm>
#include <utility>

#include "areas.hpp"
#include "book.hpp"
#include "change.hpp"
#include "import.hpp"
#include "people_index.hpp"
#include "seen.hpp"

namespace pairbook::app {

Model::Model() : state_(std::make_unique<State>()) {}
Model::~Model() = default;
Model::Model(Model&&) noexcept = default;
Model& Model::operator=(Model&&) noexcept = default;

namespace {

struct OnIntent {
  Turn& turn;

  void operator()(const ControlIntent& intent) const {
    static_cast<void>(control_frame(turn, intent) || control_book(turn, intent) ||
                      control_settings(turn, intent) || control_people(turn, intent) ||
                      control_person(turn, intent) || control_question(turn, intent) ||
                      control_import(turn, intent) || control_rules(turn, intent) ||
                      control_match(turn, intent) || control_weigh(turn, intent) ||
                      control_pairs(turn, intent) || control_letters(turn, intent) ||
                      control_fairness(turn, intent) || control_wishes(turn, intent));
  }
  void operator()(const FrameIntent& intent) const { update_frame(turn, intent); }
  void operator()(const BookIntent& intent) const { update_book(turn, intent); }
  void operator()(const PeopleIntent& intent) const { update_people(turn, intent); }
  void operator()(const ImportIntent& intent) const { update_import(turn, intent); }
  void operator()(const RulesIntent& intent) const { update_rules(turn, intent); }
  void operator()(const MatchIntent& intent) const { update_match(turn, intent); }
  void operator()(const WeighIntent& intent) const { update_weigh(turn, intent); }
  void operator()(const PairsIntent& intent) const { update_pairs(turn, intent); }
  void operator()(const LettersIntent& intent) const { update_letters(turn, intent); }
  void operator()(const FairnessIntent& intent) const { update_fairness(turn, intent); }
  void operator()(const WishesIntent& intent) const { update_wishes(turn, intent); }
};

void slices(Turn& turn) {
  static_cast<void>(slice_opening(turn));
  static_cast<void>(slice_change(turn));
  static_cast<void>(slice_snapshot(turn));
  static_cast<void>(slice_import(turn));
  static_cast<void>(slice_people(turn));
  static_cast<void>(slice_history(turn));
  static_cast<void>(slice_areas(turn));
  static_cast<void>(slice_saving(turn));
  static_cast<void>(turn.state.remains.give_back_some());
}

bool hands_over(const Model::State& state) {
  return !state.saving.failed && state.saving.handed < state.saving.waiting.size();
}

bool counts(const Model::State& state) {
  return state.book && state.place == Place::inside && !state.running &&
         state.people.index.counts_stale;
}

bool has_more(const Model::State& state) {
  const bool running = state.running && state.running->kind != Running::Kind::import;
  return (state.place == Place::opening && (state.unlock.opening || state.unlock.bringing)) ||
         running || state.import.work != ImportWork::none || !state.remains.empty() ||
         hands_over(state) || state.people.index.is_stale() || counts(state) ||
         lists_people(state) || (state.book && (state.book->older || state.book->snapshot)) ||
         reads_older_by_itself(state) || areas_have_more(state);
}

struct OnEvent {
  Turn& turn;
  Model::State& state = turn.state;

  void operator()(const Intent& intent) const {
    state.frame.last_active = turn.moment.when;
    std::visit(OnIntent{turn}, intent);
  }
  void operator()(const Started& started) const {
    state.books = started.books;
    state.preferences = started.preferences;
    state.capabilities = started.capabilities;
    state.times = started.times;
    state.served_from = started.served_from;
    if (!started.route.empty()) state.frame.route = started.route;
    state.frame.last_active = turn.moment.when;
    if (state.capabilities.storage) expect_named_books();
    show_welcome(turn);
    if (state.books.size() == 1) update_book(turn, OpenBook{state.books.front()});
  }
  /// The browser cleared what it kept of a book, but not its name: opening it says so.
  void expect_named_books() const {
    for (const auto& [book, name] : state.preferences.book_names) {
      const bool is_here = std::ranges::find(state.books, book) != state.books.end();
      if (!is_here) state.books.push_back(book);
    }
  }
  void operator()(const BookRows& piece) const { arrived(piece.book, piece.rows); }
  void arrived(const BookId& book, const std::vector<vault::Row>& rows) const {
    if (state.arriving.book != book) state.arriving = {book, {}};
    for (const vault::Row& row : rows) state.arriving.rows.insert_or_assign(row.key, row.bytes);
  }
  void operator()(const BookLoaded& loaded) const {
    arrived(loaded.book, loaded.rows);
    vault::Rows rows = std::exchange(state.arriving, {}).rows;
    if (state.place == Place::unlock && state.unlock.book == loaded.book &&
        !state.unlock.from_file) {
      state.unlock.rows = std::move(rows);
      state.unlock.writer = loaded.writer;
      if (state.unlock.pressed) unlock_pressed(turn);
    } else if (state.book && state.book->id == loaded.book && state.book->keeper) {
      reopen(loaded, std::move(rows));
    }
  }
  /// Another tab wrote, and this one may write again: read what is there now.
  void reopen(const BookLoaded& loaded, vault::Rows rows) const {
    auto opening = state.book->keeper->open_again(rows);
    if (!opening) {
      close_book(turn);
      begin_unlock(turn, loaded.book, std::move(rows));
      return;
    }
    close_book_quietly(loaded, std::move(*opening));
  }
  void close_book_quietly(const BookLoaded& loaded, Opening opening) const {
    UnlockView view;
    view.book = loaded.book;
    view.writer = loaded.writer;
    OpenedBook book;
    book.id = loaded.book;
    book.read_only = !loaded.writer;
    end_agreeing(turn);
    view.opening = std::move(opening);
    state.unlock = std::move(view);
    lay_aside(state.remains, std::move(*state.book));
    state.book = std::move(book);
    state.saving = {};
    state.place = Place::opening;
  }
  void operator()(const BookMissing& missing) const {
    if (state.place != Place::unlock || state.unlock.book != missing.book) return;
    std::erase(state.books, missing.book);
    remember_name(turn, missing.book, {}, false);  // it is told once
    forget_copy(turn, missing.book);
    show_problem(turn, Problem::missing_book);
  }
  void operator()(const LoadFailed& failed) const {
    state.arriving = {};
    if (state.place == Place::unlock && state.unlock.book == failed.book) {
      show_problem(turn, Problem::unreadable_book, failed.error.detail);
    } else if (state.book && state.book->id == failed.book) {
      toast(turn, Tone::danger, turn.say(BookWord::unreadable_title));
    }
  }
  void operator()(const Saved& saved) const {
    auto& waiting = state.saving.waiting;
    while (!waiting.empty() && waiting.front().generation <= saved.generation) {
      waiting.pop_front();
      if (state.saving.handed > 0) --state.saving.handed;
    }
    if (waiting.empty() && state.frame.lock_when_saved) lock(turn);
  }
  void operator()(const SaveFailed& failed) const {
    if (state.saving.failed || state.saving.waiting.empty()) return;
    state.saving.failed = true;
    state.saving.handed = state.saving.handed_rows = 0;
    state.saving.error = failed.error;
    state.frame.lock_when_saved = false;
    if (failed.error.code == base::Errc::conflict && state.book) state.book->read_only = true;
  }
  void operator()(const BookDeleted& deleted) const {
    if (state.unlock.from_file && state.unlock.book == deleted.book) return;
    if (state.book && state.book->id == deleted.book) return;  // replaced by a file's copy
    std::erase(state.books, deleted.book);
    forget_copy(turn, deleted.book);
    toast(turn, Tone::info, turn.say(BookWord::forgotten));
  }
  void operator()(const JobProgress& event) const { job(event); }
  void operator()(const JobDone& event) const { job(event); }
  void operator()(const JobFailed& event) const { job(event); }
  void job(const Event& event) const {
    static_cast<void>(job_book(turn, event) || job_areas(turn, event));
  }
  void operator()(const FilePicked& file) const {
    if (file.purpose == PickPurpose::check_report && !file.dropped)
      return report_picked(turn, file);
    const bool inside = state.place == Place::inside;
    if (file.dropped && looks_like_report(file.bytes)) return report_picked(turn, file);
    if (!inside) return book_file_picked(turn, file);
    if (file.purpose == PickPurpose::import_rules && !file.dropped) {
      return rules_file_picked(turn, file);
    }
    if (file.purpose == PickPurpose::import_wishes && !file.dropped) {
      return wishes_file_picked(turn, file);
    }
    if (file.purpose == PickPurpose::import_checks && !file.dropped) {
      return checks_file_picked(turn, file);
    }
    if (state.running) return toast(turn, Tone::warning, why_no_change(state, turn.say));
    if (names_hidden(state))
      return toast(turn, Tone::warning, turn.say(ErrorWord::names_are_hidden));
    go(turn, "#/import");
    begin_import(turn, file.name, file.bytes);
  }
  void operator()(const FileRefused& refused) const {
    const std::string why =
        turn.say(BookWord::file_refused_text, refused.name, words_for(turn.say, refused.error));
    if (state.place == Place::inside) return toast(turn, Tone::warning, why);
    show_problem(turn, Problem::file_refused, why);
  }
  void operator()(const TextPasted& pasted) const {
    if (state.place != Place::inside || state.import.work != ImportWork::none) return;
    if (names_hidden(state)) return;
    const bool on_import = state.frame.route == "#/import";
    if (!on_import && state.frame.route != "#/people") return;
    go(turn, "#/import");
    begin_import(turn, turn.say(ImportWord::pasted_name), base::bytes_of(pasted.text));
  }
  void operator()(const TextCopied& copied) const {
    toast(turn, copied.worked ? Tone::info : Tone::warning,
          turn.say(copied.worked ? FrameWord::copied : FrameWord::not_copied));
  }
  void operator()(const Woke&) const {
    slices(turn);
    auto_lock();
  }
  void auto_lock() const {
    const int minutes = state.preferences.auto_lock_minutes;
    if (!state.book || !state.book->keeper || minutes <= 0) return;
    const auto idle = turn.moment.when.ms - state.frame.last_active.ms;
    if (idle < std::int64_t{minutes} * 60'000) return;
    state.frame.last_active = turn.moment.when;
    lock(turn);
    if (!state.book) toast(turn, Tone::info, turn.say(FrameWord::locked_for_you, minutes));
  }
  void operator()(const PersonActive&) const { state.frame.last_active = turn.moment.when; }
  void operator()(const PageHidden&) const { commit_drafts(turn); }
  void operator()(const PageShown&) const {
    auto_lock();
    hurry_agreeing(turn);
  }
  void operator()(const LineOpened& event) const { line_opened(turn, event); }
  void operator()(const LineHeard& event) const { line_heard(turn, event); }
  void operator()(const LineClosed& event) const { line_closed(turn, event); }
  void operator()(const WriterLost& lost) const {
    if (state.book && state.book->id == lost.book) state.book->read_only = true;
  }
  void operator()(const WriterGranted& granted) const {
    if (state.book && state.book->id == granted.book) turn.ask(LoadBook{granted.book});
  }
  void operator()(const RouteChanged& changed) const { route_changed(turn, changed.route); }
  void operator()(const PersistenceChanged& changed) const {
    state.capabilities.persisted = changed.persisted;
    if (!state.frame.asked_to_keep) return;
    state.frame.asked_to_keep = false;
    toast(turn, Tone::info,
          turn.say(changed.persisted ? BookWord::storage_promised
                                     : BookWord::storage_not_promised));
  }
};

/// Toasts go by themselves, and the next moment something is due is told to the shell.
void timers(Turn& turn) {
  FrameView& frame = turn.state.frame;
  std::erase_if(frame.toasts,
                [&](const ToastShown& toast) { return toast.until <= turn.moment.when; });
  std::optional<base::Instant> next;
  const auto sooner = [&](base::Instant when) {
    if (!next || when < *next) next = when;
  };
  for (const ToastShown& toast : frame.toasts) sooner(toast.until);
  if (const auto due = areas_due(turn.state)) sooner(*due);
  if (turn.state.book && turn.state.book->agreeing) {
    if (const auto due = turn.state.book->agreeing->wakes_at) sooner(*due);
  }
  const int minutes = turn.state.preferences.auto_lock_minutes;
  if (turn.state.book && turn.state.book->keeper && minutes > 0) {
    sooner({frame.last_active.ms + std::int64_t{minutes} * 60'000});
  }
  if (next && next != frame.wake_at) turn.ask(WakeAt{*next});
  frame.wake_at = next;
}

}  // namespace

std::vector<Effect> update(Model& model, const Event& event, const domain::Moment& moment,
                           base::RandomSource& random) {
  Model::State& state = model.state();
  Turn turn{state, moment, random, Speaker(state.language), {}};
  std::visit(OnEvent{turn}, event);
  step_agreeing(turn);
  const bool acted = !std::holds_alternative<Woke>(event);
  if (state.book && state.place == Place::inside && state.frame.route == "#/people" &&
      (acted || list_is_worth_it(state))) {
    freshen_list(state.people, seen(state));
  }
  if (state.book && state.place == Place::inside) count_people(state);
  if (has_more(state)) turn.ask(Continue{});
  timers(turn);
  return std::move(turn.effects);
}

}  // namespace pairbook::app
