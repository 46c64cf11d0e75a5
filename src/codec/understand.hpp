#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pairbook/codec/import_plan.hpp"

namespace pairbook::codec {

/// Reads rows as a mapping says. Cells that come again are understood once.
class RowReader {
 public:
  RowReader(const domain::Programme& programme, const domain::Mapping& mapping,
            const std::vector<domain::Field>& new_fields);

  struct Read {
    domain::PersonPatch said;
    std::vector<CellNote> not_understood;
    RowReason reason = RowReason::none;  // why nobody can be made of the row
    std::string where;
  };
  /// `row` must outlive the reader.
  [[nodiscard]] Read read(const TableRow& row);

  /// One cell's answer; nothing when it is not understood. Cells of other meanings: nothing.
  [[nodiscard]] const std::optional<domain::Answer>* answer(std::size_t column,
                                                            std::string_view cell);
  [[nodiscard]] const domain::Field* field(std::size_t column) const;

 private:
  struct Column {
    domain::ColumnMeaning meaning;
    std::optional<domain::Field> field;
    bool comes_again = false;
    std::unordered_map<std::string_view, std::optional<domain::Answer>> understood;
    std::optional<domain::Answer> latest;
  };
  struct Names {
    std::string whole, given, family, called;
  };
  void read_cell(std::size_t index, std::string_view cell, Names& names, Read& out);
  void read_role(const Column& column, std::string_view cell, Read& out) const;
  void settle_name(const Names& names, Read& out) const;

  std::vector<Column> columns_;
  domain::Roles file_role_;
};

/// The role a row has in a file of mentors, of mentees or of both.
[[nodiscard]] domain::Roles roles_of(domain::FileRole role);

/// "0" to "1000".
[[nodiscard]] std::optional<int> read_places(std::string_view cell);

}  // namespace pairbook::codec
