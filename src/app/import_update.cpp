#include <algorithm>

#include "areas.hpp"
#include "change.hpp"
#include "import.hpp"
#include "import_words.hpp"
#include "pairbook/base/text.hpp"
#include "people_text.hpp"
#include "seen.hpp"

namespace pairbook::app {

using namespace domain;

namespace {

void choose_meaning(Turn& turn, std::size_t column, int index) {
  ImportView& view = turn.state.import;
  if (column >= view.mapping.columns.size()) return;
  ColumnMeaning& meaning = view.mapping.columns[column];
  const auto fields = import_fields(turn.state);
  const int count = static_cast<int>(fields.size());
  FieldKey key;
  if (index >= fixed_meanings && index < fixed_meanings + count) {
    key = fields[static_cast<std::size_t>(index - fixed_meanings)]->key;
  }
  // A question made for this column goes when nothing else uses it.
  if (const auto made = view.made_here.find(column); made != view.made_here.end()) {
    const FieldKey old = made->second;
    view.made_here.erase(made);
    view.option_texts.erase(column);
    const bool used = std::any_of(view.made_here.begin(), view.made_here.end(),
                                  [&](const auto& item) { return item.second == old; });
    if (!used && old != key) {
      std::erase_if(view.new_fields, [&](const Field& field) { return field.key == old; });
    }
  }
  meaning.field = key;
  if (index < fixed_meanings) {
    meaning.meaning = static_cast<Meaning>(index);
  } else if (!key.empty()) {
    meaning.meaning = Meaning::answer;
  } else {
    Field field = codec::propose_field(turn.state.book->programme, *view.table, column);
    meaning.meaning = Meaning::answer;
    meaning.field = field.key;
    view.made_here[column] = field.key;
    std::erase_if(view.new_fields, [&](const Field& old) { return old.key == field.key; });
    view.new_fields.push_back(std::move(field));
  }
  understand(turn);
}

Field* made_field(ImportView& view, std::size_t column) {
  const auto made = view.made_here.find(column);
  if (made == view.made_here.end()) return nullptr;
  for (Field& field : view.new_fields) {
    if (field.key == made->second) return &field;
  }
  return nullptr;
}

std::optional<std::size_t> number_in(const std::string& key) {
  if (key.empty() || key.size() > 9) return std::nullopt;
  std::size_t out = 0;
  for (const char digit : key) {
    if (digit < '0' || digit > '9') return std::nullopt;
    out = out * 10 + static_cast<std::size_t>(digit - '0');
  }
  return out;
}

bool chosen(Turn& turn, const Choose& intent) {
  ImportView& view = turn.state.import;
  const auto number = number_in(intent.id.key);
  switch (intent.id.control) {
    case Control::import_role:
      view.mapping.role = static_cast<FileRole>(std::clamp(intent.index, 0, 3));
      if (view.table) understand(turn);
      return true;
    case Control::import_column:
      if (number && view.table) choose_meaning(turn, *number, intent.index);
      return true;
    case Control::import_new_field_kind:
      if (number && view.table) {
        if (Field* field = made_field(view, *number)) {
          const std::string label = field->label;
          const FieldKey key = field->key;
          *field =
              codec::propose_field_of(turn.state.book->programme, *view.table, *number,
                                      static_cast<FieldKind>(std::clamp(intent.index, 0, 9)));
          field->key = key;
          field->label = label;
          view.option_texts.erase(*number);
          understand(turn);
        }
      }
      return true;
    case Control::import_show:
      view.show = static_cast<ImportShow>(std::clamp(intent.index, 0, 4));
      view.first = 0;
      list_shown_rows(view);
      return true;
    case Control::import_row_choice:
      if (view.work == ImportWork::none && number && *number < view.plan.rows.size()) {
        codec::PlannedRow& row = view.plan.rows[*number];
        const auto choices = row_choices(row);
        const auto index = static_cast<std::size_t>(std::max(0, intent.index));
        view.bringing -= brings(row) ? 1U : 0U;
        if (index < choices.size()) row.choice = choices[index];
        view.bringing += brings(row) ? 1U : 0U;
      }
      return true;
    default:
      return false;
  }
}

}  // namespace

void update_import(Turn& turn, const ImportIntent& intent) {
  if (!turn.state.book) return;
  if (names_hidden(turn.state))
    return toast(turn, Tone::warning, turn.say(ErrorWord::names_are_hidden));
  ImportView& view = turn.state.import;
  if (std::holds_alternative<ChooseImportFile>(intent)) {
    turn.ask(PickFile{PickPurpose::import_people, ".csv,.tsv,.txt,text/csv,text/plain"});
  } else if (std::holds_alternative<ReadPasted>(intent)) {
    if (base::trim(view.pasted).empty()) {
      view.trouble = turn.say(ImportWord::paste_empty);
      return;
    }
    const std::string pasted = view.pasted;
    begin_import(turn, turn.say(ImportWord::pasted_name), base::bytes_of(pasted));
  } else if (const auto* step = std::get_if<ImportStepTo>(&intent)) {
    if (view.work != ImportWork::none) return;
    if (step->step == 0) start_over(turn);
    if (step->step == 1 && view.table) view.step = ImportStep::columns;
    if (step->step == 2 && view.table) begin_plan(turn);
    focus(turn);
  } else if (const auto* made = std::get_if<NewFieldForColumn>(&intent)) {
    const int index = fixed_meanings + static_cast<int>(import_fields(turn.state).size());
    if (view.table) choose_meaning(turn, static_cast<std::size_t>(made->column), index);
  } else if (std::holds_alternative<RunImport>(intent)) {
    if (view.step == ImportStep::preview && view.work == ImportWork::none) begin_writing(turn);
  } else if (std::holds_alternative<CancelImport>(intent)) {
    if (view.work == ImportWork::reading || view.work == ImportWork::guessing) start_over(turn);
    if (view.work == ImportWork::planning || view.work == ImportWork::preparing) {
      view.planner.reset();
      view.writer.reset();
      view.work = ImportWork::none;
    }
    if (view.work == ImportWork::writing) {
      stop_writing(turn, turn.say(ImportWord::done_cancelled));
    }
  }
}

bool control_import(Turn& turn, const ControlIntent& intent) {
  ImportView& view = turn.state.import;
  if (const auto* choice = std::get_if<Choose>(&intent)) return chosen(turn, *choice);
  const auto* typed = std::get_if<TypeText>(&intent);
  if (typed == nullptr) return false;
  if (typed->id.control == Control::import_paste) return view.pasted = typed->text, true;
  const bool label = typed->id.control == Control::import_new_field_label;
  if (!label && typed->id.control != Control::import_new_field_options) return false;
  const auto column = number_in(typed->id.key);
  Field* field = column ? made_field(view, *column) : nullptr;
  if (field == nullptr) return true;
  if (label) {
    field->label = typed->text;
  } else {
    view.option_texts[*column] = typed->text;
    field->options = options_of(typed->text);
    understand(turn);
  }
  return true;
}

void list_import(Turn& turn, const FrameIntent& intent) {
  if (const auto* show = std::get_if<ShowRows>(&intent)) {
    turn.state.import.first = std::max(0, show->first);
    turn.state.import.rows = std::clamp(show->count, 1, 200);
  }
}

}  // namespace pairbook::app
