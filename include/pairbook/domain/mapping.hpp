#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pairbook/domain/field.hpp"

namespace pairbook::domain {

/// What one column of a spreadsheet means.
enum class Meaning : std::uint8_t {
  nothing,      // left out
  name,         // the whole name
  given_name,   // put together with family_name; also how the person is called
  family_name,  //
  called,
  email,
  role,    // "mentor", "mentee", "both", in words
  both,    // yes: mentor and mentee; no: the role of the file
  places,  // mentees a mentor takes
  answer,  // to `field`
};

struct ColumnMeaning {
  std::string header;
  Meaning meaning = Meaning::nothing;
  FieldKey field;  // for answer
  bool operator==(const ColumnMeaning&) const = default;
};

/// Who the people of a file are when no column says so.
enum class FileRole : std::uint8_t { from_column, mentors, mentees, both };

/// How a file with these headers was understood; remembered for the next one like it.
struct Mapping {
  std::vector<ColumnMeaning> columns;
  FileRole role = FileRole::from_column;
  bool operator==(const Mapping&) const = default;
};

}  // namespace pairbook::domain
