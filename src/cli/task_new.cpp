#include <algorithm>

#include "cli/book.hpp"
#include "cli/files.hpp"
#include "cli/printed.hpp"
#include "cli/spreadsheet.hpp"
#include "cli/tasks.hpp"
#include "cli/terminal.hpp"
#include "pairbook/app/words.hpp"

namespace pairbook::cli {
namespace {

constexpr std::string_view what_the_sheet_is =
    "The recovery sheet opens the book when the passphrase is lost; nothing else does.";

// Two of the eight groups, typed back: then the code is on paper.
Outcome<void> ask_back(const crypto::RecoveryCode& code, base::RandomSource& random) {
  std::array<std::byte, 2> chance{};
  random.fill(chance);
  constexpr std::size_t half = crypto::RecoveryCode::groups / 2;
  const std::size_t groups[] = {std::to_integer<std::size_t>(chance[0]) % half,
                                half + std::to_integer<std::size_t>(chance[1]) % half};
  for (const std::size_t group : groups) {
    for (;;) {
      const auto typed = ask("Group " + std::to_string(group + 1) + " of your sheet: ");
      if (!typed) return std::unexpected(typed.error());
      if (code.is_group(group, *typed)) break;
      tell_terminal("That is not what the sheet says. Look again.\n");
    }
  }
  return {};
}

Outcome<void> hand_over(const crypto::RecoveryCode& code, base::RandomSource& random) {
  tell_terminal("\n" + std::string(what_the_sheet_is) +
                "\nWrite this down on paper and keep it apart from the book:\n\n  " +
                code.text() + "\n\nTo be sure that it is right, type two of its groups.\n");
  return ask_back(code, random);
}

// Before anything is made: nobody should get a book without its sheet.
Outcome<void> check_sheet(const NewBook& task) {
  if (task.recovery_sheet.empty()) {
    if (has_terminal()) return {};
    return refuse(Status::bad_input,
                  "Say where the recovery sheet goes: --recovery-sheet FILE. " +
                      std::string(what_the_sheet_is));
  }
  if (task.recovery_sheet == "-") return {};
  return check_is_free(task.recovery_sheet);
}

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
  if (auto fine = check_sheet(task); !fine) return pass_on(fine);
  const auto passphrase = new_passphrase_for(task.book, task.name, shell.passphrase);
  if (!passphrase) return std::unexpected(passphrase.error());
  const auto code = crypto::RecoveryCode::random(shell.random);
  auto book = Book::make(*passphrase, code, shell.random);
  if (!book) return pass_on(book);
  if (auto founded = found(*book, task, shell); !founded) return pass_on(founded);

  // The sheet first: whatever happens after, no book is without one.
  const std::string sheet = app::words::recovery_sheet(task.name, code, shell.moment.today);
  Done done{.text = told(task, shell.json), .note = {}, .status = Status::fine};
  const bool in_file = !task.recovery_sheet.empty() && task.recovery_sheet != "-";
  Outcome<void> handed;
  if (in_file) handed = create_file(task.recovery_sheet, base::bytes_of(sheet));
  if (task.recovery_sheet.empty()) handed = hand_over(code, shell.random);
  if (task.recovery_sheet == "-") {
    done.note = std::move(done.text);
    handed = replace_file("-", base::bytes_of(sheet));
    done.text.clear();
  }
  if (!handed) return pass_on(handed);
  if (auto saved = book->save_as(task.book, shell.random); !saved) {
    if (in_file) remove_file(task.recovery_sheet);  // of a book that there is not
    return pass_on(saved);
  }
  return done;
}

}  // namespace pairbook::cli
