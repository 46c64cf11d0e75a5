#include "cli/spreadsheet.hpp"

#include <algorithm>

#include "cli/columns.hpp"
#include "cli/files.hpp"
#include "cli/printed.hpp"
#include "pairbook/app/words.hpp"
#include "pairbook/codec/rules_json.hpp"

namespace pairbook::cli {
namespace {

namespace words = app::words;
using domain::Meaning;

constexpr std::size_t most_rows_told = 20;

bool has_column(const domain::Mapping& mapping, std::initializer_list<Meaning> any) {
  return std::ranges::any_of(mapping.columns, [&](const domain::ColumnMeaning& column) {
    return std::ranges::find(any, column.meaning) != any.end();
  });
}

// Who says on the command line who these people are has the last word.
void leave_roles_out(domain::Mapping& mapping) {
  for (domain::ColumnMeaning& column : mapping.columns) {
    if (column.meaning == Meaning::role || column.meaning == Meaning::both) {
      column.meaning = Meaning::nothing;
    }
  }
}

void choose(codec::ImportPlan& plan, Duplicates duplicates) {
  for (codec::PlannedRow& row : plan.rows) {
    if (row.kind != codec::RowKind::duplicate) continue;
    codec::RowChoice choice = codec::RowChoice::leave_out;
    if (duplicates == Duplicates::add) choice = codec::RowChoice::add;
    if (duplicates == Duplicates::update) choice = codec::RowChoice::update;
    if (codec::may_choose(row, choice)) row.choice = choice;
  }
}

bool needs_a_look(const codec::PlannedRow& row) {
  return row.kind == codec::RowKind::duplicate || row.kind == codec::RowKind::unusable;
}

std::string done_with(const codec::PlannedRow& row) {
  if (row.kind == codec::RowKind::unusable || row.choice == codec::RowChoice::leave_out) {
    return "left out";
  }
  return row.choice == codec::RowChoice::add ? "added" : "brought up to date";
}

// "row 7 (Amina Diallo): Nearly the same name as Amina Diallo - left out"
std::string row_in_words(const domain::Programme& programme, const Reading& reading,
                         const codec::PlannedRow& row) {
  std::string start = "row " + std::to_string(row.number);
  if (row.said.name) start += " (" + *row.said.name + ")";
  std::string text;
  if (needs_a_look(row)) {
    text += start + ": " + words::row_reason(programme, reading.plan, row) + " - " +
            done_with(row) + "\n";
  }
  for (const codec::CellNote& note : row.not_understood) {
    text += start + ", " + reading.table.headers[note.column] + ": \"" + note.text +
            "\" is not understood and left empty\n";
  }
  return text;
}

}  // namespace

Outcome<codec::Table> read_spreadsheet(const std::string& path, base::BytesView bytes) {
  auto table = codec::read_table(bytes);
  if (!table) return bad_spreadsheet(table.error(), spoken_name(path));
  return std::move(*table);
}

Outcome<Reading> read_people(const domain::Programme& programme, codec::Table table,
                             const std::string& path, const Understanding& understanding,
                             base::RandomSource& random) {
  Reading reading;
  reading.file = spoken_name(path);
  reading.table = std::move(table);
  reading.guess = codec::guess_mapping(programme, reading.table, path == "-" ? "" : path);
  domain::Mapping& mapping = reading.guess.mapping;
  if (understanding.role) {
    mapping.role = *understanding.role;
    if (*understanding.role != domain::FileRole::from_column) leave_roles_out(mapping);
  }
  const auto set = set_columns(understanding.columns, programme, reading.table, reading.guess);
  if (!set) return std::unexpected(set.error());
  if (!has_column(mapping, {Meaning::name, Meaning::given_name, Meaning::family_name,
                            Meaning::called, Meaning::email})) {
    return refuse(Status::bad_input,
                  reading.file +
                      " has no column with names or e-mail addresses. Give the columns "
                      "headers such as \"Name\" and \"Email\", or use --column.");
  }
  if (mapping.role == domain::FileRole::from_column && !has_column(mapping, {Meaning::role})) {
    return refuse(Status::bad_input,
                  "Nothing in " + reading.file +
                      " says who is a mentor and who a mentee. Use --as mentors or --as "
                      "mentees, or add a column \"Role\".");
  }
  reading.plan =
      codec::plan_import(programme, reading.table, mapping, reading.guess.new_fields, random);
  choose(reading.plan, understanding.duplicates);
  reading.command = codec::import_command(programme, reading.plan, reading.file, mapping,
                                          reading.guess.new_fields);
  return reading;
}

std::string columns_in_words(const domain::Programme& programme, const Reading& reading) {
  std::vector<std::vector<std::string>> rows{{"COLUMN", "MEANS", "IN THE FILE"}};
  const auto& columns = reading.guess.mapping.columns;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    std::string examples;
    for (const std::string& example : reading.guess.columns[i].examples) {
      constexpr std::size_t longest = 24;
      examples += (examples.empty() ? "" : " | ") + shortened(example, longest);
    }
    rows.push_back({columns[i].header,
                    words::meaning(programme, reading.guess.new_fields, columns[i]), examples});
  }
  return in_columns(rows);
}

