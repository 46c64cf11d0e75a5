#include "words_error.hpp"

namespace pairbook::app {

std::string_view english(ErrorWord word) {
  switch (word) {
    case ErrorWord::invalid_input:
      return "That does not look right. Please check it.";
    case ErrorWord::invalid_where:
      return "Please check {0}.";
    case ErrorWord::not_found:
      return "That is not here any more.";
    case ErrorWord::conflict:
      return "That has changed in the meantime. Please look again.";
    case ErrorWord::conflict_where:
      return "{0}: that cannot be done as things are now.";
    case ErrorWord::not_permitted:
      return "The browser does not allow this here.";
    case ErrorWord::wrong_key:
      return "That passphrase does not open this book. Check the keyboard and the Caps Lock "
             "key, then try again.";
    case ErrorWord::corrupt:
      return "This is damaged and cannot be read.";
    case ErrorWord::unsupported_version:
      return "This was made with a newer Pairbook. Update Pairbook, then try again.";
    case ErrorWord::too_large:
      return "This is too large.";
    case ErrorWord::too_large_where:
      return "{0} is too large.";
    case ErrorWord::storage_full:
      return "There is no room left on this device. Free some room, or save to a file, then "
             "try again.";
    case ErrorWord::storage_gone:
      return "The browser has cleared or closed its storage for this page. Save to a file now, "
             "then reload the page and open that file.";
    case ErrorWord::out_of_memory:
      return "The device ran out of memory. Close other programs, then try again.";
    case ErrorWord::offline:
      return "There is no connection.";
    case ErrorWord::cancelled:
      return "Stopped.";
    case ErrorWord::name_empty:
      return "Please type a name.";
    case ErrorWord::name_too_long:
      return "This name is too long.";
    case ErrorWord::email_wrong:
      return "This does not look like an e-mail address. It should be like amina@example.org.";
    case ErrorWord::answer_not_understood:
      return "This was not understood: {0}";
    case ErrorWord::places_wrong:
      return "Type a number from 0 to 1,000.";
    case ErrorWord::has_pair:
      return "{0} has a pair. End the pair first, then remove the person.";
    case ErrorWord::rule_uses_field:
      return "A rule uses the question \"{0}\". Change the rule first.";
    case ErrorWord::kept_for_fairness:
      return "\"{0}\" is asked only to check fairness, so no rule can use it.";
    case ErrorWord::names_are_hidden:
      return "Names are hidden. Show them first.";
    case ErrorWord::field_label_empty:
      return "Please type the question.";
    case ErrorWord::field_options_empty:
      return "Please type at least one option, each on its own line.";
    case ErrorWord::too_many_people:
      return "A programme can hold at most 200,000 people.";
    case ErrorWord::count_:
      break;
  }
  return {};
}

}  // namespace pairbook::app
