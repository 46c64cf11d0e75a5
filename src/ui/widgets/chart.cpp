#include "pairbook/ui/chart.hpp"

#include <algorithm>

#include "pairbook/ui/layout.hpp"
#include "ui/widgets/moods.hpp"
#include "ui/widgets/paint.hpp"

namespace pairbook::ui {

void bars(Frame& frame, Key key, std::string_view sentence, std::span<const Bar> all,
          int whole) {
  Frame::Inner& in = frame.inner();
  const Group list(frame, key, {.role = Role::list, .name = sentence, .gap = 6});
  const TextStyle label{.size = type::table, .color = in.theme.text};
  const TextStyle number{.size = type::table,
                         .bold = true,
                         .color = in.theme.text,
                         .align = Align::end,
                         .tabular = true};
  float label_room = 0, number_room = 0;
  for (const Bar& bar : all) {
    label_room = std::max(label_room, text_width(in, bar.label, label));
    number_room = std::max(number_room, text_width(in, bar.value_label, number));
    if (whole <= 0) whole = std::max(whole, bar.value);
  }
  label_room = std::min(label_room, in.available() * 0.4F) + 12;
  number_room += 12;
  int index = 0;
  for (const Bar& bar : all) {
    const Rect rect = in.place_full(24);
    const Rect track{rect.x + label_room, rect.y + 7,
                     std::max(10.0F, rect.width - label_room - number_room), 10};
    const float share =
        whole > 0
            ? std::clamp(static_cast<float>(bar.value) / static_cast<float>(whole), 0.0F, 1.0F)
            : 0;
    paint_line(in, {rect.x, rect.y, label_room - 8, rect.height}, bar.label, label);
    fill(in, track, in.theme.surface2, 3);
    if (bar.low >= 0 && whole > 0) {
      const auto at = [&](int value) {
        return track.x + track.width * static_cast<float>(value) / static_cast<float>(whole);
      };
      const Color color = mood_color(in.theme, bar.mood);
      fill(in, {at(bar.low), track.y, std::max(4.0F, at(bar.high) - at(bar.low)), 10},
           faded(color, 0.35F), 3);
      fill(in, {std::clamp(at(bar.value) - 2, track.x, end(track) - 4), track.y - 3, 4, 16},
           color, 2);
    } else if (bar.value > 0)
      fill(in, {track.x, track.y, std::max(4.0F, track.width * share), 10},
           mood_color(in.theme, bar.mood), 3);
    paint_line(in, {end(track), rect.y, number_room, rect.height}, bar.value_label, number);
    Node node;
    node.id = in.id(index++);
    node.role = Role::list_item;
    node.name = bar.label + ": " + bar.value_label;
    node.font_size = type::table;
    in.emit(std::move(node), rect);
  }
}

}  // namespace pairbook::ui
