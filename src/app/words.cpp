#include "pairbook/app/words.hpp"

#include <algorithm>

#include "book.hpp"
#include "change.hpp"
#include "import_words.hpp"
#include "match_words.hpp"

namespace pairbook::app::words {

namespace {

const Speaker say;

}  // namespace

std::string refusal(const base::Error& error) {
  return words_for(say, error);
}

std::string file_trouble(const base::Error& error, std::string_view file) {
  return app::file_trouble(say, error, file);
}

std::vector<std::string> table_notes(const codec::Table& table) {
  return app::table_notes(say, table);
}

std::string row_kind(codec::RowKind kind) {
  return row_kind_text(say, kind);
}

std::string row_reason(const domain::Programme& programme, const codec::ImportPlan& plan,
                       const codec::PlannedRow& row) {
  return row_reason_text(say, programme, plan, row);
}

std::string meaning(const domain::Programme& programme,
                    const std::vector<domain::Field>& fields,
                    const domain::ColumnMeaning& column) {
  if (column.meaning != domain::Meaning::answer) return meaning_text(say, column.meaning);
  const auto made = std::ranges::find(fields, column.field, &domain::Field::key);
  const domain::Field* field =
      made == fields.end() ? find_field(programme, column.field) : &*made;
  return say(ImportWord::meaning_answer, field == nullptr ? column.header : field->label);
}

std::string no_name_column() {
  return say(ImportWord::no_name_column);
}

std::vector<domain::Reason> reasons(const domain::Programme& programme,
                                    const matching::Explanation& explanation) {
  return reasons_of(say, programme, programme.rules, explanation);
}

std::string why_unmatched(const domain::Programme& programme,
                          const matching::Unmatched& unmatched) {
  return why_text(say, programme, programme.rules, unmatched);
}

std::string why_weak(std::string_view passphrase, std::string_view name) {
  if (passphrase.empty()) return say(BookWord::passphrase_empty);
  if (is_strong_enough(passphrase, name)) return {};
  return say(BookWord::passphrase_weak);
}

std::string recovery_sheet(std::string_view name, const crypto::RecoveryCode& code,
                           base::Date today) {
  return report_as_text(recovery_report(say, name, code.text(), today));
}

std::string book_file_trouble(const base::Error& error, std::string_view file) {
  switch (error.code) {
    case base::Errc::invalid_input:
      return say(BookWord::foreign_text, file) + " " + say(BookWord::foreign_do_1);
    case base::Errc::unsupported_version:
      return say(BookWord::newer_file_title) + ". " + say(BookWord::newer_text) + " " +
             say(BookWord::newer_do_1);
    default:
      return say(BookWord::damaged_file_text, file) + " " + say(BookWord::damaged_file_do_1);
  }
}

}  // namespace pairbook::app::words
