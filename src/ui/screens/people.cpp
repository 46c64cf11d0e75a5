#include <icons.hpp>

#include "ui/screens/screens.hpp"

namespace pairbook::ui {
namespace {

void draw_filters(Pen& pen, const app::PeopleBody& body) {
  Frame& frame = pen.frame;
  const Row row(frame, "filters", {.gap = space::m, .line_height = 60, .bottoms = true});
  const float each = frame.narrow() ? room(frame) : 190.0F;
  pen.field(body.search, {.width = frame.narrow() ? room(frame) : 280.0F});
  for (const app::Choice& filter : body.filters) pen.choice(filter, {.width = each});
  if (body.clear_filters) pen.button(*body.clear_filters);
}

}  // namespace

void draw_body(Pen& pen, const app::PeopleBody& body) {
  Frame& frame = pen.frame;
  pen.title(body.title);
  pen.buttons(body.actions);
  if (body.empty) {
    pen.empty(*body.empty, icons::users);
    return;
  }
  draw_filters(pen, body);
  {
    Row row(frame, "count", {});
    text(frame, "count", body.selection.empty() ? body.count : body.selection,
         {.size = type::table, .bold = !body.selection.empty(), .tone = Tone::quiet});
    for (const app::Button& each : body.for_selection) pen.button(each);
  }
  pen.table(body.table);
}

void draw_body(Pen& pen, const app::QuestionsBody& body) {
  Frame& frame = pen.frame;
  pen.link(body.back, icons::arrow_left);
  pen.title(body.title, body.text);
  if (body.empty) pen.empty(*body.empty, icons::circle_help);
  for (std::size_t i = 0; i < body.questions.size(); ++i) {
    const auto& each = body.questions[i];
    const Card card(frame, static_cast<int>(i), {.gap = 2});
    Row row(frame, "question", {});
    {
      const Stack words(frame, "words", 0.7F);
      heading(frame, "label", 2, each.label);
      text(frame, "kind", each.kind, {.size = type::table, .tone = Tone::quiet});
      if (!each.details.empty())
        text(frame, "details", each.details, {.size = type::table, .tone = Tone::hint});
    }
    row.spring();
    pen.icon(each.edit);
    pen.icon(each.remove);
  }
  pen.button(body.add);
}

void draw_body(Pen& pen, const app::PersonBody& body) {
  Frame& frame = pen.frame;
  pen.link(body.back, icons::arrow_left);
  pen.title(body.title, body.subtitle);
  pen.notices(body.notices);
  const bool two = frame.input().width >= 1000;
  Columns columns(frame, "columns", {3, 2},
                  {.gap = space::xl, .stack_below = two ? 0.0F : 100000.0F});
  columns.next();
  for (std::size_t i = 0; i < body.sections.size(); ++i) {
    const Card card(frame, static_cast<int>(i), {.gap = space::l});
    heading(frame, "title", 2, body.sections[i].title);
    pen.pieces(body.sections[i].pieces);
  }
  columns.next();
  {
    const Card card(frame, "pairs");
    heading(frame, "title", 2, body.pairs_title);
    if (body.pairs.empty()) note(frame, "none", body.no_pairs);
    for (std::size_t i = 0; i < body.pairs.size(); ++i) {
      const Scope scope(frame, static_cast<int>(i));
      if (ui::link(frame, "pair", body.pairs[i].text, body.pairs[i].route))
        pen.ask(app::Go{body.pairs[i].route});
      if (body.pairs[i].end) pen.button(*body.pairs[i].end);
    }
  }
  pen.buttons(body.actions);
}

}  // namespace pairbook::ui
