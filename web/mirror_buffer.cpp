// frame  = title:text language:text right_to_left:u8 focus:u32 shortcuts gone changed order
// gone   = count id:u32*                   order = count (id:u32 parent:u32)*, empty when as
// before changed = count node*                    shortcuts, options = count text* node   =
// id:u32 parent:u32 role:u8 bits:u32 rect clip font_size line_height padding_start (f32 each)
//          level:u8
//          min max step row_count row_index column_count column_index (i32 each)
//          name value description input_type autocomplete placeholder href shortcut accept sort
//          language keys (text each) options
// rect   = x y width height (f32 each)     text, count: as base::ByteWriter
#include "mirror_buffer.hpp"

#include <bit>
#include <unordered_set>

namespace pairbook::web {
namespace {

using base::ByteWriter;

void put_float(ByteWriter& out, float value) {
  out.u32(std::bit_cast<std::uint32_t>(value));
}

void put_rect(ByteWriter& out, const ui::Rect& rect) {
  for (const float side : {rect.x, rect.y, rect.width, rect.height}) put_float(out, side);
}

void put_texts(ByteWriter& out, const std::vector<std::string>& texts) {
  out.varint(texts.size());
  for (const std::string& text : texts) out.text(text);
}

std::uint32_t bits_of(const ui::Node& node, bool has_children) {
  const bool bits[] = {node.disabled,
                       node.checked,
                       node.selected,
                       node.invalid,
                       node.required,
                       node.hidden_by_popup,
                       node.busy,
                       node.expanded.has_value(),
                       node.expanded.value_or(false),
                       node.bold,
                       has_children,
                       node.skip_tab,
                       node.align_end};
  std::uint32_t packed = 0;
  std::uint32_t bit = 1;
  for (const bool is_set : bits) {
    if (is_set) packed |= bit;
    bit <<= 1;
  }
  return packed;
}

void put_node(ByteWriter& out, const ui::Node& node, bool has_children) {
  out.u32(node.id);
  out.u32(node.parent);
  out.u8(static_cast<std::uint8_t>(node.role));
  out.u32(bits_of(node, has_children));
  put_rect(out, node.rect);
  put_rect(out, node.clip);
  put_float(out, node.font_size);
  put_float(out, node.line_height);
  put_float(out, node.padding_start);
  out.u8(node.level);
  for (const std::int32_t number : {node.min, node.max, node.step, node.row_count,
                                    node.row_index, node.column_count, node.column_index})
    out.u32(static_cast<std::uint32_t>(number));
  for (const std::string* text :
       {&node.name, &node.value, &node.description, &node.input_type, &node.autocomplete,
        &node.placeholder, &node.href, &node.shortcut, &node.accept, &node.sort, &node.language,
        &node.keys})
    out.text(*text);
  put_texts(out, node.options);
}

}  // namespace

base::Bytes MirrorBuffer::changes(ui::SemanticTree tree) {
  std::unordered_set<std::uint32_t> parents;
  for (const ui::Node& node : tree.nodes) parents.insert(node.parent);

  std::unordered_map<std::uint32_t, ui::Node> now;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> order;
  ByteWriter changed;
  std::size_t changes = 0;
  for (ui::Node& node : tree.nodes) {
    const std::pair place{node.id, node.parent};
    const auto before = seen_.find(node.id);
    const bool fresh = before == seen_.end() || !(before->second == node);
    const auto [kept, added] = now.try_emplace(node.id, std::move(node));
    if (!added) continue;  // two things with one id: the first one stands
    order.push_back(place);
    if (!fresh) continue;
    put_node(changed, kept->second, parents.contains(place.first));
    ++changes;
  }

  std::vector<std::uint32_t> gone;
  for (const auto& [id, node] : seen_)
    if (!now.contains(id)) gone.push_back(id);

  const bool reordered = order != order_;
  const bool page_changed = tree.title != title_ || tree.language != language_ ||
                            tree.shortcuts != shortcuts_ ||
                            tree.right_to_left != right_to_left_;
  seen_ = std::move(now);
  if (changes == 0 && gone.empty() && !reordered && !page_changed && tree.focus_request == 0)
    return {};

  ByteWriter out;
  out.text(tree.title);
  out.text(tree.language);
  out.u8(tree.right_to_left ? 1 : 0);
  out.u32(tree.focus_request);
  put_texts(out, tree.shortcuts);
  out.varint(gone.size());
  for (const std::uint32_t id : gone) out.u32(id);
  out.varint(changes);
  out.raw(changed.view());
  out.varint(reordered ? order.size() : 0);
  if (reordered)
    for (const auto& [id, parent] : order) {
      out.u32(id);
      out.u32(parent);
    }
  order_ = std::move(order);
  title_ = std::move(tree.title);
  language_ = std::move(tree.language);
  shortcuts_ = std::move(tree.shortcuts);
  right_to_left_ = tree.right_to_left;
  return out.take();
}

}  // namespace pairbook::web
