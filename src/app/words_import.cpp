#include "words_import.hpp"

namespace pairbook::app {

std::string_view english(ImportWord word) {
  switch (word) {
    case ImportWord::title:
      return "Import people";
    case ImportWord::step_choose:
      return "File";
    case ImportWord::step_columns:
      return "Columns";
    case ImportWord::step_preview:
      return "Preview";
    case ImportWord::step_done:
      return "Done";
    case ImportWord::leave:
      return "Back to people";
    case ImportWord::choose_text:
      return "Choose a spreadsheet saved as CSV or TSV, drop it on this page, or paste cells "
             "copied from a spreadsheet. Nothing is changed before you have seen a preview.";
    case ImportWord::choose:
      return "Choose a file";
    case ImportWord::drop_here:
      return "Or drop a file anywhere on this page.";
    case ImportWord::paste:
      return "Or paste cells here";
    case ImportWord::read_pasted:
      return "Read what I pasted";
    case ImportWord::pasted_name:
      return "Pasted cells";
    case ImportWord::paste_empty:
      return "Paste some cells first.";
    case ImportWord::reading:
      return "Reading {0}";
    case ImportWord::reading_detail:
      return "{0} rows so far";
    case ImportWord::planning:
      return "Comparing with the people you have";
    case ImportWord::planning_detail:
      return "{0} of {1} rows";
    case ImportWord::writing:
      return "Bringing people in";
    case ImportWord::writing_detail:
      return "{0} of {1} people";
    case ImportWord::bad_empty:
      return "The file \"{0}\" is empty.";
    case ImportWord::bad_excel:
      return "\"{0}\" is an Excel workbook. In Excel choose File, Save As, \"CSV UTF-8\", then"
             " import that file.";
    case ImportWord::bad_open_document:
      return "\"{0}\" is an OpenDocument spreadsheet. In LibreOffice choose File, Save As, "
             "\"Text CSV\", then import that file.";
    case ImportWord::bad_zip:
      return "\"{0}\" is a ZIP archive. Unpack it first, then import the CSV file in it.";
    case ImportWord::bad_pdf:
      return "\"{0}\" is a PDF. Ask for the spreadsheet behind it and save that as CSV.";
    case ImportWord::bad_web_page:
      return "\"{0}\" is a web page. Download the spreadsheet as CSV instead.";
    case ImportWord::bad_json:
      return "\"{0}\" is JSON, not a spreadsheet.";
    case ImportWord::bad_book:
      return "\"{0}\" is a Pairbook book. Lock this one first, then choose \"Open a book from "
             "a file\".";
    case ImportWord::bad_binary:
      return "\"{0}\" is not a spreadsheet saved as text. Save it as CSV, then try again.";
    case ImportWord::bad_large:
      return "\"{0}\" is too large: {1}.";
    case ImportWord::columns_text:
      return "{0}: {1} {1?row|rows}. Check what each column means.";
    case ImportWord::role:
      return "The people in this file are";
    case ImportWord::role_from_column:
      return "As a column says";
    case ImportWord::role_mentors:
      return "Mentors";
    case ImportWord::role_mentees:
      return "Mentees";
    case ImportWord::role_both:
      return "Both";
    case ImportWord::header:
      return "Column";
    case ImportWord::meaning:
      return "Means";
    case ImportWord::samples:
      return "In the file";
    case ImportWord::understood:
      return "Will be kept as";
    case ImportWord::meaning_nothing:
      return "Leave out";
    case ImportWord::meaning_name:
      return "Name";
    case ImportWord::meaning_given_name:
      return "Given name";
    case ImportWord::meaning_family_name:
      return "Family name";
    case ImportWord::meaning_called:
      return "How they are called";
    case ImportWord::meaning_email:
      return "E-mail";
    case ImportWord::meaning_role:
      return "Part: mentor or mentee";
    case ImportWord::meaning_both:
      return "Both mentor and mentee: yes or no";
    case ImportWord::meaning_places:
      return "How many mentees";
    case ImportWord::meaning_answer:
      return "Answer: {0}";
    case ImportWord::meaning_new:
      return "Make a new question";
    case ImportWord::new_label:
      return "Question";
    case ImportWord::new_kind:
      return "Kind of answer";
    case ImportWord::new_options:
      return "Options, one on each line";
    case ImportWord::trouble_cell:
      return "Row {0} was not understood: {1}";
    case ImportWord::note_encoding_guessed:
      return "The file does not say how its letters are written. Check that names with accents"
             " look right.";
    case ImportWord::note_damaged_text:
      return "Some letters are damaged and show as a question mark in a diamond, or as a "
             "blank.";
    case ImportWord::note_title_skipped:
      return "A heading above the table was left out.";
    case ImportWord::note_headers_missing:
      return "The first row looks like a person, so the columns got numbers for names.";
    case ImportWord::note_header_repeated:
      return "Some columns have the same heading: a number was added.";
    case ImportWord::note_row_longer:
      return "Some rows have more cells than there are columns: those cells were left out.";
    case ImportWord::note_quote:
      return "Somewhere a quotation mark is not closed. Check the rows near it.";
    case ImportWord::no_name_column:
      return "Choose which column holds the name, or the given and family name.";
    case ImportWord::preview_text:
      return "{0}: this is what would happen. Nothing is changed yet.";
    case ImportWord::new_:
      return "New";
    case ImportWord::changed:
      return "Changed";
    case ImportWord::same:
      return "Nothing new";
    case ImportWord::duplicate:
      return "Perhaps known";
    case ImportWord::unusable:
      return "Cannot be used";
    case ImportWord::show:
      return "Show";
    case ImportWord::show_all:
      return "All rows";
    case ImportWord::column_row:
      return "Row";
    case ImportWord::column_name:
      return "Name";
    case ImportWord::column_email:
      return "E-mail";
    case ImportWord::column_what:
      return "What happens";
    case ImportWord::column_why:
      return "Why";
    case ImportWord::choice_label:
      return "What to do with row {0}";
    case ImportWord::choice_add:
      return "Add as somebody new";
    case ImportWord::choice_update:
      return "Update {0}";
    case ImportWord::choice_leave_out:
      return "Leave out";
    case ImportWord::reason_same_email:
      return "Same e-mail as {0}";
    case ImportWord::reason_same_email_in_file:
      return "Same e-mail as an earlier row";
    case ImportWord::reason_same_name:
      return "Same name as {0}";
    case ImportWord::reason_near_name:
      return "Nearly the same name as {0}";
    case ImportWord::reason_no_name:
      return "No name and no e-mail";
    case ImportWord::reason_name_too_long:
      return "The name is too long";
    case ImportWord::reason_role:
      return "Part not understood: {0}";
    case ImportWord::cells_not_understood:
      return "{0} {0?cell was|cells were} not understood and will be left empty.";
    case ImportWord::nothing_to_do:
      return "There is nothing new in this file.";
    case ImportWord::run:
      return "Bring in {0} {0?person|people}";
    case ImportWord::done_title:
      return "Done";
    case ImportWord::done_text:
      return "{0} {0?person|people} added, {1} changed.";
    case ImportWord::done_cancelled:
      return "Stopped. What had been brought in was taken back.";
    case ImportWord::see_people:
      return "See people";
    case ImportWord::undo_import:
      return "Take the import back";
    case ImportWord::another:
      return "Import another file";
    case ImportWord::set_rules:
      return "Set the rules";
    case ImportWord::another_row:
      return "another row";
    case ImportWord::count_:
      break;
  }
  return {};
}

}  // namespace pairbook::app
