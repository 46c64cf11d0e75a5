#include <algorithm>

#include "areas.hpp"
#include "book.hpp"
#include "change.hpp"
#include "import.hpp"
#include "match_area.hpp"
#include "pairbook/crypto/secret.hpp"

namespace pairbook::app {

void wipe_text(std::string& text) {
  crypto::wipe(std::as_writable_bytes(std::span(text.data(), text.size())));
  text.clear();
}

void show_welcome(Turn& turn) {
  wipe_text(turn.state.unlock.secret);
  wipe_text(turn.state.new_book.passphrase);
  wipe_text(turn.state.new_book.again);
  turn.state.new_book = NewBookView{};
  turn.state.unlock = UnlockView{};
  turn.state.problem = ProblemView{};
  turn.state.place = Place::welcome;
  focus(turn);
}

void close_book(Turn& turn) {
  if (!turn.state.book) return;
  end_agreeing(turn);
  if (turn.state.book->keeper) turn.ask(ReleaseBook{turn.state.book->id});
  lay_aside(turn.state.remains, std::move(*turn.state.book));
  turn.state.book.reset();
  if (turn.state.running) {
    lay_aside(turn.state.remains, std::move(turn.state.running->draft));
    turn.state.running.reset();
  }
  turn.state.saving = {};
  turn.state.drafts.clear();
  turn.state.field_errors.clear();
  turn.state.remains.take(std::move(turn.state.people.index.keys));
  turn.state.people = PeopleView{};
  turn.state.question = QuestionView{};
  start_over(turn);
  turn.state.areas = AreaViews{};
  turn.state.frame.palette = false;
  turn.state.frame.dialog = DialogKind::none;
  turn.state.frame.dialog_lines.clear();
  turn.state.frame.lock_when_saved = false;
  turn.state.frame.toasts.clear();
  wipe_text(turn.state.new_book.current);
  wipe_text(turn.state.new_book.passphrase);
  turn.state.new_book = NewBookView{};
}

void lock(Turn& turn) {
  if (!turn.state.book) return;
  commit_drafts(turn);
  if (!turn.state.book->keeper) {
    close_book(turn);
    return show_welcome(turn);
  }
  if (turn.state.running || turn.state.import.work == ImportWork::writing ||
      !turn.state.saving.waiting.empty()) {
    turn.state.frame.lock_when_saved = true;
    if (turn.state.saving.failed) {
      toast(turn, Tone::warning, turn.say(FrameWord::lock_not_saved));
      turn.state.frame.lock_when_saved = false;
    }
    return;
  }
  const BookId id = turn.state.book->id;
  close_book(turn);
  begin_unlock(turn, id, {});
  turn.ask(LoadBook{id});
}

void show_problem(Turn& turn, Problem problem, std::string detail) {
  const BookId book = turn.state.unlock.book;
  turn.state.unlock = UnlockView{};
  turn.state.problem = ProblemView{};
  turn.state.problem.problem = problem;
  turn.state.problem.book = book;
  turn.state.problem.detail = std::move(detail);
  turn.state.place = Place::problem;
  focus(turn);
}

std::uint32_t start_stretch(Turn& turn, const std::string& passphrase,
                            const StretchAsked& asked) {
  const std::uint32_t job = turn.state.next_job++;
  turn.ask(StartJob{job, JobKind::stretch, stretch_input(passphrase, asked)});
  return job;
}

std::string book_name(const Model::State& state, const Speaker& say, const BookId& book) {
  static_cast<void>(say);
  for (const auto& [id, name] : state.preferences.book_names) {
    if (id == book) return name;
  }
  return {};
}

void remember_name(Turn& turn, const BookId& book, const std::string& name, bool remember) {
  auto& names = turn.state.preferences.book_names;
  const auto before = names;
  std::erase_if(names, [&](const auto& item) { return item.first == book; });
  if (remember) names.emplace_back(book, name);
  if (names != before) turn.ask(SavePreferences{turn.state.preferences});
}

Report recovery_report(const Speaker& say, std::string_view name, const std::string& code,
                       base::Date today) {
  Report report;
  report.title = say(BookWord::sheet_report_title, name);
  report.blocks = {ReportHeading{1, report.title}, ReportText{say(BookWord::sheet_report_text)},
                   ReportCode{code}, ReportText{say(BookWord::sheet_report_how)},
                   ReportText{say(BookWord::sheet_report_date, today.iso())}};
  return report;
}

std::string report_as_text(const Report& report) {
  std::string out;
  for (const ReportBlock& block : report.blocks) {
    if (const auto* heading = std::get_if<ReportHeading>(&block)) out += heading->text;
    if (const auto* text = std::get_if<ReportText>(&block)) out += text->text;
    if (const auto* code = std::get_if<ReportCode>(&block)) out += code->text;
    out += "\r\n\r\n";
  }
  return out;
}

namespace {

struct OnBook {
  Turn& turn;
  Model::State& state = turn.state;

