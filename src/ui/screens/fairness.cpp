#include <icons.hpp>

#include "ui/screens/screens.hpp"

namespace pairbook::ui {

void draw_body(Pen& pen, const app::FairnessBody& body) {
  Frame& frame = pen.frame;
  pen.title(body.title, body.text);
  if (body.empty) {
    pen.empty(*body.empty, icons::shield);
    return;
  }
  {
    const Row row(frame, "choices", {.gap = space::m, .line_height = 60, .bottoms = true});
    for (const app::Choice& each : body.choices)
      pen.choice(each, {.width = frame.narrow() ? room(frame) : 240.0F});
  }
  if (body.table.columns.empty()) return;
  pen.table(body.table);
  {
    const Group says(frame, "says", {.gap = space::s});
    for (std::size_t i = 0; i < body.says.size(); ++i) {
      const Scope scope(frame, static_cast<int>(i));
      text(frame, "sentence", body.says[i], {});
    }
  }
  note(frame, "limits", body.limits);
  pen.buttons(body.actions);
}

}  // namespace pairbook::ui
