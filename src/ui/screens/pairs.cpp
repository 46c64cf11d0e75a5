#include <icons.hpp>

#include "ui/screens/screens.hpp"

namespace pairbook::ui {

namespace {

void draw_going(Pen& pen, const std::vector<app::PairsBody::Going>& going) {
  Frame& frame = pen.frame;
  Columns columns(frame, "going", {1, 1}, {.gap = space::xl, .stack_below = 620});
  for (std::size_t i = 0; i < going.size(); ++i) {
    columns.next();
    const Scope scope(frame, static_cast<int>(i));
    const Group side(frame, "side", {.gap = space::s});
    pen.radio(going[i].fit);
    pen.pieces(going[i].more);
    if (!going[i].answered.empty()) note(frame, "answered", going[i].answered);
  }
}

void draw_details(Pen& pen, const app::PairsBody::Details& details) {
  Frame& frame = pen.frame;
  heading(frame, "title", 2, details.title);
  pen.notices(details.notices);
  if (!details.going.empty()) {
    heading(frame, "going title", 3, details.going_title);
    draw_going(pen, details.going);
  }
  heading(frame, "reasons title", 3, details.reasons_title);
  draw_reasons(pen, details.reasons);
  pen.pieces(details.pieces);
}

}  // namespace

void draw_body(Pen& pen, const app::PairsBody& body) {
  Frame& frame = pen.frame;
  pen.title(body.title);
  if (body.empty) {
    pen.empty(*body.empty, icons::heart_handshake);
    return;
  }
  pen.buttons(body.actions);
  if (body.bringing) draw_part(pen, *body.bringing);
  {
    const Row row(frame, "filters", {.gap = space::m, .line_height = 60, .bottoms = true});
    pen.field(body.search, {.width = frame.narrow() ? room(frame) : 280.0F});
    pen.choice(body.show, {.width = frame.narrow() ? room(frame) : 220.0F});
  }
  note(frame, "count", body.count);
  if (!body.count_note.empty()) note(frame, "count note", body.count_note);
  TableExtras extras;
  if (body.details) extras = {body.details->key, [&] { draw_details(pen, *body.details); }};
  pen.table(body.table, extras);
}

void draw_body(Pen& pen, const app::HistoryBody& body) {
  pen.title(body.title, body.text);
  pen.buttons(body.actions);
  pen.notices(body.notices);
  pen.table(body.table);
}

}  // namespace pairbook::ui
