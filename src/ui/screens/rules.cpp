#include <icons.hpp>

#include "ui/screens/screens.hpp"

namespace pairbook::ui {
namespace {

void draw_rule(Pen& pen, const app::RulesBody::Sentence& rule_) {
  Frame& frame = pen.frame;
  const Card card(frame, std::string_view(rule_.key), {.gap = space::xs, .padding = space::m});
  {
    Row row(frame, "rule", {.gap = space::s});
    pen.toggle(rule_.on, {.compact = true});
    for (const app::Piece& part : rule_.parts) pen.piece(part, {.compact = true});
    row.spring();
    pen.icon(rule_.remove);
  }
  const Indent indent(frame, frame.narrow() ? 0 : 36);
  if (!rule_.trouble.empty())
    text(frame, "trouble", rule_.trouble, {.size = type::table, .tone = Tone::warning});
  if (!rule_.effect.empty())
    text(frame, "effect", rule_.effect, {.size = type::table, .tone = Tone::quiet});
}

void draw_rules(Pen& pen, Key key, std::string_view title,
                const std::vector<app::RulesBody::Sentence>& all) {
  if (all.empty()) return;
  const Group group(pen.frame, key, {.name = title, .gap = space::s});
  heading(pen.frame, "title", 2, title);
  for (const auto& each : all) draw_rule(pen, each);
}

void draw_presets(Pen& pen, const app::RulesBody& body) {
  if (body.presets.empty()) return;
  Frame& frame = pen.frame;
  heading(frame, "presets title", 2, body.presets_title);
  Columns columns(frame, "presets", frame.input().width >= 1000 ? 3 : 2,
                  {.equal_height = true});
  for (std::size_t i = 0; i < body.presets.size(); ++i) {
    columns.next();
    const Card card(frame, static_cast<int>(i), {.gap = space::s});
    heading(frame, "name", 3, body.presets[i].name);
    text(frame, "description", body.presets[i].description,
         {.size = type::table, .tone = Tone::quiet});
    pen.button(body.presets[i].use);
  }
}

}  // namespace

void draw_body(Pen& pen, const app::RulesBody& body) {
  Frame& frame = pen.frame;
  pen.title(body.title, body.text);
  pen.buttons(body.actions);
  pen.notices(body.notices);
  if (body.empty) pen.empty(*body.empty, icons::sliders_horizontal);
  if (body.working) pen.working(*body.working);
  if (!body.allowed.empty()) callout(frame, "allowed", Mood::info, {}, body.allowed);
  draw_rules(pen, "musts", body.musts_title, body.musts);
  draw_rules(pen, "points", body.points_title, body.points);
  {
    const Row row(frame, "new rule", {.gap = space::s, .line_height = 60, .bottoms = true});
    pen.choice(body.new_kind, {.width = frame.narrow() ? room(frame) : 320.0F});
    pen.button(body.add);
  }
  if (!body.goal.empty()) {
    const Card card(frame, "goal", {.gap = space::l, .max_width = 640});
    heading(frame, "goal title", 2, body.goal_title);
    pen.pieces(body.goal);
  }
  draw_presets(pen, body);
}

}  // namespace pairbook::ui
