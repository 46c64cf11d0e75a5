#include "cli/spreadsheet.hpp"

#include <algorithm>

#include "cli/files.hpp"
#include "cli/printed.hpp"
#include "pairbook/codec/rules_json.hpp"

namespace pairbook::cli {
namespace {

constexpr std::size_t most_rows_told = 20;

std::string spoken_name(const std::string& path) {
  return path == "-" ? "Standard input" : path;
}

bool has_column(const domain::Mapping& mapping, std::initializer_list<domain::Meaning> any) {
  return std::ranges::any_of(mapping.columns, [&](const domain::ColumnMeaning& column) {
    return std::ranges::find(any, column.meaning) != any.end();
  });
}

// Who says on the command line who these people are has the last word.
void leave_roles_out(domain::Mapping& mapping) {
  for (domain::ColumnMeaning& column : mapping.columns) {
    if (column.meaning == domain::Meaning::role || column.meaning == domain::Meaning::both) {
      column.meaning = domain::Meaning::nothing;
    }
  }
}

void keep_apart(codec::ImportPlan& plan) {
  for (codec::PlannedRow& row : plan.rows) {
    if (row.kind != codec::RowKind::duplicate) continue;
    if (codec::may_choose(row, codec::RowChoice::add)) row.choice = codec::RowChoice::add;
  }
}

std::string why(const codec::PlannedRow& row) {
  switch (row.reason) {
    case codec::RowReason::none:
      return "";
    case codec::RowReason::same_email:
      return "has the e-mail address of somebody in the programme";
    case codec::RowReason::same_email_in_file:
      return "has the e-mail address of an earlier row";
    case codec::RowReason::same_name:
      return "has the same name as somebody else";
    case codec::RowReason::near_name:
      return "has nearly the same name as somebody else";
    case codec::RowReason::no_name:
      return "has neither a name nor an e-mail address";
    case codec::RowReason::name_too_long:
      return "has too long a name";
    case codec::RowReason::role_not_understood:
      return "has a role that is not understood: " + row.where;
  }
  return "";
}

std::string done_with(const codec::PlannedRow& row) {
  if (row.kind == codec::RowKind::unusable || row.choice == codec::RowChoice::leave_out) {
    return "left out";
  }
  return row.choice == codec::RowChoice::add ? "added" : "brought up to date";
}

}  // namespace

Outcome<codec::Table> read_spreadsheet(const std::string& path) {
  const auto bytes = read_file(path, codec::max_file_bytes);
  if (!bytes) return std::unexpected(bytes.error());
  auto table = codec::read_table(*bytes);
  if (!table) return give_up(table, spoken_name(path));
  return std::move(*table);
}

Outcome<Reading> read_people(const domain::Programme& programme, codec::Table table,
                             const std::string& path, domain::FileRole role,
                             base::RandomSource& random) {
  using domain::Meaning;
  Reading reading;
  reading.table = std::move(table);
  reading.guess = codec::guess_mapping(programme, reading.table, path == "-" ? "" : path);
  domain::Mapping& mapping = reading.guess.mapping;
  mapping.role = role;
  leave_roles_out(mapping);
  if (!has_column(mapping, {Meaning::name, Meaning::given_name, Meaning::family_name,
                            Meaning::called, Meaning::email})) {
    return refuse(Status::bad_input,
                  spoken_name(path) +
                      " has no column with names or e-mail addresses. Give the "
                      "columns headers such as \"Name\" and \"Email\".");
  }
  reading.plan =
      codec::plan_import(programme, reading.table, mapping, reading.guess.new_fields, random);
  keep_apart(reading.plan);
  reading.command = codec::import_command(programme, reading.plan, spoken_name(path), mapping,
                                          reading.guess.new_fields);
  return reading;
}

std::string in_words(const Reading& reading) {
  const codec::ImportCounts& counts = reading.plan.counts;
  std::string text = counted(counts.fresh, "new person", "new people");
  text.append(", ").append(std::to_string(counts.changed)).append(" changed, ");
  text.append(std::to_string(counts.same)).append(" the same, ");
  text.append(std::to_string(counts.duplicate)).append(" perhaps known, ");
  text.append(std::to_string(counts.unusable)).append(" unusable\n");
  std::size_t told = 0;
  for (const codec::PlannedRow& row : reading.plan.rows) {
    const bool needs_a_look =
        row.kind == codec::RowKind::duplicate || row.kind == codec::RowKind::unusable;
    if (!needs_a_look && row.not_understood.empty()) continue;
    if (++told > most_rows_told) continue;
    const std::string number = "row " + std::to_string(row.number);
    if (needs_a_look) {
      text.append(number).append(" ").append(why(row)).append(": ");
      text.append(done_with(row)).append("\n");
    }
    for (const codec::CellNote& note : row.not_understood) {
      text.append(number).append(", ").append(reading.table.headers[note.column]);
      text.append(": \"").append(note.text).append("\" is not understood, left empty\n");
    }
  }
  if (told > most_rows_told) {
    text.append("and ").append(counted(told - most_rows_told, "row more", "rows more"));
    text.append("\n");
  }
  return text;
}

Outcome<domain::Preset> read_rules(const std::string& path) {
  const auto bytes = read_file(path, codec::max_preset_bytes);
  if (!bytes) return std::unexpected(bytes.error());
  auto preset = codec::read_preset(base::text_of(*bytes));
  if (!preset) return give_up(preset, spoken_name(path));
  return std::move(*preset);
}

}  // namespace pairbook::cli
