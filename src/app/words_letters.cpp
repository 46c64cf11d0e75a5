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
    case LettersWord::kind_shortlist:
      return "Everybody with a place: a shortlist";
    case LettersWord::kind_request:
      return "Mentors who were asked";
    case LettersWord::kind_reminder:
      return "Mentors to remind";
    case LettersWord::kind_ended:
      return "Mentees whose request has ended";
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
    case LettersWord::blank_shortlist:
      return "whom they could be matched with, and why";
    case LettersWord::blank_answer_by:
      return "the day to answer by";
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
    case LettersWord::shortlist_subject:
      return "Whom would you like? {programme}";
    case LettersWord::shortlist_body:
      return "Dear {called},\n\nThese people could be a good match for you in "
             "{programme}:\n\n{shortlist}\n\nPlease tell us whom you would like, the dearest "
             "first. You may also name somebody else who takes part. We tell nobody whom you "
             "wish for, unless they wish for you too.\n\nWith thanks,\n{programme}";
    case LettersWord::too_many_shortlists:
      return "There are too many people to write to all at once. Write to them one by one.";
    case LettersWord::request_subject:
      return "{partner} would like you as a mentor";
    case LettersWord::request_body:
      return "Dear {called},\n\n{partner} would like to have you as a mentor in {programme}. "
             "Would you? Please let us know by {answer_by}.\n\nA no is fine and needs no "
             "reason: "
             "we then look for somebody else. Without an answer the request ends on that day "
             "by "
             "itself.\n\nWith thanks,\n{programme}";
    case LettersWord::reminder_subject:
      return "A small reminder: {partner}";
    case LettersWord::reminder_body:
      return "Dear {called},\n\n{partner} is still hoping for an answer: would you be their "
             "mentor in {programme}? A yes or a no by {answer_by} helps us both ways; a no is "
             "fine.\n\nWith thanks,\n{programme}";
    case LettersWord::ended_subject:
      return "About your request in {programme}";
    case LettersWord::ended_body:
      return "Dear {called},\n\nYou asked for {partner}. It did not work out this time; "
             "mentors "
             "have only so many places and hours, and it says nothing about you.\n\nYou may "
             "ask "
             "somebody else, or leave it to us: you are in the next matching.\n\nWith "
             "thanks,\n{programme}";
    case LettersWord::count_:
      break;
  }
  return {};
}

}  // namespace pairbook::app
