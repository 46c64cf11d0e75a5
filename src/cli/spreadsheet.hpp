#pragma once

#include <string>

#include "cli/failure.hpp"
#include "pairbook/codec/import_plan.hpp"

namespace pairbook::cli {

/// A spreadsheet read against a programme: what it would bring, and the command that brings it.
struct Reading {
  codec::Table table;
  codec::GuessedMapping guess;
  codec::ImportPlan plan;
  domain::ImportPeople command;
};

/// Errors: bad_input, with the row and what to do; storage.
[[nodiscard]] Outcome<codec::Table> read_spreadsheet(const std::string& path);

/// Columns are guessed from headers and cells, as in the browser. `role` says who the people
/// are, whatever a column says. People with nearly the same name are different people.
///
/// Errors: bad_input when no column says who the people are.
[[nodiscard]] Outcome<Reading> read_people(const domain::Programme& programme,
                                           codec::Table table, const std::string& path,
                                           domain::FileRole role, base::RandomSource& random);

/// What happened to the rows, in sentences: counts, then every row that needs a look.
[[nodiscard]] std::string in_words(const Reading& reading);

/// A preset: questions and rules.
[[nodiscard]] Outcome<domain::Preset> read_rules(const std::string& path);

}  // namespace pairbook::cli