std::string in_words(const codec::ImportCounts& counts) {
  const auto count = [](std::size_t number, std::string_view word) {
    return std::to_string(number) + " " + std::string(word);
  };
  return count(counts.fresh, "new, ") + count(counts.changed, "changed, ") +
         count(counts.same, "with nothing new, ") + count(counts.duplicate, "perhaps known, ") +
         count(counts.unusable, "that cannot be used");
}

std::string in_words(const domain::Programme& programme, const Reading& reading) {
  std::string text = reading.file + ": " + in_words(reading.plan.counts) + "\n";
  for (const std::string& note : words::table_notes(reading.table)) text += note + "\n";
  std::size_t told = 0;
  for (const codec::PlannedRow& row : reading.plan.rows) {
    if (!needs_a_look(row) && row.not_understood.empty()) continue;
    if (++told <= most_rows_told) text += harmless(row_in_words(programme, reading, row));
  }
  if (told > most_rows_told) {
    text += "and " + counted(told - most_rows_told, "row more", "rows more") +
            ": --json lists them all\n";
  }
  return text;
}

std::string in_json(const domain::Programme& programme, const Reading& reading) {
  const codec::ImportCounts& counts = reading.plan.counts;
  std::vector<std::string> columns;
  for (const domain::ColumnMeaning& column : reading.guess.mapping.columns) {
    columns.push_back(json_object(
        {{"column", json_text(column.header)},
         {"means", json_text(words::meaning(programme, reading.guess.new_fields, column))}}));
  }
  std::vector<std::string> rows;
  for (const codec::PlannedRow& row : reading.plan.rows) {
    if (!needs_a_look(row) && row.not_understood.empty()) continue;
    std::vector<std::string> cells;
    for (const codec::CellNote& note : row.not_understood) {
      cells.push_back(json_object({{"column", json_text(reading.table.headers[note.column])},
                                   {"text", json_text(note.text)}}));
    }
    rows.push_back(
        json_object({{"row", std::to_string(row.number)},
                     {"name", json_text(row.said.name.value_or(""))},
                     {"kind", json_text(words::row_kind(row.kind))},
                     {"why", json_text(words::row_reason(programme, reading.plan, row))},
                     {"done", json_text(needs_a_look(row) ? done_with(row) : "taken in")},
                     {"cells_not_understood", json_list(cells)}}));
  }
  return json_object({{"file", json_text(reading.file)},
                      {"new", std::to_string(counts.fresh)},
                      {"changed", std::to_string(counts.changed)},
                      {"same", std::to_string(counts.same)},
                      {"perhaps_known", std::to_string(counts.duplicate)},
                      {"unusable", std::to_string(counts.unusable)},
                      {"cells_not_understood", std::to_string(counts.cells_not_understood)},
                      {"columns", json_list(columns)},
                      {"rows_to_look_at", json_list(rows)}});
}

Outcome<domain::Preset> read_rules(const std::string& path) {
  const auto bytes = read_file(path, codec::max_preset_bytes);
  if (!bytes) return std::unexpected(bytes.error());
  auto preset = codec::read_preset(base::text_of(*bytes));
  if (!preset) return bad_json(preset.error(), spoken_name(path));
  return std::move(*preset);
}

}  // namespace pairbook::cli
