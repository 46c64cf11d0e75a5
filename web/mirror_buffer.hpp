#pragma once

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "pairbook/base/bytes.hpp"
#include "pairbook/ui/semantics.hpp"

namespace pairbook::web {

/// What of a frame's semantic tree the page has not seen yet, packed into one buffer.
///
/// Cost: the page's work is proportional to what changed; an unchanged tree packs to nothing.
class MirrorBuffer {
 public:
  /// The changes since the last call, or empty when there are none and no focus is asked for.
  [[nodiscard]] base::Bytes changes(ui::SemanticTree tree);
  /// The page lost what it had: the next changes are everything.
  void forget() { *this = MirrorBuffer(); }

 private:
  std::unordered_map<std::uint32_t, ui::Node> seen_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> order_;
  std::string title_, language_;
  std::vector<std::string> shortcuts_;
  bool right_to_left_ = false;
};

}  // namespace pairbook::web
