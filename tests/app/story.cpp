#include "story.hpp"

#include <utility>

namespace pairbook::testing_support {

using namespace app;

Story& Story::start() {
  Started started;
  for (const auto& [id, rows] : device_.books) started.books.push_back(id);
  started.preferences = device_.preferences;
  started.times = device_.times;
  started.served_from = device_.served_from;
  return send(started);
}

Story& Story::send(const Event& event) {
  queue_.push_back(event);
  while (!queue_.empty()) {
    const Event next = std::move(queue_.front());
    queue_.pop_front();
    watch(true);
    const std::vector<Effect> effects = update(model_, next, now_, random_);
    watch(false);
    for (const Effect& effect : effects) carry_out(effect);
  }
  return *this;
}

Story& Story::waits_minutes(int minutes) {
  const base::Instant from = now_.when;
  const base::Instant until{from.ms + std::int64_t{minutes} * 60'000};
  while (wake_at_ && *wake_at_ <= until) {
    now_.when = *wake_at_;
    wake_at_.reset();
    send(Woke{});
  }
  now_.when = until;
  constexpr std::int64_t day_ms = 86'400'000;
  now_.today =
      now_.today + base::Days{static_cast<std::int32_t>(until.ms / day_ms - from.ms / day_ms)};
  return *this;
}

Story& Story::picks_file(PickPurpose purpose, std::string name, base::Bytes bytes) {
  return send(FilePicked{purpose, std::move(name), std::move(bytes), false});
}

namespace {

struct Carrying {
  Device& device;
  std::deque<Event>& queue;
};

/// Gives a book in pieces; the last one, which may be empty, is returned.
std::vector<vault::Row> give_pieces(const vault::Rows& rows,
                                    const std::function<void(std::vector<vault::Row>)>& give) {
  constexpr std::size_t rows_at_once = 8;
  std::vector<vault::Row> piece;
  for (const auto& [key, bytes] : rows) {
    if (piece.size() == rows_at_once) give(std::exchange(piece, {}));
    piece.push_back({key, bytes});
  }
  return piece;
}

}  // namespace

void Story::carry_out(const Effect& effect) {
  if (const auto* load = std::get_if<LoadBook>(&effect)) {
    if (hold_load) {
      held_load_ = *load;
      return;
    }
    const auto found = device_.books.find(load->book);
    if (device_.unreadable) {
      queue_.push_back(LoadFailed{load->book, {base::Errc::corrupt, "storage", "gone"}});
      return;
    }
    if (found == device_.books.end()) {
      queue_.push_back(BookMissing{load->book});
    } else {
      std::vector<vault::Row> last =
          give_pieces(found->second, [&](std::vector<vault::Row> piece) {
            queue_.push_back(BookRows{load->book, std::move(piece)});
          });
      queue_.push_back(BookLoaded{load->book, std::move(last), !device_.other_tab});
    }
  } else if (const auto* stage = std::get_if<StageRows>(&effect)) {
    if (stage->begins) staged_.clear();
    staged_.insert(staged_.end(), stage->rows.begin(), stage->rows.end());
  } else if (const auto* save = std::get_if<SaveCommit>(&effect)) {
    vault::Commit whole = save->commit;
    if (!save->begins) whole.put.insert(whole.put.begin(), staged_.begin(), staged_.end());
    staged_.clear();
    if (device_.full) {
      queue_.push_back(SaveFailed{save->book, save->commit.generation,
                                  base::Error{base::Errc::storage_full, {}, {}}});
    } else if (const auto done = vault::store(device_.books[save->book], whole); !done) {
      queue_.push_back(SaveFailed{save->book, save->commit.generation, done.error()});
    } else {
      queue_.push_back(Saved{save->book, save->commit.generation});
    }
  } else if (const auto* gone = std::get_if<DeleteBook>(&effect)) {
    device_.books.erase(gone->book);
    queue_.push_back(BookDeleted{gone->book});
  } else if (const auto* take = std::get_if<TakeOverWriter>(&effect)) {
    device_.other_tab = false;
    queue_.push_back(WriterGranted{take->book});
  } else if (const auto* job = std::get_if<StartJob>(&effect)) {
    run(*job);
  } else if (const auto* wake = std::get_if<WakeAt>(&effect)) {
    wake_at_ = wake->when;
  } else if (std::holds_alternative<Continue>(effect)) {
    ++continues_;
    if (!hold_continue) queue_.push_back(Woke{});
  } else if (const auto* file = std::get_if<Download>(&effect)) {
    downloads_.push_back(*file);
  } else if (const auto* print = std::get_if<Print>(&effect)) {
    printed_.push_back(print->report);
  } else if (std::holds_alternative<OpenLine>(effect) ||
             std::holds_alternative<SendOnLine>(effect) ||
             std::holds_alternative<CloseLine>(effect)) {
    line_effects_.push_back(effect);
  } else if (const auto* kept = std::get_if<SavePreferences>(&effect)) {
    device_.preferences = kept->preferences;
  }
}

void Story::run(const StartJob& job) {
  if (job.kind == JobKind::stretch && device_.stretching) {
    base::ByteReader reader(job.input);
    static_cast<void>(reader.fixed<16>());
    const std::uint32_t passes = reader.u32();
    const int took = device_.stretching({passes, reader.u32()});
    if (took < 0) {
      queue_.push_back(JobFailed{job.job, base::Error{base::Errc::out_of_memory, {}, {}}});
      return;
    }
    const crypto::Digest made_up = crypto::hash(job.input);
    now_.when.ms += took;
    queue_.push_back(JobDone{job.job, {made_up.begin(), made_up.end()}});
    return;
  }
  NoProgress progress;
  auto output = run_job(job.kind, job.input, progress);
  if (output) {
    queue_.push_back(JobDone{job.job, std::move(*output)});
  } else {
    queue_.push_back(JobFailed{job.job, output.error()});
  }
}

Story& Story::brings_the_book() {
  hold_load = false;
  if (held_load_) carry_out(*std::exchange(held_load_, std::nullopt));
  return send(Woke{});
}

Story& Story::makes_a_book(const std::string& name, const std::string& passphrase) {
  does(StartNewBook{});
  types(Control::programme_name, name).does(NextStep{});
  types(Control::passphrase, passphrase).does(NextStep{});
  types(Control::passphrase_again, passphrase).does(NextStep{});
  const NewBookBody sheet = body<NewBookBody>();
  std::vector<std::string> groups;
  if (sheet.sheet) groups = sheet.sheet->groups;
  recovery_code_.clear();
  for (const std::string& group : groups) recovery_code_ += group + " ";
  does(NextStep{});
  for (const Piece& piece : body<NewBookBody>().pieces) {
    const auto* field = std::get_if<TextField>(&piece);
    if (field == nullptr) continue;
    const auto number = static_cast<std::size_t>(field->label.back() - '1');
    if (number < groups.size()) types(field->id.control, groups[number]);
  }
  return does(NextStep{});
}

Story& Story::unlocks(const std::string& passphrase) {
  return types(Control::passphrase, passphrase).does(Unlock{});
}

Story& Story::previews(const std::string& csv) {
  does(Go{"#/import"}).does(ImportStepTo{0});
  const auto bytes = base::bytes_of(csv);
  picks_file(PickPurpose::import_people, "people.csv", {bytes.begin(), bytes.end()});
  return does(ImportStepTo{2});
}

Story& Story::imports(const std::string& csv) {
  return previews(csv).does(RunImport{});
}

std::vector<std::string> Story::names() const {
  std::vector<std::string> out;
  for (const Row& row : body<PeopleBody>().table.rows) out.push_back(row.cells.front());
  return out;
}

std::string Story::last_toast() const {
  const Screen shown = screen();
  return shown.toasts.empty() ? std::string() : shown.toasts.back().text;
}

}  // namespace pairbook::testing_support
