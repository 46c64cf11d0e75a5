#include <icons.hpp>

#include "ui/screens/screens.hpp"

namespace pairbook::ui {
namespace {

void draw_next(Pen& pen, const app::HomeBody::Next& next, int number) {
  Frame& frame = pen.frame;
  const Scope scope(frame, number);
  Columns columns(frame, "next", {5, 2}, {.gap = space::l, .stack_below = 520});
  columns.next();
  {
    const Group words(frame, "words", {.gap = 2});
    check_line(frame, "title", next.title, next.done);
    if (!next.text.empty()) {
      const Indent indent(frame, 28);
      text(frame, "text", next.text, {.size = type::table, .tone = Tone::quiet});
    }
  }
  columns.next();
  if (next.action) {
    const Row row(frame, "action", {.justify = frame.narrow() ? Justify::start : Justify::end});
    pen.button(*next.action);
  }
}

}  // namespace

void draw_body(Pen& pen, const app::HomeBody& body) {
  Frame& frame = pen.frame;
  pen.title(body.title, body.text);
  pen.notices(body.notices);
  if (body.empty) pen.empty(*body.empty, icons::users);
  pen.figures(body.figures);
  if (body.next.empty()) return;
  const Card card(frame, "next", {.gap = space::l});
  heading(frame, "next title", 2, body.next_title);
  for (std::size_t i = 0; i < body.next.size(); ++i) {
    if (i > 0) rule(frame);
    draw_next(pen, body.next[i], static_cast<int>(i));
  }
}

}  // namespace pairbook::ui
