#pragma once

#include "turn.hpp"

namespace pairbook::app {

// Pieces of the import that its files share.

void begin_import(Turn& turn, std::string name, base::BytesView bytes);
void start_over(Turn& turn, std::string trouble = {});
/// Sees anew how the columns, as they are meant now, would be kept.
void understand(Turn& turn);
void begin_plan(Turn& turn);
void begin_writing(Turn& turn);
/// Takes back what was written so far and says why.
void stop_writing(Turn& turn, std::string why);
/// What a column can mean: fixed meanings, then the questions, then a new question.
[[nodiscard]] std::vector<std::string> meaning_options(const Model::State& state,
                                                       const Speaker& say);
[[nodiscard]] int meaning_index(const Model::State& state, const domain::ColumnMeaning& column);
/// Questions known and to be made, in the order of the options.
[[nodiscard]] std::vector<const domain::Field*> import_fields(const Model::State& state);
inline constexpr int fixed_meanings = 9;
/// The choices a row offers.
[[nodiscard]] std::vector<codec::RowChoice> row_choices(const codec::PlannedRow& row);
void list_shown_rows(ImportView& view);
/// True when the row, as chosen, would add or change somebody.
[[nodiscard]] bool brings(const codec::PlannedRow& row);
[[nodiscard]] bool has_name_column(const ImportView& view);

}  // namespace pairbook::app
