#include "mirror_tree.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace pairbook::web {
namespace {

// From ids, which are hashes already, to places. Open addressing; at most half full.
class Places {
 public:
  explicit Places(std::size_t count) : table_(std::bit_ceil(count * 2 + 2), {0, nothing}) {}

  // Where the id is known to be, or `place` when it is new.
  std::uint32_t add(std::uint32_t id, std::uint32_t place) {
    auto& [known, where] = cell(id);
    if (where != nothing) return where;
    known = id;
    return where = place;
  }
  std::uint32_t find(std::uint32_t id) { return cell(id).second; }

 private:
  std::pair<std::uint32_t, std::uint32_t>& cell(std::uint32_t id) {
    std::size_t at = id & (table_.size() - 1);
    while (table_[at].second != nothing && table_[at].first != id)
      at = (at + 1) & (table_.size() - 1);
    return table_[at];
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> table_;
};

std::uint32_t size_of(const MirrorTree& tree) {
  return static_cast<std::uint32_t>(tree.size());
}

// What the view cuts off a thing, never more than all of it: what is out of view stays equal
// however far away it scrolls.
ui::Rect cut_off(const ui::Rect& rect, const ui::Rect& clip) {
  const auto side = [](float cut, float whole) {
    return std::clamp(cut, 0.0F, std::max(0.0F, whole));
  };
  const ui::Rect cut{side(clip.x - rect.x, rect.width), side(clip.y - rect.y, rect.height),
                     side(rect.x + rect.width - clip.x - clip.width, rect.width),
                     side(rect.y + rect.height - clip.y - clip.height, rect.height)};
  const float most = std::max({cut.x, cut.y, cut.width, cut.height});
  return most > 0.5F ? cut : ui::Rect{};
}

bool same_kind(const ui::Node& one, const ui::Node& other) {
  return one.role == other.role && one.level == other.level &&
         one.input_type == other.input_type;
}

// A run is a thing and all it holds, which stand together.
std::uint32_t end_of_run(const MirrorTree& tree, std::uint32_t from) {
  std::uint32_t end = from + 1;
  while (end < size_of(tree) && tree[end].parent != nothing && tree[end].parent >= from) ++end;
  return end;
}

bool is_row(const ui::Node& node) {
  return node.role == ui::Role::row || node.role == ui::Role::list_item;
}

bool is_typed_into(const ui::Node& node) {
  using enum ui::Role;
  return node.role == text_field || node.role == text_area || node.role == slider ||
         node.role == select;
}

class Slots {
 public:
  Slots(MirrorTree& now, const MirrorTree& before, std::uint32_t focused)
      : now_(now), before_(before), focused_(focused), taken_(before.size(), false) {}

  std::vector<bool> give(std::uint32_t& next_slot) {
    keep();
    find_spare_rows();
    for (std::uint32_t i = 0; i < size_of(now_); ++i)
      if (now_[i].before == nothing && is_row(now_[i].node)) reuse(i);
    for (Mirrored& thing : now_)
      thing.slot = thing.before == nothing ? next_slot++ : before_[thing.before].slot;
    return std::move(taken_);
  }

 private:
  void keep() {
    Places places(before_.size());
    for (std::uint32_t i = 0; i < size_of(before_); ++i)
      (void)places.add(before_[i].node.id, i);
    for (Mirrored& thing : now_) {
      const std::uint32_t place = places.find(thing.node.id);
      if (place == nothing || !same_kind(before_[place].node, thing.node)) continue;
      thing.before = place;
      taken_[place] = true;
    }
  }

  void find_spare_rows() {
    for (std::uint32_t i = 0; i < size_of(before_); ++i) {
      const Mirrored& row = before_[i];
      if (taken_[i] || !is_row(row.node) || row.parent == nothing || !taken_[row.parent])
        continue;
      const std::uint32_t end = end_of_run(before_, i);
      bool free = true;
      for (std::uint32_t j = i; j < end && free; ++j)
        free = !taken_[j] && before_[j].node.id != focused_ && !is_typed_into(before_[j].node);
      if (free) spare_.push_back(i);
    }
  }

  void reuse(std::uint32_t row) {
    const std::uint32_t parent = now_[row].parent;
    if (parent == nothing) return;
    const auto found = std::ranges::find_if(spare_, [&](std::uint32_t spare) {
      return before_[spare].parent == now_[parent].before && has_shape_of(row, spare);
    });
    if (found == spare_.end()) return;
    for (std::uint32_t i = row, from = *found; i < end_of_run(now_, row); ++i, ++from) {
      now_[i].before = from;
      taken_[from] = true;
    }
    spare_.erase(found);
  }

  bool has_shape_of(std::uint32_t row, std::uint32_t spare) const {
    const std::uint32_t size = end_of_run(now_, row) - row;
    if (end_of_run(before_, spare) - spare != size) return false;
    for (std::uint32_t i = 0; i < size; ++i) {
      const Mirrored &one = now_[row + i], &other = before_[spare + i];
      if (one.before != nothing || !same_kind(one.node, other.node)) return false;
      if (i > 0 && one.parent - row != other.parent - spare) return false;
    }
    return true;
  }

  MirrorTree& now_;
  const MirrorTree& before_;
  std::uint32_t focused_;
  std::vector<bool> taken_;
  std::vector<std::uint32_t> spare_;
};

}  // namespace

MirrorTree mirror_tree(std::vector<ui::Node> nodes) {
  Places places(nodes.size());
  MirrorTree tree;
  tree.reserve(nodes.size());
  for (ui::Node& node : nodes) {
    const std::uint32_t place = size_of(tree);
    if (places.add(node.id, place) == place) tree.push_back({.node = std::move(node)});
  }
  for (std::uint32_t i = 0; i < size_of(tree); ++i) {
    const std::uint32_t parent =
        tree[i].node.parent == 0 ? nothing : places.find(tree[i].node.parent);
    tree[i].parent = parent != nothing && parent < i ? parent : nothing;
  }
  // From the end, so that every thing is placed before what holds it is.
  for (std::uint32_t i = size_of(tree); i-- > 0;) {
    Mirrored& thing = tree[i];
    thing.node.clip = cut_off(thing.node.rect, thing.node.clip);
    if (thing.parent == nothing) continue;
    Mirrored& parent = tree[thing.parent];
    thing.node.rect.x -= parent.node.rect.x;
    thing.node.rect.y -= parent.node.rect.y;
    thing.next = std::exchange(parent.first_child, i);
  }
  return tree;
}

std::vector<bool> give_slots(MirrorTree& now, const MirrorTree& before, std::uint32_t focused,
                             std::uint32_t& next_slot) {
  return Slots(now, before, focused).give(next_slot);
}

}  // namespace pairbook::web
