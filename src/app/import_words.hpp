#pragma once

#include <string>
#include <vector>

#include "pairbook/codec/import_plan.hpp"
#include "speaker.hpp"

namespace pairbook::app {

/// Why a file cannot be imported.
[[nodiscard]] std::string file_trouble(const Speaker& say, const base::Error& error,
                                       std::string_view name);
/// What had to be put right while reading a spreadsheet.
[[nodiscard]] std::vector<std::string> table_notes(const Speaker& say,
                                                   const codec::Table& table);
[[nodiscard]] std::string row_kind_text(const Speaker& say, codec::RowKind kind);
/// The person, or the other row, that a row is compared with.
[[nodiscard]] std::string known_name(const Speaker& say, const domain::Programme& programme,
                                     const codec::ImportPlan& plan,
                                     const codec::PlannedRow& row);
[[nodiscard]] std::string row_reason_text(const Speaker& say,
                                          const domain::Programme& programme,
                                          const codec::ImportPlan& plan,
                                          const codec::PlannedRow& row);
/// Of a column that is no answer.
[[nodiscard]] std::string meaning_text(const Speaker& say, domain::Meaning meaning);

}  // namespace pairbook::app
