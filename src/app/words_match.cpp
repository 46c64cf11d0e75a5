#include "words_match.hpp"

namespace pairbook::app {

std::string_view english(MatchWord word) {
  switch (word) {
    case MatchWord::title:
      return "Match: round {0}";
    case MatchWord::text:
      return "Proposed pairs under your rules. Nothing is decided until you approve.";
    case MatchWord::nobody_title:
      return "Nobody to match yet";
    case MatchWord::nobody_text:
      return "Matching needs at least one mentor with a free place and one mentee without a "
             "mentor.";
    case MatchWord::bring_people:
      return "Bring people in";
    case MatchWord::no_rules_title:
      return "No rules yet";
    case MatchWord::no_rules_text:
      return "Say what counts, so that a pair is more than chance.";
    case MatchWord::to_rules:
      return "Set rules";
    case MatchWord::working:
      return "Finding the best pairs";
    case MatchWord::working_detail:
      return "{0} people, {1} possible pairs";
    case MatchWord::cancelled:
      return "Matching was stopped. Nothing has changed.";
    case MatchWord::run:
      return "Match again";
    case MatchWord::figure_pairs:
      return "Pairs";
    case MatchWord::figure_points:
      return "Points";
    case MatchWord::figure_unmatched:
      return "Mentees without a mentor";
    case MatchWord::figure_places:
      return "Free places left";
    case MatchWord::proof_best:
      return "Proven: no other choice of pairs reaches more points.";
    case MatchWord::proof_most:
      return "Proven: no other choice matches more people, and none of those reaches more "
             "points.";
    case MatchWord::not_proven:
      return "This is the best found so far; it is not proven to be the best.";
    case MatchWord::moved_none:
      return "The same pairs as before.";
    case MatchWord::moved:
      return "{0} {0?pair differs|pairs differ} from the last proposal; {1} more points.";
    case MatchWord::moved_less:
      return "{0} {0?pair differs|pairs differ} from the last proposal; {1} fewer points.";
    case MatchWord::now_unmatched:
      return "Now without a mentor: {0}.";
    case MatchWord::now_matched:
      return "Now with a mentor: {0}.";
    case MatchWord::show:
      return "Show";
    case MatchWord::show_all:
      return "All proposals";
    case MatchWord::show_locked:
      return "Locked by hand";
    case MatchWord::show_moved:
      return "Changed since the last";
    case MatchWord::show_low:
      return "Lowest points first";
    case MatchWord::search:
      return "Find somebody";
    case MatchWord::caption:
      return "Proposed pairs";
    case MatchWord::column_mentee:
      return "Mentee";
    case MatchWord::column_mentor:
      return "Mentor";
    case MatchWord::column_points:
      return "Points";
    case MatchWord::column_why:
      return "Why";
    case MatchWord::no_points:
      return "no rule speaks for it";
    case MatchWord::pick:
      return "Approve {0} and {1}";
    case MatchWord::details:
      return "Why {0} and {1}";
    case MatchWord::close_details:
      return "Close";
    case MatchWord::locked_note:
      return "Locked by hand.";
    case MatchWord::rank:
      return "{0} is number {1} of {2} on the mentee’s list; {3} is number {4} of {5} on the "
             "mentor’s.";
    case MatchWord::lock:
      return "Keep these two together";
    case MatchWord::unlock:
      return "Do not hold them together";
    case MatchWord::forbid:
      return "Never these two";
    case MatchWord::allow:
      return "Allow these two again";
    case MatchWord::another:
      return "Another mentor";
    case MatchWord::others_title:
      return "Other mentors for {0}, and what each would cost";
    case MatchWord::no_others:
      return "The rules allow no other mentor.";
    case MatchWord::cost_none:
      return "costs nothing";
    case MatchWord::cost:
      return "{0} {0?point|points} fewer in all";
    case MatchWord::cost_pairs:
      return "{0} {0?pair|pairs} fewer";
    case MatchWord::and_moves:
      return "{0} other {0?person changes|people change} partner";
    case MatchWord::choose:
      return "Choose {0}";
    case MatchWord::unmatched_title:
      return "Mentees without a mentor";
    case MatchWord::unmatched_caption:
      return "Mentees without a mentor, and why";
    case MatchWord::column_name:
      return "Name";
    case MatchWord::column_reason:
      return "Why";
    case MatchWord::why_no_mentor:
      return "No mentor has a place.";
    case MatchWord::why_none_allowed:
      return "The rules allow no mentor. Most are left out by: {0}";
    case MatchWord::why_none_allowed_plain:
      return "The rules allow no mentor.";
    case MatchWord::why_taken:
      return "{0} {0?mentor is|mentors are} allowed, but every place is taken by pairs that "
             "bring more.";
    case MatchWord::why_no_gain:
      return "A pair would have brought fewer points to the whole.";
    case MatchWord::approve_all:
      return "Approve all {0}";
    case MatchWord::approve_picked:
      return "Approve the {0} ticked";
    case MatchWord::nothing_picked:
      return "Tick the pairs you want to approve first.";
    case MatchWord::nothing_proposed:
      return "There is no proposal to approve.";
    case MatchWord::close_round:
      return "Close round {0}";
    case MatchWord::close_round_first:
      return "Approve some pairs first.";
    case MatchWord::round_closed:
      return "Round {0} is closed. The next one starts with the people who have no pair.";
    case MatchWord::forbidden_title:
      return "Kept apart by hand";
    case MatchWord::forbidden_line:
      return "{0} and {1}";
    case MatchWord::stale:
      return "Something has changed; matching again.";
    case MatchWord::picked_none:
      return "None";
    case MatchWord::reason_join:
      return "{0} ({1})";
    case MatchWord::read_only:
      return "Another tab is writing to this book.";
    case MatchWord::conflicts:
      return "The pairs you locked cannot all be made: {0}";
    case MatchWord::name_same:
      return "Same {0}";
    case MatchWord::name_shared:
      return "Shared {0}";
    case MatchWord::name_offered:
      return "{0} that the mentor offers";
    case MatchWord::name_gap:
      return "{0}";
    case MatchWord::name_common:
      return "{0} in common";
    case MatchWord::name_time:
      return "Time in common";
    case MatchWord::name_bonus:
      return "No pair so far";
    case MatchWord::name_place:
      return "Where to meet";
    case MatchWord::name_transition:
      return "The same change of field";
    case MatchWord::name_wish:
      return "Wishes";
    case MatchWord::name_close:
      return "Answers alike";
    case MatchWord::fact_above:
      return "{0} {0?step|steps} above";
    case MatchWord::fact_below:
      return "{0} {0?step|steps} below";
    case MatchWord::fact_level:
      return "on the same step";
    case MatchWord::fact_part:
      return "{0}: {1}";
    case MatchWord::fact_online:
      return "online";
    case MatchWord::fact_related:
      return "related: {0}";
    case MatchWord::fact_enough:
      return "{0} offered, {1} wanted";
    case MatchWord::fact_alike:
      return "the same answer to {0} of {1}";
    case MatchWord::fact_wish_both:
      return "both wished for it";
    case MatchWord::fact_wish_mentee:
      return "the mentee wished for it";
    case MatchWord::fact_wish_mentor:
      return "the mentor wished for it";
    case MatchWord::fact_unknown:
      return "no answer yet, counted as the average";
    case MatchWord::fact_more:
      return "matters more to them";
    case MatchWord::fact_less:
      return "matters less to them";
    case MatchWord::why_cell:
      return "{0} ({1})";
    case MatchWord::rule_by_hand:
      return "kept apart by hand";
    case MatchWord::rule_pair_now:
      return "they are a pair already";
    case MatchWord::rule_too_few:
      return "fewer points than a pair may have";
    case MatchWord::blocking:
      return "{0} {0?pair|pairs} of people would both rather have each other: to give them "
             "that would "
             "cost others more.";
    case MatchWord::blocking_none:
      return "No two people would both rather have each other.";
    case MatchWord::weigh:
      return "Weigh it up";
    case MatchWord::would_help:
      return "What would help: {0}.";
    case MatchWord::impossible_locks:
      return "These two cannot be kept together now: {0}. One of them has no free place or "
             "takes no part.";
    case MatchWord::too_large_for_costs:
      return "With so many people, what another mentor costs is not worked out here.";
    case MatchWord::and_more:
      return "and {0} more";
    case MatchWord::group_of:
      return "Group of {0}.";
    case MatchWord::one_of_mentors:
      return "One of {0} mentors.";
    case MatchWord::same_group:
      return "In the same group: {0}.";
    case MatchWord::other_mentors:
      return "Other mentors of this mentee: {0}.";
    case MatchWord::others_by_points:
      return "Other mentors by points. In such a round it is not worked out what each would "
             "cost others.";
    case MatchWord::figure_groups:
      return "Groups";
    case MatchWord::figure_mentees:
      return "Mentees with a mentor";
    case MatchWord::proof_groups:
      return "Every group has at least {0} mentees.";
    case MatchWord::not_proven_by:
      return "This is the best found so far; any other choice has at most {0} more "
             "{0?point|points}.";
    case MatchWord::short_of_places:
      return "A group needs {0} mentees. These mentors have too few free places for that, so "
             "they get nobody: {1}.";
    case MatchWord::short_of_mentees:
      return "Because of pairs kept together by hand, these mentors have fewer than {0} "
             "mentees: {1}.";
    case MatchWord::why_no_group:
      return "{0} {0?mentor is|mentors are} allowed. Places are free only where too few people "
             "would make a group.";
    case MatchWord::why_no_own_group:
      return "{0} {0?mentee is|mentees are} allowed, but a group of theirs would be too small, "
             "or bring fewer points to the whole.";
    case MatchWord::count_:
      break;
  }
  return {};
}

}  // namespace pairbook::app
