#pragma once

#include "state.hpp"

namespace pairbook::app {

/// Every command there is, written out by hand: for the palette, the shortcuts and their list.
struct Command {
  std::string label;
  std::string hint;  // where it belongs
  std::string keys;  // "Ctrl+K", "G P"; may be empty
  std::string why_not;
  Intent intent;
  bool in_palette = true;
};
[[nodiscard]] std::vector<Command> commands(const Model::State& state, const Speaker& say);

/// Those that fit what was typed, and people by that name.
[[nodiscard]] std::vector<Palette::Item> palette_items(const Model::State& state,
                                                       const Speaker& say);
/// "Ctrl+K" as this device writes it.
[[nodiscard]] std::string key_words(const Model::State& state, const std::string& keys);

}  // namespace pairbook::app
