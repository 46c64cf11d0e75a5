#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pairbook/app/frame_intent.hpp"
#include "pairbook/domain/kept_proposal.hpp"
#include "pairbook/domain/person.hpp"
#include "pairbook/domain/programme.hpp"

namespace pairbook::app {

// What a screen can return: a change of the view, or something to do. Buttons carry theirs, so
// a screen rarely makes one itself; typing, choosing, sliding and scrolling are the exceptions.

// --- people ---
struct AddSomebody {
  bool operator==(const AddSomebody&) const = default;
};
struct RemovePeopleHere {
  std::vector<domain::PersonId> people;
  bool operator==(const RemovePeopleHere&) const = default;
};
struct RemoveSelected {
  bool operator==(const RemoveSelected&) const = default;
};
struct WithdrawSelected {
  bool withdrawn = true;
  bool operator==(const WithdrawSelected&) const = default;
};
/// One person's own page, although names are hidden: that is written down.
struct LookAtPerson {
  domain::PersonId person;
  bool operator==(const LookAtPerson&) const = default;
};
struct ClearFilters {
  bool operator==(const ClearFilters&) const = default;
};
enum class ExportFormat : std::uint8_t { csv, json };
struct ExportPeople {
  ExportFormat format = ExportFormat::csv;
  bool operator==(const ExportPeople&) const = default;
};
struct EditField {  // an empty key: a new question
  std::string key;
  bool operator==(const EditField&) const = default;
};
struct SaveField {
  bool operator==(const SaveField&) const = default;
};
struct RemoveFieldHere {
  std::string key;
  bool operator==(const RemoveFieldHere&) const = default;
};

// --- import ---
struct ChooseImportFile {
  bool operator==(const ChooseImportFile&) const = default;
};
struct ReadPasted {
  bool operator==(const ReadPasted&) const = default;
};
struct ImportStepTo {
  int step = 0;
  bool operator==(const ImportStepTo&) const = default;
};
struct NewFieldForColumn {
  int column = 0;
  bool operator==(const NewFieldForColumn&) const = default;
};
struct RunImport {
  bool operator==(const RunImport&) const = default;
};
struct CancelImport {
  bool operator==(const CancelImport&) const = default;
};

// --- rules ---
struct AddRule {
  bool operator==(const AddRule&) const = default;
};
struct RemoveRule {
  int rule = 0;
  bool operator==(const RemoveRule&) const = default;
};
struct UsePresetNamed {
  std::string name;
  bool operator==(const UsePresetNamed&) const = default;
};
struct ImportRules {
  bool operator==(const ImportRules&) const = default;
};
struct ExportRules {
  bool operator==(const ExportRules&) const = default;
};
struct TryWeight {  // shows the rules with other points for one of them; nothing is kept yet
  int rule = 0;
  int per_cent = 100;  // of its points
  bool operator==(const TryWeight&) const = default;
};
struct KeepWeight {
  bool operator==(const KeepWeight&) const = default;
};
struct DropWeight {
  bool operator==(const DropWeight&) const = default;
};

// --- match ---
struct RunMatch {
  bool operator==(const RunMatch&) const = default;
};
struct ExpandProposal {
  domain::MentorId mentor;
  domain::MenteeId mentee;
  bool operator==(const ExpandProposal&) const = default;
};
struct DecideOnTwo {  // lock, forbid, or none: take the decision back
  domain::MentorId mentor;
  domain::MenteeId mentee;
  domain::Verdict verdict = domain::Verdict::none;
  bool operator==(const DecideOnTwo&) const = default;
};
struct AskForAnother {  // opens the list of other mentors with what each would cost
  domain::MenteeId mentee;
  bool operator==(const AskForAnother&) const = default;
};
struct ApproveAll {
  bool operator==(const ApproveAll&) const = default;
};
struct ApprovePicked {
  bool operator==(const ApprovePicked&) const = default;
};
struct CloseTheRound {
  bool operator==(const CloseTheRound&) const = default;
};
/// A blind review of the open round begins.
struct HideNames {
  bool operator==(const HideNames&) const = default;
};
/// Opens the question whether the names shall be shown again.
struct AskToShowNames {
  bool operator==(const AskToShowNames&) const = default;
};

// --- weighing a proposal ---
struct WorkOutAgain {
  bool operator==(const WorkOutAgain&) const = default;
};
struct KeepThisProposal {
  bool operator==(const KeepThisProposal&) const = default;
};
struct ForgetKept {
  domain::ProposalId proposal;
  bool operator==(const ForgetKept&) const = default;
};
struct ExportGaps {
  bool operator==(const ExportGaps&) const = default;
};
struct PrintGaps {
  bool operator==(const PrintGaps&) const = default;
};

/// Answers from a spreadsheet.
enum class Bringing : std::uint8_t { begin, choose_file, read, run, cancel };

// --- wishes ---
struct AskForWishes {  // two questions and a rule
  bool operator==(const AskForWishes&) const = default;
};
struct OpenWisher {
  domain::PersonId person;
  bool operator==(const OpenWisher&) const = default;
};
struct BringInWishes {
  Bringing doing = Bringing::begin;
  bool operator==(const BringInWishes&) const = default;
};
struct AskMentor {  // the one chosen, for the mentee whose details are open
  bool operator==(const AskMentor&) const = default;
};
struct WriteLetterTo {
  domain::PersonId person;
  domain::LetterKind kind = domain::LetterKind::shortlist;
  bool operator==(const WriteLetterTo&) const = default;
};

// --- pairs and letters ---
struct BringInChecks {  // what pairs say after the first meetings
  Bringing doing = Bringing::begin;
  bool operator==(const BringInChecks&) const = default;
};
struct EndPairHere {  // asks first who wants another partner
  domain::PairId pair;
  bool find_another = false;  // both do, unless told otherwise
  bool operator==(const EndPairHere&) const = default;
};
struct ExpandPair {
  domain::PairId pair;
  bool operator==(const ExpandPair&) const = default;
};
struct PrintPairs {
  bool operator==(const PrintPairs&) const = default;
};
struct ExportPairs {
  ExportFormat format = ExportFormat::csv;
  bool operator==(const ExportPairs&) const = default;
};
enum class LetterDoing : std::uint8_t { copy, mail, print_one, print_all, download_all };
struct LetterOut {
  LetterDoing doing = LetterDoing::copy;
  bool operator==(const LetterOut&) const = default;
};
struct MoveLetter {  // to the next or the previous person
  int by = 1;
  bool operator==(const MoveLetter&) const = default;
};
struct InsertBlank {
  std::string blank;  // "{partner}"
  bool operator==(const InsertBlank&) const = default;
};
struct ResetLetter {
  bool operator==(const ResetLetter&) const = default;
};

// --- fairness ---
struct ExportFairness {
  bool operator==(const ExportFairness&) const = default;
};
struct PrintFairness {
  bool operator==(const PrintFairness&) const = default;
};

// Each area's update takes its own closed set; every small struct converts to Intent by itself.
using PeopleIntent =
    std::variant<AddSomebody, RemovePeopleHere, RemoveSelected, WithdrawSelected, ClearFilters,
                 ExportPeople, EditField, SaveField, RemoveFieldHere, LookAtPerson>;
using ImportIntent = std::variant<ChooseImportFile, ReadPasted, ImportStepTo, NewFieldForColumn,
                                  RunImport, CancelImport>;
using RulesIntent = std::variant<AddRule, RemoveRule, UsePresetNamed, ImportRules, ExportRules,
                                 TryWeight, KeepWeight, DropWeight>;
using MatchIntent =
    std::variant<RunMatch, ExpandProposal, DecideOnTwo, AskForAnother, ApproveAll,
                 ApprovePicked, CloseTheRound, HideNames, AskToShowNames>;
using WeighIntent =
    std::variant<WorkOutAgain, KeepThisProposal, ForgetKept, ExportGaps, PrintGaps>;
using WishesIntent =
    std::variant<AskForWishes, OpenWisher, BringInWishes, AskMentor, WriteLetterTo>;
using PairsIntent =
    std::variant<EndPairHere, ExpandPair, PrintPairs, ExportPairs, BringInChecks>;
using LettersIntent = std::variant<LetterOut, MoveLetter, InsertBlank, ResetLetter>;
using FairnessIntent = std::variant<ExportFairness, PrintFairness>;

using Intent = std::variant<ControlIntent, FrameIntent, BookIntent, PeopleIntent, ImportIntent,
                            RulesIntent, MatchIntent, WeighIntent, PairsIntent, LettersIntent,
                            FairnessIntent, WishesIntent>;

}  // namespace pairbook::app
