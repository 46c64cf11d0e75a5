// A book and a relay, until they agree.
#include <algorithm>
#include <chrono>
#include <optional>

#include "cli/act.hpp"
#include "cli/book.hpp"
#include "cli/printed.hpp"
#include "cli/relay_line.hpp"
#include "cli/tasks.hpp"
#include "pairbook/base/text.hpp"
#include "pairbook/sync/talk.hpp"

namespace pairbook::cli {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

/// What only a person can mend: waiting would not help.
std::optional<std::string> what_is_wrong(const sync::Status& status, const std::string& relay) {
  switch (status.trouble) {
    case sync::Trouble::no_place:
      return relay +
             " does not know this book. Somebody who may remove members has to "
             "connect first.";
    case sync::Trouble::locked_out:
      return "The keys of this book were changed: you may have been removed, or the new keys "
             "are still on their way.";
    case sync::Trouble::read_only:
      return "This book may read at " + relay + " and not write.";
    case sync::Trouble::place_gone:
      return "Somebody deleted this book's space at " + relay + ".";
    case sync::Trouble::place_full:
      return "This book's space at " + relay +
             " is full. Ask whoever runs the relay for more; what others write still comes.";
    case sync::Trouble::relay_full:
      return relay + " has no more room. Tell whoever runs it; what others write still comes.";
    case sync::Trouble::wrong_address:
      return "The relay is not known as " + relay + ". Use the address that you were given.";
    case sync::Trouble::incompatible:
      return "This Pairbook and the relay do not understand each other. Update both.";
    case sync::Trouble::is_a_copy:
      return "The relay has entries of this device that are not in this file: it is an older "
             "copy. Everything was taken in; run it again to go on as a new device.";
    case sync::Trouble::none:
    case sync::Trouble::relay_busy:
    case sync::Trouble::cannot_save:
      break;
  }
  return std::nullopt;
}

/// Carries out what a talk wants until there is nothing left to do.
class Meeting {
 public:
  Meeting(Book& book, const sync::RelayAddress& relay, base::RandomSource& random)
      : book_(book),
        random_(random),
        origin_(relay.origin),
        record_(sync::progress_record(book.keeper().space().id(), origin_)),
        line_(relay),
        talk_(origin_, book.keeper().space(), known_progress(), book.keeper().log_end(),
              random) {}

  Outcome<void> run(std::chrono::seconds patience) {
    if (auto begun = carry_out(talk_.start(now().when)); !begun) return begun;
    auto until = Clock::now() + patience;
    for (sync::Status before = talk_.status(); !is_done();) {
      if (auto heard = hear(); !heard) return heard;
      const sync::Status status = talk_.status();
      if (auto wrong = what_is_wrong(status, origin_)) return stop_with(std::move(*wrong));
      if (status != before) until = Clock::now() + patience;  // it gets on
      before = status;
      if (Clock::now() >= until) return stop_with(no_answer(status));
    }
    return carry_out(talk_.stop(now().when));
  }
  [[nodiscard]] std::size_t taken() const { return taken_; }
  [[nodiscard]] const sync::Status status() const { return talk_.status(); }
  [[nodiscard]] bool changed() const { return changed_; }

 private:
  [[nodiscard]] sync::Progress known_progress() const {
    const auto known = sync::decode_progress(book_.keeper().sync_record(record_));
    return known ? *known : sync::Progress::none(book_.keeper().space().id());
  }
  [[nodiscard]] bool is_done() const {
    const sync::Status status = talk_.status();
    return status.is_on_relay() && !is_keeping_;
  }
  Outcome<void> stop_with(std::string sentence) {
    if (auto stopped = carry_out(talk_.stop(now().when)); !stopped) return stopped;
    return refuse(Status::no_relay, std::move(sentence));
  }
  [[nodiscard]] std::string no_answer(const sync::Status& status) const {
    if (status.trouble == sync::Trouble::relay_busy)
      return origin_ + " cannot store anything just now. Try again later.";
    const std::string why = why_.empty() ? "." : " (" + why_ + ").";
    return "There is no answer from " + origin_ + why +
           " What is in the book stays as it is; try again later.";
  }

  Outcome<void> hear() {
    constexpr std::int64_t longest_nap = 1000;
    const std::int64_t wakes = talk_.wakes_in().value_or(longest_nap);
    RelayLine::Heard heard =
        line_.wait(milliseconds(std::clamp<std::int64_t>(wakes, 1, longest_nap)));
    const base::Instant when = now().when;
    switch (heard.what) {
      case RelayLine::What::connected:
        return carry_out(talk_.connected(when));
      case RelayLine::What::message:
        return carry_out(talk_.received(heard.message, when));
      case RelayLine::What::ended:
        why_ = std::move(heard.why);
        return carry_out(talk_.disconnected(when));
      case RelayLine::What::nothing:
        break;
    }
    return carry_out(talk_.passed(when));
  }

