#include "words_pairs.hpp"

namespace pairbook::app {

std::string_view english(PairsWord word) {
  switch (word) {
    case PairsWord::title:
      return "Pairs";
    case PairsWord::empty_title:
      return "No pairs yet";
    case PairsWord::empty_text:
      return "Approved pairs appear here with their reasons, letters and lists.";
    case PairsWord::to_match:
      return "Match people";
    case PairsWord::show:
      return "Show";
    case PairsWord::show_active:
      return "Pairs now";
    case PairsWord::show_to_check:
      return "Pairs to ask";
    case PairsWord::show_ended:
      return "Ended pairs";
    case PairsWord::show_round:
      return "Round {0}";
    case PairsWord::search:
      return "Find somebody";
    case PairsWord::count:
      return "{0} {0?pair|pairs}";
    case PairsWord::caption:
      return "Pairs";
    case PairsWord::column_mentee:
      return "Mentee";
    case PairsWord::column_mentor:
      return "Mentor";
    case PairsWord::column_points:
      return "Points";
    case PairsWord::column_round:
      return "Round";
    case PairsWord::column_since:
      return "Since";
    case PairsWord::column_going:
      return "How it goes";
    case PairsWord::ended_on:
      return "Ended on {0}";
    case PairsWord::details:
      return "{0} and {1}";
    case PairsWord::no_reasons:
      return "No rule spoke for it.";
    case PairsWord::note:
      return "A note, if you like";
    case PairsWord::note_help:
      return "No reason is asked for. It stays in this book.";
    case PairsWord::end_:
      return "End this pair";
    case PairsWord::end_and_find:
      return "End and find another";
    case PairsWord::end_title:
      return "End the pair of {0} and {1}?";
    case PairsWord::end_text:
      return "Pairs end for many reasons, and none is anybody’s fault. Whoever wants another "
             "partner goes first in the next matching, and the two are not proposed to each "
             "other again.";
    case PairsWord::mentor_again:
      return "{0} would like another mentee";
    case PairsWord::mentee_again:
      return "{0} would like another mentor";
    case PairsWord::again_found:
      return "Has been matched again since.";
    case PairsWord::going:
      return "How is it going?";
    case PairsWord::went:
      return "How did it go?";
    case PairsWord::why:
      return "Why they were matched";
    case PairsWord::mentor_says:
      return "{0}, the mentor, says";
    case PairsWord::mentee_says:
      return "{0}, the mentee, says";
    case PairsWord::fit_none:
      return "No answer yet";
    case PairsWord::fit_good:
      return "Good fit";
    case PairsWord::fit_deciding:
      return "Still deciding";
    case PairsWord::fit_not:
      return "Not a fit";
    case PairsWord::only_mentor:
      return "{0}, says the mentor";
    case PairsWord::only_mentee:
      return "{0}, says the mentee";
    case PairsWord::satisfaction:
      return "Satisfaction, from 1 to 5";
    case PairsWord::not_said:
      return "Not said";
    case PairsWord::check_note:
      return "A note, if you like";
    case PairsWord::answered_on:
      return "Answered on {0}.";
    case PairsWord::not_a_fit_title:
      return "Not every pair fits, and that is all right";
    case PairsWord::not_a_fit_text:
      return "Thank them for saying so. Both can be matched again, and go first.";
    case PairsWord::to_check_text:
      return "Where one said that it is not a fit comes first; then pairs of {0} days or more "
             "that have not both answered.";
    case PairsWord::nothing_to_check:
      return "Nobody to ask just now.";
    case PairsWord::letters:
      return "Letters";
    case PairsWord::print:
      return "Print the list";
    case PairsWord::csv:
      return "Save as CSV";
    case PairsWord::json:
      return "Save as JSON";
    case PairsWord::report_title:
      return "Pairs of {0}";
    case PairsWord::report_count:
      return "{0} {0?pair|pairs}, {1}";
    case PairsWord::gone_person:
      return "somebody who was removed";
    case PairsWord::nothing_here:
      return "No pair here.";
    case PairsWord::reason_rematch:
      return "Asked for another partner";
    case PairsWord::rule_parted:
      return "they were a pair and asked for other partners";
    case PairsWord::bring_text:
      return "One row for each person who answered: their name or e-mail address, how it fits "
             "(good fit, still deciding, not a fit, or 1, 2, 3), and if you have them how "
             "satisfied they are (1 to 5), the other person and a note. Copy the cells with "
             "their headings from your spreadsheet and paste them here, or choose a CSV file.";
    case PairsWord::bring_none:
      return "No row has an answer that is not here already.";
    case PairsWord::means_partner:
      return "The other person";
    case PairsWord::means_fit:
      return "Fit: 1 good, 2 deciding, 3 not";
    case PairsWord::means_satisfaction:
      return "Satisfaction, from 1 to 5";
    case PairsWord::means_note:
      return "A note";
    case PairsWord::which_pair:
      return "Who is “{0}”, and in which pair?";
    case PairsWord::in_pair_with:
      return "{0}, with {1}";
    case PairsWord::replacing:
      return "{0} {0?answer takes|answers take} the place of what is here now:";
    case PairsWord::instead_of:
      return "{0} about {1}: {2}. Until now: {3}.";
    case PairsWord::of_5:
      return "{0} of 5";
    case PairsWord::quoted:
      return "“{0}”";
    case PairsWord::and_more:
      return "And {0} more.";
    case PairsWord::here_already:
      return "{0} {0?answer is|answers are} here already.";
    case PairsWord::answered_again:
      return "{0} {0?row has|rows have} a later row of the same person, which counts.";
    case PairsWord::without_answer:
      return "{0} {0?row|rows} without an answer {0?stays|stay} out.";
    case PairsWord::unclear:
      return "These answers are not understood, so their rows stay out: {0}";
    case PairsWord::of_no_pair:
      return "No pair with these people is here, so their rows stay out: {0}";
    case PairsWord::file_name:
      return "pairs";
    case PairsWord::count_:
      break;
  }
  return {};
}

}  // namespace pairbook::app
