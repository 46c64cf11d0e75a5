#include <icons.hpp>

#include "pairbook/ui/chart.hpp"
#include "ui/screens/screens.hpp"

namespace pairbook::ui {
namespace {

void draw_goals(Pen& pen, const app::WeighBody& body) {
  if (body.goals.empty()) return;
  Frame& frame = pen.frame;
  const Group section(frame, "goals", {.name = body.goals_title});
  heading(frame, "title", 2, body.goals_title);
  note(frame, "text", body.goals_text);
  Columns columns(frame, "sides", static_cast<int>(body.goals.size()), {.equal_height = true});
  for (std::size_t i = 0; i < body.goals.size(); ++i) {
    columns.next();
    const app::WeighBody::Goal& goal = body.goals[i];
    const Card card(frame, static_cast<int>(i), {.quiet = goal.take.has_value()});
    heading(frame, "name", 3, goal.title);
    for (std::size_t f = 0; f < goal.figures.size(); ++f)
      fact(frame, static_cast<int>(f), goal.figures[f].label, goal.figures[f].value);
    if (goal.take) pen.button(*goal.take);
    if (!goal.note.empty()) badge(frame, "taken", goal.note, Mood::success);
  }
}

void draw_floors(Pen& pen, const app::WeighBody& body) {
  if (body.floors.empty()) return;
  Frame& frame = pen.frame;
  const Card card(frame, "floors", {.name = body.floors_title});
  heading(frame, "title", 2, body.floors_title);
  note(frame, "text", body.floors_text);
  std::vector<Bar> all;
  for (const app::WeighBody::Floor& floor : body.floors)
    all.push_back({floor.label, floor.value_label, floor.matched,
                   floor.current ? Mood::success : Mood::accent});
  bars(frame, "bars", body.floors_sentence, all);
  const Row row(frame, "controls", {.gap = space::m, .line_height = 60, .bottoms = true});
  for (const app::Piece& each : body.floor_controls) pen.piece(each, {.width = 260});
}

void draw_gaps(Pen& pen, const app::WeighBody& body) {
  if (body.gaps_title.empty()) return;
  Frame& frame = pen.frame;
  const Group section(frame, "gaps", {.name = body.gaps_title});
  heading(frame, "title", 2, body.gaps_title);
  note(frame, "text", body.gaps_text);
  if (!body.gaps.empty()) {
    const Card card(frame, "lines", {.role = Role::list, .name = body.gaps_title});
    for (std::size_t i = 0; i < body.gaps.size(); ++i) {
      const app::WeighBody::Gap& gap = body.gaps[i];
      reason(frame, static_cast<int>(i), gap.what, gap.brings, gap.why);
    }
  }
  pen.buttons(body.gap_actions);
}

void draw_kept(Pen& pen, const app::WeighBody& body) {
  Frame& frame = pen.frame;
  const Group section(frame, "kept", {.name = body.kept_title});
  heading(frame, "title", 2, body.kept_title);
  note(frame, "text", body.kept_text);
  if (!body.trouble.empty()) callout(frame, "trouble", Mood::warning, {}, body.trouble);
  {
    const Row row(frame, "keep", {.gap = space::m, .line_height = 60, .bottoms = true});
    for (const app::Piece& each : body.keep)
      pen.piece(each, {.width = frame.narrow() ? room(frame) : 320.0F});
  }
  for (const app::WeighBody::Kept& kept : body.kept) {
    const Card card(frame, std::string_view(kept.key), {.gap = space::xs, .padding = space::m});
    Row row(frame, "kept", {.gap = space::m});
    pen.field(kept.name, {.compact = true, .width = frame.narrow() ? room(frame) : 280.0F});
    text(frame, "note", kept.note, {.size = type::table, .tone = Tone::quiet});
    row.spring();
    pen.icon(kept.remove);
  }
}

void draw_comparison(Pen& pen, const app::WeighBody::Comparison& both) {
  Frame& frame = pen.frame;
  const Group section(frame, "comparison", {.name = both.title});
  heading(frame, "title", 2, both.title);
  {
    const Row row(frame, "choices", {.gap = space::m, .line_height = 60, .bottoms = true});
    for (const app::Piece& each : both.choices)
      pen.piece(each, {.width = frame.narrow() ? room(frame) : 280.0F});
  }
  pen.figures(both.figures);
  text(frame, "sentence", both.sentence);
  for (std::size_t i = 0; i < both.lists.size(); ++i) {
    const Scope scope(frame, static_cast<int>(i));
    heading(frame, "name", 3, both.lists[i].title);
    const Group list(frame, "list",
                     {.role = Role::list, .name = both.lists[i].title, .gap = space::xs});
    for (std::size_t k = 0; k < both.lists[i].lines.size(); ++k)
      item(frame, static_cast<int>(k), icons::chevron_right, both.lists[i].lines[k]);
  }
}

}  // namespace

void draw_body(Pen& pen, const app::WeighBody& body) {
  Frame& frame = pen.frame;
  pen.title(body.title, body.text);
  pen.buttons(body.actions);
  pen.notices(body.notices);
  if (body.empty) {
    pen.empty(*body.empty, icons::shuffle);
    return;
  }
  if (body.working) pen.working(*body.working);
  draw_goals(pen, body);
  if (!body.blocking.empty()) callout(frame, "blocking", Mood::info, {}, body.blocking);
  draw_floors(pen, body);
  draw_gaps(pen, body);
  draw_kept(pen, body);
  if (body.comparison) draw_comparison(pen, *body.comparison);
}

}  // namespace pairbook::ui
