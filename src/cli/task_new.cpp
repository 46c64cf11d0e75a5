#include <algorithm>

#include "cli/book.hpp"
#include "cli/files.hpp"
#include "cli/printed.hpp"
#include "cli/recovery_sheet.hpp"
#include "cli/spreadsheet.hpp"
#include "cli/tasks.hpp"
#include "cli/terminal.hpp"
#include "pairbook/app/words.hpp"

namespace pairbook::cli {
namespace {

Outcome<void> found(Book& book, const NewBook& task, const Shell& shell) {
  auto founded = book.act(domain::FoundProgramme{task.name}, shell.moment, shell.random);
  if (!founded) return pass_on(founded);
  if (task.rules.empty()) return {};
  auto preset = read_rules(task.rules);
  if (!preset) return pass_on(preset);
  auto used = book.act(domain::UsePreset{std::move(*preset)}, shell.moment, shell.random);
  if (!used) return pass_on(used);
  return {};
}

std::string told(const NewBook& task, bool json) {
  const bool in_file = !task.recovery_sheet.empty() && task.recovery_sheet != "-";
  if (json) {
    return json_object(
               {{"book", json_text(task.book)},
                {"recovery_sheet", in_file ? json_text(task.recovery_sheet) : "null"}}) +
           "\n";
  }
  std::string text = "Made " + task.book + ".\n";
  if (in_file) {
    text += "The recovery sheet is in " + task.recovery_sheet +
            ". Print it, keep it apart from the book, and delete the file.\n";
  }
  return text;
}

}  // namespace

Outcome<Done> run(const NewBook& task, const Shell& shell) {
  if (auto free = check_is_free(task.book); !free) return pass_on(free);
  if (auto fine = check_sheet(task.recovery_sheet); !fine) return pass_on(fine);
  const auto passphrase = new_passphrase_for(task.book, task.name, shell.passphrase);
  if (!passphrase) return std::unexpected(passphrase.error());
  const auto code = crypto::RecoveryCode::random(shell.random);
  auto book = Book::make(*passphrase, code, shell.random);
  if (!book) return pass_on(book);
  if (auto founded = found(*book, task, shell); !founded) return pass_on(founded);
  Done done{.text = told(task, shell.json), .note = {}, .status = Status::fine};
  return put_with_sheet(*book, {task.book, task.name, task.recovery_sheet}, code,
                        std::move(done), shell);
}

}  // namespace pairbook::cli
