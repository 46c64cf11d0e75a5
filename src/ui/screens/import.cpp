#include <icons.hpp>

#include "pairbook/base/text.hpp"
#include "ui/screens/screens.hpp"

namespace pairbook::ui {
namespace {

void draw_step(Pen& pen, const app::ImportChooseStep& step) {
  Frame& frame = pen.frame;
  text(frame, "text", step.text, {.tone = Tone::quiet});
  pen.notices(step.notices);
  if (drop_zone(frame, "drop", step.drop_here,
                {.button_label = step.choose.label,
                 .accept = ".csv,.tsv,.txt",
                 .help = step.choose.description,
                 .disabled_because = step.choose.why_not}))
    pen.ask(step.choose.intent);
  const Card card(frame, "paste");
  pen.field(step.paste);
  pen.button(step.read_pasted);
}

void samples(Frame& frame, Key key, std::string_view label,
             const std::vector<std::string>& all) {
  const Group group(frame, key, {.gap = 0});
  text(frame, "label", label, {.size = type::caption, .bold = true, .tone = Tone::hint});
  for (std::size_t i = 0; i < all.size() && i < 3; ++i)
    text(frame, static_cast<int>(i), all[i].empty() ? "\xE2\x80\x93" : std::string_view(all[i]),
         {.size = type::table, .tone = Tone::quiet, .one_line = true});
}

void draw_column(Pen& pen, const app::ImportColumnsStep& step, std::size_t number) {
  Frame& frame = pen.frame;
  const auto& column = step.columns[number];
  const Card card(frame, static_cast<int>(number));
  Columns columns(frame, "parts", {3, 2, 2}, {.gap = space::l, .stack_below = 640});
  columns.next();
  text(frame, "header", column.header, {.bold = true});
  pen.choice(column.meaning);
  pen.pieces(column.new_field);
  if (!column.trouble.empty())
    text(frame, "trouble", column.trouble, {.size = type::table, .tone = Tone::warning});
  columns.next();
  samples(frame, "samples", step.samples_label, column.samples);
  columns.next();
  samples(frame, "understood", step.understood_label, column.understood);
}

void draw_way(Pen& pen, const app::Button& back, const app::Button& on) {
  Row row(pen.frame, "way", {});
  pen.button(back);
  row.spring();
  pen.button(on);
}

void draw_step(Pen& pen, const app::ImportColumnsStep& step) {
  text(pen.frame, "text", step.text, {.tone = Tone::quiet});
  pen.notices(step.notices);
  pen.choice(step.role, {.width = 360});
  for (std::size_t i = 0; i < step.columns.size(); ++i) draw_column(pen, step, i);
  draw_way(pen, step.back, step.next);
}

void draw_step(Pen& pen, const app::ImportPreviewStep& step) {
  text(pen.frame, "text", step.text, {.tone = Tone::quiet});
  pen.notices(step.notices);
  pen.figures(step.counts);
  draw_way(pen, step.back, step.run);
  pen.choice(step.show, {.width = 260});
  pen.table(step.table);
}

void draw_step(Pen& pen, const app::ImportDoneStep& step) {
  Frame& frame = pen.frame;
  const Card card(frame, "done", {.max_width = 640});
  callout(frame, "told", Mood::success, step.title, step.text);
  pen.buttons(step.actions);
}

}  // namespace

void draw_body(Pen& pen, const app::ImportBody& body) {
  Frame& frame = pen.frame;
  pen.link(body.leave, icons::arrow_left);
  pen.title(body.title);
  steps(frame, "steps", body.title, body.steps, body.step);
  if (body.working) pen.working(*body.working);
  const Group group(frame, body.step, {.gap = space::l});
  std::visit([&](const auto& step) { draw_step(pen, step); }, body.content);
}

}  // namespace pairbook::ui
