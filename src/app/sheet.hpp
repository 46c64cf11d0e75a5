#pragma once

#include <functional>
#include <string>
#include <vector>

#include "turn.hpp"

namespace pairbook::app {

// What the pages that take answers from a spreadsheet have in common.

inline constexpr int column_not_used = 0, column_who = 1;
inline constexpr std::size_t most_sheet_rows = 5'000;
inline constexpr std::size_t most_looked_at = 200;  // to see what a column means
inline constexpr std::size_t most_rows_told = 20;

/// What one page does with such rows.
struct SheetPage {
  std::optional<Sheet>& sheet;
  PickPurpose purpose;
  void (*read)(const domain::Programme&, Sheet&);  // says what columns mean, and who answers
  void (*run)(Turn&);
};
void bring_in(Turn& turn, const SheetPage& page, Bringing doing);
void sheet_picked(Turn& turn, const SheetPage& page, const FilePicked& file);
/// One change; what refuses it is told, and the rows stay.
void carry_out_sheet(Turn& turn, std::optional<Sheet>& sheet, const domain::Command& command,
                     std::size_t answers);

enum class SheetControl : std::uint8_t { not_ours, done, columns_changed };
/// `repeated`: what several columns may mean; of everything else there is one.
SheetControl control_sheet(Sheet& sheet, const ControlIntent& intent, int most_meaning,
                           int repeated);

/// The cells of a column, the first of them.
[[nodiscard]] std::vector<std::string> cells_of(const Sheet& sheet, std::size_t column,
                                                std::size_t most = most_sheet_rows);
/// The first column that means this.
[[nodiscard]] std::optional<std::size_t> column_of(const Sheet& sheet, int meaning);

/// How a page tells what the common part asks.
struct SheetSays {
  std::string text;                                           // what rows there should be
  std::vector<std::string> meanings;                          // of a column, all of them
  std::function<std::string(const std::string& name)> which;  // the question who is meant
  Intent (*intent)(Bringing){};
  std::function<std::vector<std::string>(const std::vector<Sheet::Of>&)> options;
};
/// Everything but what is about to be brought in; into `left_out` the names that stay out.
[[nodiscard]] PagePart present_sheet(const Speaker& say, const Sheet& sheet,
                                     const SheetSays& says, std::vector<std::string>& left_out);
/// The buttons under it.
void end_sheet(const Speaker& say, const Sheet& sheet, const SheetSays& says,
               std::size_t answers, std::string why_not, PagePart& part);

}  // namespace pairbook::app
