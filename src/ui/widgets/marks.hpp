#pragma once

#include "ui/widgets/inner.hpp"

// Small pictures that several widgets share.
namespace pairbook::ui {

void paint_tick_box(Frame::Inner&, std::uint32_t id, const Rect&, bool on, bool partly,
                    bool disabled, const Contact&);
void paint_spinner(Frame::Inner&, const Rect&, Color);
void paint_dashes(Frame::Inner&, const Rect&, Color, float radius);

/// The label above a control, and the help or error under it.
struct Around {
  Rect control;
  std::string description;
};
struct AroundOptions {
  std::string_view label = {}, help = {}, error = {};
  bool required = false, label_hidden = false, disabled = false;
  float width = -1, height = 36;
};
/// Makes room for label, control and help, and paints the first and the last.
Around place_labelled(Frame::Inner&, const AroundOptions&);
/// The frame of a field or a select: ground, border, error border, ring.
void paint_well(Frame::Inner&, std::uint32_t id, const Rect&, bool disabled, bool invalid,
                bool hovered);

}  // namespace pairbook::ui
