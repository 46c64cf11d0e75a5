#pragma once

#include <string>
#include <vector>

#include "turn.hpp"

namespace pairbook::app {

/// The questions that are asked to check fairness.
[[nodiscard]] std::vector<const domain::Field*> fairness_questions(const Model::State& state);
/// Rounds with pairs, the latest first; 0 before them: the proposal, when there is one now.
[[nodiscard]] std::vector<int> fairness_rounds(const Model::State& state);
[[nodiscard]] int fairness_round(const Model::State& state);

/// Figures are made when somebody looks at them.
[[nodiscard]] bool fairness_has_more(const Model::State& state);
void slice_fairness(Turn& turn);

/// The table and what it says, in words: for the screen, paper and a file.
[[nodiscard]] std::vector<std::string> fairness_head(const Speaker& say);
[[nodiscard]] std::vector<std::vector<std::string>> fairness_rows(const Speaker& say,
                                                                  const FairnessView& view);
[[nodiscard]] std::vector<std::string> fairness_sentences(const Speaker& say,
                                                          const FairnessView& view);

inline constexpr int fewest_shown = 5;

}  // namespace pairbook::app
