#pragma once

#include <gtest/gtest.h>

#include <set>

#include "codec/some_programmes.hpp"
#include "pairbook/codec/import_plan.hpp"
#include "pairbook/codec/roster.hpp"
#include "pairbook/codec/rules_json.hpp"
#include "pairbook/domain/apply.hpp"

// Small files of people, and what becomes of them.

namespace pairbook::codec {

using namespace domain;

inline Table table(std::string_view text) {
  return read_table(base::bytes_of(text)).value_or(Table{});
}

inline GuessedMapping guess(std::string_view text, std::string_view file = "people.csv",
                            const Programme& programme = {}) {
  return guess_mapping(programme, table(text), file);
}

inline Meaning meaning(const GuessedMapping& guessed, std::size_t column) {
  return guessed.mapping.columns.at(column).meaning;
}

inline const Field* made(const GuessedMapping& guessed, std::string_view key) {
  for (const Field& field : guessed.new_fields) {
    if (field.key.text() == key) return &field;
  }
  return nullptr;
}

inline Programme with_imported(Programme programme, std::string_view text,
                               std::string_view file) {
  base::SeededRandom random(programme.people.size() + 1);
  const Table rows = table(text);
  const auto guessed = guess_mapping(programme, rows, file);
  const auto plan = plan_import(programme, rows, guessed.mapping, guessed.new_fields, random);
  const auto command =
      import_command(programme, plan, std::string(file), guessed.mapping, guessed.new_fields);
  const Moment moment{{}, base::Date::of(2026, 11, 22)};
  const auto ops = decide(programme, command, moment);
  EXPECT_TRUE(ops) << (ops ? "" : ops.error().where + ": " + ops.error().detail);
  if (!ops) return programme;
  for (const Op& op : *ops) EXPECT_TRUE(apply(programme, op, moment).applied);
  return programme;
}

inline ImportPlan plan(const Programme& programme, std::string_view text,
                       std::string_view file) {
  base::SeededRandom random(77);
  const Table rows = table(text);
  const auto guessed = guess_mapping(programme, rows, file);
  return plan_import(programme, rows, guessed.mapping, guessed.new_fields, random);
}

inline std::size_t count_roles(const Programme& programme, Roles roles) {
  std::size_t count = 0;
  for (const auto& [id, person] : programme.people) count += person.roles == roles ? 1U : 0U;
  return count;
}

// Rows of the real form's shape; the rules and the form are under the Open Government Licence.
inline constexpr std::string_view mentors_file =
    "first name,last name,email address,both mentor and mentee,job title,grade,organisation,"
    "profession,characteristics,biography\n"
    "mentor,00,mentor.00@gov.uk,yes,Some role,SCS4,Department of Joy,DDaT,,\"I am 00. \"\n"
    "mentor,01,mentor.01@gov.uk,yes,Some role,SCS1,Department of Joy,DDaT,,\"I am 01. \"\n"
    "mentor,02,mentor.02@gov.uk,no,Some role,EO,Department of Love,HR,\"Gay, Non-binary\",x\n"
    "mentor,03,mentor.03@gov.uk,no,Some role,Grade 7,Department of Love,HR,Gay,x\n";
inline constexpr std::string_view mentees_file =
    "first name,last name,email address,both mentor and mentee,job title,grade,organisation,"
    "profession,match with similar identity,identity to match,biography\n"
    "mentee,00,mentee.00@gov.uk,yes,Some role,HEO,Department of Joy,HR,yes,Gay,x\n"
    "mentee,01,mentee.01@gov.uk,no,Some role,AA,Department of Joy,HR,no,,x\n"
    "mentee,02,mentee.02@gov.uk,no,Some role,AO,Department of Love,DDaT,yes,Gay,x\n"
    "mentee,03,mentee.03@gov.uk,no,Some role,AO,Department of Love,DDaT,yes,Non-binary,x\n";

}  // namespace pairbook::codec
