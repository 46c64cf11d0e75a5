#include <icons.hpp>

#include "ui/screens/screens.hpp"

namespace pairbook::ui {

void draw_body(Pen& pen, const app::PairsBody& body) {
  Frame& frame = pen.frame;
  pen.title(body.title);
  if (body.empty) {
    pen.empty(*body.empty, icons::heart_handshake);
    return;
  }
  pen.buttons(body.actions);
  {
    const Row row(frame, "filters", {.gap = space::m, .line_height = 60, .bottoms = true});
    pen.field(body.search, {.width = frame.narrow() ? room(frame) : 280.0F});
    pen.choice(body.show, {.width = frame.narrow() ? room(frame) : 220.0F});
  }
  note(frame, "count", body.count);
  TableExtras extras;
  if (body.details)
    extras = {body.details->key, [&] {
                heading(frame, "title", 2, body.details->title);
                draw_reasons(pen, body.details->reasons);
                pen.pieces(body.details->pieces);
              }};
  pen.table(body.table, extras);
}

void draw_body(Pen& pen, const app::HistoryBody& body) {
  pen.title(body.title, body.text);
  pen.buttons(body.actions);
  pen.notices(body.notices);
  pen.table(body.table);
}

}  // namespace pairbook::ui
