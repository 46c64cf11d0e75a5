// Who can read a book: inviting somebody, and letting them in.
#include <algorithm>
#include <chrono>
#include <memory>

#include "cli/meeting.hpp"
#include "cli/printed.hpp"
#include "cli/tasks.hpp"
#include "pairbook/app/open_invitations.hpp"
#include "pairbook/base/text.hpp"

namespace pairbook::cli {
namespace {

using app::OpenInvitation;
using Invitations = std::vector<OpenInvitation>;

Outcome<Invitations> invitations_of(const Book& book, const std::string& path) {
  const base::BytesView record = book.keeper().sync_record(app::invitations_record);
  if (record.empty()) return Invitations{};
  auto read = app::decode_invitations(record);
  if (!read) return bad_book(read.error(), path);
  return std::move(*read);
}

Outcome<void> keep(Book& book, const Invitations& invitations, base::RandomSource& random) {
  return book.change([&](app::Keeper& keeper) {
    return keeper.put_sync_records({{app::invitations_record, app::encode(invitations)}},
                                   random);
  });
}

const sync::Membership& membership_of(const Book& book) {
  return book.keeper().members().membership();
}

Outcome<void> call_oneself(Book& book, const std::string& name, const Shell& shell) {
  const crypto::PublicKey own = book.keeper().person_key().public_key();
  const sync::Member* member = membership_of(book).find(own);
  const bool has_name = member != nullptr && !member->name.empty();
  if (name.empty() && has_name) return {};
  if (!sync::is_member_name(name)) {
    return refuse(Status::bad_input,
                  "Say who you are, for whoever joins: --from \"Ana Osei\". A name is at most "
                  "200 bytes, on one line.");
  }
  if (has_name && member->name == name) return {};
  return book.change([&](app::Keeper& keeper) {
    return keeper.call_oneself(name, shell.moment, shell.random);
  });
}

/// Somebody who holds one of our invitations, and is no member.
struct Waiting {
  std::size_t invitation = 0;
  sync::Knock knock;
  bool is_alone = true;  // nobody else came with the same link
};

/// Our open invitations at the relay.
class Doors {
 public:
  Doors(Book& book, Invitations& invitations, int patience, const Shell& shell)
      : book_(book),
        invitations_(invitations),
        patience_(std::chrono::seconds(patience)),
        shell_(shell) {}

  /// Looks who is there; who was let in and not told yet is told now.
  Outcome<void> look() {
    for (std::size_t i = 0; i < invitations_.size(); ++i) {
      if (auto looked = look_at(i); !looked) return looked;
    }
    close_done();
    return {};
  }
  [[nodiscard]] const std::vector<Waiting>& waiting() const { return waiting_; }

  /// Writes it down, then tells them.
  Outcome<void> let_in(const Waiting& who, sync::Verified verified) {
    const OpenInvitation& open = invitations_[who.invitation];
    const sync::Admission admission{
        {},       who.knock.person,    who.knock.name, open.invitation.part,
        verified, open.invitation.id()};
    auto written = book_.change([&](app::Keeper& keeper) {
      return keeper.let_in(admission, shell_.moment, shell_.random);
    });
    if (!written) return written;
    if (auto saved = book_.save(shell_.random); !saved) return saved;
    waiting_.clear();
    const std::size_t invitation = who.invitation;
    if (auto told = look_at(invitation); !told) return told;
    close_done();
    return {};
  }
  [[nodiscard]] bool changed() const { return changed_; }

 private:
  /// Who was let in with it, if anybody.
  [[nodiscard]] std::optional<crypto::PublicKey> guest_of(
      const sync::Invitation& invitation) const {
    for (const auto& [person, member] : membership_of(book_).members()) {
      if (member.let_in_by && member.invitation == invitation.id()) return person;
    }
    return std::nullopt;
  }
  // Whoever writes has had the welcome.
  [[nodiscard]] bool has_written(const crypto::PublicKey& person) const {
    return std::ranges::any_of(book_.keeper().members().certificates(),
                               [&](const auto& one) { return one.second.person == person; });
  }

