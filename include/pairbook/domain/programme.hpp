#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "pairbook/base/time.hpp"
#include "pairbook/domain/blind.hpp"
#include "pairbook/domain/check.hpp"
#include "pairbook/domain/field.hpp"
#include "pairbook/domain/kept_proposal.hpp"
#include "pairbook/domain/mapping.hpp"
#include "pairbook/domain/pair.hpp"
#include "pairbook/domain/person.hpp"
#include "pairbook/domain/request.hpp"
#include "pairbook/domain/rules.hpp"

namespace pairbook::domain {

// The words of the house: a *programme* is a whole scheme; a *coordinator* runs it; *mentors*
// and *mentees* are its *participants*; a mentor and a mentee make a *pair*; a *round* is one
// run of matching; a *verdict* is what the coordinator decided about two people by hand.

enum class LetterKind : std::uint8_t {
  to_mentor,
  to_mentee,
  to_unmatched,
  shortlist,      // whom somebody could be a pair with, to wish
  request,        // to a mentor who was asked
  reminder,       // the same, when the day to answer is near or past
  request_ended,  // to a mentee whose request was declined or not answered in time
};
inline constexpr std::size_t letter_kinds = 7;

/// A letter with blanks in braces: "Dear {called}, your mentor is {partner}."
struct LetterTemplate {
  std::string subject;
  std::string body;
  bool operator==(const LetterTemplate&) const = default;
};

/// A finished run of matching.
struct Round {
  int number = 1;
  base::Date closed;
  int pairs = 0;
  int points = 0;
  bool operator==(const Round&) const = default;
};

using VerdictKey = std::pair<MentorId, MenteeId>;

/// Everything a coordinator's book knows. Built only by apply().
struct Programme {
  std::string name;
  base::Date founded;
  std::vector<Field> fields;  // in the order they were made
  std::map<PersonId, Person> people;
  Rules rules;
  std::map<VerdictKey, Verdict> verdicts;  // no Verdict::none
  std::map<PairId, Pair> pairs;
  int round = 1;                                 // the one that is open
  std::vector<Round> rounds;                     // closed ones, oldest first
  std::map<LetterKind, LetterTemplate> letters;  // only the changed ones
  std::vector<Mapping> mappings;                 // newest last, one per header set, at most 64
  std::map<ProposalId, KeptProposal> kept;       // proposals put aside
  std::map<PairId, FollowUp> follow_ups;         // none is empty
  BlindReview blind;
  std::map<RequestId, Request> requests;

  bool operator==(const Programme&) const = default;
};

[[nodiscard]] const Field* find_field(const Programme& programme, const FieldKey& key);
[[nodiscard]] const Person* find_person(const Programme& programme, const PersonId& id);
/// What is known of a pair since its first meetings: nothing, mostly.
[[nodiscard]] FollowUp follow_up(const Programme& programme, const PairId& id);
/// The pair has ended and the two shall not be proposed to each other again: one of them asked
/// for another partner, or said that it was not a fit.
[[nodiscard]] bool parted(const Programme& programme, const Pair& pair);
/// The mapping remembered for a file with just these headers, in any order; or null.
[[nodiscard]] const Mapping* find_mapping(const Programme& programme,
                                          const std::vector<std::string>& headers);
/// Active pairs of a person in either role.
[[nodiscard]] std::vector<PairId> active_pairs(const Programme& programme, const PersonId& id);

}  // namespace pairbook::domain