  [[nodiscard]] Report sheet() const {
    const NewBookView& view = state.new_book;
    return recovery_report(turn.say, view.name, view.code ? view.code->text() : std::string(),
                           turn.moment.today);
  }

  void operator()(const StartNewBook&) const {
    close_book(turn);
    begin_new_book(turn, NewBookPurpose::new_book);
  }
  void operator()(const LookAround&) const { open_samples(turn); }
  void operator()(const NextStep&) const { new_book_next(turn); }
  void operator()(const StepBack&) const { new_book_back(turn); }
  void operator()(const PrintRecoverySheet&) const {
    state.new_book.sheet_out = true;
    turn.ask(Print{sheet()});
  }
  void operator()(const SaveRecoverySheet&) const {
    state.new_book.sheet_out = true;
    const std::string text = report_as_text(sheet());
    const auto bytes = base::bytes_of(text);
    turn.ask(Download{turn.say(BookWord::sheet_file),
                      "text/plain;charset=utf-8",
                      {base::Bytes(bytes.begin(), bytes.end())}});
  }
  void operator()(const OpenBook& intent) const {
    begin_unlock(turn, intent.book, {});
    turn.ask(LoadBook{intent.book});
  }
  void operator()(const OpenBookFile&) const {
    turn.ask(PickFile{PickPurpose::open_book, ".pairbook"});
  }
  void operator()(const CheckReport&) const {
    turn.ask(PickFile{PickPurpose::check_report, ".json,application/json"});
  }
  void operator()(const Unlock&) const { unlock_pressed(turn); }
  void operator()(const UseRecovery&) const {
    UnlockView& view = state.unlock;
    view.recovering = !view.recovering;
    view.pressed = false;
    view.trouble.clear();
    wipe_text(view.secret);
    focus(turn, {view.recovering ? Control::recovery_code : Control::passphrase, {}});
  }
  void operator()(const CancelWork&) const {
    cancel_match(turn);
    for (std::uint32_t* job : {&state.unlock.job, &state.new_book.job}) {
      if (*job == 0) continue;
      turn.ask(CancelJob{*job});
      *job = 0;
    }
    state.unlock.pressed = false;
    if (state.place == Place::opening) {
      if (state.book) lay_aside(state.remains, std::move(*state.book));
      state.book.reset();
      show_welcome(turn);
    }
  }
  void operator()(const SaveToFile&) const {
    if (!state.book || !state.book->keeper) return;
    turn.ask(Download{turn.say(BookWord::file_name, state.book->programme.name),
                      "application/octet-stream",
                      {state.book->keeper->to_file()}});
    remember_copy(turn);
    toast(turn, Tone::success, turn.say(BookWord::file_saved));
  }
  void operator()(const ForgetBook& intent) const {
    state.frame.dialog = DialogKind::forget_book;
    state.frame.dialog_subject = intent.book.hex();
    focus(turn);
  }
  void operator()(const UseHere&) const {
    if (state.book) turn.ask(TakeOverWriter{state.book->id});
  }
  void operator()(const KeepForGood&) const {
    state.frame.asked_to_keep = true;
    turn.ask(RequestPersistence{});
  }
  void operator()(const ChangePassphrase&) const { go(turn, "#/settings/passphrase"); }
  void operator()(const NewRecoverySheet&) const { go(turn, "#/settings/sheet"); }
  void operator()(const CarryOn&) const {
    if (!state.book || !state.book->keeper) return;
    auto bytes = state.book->keeper->carry_on(turn.random);
    if (!bytes) return toast(turn, Tone::danger, words_for(turn.say, bytes.error()));
    state.book->notices.clear();
    save(turn, std::move(*bytes));
  }
  void operator()(const KeepInStep&) const { keep_in_step(turn); }
  void operator()(const StopKeepingInStep&) const { stop_keeping_in_step(turn); }
  void operator()(const TryRelayNow&) const { hurry_agreeing(turn); }
  void operator()(const ChooseCopy& intent) const { choose_copy(turn, intent.keep); }
};

}  // namespace

void update_book(Turn& turn, const BookIntent& intent) {
  std::visit(OnBook{turn}, intent);
}

bool control_book(Turn& turn, const ControlIntent& intent) {
  NewBookView& made = turn.state.new_book;
  UnlockView& unlock = turn.state.unlock;
  const bool unlocking = turn.state.place == Place::unlock;
  if (const auto* tick = std::get_if<Tick>(&intent)) {
    if (tick->id.control != Control::remember_name) return false;
    made.remember_name = tick->on;
    return true;
  }
  const auto* typed = std::get_if<TypeText>(&intent);
  if (typed == nullptr) return false;
  const auto type = [&](std::string& into) {
    wipe_text(into);
    into = typed->text;
    return true;
  };
  switch (typed->id.control) {
    case Control::programme_name:
      return type(made.name);
    case Control::passphrase:
      return type(unlocking ? unlock.secret : made.passphrase);
    case Control::passphrase_again:
      return type(made.again);
    case Control::current_passphrase:
      return type(made.current);
    case Control::recovery_group_one:
      return type(made.group_one);
    case Control::recovery_group_two:
      return type(made.group_two);
    case Control::recovery_code:
      return type(unlock.secret);
    default:
      return false;
  }
}

namespace {

void job_failed(Turn& turn, const base::Error& error, bool unlocking) {
  if (!unlocking) {
    new_book_key_failed(turn, error);
  } else if (error.code != base::Errc::cancelled) {
    turn.state.unlock.trouble = words_for(turn.say, error);
  }
}

void job_done(Turn& turn, const JobDone& done, bool unlocking) {
  const auto key = crypto::Key::from(done.output);
  if (!key) {
    job_failed(turn, key.error(), unlocking);
  } else if (unlocking) {
    unlock_key(turn, *key);
  } else {
    new_book_key(turn, key->clone());
  }
}

}  // namespace

bool job_book(Turn& turn, const Event& event) {
  const auto job_of = [&]() -> std::uint32_t {
    if (const auto* done = std::get_if<JobDone>(&event)) return done->job;
    if (const auto* failed = std::get_if<JobFailed>(&event)) return failed->job;
    if (const auto* progress = std::get_if<JobProgress>(&event)) return progress->job;
    return 0;
  };
  const std::uint32_t job = job_of();
  UnlockView& unlock = turn.state.unlock;
  NewBookView& made = turn.state.new_book;
  if (job == 0 || (job != unlock.job && job != made.job)) return false;
  const bool unlocking = job == unlock.job;
  if (std::holds_alternative<JobProgress>(event)) {
    made.asked_at = turn.moment.when;  // it begins now
    return true;
  }
  (unlocking ? unlock.job : made.job) = 0;
  if (const auto* done = std::get_if<JobDone>(&event)) {
    job_done(turn, *done, unlocking);
  } else if (const auto* failed = std::get_if<JobFailed>(&event)) {
    job_failed(turn, failed->error, unlocking);
  }
  return true;
}

}  // namespace pairbook::app
