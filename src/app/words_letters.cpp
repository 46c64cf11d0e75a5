#include "words_letters.hpp"

namespace pairbook::app {

std::string_view english(LettersWord word) {
  switch (word) {
    case LettersWord::title:
      return "Letters";
    case LettersWord::text:
      return "One letter per person. The words in braces are filled in for each.";
    case LettersWord::empty_title:
      return "Nobody to write to yet";
    case LettersWord::empty_text:
      return "Approve some pairs first; then everybody gets a letter of their own.";
    case LettersWord::to_match:
      return "Match people";
    case LettersWord::kind:
      return "Who the letter is to";
    case LettersWord::kind_mentor:
      return "Mentors with a pair";
    case LettersWord::kind_mentee:
      return "Mentees with a pair";
    case LettersWord::kind_unmatched:
      return "People without a pair";
    case LettersWord::subject:
      return "Subject";
    case LettersWord::body:
      return "Text";
    case LettersWord::blanks_title:
      return "Put in";
    case LettersWord::unknown_blank:
      return "There is nothing to fill in for {0}.";
    case LettersWord::reset:
      return "Back to Pairbook’s own words";
    case LettersWord::preview_title:
      return "As {0} will read it ({1} of {2})";
    case LettersWord::preview_nobody:
      return "Nobody gets this letter now.";
    case LettersWord::no_address:
      return "No e-mail address is known.";
    case LettersWord::previous:
      return "Previous person";
    case LettersWord::next:
      return "Next person";
    case LettersWord::copy:
      return "Copy this letter";
    case LettersWord::mail:
      return "Open in the mail program";
    case LettersWord::print_one:
      return "Print this letter";
    case LettersWord::print_all:
      return "Print all {0}";
    case LettersWord::download_all:
      return "Save all as one file";
    case LettersWord::report_title:
      return "Letters";
    case LettersWord::file_name:
      return "letters";
    case LettersWord::file_header:
      return "To,Name,Subject,Text";
    case LettersWord::blank_called:
      return "how the person is called";
    case LettersWord::blank_name:
      return "whole name";
    case LettersWord::blank_partner:
      return "name of the partner, or of all of them";
    case LettersWord::blank_partner_email:
      return "e-mail of the partner";
    case LettersWord::blank_reasons:
      return "what they have in common";
    case LettersWord::blank_programme:
      return "name of the programme";
    case LettersWord::and_:
      return "and";
    case LettersWord::no_reasons:
      return "We think you will get on.";
    case LettersWord::mentor_subject:
      return "Your mentee in {programme}";
    case LettersWord::mentor_body:
      return "Dear {called},\n\nThank you for being a mentor in {programme}. Your mentee is "
             "{partner}.\n\nYou can write to them here: {partner_email}\n\nWhy we thought of "
             "the two of you:\n{reasons}\n\nPlease write a first line within the next week and "
             "find a time to meet.\n\nWith thanks,\n{programme}";
    case LettersWord::mentee_subject:
      return "Your mentor in {programme}";
    case LettersWord::mentee_body:
      return "Dear {called},\n\nYour mentor in {programme} is {partner}.\n\nYou can write to "
             "them here: {partner_email}\n\nWhy we thought of the two of "
             "you:\n{reasons}\n\nThey know about you and will write soon. You may also write "
             "first.\n\nGood luck,\n{programme}";
    case LettersWord::unmatched_subject:
      return "About {programme}";
    case LettersWord::unmatched_body:
      return "Dear {called},\n\nThank you for signing up for {programme}. In this round there "
             "was no good partner for you yet. This says nothing about you: it depends on who "
             "else signed up.\n\nYou are first in line for the next round. If you would rather "
             "not wait, just tell us.\n\nWith thanks,\n{programme}";
    case LettersWord::count_:
      break;
  }
  return {};
}

}  // namespace pairbook::app
