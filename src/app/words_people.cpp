#include "words_people.hpp"

namespace pairbook::app {

std::string_view english(PeopleWord word) {
  switch (word) {
    case PeopleWord::title:
      return "People";
    case PeopleWord::empty_title:
      return "Nobody is here yet";
    case PeopleWord::empty_text:
      return "Bring people in from a spreadsheet, or add somebody by hand.";
    case PeopleWord::import:
      return "Import people";
    case PeopleWord::add:
      return "Add somebody";
    case PeopleWord::questions:
      return "Questions";
    case PeopleWord::export_csv:
      return "Save as CSV";
    case PeopleWord::export_json:
      return "Save as JSON";
    case PeopleWord::export_file_csv:
      return "{0} people.csv";
    case PeopleWord::export_file_json:
      return "{0} people.json";
    case PeopleWord::search:
      return "Search people";
    case PeopleWord::search_hint:
      return "Name, e-mail or any answer";
    case PeopleWord::filter_role:
      return "Show";
    case PeopleWord::role_everybody:
      return "Everybody";
    case PeopleWord::role_mentors:
      return "Mentors";
    case PeopleWord::role_mentees:
      return "Mentees";
    case PeopleWord::role_both:
      return "Both";
    case PeopleWord::role_no_part:
      return "Take no part";
    case PeopleWord::role_without_pair:
      return "Without a pair";
    case PeopleWord::filter_field:
      return "Question";
    case PeopleWord::filter_field_any:
      return "Any question";
    case PeopleWord::filter_answer:
      return "Answer";
    case PeopleWord::clear_filters:
      return "Show everybody";
    case PeopleWord::count_all:
      return "{0} {0?person|people}";
    case PeopleWord::count_some:
      return "{0} of {1} people";
    case PeopleWord::none_fit:
      return "Nobody fits. Try fewer words or another filter.";
    case PeopleWord::column_name:
      return "Name";
    case PeopleWord::column_role:
      return "Part";
    case PeopleWord::column_email:
      return "E-mail";
    case PeopleWord::column_pairs:
      return "Pairs";
    case PeopleWord::mentor:
      return "Mentor";
    case PeopleWord::mentee:
      return "Mentee";
    case PeopleWord::mentor_and_mentee:
      return "Mentor and mentee";
    case PeopleWord::no_part:
      return "No part";
    case PeopleWord::withdrawn:
      return "Withdrawn";
    case PeopleWord::select_all:
      return "Select all {0}";
    case PeopleWord::selected:
      return "{0} selected";
    case PeopleWord::withdraw:
      return "Withdraw";
    case PeopleWord::take_part:
      return "Take part again";
    case PeopleWord::remove:
      return "Remove";
    case PeopleWord::remove_person:
      return "Remove this person";
    case PeopleWord::new_person:
      return "New person";
    case PeopleWord::back:
      return "All people";
    case PeopleWord::gone_title:
      return "This person is no longer here";
    case PeopleWord::gone_text:
      return "They were removed, or the address is not right.";
    case PeopleWord::section_who:
      return "Who";
    case PeopleWord::section_part:
      return "Part in the programme";
    case PeopleWord::section_answers:
      return "Answers";
    case PeopleWord::name:
      return "Name";
    case PeopleWord::called:
      return "How they are called";
    case PeopleWord::called_help:
      return "For letters: \"Dear Amina\". Empty means the whole name.";
    case PeopleWord::email:
      return "E-mail";
    case PeopleWord::is_mentor:
      return "Mentor";
    case PeopleWord::is_mentee:
      return "Mentee";
    case PeopleWord::places:
      return "Mentees at the same time";
    case PeopleWord::places_unit:
      return "mentees";
    case PeopleWord::withdraw_label:
      return "Withdrawn";
    case PeopleWord::withdraw_help:
      return "Keeps the record, takes no part in matching.";
    case PeopleWord::not_answered:
      return "No answer";
    case PeopleWord::options_hint:
      return "One of several: separate with ;";
    case PeopleWord::availability_hint:
      return "For example: Mon 09:00-12:00; Wed 14:00-17:00";
    case PeopleWord::time_zone_hint:
      return "For example: Europe/Warsaw";
    case PeopleWord::list_hint:
      return "Separate several with ;";
    case PeopleWord::skills_hint:
      return "For example: Python (advanced); public speaking; sales (beginner)";
    case PeopleWord::subtitle_mentor:
      return "Mentor for up to {0} {0?mentee|mentees}";
    case PeopleWord::pairs_title:
      return "Pairs";
    case PeopleWord::mentor_of:
      return "Mentor of {0} since {1}";
    case PeopleWord::mentee_of:
      return "Mentee of {0} since {1}";
    case PeopleWord::was_mentor_of:
      return "Was mentor of {0} until {1}";
    case PeopleWord::was_mentee_of:
      return "Was mentee of {0} until {1}";
    case PeopleWord::no_pairs:
      return "No pair so far.";
    case PeopleWord::has_pair_remove:
      return "End the pair first.";
    case PeopleWord::questions_title:
      return "Questions";
    case PeopleWord::questions_text:
      return "What you ask people when they sign up. Rules compare the answers.";
    case PeopleWord::questions_empty:
      return "No questions yet. They are made when you import a spreadsheet, or here.";
    case PeopleWord::add_question:
      return "New question";
    case PeopleWord::edit:
      return "Change";
    case PeopleWord::edit_named:
      return "Change \"{0}\"";
    case PeopleWord::remove_named:
      return "Remove \"{0}\"";
    case PeopleWord::question_new:
      return "New question";
    case PeopleWord::question_change:
      return "Change the question";
    case PeopleWord::question_label:
      return "Question";
    case PeopleWord::question_kind:
      return "Kind of answer";
    case PeopleWord::question_options:
      return "Options, one on each line";
    case PeopleWord::question_options_help:
      return "For an ordered scale: from low to high.";
    case PeopleWord::question_options_free:
      return "Leave this empty to let people write what they like.";
    case PeopleWord::question_asked:
      return "Who is asked";
    case PeopleWord::question_seen:
      return "Who may see the answers";
    case PeopleWord::question_use:
      return "What the answers are for";
    case PeopleWord::use_matching:
      return "Used for matching";
    case PeopleWord::use_kept:
      return "Only kept";
    case PeopleWord::use_fairness:
      return "Only to check fairness";
    case PeopleWord::use_fairness_help:
      return "No rule can use it and matching never reads it. The Fairness page shows how "
             "groups of "
             "people fared.";
    case PeopleWord::question_hidden:
      return "Hidden in a blind review";
    case PeopleWord::code_mentor:
      return "Mentor";
    case PeopleWord::code_mentee:
      return "Mentee";
    case PeopleWord::code_participant:
      return "Participant";
    case PeopleWord::hide_names:
      return "Hide names until the pairs are published";
    case PeopleWord::show_names:
      return "Show the names";
    case PeopleWord::show_names_title:
      return "Show the names?";
    case PeopleWord::show_names_text:
      return "Everybody's name and every hidden answer can be read again. The history says "
             "when. "
             "Undo hides them again, but what was seen has been seen.";
    case PeopleWord::hidden_banner:
      return "Names are hidden in round {0}. Everybody has a number instead.";
    case PeopleWord::hidden_but_seen:
      return "They were shown before in this round.";
    case PeopleWord::hidden_person:
      return "To correct something, look at this person. The history will say so; lists and "
             "pairs "
             "keep the number.";
    case PeopleWord::look_at_person:
      return "Look at this person";
    case PeopleWord::import_hidden:
      return "A spreadsheet is full of names. Show them before you bring people in.";
    case PeopleWord::answer_line:
      return "{0}: {1}";
    case PeopleWord::save:
      return "Save";
    case PeopleWord::kind_text:
      return "A line of text";
    case PeopleWord::kind_long_text:
      return "A paragraph";
    case PeopleWord::kind_one_of:
      return "One of several";
    case PeopleWord::kind_several_of:
      return "Several of several";
    case PeopleWord::kind_scale:
      return "Ordered scale";
    case PeopleWord::kind_number:
      return "Number";
    case PeopleWord::kind_yes_no:
      return "Yes or no";
    case PeopleWord::kind_availability:
      return "Weekly times";
    case PeopleWord::kind_time_zone:
      return "Time zone";
    case PeopleWord::kind_language:
      return "Languages";
    case PeopleWord::kind_skills:
      return "Skills, with levels";
    case PeopleWord::asked_everybody:
      return "Everybody";
    case PeopleWord::asked_mentors:
      return "Mentors";
    case PeopleWord::asked_mentees:
      return "Mentees";
    case PeopleWord::seen_coordinators:
      return "Coordinators";
    case PeopleWord::seen_pair:
      return "The pair";
    case PeopleWord::seen_everybody:
      return "Everybody";
    case PeopleWord::seen_nobody:
      return "Nobody: only the matching reads them";
    case PeopleWord::kept_to_itself:
      return "There is an answer that nobody sees. What you type here takes its place.";
    case PeopleWord::question_used:
      return "A rule uses this question. Change the rule first.";
    case PeopleWord::options_of:
      return "Options: {0}";
    case PeopleWord::home_text:
      return "{0} at a glance.";
    case PeopleWord::home_next:
      return "What next";
    case PeopleWord::home_people:
      return "People";
    case PeopleWord::home_mentors:
      return "Mentors";
    case PeopleWord::home_mentees:
      return "Mentees";
    case PeopleWord::home_pairs:
      return "Pairs";
    case PeopleWord::home_without:
      return "Without a pair";
    case PeopleWord::next_import:
      return "Bring people in";
    case PeopleWord::next_import_text:
      return "From a spreadsheet, or by hand.";
    case PeopleWord::next_rules:
      return "Set the rules";
    case PeopleWord::next_rules_text:
      return "What must be, what must not, what counts.";
    case PeopleWord::next_match:
      return "Match";
    case PeopleWord::next_match_text:
      return "See proposed pairs with the reasons, then approve.";
    case PeopleWord::next_letters:
      return "Write to everybody";
    case PeopleWord::next_letters_text:
      return "A letter for each person, from a template.";
    case PeopleWord::home_not_kept:
      return "The browser has not promised to keep this book. Save a copy to a file now and "
             "then.";
    case PeopleWord::keep_for_good:
      return "Ask the browser to keep it";
    case PeopleWord::count_:
      break;
  }
  return {};
}

}  // namespace pairbook::app
