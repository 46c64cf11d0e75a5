#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pairbook/base/result.hpp"
#include "pairbook/base/time.hpp"
#include "pairbook/codec/import_plan.hpp"
#include "pairbook/codec/match_report_json.hpp"
#include "pairbook/codec/table.hpp"
#include "pairbook/crypto/recovery_code.hpp"
#include "pairbook/domain/mapping.hpp"
#include "pairbook/domain/pair.hpp"
#include "pairbook/matching/propose.hpp"

// Sentences that the screens say and a terminal says too, so that they are the same.
namespace pairbook::app::words {

/// What a refusal by the programme means to a person, and what to do.
[[nodiscard]] std::string refusal(const base::Error& error);

// --- bringing people in ---
/// Why a file cannot be imported: an error of codec::TableReader.
[[nodiscard]] std::string file_trouble(const base::Error& error, std::string_view file);
/// What had to be put right while reading a spreadsheet, a sentence each.
[[nodiscard]] std::vector<std::string> table_notes(const codec::Table& table);
[[nodiscard]] std::string row_kind(codec::RowKind kind);
/// Why a row is not simply somebody new; empty when it is.
[[nodiscard]] std::string row_reason(const domain::Programme& programme,
                                     const codec::ImportPlan& plan,
                                     const codec::PlannedRow& row);
/// "Name", "Answer: Profession". `fields` are the questions that are to be made.
[[nodiscard]] std::string meaning(const domain::Programme& programme,
                                  const std::vector<domain::Field>& fields,
                                  const domain::ColumnMeaning& column);
[[nodiscard]] std::string no_name_column();

// --- pairs ---
/// Why two people have their points, as an approved pair keeps it: most points first.
[[nodiscard]] std::vector<domain::Reason> reasons(const domain::Programme& programme,
                                                  const matching::Explanation& explanation);
[[nodiscard]] std::string why_unmatched(const domain::Programme& programme,
                                        const matching::Unmatched& unmatched);

/// What a match report says to the one it was made for, after checking it.
struct ReportFound {
  bool holds = false;
  std::vector<std::string> sentences;
};
[[nodiscard]] ReportFound match_report(const codec::MatchReportFile& file);

// --- books ---
/// Why a passphrase is refused for a new book of that name; empty when it is strong enough.
[[nodiscard]] std::string why_weak(std::string_view passphrase, std::string_view name);
/// The recovery sheet as a text to print.
[[nodiscard]] std::string recovery_sheet(std::string_view name,
                                         const crypto::RecoveryCode& code, base::Date today);
/// Why a book file does not open: an error of rows_of_file() or face_of(), or of reading on.
[[nodiscard]] std::string book_file_trouble(const base::Error& error, std::string_view file);

}  // namespace pairbook::app::words
