#include <algorithm>

#include "areas.hpp"
#include "change.hpp"
#include "people_text.hpp"
#include "seen.hpp"

namespace pairbook::app {

using namespace domain;

namespace {

constexpr std::size_t most_answer_columns = 4;

std::vector<const Field*> column_fields(const Programme& programme) {
  std::vector<const Field*> out;
  for (const Field& field : programme.fields) {
    if (out.size() == most_answer_columns) break;
    if (field.use == FieldUse::fairness) continue;
    if (field.kind != FieldKind::long_text && field.kind != FieldKind::availability) {
      out.push_back(&field);
    }
  }
  return out;
}

Column column(const PeopleView& view, std::string key, std::string label, int width) {
  const Sorting sorting = view.sort != key  ? Sorting::unsorted
                          : view.descending ? Sorting::descending
                                            : Sorting::ascending;
  return {.key = std::move(key), .label = std::move(label), .sorting = sorting, .width = width};
}

Table people_table(const Model::State& state, const Speaker& say) {
  const PeopleView& view = state.people;
  const Programme& programme = seen(state);
  const auto fields = column_fields(programme);
  Table table;
  table.list = ListId::people;
  table.caption = say(PeopleWord::title);
  table.columns = {column(view, "/name", say(PeopleWord::column_name), 220),
                   column(view, "/role", say(PeopleWord::column_role), 150),
                   column(view, "/email", say(PeopleWord::column_email), 220)};
  for (const Field* field : fields) {
    table.columns.push_back(column(view, field->key.text(), field->label, 160));
  }
  table.columns.push_back(column(view, "/pairs", say(PeopleWord::column_pairs), 80));
  table.columns.back().numeric = true;
  table.total = static_cast<int>(view.index.shown.size());
  table.first = std::min(view.first, table.total);
  table.selectable = true;
  table.all_selected = table.total > 0 && view.selected.size() >= view.index.shown.size();
  table.select_all_label = say(PeopleWord::select_all, table.total);
  table.empty = say(PeopleWord::none_fit);
  const int end = std::min(table.total, table.first + view.rows);
  for (int i = table.first; i < end; ++i) {
    const Person* person =
        find_person(programme, view.index.shown[static_cast<std::size_t>(i)]);
    if (person == nullptr) continue;
    Row row;
    row.key = person->id.hex();
    row.cells = {person->name, role_words(say, *person),
                 person->email ? person->email->text() : std::string()};
    for (const Field* field : fields) row.cells.push_back(answer_text(*field, *person));
    const auto pairs = view.index.pairs.find(person->id);
    row.cells.push_back(Blank::grouped(pairs == view.index.pairs.end() ? 0 : pairs->second));
    row.selected = view.selected.contains(person->id);
    row.route = "#/people/" + row.key;
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::vector<Choice> filters(const Model::State& state, const Speaker& say) {
  const PeopleView& view = state.people;
  std::vector<Choice> out;
  out.push_back({.id = {Control::people_role, {}},
                 .label = say(PeopleWord::filter_role),
                 .options = {say(PeopleWord::role_everybody), say(PeopleWord::role_mentors),
                             say(PeopleWord::role_mentees), say(PeopleWord::role_both),
                             say(PeopleWord::role_no_part), say(PeopleWord::role_without_pair)},
                 .selected = static_cast<int>(view.role)});
  const auto fields = filter_fields(seen(state));
  if (fields.empty()) return out;
  Choice by{.id = {Control::people_field, {}},
            .label = say(PeopleWord::filter_field),
            .options = {say(PeopleWord::filter_field_any)},
            .selected = view.field};
  for (const Field* field : fields) by.options.push_back(field->label);
  out.push_back(std::move(by));
  if (view.field > 0 && view.field <= static_cast<int>(fields.size())) {
    out.push_back(
        {.id = {Control::people_answer, {}},
         .label = say(PeopleWord::filter_answer),
         .options = filter_answers(*fields[static_cast<std::size_t>(view.field - 1)], say),
         .selected = view.answer});
  }
  return out;
}

}  // namespace

PeopleBody present_people(const Model::State& state, const Speaker& say) {
  const PeopleView& view = state.people;
  const Programme& programme = seen(state);
  const std::string why = why_no_change(state, say);
  PeopleBody body;
  body.title = say(PeopleWord::title);
  const Button import{
      .label = say(PeopleWord::import), .intent = Go{"#/import"}, .icon = Icon::upload};
  const Button add{.label = say(PeopleWord::add),
                   .intent = AddSomebody{},
                   .icon = Icon::add,
                   .why_not = why};
  if (programme.people.empty()) {
    body.empty = Empty{.title = say(PeopleWord::empty_title),
                       .text = say(PeopleWord::empty_text),
                       .actions = {import, add}};
    body.empty->actions.front().emphasis = Emphasis::primary;
  }
  body.search = {.id = {Control::people_search, {}},
                 .label = say(PeopleWord::search),
                 .value = view.search,
                 .kind = TextKind::search,
                 .placeholder = say(PeopleWord::search_hint)};
  body.filters = filters(state, say);
  const bool filtered =
      !view.search.empty() || view.role != RoleFilter::everybody || view.field > 0;
  if (filtered) {
    body.clear_filters = Button{.label = say(PeopleWord::clear_filters),
                                .intent = ClearFilters{},
                                .emphasis = Emphasis::quiet};
  }
  body.count =
      filtered ? say(PeopleWord::count_some, view.index.shown.size(), programme.people.size())
               : say(PeopleWord::count_all, programme.people.size());
  body.table = people_table(state, say);
  if (!view.selected.empty()) {
    body.selection = say(PeopleWord::selected, view.selected.size());
    body.for_selection = {
        {.label = say(PeopleWord::withdraw), .intent = WithdrawSelected{true}, .why_not = why},
        {.label = say(PeopleWord::take_part),
         .intent = WithdrawSelected{false},
         .why_not = why},
        {.label = say(PeopleWord::remove),
         .intent = RemoveSelected{},
         .emphasis = Emphasis::danger,
         .icon = Icon::remove,
         .why_not = why}};
  }
  body.actions = {add,
                  import,
                  {.label = say(PeopleWord::questions), .intent = Go{"#/questions"}},
                  {.label = say(PeopleWord::export_csv),
                   .intent = ExportPeople{ExportFormat::csv},
                   .icon = Icon::download},
                  {.label = say(PeopleWord::export_json),
                   .intent = ExportPeople{ExportFormat::json},
                   .icon = Icon::download}};
  return body;
}

QuestionsBody present_questions(const Model::State& state, const Speaker& say) {
  const std::string why = why_no_change(state, say);
  QuestionsBody body;
  body.title = say(PeopleWord::questions_title);
  body.text = say(PeopleWord::questions_text);
  body.back = {say(PeopleWord::back), "#/people"};
  body.add = {.label = say(PeopleWord::add_question),
              .intent = EditField{},
              .icon = Icon::add,
              .why_not = why};
  static constexpr PeopleWord asked[] = {PeopleWord::asked_everybody, PeopleWord::asked_mentors,
                                         PeopleWord::asked_mentees};
  for (const Field& field : state.book->programme.fields) {
    QuestionsBody::Question question;
    question.label = field.label;
    question.kind = kind_words(say, field.kind);
    question.details = say(asked[static_cast<std::size_t>(field.asked)]);
    if (field.use == FieldUse::fairness)
      question.details += ". " + say(PeopleWord::use_fairness);
    if (field.hidden_in_review) question.details += ". " + say(PeopleWord::question_hidden);
    if (!field.options.empty()) {
      std::string options;
      for (std::size_t i = 0; i < field.options.size() && i < 8; ++i) {
        options += (i == 0 ? "" : ", ") + field.options[i];
      }
      if (field.options.size() > 8) options += ", ...";
      question.details += ". " + say(PeopleWord::options_of, options);
    }
    question.edit = {.label = say(PeopleWord::edit_named, field.label),
                     .intent = EditField{field.key.text()},
                     .icon = Icon::edit,
                     .why_not = why};
    question.remove = {.label = say(PeopleWord::remove_named, field.label),
                       .intent = RemoveFieldHere{field.key.text()},
                       .emphasis = Emphasis::quiet,
                       .icon = Icon::remove,
                       .why_not = why};
    body.questions.push_back(std::move(question));
  }
  if (body.questions.empty()) {
    body.empty = Empty{.title = say(PeopleWord::questions_title),
                       .text = say(PeopleWord::questions_empty),
                       .actions = {body.add}};
  }
  return body;
}

Dialog present_question_dialog(const Model::State& state, const Speaker& say) {
  const QuestionView& view = state.question;
  Dialog dialog;
  dialog.title = say(view.is_new ? PeopleWord::question_new : PeopleWord::question_change);
  dialog.pieces.push_back(TextField{.id = {Control::field_label, {}},
                                    .label = say(PeopleWord::question_label),
                                    .value = view.label,
                                    .error = view.trouble,
                                    .required = true});
  dialog.pieces.push_back(Choice{.id = {Control::field_kind, {}},
                                 .label = say(PeopleWord::question_kind),
                                 .options = kind_options(say),
                                 .selected = view.kind});
  const auto kind = static_cast<FieldKind>(view.kind);
  if (kind == FieldKind::one_of || kind == FieldKind::several_of || kind == FieldKind::scale) {
    dialog.pieces.push_back(TextField{
        .id = {Control::field_options, {}},
        .label = say(PeopleWord::question_options),
        .value = view.options,
        .kind = TextKind::paragraph,
        .help = kind == FieldKind::scale        ? say(PeopleWord::question_options_help)
                : kind == FieldKind::several_of ? say(PeopleWord::question_options_free)
                                                : std::string(),
        .required = kind != FieldKind::several_of});
  }
  dialog.pieces.push_back(
      Choice{.id = {Control::field_asked, {}},
             .label = say(PeopleWord::question_asked),
             .options = {say(PeopleWord::asked_everybody), say(PeopleWord::asked_mentors),
                         say(PeopleWord::asked_mentees)},
             .selected = view.asked});
  dialog.pieces.push_back(
      Choice{.id = {Control::field_seen_by, {}},
             .label = say(PeopleWord::question_seen),
             .options = {say(PeopleWord::seen_coordinators), say(PeopleWord::seen_pair),
                         say(PeopleWord::seen_everybody), say(PeopleWord::seen_nobody)},
             .selected = view.seen_by});
  const bool fairness = view.use == static_cast<int>(FieldUse::fairness);
  dialog.pieces.push_back(
      Choice{.id = {Control::field_use, {}},
             .label = say(PeopleWord::question_use),
             .options = {say(PeopleWord::use_matching), say(PeopleWord::use_kept),
                         say(PeopleWord::use_fairness)},
             .selected = view.use,
             .help = fairness ? say(PeopleWord::use_fairness_help) : std::string()});
  if (!fairness) {
    dialog.pieces.push_back(Toggle{.id = {Control::field_hidden, {}},
                                   .label = say(PeopleWord::question_hidden),
                                   .on = view.hidden});
  }
  dialog.close = {.label = say(FrameWord::cancel), .intent = Close{}};
  dialog.actions = {
      dialog.close,
      {.label = say(PeopleWord::save), .intent = SaveField{}, .emphasis = Emphasis::primary}};
  return dialog;
}

}  // namespace pairbook::app
