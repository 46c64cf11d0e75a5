#pragma once

#include <cstdint>
#include <vector>

#include "pairbook/ui/semantics.hpp"

namespace pairbook::web {

inline constexpr std::uint32_t nothing = 0xFFFFFFFFU;

/// One thing of a frame as the page's mirror holds it. Things refer to each other by their
/// place in the tree.
///
/// Shape: `slot` names the page's element. It stays while the thing stays; the element of a row
///        that scrolled out of view is given to a row that came into view.
/// Units: `node.rect` counts from the corner of what holds the thing, so that what scrolls
///        together moves by one number; `node.clip` is what is cut off at each side (x left,
///        y top, width right, height bottom), all 0 when nothing is.
struct Mirrored {
  ui::Node node;
  std::uint32_t slot = 0;
  std::uint32_t before = nothing;  // the same element in the frame before, or one it is given
  std::uint32_t parent = nothing, first_child = nothing, next = nothing;
  std::uint64_t order = 0;  // of the slots of what it holds; 0 when it holds nothing
};

/// Parents come before what they hold. Of two things with one id the first one stands.
using MirrorTree = std::vector<Mirrored>;

/// The frame's nodes with parents, geometry and no slots yet.
[[nodiscard]] MirrorTree mirror_tree(std::vector<ui::Node> nodes);

/// Gives every thing of `now` its slot: the one it had in `before`, else one of a row of the
/// same shape that is gone, else the next new one. What has the focus, and what people type
/// into, is given to nobody.
///
/// Returns: for each thing of `before` whether its slot is still in use.
[[nodiscard]] std::vector<bool> give_slots(MirrorTree& now, const MirrorTree& before,
                                           std::uint32_t focused, std::uint32_t& next_slot);

}  // namespace pairbook::web
