#include "words_wishes.hpp"

namespace pairbook::app {

std::string_view english(WishesWord word) {
  switch (word) {
    case WishesWord::title:
      return "Wishes and requests";
    case WishesWord::text:
      return "Who would like to be matched with whom? People answer on paper, by mail or in a "
             "spreadsheet; what you note here counts in the matching.";
    case WishesWord::empty_title:
      return "Nobody to ask yet";
    case WishesWord::empty_text:
      return "Add people first; then each of them gets a shortlist to choose from.";
    case WishesWord::names_hidden:
      return "Names are hidden. Shortlists are shown with numbers; wishes are not, because "
             "they name people.";
    case WishesWord::not_asked_title:
      return "Nobody has been asked yet";
    case WishesWord::not_asked_text:
      return "Pairbook adds two questions, one for mentees and one for mentors, and a rule "
             "that gives points when a wish comes true.";
    case WishesWord::ask:
      return "Ask for wishes";
    case WishesWord::question_mentee:
      return "Mentors you wish for";
    case WishesWord::question_mentor:
      return "Mentees you wish for";
    case WishesWord::letters:
      return "Letters with shortlists";
    case WishesWord::letter_to:
      return "Letter to {0}";
    case WishesWord::who:
      return "Show";
    case WishesWord::mentees:
      return "Mentees";
    case WishesWord::mentors:
      return "Mentors";
    case WishesWord::confidential:
      return "Tell a wish only when it is mutual";
    case WishesWord::confidential_help:
      return "Nobody sees who wishes for whom, you included, until both do; and only such "
             "wishes count. Letters never tell more.";
    case WishesWord::column_wishes:
      return "Wishes";
    case WishesWord::column_mutual:
      return "Both wish for it";
    case WishesWord::nobody_here:
      return "Nobody takes part here.";
    case WishesWord::list_title:
      return "Shortlist for {0}";
    case WishesWord::list_empty:
      return "The rules leave nobody for this list.";
    case WishesWord::list_waits:
      return "The list is being made.";
    case WishesWord::wishes_title:
      return "Wishes";
    case WishesWord::names:
      return "Whom {0} wishes for, the dearest first";
    case WishesWord::names_help:
      return "Names or e-mail addresses, with a semicolon between them.";
    case WishesWord::add:
      return "Add from the shortlist";
    case WishesWord::add_nobody:
      return "Choose somebody";
    case WishesWord::settle_title:
      return "{0} {0?name|names} to settle";
    case WishesWord::settle_text:
      return "Nobody, or more than one person, has such a name. Until you say who is meant, "
             "the wish does not count.";
    case WishesWord::settle_more:
      return "And {0} more, once these are settled.";
    case WishesWord::who_is:
      return "Who is “{0}”?";
    case WishesWord::who_is_by:
      return "Who is “{0}”, named by {1}?";
    case WishesWord::not_settled:
      return "Not settled yet";
    case WishesWord::leave_name_out:
      return "Nobody: leave it out";
    case WishesWord::bring_title:
      return "Bring in answers";
    case WishesWord::bring_text:
      return "One row for each person who answered: their name or e-mail address, and whom "
             "they wish for, the dearest first. Copy the cells with their headings from your "
             "spreadsheet and paste them here, or choose a CSV file.";
    case WishesWord::bring_from:
      return "The answers are from";
    case WishesWord::bring_paste:
      return "Rows from your spreadsheet";
    case WishesWord::bring_read:
      return "Read the rows";
    case WishesWord::bring_file:
      return "Choose a file";
    case WishesWord::bring_columns:
      return "What does each column say? Nothing is kept yet.";
    case WishesWord::means_nothing:
      return "Not used";
    case WishesWord::means_who:
      return "Who answers";
    case WishesWord::means_wish:
      return "Whom they wish for";
    case WishesWord::leave_row_out:
      return "Leave this row out";
    case WishesWord::rows_of_nobody:
      return "{0} {0?row is|rows are} of somebody who is not here and {0?stays|stay} out.";
    case WishesWord::bring_run:
      return "Bring in {0} {0?answer|answers}";
    case WishesWord::bring_none:
      return "No row says who answers and whom they wish for.";
    case WishesWord::brought_in:
      return "{0} {0?answer|answers} brought in.";
    case WishesWord::too_many_rows:
      return "Please bring in at most {0} rows at a time.";
    case WishesWord::requests_title:
      return "Waiting for an answer";
    case WishesWord::requests_text:
      return "A request ends by itself when its day has passed; then the mentee gets a kind "
             "letter. An answer that comes late can still be noted.";
    case WishesWord::column_by:
      return "Answer by";
    case WishesWord::column_state:
      return "How it stands";
    case WishesWord::nobody_waits:
      return "Nobody waits for an answer.";
    case WishesWord::with_ended:
      return "Show those that have ended too";
    case WishesWord::until_today:
      return "Waits until today";
    case WishesWord::days_left:
      return "{0} {0?day|days} left";
    case WishesWord::ran_out:
      return "Not answered in time";
    case WishesWord::said_yes:
      return "Yes";
    case WishesWord::said_no:
      return "No";
    case WishesWord::was_withdrawn:
      return "Taken back";
    case WishesWord::no_answer:
      return "No answer yet";
    case WishesWord::yes_pair:
      return "Yes: make them a pair";
    case WishesWord::yes_wish:
      return "Yes: a wish of both";
    case WishesWord::answer_of:
      return "Answer of {0} to {1}";
    case WishesWord::letters_request:
      return "{0} {0?letter|letters} of request";
    case WishesWord::letters_reminder:
      return "{0} {0?reminder|reminders}";
    case WishesWord::letters_ended:
      return "{0} {0?letter|letters} about an end";
    case WishesWord::ask_title:
      return "Ask a mentor";
    case WishesWord::ask_text:
      return "Notes that this mentee asks a mentor. The letter to the mentor waits among the "
             "letters.";
    case WishesWord::ask_mentor:
      return "Mentor";
    case WishesWord::answer_by:
      return "Answer by";
    case WishesWord::answer_by_help:
      return "A day like 2026-12-24, within three months.";
    case WishesWord::ask_do:
      return "Note the request";
    case WishesWord::bad_day:
      return "Please give a day like 2026-12-24, from today to three months from now.";
    case WishesWord::count_:
      break;
  }
  return {};
}

}  // namespace pairbook::app
