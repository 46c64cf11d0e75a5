// Fields and choices: what a person types or picks becomes what the application is told.
#include <algorithm>
#include <string>

#include "pairbook/base/text.hpp"
#include "ui/screens/pen.hpp"

namespace pairbook::ui {
namespace {

std::string_view type_of(app::TextKind kind) {
  switch (kind) {
    case app::TextKind::password:
      return "password";
    case app::TextKind::email:
      return "email";
    case app::TextKind::search:
      return "search";
    case app::TextKind::number:
      return "number";
    default:
      return "text";
  }
}

}  // namespace

void Pen::field(const app::TextField& what, const PieceOptions& options) {
  const Key key = key_of(what.id);
  focus_if_wanted(what.id, key);
  const FieldOptions as{.type = type_of(what.kind),
                        .help = what.help,
                        .error = what.error,
                        .placeholder = what.placeholder,
                        .autocomplete = what.autocomplete,
                        .disabled_because = what.why_not,
                        .required = what.required,
                        .label_hidden = options.compact,
                        .width = options.compact && options.width < 0 ? 200.0F : options.width,
                        .language = what.language};
  const Edited edited = what.kind == app::TextKind::paragraph
                            ? text_area(frame, key, what.label, what.value, as)
                            : ui::field(frame, key, what.label, what.value, as);
  if (edited.typed) ask(app::TypeText{what.id, *edited.typed});
  if (edited.left) ask(app::LeaveField{what.id});
  if (edited.submitted) submitted_ = true;
}

void Pen::choice(const app::Choice& what, const PieceOptions& options) {
  const Key key = key_of(what.id);
  focus_if_wanted(what.id, key);
  const auto chosen =
      select(frame, key, what.label, what.options, what.selected,
             {.help = what.help,
              .error = what.error,
              .disabled_because = what.why_not,
              .label_hidden = options.compact,
              .width = options.compact && options.width < 0 ? 200.0F : options.width});
  if (chosen) ask(app::Choose{what.id, *chosen});
}

void Pen::radio(const app::Choice& what) {
  const Key key = key_of(what.id);
  focus_if_wanted(what.id, key);
  const auto chosen =
      radio_group(frame, key, what.label, what.options, what.selected,
                  {.help = what.help, .error = what.error, .disabled_because = what.why_not});
  if (chosen) ask(app::Choose{what.id, *chosen});
}

void Pen::toggle(const app::Toggle& what, const PieceOptions& options) {
  const Key key = key_of(what.id);
  focus_if_wanted(what.id, key);
  const auto on = checkbox(
      frame, key, what.label, what.on,
      {.help = what.help, .disabled_because = what.why_not, .label_hidden = options.compact});
  if (on) ask(app::Tick{what.id, 0, *on});
}

void Pen::tick_list(const app::TickList& list) {
  const Group group(frame, key_of(list.id), {.name = list.label, .gap = 0});
  text(frame, "label", list.label, {.size = type::table, .bold = true});
  if (!list.help.empty()) note(frame, "help", list.help);
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const auto on = checkbox(frame, static_cast<int>(i), list.items[i].label, list.items[i].on);
    if (on) ask(app::Tick{list.id, static_cast<int>(i), *on});
  }
  if (!list.error.empty())
    text(frame, "error", list.error, {.size = type::table, .tone = Tone::danger});
}

void Pen::slide(const app::Slider& what, const PieceOptions& options) {
  const Key key = key_of(what.id);
  focus_if_wanted(what.id, key);
  const auto value =
      slider(frame, key, what.label, what.value,
             {.min = what.min,
              .max = what.max,
              .step = what.step,
              .value_label = what.value_text,
              .label_hidden = options.compact,
              .width = options.compact && options.width < 0 ? 220.0F : options.width});
  if (value) ask(app::SetNumber{what.id, *value});
}

void Pen::number_box(const app::NumberBox& box, const PieceOptions& options) {
  const Key key = key_of(box.id);
  focus_if_wanted(box.id, key);
  std::string help = box.help;
  if (!box.unit.empty() && !options.compact)
    help = help.empty() ? box.unit : box.unit + ". " + help;
  const Edited edited = ui::field(frame, key, box.label, base::to_text(box.value),
                                  {.type = "number",
                                   .help = help,
                                   .error = box.error,
                                   .disabled_because = box.why_not,
                                   .label_hidden = options.compact,
                                   .width = options.compact ? 76.0F : 200.0F});
  if (options.compact && !box.unit.empty()) text(frame, key.hash + 1, box.unit);
  if (!edited.typed || edited.typed->empty() || edited.typed->size() > 6) return;
  int value = 0;
  for (const char c : *edited.typed) {
    if (c < '0' || c > '9') return;
    value = value * 10 + (c - '0');
  }
  ask(app::SetNumber{box.id, std::clamp(value, box.min, box.max)});
}

}  // namespace pairbook::ui
