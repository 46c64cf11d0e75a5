#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "mirror_tree.hpp"
#include "pairbook/base/bytes.hpp"
#include "pairbook/ui/semantics.hpp"

namespace pairbook::web {

/// What of a frame's semantic tree the page has not seen yet, packed into one buffer.
///
/// Cost: the page's work is proportional to what changed; an unchanged tree packs to nothing.
class MirrorBuffer {
 public:
  /// The changes since the last call, or empty when there are none and no focus is asked for.
  /// `focused` is the id of what has the page's focus, or 0.
  [[nodiscard]] base::Bytes changes(ui::SemanticTree tree, std::uint32_t focused = 0);

 private:
  MirrorTree seen_;
  std::uint32_t next_slot_ = 1;
  std::uint64_t root_order_ = 0;
  std::string title_, language_;
  std::vector<std::string> shortcuts_;
  bool right_to_left_ = false;
};

}  // namespace pairbook::web
