#include <icons.hpp>

#include "ui/screens/screens.hpp"

namespace pairbook::ui {
namespace {

void draw_template(Pen& pen, const app::LettersBody& body) {
  Frame& frame = pen.frame;
  pen.choice(body.kind);
  pen.field(body.subject);
  pen.field(body.body);
  if (!body.trouble.empty()) callout(frame, "trouble", Mood::warning, {}, body.trouble);
  if (!body.blanks.empty()) {
    const Group blanks(frame, "blanks", {.name = body.blanks_title, .gap = space::s});
    text(frame, "title", body.blanks_title, {.size = type::table, .bold = true});
    pen.buttons(body.blanks);
  }
  pen.button(body.reset);
}

void draw_preview(Pen& pen, const app::LettersBody& body) {
  Frame& frame = pen.frame;
  const Card card(frame, "preview");
  heading(frame, "title", 2, body.preview_title);
  if (body.preview_body.empty()) return;
  text(frame, "to", body.preview_to, {.size = type::table, .tone = Tone::quiet});
  rule(frame);
  text(frame, "subject", body.preview_subject,
       {.bold = true, .language = body.preview_language});
  text(frame, "body", body.preview_body, {.language = body.preview_language});
  rule(frame);
  Row row(frame, "walk", {});
  pen.button(body.previous);
  row.spring();
  pen.button(body.next);
}

}  // namespace

void draw_body(Pen& pen, const app::LettersBody& body) {
  Frame& frame = pen.frame;
  pen.title(body.title, body.text);
  if (body.empty) {
    pen.empty(*body.empty, icons::mail);
    return;
  }
  pen.buttons(body.actions);
  Columns columns(frame, "columns", {1, 1}, {.gap = space::xl, .stack_below = 760});
  columns.next();
  draw_template(pen, body);
  columns.next();
  draw_preview(pen, body);
}

void draw_body(Pen& pen, const app::SettingsBody& body) {
  Frame& frame = pen.frame;
  pen.title(body.title);
  for (std::size_t i = 0; i < body.sections.size(); ++i) {
    const auto& section = body.sections[i];
    const Card card(frame, static_cast<int>(i), {.gap = space::m, .max_width = 720});
    heading(frame, "title", 2, section.title);
    if (!section.text.empty()) text(frame, "text", section.text, {.tone = Tone::quiet});
    pen.notices(section.notices);
    pen.pieces(section.pieces);
  }
}

}  // namespace pairbook::ui