  Outcome<void> look_at(std::size_t at) {
    const sync::Invitation& invitation = invitations_[at].invitation;
    const auto guest = guest_of(invitation);
    if (guest && has_written(*guest)) {
      done_.push_back(invitation.id());
      return {};
    }
    const auto relay = sync::RelayAddress::parse(invitation.relay);
    sync::Lobby lobby(invitation, book_.keeper().person_key(), shell_.random);
    LobbySubject subject(lobby);
    Meeting meeting(subject, *relay, shell_.random);
    if (auto met = meeting.run(patience_); !met) return met;
    const auto knocks = lobby.knocks();
    std::vector<Waiting> strangers;
    for (const sync::Knock& knock : knocks) {
      if (membership_of(book_).find(knock.person) == nullptr)
        strangers.push_back({at, knock, knocks.size() == 1});
    }
    if (!guest) {
      waiting_.insert(waiting_.end(), strangers.begin(), strangers.end());
    } else if (auto answered = answer(lobby, *guest, strangers); !answered) {
      return answered;
    }
    if (auto told = meeting.run(patience_); !told) return told;
    return meeting.end();
  }
  // Whoever else came with the same link is turned away.
  Outcome<void> answer(sync::Lobby& lobby, const crypto::PublicKey& guest,
                       const std::vector<Waiting>& others) {
    if (!lobby.is_welcome_for(guest)) {
      const sync::Member* member = membership_of(book_).find(guest);
      const auto relay = base::text_of(book_.keeper().sync_record(sync::relay_record));
      auto welcome = book_.keeper().welcome_for(member->part, book_.programme().name, relay);
      if (!welcome) return refused(welcome.error());
      const auto said = lobby.welcome(guest, *welcome, shell_.moment.when, shell_.random);
      if (!said) return refused(said.error());
    }
    for (const Waiting& other : others) {
      if (lobby.is_declined(other.knock.person)) continue;
      const auto said = lobby.decline(other.knock.person, shell_.moment.when);
      if (!said) return refused(said.error());
    }
    return {};
  }
  void close_done() {
    const auto gone = std::erase_if(invitations_, [&](const OpenInvitation& open) {
      return std::ranges::find(done_, open.invitation.id()) != done_.end() ||
             open.invitation.expires < shell_.moment.when;
    });
    changed_ = changed_ || gone > 0;
  }

  Book& book_;
  Invitations& invitations_;
  std::chrono::seconds patience_;
  const Shell& shell_;
  std::vector<Waiting> waiting_;
  std::vector<sync::InvitationId> done_;
  bool changed_ = false;
};

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char letter : text) {
    if (letter >= '0' && letter <= '9') digits += letter;
    if ((letter < '0' || letter > '9') && letter != ' ' && letter != '-') return {};
  }
  return digits;
}

struct Chosen {
  Waiting who;
  sync::Verified verified = sync::Verified::by_link;
};

Outcome<Chosen> choose(const std::vector<Waiting>& waiting, const std::string& text) {
  constexpr std::size_t whole = 30;
  const std::string digits = digits_of(text);
  std::vector<Waiting> found;
  for (const Waiting& who : waiting) {
    const bool is_number =
        digits.size() == whole && digits_of(sync::safety_number(who.knock.person)) == digits;
    if (is_number || (digits.empty() && who.knock.name == text)) found.push_back(who);
  }
  if (found.empty()) {
    return refuse(Status::refused, waiting.empty()
                                       ? "Nobody is waiting to be let in."
                                       : "Nobody who waits has the number or name \"" + text +
                                             "\". Ask them for their number once more.");
  }
  if (found.size() > 1 || (digits.empty() && !found.front().is_alone)) {
    return refuse(Status::refused,
                  "More than one came with the same link or name. Ask whom you invited for "
                  "their safety number, and type that.");
  }
  return Chosen{found.front(),
                digits.empty() ? sync::Verified::by_link : sync::Verified::number_compared};
}

std::string_view words_of(sync::Part part) {
  return part == sync::Part::leads ? "reads, writes, may invite" : "reads and writes";
}

std::string listed(const Book& book, const std::vector<Waiting>& waiting) {
  const crypto::PublicKey own = book.keeper().person_key().public_key();
  std::vector<std::vector<std::string>> rows = {{"WHO", "", "HOW WE KNOW"}};
  for (const auto& [person, member] : membership_of(book).members()) {
    std::string name = member.name.empty() ? "(no name)" : harmless(member.name);
    if (person == own) name += " (you)";
    const std::string how = !member.let_in_by ? "made this book"
                            : member.verified == sync::Verified::number_compared
                                ? "number compared"
                                : "had the link";
    rows.push_back({name, std::string(words_of(member.part)), how});
  }
  std::string text = in_columns(rows);
  for (const Waiting& who : waiting) {
    text += "\n" + harmless(who.knock.name) +
            " asks to be let in. Number: " + sync::safety_number(who.knock.person) + "\n";
    if (!who.is_alone)
      text += "Somebody else came with the same link: compare the number before you accept.\n";
  }
  return text;
}

std::string in_json(const Book& book, const std::vector<Waiting>& waiting) {
  const crypto::PublicKey own = book.keeper().person_key().public_key();
  std::vector<std::string> members, asking;
  for (const auto& [person, member] : membership_of(book).members()) {
    members.push_back(
        json_object({{"name", json_text(member.name)},
                     {"you", person == own ? "true" : "false"},
                     {"may_invite", member.part == sync::Part::leads ? "true" : "false"},
                     {"number", json_text(sync::safety_number(person))},
                     {"number_compared",
                      member.verified == sync::Verified::number_compared ? "true" : "false"}}));
  }
  for (const Waiting& who : waiting) {
    asking.push_back(json_object({{"name", json_text(who.knock.name)},
                                  {"number", json_text(sync::safety_number(who.knock.person))},
                                  {"alone", who.is_alone ? "true" : "false"}}));
  }
  return json_object({{"members", json_list(members)}, {"waiting", json_list(asking)}}) + "\n";
}

