#include "understand.hpp"

#include <algorithm>

#include "header_words.hpp"
#include "pairbook/base/text.hpp"
#include "pairbook/domain/decide.hpp"

namespace pairbook::codec {

using domain::FieldKind;
using domain::Meaning;
using domain::Roles;

namespace {

constexpr std::size_t most_remembered = 20'000;  // different cells of a column

bool has_few_values(FieldKind kind) {
  return kind != FieldKind::text && kind != FieldKind::long_text;
}

/// Chinese, Japanese and Korean names are written family name first, without a blank.
bool is_east_asian(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = base::next_code_point(name, at);
    const bool letter = (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
                        (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x20000 && c <= 0x3FFFF);
    if (!letter) return false;
  }
  return !name.empty();
}

const domain::Field* find_in(const std::vector<domain::Field>& fields,
                             const domain::FieldKey& key) {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const auto& field) { return field.key == key; });
  return found == fields.end() ? nullptr : &*found;
}

void add_note(RowReader::Read& out, std::size_t column, std::string_view cell) {
  out.not_understood.push_back({column, std::string(cell)});
}

}  // namespace

Roles roles_of(domain::FileRole role) {
  return {role == domain::FileRole::mentors || role == domain::FileRole::both,
          role == domain::FileRole::mentees || role == domain::FileRole::both};
}

std::optional<int> read_places(std::string_view cell) {
  static const domain::Field number{{}, "", FieldKind::number, {}, {}, {}, {}, {}};
  const auto answer = domain::read_answer(number, cell);
  if (!answer || answer->empty()) return std::nullopt;
  int value = 0;
  for (const char c : answer->values.front()) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
    if (value > 1000) return std::nullopt;
  }
  return value;
}

RowReader::RowReader(const domain::Programme& programme, const domain::Mapping& mapping,
                     const std::vector<domain::Field>& new_fields)
    : file_role_(roles_of(mapping.role)) {
  for (const domain::ColumnMeaning& meaning : mapping.columns) {
    Column& column = columns_.emplace_back();
    column.meaning = meaning;
    if (meaning.meaning != Meaning::answer) continue;
    const domain::Field* field = find_in(new_fields, meaning.field);
    if (field == nullptr) field = domain::find_field(programme, meaning.field);
    if (field == nullptr) continue;
    column.field = *field;
    column.comes_again = has_few_values(field->kind);
  }
}

const domain::Field* RowReader::field(std::size_t column) const {
  return columns_[column].field ? &*columns_[column].field : nullptr;
}

const std::optional<domain::Answer>* RowReader::answer(std::size_t index,
                                                       std::string_view cell) {
  Column& column = columns_[index];
  if (!column.field) return nullptr;
  const auto understand = [&]() -> std::optional<domain::Answer> {
    auto answer = domain::read_answer(*column.field, cell);
    if (!answer) return std::nullopt;
    return *std::move(answer);
  };
  if (!column.comes_again || column.understood.size() >= most_remembered) {
    column.latest = understand();
    return &column.latest;
  }
  const auto [place, fresh] = column.understood.try_emplace(cell);
  if (fresh) place->second = understand();
  return &place->second;
}

void RowReader::read_role(const Column& column, std::string_view cell, Read& out) const {
  if (column.meaning.meaning == Meaning::both) {
    if (domain::is_yes(cell)) {
      out.said.roles = Roles{true, true};
    } else if (!domain::is_no(cell)) {
      out.reason = RowReason::role_not_understood;
      out.where = cell;
    }
    return;
  }
  if (says_withdrawn(cell)) out.said.withdrawn = true;
  if (const auto roles = codec::read_role(cell)) {
    out.said.roles = *roles;
    return;
  }
  const auto yes = role_if_yes(column.meaning.header);
  if (yes && domain::is_yes(cell)) {
    out.said.roles = *yes;
  } else if (yes && domain::is_no(cell)) {
    out.said.roles = Roles{!yes->mentor, !yes->mentee};
  } else {
    out.reason = RowReason::role_not_understood;
    out.where = cell;
  }
}

