#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pairbook/app/control.hpp"
#include "pairbook/domain/kept_proposal.hpp"
#include "pairbook/domain/person.hpp"
#include "pairbook/vault/header.hpp"

namespace pairbook::app {

/// A sealed book on this device.
using BookId = vault::VaultId;

// What a screen can return: a change of the view, or something to do. Buttons carry theirs, so
// a screen rarely makes one itself; typing, choosing, sliding and scrolling are the exceptions.

// --- any control ---
struct TypeText {
  ControlId id;
  std::string text;  // the whole text
  bool operator==(const TypeText&) const = default;
};
struct Choose {
  ControlId id;
  int index = 0;  // among the options
  bool operator==(const Choose&) const = default;
};
struct Tick {
  ControlId id;
  int index = 0;  // of a list of ticks; 0 for a single one
  bool on = false;
  bool operator==(const Tick&) const = default;
};
/// Sliders and number boxes.
struct SetNumber {
  ControlId id;
  int value = 0;
  bool operator==(const SetNumber&) const = default;
};
/// The person left a field: what was typed is done now.
struct LeaveField {
  ControlId id;
  bool operator==(const LeaveField&) const = default;
};

// --- the frame around every screen ---
struct Go {
  std::string route;  // "#/people"
  bool operator==(const Go&) const = default;
};
struct ShowRows {
  ListId list = ListId::people;
  int first = 0;
  int count = 0;  // rows that fit; an overscan of the screen's own choosing included
  bool operator==(const ShowRows&) const = default;
};
struct SortRows {
  ListId list = ListId::people;
  std::string column;
  bool operator==(const SortRows&) const = default;
};
enum class Selecting : std::uint8_t { only_this, toggle, up_to_here, all, none };
struct SelectRow {
  ListId list = ListId::people;
  std::string key;  // of the row
  Selecting how = Selecting::only_this;
  bool operator==(const SelectRow&) const = default;
};
struct OpenPalette {
  bool operator==(const OpenPalette&) const = default;
};
struct MovePalette {
  int by = 1;
  bool operator==(const MovePalette&) const = default;
};
struct ShowShortcuts {
  bool operator==(const ShowShortcuts&) const = default;
};
/// Escape: closes the topmost of palette, dialog, open panel.
struct Close {
  bool operator==(const Close&) const = default;
};
struct DismissToast {
  int id = 0;
  bool operator==(const DismissToast&) const = default;
};
struct Undo {
  bool operator==(const Undo&) const = default;
};
struct Redo {
  bool operator==(const Redo&) const = default;
};
struct LockNow {
  bool operator==(const LockNow&) const = default;
};
struct RetrySave {
  bool operator==(const RetrySave&) const = default;
};
/// Yes to the question of the open dialog.
struct Confirm {
  bool operator==(const Confirm&) const = default;
};

// --- a book: first run, unlock, keeping a copy ---
struct StartNewBook {
  bool operator==(const StartNewBook&) const = default;
};
struct LookAround {
  bool operator==(const LookAround&) const = default;
};
struct NextStep {
  bool operator==(const NextStep&) const = default;
};
struct StepBack {
  bool operator==(const StepBack&) const = default;
};
struct PrintRecoverySheet {
  bool operator==(const PrintRecoverySheet&) const = default;
};
struct SaveRecoverySheet {
  bool operator==(const SaveRecoverySheet&) const = default;
};
struct OpenBook {
  BookId book;
  bool operator==(const OpenBook&) const = default;
};
struct OpenBookFile {
  bool operator==(const OpenBookFile&) const = default;
};
/// Picks the match report somebody was given.
struct CheckReport {
  bool operator==(const CheckReport&) const = default;
};
struct Unlock {
  bool operator==(const Unlock&) const = default;
};
struct UseRecovery {
  bool operator==(const UseRecovery&) const = default;
};
struct CancelWork {
  bool operator==(const CancelWork&) const = default;
};
struct SaveToFile {
  bool operator==(const SaveToFile&) const = default;
};
struct ForgetBook {
  BookId book;
  bool operator==(const ForgetBook&) const = default;
};
struct UseHere {
  bool operator==(const UseHere&) const = default;
};
struct KeepForGood {  // ask the browser for storage that it does not clear by itself
  bool operator==(const KeepForGood&) const = default;
};
struct ChangePassphrase {
  bool operator==(const ChangePassphrase&) const = default;
};
struct NewRecoverySheet {
  bool operator==(const NewRecoverySheet&) const = default;
};
/// Goes on with a book of which some is damaged, without the damaged part.
struct CarryOn {
  bool operator==(const CarryOn&) const = default;
};
/// A copy from a file that is newer or older than the book on this device.
enum class Keeping : std::uint8_t { this_device, the_file };
struct ChooseCopy {
  Keeping keep = Keeping::this_device;
  bool operator==(const ChooseCopy&) const = default;
};

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

// --- pairs and letters ---
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

// --- history ---
struct UndoToHere {
  int change = 0;  // number of the change that stays the last one
  bool operator==(const UndoToHere&) const = default;
};

// Each area's update takes its own closed set; every small struct converts to Intent by itself.
using ControlIntent = std::variant<TypeText, Choose, Tick, SetNumber, LeaveField>;
using FrameIntent =
    std::variant<Go, ShowRows, SortRows, SelectRow, OpenPalette, MovePalette, ShowShortcuts,
                 Close, DismissToast, Undo, Redo, LockNow, RetrySave, Confirm, UndoToHere>;
using BookIntent =
    std::variant<StartNewBook, LookAround, NextStep, StepBack, PrintRecoverySheet,
                 SaveRecoverySheet, OpenBook, OpenBookFile, CheckReport, Unlock, UseRecovery,
                 CancelWork, SaveToFile, ForgetBook, UseHere, KeepForGood, ChangePassphrase,
                 NewRecoverySheet, CarryOn, ChooseCopy>;
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
using PairsIntent = std::variant<EndPairHere, ExpandPair, PrintPairs, ExportPairs>;
using LettersIntent = std::variant<LetterOut, MoveLetter, InsertBlank, ResetLetter>;
using FairnessIntent = std::variant<ExportFairness, PrintFairness>;

using Intent = std::variant<ControlIntent, FrameIntent, BookIntent, PeopleIntent, ImportIntent,
                            RulesIntent, MatchIntent, WeighIntent, PairsIntent, LettersIntent,
                            FairnessIntent>;

}  // namespace pairbook::app
