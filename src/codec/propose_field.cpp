// New questions from the columns of a file, and known ones that its cells make larger.
#include "propose_field.hpp"

#include <algorithm>
#include <set>

#include "header_words.hpp"
#include "pairbook/base/text.hpp"
#include "person_columns.hpp"
#include "understand.hpp"

namespace pairbook::codec {

using domain::Asked;
using domain::Field;
using domain::FieldKey;
using domain::FieldKind;
using domain::FileRole;
using domain::Programme;

namespace {

constexpr std::size_t most_new_options = 200;

std::string label_of(std::string_view header) {
  std::string label(header);
  if (!label.empty() && label[0] >= 'a' && label[0] <= 'z') {
    label[0] = static_cast<char>(label[0] - 'a' + 'A');
  }
  return label;
}

}  // namespace

Field field_of_kind(const Programme& programme, std::string_view header, const ColumnLook& look,
                    FieldKind kind, FileRole role) {
  Field field;
  field.label = label_of(header);
  field.kind = kind;
  field.options = guess_options(kind, look);
  if (kind == FieldKind::long_text) field.use = domain::FieldUse::kept;
  field.asked = role == FileRole::mentors   ? Asked::mentors
                : role == FileRole::mentees ? Asked::mentees
                                            : Asked::everybody;
  field.key = FieldKey::from_label(header);
  for (int n = 2; domain::find_field(programme, field.key) != nullptr; ++n) {
    field.key = FieldKey::from_label(std::string(header) + " " + base::to_text(n));
  }
  return field;
}

Field grown(const Field& known, const ColumnLook& look, FileRole role) {
  Field field = known;
  const bool grows = known.kind == FieldKind::one_of || known.kind == FieldKind::several_of;
  if (grows && !known.options.empty() && look.complete) {
    std::set<std::string> there;
    for (const std::string& option : known.options) there.insert(base::fold_case(option));
    for (const auto& [cell, count] : look.cells) {
      if (domain::read_answer(known, cell)) continue;
      const auto parts = known.kind == FieldKind::one_of
                             ? std::vector{base::collapse_spaces(cell)}
                             : base::split(cell, ";,|\n\r");
      for (const std::string& part : parts) {
        if (field.options.size() >= known.options.size() + most_new_options) break;
        if (there.insert(base::fold_case(part)).second) field.options.push_back(part);
      }
    }
  }
  if ((known.asked == Asked::mentors && role != FileRole::mentors) ||
      (known.asked == Asked::mentees && role != FileRole::mentees)) {
    field.asked = Asked::everybody;
  }
  return field;
}

Field propose_field(const Programme& programme, const Table& table, std::size_t column) {
  const ColumnLook look = look_at(table, column);
  const std::string& header = table.headers[column];
  return field_of_kind(programme, header, look, guess_kind(header, look),
                       FileRole::from_column);
}

Field propose_field_of(const Programme& programme, const Table& table, std::size_t column,
                       FieldKind kind) {
  return field_of_kind(programme, table.headers[column], look_at(table, column), kind,
                       FileRole::from_column);
}

}  // namespace pairbook::codec
