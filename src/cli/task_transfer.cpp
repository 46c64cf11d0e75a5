// Entries that go from one copy of a book to another in a file.
#include "cli/book.hpp"
#include "cli/files.hpp"
#include "cli/printed.hpp"
#include "cli/tasks.hpp"
#include "pairbook/sync/transfer_file.hpp"

namespace pairbook::cli {
namespace {

constexpr std::size_t longest_file = std::size_t{256} << 20U;

std::unexpected<Failure> bad_transfer(const base::Error& error, const std::string& file) {
  if (error.code == base::Errc::not_found) {
    return refuse(Status::refused,
                  file + " belongs to another book. Choose the book that it was made from.");
  }
  if (error.code == base::Errc::unsupported_version) {
    return refuse(Status::newer, file + " was written for a newer Pairbook. Update Pairbook.");
  }
  return refuse(Status::bad_input, file +
                                       " is not a whole .pbsync file: it may have been cut "
                                       "short on its way. Bring it again.");
}

std::string in_words(const sync::Unpacked& found, const std::string& file) {
  std::string text = file + ": " + counted(found.fresh.size(), "entry", "entries") + " new, " +
                     std::to_string(found.known) + " here already";
  if (found.unreadable > 0) {
    text += ", " + std::to_string(found.unreadable) +
            " that cannot be read yet (take the file in again later)";
  }
  if (found.damaged > 0) text += ", " + std::to_string(found.damaged) + " that are damaged";
  return text + "\n";
}

std::string in_json(const sync::Unpacked& found) {
  return json_object({{"new", std::to_string(found.fresh.size())},
                      {"here_already", std::to_string(found.known)},
                      {"not_readable_yet", std::to_string(found.unreadable)},
                      {"damaged", std::to_string(found.damaged)}}) +
         "\n";
}

}  // namespace

Outcome<Done> run(const ExportSync& task, const Shell& shell) {
  auto book = Book::open(task.book, BookFile::For::writing, shell.passphrase, shell.random);
  if (!book) return pass_on(book);
  if (auto vouched = book->vouch(shell.moment, shell.random); !vouched) return pass_on(vouched);
  auto log = book->keeper().log(0, SIZE_MAX);
  if (!log) return bad_book(log.error(), task.book);
  if (log->entries.empty()) {
    return refuse(Status::refused, "There is nothing in " + task.book + " to take along.");
  }
  const auto file = sync::pack(log->entries, book->keeper().space());
  if (!file) return refused(file.error());
  const base::Bytes bytes = encode(*file);
  if (bytes.size() > longest_file) {
    return refuse(Status::bad_input, "There is more in " + task.book +
                                         " than a .pbsync file holds. Take the book file "
                                         "itself, or use a relay.");
  }
  if (auto written = replace_file(task.out, bytes); !written) return pass_on(written);
  const std::string entries = counted(file->entries.size(), "entry", "entries");
  const std::string told =
      shell.json
          ? json_object({{"entries", std::to_string(file->entries.size())}}) + "\n"
          : "Wrote " + task.out + ": " + entries + ". Only copies of this book can read it.\n";
  if (task.out == "-") return Done{.text = {}, .note = told};
  return Done{.text = told, .note = {}};
}

Outcome<Done> run(const ImportSync& task, const Shell& shell) {
  const auto bytes = read_file(task.file, longest_file);
  if (!bytes) return std::unexpected(bytes.error());
  const std::string name = spoken_name(task.file);
  if (!sync::looks_like_transfer(*bytes)) {
    return refuse(Status::bad_input,
                  name +
                      " is not a .pbsync file. Choose one that \"pairbook export-sync\" "
                      "wrote.");
  }
  const auto file = sync::decode_transfer(*bytes);
  if (!file) return bad_transfer(file.error(), name);
  const auto purpose = task.dry_run ? BookFile::For::reading : BookFile::For::writing;
  auto book = Book::open(task.book, purpose, shell.passphrase, shell.random);
  if (!book) return pass_on(book);
  auto found = sync::unpack(*file, book->keeper().space());
  if (!found) return bad_transfer(found.error(), name);
  Done done{.text = shell.json ? in_json(*found) : in_words(*found, name), .note = {}};
  if (task.dry_run || found->fresh.empty()) {
    if (!shell.json) done.text += "Nothing was changed.\n";
    return done;
  }
  app::FromOthers from{std::move(found->fresh), {}};
  if (auto taken = book->take_in(std::move(from), shell.random); !taken) return pass_on(taken);
  if (auto saved = book->save(shell.random); !saved) return pass_on(saved);
  return done;
}

}  // namespace pairbook::cli
