#include <icons.hpp>

#include "ui/screens/screens.hpp"

namespace pairbook::ui {

namespace {

void draw_inside(Pen& pen, const app::WishesBody::Part& part, int level) {
  Frame& frame = pen.frame;
  if (!part.title.empty()) heading(frame, "title", level, part.title);
  if (!part.text.empty()) note(frame, "text", part.text);
  if (!part.trouble.empty()) callout(frame, "trouble", Mood::warning, {}, part.trouble);
  pen.pieces(part.pieces);
  pen.buttons(part.actions);
}

void draw_details(Pen& pen, const app::WishesBody::Details& details) {
  Frame& frame = pen.frame;
  heading(frame, "title", 2, details.list_title);
  if (!details.list_text.empty()) note(frame, "none", details.list_text);
  draw_reasons(pen, details.list);
  for (const app::WishesBody::Part& part : details.parts) {
    const Group group(frame, std::string_view(part.key), {.name = part.title});
    draw_inside(pen, part, 3);
  }
}

}  // namespace

void draw_part(Pen& pen, const app::PagePart& part) {
  const Card card(pen.frame, std::string_view(part.key),
                  {.name = part.title, .max_width = 760});
  draw_inside(pen, part, 2);
}

void draw_body(Pen& pen, const app::WishesBody& body) {
  Frame& frame = pen.frame;
  pen.title(body.title, body.text);
  if (body.empty) {
    pen.empty(*body.empty, icons::star);
    return;
  }
  pen.notices(body.notices);
  pen.buttons(body.actions);
  for (const app::WishesBody::Part& part : body.parts) draw_part(pen, part);
  if (!body.requests.columns.empty()) {
    const Group group(frame, "requests", {.name = body.requests_title});
    heading(frame, "title", 2, body.requests_title);
    note(frame, "text", body.requests_text);
    pen.table(body.requests);
    pen.pieces(body.request_controls);
    pen.buttons(body.request_actions);
  }
  pen.pieces(body.controls, {.width = frame.narrow() ? room(frame) : 260.0F});
  TableExtras extras;
  if (body.details) extras = {body.details->key, [&] { draw_details(pen, *body.details); }};
  pen.table(body.table, extras);
  // Below, so that no row moves away under a hand when work begins or ends.
  if (body.working) pen.working(*body.working);
}

}  // namespace pairbook::ui
