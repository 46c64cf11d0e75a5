#include "cli/book.hpp"

#include <chrono>
#include <utility>

#include "cli/act.hpp"
#include "cli/terminal.hpp"
#include "pairbook/domain/apply.hpp"

namespace pairbook::cli {
namespace {

constexpr int times_to_type = 3;

struct NewKey {
  app::StretchAsked asked;
  crypto::Key key;
};

base::Result<NewKey> stretch_new(const crypto::Secret& passphrase, crypto::KdfCost cost,
                                 base::RandomSource& random) {
  app::StretchAsked asked{{}, cost};
  random.fill(asked.salt);
  auto key = crypto::stretch(passphrase, asked.salt, asked.cost);
  if (!key) return base::pass_on(key);
  return NewKey{asked, std::move(*key)};
}

// At the usual cost, and once more at the dearest that this machine does in under a second.
base::Result<NewKey> stretch_far(const crypto::Secret& passphrase, base::RandomSource& random) {
  using Clock = std::chrono::steady_clock;
  const auto began = Clock::now();
  auto first = stretch_new(passphrase, crypto::usual_cost, random);
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began);
  if (!first) return first;
  const auto dearer = crypto::dearer_cost(first->asked.cost, took.count());
  if (!dearer) return first;
  auto second = stretch_new(passphrase, *dearer, random);
  return second ? std::move(second) : std::move(first);  // without the memory for it
}

}  // namespace

Outcome<Book> Book::make(const crypto::Secret& passphrase, const crypto::RecoveryCode& code,
                         base::RandomSource& random) {
  auto stretched = stretch_far(passphrase, random);
  if (!stretched) return refused(stretched.error());
  auto made = app::make_book(std::move(stretched->key), stretched->asked, code, random);
  if (!made) return refused(made.error());
  Book book;
  book.keeper_ = std::move(made->keeper);
  return book;
}

Outcome<Book> Book::open(const std::string& path, BookFile::For purpose,
                         const PassphraseFrom& passphrase, base::RandomSource& random) {
  auto file = BookFile::hold(path, purpose);
  if (!file) return pass_on(file);
  const auto bytes = file->read();
  if (!bytes) return std::unexpected(bytes.error());
  auto rows = app::rows_of_file(*bytes);
  if (!rows) return bad_book(rows.error(), path);
  Book book;
  book.path_ = path;
  Outcome<void> opened;
  for (int time = 1; time <= times_to_type; ++time) {
    const auto secret = passphrase_for(path, passphrase);
    if (!secret) return std::unexpected(secret.error());
    opened = book.unlock(*rows, *secret);
    if (opened || opened.error().status != Status::wrong_passphrase) break;
    if (!is_typed(passphrase)) break;
    if (time < times_to_type) tell_terminal(opened.error().sentence + "\n");
  }
  if (!opened) return pass_on(opened);
  if (purpose == BookFile::For::reading) return book;

  if (book.keeper_->is_read_only()) {
    return refuse(Status::damaged, path +
                                       " is not whole, so nothing is written to it. \"pairbook "
                                       "verify\" says what is wrong; use an older copy, or "
                                       "open it in the browser.");
  }
  const auto begun = book.keeper_->begin_in_file(file->place(), random);
  if (!begun) return bad_book(begun.error(), path);
  book.file_.emplace(std::move(*file));
  return book;
}

Outcome<void> Book::shows_names() const {
  if (!programme_.blind.on) return {};
  return refuse(Status::refused, "Names are hidden in " + path_ +
                                     " while its pairs are reviewed. Show them in the browser "
                                     "first.");
}

Outcome<void> Book::unlock(vault::Rows& rows, const crypto::Secret& passphrase) {
  const auto face = app::face_of(rows);
  if (!face) return bad_book(face.error(), path_);
  const auto key = crypto::stretch(passphrase, face->asked.salt, face->asked.cost);
  if (!key) return bad_book(key.error(), path_);
  auto opening = app::Opening::with_passphrase(rows, *key);
  if (!opening) return bad_book(opening.error(), path_);
  return fold(*opening);
}

Outcome<void> Book::fold(app::Opening& opening) {
  programme_ = opening.take_start();
  const base::Date today = now().today;
  while (!opening.finished()) {
    const auto past = opening.next();
    if (!past) return bad_book(past.error(), path_);
    for (const domain::Op& op : past->ops) domain::apply(programme_, op, {past->when, today});
  }
  notices_ = opening.notices();
  keeper_ = opening.take();
  return {};
}

Outcome<bool> Book::act(const domain::Command& command, const domain::Moment& moment,
                        base::RandomSource& random) {
  auto ops = cli::act(programme_, command, moment);
  if (!ops) return pass_on(ops);
  if (ops->empty()) return false;
  const auto commit = keeper_->append(ledger::ChangeId::random(random),
                                      app::fit_entries(std::move(*ops)), moment, random);
  if (commit) return true;
  if (commit.error().code != base::Errc::too_large) return refused(commit.error());
  return refuse(Status::refused, path_ +
                                     " was copied and changed in too many places to be changed "
                                     "further. Export its people and rules, and make a new "
                                     "book from them.");
}

Outcome<void> Book::vouch(const domain::Moment& moment, base::RandomSource& random) {
  const auto vouched = keeper_->vouch(moment, random);
  if (!vouched) return refused(vouched.error());
  return *vouched ? save(random) : Outcome<void>();
}

Outcome<void> Book::take_in(app::FromOthers from, base::RandomSource& random) {
  const bool are_new = !from.entries.empty();
  const auto taken = keeper_->take_in(std::move(from), now().when, random);
  if (!taken) return refused(taken.error());
  if (!are_new) return {};
  domain::Programme programme;
  app::PastReader past(*keeper_);
  for (;;) {
    const auto all = past.read(*keeper_, SIZE_MAX);
    if (!all) return bad_book(all.error(), path_);
    if (*all) break;
  }
  while (!past.finished()) {
    const auto change = past.next();
    if (!change) return bad_book(change.error(), path_);
    const domain::Moment then{change->when, now().today};
    for (const domain::Op& op : change->ops) domain::apply(programme, op, then);
  }
  programme_ = std::move(programme);
  return {};
}

Outcome<void> Book::change(
    const std::function<base::Result<vault::Commit>(app::Keeper&)>& with) {
  const auto changed = with(*keeper_);
  if (!changed) return refused(changed.error());
  return {};
}

BookFile::Filling Book::filling(base::RandomSource& random) {
  return [this, &random](const app::FilePlace& place) -> Outcome<base::Bytes> {
    const auto settled = keeper_->settle_in_file(place, random);
    if (!settled) return refused(settled.error());
    return keeper_->to_file();
  };
}

Outcome<void> Book::save(base::RandomSource& random) {
  if (keeper_->snapshot_is_due()) {
    const auto commit = keeper_->snapshot(programme_, random);
    if (!commit) return refused(commit.error());
  }
  return file_->replace(filling(random));
}

Outcome<void> Book::save_as(const std::string& path, base::RandomSource& random) {
  return BookFile::create(path, filling(random));
}

}  // namespace pairbook::cli
