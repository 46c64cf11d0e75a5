#include <icons.hpp>

#include "ui/screens/screens.hpp"

namespace pairbook::ui {

void draw_reasons(Pen& pen, const std::vector<app::ReasonLine>& reasons) {
  const Group list(pen.frame, "reasons", {.role = Role::list, .gap = space::xs});
  for (std::size_t i = 0; i < reasons.size(); ++i)
    reason(pen.frame, static_cast<int>(i), reasons[i].criterion, reasons[i].points,
           reasons[i].fact);
}

namespace {

void draw_details(Pen& pen, const app::MatchBody::Details& details) {
  Frame& frame = pen.frame;
  heading(frame, "title", 2, details.title);
  draw_reasons(pen, details.reasons);
  if (!details.rank.empty()) note(frame, "rank", details.rank);
  for (std::size_t i = 0; i < details.together.size(); ++i)
    note(frame, static_cast<int>(i), details.together[i]);
  pen.buttons(details.actions);
  if (details.others.empty()) return;
  heading(frame, "others title", 3, details.others_title);
  for (std::size_t i = 0; i < details.others.size(); ++i) {
    const Scope scope(frame, static_cast<int>(i));
    Row row(frame, "other", {});
    text(frame, "mentor", details.others[i].mentor, {.bold = true});
    text(frame, "cost", details.others[i].cost, {.size = type::table, .tone = Tone::quiet});
    row.spring();
    pen.button(details.others[i].choose);
  }
}

}  // namespace

void draw_body(Pen& pen, const app::MatchBody& body) {
  Frame& frame = pen.frame;
  pen.title(body.title, body.text);
  pen.notices(body.notices);
  if (body.empty) {
    pen.empty(*body.empty, icons::shuffle);
    return;
  }
  {
    const Row row(frame, "actions", {});
    pen.button(body.run);
    for (const app::Button& each : body.actions) pen.button(each);
  }
  if (body.working) pen.working(*body.working);
  pen.figures(body.figures);
  if (!body.proof.empty()) callout(frame, "proof", Mood::success, {}, body.proof);
  if (!body.blocking.empty()) note(frame, "blocking", body.blocking);
  if (!body.moved.empty()) note(frame, "moved", body.moved);
  if (body.table.columns.empty()) return;
  {
    const Row row(frame, "filters", {.gap = space::m, .line_height = 60, .bottoms = true});
    pen.field(body.search, {.width = frame.narrow() ? room(frame) : 280.0F});
    pen.choice(body.show, {.width = frame.narrow() ? room(frame) : 220.0F});
  }
  TableExtras extras;
  if (body.details) extras = {body.details->key, [&] { draw_details(pen, *body.details); }};
  pen.table(body.table, extras);
  if (body.unmatched.total == 0) return;
  spacer(frame, space::xxl);
  heading(frame, "unmatched title", 2, body.unmatched_title);
  pen.table(body.unmatched);
}

}  // namespace pairbook::ui
