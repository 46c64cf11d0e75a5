#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pairbook/codec/table.hpp"
#include "pairbook/domain/field.hpp"

namespace pairbook::codec {

/// The different cells of a column, with how often each stands there.
///
/// Shape: cells are trimmed views into the table, in the order they first appear; blank ones do
///        not count. A column of more than most_different different cells is looked at only as
///        far as that.
struct ColumnLook {
  std::vector<std::pair<std::string_view, std::size_t>> cells;
  std::size_t filled = 0;  // cells looked at that are not blank
  bool complete = true;

  static constexpr std::size_t most_different = 2000;
};

[[nodiscard]] ColumnLook look_at(const Table& table, std::size_t column);

/// True for at least `percent` of the filled cells.
template <class Test>
[[nodiscard]] bool mostly(const ColumnLook& look, std::size_t percent, Test test) {
  std::size_t yes = 0;
  for (const auto& [cell, count] : look.cells) yes += test(cell) ? count : 0;
  return look.filled > 0 && yes * 100 >= look.filled * percent;
}

[[nodiscard]] bool looks_like_email(std::string_view cell);

/// What kind of question the cells answer, and its options.
[[nodiscard]] domain::FieldKind guess_kind(std::string_view header, const ColumnLook& look);
[[nodiscard]] std::vector<std::string> guess_options(domain::FieldKind kind,
                                                     const ColumnLook& look);
/// A well-known scale that has all the values, or the values in order of the numbers they begin
/// with; empty when they have no order we know.
[[nodiscard]] std::vector<std::string> guess_scale(const ColumnLook& look);

}  // namespace pairbook::codec
