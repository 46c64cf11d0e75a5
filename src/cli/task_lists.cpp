#include "cli/book.hpp"
#include "cli/files.hpp"
#include "cli/lists.hpp"
#include "cli/tasks.hpp"

namespace pairbook::cli {
namespace {

Outcome<Done> printed(Outcome<std::string> text) {
  if (!text) return pass_on(text);
  return Done{.text = std::move(*text), .note = {}, .status = Status::fine};
}

Outcome<Book> open(const std::string& path, const Shell& shell) {
  auto book = Book::open(path, BookFile::For::reading, shell.passphrase, shell.random);
  if (!book) return book;
  if (auto shown = book->shows_names(); !shown) return pass_on(shown);
  return book;
}

/// Without the answers that nobody sees; names are shown here.
domain::Programme open_part(const Book& book) {
  return domain::veiled(book.programme(), {});
}

}  // namespace

Outcome<Done> run(const People& task, const Shell& shell) {
  auto book = open(task.book, shell);
  if (!book) return pass_on(book);
  return printed(list_people(open_part(*book), task, shell.json));
}

Outcome<Done> run(const Pairs& task, const Shell& shell) {
  auto book = open(task.book, shell);
  if (!book) return pass_on(book);
  return printed(list_pairs(book->programme(), task, shell.json));
}

Outcome<Done> run(const Export& task, const Shell& shell) {
  auto book = open(task.book, shell);
  if (!book) return pass_on(book);
  auto text = exported(task.part == Part::people ? open_part(*book) : book->programme(), task,
                       shell.json);
  if (!text) return pass_on(text);
  if (task.out == "-") return printed(std::move(text));
  if (auto written = replace_file(task.out, base::bytes_of(*text)); !written) {
    return pass_on(written);
  }
  return printed("Wrote " + task.out + ". It is not encrypted.\n");
}

}  // namespace pairbook::cli
