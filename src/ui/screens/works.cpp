#include "pairbook/ui/chart.hpp"
#include "ui/screens/screens.hpp"

namespace pairbook::ui {

void draw_body(Pen& pen, const app::WorksBody& body) {
  Frame& frame = pen.frame;
  pen.title(body.title, body.text);
  pen.notices(body.notices);
  for (const app::WorksBody::Line& line : body.lines) {
    const Card card(frame, std::string_view(line.key), {.gap = space::s, .max_width = 760});
    heading(frame, "title", 2, line.title);
    std::vector<Bar> shares;
    for (const app::WorksBody::Share& share : line.shares)
      shares.push_back({.label = share.label,
                        .value_label = share.value,
                        .value = share.permille,
                        .low = share.low_permille,
                        .high = share.high_permille});
    constexpr int all = 1000;
    bars(frame, "shares", line.title, shares, all);
    text(frame, "verdict", line.verdict,
         {.bold = true,
          .tone = line.tone == app::Tone::success   ? Tone::success
                  : line.tone == app::Tone::warning ? Tone::warning
                                                    : Tone::normal});
    text(frame, "sentence", line.sentence, {.size = type::table, .tone = Tone::quiet});
    pen.buttons(line.actions);
  }
  if (!body.after.empty()) note(frame, "after", body.after);
}

}  // namespace pairbook::ui
