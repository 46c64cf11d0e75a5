// frame   = title:text language:text right_to_left:u8 focus:u32 shortcuts
//           gone changed orders dialogs
// gone    = count slot:u32*                     what holds others before what it holds
// changed = count thing*                        thing  = slot:u32 fields:u32 field*
// orders  = count (slot:u32 count slot:u32*)*   what an element (0: the page) holds now
// dialogs = count slot:u32*                     the open ones, the topmost last
// field   = in this order, each only when its bit is set in `fields`; all that is not said of a
//           new thing is as in a fresh ui::Node:
//           new (role:u8 level:u8 input_type:text parent_slot:u32), id:u32, bits:u32,
//           rect (x y width height: f32, from the corner of what holds it),
//           cut (left top right bottom: f32), type (font_size line_height padding_start: f32),
//           range (min max step: i32), row_count row_index column_count column_index (i32),
//           name value description autocomplete placeholder href shortcut sort language keys
//           (text), options
// shortcuts, options = count text*              text, count: as base::ByteWriter
#include "mirror_buffer.hpp"

#include <algorithm>
#include <bit>

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

std::uint32_t bits_of(const Mirrored& thing) {
  const ui::Node& node = thing.node;
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
                       thing.first_child != nothing,
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

// Writes each field that differs, and remembers which.
class Fields {
 public:
  explicit Fields(ByteWriter& out) : out_(out) {}

  template <class Write>
  void field(bool differs, Write write) {
    if (differs) {
      told_ |= bit_;
      write(out_);
    }
    bit_ <<= 1;
  }
  void number(std::int32_t now, std::int32_t before) {
    field(now != before, [&](ByteWriter& out) { out.u32(static_cast<std::uint32_t>(now)); });
  }
  void text(const std::string& now, const std::string& before) {
    field(now != before, [&](ByteWriter& out) { out.text(now); });
  }
  [[nodiscard]] std::uint32_t told() const { return told_; }

 private:
  ByteWriter& out_;
  std::uint32_t told_ = 0, bit_ = 1;
};

std::uint32_t put_fields(ByteWriter& out, const Mirrored& thing, std::uint32_t parent_slot,
                         const Mirrored& old, bool is_new) {
  const ui::Node &node = thing.node, &was = old.node;
  Fields fields(out);
  fields.field(is_new, [&](ByteWriter& to) {
    to.u8(static_cast<std::uint8_t>(node.role));
    to.u8(node.level);
    to.text(node.input_type);
    to.u32(parent_slot);
  });
  fields.field(node.id != was.id, [&](ByteWriter& to) { to.u32(node.id); });
  fields.field(bits_of(thing) != bits_of(old), [&](ByteWriter& to) { to.u32(bits_of(thing)); });
  fields.field(!(node.rect == was.rect), [&](ByteWriter& to) { put_rect(to, node.rect); });
  fields.field(!(node.clip == was.clip), [&](ByteWriter& to) { put_rect(to, node.clip); });
  fields.field(node.font_size != was.font_size || node.line_height != was.line_height ||
                   node.padding_start != was.padding_start,
               [&](ByteWriter& to) {
                 for (const float size : {node.font_size, node.line_height, node.padding_start})
                   put_float(to, size);
               });
  fields.field(node.min != was.min || node.max != was.max || node.step != was.step,
               [&](ByteWriter& to) {
                 for (const std::int32_t number : {node.min, node.max, node.step})
                   to.u32(static_cast<std::uint32_t>(number));
               });
  fields.number(node.row_count, was.row_count);
  fields.number(node.row_index, was.row_index);
  fields.number(node.column_count, was.column_count);
  fields.number(node.column_index, was.column_index);
  fields.text(node.name, was.name);
  fields.text(node.value, was.value);
  fields.text(node.description, was.description);
  fields.text(node.autocomplete, was.autocomplete);
  fields.text(node.placeholder, was.placeholder);
  fields.text(node.href, was.href);
  fields.text(node.shortcut, was.shortcut);
  fields.text(node.sort, was.sort);
  fields.text(node.language, was.language);
  fields.text(node.keys, was.keys);
  fields.field(node.options != was.options,
               [&](ByteWriter& to) { put_texts(to, node.options); });
  return fields.told();
}

class Lists {
 public:
  Lists(const MirrorTree& now, const MirrorTree& before) : now_(now), before_(before) {}

  void gone(const std::vector<bool>& taken) {
    for (std::size_t i = 0; i < taken.size(); ++i)
      if (!taken[i]) gone_.slot(before_[i].slot);
  }

  void changed() {
    static const Mirrored fresh;
    for (const Mirrored& thing : now_) {
      const bool is_new = thing.before == nothing;
      ByteWriter fields;
      const std::uint32_t told =
          put_fields(fields, thing, thing.parent == nothing ? 0 : now_[thing.parent].slot,
                     is_new ? fresh : before_[thing.before], is_new);
      if (told == 0) continue;
      changed_.slot(thing.slot);
      changed_.out.u32(told);
      changed_.out.raw(fields.view());
    }
  }

  // Returns what tells the order of the page's own children apart.
  std::uint64_t orders(MirrorTree& now, std::uint64_t root_before) {
    std::uint64_t root = 0;
    for (const Mirrored& thing : now_) {
      std::uint64_t& order = thing.parent == nothing ? root : now[thing.parent].order;
      order = (order ^ thing.slot) * 0x100000001B3ULL + 1;
    }
    if (root != root_before) {
      std::vector<std::uint32_t> held;
      for (const Mirrored& thing : now_)
        if (thing.parent == nothing) held.push_back(thing.slot);
      order_of(0, held);
    }
    for (const Mirrored& thing : now_) {
      if (thing.order == (thing.before == nothing ? 0 : before_[thing.before].order)) continue;
      std::vector<std::uint32_t> held;
      for (std::uint32_t i = thing.first_child; i != nothing; i = now_[i].next)
        held.push_back(now_[i].slot);
      order_of(thing.slot, held);
    }
    return root;
  }

  void dialogs() {
    for (const Mirrored& thing : now_)
      if (thing.node.role == ui::Role::dialog) dialogs_.slot(thing.slot);
  }

  [[nodiscard]] bool say_nothing() const {
    return gone_.count + changed_.count + orders_.count == 0;
  }

  void write(ByteWriter& out) const {
    for (const List* list : {&gone_, &changed_, &orders_, &dialogs_}) {
      out.varint(list->count);
      out.raw(list->out.view());
    }
  }

 private:
  struct List {
    ByteWriter out;
    std::size_t count = 0;
    void slot(std::uint32_t slot) {
      out.u32(slot);
      ++count;
    }
  };

  void order_of(std::uint32_t slot, const std::vector<std::uint32_t>& held) {
    orders_.slot(slot);
    orders_.out.varint(held.size());
    for (const std::uint32_t each : held) orders_.out.u32(each);
  }

  const MirrorTree &now_, &before_;
  List gone_, changed_, orders_, dialogs_;
};

}  // namespace

