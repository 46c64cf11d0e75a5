#include "pairbook/ui/surfaces.hpp"

#include <algorithm>
#include <icons.hpp>

#include "pairbook/ui/controls.hpp"
#include "pairbook/ui/text.hpp"
#include "ui/widgets/marks.hpp"
#include "ui/widgets/paint.hpp"
#include "ui/widgets/popups.hpp"

namespace pairbook::ui {
namespace {

constexpr float margin = 12, padding = 24;

bool pressed_outside(Frame::Inner& in, const Rect& rect) {
  return ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !in.covered() && !in.pointer_in(rect);
}

}  // namespace

bool escapes(const Frame::Inner& in, std::uint32_t id) {
  const bool escape = std::ranges::any_of(
      in.input.actions, [](const Action& each) { return each.kind == Action::Kind::escape; });
  if (!escape) return false;
  // Only the topmost one goes.
  for (auto over = in.keep.overlays.rbegin(); over != in.keep.overlays.rend(); ++over)
    if (over->takes_focus) return over->id == id;
  return false;
}

std::string shown_shortcut(std::string_view chord) {
  std::string shown;
  for (const char c : chord)
    shown += c == '+' && !shown.empty() && shown.back() != ' ' ? ' ' : c;
  constexpr std::string_view control = "Control";
  if (const auto at = shown.find(control); at != std::string::npos)
    shown.replace(at, control.size(), "Ctrl");
  return shown;
}

Dialog::Dialog(Frame& frame, Key key, std::string_view title, const DialogOptions& options)
    : frame_(frame), id_(frame.inner().id(key)) {
  Frame::Inner& in = frame.inner();
  const Rect page = in.page();
  in.enter(Layer::dialog, page);
  fill(in, page, in.theme.scrim);
  const float width = std::min(options.width, page.width - 2 * margin);
  const float pad = frame.narrow() ? space::l : padding;
  const float top = options.at_top ? std::min(96.0F, page.height / 10) : margin;
  const bool closes = !options.close_name.empty();
  const float side = in.control_height();
  const float words_width = width - 2 * pad - (closes ? side + 8 : 0);
  const TextStyle title_style{.size = type::section, .bold = true, .color = in.theme.text};
  const float words_height =
      line_height(type::section) * static_cast<float>(std::max<std::size_t>(
                                       1, wrap(in, title, title_style, words_width).size()));
  const float head = options.title_hidden ? 0 : words_height + space::l;
  const float most = page.height - top - margin - head - 2 * pad;
  const Key content_key = "content";
  const float content = std::min(in.remembered(content_key.within(id_), 160), most);
  const float height = head + content + 2 * pad;
  rect_ = {in.snap((page.width - width) / 2),
           options.at_top ? top : in.snap((page.height - height) / 2), width, height};
  paint_shadow(in, rect_, radius::dialog, 28);
  fill(in, rect_, in.theme.surface, radius::dialog);
  outline(in, rect_, in.theme.high_contrast ? in.theme.border : in.theme.hairline,
          radius::dialog, in.theme.border_width());

  in.overlays.push_back({id_, Layer::dialog, rect_, true, true});
  Node node;
  node.id = id_;
  node.role = Role::dialog;
  node.name = title;
  in.parents.push_back(0);
  node_ = in.emit(std::move(node), rect_);
  in.parents.back() = id_;
  in.scopes.push_back(id_);
  closing_ = escapes(in, id_) || pressed_outside(in, rect_);

  in.open_box({rect_.x + pad, rect_.y + pad, rect_.width - 2 * pad, 0}, space::m);
  if (!options.title_hidden) {
    const Rect words{rect_.x + pad, rect_.y + pad, words_width, words_height};
    in.open_box(words, 0);
    heading(frame, "title", 2, title);
    (void)in.close_box();
    if (closes) {
      in.open_box({end(rect_) - pad - side + 8,
                   rect_.y + pad - (side - line_height(type::section)) / 2, side, 0},
                  0);
      if (icon_button(frame, "close", icons::x, options.close_name)) closing_ = true;
      (void)in.close_box();
    }
  }
  const Rect view{rect_.x + pad - 6, rect_.y + pad + head - 6, rect_.width - 2 * pad + 12,
                  content + 12};
  body_ = std::make_unique<ScrollArea>(frame, "body", view, 6.0F);
}

Dialog::~Dialog() {
  Frame::Inner& in = frame_.inner();
  const float content = in.box().y - in.box().top;
  body_.reset();
  in.remember(Key("content").within(id_), content);
  (void)in.close_box();
  in.scopes.pop_back();
  in.parents.pop_back();
  in.leave();
}

void tip(Frame& frame, const Rect& beside, std::string_view words, std::string_view shortcut) {
  Frame::Inner& in = frame.inner();
  if (in.input.coarse_pointer) return;
  const TextStyle style{.size = type::caption, .color = in.theme.bg};
  const std::string keys = shown_shortcut(shortcut);
  const TextStyle key_style{.size = type::caption, .color = in.theme.bg.faded(190)};
  const auto lines = wrap(in, words, style, 280);
  float widest = 0;
  for (const auto line : lines) widest = std::max(widest, text_width(in, line, style));
  const float key_room =
      keys.empty() ? 0 : text_width(in, keys, key_style) + (widest > 0 ? 12.0F : 0.0F);
  const float each = line_height(style.size);
  Rect rect{0, bottom(beside) + 8, widest + key_room + 21,
            each * static_cast<float>(lines.size()) + 12};
  rect.x = std::clamp(beside.x + (beside.width - rect.width) / 2, 8.0F,
                      std::max(8.0F, in.input.width - rect.width - 8));
  if (bottom(rect) > in.input.height - 8) rect.y = beside.y - rect.height - 8;
  in.enter(Layer::tip, in.page());
  paint_shadow(in, rect, radius::control, 8);
  fill(in, rect, in.theme.text, radius::control);
  paint_lines(in, {rect.x + 10, rect.y + 6, widest + 1, rect.height - 12}, lines, style);
  if (!keys.empty())
    paint_line(in, {end(rect) - 10 - key_room, rect.y + 6, key_room, each}, keys,
               {.size = type::caption, .color = key_style.color, .align = Align::end});
  in.leave();
}

// --- popups ---

bool is_open(const Frame::Inner& in, std::uint32_t id) {
  return in.remembered(Key("open").within(id), 0) > 0;
}
void set_open(Frame::Inner& in, std::uint32_t id, bool open) {
  in.remember(Key("open").within(id), open ? 1.0F : 0.0F);
}

Popup::Popup(Frame& frame, std::uint32_t id, std::string_view name, const Rect& anchor,
             float width)
    : frame_(frame), id_(id) {
  Frame::Inner& in = frame.inner();
  const Layer layer = in.layer() >= Layer::dialog ? Layer::dialog_popup : Layer::popup;
  const float height = in.remembered(Key("height").within(id_), 120);
  rect_ = {anchor.x, bottom(anchor) + 6, std::min(width, in.input.width - 16), height};
  rect_.x = std::clamp(rect_.x, 8.0F, std::max(8.0F, in.input.width - rect_.width - 8));
  if (bottom(rect_) > in.input.height - 8 && anchor.y - height - 6 > 8)
    rect_.y = anchor.y - height - 6;
  if (escapes(in, id_) ||
      (ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !in.pointer_in_any(rect_, anchor)))
    set_open(in, id_, false);
  in.enter(layer, in.page());
  paint_shadow(in, rect_, radius::card, 16);
  fill(in, rect_, in.theme.surface, radius::card);
  outline(in, rect_, in.theme.high_contrast ? in.theme.border : in.theme.hairline, radius::card,
          in.theme.border_width());
  in.overlays.push_back({id_, layer, rect_, false, true});
  Node node;
  node.id = id_;
  node.role = Role::group;
  node.name = name;
  node_ = in.emit(std::move(node), rect_);
  in.parents.push_back(id_);
  in.scopes.push_back(id_);
  in.regions.push_back({0, in.page(), layer});
  in.open_box(inset(rect_, 6), 0);
}

Popup::~Popup() {
  Frame::Inner& in = frame_.inner();
  in.remember(Key("height").within(id_), in.close_box() + 12);
  in.regions.pop_back();
  in.scopes.pop_back();
  in.parents.pop_back();
  in.leave();
}

int menu_button(Frame& frame, Key key, std::string_view label, char32_t icon,
                std::span<const MenuItem> items, bool label_hidden) {
  Frame::Inner& in = frame.inner();
  const std::uint32_t id = in.id(key);
  const std::uint32_t popup = Key("menu").within(id);
  const bool open = is_open(in, popup);
  const ButtonOptions options{
      .look = label_hidden ? Look::quiet : Look::secondary, .icon = icon, .expanded = open};
  const bool pressed = label_hidden ? icon_button(frame, key, icon, label, options)
                                    : button(frame, key, label, options);
  if (pressed) set_open(in, popup, !open);
  if (!open) return -1;
  const Rect anchor = in.physical(in.tree.nodes.back().rect);  // mirrored twice: logical again
  return menu_list(frame, popup, label, anchor, items);
}

int menu_list(Frame& frame, std::uint32_t popup, std::string_view name, const Rect& anchor,
              std::span<const MenuItem> items) {
  Frame::Inner& in = frame.inner();
  int chosen = -1;
  const Popup list(frame, popup, name, anchor, 260);
  const int count = static_cast<int>(items.size());
  for (int i = 0; i < count; ++i) {
    const MenuItem& item = items[static_cast<std::size_t>(i)];
    const std::uint32_t id = in.id(i);
    const bool disabled = !item.disabled_because.empty();
    const Rect rect = in.place_full(in.control_height());
    const Contact contact = in.interact(id, rect, !disabled);
    const Color color = disabled      ? in.theme.text3
                        : item.danger ? in.theme.danger
                                      : in.theme.text;
    if (contact.hovered || in.has_focus(id)) fill(in, rect, in.theme.hover(), radius::control);
    paint_icon(in, {rect.x + 8, rect.y, 18, rect.height}, item.icon, 16,
               item.danger ? color : in.theme.text2);
    const float indent = item.icon != 0 ? 34.0F : 10.0F;
    const std::string keys = shown_shortcut(item.shortcut);
    const TextStyle small{.size = type::caption, .color = in.theme.text3, .align = Align::end};
    const float key_room = keys.empty() ? 0 : text_width(in, keys, small) + 12;
    paint_line(in, {rect.x + indent, rect.y, rect.width - indent - key_room - 8, rect.height},
               item.label, {.color = color});
    paint_line(in, {end(rect) - key_room - 8, rect.y, key_room, rect.height}, keys, small);
    if (in.shows_ring(id)) outline(in, rect, in.theme.ring, radius::control, 2);
    Node node;
    node.id = id;
    node.role = Role::button;
    node.name = item.label;
    node.description = item.disabled_because;
    node.disabled = disabled;
    node.keys = "ArrowDown ArrowUp Home End";
    in.emit(std::move(node), rect);
    if (in.key_pressed(id, "ArrowDown")) frame.focus(in.id((i + 1) % count));
    if (in.key_pressed(id, "ArrowUp")) frame.focus(in.id((i + count - 1) % count));
    if (in.key_pressed(id, "Home")) frame.focus(in.id(0));
    if (in.key_pressed(id, "End")) frame.focus(in.id(count - 1));
    if (contact.pressed) chosen = i;
  }
  if (chosen >= 0) set_open(in, popup, false);
  return chosen;
}

}  // namespace pairbook::ui
