#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pairbook/base/bytes.hpp"
#include "pairbook/codec/import_plan.hpp"
#include "pairbook/codec/roster.hpp"
#include "pairbook/codec/table.hpp"

namespace pairbook::app {

enum class ImportStep : std::uint8_t { choose, columns, preview, done };
enum class ImportWork : std::uint8_t { none, reading, guessing, planning, preparing, writing };
enum class ImportShow : std::uint8_t { all, fresh, changed, duplicate, unusable };

/// One import from the file to the last row.
///
/// Shape: guesser, planner and writer look at `table` and `plan`, which therefore stay where
///        they are.
struct ImportView {
  ImportStep step = ImportStep::choose;
  ImportWork work = ImportWork::none;
  std::string pasted;
  std::string trouble;  // a sentence about the last file
  std::string file_name;
  std::optional<codec::TableReader> reader;
  codec::TableReader::Progress read;
  std::unique_ptr<codec::Table> table;
  std::optional<codec::MappingGuesser> guesser;

  domain::Mapping mapping;
  std::vector<domain::Field> new_fields;
  std::vector<codec::ColumnGuess> guesses;
  std::vector<codec::UnderstoodRow> understood;       // of the first rows
  std::vector<codec::UnderstoodRow> kept;             // of the columns' examples, one a row
  std::map<std::size_t, domain::FieldKey> made_here;  // by column: the new question
  std::map<std::size_t, std::string> option_texts;    // as typed, one a line

  std::optional<codec::ImportPlanner> planner;
  codec::ImportPlanner::Progress planned;
  codec::ImportPlan plan;
  ImportShow show = ImportShow::all;
  std::vector<std::uint32_t> shown;  // rows of the plan that are listed
  int first = 0, rows = 40;

  std::size_t bringing = 0;                   // rows of the plan that would change something
  std::optional<codec::ImportWriter> writer;  // makes the command of the plan
  domain::ImportPeople command;               // while writing
  std::size_t next_added = 0, next_changed = 0;
  std::size_t added = 0, changed = 0;
  bool stopped = false;
};

}  // namespace pairbook::app
