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

ImportChooseStep choose_step(const ImportView& view, const Speaker& say) {
  ImportChooseStep step;
  step.text = say(ImportWord::choose_text);
  step.choose = {.label = say(ImportWord::choose),
                 .intent = ChooseImportFile{},
                 .emphasis = Emphasis::primary,
                 .icon = Icon::upload};
  step.drop_here = say(ImportWord::drop_here);
  step.paste = {.id = {Control::import_paste, {}},
                .label = say(ImportWord::paste),
                .value = view.pasted,
                .kind = TextKind::paragraph};
  step.read_pasted = {.label = say(ImportWord::read_pasted), .intent = ReadPasted{}};
  if (!view.trouble.empty()) {
    step.notices.push_back({.tone = Tone::warning, .text = view.trouble});
  }
  return step;
}

std::vector<Notice> table_notices(const codec::Table& table, const Speaker& say) {
  std::vector<Notice> out;
  for (std::string& text : table_notes(say, table)) out.push_back({.text = std::move(text)});
  return out;
}

std::vector<Piece> new_field_pieces(const ImportView& view, const Speaker& say,
                                    std::size_t column) {
  const auto made = view.made_here.find(column);
  if (made == view.made_here.end()) return {};
  const std::string key = base::to_text(static_cast<long long>(column));
  std::vector<Piece> out;
  for (const Field& field : view.new_fields) {
    if (field.key != made->second) continue;
    out.push_back(TextField{.id = {Control::import_new_field_label, key},
                            .label = say(ImportWord::new_label),
                            .value = field.label,
                            .required = true});
    out.push_back(Choice{.id = {Control::import_new_field_kind, key},
                         .label = say(ImportWord::new_kind),
                         .options = kind_options(say),
                         .selected = static_cast<int>(field.kind)});
    const bool listed = field.kind == FieldKind::one_of ||
                        field.kind == FieldKind::several_of || field.kind == FieldKind::scale;
    if (listed) {
      const auto typed = view.option_texts.find(column);
      out.push_back(TextField{
          .id = {Control::import_new_field_options, key},
          .label = say(ImportWord::new_options),
          .value = typed == view.option_texts.end() ? lines_of(field.options) : typed->second,
          .kind = TextKind::paragraph,
          .help = field.kind == FieldKind::scale ? say(PeopleWord::question_options_help)
                                                 : std::string()});
    }
  }
  return out;
}

ImportColumnsStep columns_step(const Model::State& state, const Speaker& say) {
  const ImportView& view = state.import;
  ImportColumnsStep step;
  step.text = say(ImportWord::columns_text, view.file_name, view.table->rows.size());
  step.notices = table_notices(*view.table, say);
  step.role = {.id = {Control::import_role, {}},
               .label = say(ImportWord::role),
               .options = {say(ImportWord::role_from_column), say(ImportWord::role_mentors),
                           say(ImportWord::role_mentees), say(ImportWord::role_both)},
               .selected = static_cast<int>(view.mapping.role)};
  step.header_label = say(ImportWord::header);
  step.meaning_label = say(ImportWord::meaning);
  step.samples_label = say(ImportWord::samples);
  step.understood_label = say(ImportWord::understood);
  const auto options = meaning_options(state, say);
  for (std::size_t i = 0; i < view.mapping.columns.size(); ++i) {
    ImportColumnsStep::ColumnRow row;
    row.header = view.mapping.columns[i].header;
    row.meaning = {.id = {Control::import_column, base::to_text(static_cast<long long>(i))},
                   .label = say(ImportWord::meaning) + ": " + row.header,
                   .options = options,
                   .selected = meaning_index(state, view.mapping.columns[i])};
    row.new_field = new_field_pieces(view, say, i);
    if (i < view.guesses.size()) row.samples = view.guesses[i].examples;
    for (const codec::UnderstoodRow& understood : view.understood) {
      if (i >= understood.cells.size()) continue;
      const codec::UnderstoodCell& cell = understood.cells[i];
      if (cell.understood || !row.trouble.empty()) continue;
      row.trouble = say(ImportWord::trouble_cell, understood.number, cell.text);
    }
    for (std::size_t k = 0; k < std::min(row.samples.size(), view.kept.size()); ++k) {
      const codec::UnderstoodCell& cell = view.kept[k].cells[i];
      row.understood.push_back(cell.understood ? cell.text : std::string());
    }
    step.columns.push_back(std::move(row));
  }
  step.back = {.label = say(FrameWord::back), .intent = ImportStepTo{0}, .icon = Icon::back};
  step.next = {
      .label = say(FrameWord::next), .intent = ImportStepTo{2}, .emphasis = Emphasis::primary};
  if (!has_name_column(view)) step.next.why_not = say(ImportWord::no_name_column);
  return step;
}

