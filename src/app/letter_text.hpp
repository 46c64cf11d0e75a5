#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "pairbook/domain/programme.hpp"
#include "state.hpp"

namespace pairbook::app {

/// A letter with its blanks filled in for one person.
struct Letter {
  domain::PersonId to;
  std::string name;
  std::string address;  // e-mail; may be empty
  std::string subject;
  std::string body;
};

/// The coordinator's own words, or those Pairbook comes with.
[[nodiscard]] domain::LetterTemplate letter_template(const Speaker& say,
                                                     const domain::Programme& programme,
                                                     domain::LetterKind kind);
[[nodiscard]] domain::LetterTemplate own_letter(const Speaker& say, domain::LetterKind kind);

/// Who gets this letter, by name: mentors or mentees with an active pair, participants
/// without, those who could have one more, or those whom requests are about.
[[nodiscard]] std::vector<domain::PersonId> recipients(const domain::Programme& programme,
                                                       domain::LetterKind kind,
                                                       base::Date today);

/// The programme is the one that may be seen; `shortlist` as the person reads it.
[[nodiscard]] Letter write_letter(const Speaker& say, const domain::Programme& programme,
                                  domain::LetterKind kind, const domain::LetterTemplate& letter,
                                  const domain::PersonId& person, base::Date today,
                                  const std::string& shortlist = {});
/// The same, with what the state knows.
[[nodiscard]] Letter letter_to(const Model::State& state, const Speaker& say,
                               const domain::LetterTemplate& letter,
                               const domain::PersonId& person);

/// "{partner}" and the others, in the order they are offered.
inline constexpr std::array<std::string_view, 8> letter_blanks = {
    "{called}",  "{name}",      "{partner}",   "{partner_email}",
    "{reasons}", "{programme}", "{shortlist}", "{answer_by}"};
/// The first thing in braces that is no blank; empty when there is none.
[[nodiscard]] std::string unknown_blank(std::string_view text);

/// A mailto: address that opens the person's mail program with the letter.
[[nodiscard]] std::string mail_link(const Letter& letter);

}  // namespace pairbook::app
