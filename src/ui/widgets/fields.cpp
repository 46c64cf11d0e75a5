#include "pairbook/ui/fields.hpp"

#include <algorithm>
#include <icons.hpp>

#include "pairbook/base/text.hpp"
#include "ui/widgets/marks.hpp"
#include "ui/widgets/paint.hpp"

namespace pairbook::ui {
namespace {

std::string bullets(std::string_view secret) {
  std::string dots;
  for (std::size_t i = 0; i < base::count_code_points(secret); ++i) dots += "\xE2\x80\xA2";
  return dots;
}

// No DOM field shows it, or a dialog lies over the page and the DOM field is hidden for it.
bool paints_value(const Frame::Inner& in) {
  if (in.input.paint_field_text) return true;
  return std::ranges::any_of(in.keep.overlays, [&](const Overlay& over) {
    return over.modal && over.layer > in.layer();
  });
}

void paint_value(Frame::Inner& in, const Rect& room, std::string_view value,
                 const FieldOptions& options, bool many_lines) {
  const bool empty = value.empty();
  const std::string secret = options.type == "password" ? bullets(value) : std::string();
  std::string_view words = empty            ? options.placeholder
                           : secret.empty() ? value
                                            : std::string_view(secret);
  const TextStyle style{
      .size = in.input.coarse_pointer ? type::lead : type::body,
      .color = empty || !options.disabled_because.empty() ? in.theme.text3 : in.theme.text};
  in.push_clip(room);
  if (many_lines) {
    paint_lines(in, room, wrap(in, words, style, room.width), style);
  } else {
    paint_line(in, room, words, style);
  }
  in.pop_clip();
}

Edited put_field(Frame& frame, Key key, std::string_view label, std::string_view value,
                 const FieldOptions& options, bool many_lines) {
  Frame::Inner& in = frame.inner();
  const std::uint32_t id = in.id(key);
  const bool disabled = !options.disabled_because.empty();
  const float size = in.input.coarse_pointer ? type::lead : type::body;
  const float height = many_lines ? line_height(size) * static_cast<float>(options.rows) + 16
                                  : in.control_height();
  const Around around =
      place_labelled(in, {.label = label,
                          .help = disabled ? options.disabled_because : options.help,
                          .error = options.error,
                          .required = options.required,
                          .label_hidden = options.label_hidden,
                          .disabled = disabled,
                          .width = options.width,
                          .height = height});
  const Contact contact = in.interact(id, around.control, !disabled);
  if (contact.hovered) in.cursor = Cursor::text;
  paint_well(in, id, around.control, disabled, !options.error.empty(), contact.hovered);
  const bool search = options.type == "search";
  if (search)
    paint_icon(in, {around.control.x + 10, around.control.y, 16, around.control.height},
               icons::search, 16, in.theme.text3);
  const float before = search ? 34.0F : 12.0F;
  Rect room{around.control.x + before, around.control.y, around.control.width - before - 12,
            around.control.height};
  if (many_lines) room = {room.x, room.y + 8, room.width, room.height - 16};
  if (paints_value(in)) paint_value(in, room, value, options, many_lines);

  Node node;
  node.id = id;
  node.role = many_lines ? Role::text_area : Role::text_field;
  node.name = label;
  node.value = value;
  node.description = around.description;
  node.disabled = disabled;
  node.invalid = !options.error.empty();
  node.required = options.required;
  if (!many_lines) node.input_type = options.type;
  node.autocomplete = options.autocomplete;
  node.placeholder = options.placeholder;
  node.font_size = size;
  node.keys = options.keys;
  node.language = options.language;
  node.line_height = line_height(size);
  node.padding_start = before;
  in.emit(std::move(node), around.control);

  Edited edited;
  if (disabled) return edited;
  if (const Action* typed = in.action(id, Action::Kind::set_value)) edited.typed = typed->value;
  edited.submitted = in.action(id, Action::Kind::submit) != nullptr;
  if (const Action* key_press = in.action(id, Action::Kind::key)) edited.key = key_press->value;
  edited.left = in.action(id, Action::Kind::blur) != nullptr;
  return edited;
}

}  // namespace

Edited field(Frame& frame, Key key, std::string_view label, std::string_view value,
             const FieldOptions& options) {
  return put_field(frame, key, label, value, options, false);
}

Edited text_area(Frame& frame, Key key, std::string_view label, std::string_view value,
                 const FieldOptions& options) {
  return put_field(frame, key, label, value, options, true);
}

}  // namespace pairbook::ui
