#include "words_report.hpp"

namespace pairbook::app {

std::string_view english(ReportWord word) {
  switch (word) {
    case ReportWord::holds:
      return "This report holds: every number in it was checked.";
    case ReportWord::round:
      return "{0}, round {1}, made on {2}: {3} {3?pair|pairs} of {4} {4?mentee|mentees}, {5} "
             "{5?point|points}.";
    case ReportWord::best_total:
      return "No other choice of pairs has more points.";
    case ReportWord::most_matched:
      return "No other choice makes more pairs, or as many with more points.";
    case ReportWord::compare:
      return "Compare this with others in your round; it must be the same for everybody: {0}";
    case ReportWord::mentee:
      return "{0}, your mentor is {1}. Together you have {2} {2?point|points}.";
    case ReportWord::mentee_alone:
      return "{0}, you have no mentor in this round.";
    case ReportWord::by_hand:
      return "The coordinators made this pair by hand.";
    case ReportWord::options:
      return "Of {0} {0?mentor|mentors}, {1} could be yours by the rules.";
    case ReportWord::no_options:
      return "By the rules none of the {0} {0?mentor|mentors} could be yours. The coordinators "
             "can tell you why.";
    case ReportWord::own_is_best:
      return "Nobody has more points with you than your mentor.";
    case ReportWord::better_elsewhere:
      return "{0} of them {0?has|have} more points with you. Their places went where they make "
             "at least as much difference.";
    case ReportWord::all_taken:
      return "Their places went where they make at least as much difference.";
    case ReportWord::mentor:
      return "{0}, you have {1} {1?mentee|mentees} in this round:";
    case ReportWord::mentor_alone:
      return "{0}, you have no mentee in this round.";
    case ReportWord::their_mentee:
      return "{0}, with {1} {1?point|points}";
    case ReportWord::broken:
      return "This report does not hold: it was changed, or it never was made from these "
             "pairs. "
             "Ask the coordinators for a new one. ({0})";
    case ReportWord::title:
      return "Match report";
    case ReportWord::check:
      return "Check a match report";
    case ReportWord::not_one:
      return "{0} is not a match report, or a part of it is missing. Ask whoever gave it to "
             "you "
             "for the file again.";
    case ReportWord::newer:
      return "{0} was made by a newer Pairbook. Load this page again to get it.";
    case ReportWord::count_:
      break;
  }
  return {};
}

}  // namespace pairbook::app
