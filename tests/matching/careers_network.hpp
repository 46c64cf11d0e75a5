#pragma once

#include <string>

#include "pairbook/base/random.hpp"
#include "pairbook/codec/import_plan.hpp"
#include "pairbook/codec/rules_json.hpp"
#include "support/vectors.hpp"

namespace pairbook::matching::testing {

/// The two spreadsheets read and the shipped preset used, as a coordinator would.
///
/// `seed` decides the random ids. The files' "both mentor and mentee" column says that a person
/// has signed up twice; the other sign-up is not in these files, so it is left out here.
inline domain::Programme careers_network(std::uint64_t seed = 1) {
  using namespace codec;
  const auto file = [](const std::string& path) { return pairbook::test::source_file(path); };
  domain::Programme programme;
  const auto preset = read_preset(file("web/presets/careers-network.json"));
  if (!preset) return programme;
  programme.fields = preset->fields;
  programme.rules = preset->rules;
  base::SeededRandom random(seed);
  for (const std::string name : {"small_mentors.csv", "small_mentees.csv"}) {
    const auto table = read_table(base::bytes_of(file("tests/data/careers-network/" + name)));
    if (!table) return programme;
    GuessedMapping guess = guess_mapping(programme, *table, name);
    for (domain::ColumnMeaning& column : guess.mapping.columns) {
      if (column.meaning == domain::Meaning::both) column.meaning = domain::Meaning::nothing;
    }
    const ImportPlan plan =
        plan_import(programme, *table, guess.mapping, guess.new_fields, random);
    for (const PlannedRow& row : plan.rows) {
      programme.people.emplace(row.id, person_of(row));
    }
  }
  return programme;
}

}  // namespace pairbook::matching::testing
