#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pairbook/app/screen.hpp"
#include "pairbook/ui/controls.hpp"
#include "pairbook/ui/feedback.hpp"
#include "pairbook/ui/fields.hpp"
#include "pairbook/ui/layout.hpp"
#include "pairbook/ui/lines.hpp"
#include "pairbook/ui/surfaces.hpp"
#include "pairbook/ui/table.hpp"
#include "pairbook/ui/text.hpp"

// Draws the pieces that screens are made of, and keeps what was asked for.
namespace pairbook::ui {

struct PieceOptions {
  bool compact = false;  // in a line or a table row: labels are read, not shown
  float width = -1;
};

struct TableExtras {
  std::string_view details_key = {};
  std::function<void()> details = {};
};

class Pen {
 public:
  Pen(Frame& frame, const app::Screen& screen);

  Frame& frame;

  /// Whether the screen has the places of an open book around it.
  [[nodiscard]] bool in_book() const { return screen_.chrome.has_value(); }
  /// The first wish counts; leaving a field and scrolling give way to anything else.
  void ask(app::Intent intent);
  [[nodiscard]] std::optional<app::Intent> asked() { return std::move(asked_); }
  /// Enter was pressed in a field of a single line.
  [[nodiscard]] bool submitted() const { return submitted_; }
  void submit(const app::Button& button);

  /// A button of which only the picture is seen.
  void icon(const app::Button& button);
  /// The page's heading, which takes the focus when a screen is new.
  void focus_title() { title_wanted_ = true; }
  void title(std::string_view words, std::string_view below = {});
  void button(const app::Button& button, bool full_width = false);
  void buttons(std::span<const app::Button> all, Justify justify = Justify::start);
  void piece(const app::Piece& piece, const PieceOptions& options = {});
  void pieces(std::span<const app::Piece> all, const PieceOptions& options = {});
  /// Pieces read in one line: "the same [organisation] gives [10] points".
  void sentence(Key key, std::span<const app::Piece> all);
  void field(const app::TextField& field, const PieceOptions& options = {});
  void choice(const app::Choice& choice, const PieceOptions& options = {});
  /// The same with every option in sight.
  void radio(const app::Choice& choice);
  void toggle(const app::Toggle& toggle, const PieceOptions& options = {});
  void link(const app::Link& link, char32_t icon = 0);
  void notice(const app::Notice& notice);
  void notices(std::span<const app::Notice> all);
  void working(const app::Working& working);
  void empty(const app::Empty& empty, char32_t icon);
  void figures(std::span<const app::Figure> all);
  void table(const app::Table& table, const TableExtras& extras = {});

 private:
  void tick_list(const app::TickList& list);
  void number_box(const app::NumberBox& box, const PieceOptions& options);
  void slide(const app::Slider& slider, const PieceOptions& options);
  [[nodiscard]] Key key_of(const app::ControlId& id);
  [[nodiscard]] Key next_key(const app::Intent& intent);
  void focus_if_wanted(const app::ControlId& id, Key key);

  const app::Screen& screen_;
  std::optional<app::Intent> asked_;
  std::vector<std::uint32_t> used_keys_;
  bool gives_way_ = false;
  bool submitted_ = false;
  bool title_wanted_ = false;
  bool focus_moves_ = false;
};

[[nodiscard]] char32_t icon_of(app::Icon icon);
[[nodiscard]] Mood mood_of(app::Tone tone);
/// "Ctrl+K" as the browser tells it: "Control+K".
[[nodiscard]] std::string chord_of(std::string_view keys);

}  // namespace pairbook::ui