base::Bytes MirrorBuffer::changes(ui::SemanticTree tree, std::uint32_t focused) {
  MirrorTree now = mirror_tree(std::move(tree.nodes));
  const std::vector<bool> taken = give_slots(now, seen_, focused, next_slot_);
  Lists lists(now, seen_);
  lists.gone(taken);
  lists.changed();
  const std::uint64_t root_order = lists.orders(now, root_order_);
  lists.dialogs();
  const bool page_changed = tree.title != title_ || tree.language != language_ ||
                            tree.shortcuts != shortcuts_ ||
                            tree.right_to_left != right_to_left_;
  const auto wanted = std::ranges::find(now, tree.focus_request,
                                        [](const Mirrored& thing) { return thing.node.id; });
  const std::uint32_t focus = wanted == now.end() ? 0 : wanted->slot;
  ByteWriter out;
  if (!lists.say_nothing() || page_changed || tree.focus_request != 0) {
    out.text(tree.title);
    out.text(tree.language);
    out.u8(tree.right_to_left ? 1 : 0);
    out.u32(focus);
    put_texts(out, tree.shortcuts);
    lists.write(out);
  }
  seen_ = std::move(now);
  root_order_ = root_order;
  title_ = std::move(tree.title);
  language_ = std::move(tree.language);
  shortcuts_ = std::move(tree.shortcuts);
  right_to_left_ = tree.right_to_left;
  return out.take();
}

}  // namespace pairbook::web
