#pragma once

#include <map>
#include <set>
#include <string>

#include "pairbook/domain/field.hpp"
#include "pairbook/domain/person.hpp"

namespace pairbook::domain {

struct Programme;
struct Rule;

/// A review in which whoever decides does not see whom they decide on. Everybody has a number
/// instead of a name: the same as long as the round is open, and neither in the order of the
/// alphabet nor of a spreadsheet.
struct BlindReview {
  int round = 0;  // which it is about; 0: there never was one
  bool on = false;
  bool names_seen = false;        // they were shown in this round, whatever came after
  std::map<PersonId, int> codes;  // from 1; who comes later gets the next one
  std::set<PersonId> looked_at;   // whose own page was opened nevertheless
  bool operator==(const BlindReview&) const = default;
};

/// How people are called instead: "Mentor", "Mentee", "Participant" (of both), each with a
/// number.
struct CodeWords {
  std::string mentor, mentee, both;
};
[[nodiscard]] std::string code_name(const BlindReview& review, const Person& person,
                                    const CodeWords& words);

/// Whether the answers stay hidden too: the question says so, is kept for fairness, or a rule
/// reads people's names in it.
[[nodiscard]] bool is_hidden(const Programme& programme, const Field& field);
/// Whether a rule looks at such an answer.
[[nodiscard]] bool reads_hidden(const Programme& programme, const Rule& rule);

/// Whether there is a question whose answers nobody sees.
[[nodiscard]] bool has_confidential(const Programme& programme);

/// The programme as it may be seen now, for everything that is shown, printed or saved: without
/// the questions whose answers nobody sees, and during the review with codes for names, no
/// addresses, no hidden question and none of its answers.
///
/// Shape: what somebody wrote into any other question is there, whatever they wrote. Reasons
/// and
///        notes of pairs are left as they are: only who makes words of them knows what is in
///        them.
[[nodiscard]] Programme veiled(const Programme& programme, const CodeWords& words);

}  // namespace pairbook::domain