struct Preview {
  const Model::State& state;
  const Speaker& say;
  const ImportView& view = state.import;

  [[nodiscard]] std::string choice(const codec::PlannedRow& row,
                                   codec::RowChoice choice) const {
    switch (choice) {
      case codec::RowChoice::add:
        return say(ImportWord::choice_add);
      case codec::RowChoice::update:
        return say(ImportWord::choice_update,
                   known_name(say, state.book->programme, view.plan, row));
      case codec::RowChoice::leave_out:
        return say(ImportWord::choice_leave_out);
    }
    return {};
  }

  [[nodiscard]] Row row_of(std::uint32_t index) const {
    const codec::PlannedRow& planned = view.plan.rows[index];
    Row row;
    row.key = base::to_text(index);
    const auto& said = planned.said;
    row.cells = {Blank::grouped(static_cast<long long>(planned.number)),
                 said.name.value_or(std::string()),
                 said.email && *said.email ? (*said.email)->text() : std::string(),
                 row_kind_text(say, planned.kind),
                 row_reason_text(say, state.book->programme, view.plan, planned)};
    if (planned.kind == codec::RowKind::unusable) row.tone = Tone::danger;
    if (planned.kind == codec::RowKind::duplicate) row.tone = Tone::warning;
    const auto choices = row_choices(planned);
    if (choices.size() > 1) {
      Choice pick{.id = {Control::import_row_choice, row.key},
                  .label = say(ImportWord::choice_label, planned.number)};
      for (std::size_t i = 0; i < choices.size(); ++i) {
        pick.options.push_back(choice(planned, choices[i]));
        if (choices[i] == planned.choice) pick.selected = static_cast<int>(i);
      }
      row.controls.push_back(std::move(pick));
    }
    if (!planned.not_understood.empty()) {
      row.note = say(ImportWord::cells_not_understood, planned.not_understood.size());
    }
    return row;
  }

  [[nodiscard]] ImportPreviewStep step() const {
    ImportPreviewStep out;
    const codec::ImportCounts& counts = view.plan.counts;
    out.text = say(ImportWord::preview_text, view.file_name);
    const auto figure = [&](ImportWord word, std::size_t count) {
      out.counts.push_back({say(word), Blank::grouped(static_cast<long long>(count)), {}, {}});
    };
    figure(ImportWord::new_, counts.fresh);
    figure(ImportWord::changed, counts.changed);
    figure(ImportWord::same, counts.same);
    figure(ImportWord::duplicate, counts.duplicate);
    figure(ImportWord::unusable, counts.unusable);
    out.show = {
        .id = {Control::import_show, {}},
        .label = say(ImportWord::show),
        .options = {say(ImportWord::show_all), say(ImportWord::new_), say(ImportWord::changed),
                    say(ImportWord::duplicate), say(ImportWord::unusable)},
        .selected = static_cast<int>(view.show)};
    Table& table = out.table;
    table.list = ListId::import_rows;
    table.caption = say(ImportWord::step_preview);
    table.columns = {
        {.key = "row", .label = say(ImportWord::column_row), .width = 70, .numeric = true},
        {.key = "name", .label = say(ImportWord::column_name), .width = 220},
        {.key = "email", .label = say(ImportWord::column_email), .width = 220},
        {.key = "what", .label = say(ImportWord::column_what), .width = 140},
        {.key = "why", .label = say(ImportWord::column_why), .width = 260}};
    table.total = static_cast<int>(view.shown.size());
    table.first = std::min(view.first, std::max(0, table.total - 1));
    table.empty = say(PeopleWord::none_fit);
    for (int i = table.first; i < std::min(table.total, table.first + view.rows); ++i) {
      table.rows.push_back(row_of(view.shown[static_cast<std::size_t>(i)]));
    }
    if (counts.cells_not_understood > 0) {
      out.notices.push_back(
          {.tone = Tone::warning,
           .text = say(ImportWord::cells_not_understood, counts.cells_not_understood)});
    }
    out.back = {.label = say(FrameWord::back), .intent = ImportStepTo{1}, .icon = Icon::back};
    out.run = {.label = say(ImportWord::run, view.bringing),
               .intent = RunImport{},
               .emphasis = Emphasis::primary,
               .why_not = why_no_change(state, say)};
    if (view.bringing == 0) out.run.why_not = say(ImportWord::nothing_to_do);
    return out;
  }
};

