#include <icons.hpp>

#include "ui/screens/screens.hpp"

namespace pairbook::ui {

void draw_palette(Pen& pen, const app::Palette& palette) {
  Frame& frame = pen.frame;
  const Dialog dialog(frame, "palette", palette.query.label,
                      {.width = 600, .at_top = true, .title_hidden = true, .close_name = {}});
  if (dialog.wants_to_close()) pen.ask(app::Close{});
  const Edited edited = field(frame, "query", palette.query.label, palette.query.value,
                              {.type = "search",
                               .placeholder = palette.query.placeholder,
                               .label_hidden = true,
                               .keys = "ArrowDown ArrowUp"});
  if (edited.typed) pen.ask(app::TypeText{palette.query.id, *edited.typed});
  if (edited.key == "ArrowDown") pen.ask(app::MovePalette{1});
  if (edited.key == "ArrowUp") pen.ask(app::MovePalette{-1});
  const auto at = static_cast<std::size_t>(palette.selected);
  if (edited.submitted && at < palette.items.size() && palette.items[at].why_not.empty())
    pen.ask(palette.items[at].intent);
  if (palette.items.empty()) {
    note(frame, "empty", palette.empty);
    return;
  }
  const Group list(frame, "items", {.name = palette.query.label, .gap = 2});
  for (std::size_t i = 0; i < palette.items.size(); ++i) {
    const app::Palette::Item& item = palette.items[i];
    const Choosable row{.label = item.label,
                        .hint = item.hint,
                        .shortcut = item.shortcut,
                        .disabled_because = item.why_not,
                        .selected = i == at};
    if (choosable(frame, static_cast<int>(i), row)) pen.ask(item.intent);
  }
}

}  // namespace pairbook::ui