void RowReader::read_cell(std::size_t index, std::string_view cell, Names& names, Read& out) {
  const Column& column = columns_[index];
  switch (column.meaning.meaning) {
    case Meaning::nothing:
      return;
    case Meaning::name:
      names.whole = base::collapse_spaces(cell);
      return;
    case Meaning::given_name:
      names.given = base::collapse_spaces(cell);
      return;
    case Meaning::family_name:
      names.family = base::collapse_spaces(cell);
      return;
    case Meaning::called:
      names.called = base::collapse_spaces(cell);
      return;
    case Meaning::email:
      if (auto email = domain::Email::from(cell)) {
        out.said.email = std::optional(*std::move(email));
      } else {
        add_note(out, index, cell);
      }
      return;
    case Meaning::role:
    case Meaning::both:
      return read_role(column, cell, out);
    case Meaning::places:
      if (const auto places = read_places(cell)) {
        out.said.places = *places;
      } else {
        add_note(out, index, cell);
      }
      return;
    case Meaning::answer: {
      const auto* const understood = answer(index, cell);
      if (understood == nullptr) return;
      if (*understood) {
        if (!(*understood)->empty()) out.said.answers[column.field->key] = **understood;
      } else {
        add_note(out, index, cell);
      }
      return;
    }
  }
}

void RowReader::settle_name(const Names& names, Read& out) const {
  std::string name = names.whole;
  if (name.empty() && is_east_asian(names.given) && is_east_asian(names.family)) {
    name = names.family + names.given;
  } else if (name.empty()) {
    name = names.given;
    if (!name.empty() && !names.family.empty()) name += ' ';
    name += names.family;
  }
  if (name.empty() && out.said.email) name = (*out.said.email)->text();
  if (name.empty()) {
    out.reason = RowReason::no_name;
    return;
  }
  std::string called = names.called;
  if (called.empty() && !names.given.empty() && names.given != name) called = names.given;
  if (name.size() > domain::max_name_bytes || called.size() > domain::max_name_bytes) {
    out.reason = RowReason::name_too_long;
    return;
  }
  out.said.name = std::move(name);
  if (!called.empty()) out.said.called = std::move(called);
}

RowReader::Read RowReader::read(const TableRow& row) {
  Read out;
  Names names;
  const std::size_t columns = std::min(columns_.size(), row.cells.size());
  for (std::size_t i = 0; i < columns; ++i) {
    const std::string_view cell = base::trim(row.cells[i]);
    if (!cell.empty()) read_cell(i, cell, names, out);
  }
  if (out.reason != RowReason::none) return out;
  settle_name(names, out);
  if (!out.said.roles && (file_role_.mentor || file_role_.mentee)) out.said.roles = file_role_;
  return out;
}

std::vector<UnderstoodRow> preview_rows(const domain::Programme& programme, const Table& table,
                                        const domain::Mapping& mapping,
                                        const std::vector<domain::Field>& new_fields,
                                        std::size_t most) {
  RowReader reader(programme, mapping, new_fields);
  std::vector<UnderstoodRow> rows;
  for (std::size_t r = 0; r < std::min(most, table.rows.size()); ++r) {
    const TableRow& row = table.rows[r];
    const RowReader::Read read = reader.read(row);
    UnderstoodRow& out = rows.emplace_back();
    out.number = row.number;
    out.roles = read.said.roles.value_or(Roles{});
    for (std::size_t i = 0; i < std::min(row.cells.size(), mapping.columns.size()); ++i) {
      UnderstoodCell& cell = out.cells.emplace_back();
      if (mapping.columns[i].meaning == Meaning::nothing) continue;
      cell.text = base::collapse_spaces(row.cells[i]);
      cell.understood = std::none_of(read.not_understood.begin(), read.not_understood.end(),
                                     [&](const CellNote& note) { return note.column == i; });
      const domain::Field* field = reader.field(i);
      if (!cell.understood || field == nullptr) continue;
      const auto* const answer = reader.answer(i, base::trim(row.cells[i]));
      if (answer != nullptr && *answer) cell.text = domain::write_answer(*field, **answer);
    }
  }
  return rows;
}

}  // namespace pairbook::codec
