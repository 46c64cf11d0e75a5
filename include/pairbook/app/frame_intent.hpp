#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "pairbook/app/control.hpp"
#include "pairbook/vault/header.hpp"

namespace pairbook::app {

/// A sealed book on this device.
using BookId = vault::VaultId;

// What a screen can return whatever it shows, and about the book itself.

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
/// A copy from a file of a book that is on this device: what both hold is put together, or one
/// of the two is kept.
enum class Keeping : std::uint8_t { both, this_device, the_file };
struct ChooseCopy {
  Keeping keep = Keeping::both;
  bool operator==(const ChooseCopy&) const = default;
};

/// Other devices of the same book, by the relay whose address was typed.
struct KeepInStep {
  bool operator==(const KeepInStep&) const = default;
};
struct StopKeepingInStep {
  bool operator==(const StopKeepingInStep&) const = default;
};
struct TryRelayNow {
  bool operator==(const TryRelayNow&) const = default;
};

// --- history ---
struct UndoToHere {
  int change = 0;  // number of the change that stays the last one
  bool operator==(const UndoToHere&) const = default;
};

using ControlIntent = std::variant<TypeText, Choose, Tick, SetNumber, LeaveField>;
using FrameIntent =
    std::variant<Go, ShowRows, SortRows, SelectRow, OpenPalette, MovePalette, ShowShortcuts,
                 Close, DismissToast, Undo, Redo, LockNow, RetrySave, Confirm, UndoToHere>;
using BookIntent =
    std::variant<StartNewBook, LookAround, NextStep, StepBack, PrintRecoverySheet,
                 SaveRecoverySheet, OpenBook, OpenBookFile, CheckReport, Unlock, UseRecovery,
                 CancelWork, SaveToFile, ForgetBook, UseHere, KeepForGood, ChangePassphrase,
                 NewRecoverySheet, CarryOn, ChooseCopy, KeepInStep, StopKeepingInStep,
                 TryRelayNow>;

}  // namespace pairbook::app
