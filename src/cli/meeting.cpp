#include "cli/meeting.hpp"

#include <algorithm>
#include <optional>

#include "cli/act.hpp"
#include "pairbook/base/text.hpp"

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

}  // namespace

Outcome<vault::LogPiece> BookSubject::log(const sync::Fetch& what) const {
  auto piece = book_.keeper().log(what.from, what.most_bytes);
  if (!piece) return refused(piece.error());
  return std::move(*piece);
}

sync::Progress BookSubject::progress(const std::string& origin) const {
  const ledger::SpaceId id = space().id();
  const std::string record = sync::progress_record(id, origin);
  const auto known = sync::decode_progress(book_.keeper().sync_record(record));
  return known ? *known : sync::Progress::none(id);
}

Outcome<std::uint64_t> BookSubject::keep(sync::Keep what, const std::string& origin) {
  const std::uint64_t position = log_end();
  taken_ += what.entries.size();
  changed_ = true;
  app::FromOthers from;
  from.records[sync::progress_record(space().id(), origin)] =
      encode(what.progress_at(position));
  const base::BytesView relay = base::bytes_of(origin);
  from.records[sync::relay_record] = {relay.begin(), relay.end()};
  from.entries = std::move(what.entries);
  if (auto taken = book_.take_in(std::move(from), random_); !taken) return pass_on(taken);
  return position;
}

Outcome<vault::LogPiece> LobbySubject::log(const sync::Fetch& what) const {
  return vault::LogPiece{lobby_.log(what.from), lobby_.log_end()};
}

sync::Progress LobbySubject::progress(const std::string& origin) const {
  static_cast<void>(origin);
  return progress_;
}

Outcome<std::uint64_t> LobbySubject::keep(sync::Keep what, const std::string& origin) {
  static_cast<void>(origin);
  const std::uint64_t position = log_end();
  progress_ = what.progress_at(position);
  lobby_.take_in(std::move(what.entries), now().when);
  return position;
}

Meeting::Meeting(Subject& subject, const sync::RelayAddress& relay, base::RandomSource& random)
    : subject_(subject),
      origin_(relay.origin),
      line_(relay),
      talk_(origin_, subject.space(), subject.progress(origin_), subject.log_end(), random) {}

Outcome<void> Meeting::begin() {
  if (!has_begun_) {
    has_begun_ = true;
    return carry_out(talk_.start(now().when));
  }
  return carry_out(talk_.wrote(subject_.log_end(), now().when));
}

Outcome<void> Meeting::run(std::chrono::seconds patience) {
  if (auto begun = begin(); !begun) return begun;
  auto until = Clock::now() + patience;
  for (sync::Status before = talk_.status(); !is_done();) {
    if (auto heard = hear(); !heard) return heard;
    const sync::Status status = talk_.status();
    if (auto wrong = what_is_wrong(status, origin_)) return stop_with(std::move(*wrong));
    if (status != before) until = Clock::now() + patience;  // it gets on
    before = status;
    if (Clock::now() >= until) return stop_with(no_answer(status));
  }
  return {};
}

Outcome<bool> Meeting::wait_for(const std::function<bool()>& is_enough,
                                std::chrono::seconds patience) {
  const auto until = Clock::now() + patience;
  while (!is_enough()) {
    if (Clock::now() >= until) return false;
    if (auto heard = hear(); !heard) return pass_on(heard);
    if (auto wrong = what_is_wrong(talk_.status(), origin_)) {
      auto stopped = stop_with(std::move(*wrong));
      return pass_on(stopped);
    }
  }
  return true;
}

Outcome<void> Meeting::end() {
  return carry_out(talk_.stop(now().when));
}

bool Meeting::is_done() const {
  return talk_.status().is_on_relay() && !is_keeping_;
}

Outcome<void> Meeting::stop_with(std::string sentence) {
  if (auto stopped = end(); !stopped) return stopped;
  return refuse(Status::no_relay, std::move(sentence));
}

std::string Meeting::no_answer(const sync::Status& status) const {
  if (status.trouble == sync::Trouble::relay_busy)
    return origin_ + " cannot store anything just now. Try again later.";
  const std::string why = why_.empty() ? "." : " (" + why_ + ").";
  return "There is no answer from " + origin_ + why +
         " What is in the book stays as it is; try again later.";
}

Outcome<void> Meeting::hear() {
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

Outcome<void> Meeting::carry_out(sync::Actions actions) {
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

Outcome<void> Meeting::fetch(const sync::Fetch& what) {
  auto piece = subject_.log(what);
  if (!piece) return pass_on(piece);
  return carry_out(talk_.fetched(std::move(piece->entries), piece->next, now().when));
}

Outcome<void> Meeting::keep(sync::Keep what) {
  is_keeping_ = true;
  const auto position = subject_.keep(std::move(what), origin_);
  if (!position) return std::unexpected(position.error());
  is_keeping_ = false;
  return carry_out(talk_.kept(*position, subject_.log_end(), now().when));
}

Outcome<sync::RelayAddress> relay_of(const std::string& named, const Book& book,
                                     const std::string& how) {
  std::string text = named;
  if (text.empty()) text = base::text_of(book.keeper().sync_record(sync::relay_record));
  if (text.empty()) {
    return refuse(Status::bad_input, "Say which relay: " + how + ". The book remembers it.");
  }
  auto address = sync::RelayAddress::parse(text);
  if (address) return std::move(*address);
  return refuse(Status::bad_input,
                text + " is no address of a relay. It looks like wss://relay.example.");
}

}  // namespace pairbook::cli
