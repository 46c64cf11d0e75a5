#include "cli/recovery_sheet.hpp"

#include <array>

#include "cli/files.hpp"
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

}  // namespace

Outcome<void> check_sheet(const std::string& where) {
  if (where.empty()) {
    if (has_terminal()) return {};
    return refuse(Status::bad_input,
                  "Say where the recovery sheet goes: --recovery-sheet FILE. " +
                      std::string(what_the_sheet_is));
  }
  if (where == "-") return {};
  return check_is_free(where);
}

Outcome<Done> put_with_sheet(Book& book, const NewPlace& place,
                             const crypto::RecoveryCode& code, Done done, const Shell& shell) {
  const std::string sheet =
      app::words::recovery_sheet(place.programme, code, shell.moment.today);
  const bool in_file = !place.sheet.empty() && place.sheet != "-";
  Outcome<void> handed;
  if (in_file) handed = create_file(place.sheet, base::bytes_of(sheet));
  if (place.sheet.empty()) handed = hand_over(code, shell.random);
  if (place.sheet == "-") {
    done.note = std::move(done.text);
    handed = replace_file("-", base::bytes_of(sheet));
    done.text.clear();
  }
  if (!handed) return pass_on(handed);
  if (auto saved = book.save_as(place.book, shell.random); !saved) {
    if (in_file) remove_file(place.sheet);  // of a book that there is not
    return pass_on(saved);
  }
  return done;
}

}  // namespace pairbook::cli
