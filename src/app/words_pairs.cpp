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
    case PairsWord::ended_on:
      return "Ended on {0}";
    case PairsWord::details:
      return "Why {0} and {1}";
    case PairsWord::no_reasons:
      return "No rule spoke for it.";
    case PairsWord::by_hand:
      return "Chosen by hand.";
    case PairsWord::note:
      return "A note, if you like";
    case PairsWord::note_help:
      return "No reason is asked for. It stays in this book.";
    case PairsWord::end_:
      return "End this pair";
    case PairsWord::ended:
      return "The pair has ended. Both can be matched again.";
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
    case PairsWord::file_name:
      return "pairs";
    case PairsWord::count_:
      break;
  }
  return {};
}

}  // namespace pairbook::app
