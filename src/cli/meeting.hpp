#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "cli/book.hpp"
#include "cli/failure.hpp"
#include "cli/relay_line.hpp"
#include "pairbook/sync/lobby.hpp"
#include "pairbook/sync/talk.hpp"

namespace pairbook::cli {

/// What a meeting with a relay is about, and where what comes of it goes.
class Subject {
 public:
  virtual ~Subject() = default;
  [[nodiscard]] virtual const sync::Space& space() const = 0;
  [[nodiscard]] virtual std::uint64_t log_end() const = 0;
  [[nodiscard]] virtual Outcome<vault::LogPiece> log(const sync::Fetch& what) const = 0;
  [[nodiscard]] virtual sync::Progress progress(const std::string& origin) const = 0;
  /// Takes in what came, and how far that is; the position of the log that it got.
  [[nodiscard]] virtual Outcome<std::uint64_t> keep(sync::Keep what,
                                                    const std::string& origin) = 0;
};

/// A book. Others' entries reach its file at the end, when the caller saves it: nobody is told
/// that they are here before, and the relay still has them.
class BookSubject final : public Subject {
 public:
  BookSubject(Book& book, base::RandomSource& random) : book_(book), random_(random) {}
  [[nodiscard]] const sync::Space& space() const override { return book_.keeper().space(); }
  [[nodiscard]] std::uint64_t log_end() const override { return book_.keeper().log_end(); }
  [[nodiscard]] Outcome<vault::LogPiece> log(const sync::Fetch& what) const override;
  [[nodiscard]] sync::Progress progress(const std::string& origin) const override;
  [[nodiscard]] Outcome<std::uint64_t> keep(sync::Keep what,
                                            const std::string& origin) override;
  [[nodiscard]] std::size_t taken() const { return taken_; }
  [[nodiscard]] bool changed() const { return changed_; }

 private:
  Book& book_;
  base::RandomSource& random_;
  std::size_t taken_ = 0;
  bool changed_ = false;
};

/// The place where those who hold an invitation meet.
class LobbySubject final : public Subject {
 public:
  explicit LobbySubject(sync::Lobby& lobby) : lobby_(lobby) {}
  [[nodiscard]] const sync::Space& space() const override { return lobby_; }
  [[nodiscard]] std::uint64_t log_end() const override { return lobby_.log_end(); }
  [[nodiscard]] Outcome<vault::LogPiece> log(const sync::Fetch& what) const override;
  [[nodiscard]] sync::Progress progress(const std::string& origin) const override;
  [[nodiscard]] Outcome<std::uint64_t> keep(sync::Keep what,
                                            const std::string& origin) override;

 private:
  sync::Lobby& lobby_;
  sync::Progress progress_ = sync::Progress::none(lobby_.id());
};

/// Carries out what a talk with a relay wants.
class Meeting {
 public:
  Meeting(Subject& subject, const sync::RelayAddress& relay, base::RandomSource& random);

  /// Until both have the same, or `patience` has passed without getting on.
  /// Errors: no_relay, in a sentence that says why.
  [[nodiscard]] Outcome<void> run(std::chrono::seconds patience);
  /// Then until `is_enough`, or `patience` has passed: false.
  [[nodiscard]] Outcome<bool> wait_for(const std::function<bool()>& is_enough,
                                       std::chrono::seconds patience);
  [[nodiscard]] Outcome<void> end();
  [[nodiscard]] sync::Status status() const { return talk_.status(); }

 private:
  [[nodiscard]] bool is_done() const;
  [[nodiscard]] Outcome<void> stop_with(std::string sentence);
  [[nodiscard]] std::string no_answer(const sync::Status& status) const;
  [[nodiscard]] Outcome<void> begin();
  [[nodiscard]] Outcome<void> hear();
  [[nodiscard]] Outcome<void> carry_out(sync::Actions actions);
  [[nodiscard]] Outcome<void> fetch(const sync::Fetch& what);
  [[nodiscard]] Outcome<void> keep(sync::Keep what);

  Subject& subject_;
  std::string origin_;
  RelayLine line_;
  sync::Talk talk_;
  bool has_begun_ = false;
  bool is_keeping_ = false;
  std::string why_;
};

/// The relay that is named, else the one that the book remembers. `how` ends the sentence that
/// asks for one.
[[nodiscard]] Outcome<sync::RelayAddress> relay_of(const std::string& named, const Book& book,
                                                   const std::string& how);

}  // namespace pairbook::cli
