#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "pairbook/base/bytes.hpp"
#include "pairbook/domain/programme.hpp"

namespace pairbook::domain {

// What happened, in the past tense. Ops are what the history keeps; their numbers in the stored
// form (codec/op_bytes) are never used again for anything else.

struct ProgrammeFounded {
  std::string name;
  base::Date on;
  bool operator==(const ProgrammeFounded&) const = default;
};
struct ProgrammeRenamed {
  std::string name;
  bool operator==(const ProgrammeRenamed&) const = default;
};
/// Made or changed; a new one goes last, or to `position` when there is one.
struct FieldDefined {
  Field field;
  std::optional<int> position;
  bool operator==(const FieldDefined&) const = default;
};
struct FieldRemoved {
  FieldKey key;
  bool operator==(const FieldRemoved&) const = default;
};
struct PeopleAdded {
  std::vector<Person> people;
  bool operator==(const PeopleAdded&) const = default;
};
struct PeopleChanged {
  std::vector<std::pair<PersonId, PersonPatch>> changes;
  bool operator==(const PeopleChanged&) const = default;
};
struct PeopleRemoved {
  std::vector<PersonId> people;
  bool operator==(const PeopleRemoved&) const = default;
};
struct RulesChanged {
  Rules rules;
  bool operator==(const RulesChanged&) const = default;
};
struct VerdictGiven {
  MentorId mentor;
  MenteeId mentee;
  Verdict verdict = Verdict::none;
  bool operator==(const VerdictGiven&) const = default;
};
struct PairsApproved {
  std::vector<Pair> pairs;
  bool operator==(const PairsApproved&) const = default;
};
/// As if they had never been approved: an approval taken back.
struct PairsWithdrawn {
  std::vector<PairId> pairs;
  bool operator==(const PairsWithdrawn&) const = default;
};
struct PairEnded {
  PairId pair;
  base::Date on;
  std::string note;
  bool operator==(const PairEnded&) const = default;
};
struct PairResumed {
  PairId pair;
  bool operator==(const PairResumed&) const = default;
};
struct RoundClosed {
  int number = 1;
  base::Date on;
  bool operator==(const RoundClosed&) const = default;
};
struct RoundReopened {
  int number = 1;
  bool operator==(const RoundReopened&) const = default;
};
/// No template: back to the one Pairbook comes with.
struct LetterChanged {
  LetterKind kind = LetterKind::to_mentor;
  std::optional<LetterTemplate> letter;
  bool operator==(const LetterChanged&) const = default;
};
struct MappingRemembered {
  Mapping mapping;
  bool operator==(const MappingRemembered&) const = default;
};
struct MappingForgotten {
  std::vector<std::string> headers;
  bool operator==(const MappingForgotten&) const = default;
};
/// Put aside under a name; without a head, more pairs of one that is there: one op stays a
/// small piece of the history.
struct ProposalKept {
  ProposalId proposal;
  std::optional<KeptHead> head;
  std::vector<KeptPair> pairs;
  bool operator==(const ProposalKept&) const = default;
};
struct ProposalRenamed {
  ProposalId proposal;
  std::string name;
  bool operator==(const ProposalRenamed&) const = default;
};
/// The whole; with mentees, only their pairs: the opposite of ProposalKept without a head.
struct ProposalForgotten {
  ProposalId proposal;
  std::vector<MenteeId> mentees;
  bool operator==(const ProposalForgotten&) const = default;
};
/// What one side says of the pair; no check: the answer is taken back.
struct PairChecked {
  PairId pair;
  Side by = Side::mentor;
  std::optional<Check> check;
  bool operator==(const PairChecked&) const = default;
};
/// Who of an ended pair wants another partner, or has found one.
struct RematchAsked {
  PairId pair;
  Another for_mentor = Another::no;
  Another for_mentee = Another::no;
  bool operator==(const RematchAsked&) const = default;
};
/// Names are hidden until they are revealed, but for those of `shown`.
struct BlindReviewBegun {
  int round = 1;
  std::vector<PersonId> shown;
  bool operator==(const BlindReviewBegun&) const = default;
};
/// The names of these people were looked at; of nobody in particular: everybody's are shown
/// again.
struct NamesRevealed {
  int round = 1;
  std::vector<PersonId> people;
  bool operator==(const NamesRevealed&) const = default;
};
/// No request: it is as if it had never been made.
struct RequestMade {
  RequestId request;
  std::optional<Request> made;
  bool operator==(const RequestMade&) const = default;
};
/// An answer, or (none) that there is none after all.
struct RequestAnswered {
  RequestId request;
  RequestAnswer answer = RequestAnswer::none;
  base::Date on;
  bool operator==(const RequestAnswered&) const = default;
};
/// From a newer Pairbook: kept, passed on, understood after an update.
struct UnknownOp {
  std::uint16_t kind = 0;
  base::Bytes payload;
  bool operator==(const UnknownOp&) const = default;
};

using Op =
    std::variant<ProgrammeFounded, ProgrammeRenamed, FieldDefined, FieldRemoved, PeopleAdded,
                 PeopleChanged, PeopleRemoved, RulesChanged, VerdictGiven, PairsApproved,
                 PairsWithdrawn, PairEnded, PairResumed, RoundClosed, RoundReopened,
                 LetterChanged, MappingRemembered, MappingForgotten, BlindReviewBegun,
                 NamesRevealed, ProposalKept, ProposalRenamed, ProposalForgotten, PairChecked,
                 RematchAsked, RequestMade, RequestAnswered, UnknownOp>;

}  // namespace pairbook::domain
