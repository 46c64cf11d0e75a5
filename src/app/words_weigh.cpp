#include "words_weigh.hpp"

namespace pairbook::app {

std::string_view english(WeighWord word) {
  switch (word) {
    case WeighWord::title:
      return "Weigh it up";
    case WeighWord::text:
      return "What the proposal could be instead, before anybody decides.";
    case WeighWord::back:
      return "Back to the proposal";
    case WeighWord::empty_title:
      return "Nothing to weigh yet";
    case WeighWord::empty_text:
      return "Once there is a proposal, this page sets it against others.";
    case WeighWord::working:
      return "Working out what could be better";
    case WeighWord::stopped:
      return "This was stopped. Nothing has changed.";
    case WeighWord::again:
      return "Work it out";
    case WeighWord::goals_title:
      return "Two ways to choose";
    case WeighWord::goals_text:
      return "The most points, or a mentor for the most people.";
    case WeighWord::best_total:
      return "Best total";
    case WeighWord::most_matched:
      return "Most people matched";
    case WeighWord::taken:
      return "Chosen now";
    case WeighWord::take_best:
      return "Take the best total";
    case WeighWord::take_most:
      return "Take the most people";
    case WeighWord::pairs:
      return "Pairs";
    case WeighWord::points:
      return "Points";
    case WeighWord::same_goals:
      return "Both come to the same here: nobody has to be left out for a better total.";
    case WeighWord::floors_title:
      return "No poor pairs";
    case WeighWord::floors_text:
      return "How many people can still have a mentor when every pair must have a least of "
             "points, and what the points come to.";
    case WeighWord::floors_sentence:
      return "Pairs by the fewest points a pair may have. As many as can be are matched up to "
             "{0}.";
    case WeighWord::floor_none:
      return "Any";
    case WeighWord::floor:
      return "{0} or more";
    case WeighWord::floor_value:
      return "{0} {0?pair|pairs}, {1} {1?point|points}";
    case WeighWord::floor_set:
      return "Fewest points a pair may have";
    case WeighWord::floor_fair:
      return "{0} is the most that costs nobody a mentor.";
    case WeighWord::floor_use:
      return "Use {0}";
    case WeighWord::gaps_title:
      return "What would give more people a pair";
    case WeighWord::gaps_text:
      return "Each line by itself. What one more place brings is worked out and proven; a rule "
             "is counted where it alone keeps two apart.";
    case WeighWord::gaps_none:
      return "Nothing single would: everybody has a mentor, or several things would have to "
             "change together.";
    case WeighWord::gaps_more:
      return "{0} more are in the file.";
    case WeighWord::gaps_not_all:
      return "One more place was worked out for the {0} mentors most asked for, of {1}.";
    case WeighWord::not_whole:
      return "With so many possible pairs, what one more place or a least of points would do "
             "is "
             "not worked out.";
    case WeighWord::place:
      return "One more place with {0}";
    case WeighWord::place_why:
      return "for {0}, when the others move up";
    case WeighWord::brings_pair:
      return "{0} more {0?pair|pairs}, {1} {1?point|points}";
    case WeighWord::brings_points:
      return "{0} more {0?point|points}";
    case WeighWord::brings_up_to:
      return "{0} more {0?pair|pairs}";
    case WeighWord::speaks:
      return "A free mentor who speaks {0}";
    case WeighWord::answers:
      return "A free mentor with “{0}” for {1}";
    case WeighWord::free_at:
      return "A mentor who is free on {0} at {1}";
    case WeighWord::free_at_utc:
      return "A mentor who is free on {0} at {1} UTC";
    case WeighWord::level:
      return "A free mentor {0} ({1})";
    case WeighWord::at_least:
      return "A least of {0} points a pair";
    case WeighWord::without_rule:
      return "Without the rule: {0}";
    case WeighWord::by_hand:
      return "Allowing who is kept apart by hand";
    case WeighWord::rule_keeps:
      return "This alone keeps {0} {0?person who waits|people who wait} from a free mentor.";
    case WeighWord::rule_keeps_want:
      return "It would help {0} of them.";
    case WeighWord::rule_keeps_mentors:
      return "{0} free {0?mentor waits|mentors wait} for them.";
    case WeighWord::minutes_enough:
      return "For {0} of them {1} minutes would be enough.";
    case WeighWord::help_place:
      return "one more place with {0}";
    case WeighWord::help_join_or:
      return "{0} or {1}";
    case WeighWord::monday:
      return "Monday";
    case WeighWord::tuesday:
      return "Tuesday";
    case WeighWord::wednesday:
      return "Wednesday";
    case WeighWord::thursday:
      return "Thursday";
    case WeighWord::friday:
      return "Friday";
    case WeighWord::saturday:
      return "Saturday";
    case WeighWord::sunday:
      return "Sunday";
    case WeighWord::csv:
      return "Save as CSV";
    case WeighWord::print:
      return "Print";
    case WeighWord::file_name:
      return "what-would-help";
    case WeighWord::report_title:
      return "What would give more people a pair";
    case WeighWord::column_what:
      return "What";
    case WeighWord::column_why:
      return "Why";
    case WeighWord::column_brings:
      return "Brings";
    case WeighWord::kept_title:
      return "Proposals kept";
    case WeighWord::kept_text:
      return "A kept proposal stays as it is, with the rules it was made by. It decides "
             "nothing.";
    case WeighWord::new_name:
      return "Name of this proposal";
    case WeighWord::keep:
      return "Keep this proposal";
    case WeighWord::name:
      return "Name";
    case WeighWord::kept_note:
      return "{0}, round {1}: {2} {2?pair|pairs}, {3} {3?point|points}";
    case WeighWord::remove:
      return "Remove";
    case WeighWord::remove_label:
      return "Remove {0}";
    case WeighWord::proposal_letter:
      return "Proposal {0}";
    case WeighWord::now:
      return "The proposal now";
    case WeighWord::compare_title:
      return "Side by side";
    case WeighWord::compare_one:
      return "Compare";
    case WeighWord::compare_other:
      return "with";
    case WeighWord::compare_same:
      return "{0} {0?pair is|pairs are} in both.";
    case WeighWord::compare_all_same:
      return "Both make the same pairs.";
    case WeighWord::compare_moved:
      return "Another mentor";
    case WeighWord::compare_only:
      return "Only in {0}";
    case WeighWord::compare_move:
      return "{0}: {1}, then {2}";
    case WeighWord::compare_pair:
      return "{0} with {1}";
    case WeighWord::and_more:
      return "and {0} more";
    case WeighWord::rules_then:
      return "The rules have changed since.";
    case WeighWord::many:
      return "Other goals, and what would give more people a pair, are worked out only for "
             "rounds in which everybody gets one mentor and groups have no least size.";
    case WeighWord::several:
      return "A proposal that gives somebody several mentors cannot be kept or compared yet.";
    case WeighWord::count_:
      break;
  }
  return {};
}

}  // namespace pairbook::app
