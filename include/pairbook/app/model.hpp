#pragma once

#include <memory>

namespace pairbook::app {

/// Everything the running application knows: the open book and what is on the screen. Made and
/// read only by update() and present(); a shell keeps it and looks no further.
class Model {
 public:
  Model();
  ~Model();
  Model(Model&&) noexcept;
  Model& operator=(Model&&) noexcept;

  struct State;  // src/app/state.hpp
  [[nodiscard]] State& state() { return *state_; }
  [[nodiscard]] const State& state() const { return *state_; }

 private:
  std::unique_ptr<State> state_;
};

}  // namespace pairbook::app
