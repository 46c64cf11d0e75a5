#include "import_words.hpp"

#include <set>

namespace pairbook::app {

std::string file_trouble(const Speaker& say, const base::Error& error, std::string_view name) {
  using namespace codec::not_a_table;
  const std::string& where = error.where;
  if (error.code == base::Errc::too_large) return say(ImportWord::bad_large, name, where);
  if (where == empty) return say(ImportWord::bad_empty, name);
  if (where == excel || where == old_excel) return say(ImportWord::bad_excel, name);
  if (where == open_document) return say(ImportWord::bad_open_document, name);
  if (where == zip) return say(ImportWord::bad_zip, name);
  if (where == pdf) return say(ImportWord::bad_pdf, name);
  if (where == web_page) return say(ImportWord::bad_web_page, name);
  if (where == json) return say(ImportWord::bad_json, name);
  if (where == book) return say(ImportWord::bad_book, name);
  return say(ImportWord::bad_binary, name);
}

std::vector<std::string> table_notes(const Speaker& say, const codec::Table& table) {
  std::set<ImportWord> said;
  for (const codec::TableWarning& warning : table.warnings) {
    using enum codec::TableNote;
    switch (warning.note) {
      case encoding_guessed:
        said.insert(ImportWord::note_encoding_guessed);
        break;
      case damaged_text:
        said.insert(ImportWord::note_damaged_text);
        break;
      case title_skipped:
        said.insert(ImportWord::note_title_skipped);
        break;
      case headers_missing:
        said.insert(ImportWord::note_headers_missing);
        break;
      case header_repeated:
        said.insert(ImportWord::note_header_repeated);
        break;
      case row_longer:
        said.insert(ImportWord::note_row_longer);
        break;
      case quote_not_closed:
        said.insert(ImportWord::note_quote);
        break;
      case header_empty:
      case row_shorter:
      case row_empty:
      case text_after_quote:
        break;
    }
  }
  std::vector<std::string> out;
  for (const ImportWord word : said) out.push_back(say(word));
  return out;
}

std::string row_kind_text(const Speaker& say, codec::RowKind kind) {
  using enum codec::RowKind;
  switch (kind) {
    case fresh:
      return say(ImportWord::new_);
    case changed:
      return say(ImportWord::changed);
    case same:
      return say(ImportWord::same);
    case duplicate:
      return say(ImportWord::duplicate);
    case unusable:
      return say(ImportWord::unusable);
  }
  return {};
}

std::string known_name(const Speaker& say, const domain::Programme& programme,
                       const codec::ImportPlan& plan, const codec::PlannedRow& row) {
  if (row.matched) {
    const domain::Person* person = find_person(programme, *row.matched);
    if (person != nullptr) return person->name;
  }
  if (row.matched_row && *row.matched_row < plan.rows.size()) {
    const auto& other = plan.rows[*row.matched_row].said.name;
    if (other) return *other;
  }
  return say(ImportWord::another_row);
}

std::string row_reason_text(const Speaker& say, const domain::Programme& programme,
                            const codec::ImportPlan& plan, const codec::PlannedRow& row) {
  using enum codec::RowReason;
  const auto known = [&] { return known_name(say, programme, plan, row); };
  switch (row.reason) {
    case none:
      return {};
    case same_email:
      return say(ImportWord::reason_same_email, known());
    case same_email_in_file:
      return say(ImportWord::reason_same_email_in_file);
    case same_name:
      return say(ImportWord::reason_same_name, known());
    case near_name:
      return say(ImportWord::reason_near_name, known());
    case no_name:
      return say(ImportWord::reason_no_name);
    case name_too_long:
      return say(ImportWord::reason_name_too_long);
    case role_not_understood:
      return say(ImportWord::reason_role, row.where);
  }
  return {};
}

std::string meaning_text(const Speaker& say, domain::Meaning meaning) {
  using enum domain::Meaning;
  switch (meaning) {
    case nothing:
      return say(ImportWord::meaning_nothing);
    case name:
      return say(ImportWord::meaning_name);
    case given_name:
      return say(ImportWord::meaning_given_name);
    case family_name:
      return say(ImportWord::meaning_family_name);
    case called:
      return say(ImportWord::meaning_called);
    case email:
      return say(ImportWord::meaning_email);
    case role:
      return say(ImportWord::meaning_role);
    case both:
      return say(ImportWord::meaning_both);
    case places:
      return say(ImportWord::meaning_places);
    case answer:
      break;
  }
  return {};
}

}  // namespace pairbook::app
