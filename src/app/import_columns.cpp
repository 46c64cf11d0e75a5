#include <algorithm>

#include "import.hpp"
#include "import_words.hpp"

namespace pairbook::app {

using namespace domain;

std::vector<const Field*> import_fields(const Model::State& state) {
  std::vector<const Field*> out;
  const ImportView& view = state.import;
  for (const Field& field : state.book->programme.fields) {
    const auto grown = std::find_if(view.new_fields.begin(), view.new_fields.end(),
                                    [&](const Field& other) { return other.key == field.key; });
    out.push_back(grown == view.new_fields.end() ? &field : &*grown);
  }
  for (const Field& field : view.new_fields) {
    if (find_field(state.book->programme, field.key) == nullptr) out.push_back(&field);
  }
  return out;
}

std::vector<std::string> meaning_options(const Model::State& state, const Speaker& say) {
  std::vector<std::string> out;
  for (int meaning = 0; meaning < fixed_meanings; ++meaning) {
    out.push_back(meaning_text(say, static_cast<Meaning>(meaning)));
  }
  for (const Field* field : import_fields(state)) {
    out.push_back(say(ImportWord::meaning_answer, field->label));
  }
  out.push_back(say(ImportWord::meaning_new));
  return out;
}

int meaning_index(const Model::State& state, const ColumnMeaning& column) {
  if (column.meaning != Meaning::answer) return static_cast<int>(column.meaning);
  const auto fields = import_fields(state);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i]->key == column.field) return fixed_meanings + static_cast<int>(i);
  }
  return 0;
}

std::vector<codec::RowChoice> row_choices(const codec::PlannedRow& row) {
  std::vector<codec::RowChoice> out;
  for (const auto choice :
       {codec::RowChoice::add, codec::RowChoice::update, codec::RowChoice::leave_out}) {
    if (codec::may_choose(row, choice)) out.push_back(choice);
  }
  return out;
}

bool brings(const codec::PlannedRow& row) {
  return row.kind != codec::RowKind::same && row.kind != codec::RowKind::unusable &&
         row.choice != codec::RowChoice::leave_out;
}

void list_shown_rows(ImportView& view) {
  using enum codec::RowKind;
  view.shown.clear();
  view.shown.reserve(view.plan.rows.size());
  for (std::size_t i = 0; i < view.plan.rows.size(); ++i) {
    const codec::RowKind kind = view.plan.rows[i].kind;
    const bool fits = view.show == ImportShow::all ||
                      (view.show == ImportShow::fresh && kind == fresh) ||
                      (view.show == ImportShow::changed && kind == changed) ||
                      (view.show == ImportShow::duplicate && kind == duplicate) ||
                      (view.show == ImportShow::unusable && kind == unusable);
    if (fits) view.shown.push_back(static_cast<std::uint32_t>(i));
  }
}

bool has_name_column(const ImportView& view) {
  return std::any_of(view.mapping.columns.begin(), view.mapping.columns.end(),
                     [](const ColumnMeaning& column) {
                       return column.meaning == Meaning::name ||
                              column.meaning == Meaning::given_name ||
                              column.meaning == Meaning::family_name;
                     });
}

}  // namespace pairbook::app
