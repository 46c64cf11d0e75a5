#include "words_frame.hpp"

namespace pairbook::app {

std::string_view english(FrameWord word) {
  switch (word) {
    case FrameWord::pairbook:
      return "Pairbook";
    case FrameWord::window_title:
      return "{0} - {1} - Pairbook";
    case FrameWord::window_title_short:
      return "{0} - Pairbook";
    case FrameWord::skip_to_content:
      return "Skip to the content";
    case FrameWord::navigation:
      return "Main navigation";
    case FrameWord::nav_home:
      return "Home";
    case FrameWord::nav_people:
      return "People";
    case FrameWord::nav_rules:
      return "Rules";
    case FrameWord::nav_wishes:
      return "Wishes";
    case FrameWord::nav_match:
      return "Match";
    case FrameWord::nav_pairs:
      return "Pairs";
    case FrameWord::nav_works:
      return "What works";
    case FrameWord::nav_letters:
      return "Letters";
    case FrameWord::nav_fairness:
      return "Fairness";
    case FrameWord::nav_history:
      return "History";
    case FrameWord::nav_settings:
      return "Settings";
    case FrameWord::nav_questions:
      return "Questions";
    case FrameWord::nav_import:
      return "Import people";
    case FrameWord::saved:
      return "Saved on this device";
    case FrameWord::saving:
      return "Saving...";
    case FrameWord::not_saved:
      return "Not saved yet";
    case FrameWord::not_kept:
      return "Nothing is kept: sample people";
    case FrameWord::read_only:
      return "Read only";
    case FrameWord::try_again:
      return "Try again";
    case FrameWord::save_to_file:
      return "Save to file";
    case FrameWord::undo:
      return "Undo";
    case FrameWord::undo_what:
      return "Undo: {0}";
    case FrameWord::redo:
      return "Redo";
    case FrameWord::redo_what:
      return "Redo: {0}";
    case FrameWord::nothing_to_undo:
      return "There is nothing to undo.";
    case FrameWord::nothing_to_redo:
      return "There is nothing to redo.";
    case FrameWord::busy_now:
      return "Something is still running. Wait for it, or cancel it first.";
    case FrameWord::other_tab_writes:
      return "Another tab is writing in this book.";
    case FrameWord::taken_back:
      return "Taken back: {0}";
    case FrameWord::done_again:
      return "Done again: {0}";
    case FrameWord::carrying_out:
      return "Writing it down: {0}";
    case FrameWord::taking_back:
      return "Taking back: {0}";
    case FrameWord::doing_again:
      return "Doing again: {0}";
    case FrameWord::palette:
      return "Search or do...";
    case FrameWord::palette_query:
      return "What would you like to do?";
    case FrameWord::palette_empty:
      return "Nothing fits. Try another word.";
    case FrameWord::palette_go:
      return "Go to {0}";
    case FrameWord::group_go:
      return "Go to";
    case FrameWord::group_book:
      return "Book";
    case FrameWord::group_people:
      return "People";
    case FrameWord::group_view:
      return "View";
    case FrameWord::group_match:
      return "Matching";
    case FrameWord::lock:
      return "Lock";
    case FrameWord::lock_not_saved:
      return "The last changes are not saved yet. Save them first, then lock.";
    case FrameWord::locked_for_you:
      return "Locked after {0} {0?minute|minutes} without a key or a touch.";
    case FrameWord::close:
      return "Close";
    case FrameWord::cancel:
      return "Cancel";
    case FrameWord::back:
      return "Back";
    case FrameWord::next:
      return "Next";
    case FrameWord::done:
      return "Done";
    case FrameWord::dismiss:
      return "Dismiss";
    case FrameWord::copied:
      return "Copied.";
    case FrameWord::not_copied:
      return "The browser did not allow copying. Select the text and copy it by hand.";
    case FrameWord::shortcuts:
      return "Keyboard shortcuts";
    case FrameWord::shortcut_line:
      return "{0}: {1}";
    case FrameWord::shortcut_palette:
      return "Search or do anything";
    case FrameWord::shortcut_help:
      return "These shortcuts";
    case FrameWord::shortcut_close:
      return "Close what is open on top";
    case FrameWord::sample_banner:
      return "These are sample people. Look around, change what you like: nothing is kept.";
    case FrameWord::sample_start:
      return "Start my own programme";
    case FrameWord::other_tab_banner:
      return "This book is open in another tab, and only one can write. You can look around "
             "here.";
    case FrameWord::use_here:
      return "Use it here";
    case FrameWord::no_storage_banner:
      return "This browser keeps nothing on this device. Save to a file before you close the "
             "tab.";
    case FrameWord::not_saved_banner:
      return "The last changes are not on this device yet: {0} Everything is still here in "
             "this tab.";
    case FrameWord::search:
      return "Search";
    case FrameWord::yes:
      return "Yes";
    case FrameWord::no:
      return "No";
    case FrameWord::none:
      return "None";
    case FrameWord::theme_system:
      return "As the device";
    case FrameWord::theme_light:
      return "Light";
    case FrameWord::theme_dark:
      return "Dark";
    case FrameWord::contrast_system:
      return "As the device";
    case FrameWord::contrast_normal:
      return "Normal";
    case FrameWord::contrast_high:
      return "High";
    case FrameWord::damaged_banner:
      return "Some of this book cannot be read any more. What is shown is whole. Save a copy "
             "first, then go on without the damaged part.";
    case FrameWord::carry_on:
      return "Go on without it";
    case FrameWord::history_title:
      return "History";
    case FrameWord::history_text:
      return "Everything that was done in this programme, latest first. Each can be taken "
             "back.";
    case FrameWord::history_when:
      return "When";
    case FrameWord::day_and_time:
      return "{0}, {1}";
    case FrameWord::history_what:
      return "What";
    case FrameWord::history_here:
      return "Take back everything after this";
    case FrameWord::history_empty:
      return "Nothing has happened yet.";
    case FrameWord::history_ignored:
      return "{0} {0?entry|entries} made no sense here and had no effect.";
    case FrameWord::history_older:
      return "Earlier changes are still being read.";
    case FrameWord::history_is_last:
      return "This is the last change.";
    case FrameWord::settings_title:
      return "Settings";
    case FrameWord::settings_programme:
      return "Programme";
    case FrameWord::settings_name:
      return "Name of the programme";
    case FrameWord::settings_security:
      return "Passphrase and recovery";
    case FrameWord::settings_security_text:
      return "The passphrase opens this book. The recovery sheet opens it when the passphrase "
             "is lost.";
    case FrameWord::settings_lock:
      return "Locking";
    case FrameWord::settings_auto_lock:
      return "Lock by itself after";
    case FrameWord::settings_minutes:
      return "{0} {0?minute|minutes}";
    case FrameWord::settings_never:
      return "Never";
    case FrameWord::settings_quick:
      return "Lock at once with {0}.";
    case FrameWord::settings_look:
      return "Look";
    case FrameWord::settings_theme:
      return "Colours";
    case FrameWord::settings_contrast:
      return "Contrast";
    case FrameWord::settings_copies:
      return "Copies and storage";
    case FrameWord::settings_copies_text:
      return "A file copy is as encrypted as the book itself and opens with the same "
             "passphrase.";
    case FrameWord::copy_never:
      return "This book has not been saved to a file from this device yet.";
    case FrameWord::copy_same:
      return "This book was last saved to a file on {0}, and has not changed since.";
    case FrameWord::copy_changed:
      return "This book was last saved to a file on {0}, and has changed since.";
    case FrameWord::copy_old:
      return "This book was last saved to a file on {0}, and has changed since. A fresh copy "
             "keeps it safe if this device is lost.";
    case FrameWord::copy_never_old:
      return "This book has not been saved to a file from this device yet. A copy keeps it "
             "safe "
             "if the device is lost.";
    case FrameWord::settings_persisted:
      return "The browser has promised to keep this book.";
    case FrameWord::settings_not_persisted:
      return "The browser may clear this book when room is short. It has not promised to keep "
             "it.";
    case FrameWord::settings_remember:
      return "Show the programme's name before unlocking";
    case FrameWord::settings_about:
      return "About";
    case FrameWord::settings_about_text:
      return "Pairbook {0}. Everything stays on this device, encrypted. Licence: Apache 2.0.";
    case FrameWord::saved_readable:
      return "Saved as a file. It is not encrypted: keep it safe.";
    case FrameWord::count_:
      break;
  }
  return {};
}

}  // namespace pairbook::app
