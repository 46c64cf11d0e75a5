#include "cli/failure.hpp"

#include "pairbook/codec/table.hpp"

namespace pairbook::cli {
namespace {

using base::Errc;

struct Words {
  Errc code;
  Status status;
  std::string_view after_about;
};

constexpr Words words[] = {
    {Errc::invalid_input, Status::bad_input, "cannot be understood"},
    {Errc::not_found, Status::refused, "is not there"},
    {Errc::conflict, Status::refused, "does not fit what the programme holds now"},
    {Errc::not_permitted, Status::refused, "is not allowed"},
    {Errc::wrong_key, Status::wrong_passphrase,
     "does not open with this passphrase. Mind capitals and the keyboard's language"},
    {Errc::corrupt, Status::damaged,
     "is damaged or was changed by something else. Use a backup of it"},
    {Errc::unsupported_version, Status::damaged,
     "was written by a newer Pairbook. Update Pairbook"},
    {Errc::too_large, Status::bad_input, "is too large"},
    {Errc::storage_full, Status::storage, "does not fit on the disk. Free some room"},
    {Errc::out_of_memory, Status::storage, "needs more memory than there is"},
    {Errc::offline, Status::storage, "cannot be reached"},
    {Errc::cancelled, Status::refused, "was cancelled"},
};

struct NotATable {
  std::string_view where;
  std::string_view sentence;
};

constexpr std::string_view save_as_csv = " Open it in its program and save it as CSV.";

constexpr NotATable not_tables[] = {
    {codec::not_a_table::empty, "is empty."},
    {codec::not_a_table::excel, "is an Excel workbook."},
    {codec::not_a_table::old_excel, "is an old Excel workbook."},
    {codec::not_a_table::open_document, "is a LibreOffice document."},
    {codec::not_a_table::zip, "is a ZIP archive."},
    {codec::not_a_table::pdf, "is a PDF."},
    {codec::not_a_table::web_page, "is a web page."},
    {codec::not_a_table::json, "is JSON, not a spreadsheet."},
    {codec::not_a_table::book, "is a Pairbook book, not a spreadsheet."},
    {codec::not_a_table::binary, "is not text."},
};

bool can_be_saved_as_csv(std::string_view where) {
  return where == codec::not_a_table::excel || where == codec::not_a_table::old_excel ||
         where == codec::not_a_table::open_document;
}

}  // namespace

Failure failure_from(const base::Error& error, std::string_view about) {
  std::string sentence(about);
  for (const NotATable& not_table : not_tables) {
    if (error.code != Errc::invalid_input || error.where != not_table.where) continue;
    sentence.append(" ").append(not_table.sentence);
    if (can_be_saved_as_csv(error.where)) sentence.append(save_as_csv);
    return {Status::bad_input, std::move(sentence)};
  }
  Status status = Status::bad_input;
  for (const Words& known : words) {
    if (known.code != error.code) continue;
    status = known.status;
    sentence.append(" ").append(known.after_about);
  }
  if (error.code != Errc::wrong_key && !error.where.empty()) {
    sentence.append(": ").append(error.where);
    if (!error.detail.empty()) sentence.append(" (").append(error.detail).append(")");
  }
  return {status, sentence + "."};
}

}  // namespace pairbook::cli
