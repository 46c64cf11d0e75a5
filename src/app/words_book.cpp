#include "words_book.hpp"

namespace pairbook::app {

std::string_view english(BookWord word) {
  switch (word) {
    case BookWord::welcome_title:
      return "Pairbook";
    case BookWord::welcome_text:
      return "Pairbook runs a mentoring programme in this tab: people in, fair pairs out, with"
             " the reasons. Everything you type is encrypted on this device before it is "
             "stored, and nothing needs an account or a network.";
    case BookWord::known_title:
      return "On this device";
    case BookWord::known_unnamed:
      return "A programme on this device";
    case BookWord::open_known:
      return "Open {0}";
    case BookWord::forget_known:
      return "Remove {0} from this device";
    case BookWord::start:
      return "Start a programme";
    case BookWord::open_file:
      return "Open a book from a file";
    case BookWord::look_around:
      return "Look around with sample people";
    case BookWord::forget_title:
      return "Remove this programme from this device?";
    case BookWord::forget_text:
      return "Without a copy in a file it is gone for good. Nobody can bring it back.";
    case BookWord::forget_do:
      return "Remove for good";
    case BookWord::forgotten:
      return "Removed from this device.";
    case BookWord::no_storage:
      return "This browser keeps nothing here, perhaps because it is a private window. You can"
             " work, but save to a file before you close the tab.";
    case BookWord::local_file:
      return "Pairbook was opened from a file. Browsers may clear what such pages keep, so "
             "save to a file when you stop.";
    case BookWord::new_title:
      return "A new programme";
    case BookWord::step:
      return "Step {0} of {1}";
    case BookWord::name_label:
      return "Name of the programme";
    case BookWord::name_text:
      return "How is your programme called? You can change it later.";
    case BookWord::name_help:
      return "For example: Harbour Mentoring 2026";
    case BookWord::name_empty:
      return "Please type a name for the programme.";
    case BookWord::remember_label:
      return "Show this name before unlocking";
    case BookWord::remember_help:
      return "The name then stands on this device unencrypted, so that you can tell books "
             "apart.";
    case BookWord::passphrase_text:
      return "The passphrase opens this book. Nobody can look it up or reset it, so choose one"
             " you will remember: four or five unusual words are good.";
    case BookWord::passphrase_label:
      return "Passphrase";
    case BookWord::new_passphrase_label:
      return "New passphrase";
    case BookWord::current_label:
      return "Passphrase now";
    case BookWord::current_wrong:
      return "This is not the passphrase of this book.";
    case BookWord::passphrase_empty:
      return "Please type a passphrase.";
    case BookWord::passphrase_weak:
      return "This would be guessed too quickly. Make it longer: add a word or two.";
    case BookWord::again_text:
      return "This is your passphrase, shown this one time: {0}";
    case BookWord::again_more:
      return "Write it down if you need to, then type it once more.";
    case BookWord::again_label:
      return "Type it again";
    case BookWord::again_wrong:
      return "The two are not the same. Look closely at capital letters, or go back and choose"
             " another.";
    case BookWord::sheet_title:
      return "Recovery sheet";
    case BookWord::sheet_text:
      return "If the passphrase is ever lost, these eight groups open the book. Print the "
             "sheet or save it, and keep it away from this device.";
    case BookWord::sheet_print:
      return "Print the sheet";
    case BookWord::sheet_save:
      return "Save the sheet";
    case BookWord::sheet_report_title:
      return "Recovery sheet: {0}";
    case BookWord::sheet_report_text:
      return "Whoever has this sheet can open the book without the passphrase. Keep it where "
             "you keep important papers.";
    case BookWord::sheet_report_how:
      return "To use it: open Pairbook, choose the book, then \"Use the recovery sheet\", and "
             "type the eight groups.";
    case BookWord::sheet_report_date:
      return "Made on {0}.";
    case BookWord::sheet_file:
      return "pairbook-recovery-sheet.txt";
    case BookWord::confirm_text:
      return "To be sure that the sheet is right, type two of its groups.";
    case BookWord::group_label:
      return "Group {0}";
    case BookWord::group_wrong:
      return "Group {0} is not right. Look at the sheet once more.";
    case BookWord::making:
      return "Making the book...";
    case BookWord::finish:
      return "Make the book";
    case BookWord::change_passphrase:
      return "Change the passphrase";
    case BookWord::passphrase_changed:
      return "The passphrase is changed. The old one no longer opens this book on this device.";
    case BookWord::checking:
      return "Checking the passphrase...";
    case BookWord::new_sheet:
      return "Make a new sheet";
    case BookWord::sheet_changed:
      return "The new recovery sheet is in force. The old one no longer opens this book.";
    case BookWord::weak_0:
      return "Very weak";
    case BookWord::weak_1:
      return "Weak";
    case BookWord::weak_2:
      return "Fair";
    case BookWord::weak_3:
      return "Good";
    case BookWord::weak_4:
      return "Strong";
    case BookWord::takes_0:
      return "It would be guessed at once.";
    case BookWord::takes_1:
      return "It would be guessed within hours.";
    case BookWord::takes_2:
      return "It would be guessed within weeks or months.";
    case BookWord::takes_3:
      return "Guessing it would take years.";
    case BookWord::takes_4:
      return "Guessing it would take centuries.";
    case BookWord::why_too_short:
      return "It is short.";
    case BookWord::why_common_password:
      return "\"{0}\" is among the first that are tried.";
    case BookWord::why_common_word:
      return "\"{0}\" is an everyday word.";
    case BookWord::why_own_word:
      return "\"{0}\" is easy to guess here.";
    case BookWord::why_repeated:
      return "\"{0}\" repeats itself.";
    case BookWord::why_sequence:
      return "\"{0}\" is a sequence.";
    case BookWord::why_keyboard_walk:
      return "\"{0}\" is a walk over the keyboard.";
    case BookWord::why_date:
      return "\"{0}\" looks like a date.";
    case BookWord::why_look_alikes:
      return "Swapping letters for look-alikes hardly helps: \"{0}\".";
    case BookWord::why_capital_only_first:
      return "A capital letter at the beginning hardly helps.";
    case BookWord::why_several_words:
      return "Several words in a row are strong and easy to keep.";
    case BookWord::why_long_enough:
      return "It is long, which is what counts.";
    case BookWord::unlock_title:
      return "Open {0}";
    case BookWord::unlock_unnamed:
      return "Open your programme";
    case BookWord::unlock_text:
      return "Everything here is encrypted. Your passphrase opens it.";
    case BookWord::unlock_file_text:
      return "This book came from a file. Its passphrase opens it, and it will then be kept on"
             " this device too.";
    case BookWord::unlock:
      return "Open";
    case BookWord::unlocking:
      return "Opening. This takes a moment on purpose, so that nobody can try many "
             "passphrases.";
    case BookWord::reading:
      return "Reading the book...";
    case BookWord::reading_detail:
      return "{0} %";
    case BookWord::moment:
      return "One moment...";
    case BookWord::use_sheet:
      return "Use the recovery sheet";
    case BookWord::use_passphrase:
      return "Use the passphrase";
    case BookWord::recover_text:
      return "Type the eight groups of the recovery sheet. Capitals, blanks and dashes do not "
             "matter.";
    case BookWord::recover_label:
      return "Recovery sheet";
    case BookWord::recover_length:
      return "The sheet has eight groups of four signs. Some are missing, or there are too "
             "many.";
    case BookWord::recover_group:
      return "There is a sign in {0} that cannot be there. Look at the sheet once more.";
    case BookWord::recover_checksum:
      return "One of the signs is not right. Compare them with the sheet, one by one.";
    case BookWord::recover_wrong:
      return "This sheet belongs to another book, or a newer sheet has replaced it.";
    case BookWord::recovered:
      return "You are in. Choose a new passphrase now, so that you do not need the sheet "
             "again.";
    case BookWord::leave:
      return "Another programme";
    case BookWord::damaged_title:
      return "This book is damaged";
    case BookWord::damaged_text:
      return "Some of what is stored on this device cannot be read as it was written. Pairbook"
             " opens nothing that it cannot trust.";
    case BookWord::damaged_do_1:
      return "Open the last copy that you saved to a file.";
    case BookWord::damaged_do_2:
      return "Or try another browser profile or device where you used this programme.";
    case BookWord::newer_title:
      return "This book is from a newer Pairbook";
    case BookWord::newer_text:
      return "It was written by a newer version and this one does not understand all of it. "
             "Nothing has been changed.";
    case BookWord::newer_do_1:
      return "Update Pairbook, then open the book again.";
    case BookWord::foreign_title:
      return "This is not a Pairbook book";
    case BookWord::foreign_text:
      return "The file \"{0}\" was not made by \"Save to file\". Nothing has been changed.";
    case BookWord::foreign_do_1:
      return "Choose a file that ends in .pairbook.";
    case BookWord::foreign_do_2:
      return "To bring people in from a spreadsheet, open your programme first and choose "
             "\"Import people\".";
    case BookWord::damaged_file_title:
      return "This file is damaged";
    case BookWord::damaged_file_text:
      return "The book in \"{0}\" cannot be read completely, perhaps because copying stopped "
             "half-way. Nothing has been changed.";
    case BookWord::damaged_file_do_1:
      return "Copy the file once more from where it came, or use an older copy.";
    case BookWord::newer_file_title:
      return "This file is from a newer Pairbook";
    case BookWord::missing_title:
      return "The browser has cleared this book";
    case BookWord::missing_text:
      return "It is no longer on this device. Browsers sometimes clear what pages store when "
             "room is short.";
    case BookWord::missing_do_1:
      return "Open the last copy that you saved to a file.";
    case BookWord::missing_do_2:
      return "After that, ask the browser in Settings to keep it for good.";
    case BookWord::unreadable_title:
      return "The browser could not give this book back";
    case BookWord::unreadable_text:
      return "Its storage did not answer. The book may well be there still: nothing of it has "
             "been "
             "changed.";
    case BookWord::unreadable_do_1:
      return "Close other tabs with Pairbook, load this page again, and open the book once "
             "more.";
    case BookWord::unreadable_do_2:
      return "If that does not help, open the last copy that you saved to a file.";
    case BookWord::here_title:
      return "This book is on this device already";
    case BookWord::here_text:
      return "The file holds a copy of a programme that is stored here. Put both together: "
             "what was done in either of them stays.";
    case BookWord::here_do_1:
      return "You need the passphrase of the one on this device; the file needs the same.";
    case BookWord::here_do_2:
      return "To go back to how it was when the file was saved, use the one from the file.";
    case BookWord::keep_both:
      return "Put both together";
    case BookWord::brought:
      return "Both are together now. New from the file: {0}.";
    case BookWord::brought_nothing:
      return "There was nothing new in the file.";
    case BookWord::brought_some:
      return "{0} changes in the file could not be read, and were left out.";
    case BookWord::not_brought_key:
      return "The file has another passphrase, so nothing was taken from it.";
    case BookWord::not_brought:
      return "The file could not be read whole, so nothing was taken from it.";
    case BookWord::not_brought_tab:
      return "Another tab writes to this book, so nothing was taken from the file.";
    case BookWord::keep_this:
      return "Keep the one on this device";
    case BookWord::keep_file:
      return "Use the one from the file";
    case BookWord::file_refused_title:
      return "This file could not be read";
    case BookWord::file_refused_text:
      return "\"{0}\" could not be read. {1}";
    case BookWord::to_start:
      return "Back to the start";
    case BookWord::problem_detail:
      return "For whoever helps: {0}";
    case BookWord::file_name:
      return "{0}.pairbook";
    case BookWord::file_saved:
      return "Saved as a file. It opens with the same passphrase.";
    case BookWord::sample_name:
      return "Harbour Mentoring (sample)";
    case BookWord::storage_promised:
      return "The browser has promised to keep it.";
    case BookWord::storage_not_promised:
      return "The browser did not promise it. Save to a file now and then.";
    case BookWord::came_back:
      return "Welcome back.";
    case BookWord::recovery_missing:
      return "Print or save the sheet before you go on, or write the groups down.";
    case BookWord::count_:
      break;
  }
  return {};
}

}  // namespace pairbook::app
