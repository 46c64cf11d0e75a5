#include "words_change.hpp"

namespace pairbook::app {

std::string_view english(ChangeWord word) {
  switch (word) {
    case ChangeWord::founded:
      return "Programme started";
    case ChangeWord::renamed:
      return "Programme named {0}";
    case ChangeWord::field_made:
      return "Question made: {0}";
    case ChangeWord::field_changed:
      return "Question changed: {0}";
    case ChangeWord::field_removed:
      return "Question removed: {0}";
    case ChangeWord::person_added:
      return "{0} added";
    case ChangeWord::people_added:
      return "{0} {0?person|people} added";
    case ChangeWord::people_imported:
      return "{0} {0?person|people} imported";
    case ChangeWord::import_changed:
      return "Import: {0} {0?person|people} changed";
    case ChangeWord::import_both:
      return "Import: {0} added, {1} changed";
    case ChangeWord::import_nothing:
      return "Import remembered";
    case ChangeWord::person_changed:
      return "{0} changed";
    case ChangeWord::people_changed:
      return "{0} {0?person|people} changed";
    case ChangeWord::person_withdrawn:
      return "{0} withdrawn";
    case ChangeWord::person_returned:
      return "{0} takes part again";
    case ChangeWord::people_withdrawn:
      return "{0} {0?person|people} withdrawn";
    case ChangeWord::people_returned:
      return "{0} {0?person|people} take part again";
    case ChangeWord::person_removed:
      return "{0} removed";
    case ChangeWord::people_removed:
      return "{0} {0?person|people} removed";
    case ChangeWord::rules_changed:
      return "Rules changed";
    case ChangeWord::preset_used:
      return "Rules and questions taken over";
    case ChangeWord::locked:
      return "{0} and {1} kept together";
    case ChangeWord::forbidden:
      return "{0} and {1} kept apart";
    case ChangeWord::verdict_lifted:
      return "Decision about {0} and {1} lifted";
    case ChangeWord::pairs_approved:
      return "{0} {0?pair|pairs} approved";
    case ChangeWord::pairs_withdrawn:
      return "{0} {0?approval|approvals} taken back";
    case ChangeWord::pair_ended:
      return "Pair ended: {0} and {1}";
    case ChangeWord::pair_resumed:
      return "Pair resumed: {0} and {1}";
    case ChangeWord::pair_checked:
      return "How it is going: {0} and {1}";
    case ChangeWord::pair_check_removed:
      return "Answer removed: {0} and {1}";
    case ChangeWord::request_made:
      return "{1} asked {0}";
    case ChangeWord::request_removed:
      return "Removed: {1} asked {0}";
    case ChangeWord::request_accepted:
      return "{0} said yes to {1}";
    case ChangeWord::request_declined:
      return "{0} declined the request of {1}";
    case ChangeWord::request_withdrawn:
      return "{1} took the request to {0} back";
    case ChangeWord::request_open:
      return "{0} has not answered {1} yet";
    case ChangeWord::rematch_asked:
      return "Who wants another partner: {0} and {1}";
    case ChangeWord::round_closed:
      return "Round {0} closed";
    case ChangeWord::round_reopened:
      return "Round {0} reopened";
    case ChangeWord::letter_changed:
      return "Letter changed";
    case ChangeWord::mapping_remembered:
      return "Columns remembered";
    case ChangeWord::mapping_forgotten:
      return "Columns forgotten";
    case ChangeWord::proposal_kept:
      return "Proposal kept: {0}";
    case ChangeWord::proposal_renamed:
      return "Proposal {0} named {1}";
    case ChangeWord::proposal_forgotten:
      return "Proposal removed: {0}";
    case ChangeWord::names_hidden:
      return "Names hidden in round {0}";
    case ChangeWord::names_shown:
      return "Names shown in round {0}";
    case ChangeWord::looked_at:
      return "{0} looked at although names are hidden";
    case ChangeWord::looked_at_many:
      return "{0} people looked at although names are hidden";
    case ChangeWord::unknown:
      return "Something from a newer Pairbook";
    case ChangeWord::taken_back:
      return "Taken back: {0}";
    case ChangeWord::done_again:
      return "Done again: {0}";
    case ChangeWord::somebody:
      return "somebody";
    case ChangeWord::count_:
      break;
  }
  return {};
}

}  // namespace pairbook::app