/// The relay has what we wrote, and we have what others wrote, before anybody is told.
Outcome<void> bring_up_to_date(Book& book, const sync::RelayAddress& relay, int patience,
                               const Shell& shell) {
  if (auto vouched = book.vouch(shell.moment, shell.random); !vouched) return vouched;
  BookSubject subject(book, shell.random);
  Meeting meeting(subject, relay, shell.random);
  if (auto met = meeting.run(std::chrono::seconds(patience)); !met) return met;
  if (auto ended = meeting.end(); !ended) return ended;
  return subject.changed() ? book.save(shell.random) : Outcome<void>();
}

// What others did about members comes first.
Outcome<void> look(Book& book, Doors& doors, const ListMembers& task, const Shell& shell) {
  if (book.keeper().sync_record(sync::relay_record).empty()) return {};
  const auto relay = relay_of({}, book, {});
  if (!relay) return std::unexpected(relay.error());
  if (auto up = bring_up_to_date(book, *relay, task.patience, shell); !up) return up;
  return doors.look();
}

Outcome<void> accept(Book& book, Doors& doors, const ListMembers& task, const Shell& shell) {
  const auto chosen = choose(doors.waiting(), task.accept);
  if (!chosen) return std::unexpected(chosen.error());
  const auto relay = relay_of({}, book, {});
  if (!relay) return std::unexpected(relay.error());
  if (auto in = doors.let_in(chosen->who, chosen->verified); !in) return in;
  return bring_up_to_date(book, *relay, task.patience, shell);
}

}  // namespace

Outcome<Done> run(const Invite& task, const Shell& shell) {
  auto book = Book::open(task.book, BookFile::For::writing, shell.passphrase, shell.random);
  if (!book) return pass_on(book);
  if (!membership_of(*book).leads(book->keeper().person_key().public_key())) {
    return refuse(Status::refused,
                  "You may not invite others to this book. Ask whoever invited you.");
  }
  if (!sync::is_member_name(task.whom))
    return refuse(Status::bad_input, "Say who the link is for, on one line: --whom \"Bo\".");
  const auto relay = relay_of(task.relay, *book, "--relay wss://RELAY");
  if (!relay) return std::unexpected(relay.error());
  auto invitations = invitations_of(*book, task.book);
  if (!invitations) return pass_on(invitations);
  std::erase_if(*invitations, [&](const OpenInvitation& open) {
    return open.invitation.expires < shell.moment.when;
  });
  if (invitations->size() >= app::most_invitations)
    return refuse(Status::refused, "Too many invitations are open. Wait until some are used.");
  if (auto named = call_oneself(*book, task.from, shell); !named) return pass_on(named);

  constexpr std::int64_t day_ms = 86'400'000;
  OpenInvitation open{{}, task.whom};
  shell.random.fill(open.invitation.secret);
  open.invitation.inviter = sync::fingerprint_of(book->keeper().person_key().public_key());
  open.invitation.part = task.leads ? sync::Part::leads : sync::Part::works_along;
  open.invitation.expires.ms = (shell.moment.when.ms + task.days * day_ms) / 1000 * 1000;
  open.invitation.relay = relay->origin;
  invitations->push_back(open);
  if (auto kept = keep(*book, *invitations, shell.random); !kept) return pass_on(kept);
  // Whoever joins finds the book at the relay.
  if (auto up = bring_up_to_date(*book, *relay, 30, shell); !up) return pass_on(up);
  if (auto saved = book->save(shell.random); !saved) return pass_on(saved);
  const std::string link = sync::link_of(open.invitation);
  if (shell.json)
    return Done{.text = json_object({{"link", json_text(link)}}) + "\n", .note = {}};
  return Done{.text = link + "\n",
              .note = "Send this link to " + harmless(task.whom) +
                      " and to nobody else. It is good for " +
                      counted(static_cast<std::size_t>(task.days), "day", "days") +
                      ". See who used it, and let them in: pairbook members " + task.book +
                      "\n"};
}

Outcome<Done> run(const ListMembers& task, const Shell& shell) {
  auto book = Book::open(task.book, BookFile::For::writing, shell.passphrase, shell.random);
  if (!book) return pass_on(book);
  auto invitations = invitations_of(*book, task.book);
  if (!invitations) return pass_on(invitations);
  Doors doors(*book, *invitations, task.patience, shell);
  Done done;
  if (auto looked = look(*book, doors, task, shell); !looked) {
    if (!task.accept.empty()) return pass_on(looked);
    done.note = looked.error().sentence + " Who asks to be let in is not known.\n";
  }
  if (!task.accept.empty()) {
    if (auto in = accept(*book, doors, task, shell); !in) return pass_on(in);
  }
  if (doors.changed()) {
    if (auto kept = keep(*book, *invitations, shell.random); !kept) return pass_on(kept);
    if (auto saved = book->save(shell.random); !saved) return pass_on(saved);
  }
  done.text = shell.json ? in_json(*book, doors.waiting()) : listed(*book, doors.waiting());
  return done;
}

}  // namespace pairbook::cli
