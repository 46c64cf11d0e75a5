#pragma once

#include <string>
#include <vector>

#include "turn.hpp"

namespace pairbook::app {

/// What ops did, in words, told by the programme as it was before them.
enum class Names : std::uint8_t { told, left_out };
[[nodiscard]] std::string words_for(const Speaker& say, const domain::Programme& before,
                                    const std::vector<domain::Op>& ops,
                                    Names names = Names::told);

/// What a refusal means to a person.
[[nodiscard]] std::string words_for(const Speaker& say, const base::Error& error);

enum class Tell : std::uint8_t { nothing, toast };

/// Decides, writes down, applies: a large change op by op in the turns that follow. False when
/// it was refused; `why` then says so in words.
struct Carried {
  bool done = false;
  std::string why;
};
Carried carry_out(Turn& turn, const domain::Command& command, Tell tell = Tell::toast);

/// Why nothing can be changed now, in words; empty when it can.
[[nodiscard]] std::string why_no_change(const Model::State& state, const Speaker& say);

/// Whether ops are about so many people and pairs that they are carried out op by op.
[[nodiscard]] bool is_large(const std::vector<domain::Op>& ops);

/// Whether undo or redo goes on; more of both may be asked for meanwhile.
[[nodiscard]] bool is_stepping(const Model::State& state);

// A change that takes many slices: begin, add ops, finish or take back.
void begin_running(Turn& turn, Running::Kind kind, std::string title);
/// Applies ops to the programme now and keeps them for the history.
void add_to_running(Turn& turn, std::vector<domain::Op> ops);
void finish_running(Turn& turn);
void take_back_running(Turn& turn);

/// Folds one piece of the past on opening.
void fold_past(Turn& turn, OpenedBook& book, const PastChange& past, std::size_t& at_change);

/// What others wrote, put behind everything that was folded. False when it is so much that it
/// is better read beside the open book.
[[nodiscard]] bool fold_news(Turn& turn, const std::vector<PastChange>& news);
/// The programme was replaced by another one of the same book.
void changed_as_a_whole(Turn& turn);

/// Keeps the programme as it is now when enough was written since the last time.
void save_snapshot_if_due(Turn& turn);
/// Goes on with it where there are many people.
bool slice_snapshot(Turn& turn);
/// Hands bytes to the shell, large ones piece by piece, or keeps them until it can take them.
bool slice_saving(Turn& turn);
void save(Turn& turn, vault::Commit change);
void retry_save(Turn& turn);

}  // namespace pairbook::app
