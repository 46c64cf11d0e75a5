// Before a book is open: welcome, a new book, unlock, opening, and what may be in the way.
#include <algorithm>
#include <icons.hpp>
#include <optional>

#include "ui/screens/screens.hpp"

namespace pairbook::ui {
namespace {

void draw_mark(Frame& frame) {
  emblem(frame, icons::heart_handshake);
  spacer(frame, space::s);
}

void draw_strength(Pen& pen, const app::Strength& strength) {
  const Group group(pen.frame, "how strong", {.gap = 0});
  const Mood mood = strength.level <= 1   ? Mood::danger
                    : strength.level == 2 ? Mood::warning
                                          : Mood::success;
  meter(pen.frame, "strength", strength.word, strength.level, 4, mood);
  note(pen.frame, "reasons", strength.reasons);
}

void draw_sheet(Pen& pen, const app::RecoverySheet& sheet) {
  const Card card(pen.frame, "sheet", {.quiet = true});
  text(pen.frame, "explanation", sheet.explanation);
  codes(pen.frame, "groups", sheet.groups);
}

}  // namespace

void draw_body(Pen& pen, const app::WelcomeBody& body) {
  Frame& frame = pen.frame;
  draw_mark(frame);
  pen.title(body.title);
  text(frame, "what", body.text, {.size = type::lead, .tone = Tone::quiet});
  pen.notices(body.notices);
  if (!body.known.empty()) {
    const Card card(frame, "known");
    heading(frame, "known title", 2, body.known_title);
    for (std::size_t i = 0; i < body.known.size(); ++i) {
      const Scope scope(frame, static_cast<int>(i));
      Row row(frame, "book", {});
      text(frame, "name", body.known[i].name, {.bold = true});
      row.spring();
      pen.button(body.known[i].forget);
      pen.button(body.known[i].open);
    }
  }
  {
    const Group ways(frame, "ways", {.gap = space::s});
    pen.button(body.start, true);
    pen.button(body.open_file, true);
    pen.button(body.look_around, true);
    pen.button(body.check_report, true);
  }
}

void draw_body(Pen& pen, const app::NewBookBody& body) {
  Frame& frame = pen.frame;
  std::optional<Group> page;
  std::optional<Card> card;
  if (pen.in_book()) {
    card.emplace(frame, "form",
                 CardOptions{.role = Role::form, .name = body.title, .max_width = 560});
  } else {
    draw_mark(frame);
    page.emplace(frame, "form", GroupOptions{.role = Role::form, .name = body.title});
  }
  if (!body.step.empty()) note(frame, "step", body.step);
  pen.title(body.title, body.text);
  pen.notices(body.notices);
  spacer(frame, space::l);
  // How strong the passphrase is belongs right under it.
  const auto secret = std::ranges::find_if(body.pieces, [](const app::Piece& piece) {
    const auto* typed = std::get_if<app::TextField>(&piece);
    return typed && typed->kind == app::TextKind::password;
  });
  const auto until = secret == body.pieces.end() ? secret : secret + 1;
  pen.pieces({body.pieces.begin(), until});
  if (body.strength) draw_strength(pen, *body.strength);
  pen.pieces({until, body.pieces.end()});
  if (body.sheet) draw_sheet(pen, *body.sheet);
  if (body.working) pen.working(*body.working);
  pen.submit(body.next);
  spacer(frame, space::l);
  Row row(frame, "next", {});
  if (body.back) pen.button(*body.back);
  row.spring();
  pen.button(body.next);
}

void draw_body(Pen& pen, const app::UnlockBody& body) {
  Frame& frame = pen.frame;
  draw_mark(frame);
  const Group form(frame, "form", {.role = Role::form, .name = body.title});
  pen.title(body.title, body.text);
  pen.notices(body.notices);
  spacer(frame, space::l);
  pen.field(body.secret);
  if (body.working) pen.working(*body.working);
  pen.submit(body.unlock);
  spacer(frame, space::l);
  pen.button(body.unlock, true);
  pen.button(body.other_way, true);
  pen.button(body.leave, true);
}

void draw_body(Pen& pen, const app::OpeningBody& body) {
  draw_mark(pen.frame);
  pen.title(body.title);
  pen.working(body.working);
}

void draw_body(Pen& pen, const app::ProblemBody& body) {
  Frame& frame = pen.frame;
  draw_mark(frame);
  pen.title(body.title);
  callout(frame, "problem", mood_of(body.tone), {}, body.text, body.tone == app::Tone::danger);
  if (!body.what_to_do.empty()) {
    const Group list(frame, "to do", {.role = Role::list, .gap = space::s});
    for (std::size_t i = 0; i < body.what_to_do.size(); ++i)
      item(frame, static_cast<int>(i), icons::arrow_right, body.what_to_do[i]);
  }
  pen.buttons(body.actions);
  if (!body.detail.empty())
    text(frame, "detail", body.detail, {.size = type::caption, .tone = Tone::hint});
}

}  // namespace pairbook::ui
