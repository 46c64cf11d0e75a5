#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "state.hpp"

namespace pairbook::app {

/// One call of update(): what may be changed, what is known, what is asked for.
struct Turn {
  Model::State& state;
  const domain::Moment& moment;
  base::RandomSource& random;
  Speaker say;
  std::vector<Effect> effects;

  template <class Asked>
  void ask(Asked effect) {
    effects.emplace_back(std::move(effect));
  }
};

enum class WithUndo : std::uint8_t { no, yes };

void toast(Turn& turn, Tone tone, std::string text, WithUndo undo = WithUndo::no);
/// Hands somebody a file that anybody can read, and says so.
void save_readable_file(Turn& turn, std::string name, std::string type, std::string_view text);
/// Moves the focus, once: to a control, or to the heading when it is none.
void focus(Turn& turn, ControlId control = {});
void go(Turn& turn, std::string route, Navigation how = Navigation::push);

}  // namespace pairbook::app
