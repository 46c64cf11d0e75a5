#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pairbook/app/pieces.hpp"
#include "pairbook/app/preferences.hpp"
#include "pairbook/app/screens/fairness.hpp"
#include "pairbook/app/screens/history.hpp"
#include "pairbook/app/screens/home.hpp"
#include "pairbook/app/screens/import.hpp"
#include "pairbook/app/screens/letters.hpp"
#include "pairbook/app/screens/match.hpp"
#include "pairbook/app/screens/new_book.hpp"
#include "pairbook/app/screens/pairs.hpp"
#include "pairbook/app/screens/people.hpp"
#include "pairbook/app/screens/person.hpp"
#include "pairbook/app/screens/problem.hpp"
#include "pairbook/app/screens/rules.hpp"
#include "pairbook/app/screens/settings.hpp"
#include "pairbook/app/screens/unlock.hpp"
#include "pairbook/app/screens/weigh.hpp"
#include "pairbook/app/screens/welcome.hpp"
#include "pairbook/app/screens/wishes.hpp"
#include "pairbook/app/screens/works.hpp"

namespace pairbook::app {

using Body = std::variant<WelcomeBody, NewBookBody, UnlockBody, OpeningBody, HomeBody,
                          PeopleBody, QuestionsBody, PersonBody, ImportBody, RulesBody,
                          MatchBody, WeighBody, PairsBody, LettersBody, FairnessBody,
                          HistoryBody, SettingsBody, ProblemBody, WorksBody, WishesBody>;

struct NavItem {
  std::string label{};
  std::string route{};
  Icon icon = Icon::none;
  std::string shortcut{};
  bool current = false;
  bool operator==(const NavItem&) const = default;
};

/// What surrounds every screen of an open book.
struct Chrome {
  std::string programme{};
  std::string navigation_label{};
  std::vector<NavItem> nav{};
  std::string save_state{};  // "Saved on this device"
  Tone save_tone = Tone::plain;
  std::optional<Button> save_action{};  // "Try again", "Save to file"
  Button undo{};                        // "Undo: add Amina Yusuf"
  Button redo{};
  Button palette{};
  Button lock{};
  std::optional<Notice> banner{};  // sample people, another tab writes, no storage
  bool operator==(const Chrome&) const = default;
};

/// Over everything else; the rest waits.
struct Dialog {
  std::string title{};
  std::vector<Piece> pieces{};
  std::optional<Working> working{};
  std::vector<Button> actions{};  // the last one is the one that goes on
  Button close{};
  bool operator==(const Dialog&) const = default;
};

struct Palette {
  TextField query{};
  struct Item {
    std::string label{};
    std::string hint{};  // where it belongs: "People"
    std::string shortcut{};
    std::string why_not{};
    Intent intent{};
    bool operator==(const Item&) const = default;
  };
  std::vector<Item> items{};
  int selected = 0;
  std::string empty{};  // said when nothing fits
  bool operator==(const Palette&) const = default;
};

struct Toast {
  int id = 0;
  Tone tone = Tone::plain;
  std::string text{};
  std::optional<Button> action{};  // "Undo"
  Button dismiss{};
  bool operator==(const Toast&) const = default;
};

/// A key that does something now: "Ctrl+K", "Shift+/", "G P" (one after the other), "Escape".
/// Keys without Ctrl, Cmd or Alt are not meant for somebody who is typing.
struct Shortcut {
  std::string keys{};  // with Ctrl, also where people read Cmd
  Intent intent{};
  bool operator==(const Shortcut&) const = default;
};

/// Where the focus goes once, when `serial` changes: a control, or with Control::none the
/// screen's heading, the dialog or the palette, whichever is topmost.
struct FocusRequest {
  int serial = 0;
  ControlId control{};
  bool operator==(const FocusRequest&) const = default;
};

/// All that is to be seen, in finished words.
struct Screen {
  std::string title{};  // of the window: "People - Harbour Mentoring - Pairbook"
  std::string route{};
  std::string language = "en";
  std::string skip_label{};        // "Skip to the content"
  std::optional<Chrome> chrome{};  // none while no book is open
  Body body{};
  std::optional<Dialog> dialog{};
  std::optional<Palette> palette{};
  std::vector<Toast> toasts{};
  std::vector<Shortcut> shortcuts{};
  FocusRequest focus{};
  Theme theme = Theme::system;
  Contrast contrast = Contrast::system;

  bool operator==(const Screen&) const = default;
};

}  // namespace pairbook::app
