// With a link into somebody's book: asking, waiting, and being let in.
#include <algorithm>
#include <chrono>
#include <filesystem>

#include "cli/files.hpp"
#include "cli/meeting.hpp"
#include "cli/printed.hpp"
#include "cli/recovery_sheet.hpp"
#include "cli/tasks.hpp"
#include "pairbook/app/open_invitations.hpp"

namespace pairbook::cli {
namespace {

constexpr std::size_t longest_link = 4096;

Outcome<sync::Invitation> invitation_of(const std::string& link, base::Instant now) {
  std::string text = link;
  if (link == "-") {
    const auto read = read_file("-", longest_link);
    if (!read) return std::unexpected(read.error());
    text = base::text_of(*read);
  }
  auto invitation = sync::read_link(text);
  if (!invitation) {
    const base::Errc code = invitation.error().code;
    if (code == base::Errc::unsupported_version)
      return refuse(Status::newer, "This link is from a newer Pairbook. Update Pairbook.");
    return refuse(Status::bad_input,
                  code == base::Errc::corrupt
                      ? "Some of the link is missing or mistyped. Copy all of it once more."
                      : "That is no link to join a book. It has \"/#/join/\" in it.");
  }
  if (invitation->expires < now) {
    return refuse(Status::refused, "The link is too old. Ask whoever sent it for another one.");
  }
  return std::move(*invitation);
}

/// Makes the book that will be theirs, and remembers with which link.
Outcome<Done> begin(const Join& task, const Shell& shell) {
  if (auto fine = check_sheet(task.recovery_sheet); !fine) return pass_on(fine);
  if (!sync::is_member_name(task.name)) {
    return refuse(Status::bad_input,
                  "Say who you are: --name \"Bo Chen\". A name is at most 200 bytes, on one "
                  "line.");
  }
  auto invitation = invitation_of(task.link, shell.moment.when);
  if (!invitation) return std::unexpected(invitation.error());
  const auto passphrase = new_passphrase_for(task.book, task.name, shell.passphrase);
  if (!passphrase) return std::unexpected(passphrase.error());
  const auto code = crypto::RecoveryCode::random(shell.random);
  auto book = Book::make(*passphrase, code, shell.random);
  if (!book) return pass_on(book);
  const app::Joining joining{std::move(*invitation), task.name};
  auto kept = book->change([&](app::Keeper& keeper) {
    return keeper.put_sync_records({{app::joining_record, app::encode(joining)}}, shell.random);
  });
  if (!kept) return pass_on(kept);
  return put_with_sheet(*book, {task.book, task.name, task.recovery_sheet}, code, {}, shell);
}

/// Until there is an answer, or patience ends: nothing then.
Outcome<std::optional<sync::Welcome>> ask(const Book& book, const app::Joining& joining,
                                          int patience, const Shell& shell) {
  const std::chrono::seconds most(patience);
  const auto relay = sync::RelayAddress::parse(joining.invitation.relay);
  const crypto::SigningKey person = book.keeper().person_key();
  sync::Lobby lobby(joining.invitation, person, shell.random);
  LobbySubject subject(lobby);
  Meeting meeting(subject, *relay, shell.random);
  if (auto met = meeting.run(most); !met) return pass_on(met);
  const auto knocks = lobby.knocks();
  const bool has_asked = std::ranges::any_of(
      knocks, [&](const sync::Knock& knock) { return knock.person == person.public_key(); });
  if (!has_asked) {
    if (const auto said = lobby.knock(joining.name, shell.moment.when); !said)
      return refused(said.error());
    if (auto met = meeting.run(most); !met) return pass_on(met);
  }
  const auto is_answered = [&] {
    return lobby.welcome() || lobby.welcome().error().code != base::Errc::not_found ||
           lobby.is_declined(person.public_key());
  };
  auto answered = meeting.wait_for(is_answered, most);
  if (!answered) return pass_on(answered);
  if (auto ended = meeting.end(); !ended) return pass_on(ended);
  if (!*answered) return std::nullopt;
  auto welcome = lobby.welcome();
  if (welcome) return std::optional(std::move(*welcome));
  if (welcome.error().code == base::Errc::unsupported_version)
    return refuse(Status::newer, "The answer is from a newer Pairbook. Update Pairbook.");
  return refuse(Status::refused,
                lobby.is_declined(person.public_key())
                    ? "Somebody else was let in with this link. Ask whoever sent it to you "
                      "for another one."
                    : "The answer cannot be read. Ask whoever sent the link for another one.");
}

Outcome<Done> enter(Book& book, const Join& task, sync::Welcome welcome,
                    const std::string& name, const Shell& shell) {
  const std::string programme = welcome.programme;
  auto entered = book.change(
      [&](app::Keeper& keeper) { return keeper.enter(std::move(welcome), shell.random); });
  if (!entered) return pass_on(entered);
  // From now on it is a book like any other; what is in it comes with this and each later
  // "sync".
  auto named = book.change([&](app::Keeper& keeper) {
    return keeper.call_oneself(name, shell.moment, shell.random);
  });
  if (!named) return pass_on(named);
  auto forgotten = book.change([&](app::Keeper& keeper) {
    return keeper.put_sync_records({{app::joining_record, {}}}, shell.random);
  });
  if (!forgotten) return pass_on(forgotten);
  if (auto saved = book.save(shell.random); !saved) return pass_on(saved);
  const auto relay = relay_of({}, book, "pairbook sync " + task.book + " wss://RELAY");
  if (!relay) return std::unexpected(relay.error());
  BookSubject subject(book, shell.random);
  Meeting meeting(subject, *relay, shell.random);
  if (auto met = meeting.run(std::chrono::seconds(task.patience)); !met) return pass_on(met);
  if (auto ended = meeting.end(); !ended) return pass_on(ended);
  if (auto saved = book.save(shell.random); !saved) return pass_on(saved);
  if (shell.json) {
    return Done{
        .text = json_object({{"joined", "true"}, {"programme", json_text(programme)}}) + "\n",
        .note = {}};
  }
  return Done{.text = "You are in: " + (programme.empty() ? task.book : harmless(programme)) +
                      ". \"pairbook sync " + task.book + "\" keeps it up to date.\n",
              .note = {}};
}

}  // namespace

Outcome<Done> run(const Join& task, const Shell& shell) {
  Done made;
  std::error_code ignored;
  if (!task.link.empty()) {
    if (auto free = check_is_free(task.book); !free) return pass_on(free);
    auto begun = begin(task, shell);
    if (!begun) return begun;
    made = std::move(*begun);
  } else if (!std::filesystem::exists(task.book, ignored)) {
    return refuse(Status::bad_input, "Give the link too: pairbook join " + task.book +
                                         " LINK --name \"Bo Chen\".");
  }
  auto book = Book::open(task.book, BookFile::For::writing, shell.passphrase, shell.random);
  if (!book) return pass_on(book);
  const base::BytesView record = book->keeper().sync_record(app::joining_record);
  if (record.empty())
    return refuse(Status::refused, task.book + " does not wait to be let in anywhere.");
  const auto joining = app::decode_joining(record);
  if (!joining) return bad_book(joining.error(), task.book);
  auto welcome = ask(*book, *joining, task.patience, shell);
  if (!welcome) return pass_on(welcome);
  if (*welcome) return enter(*book, task, std::move(**welcome), joining->name, shell);

  const std::string number = sync::safety_number(book->keeper().person_key().public_key());
  if (shell.json) {
    return Done{.text = made.text +
                        json_object({{"joined", "false"}, {"number", json_text(number)}}) +
                        "\n",
                .note = made.note,
                .status = Status::refused};
  }
  return Done{
      .text = made.text + "Asked. Your number: " + number +
              "\nTell it to whoever sent you the link; then go on with: pairbook join " +
              task.book + "\n",
      .note = made.note,
      .status = Status::refused};
}

}  // namespace pairbook::cli