  Outcome<void> carry_out(sync::Actions actions) {
    for (sync::Action& action : actions) {
      if (std::holds_alternative<sync::Connect>(action)) line_.connect();
      if (std::holds_alternative<sync::HangUp>(action)) line_.hang_up();
      if (auto* send = std::get_if<sync::Send>(&action)) line_.send(std::move(send->frame));
      if (const auto* what = std::get_if<sync::Fetch>(&action)) {
        if (auto done = fetch(*what); !done) return done;
      }
      if (auto* what = std::get_if<sync::Keep>(&action)) {
        if (auto done = keep(std::move(*what)); !done) return done;
      }
    }
    return {};
  }
  Outcome<void> fetch(const sync::Fetch& what) {
    auto piece = book_.keeper().log(what.from, what.most_bytes);
    if (!piece) return refused(piece.error());
    return carry_out(talk_.fetched(std::move(piece->entries), piece->next, now().when));
  }
  // Others' entries reach the file at the end: nobody is told that they are here before, and
  // the relay still has them.
  Outcome<void> keep(sync::Keep what) {
    is_keeping_ = true;
    const std::uint64_t position = book_.keeper().log_end();
    taken_ += what.entries.size();
    app::FromOthers from;
    from.records[record_] = encode(what.progress_at(position));
    from.records[sync::relay_record] =
        base::Bytes(base::bytes_of(origin_).begin(), base::bytes_of(origin_).end());
    from.entries = std::move(what.entries);
    if (auto taken = book_.take_in(std::move(from), random_); !taken) return taken;
    changed_ = true;
    is_keeping_ = false;
    return carry_out(talk_.kept(position, book_.keeper().log_end(), now().when));
  }

  Book& book_;
  base::RandomSource& random_;
  std::string origin_;
  std::string record_;
  RelayLine line_;
  sync::Talk talk_;
  std::size_t taken_ = 0;
  bool is_keeping_ = false;
  bool changed_ = false;
  std::string why_;
};

Outcome<sync::RelayAddress> address_of(const Sync& task, const Book& book) {
  std::string text = task.relay;
  if (text.empty()) text = base::text_of(book.keeper().sync_record(sync::relay_record));
  if (text.empty()) {
    return refuse(Status::bad_input, "Say which relay: pairbook sync " + task.book +
                                         " wss://RELAY. The book remembers it.");
  }
  auto address = sync::RelayAddress::parse(text);
  if (address) return std::move(*address);
  return refuse(Status::bad_input,
                text + " is no address of a relay. It looks like wss://relay.example.");
}

std::string told(const Meeting& meeting, const Book& book, const std::string& origin,
                 bool json) {
  const std::size_t aside = meeting.status().set_aside;
  const std::uint64_t all = book.keeper().log_end();
  if (json) {
    return json_object({{"relay", json_text(origin)},
                        {"taken_in", std::to_string(meeting.taken())},
                        {"entries", std::to_string(all)},
                        {"not_readable_yet", std::to_string(aside)},
                        {"damaged", std::to_string(meeting.status().damaged)}}) +
           "\n";
  }
  std::string text = "Took in " + counted(meeting.taken(), "entry", "entries") + ". " +
                     (all == 1 ? "The one entry" : "All " + std::to_string(all) + " entries") +
                     " of this book " + (all == 1 ? "is" : "are") + " on " + origin + ".\n";
  if (aside > 0) {
    text += counted(aside, "entry there", "entries there") +
            " cannot be read yet: a key, or who wrote them, is not known here.\n";
  }
  return text;
}

}  // namespace

Outcome<Done> run(const Sync& task, const Shell& shell) {
  auto book = Book::open(task.book, BookFile::For::writing, shell.passphrase, shell.random);
  if (!book) return pass_on(book);
  const auto address = address_of(task, *book);
  if (!address) return std::unexpected(address.error());
  // What a device wrote is on its disk before anybody else sees it.
  if (auto vouched = book->vouch(shell.moment, shell.random); !vouched) return pass_on(vouched);

  Meeting meeting(*book, *address, shell.random);
  const auto met = meeting.run(std::chrono::seconds(task.patience));
  if (meeting.changed()) {
    if (auto saved = book->save(shell.random); !saved) return pass_on(saved);
  }
  if (!met) return std::unexpected(met.error());
  return Done{.text = told(meeting, *book, address->origin, shell.json), .note = {}};
}

}  // namespace pairbook::cli