ImportDoneStep done_step(const ImportView& view, const Speaker& say) {
  ImportDoneStep step;
  step.title = say(ImportWord::done_title);
  step.text =
      view.stopped ? view.trouble : say(ImportWord::done_text, view.added, view.changed);
  step.actions = {{.label = say(ImportWord::see_people),
                   .intent = Go{"#/people"},
                   .emphasis = Emphasis::primary},
                  {.label = say(ImportWord::another), .intent = ImportStepTo{0}},
                  {.label = say(ImportWord::set_rules), .intent = Go{"#/rules"}}};
  if (!view.stopped) {
    step.actions.push_back(
        {.label = say(ImportWord::undo_import), .intent = Undo{}, .icon = Icon::undo});
  }
  return step;
}

std::optional<Working> working(const ImportView& view, const Speaker& say) {
  const Button cancel{.label = say(FrameWord::cancel), .intent = CancelImport{}};
  const auto make = [&](std::string label, std::size_t part, std::size_t whole,
                        std::string detail) {
    return Working{std::move(label), static_cast<int>(part), static_cast<int>(whole),
                   std::move(detail), cancel};
  };
  switch (view.work) {
    case ImportWork::none:
      return std::nullopt;
    case ImportWork::reading:
      return make(say(ImportWord::reading, view.file_name), view.read.bytes,
                  view.read.bytes_in_all, say(ImportWord::reading_detail, view.read.rows));
    case ImportWork::guessing:
      return make(say(ImportWord::reading, view.file_name), view.read.bytes_in_all,
                  view.read.bytes_in_all, say(ImportWord::reading_detail, view.read.rows));
    case ImportWork::planning:
      return make(
          say(ImportWord::planning), view.planned.rows, view.planned.rows_in_all,
          say(ImportWord::planning_detail, view.planned.rows, view.planned.rows_in_all));
    case ImportWork::preparing:
      return make(say(ImportWord::writing), 0, view.bringing,
                  say(ImportWord::writing_detail, 0, view.bringing));
    case ImportWork::writing: {
      const std::size_t whole = view.command.added.size() + view.command.changed.size();
      const std::size_t part = view.next_added + view.next_changed;
      return make(say(ImportWord::writing), part, whole,
                  say(ImportWord::writing_detail, part, whole));
    }
  }
  return std::nullopt;
}

}  // namespace

ImportBody present_import(const Model::State& state, const Speaker& say) {
  const ImportView& view = state.import;
  ImportBody body;
  body.title = say(ImportWord::title);
  body.steps = {say(ImportWord::step_choose), say(ImportWord::step_columns),
                say(ImportWord::step_preview), say(ImportWord::step_done)};
  body.step = static_cast<int>(view.step);
  body.leave = {say(ImportWord::leave), "#/people"};
  if (names_hidden(state)) {
    ImportChooseStep hidden;
    hidden.text = say(PeopleWord::import_hidden);
    hidden.choose = {.label = say(PeopleWord::show_names), .intent = AskToShowNames{}};
    hidden.paste = {.id = {Control::import_paste, {}},
                    .label = say(ImportWord::paste),
                    .why_not = hidden.text};
    hidden.read_pasted = {
        .label = say(ImportWord::read_pasted), .intent = ReadPasted{}, .why_not = hidden.text};
    body.content = std::move(hidden);
    return body;
  }
  body.working = working(view, say);
  switch (view.step) {
    case ImportStep::choose:
      body.content = choose_step(view, say);
      break;
    case ImportStep::columns:
      body.content = columns_step(state, say);
      break;
    case ImportStep::preview:
      body.content = Preview{state, say}.step();
      break;
    case ImportStep::done:
      body.content = done_step(view, say);
      break;
  }
  return body;
}

}  // namespace pairbook::app
