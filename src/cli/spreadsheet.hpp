#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command_line.hpp"
#include "cli/failure.hpp"
#include "pairbook/codec/import_plan.hpp"

namespace pairbook::cli {

/// A spreadsheet read against a programme: what it would bring, and the command that brings it.
struct Reading {
  std::string file;
  codec::Table table;
  codec::GuessedMapping guess;
  codec::ImportPlan plan;
  domain::ImportPeople command;
};

/// How a spreadsheet is to be understood where guessing is not wanted.
struct Understanding {
  std::optional<domain::FileRole> role;  // who the people are, whatever a column says
  Duplicates duplicates = Duplicates::leave_out;
  std::vector<std::string> columns;  // "HEADER=MEANING"
};

/// Errors: bad_input, with the row and what to do; storage.
[[nodiscard]] Outcome<codec::Table> read_spreadsheet(const std::string& path,
                                                     base::BytesView bytes);

/// Columns are guessed from headers and cells, as in the browser.
///
/// Errors: bad_input when no column says who the people are, or what they are.
[[nodiscard]] Outcome<Reading> read_people(const domain::Programme& programme,
                                           codec::Table table, const std::string& path,
                                           const Understanding& understanding,
                                           base::RandomSource& random);

/// How each column is understood.
[[nodiscard]] std::string columns_in_words(const domain::Programme& programme,
                                           const Reading& reading);
/// What happens to the rows, in sentences: counts, then every row that needs a look.
[[nodiscard]] std::string in_words(const domain::Programme& programme, const Reading& reading);
/// The same for programs, with the columns.
[[nodiscard]] std::string in_json(const domain::Programme& programme, const Reading& reading);
/// One line: "50 new, 0 changed, ...".
[[nodiscard]] std::string in_words(const codec::ImportCounts& counts);

/// A preset: questions and rules.
[[nodiscard]] Outcome<domain::Preset> read_rules(const std::string& path);

}  // namespace pairbook::cli
