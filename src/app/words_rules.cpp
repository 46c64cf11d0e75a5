#include "words_rules.hpp"

namespace pairbook::app {

std::string_view english(RulesWord word) {
  switch (word) {
    case RulesWord::title:
      return "Rules";
    case RulesWord::text:
      return "What two people must have, must not have, and what speaks for a pair. Change "
             "anything and see what it does.";
    case RulesWord::musts_title:
      return "Must and must not";
    case RulesWord::points_title:
      return "What counts";
    case RulesWord::goal_title:
      return "How to choose";
    case RulesWord::empty_title:
      return "No rules yet";
    case RulesWord::empty_text:
      return "Start from a set of rules that suits your programme, or add one yourself. "
             "Without rules every mentor could have every mentee.";
    case RulesWord::new_kind:
      return "Add a rule";
    case RulesWord::add:
      return "Add";
    case RulesWord::cannot_add:
      return "Your people have not been asked anything this rule could use. Add a question "
             "first.";
    case RulesWord::remove:
      return "Remove";
    case RulesWord::remove_label:
      return "Remove this rule: {0}";
    case RulesWord::on:
      return "In use";
    case RulesWord::goal:
      return "Choose the pairs with";
    case RulesWord::goal_best:
      return "the best total of points";
    case RulesWord::goal_most:
      return "the most people matched, then the best total";
    case RulesWord::bonus:
      return "Extra points for each of the two who has no pair yet";
    case RulesWord::rematch:
      return "Points for whoever asked for another partner";
    case RulesWord::bonus_help:
      return "For later rounds: people without a pair go first.";
    case RulesWord::mentors_per_mentee:
      return "Mentors a mentee may have";
    case RulesWord::mentees_per_round:
      return "New mentees a mentor gets in one round";
    case RulesWord::at_least:
      return "Fewest points a pair may have";
    case RulesWord::at_least_help:
      return "0: any pair the rules allow. Pairs kept together by hand stand.";
    case RulesWord::mentees_per_round_help:
      return "0: as many as there are places.";
    case RulesWord::mentors_per_round:
      return "New mentors a mentee gets in one round";
    case RulesWord::one_mentor_only:
      return "First let a mentee have more than one mentor.";
    case RulesWord::least_mentees:
      return "Fewest mentees a mentor may have";
    case RulesWord::least_mentees_help:
      return "1: any number. 3: every mentor has a group of 3 or more, or nobody.";
    case RulesWord::no_room_for_groups:
      return "A group needs {1} mentees, but a mentor gets only {0} new {0?one|ones} in a "
             "round. Raise that number, or set it to 0, so that groups can come about.";
    case RulesWord::allowed:
      return "{0} of {1} possible pairs are allowed.";
    case RulesWord::matched_now:
      return "{0} {0?mentee gets|mentees get} a mentor.";
    case RulesWord::before:
      return "Before the last change it was {0} {0?pair|pairs} and {1} {1?mentee|mentees}; now "
             "{2} "
             "{2?mentee has|mentees have} another mentor or none.";
    case RulesWord::leaves_out:
      return "Leaves out {0} of {1} pairs.";
    case RulesWord::leaves_out_alone:
      return "Leaves out {0} of {1} pairs, {2} of them alone.";
    case RulesWord::leaves_out_nothing:
      return "Leaves out no pair.";
    case RulesWord::up_to:
      return "Up to {0} {0?point|points}.";
    case RulesWord::not_in_use:
      return "Not in use.";
    case RulesWord::gone_question:
      return "This rule asks “{0}”, a question that no longer exists. Choose another or remove "
             "the rule.";
    case RulesWord::named_by:
      return "“{0}”, named by {1}";
    case RulesWord::unknown_names:
      return "Nobody in the other role has this name: {0}. Correct it on the person’s page.";
    case RulesWord::unknown_names_more:
      return "Nobody in the other role has this name: {0}, and {1} more. Correct them on the "
             "people’s pages.";
    case RulesWord::presets_title:
      return "Ready-made rules";
    case RulesWord::use_preset:
      return "Use these rules";
    case RulesWord::use_preset_label:
      return "Use these rules: {0}";
    case RulesWord::preset_used:
      return "The rules are now those of “{0}”.";
    case RulesWord::match_now:
      return "Match now";
    case RulesWord::import:
      return "Open a rules file";
    case RulesWord::export_:
      return "Save the rules as a file";
    case RulesWord::imported:
      return "The rules were read from {0}.";
    case RulesWord::not_a_rules_file:
      return "{0} could not be read as rules. {1}";
    case RulesWord::counting:
      return "Counting what each rule does";
    case RulesWord::points:
      return "{0} {0?point|points}";
    case RulesWord::same_zone:
      return "everybody is in one time zone";
    case RulesWord::not_asked:
      return "nobody is asked";
    case RulesWord::mentors_field:
      return "the mentor’s “{0}”";
    case RulesWord::mentees_field:
      return "the mentee’s “{0}”";
    case RulesWord::always:
      return "always";
    case RulesWord::only_when:
      return "only when {0} is";
    case RulesWord::at_gap:
      return "{0} {0?step|steps} above:";
    case RulesWord::at_gap_below:
      return "{0} {0?step|steps} below:";
    case RulesWord::gap_steps:
      return "; steps that count:";
    case RulesWord::first_step:
      return "from";
    case RulesWord::scales:
      return "; questions:";
    case RulesWord::same_importance:
      return "same for all";
    case RulesWord::importance_of:
      return "as “{0}” says";
    case RulesWord::must_differ:
      return "The mentor’s [0] must not be the same as the mentee’s [1]";
    case RulesWord::must_share:
      return "The mentor’s [0] and the mentee’s [1] must have something in common";
    case RulesWord::gap_within:
      return "The mentor’s [0] must be [2] to [3] steps above the mentee’s [1]";
    case RulesWord::not_manager:
      return "The mentor must not be the person the mentee named as [0]";
    case RulesWord::not_earlier_pair:
      return "Nobody is paired with somebody they were paired with before";
    case RulesWord::meeting_time:
      return "Both must be free for [3] minutes in the same week: the mentor’s [0] and the "
             "mentee’s [1], time zone from [2]";
    case RulesWord::points_for_same:
      return "[2] when the mentor’s [0] is the same as the mentee’s [1]";
    case RulesWord::points_shared:
      return "[2] for each thing that the mentor’s [0] and the mentee’s [1] share, at most [3]";
    case RulesWord::points_offered:
      return "[2] for each of the mentee’s [0] that is among the mentor’s [1], at most [3]";
    case RulesWord::points_for_gap:
      return "By how many steps the mentor’s [0] is above the mentee’s [1]";
    case RulesWord::must_be_enough:
      return "The mentor’s [0] must be at least the mentee’s [1]";
    case RulesWord::meet_somewhere:
      return "The mentor’s [0] and the mentee’s [1] must be the same place, unless both say "
             "yes to [2]";
    case RulesWord::not_named:
      return "Nobody is paired with somebody they named: the mentor’s [0], the mentee’s [1]";
    case RulesWord::points_for_skills:
      return "[2] when the mentor’s [1] cover all of the mentee’s [0], fewer for some of it; a "
             "related skill counts [3] per cent";
    case RulesWord::points_for_enough:
      return "[2] when the mentor’s [0] is at least the mentee’s [1], fewer below";
    case RulesWord::points_for_transition:
      return "[4] when the mentor went from [0] to [2] as the mentee wants to go from [1] to "
             "[3]; [5] when only the new field is the same";
    case RulesWord::points_for_wish:
      return "[2] when both wish for each other first, fewer for other wishes: the mentor’s "
             "[0], the mentee’s [1]";
    case RulesWord::points_for_score:
      return "[3] for the highest score: the mentor’s [0], the mentee’s [1]; the highest "
             "number is [2]";
    case RulesWord::points_for_close:
      return "[0] when both answer these alike, fewer the further apart they are";
    case RulesWord::points_for_text:
      return "[2] when what the mentor writes in [0] is like what the mentee writes in [1], "
             "fewer the less it is";
    case RulesWord::label_mentor_field:
      return "Question of the mentor";
    case RulesWord::label_mentee_field:
      return "Question of the mentee";
    case RulesWord::label_points:
      return "Points";
    case RulesWord::label_at_most_points:
      return "Points at most";
    case RulesWord::label_gap:
      return "Points for {0} {0?step|steps} above";
    case RulesWord::label_gap_steps:
      return "Steps that count";
    case RulesWord::label_at_least:
      return "Steps at least";
    case RulesWord::label_at_most:
      return "Steps at most";
    case RulesWord::label_minutes:
      return "Minutes";
    case RulesWord::label_related:
      return "Per cent for a related skill";
    case RulesWord::label_highest:
      return "Highest number";
    case RulesWord::label_first_step:
      return "First step that counts";
    case RulesWord::label_scales:
      return "How many questions";
    case RulesWord::label_importance:
      return "For whom it counts how much";
    case RulesWord::label_when:
      return "When this rule holds";
    case RulesWord::label_answer:
      return "Answer";
    case RulesWord::kind_must_differ:
      return "must not be the same";
    case RulesWord::kind_must_share:
      return "must have something in common";
    case RulesWord::kind_gap_within:
      return "must be some steps above";
    case RulesWord::kind_not_manager:
      return "must not be the manager";
    case RulesWord::kind_not_earlier:
      return "must not have been a pair before";
    case RulesWord::kind_meeting_time:
      return "must have time in common";
    case RulesWord::kind_points_for_same:
      return "points when the same";
    case RulesWord::kind_points_shared:
      return "points for what they share";
    case RulesWord::kind_points_offered:
      return "points for what is wanted and offered";
    case RulesWord::kind_points_for_gap:
      return "points for steps above";
    case RulesWord::kind_must_be_enough:
      return "must be enough, such as hours";
    case RulesWord::kind_meet_somewhere:
      return "must have a place in common or meet online";
    case RulesWord::kind_not_named:
      return "must not be somebody they named";
    case RulesWord::kind_points_for_skills:
      return "points for skills, also related ones";
    case RulesWord::kind_points_for_enough:
      return "points for enough, such as hours";
    case RulesWord::kind_points_for_transition:
      return "points for the same change of field";
    case RulesWord::kind_points_for_wish:
      return "points for wishes";
    case RulesWord::kind_points_for_score:
      return "points for a score";
    case RulesWord::kind_points_for_close:
      return "points for answering alike";
    case RulesWord::kind_points_for_text:
      return "points for writing about the same";
    case RulesWord::count_:
      break;
  }
  return {};
}

}  // namespace pairbook::app
