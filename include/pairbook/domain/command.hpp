#pragma once

#include <string>
#include <variant>
#include <vector>

#include "pairbook/domain/op.hpp"

namespace pairbook::domain {

// What somebody asks for, in the imperative. decide() answers with ops, or with a reason why
// not.

struct FoundProgramme {
  std::string name;
};
struct RenameProgramme {
  std::string name;
};
struct DefineField {
  Field field;
};
/// Questions and rules in one change.
struct AskMore {
  std::vector<Field> fields;
  Rules rules;
};
struct RemoveField {
  FieldKey key;
};
struct AddPerson {
  Person person;
};
struct ChangePerson {
  PersonId person;
  PersonPatch patch;
};
struct RemovePeople {
  std::vector<PersonId> people;
};
/// One import: new questions, new people, changed people, and how the file was read.
struct ImportPeople {
  std::string file;  // its name, for the history
  std::vector<Field> new_fields;
  std::vector<Person> added;
  std::vector<std::pair<PersonId, PersonPatch>> changed;
  Mapping mapping;
};
struct ChangeRules {
  Rules rules;
};
/// Questions the preset needs and the programme lacks, and its rules.
struct UsePreset {
  Preset preset;
};
struct GiveVerdict {
  MentorId mentor;
  MenteeId mentee;
  Verdict verdict = Verdict::none;
};
struct ApprovePairs {
  std::vector<Pair> pairs;
};
struct EndPair {
  PairId pair;
  std::string note;
  bool mentor_again = false;  // wants another partner
  bool mentee_again = false;
};
/// The same, changed after the end.
struct AskForRematch {
  PairId pair;
  bool mentor_again = false;
  bool mentee_again = false;
};
/// What sides say of their pairs, or said, to be taken back (no check).
struct CheckPairs {
  std::vector<PairChecked> answers;
};
struct CloseRound {};
struct ChangeLetter {
  LetterKind kind = LetterKind::to_mentor;
  LetterTemplate letter;
};
/// Puts a proposal aside; its date and round are those of now.
struct KeepProposal {
  KeptProposal proposal;
};
struct RenameProposal {
  ProposalId proposal;
  std::string name;
};
struct ForgetProposal {
  ProposalId proposal;
};
/// Hides names while the open round is decided on.
struct BeginBlindReview {};
/// Of these people, one by one; of nobody in particular: everybody's, which ends the review.
struct RevealNames {
  std::vector<PersonId> people;
};
/// Today a mentee asks a mentor.
struct MakeRequest {
  RequestId request;
  MenteeId mentee;
  MentorId mentor;
  base::Date answer_by;
};
/// Or takes an answer back (none). What a yes brings with it is done in the same change: a pair
/// of the two, or a wish of each for the other.
struct AnswerRequest {
  RequestId request;
  RequestAnswer answer = RequestAnswer::none;
  std::vector<Pair> pairs{};
  std::vector<std::pair<PersonId, PersonPatch>> wishes{};
};
/// Takes back an earlier change: its inverse ops, latest first. Also redo: the ops themselves.
struct Revert {
  std::vector<Op> ops;
};

using Command =
    std::variant<FoundProgramme, RenameProgramme, DefineField, AskMore, RemoveField, AddPerson,
                 ChangePerson, RemovePeople, ImportPeople, ChangeRules, UsePreset, GiveVerdict,
                 ApprovePairs, EndPair, AskForRematch, CheckPairs, CloseRound, ChangeLetter,
                 KeepProposal, RenameProposal, ForgetProposal, BeginBlindReview, RevealNames,
                 MakeRequest, AnswerRequest, Revert>;

}  // namespace pairbook::domain
