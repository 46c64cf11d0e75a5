// A book and a relay, until they agree.
#include <chrono>

#include "cli/meeting.hpp"
#include "cli/printed.hpp"
#include "cli/tasks.hpp"

namespace pairbook::cli {
namespace {

std::string told(const BookSubject& subject, std::size_t aside, std::uint64_t damaged,
                 const std::string& origin, bool json) {
  const std::uint64_t all = subject.log_end();
  if (json) {
    return json_object({{"relay", json_text(origin)},
                        {"taken_in", std::to_string(subject.taken())},
                        {"entries", std::to_string(all)},
                        {"not_readable_yet", std::to_string(aside)},
                        {"damaged", std::to_string(damaged)}}) +
           "\n";
  }
  std::string text = "Took in " + counted(subject.taken(), "entry", "entries") + ". " +
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
  const auto address =
      relay_of(task.relay, *book, "pairbook sync " + task.book + " wss://RELAY");
  if (!address) return std::unexpected(address.error());
  // What a device wrote is on its disk before anybody else sees it.
  if (auto vouched = book->vouch(shell.moment, shell.random); !vouched) return pass_on(vouched);

  BookSubject subject(*book, shell.random);
  Meeting meeting(subject, *address, shell.random);
  auto met = meeting.run(std::chrono::seconds(task.patience));
  const sync::Status status = meeting.status();
  if (met) met = meeting.end();
  if (subject.changed()) {
    if (auto saved = book->save(shell.random); !saved) return pass_on(saved);
  }
  if (!met) return pass_on(met);
  return Done{
      .text = told(subject, status.set_aside, status.damaged, address->origin, shell.json),
      .note = {}};
}

}  // namespace pairbook::cli
