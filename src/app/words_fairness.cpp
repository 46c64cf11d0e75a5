#include "words_fairness.hpp"

namespace pairbook::app {

std::string_view english(FairWord word) {
  switch (word) {
    case FairWord::title:
      return "Fairness";
    case FairWord::text:
      return "Did groups of people fare alike? Matching never reads these answers; this page "
             "is the only place that does.";
    case FairWord::empty_title:
      return "Nothing to compare yet";
    case FairWord::empty_text:
      return "Ask people a question about themselves that nobody has to answer, such as their "
             "gender or whether they are the first in their family to study. In the question, "
             "choose \"Only to check fairness\": matching never reads it, and this page shows "
             "how each group fared.";
    case FairWord::to_questions:
      return "To the questions";
    case FairWord::no_pairs_title:
      return "No pairs yet";
    case FairWord::no_pairs_text:
      return "Match first. Then this page compares how groups of people fared.";
    case FairWord::question:
      return "Compare by";
    case FairWord::who:
      return "Of whom";
    case FairWord::pairs:
      return "Pairs";
    case FairWord::proposal:
      return "Proposed now";
    case FairWord::round:
      return "Approved in round {0}";
    case FairWord::column_group:
      return "Answer";
    case FairWord::column_people:
      return "People";
    case FairWord::column_matched:
      return "In a pair";
    case FairWord::column_points:
      return "Points on average";
    case FairWord::column_low:
      return "A tenth has at most";
    case FairWord::column_wish:
      return "Wish granted";
    case FairWord::no_answer:
      return "No answer";
    case FairWord::everybody:
      return "Everybody";
    case FairWord::others:
      return "Other answers";
    case FairWord::hidden:
      return "hidden";
    case FairWord::nothing:
      return "\u2013";
    case FairWord::per_cent:
      return "{0} %";
    case FairWord::share:
      return "{0} ({1} of {2})";
    case FairWord::all_alike:
      return "Every group is in a pair equally often.";
    case FairWord::range:
      return "Of \"{0}\" {1} are in a pair, of \"{2}\" {3}.";
    case FairWord::below_four_fifths:
      return "The lower is {0} of the higher. Less than 80 % is worth a closer look.";
    case FairWord::above_four_fifths:
      return "The lower is {0} of the higher; from 80 % on a difference is often let pass.";
    case FairWord::rate_beyond:
      return "With groups of these sizes chance alone makes so large a difference {0}. "
             "Something else may be behind it.";
    case FairWord::rate_chance:
      return "With groups of these sizes chance alone makes so large a difference {0}, so it "
             "may mean nothing.";
    case FairWord::points_beyond:
      return "Points differ more than chance explains: alone it does so {0}.";
    case FairWord::points_chance:
      return "Points differ no more than chance would have it: alone it does so {0}.";
    case FairWord::seldom:
      return "less than once in 100 times";
    case FairWord::always:
      return "nearly always";
    case FairWord::times:
      return "about {0} {0?time|times} in 100";
    case FairWord::too_few:
      return "There are too few people in these groups to compare them.";
    case FairWord::about_hidden:
      return "\"Hidden\" are figures about fewer than {0} people, and any others from which "
             "these could be worked out.";
    case FairWord::limits:
      return "These figures do not say why. Few people show only large differences, and people "
             "who gave no answer may have fared otherwise. Whoever looks long enough, by many "
             "questions, finds a difference by chance.";
    case FairWord::print:
      return "Print";
    case FairWord::report_title:
      return "Fairness: {0}";
    case FairWord::report_line:
      return "{0}: {1}";
    case FairWord::file_name:
      return "fairness";
    case FairWord::count_:
      break;
  }
  return {};
}

}  // namespace pairbook::app
