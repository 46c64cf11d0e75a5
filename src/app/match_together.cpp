#include "match_together.hpp"

#include <algorithm>
#include <set>

#include "areas.hpp"
#include "match_area.hpp"
#include "pairbook/base/sort.hpp"
#include "pairbook/base/text.hpp"
#include "pairs_area.hpp"
#include "rules_area.hpp"

namespace pairbook::app {

namespace {

constexpr std::size_t most_names = 12;

/// A few of them by name; there may be thousands.
std::string names_text(const Speaker& say, const domain::Programme& programme,
                       const std::vector<domain::PersonId>& people) {
  const std::size_t told = std::min(people.size(), most_names);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < told; ++i) names.push_back(name_of(say, programme, people[i]));
  base::sort(names);
  if (people.size() > told) names.push_back(say(MatchWord::and_more, people.size() - told));
  return base::join(names, ", ");
}

std::string names_text(const Model::State& state, const Speaker& say,
                       const std::vector<matching::Index>& mentors) {
  std::vector<domain::PersonId> people;
  for (const matching::Index mentor : mentors)
    people.push_back(state.areas.match.proposal->fit.mentors[mentor].person);
  return names_text(say, state.book->programme, people);
}

std::set<domain::MenteeId> mentees_in(const std::vector<matching::ProposedPair>& pairs) {
  std::set<domain::MenteeId> out;
  for (const matching::ProposedPair& pair : pairs) out.insert(pair.mentee);
  return out;
}

bool in_groups(const domain::Rules& rules) {
  return rules.least_mentees > 1;
}

/// `mentees` and `mentors` are those besides the two.
std::vector<std::string> sentences(const Speaker& say, const domain::Programme& programme,
                                   const std::vector<domain::PersonId>& mentees,
                                   const std::vector<domain::PersonId>& mentors, bool groups) {
  std::vector<std::string> out;
  if (groups && !mentees.empty())
    out.push_back(say(MatchWord::same_group, names_text(say, programme, mentees)));
  if (!mentors.empty())
    out.push_back(say(MatchWord::other_mentors, names_text(say, programme, mentors)));
  return out;
}

/// Those who share the mentor or the mentee, besides the two; somebody once.
struct Others {
  std::set<domain::PersonId> mentees, mentors;
  void take(const domain::MentorId& mentor, const domain::MenteeId& mentee,
            const domain::MentorId& of_mentor, const domain::MenteeId& of_mentee) {
    if (mentor == of_mentor && mentee != of_mentee) mentees.insert(mentee.person);
    if (mentee == of_mentee && mentor != of_mentor) mentors.insert(mentor.person);
  }
  void take_active(const domain::Programme& programme, const domain::MentorId& of_mentor,
                   const domain::MenteeId& of_mentee) {
    for (const auto& [id, pair] : programme.pairs) {
      if (pair.state == domain::PairState::active)
        take(pair.mentor, pair.mentee, of_mentor, of_mentee);
    }
  }
  [[nodiscard]] std::vector<std::string> told(const Speaker& say,
                                              const domain::Programme& programme,
                                              bool groups) const {
    return sentences(say, programme, {mentees.begin(), mentees.end()},
                     {mentors.begin(), mentors.end()}, groups);
  }
};

}  // namespace

void count_together(Model::State& state, const std::vector<matching::ProposedPair>& before) {
  MatchView& view = state.areas.match;
  view.together = {};
  Together& together = view.together;
  std::set<domain::MentorId> groups;
  for (const matching::ProposedPair& pair : view.pairs) {
    groups.insert(pair.mentor);
    ++together.mentees_of[pair.mentor];
    ++together.mentors_of[pair.mentee];
  }
  together.groups = groups.size();
  together.mentees = together.mentors_of.size();
  for (const auto& [id, pair] : state.book->programme.pairs) {
    if (pair.state != domain::PairState::active) continue;
    if (const auto mentor = together.mentees_of.find(pair.mentor);
        mentor != together.mentees_of.end())
      ++mentor->second;
    if (const auto mentee = together.mentors_of.find(pair.mentee);
        mentee != together.mentors_of.end())
      ++mentee->second;
  }
  if (view.proposal->fit.problem.least_or_none) {
    together.short_of_places = matching::mentors_short_of_places(*view.proposal);
    together.short_of_mentees = matching::mentors_short_of_mentees(*view.proposal);
  }
  const auto then = mentees_in(before), now = mentees_in(view.pairs);
  std::ranges::set_difference(then, now, std::back_inserter(together.now_unmatched));
  std::ranges::set_difference(now, then, std::back_inserter(together.now_matched));
}

std::string together_note(const Model::State& state, const Speaker& say,
                          const matching::ProposedPair& pair) {
  const Together& together = state.areas.match.together;
  std::vector<std::string> parts;
  const auto group = together.mentees_of.find(pair.mentor);
  if (in_groups(rules_in_view(state)) && group != together.mentees_of.end())
    parts.push_back(say(MatchWord::group_of, group->second));
  const auto mentors = together.mentors_of.find(pair.mentee);
  if (mentors != together.mentors_of.end() && mentors->second > 1)
    parts.push_back(say(MatchWord::one_of_mentors, mentors->second));
  return base::join(parts, " ");
}

std::vector<std::string> together_text(const Model::State& state, const Speaker& say,
                                       const matching::ProposedPair& pair) {
  const domain::Programme& programme = state.book->programme;
  Others others;
  for (const matching::ProposedPair& other : state.areas.match.pairs)
    others.take(other.mentor, other.mentee, pair.mentor, pair.mentee);
  others.take_active(programme, pair.mentor, pair.mentee);
  return others.told(say, programme, in_groups(rules_in_view(state)));
}

std::vector<std::string> together_text(const Speaker& say, const domain::Programme& programme,
                                       const domain::Pair& pair) {
  Others others;
  others.take_active(programme, pair.mentor, pair.mentee);
  return others.told(say, programme, in_groups(programme.rules));
}

std::vector<Notice> group_notices(const Model::State& state, const Speaker& say) {
  std::vector<Notice> out;
  const Together& together = state.areas.match.together;
  const int least = rules_in_view(state).least_mentees;
  if (!together.short_of_places.empty()) {
    out.push_back({Tone::info,
                   "",
                   say(MatchWord::short_of_places, least,
                       names_text(state, say, together.short_of_places)),
                   {}});
  }
  if (!together.short_of_mentees.empty()) {
    out.push_back({Tone::warning,
                   "",
                   say(MatchWord::short_of_mentees, least,
                       names_text(state, say, together.short_of_mentees)),
                   {}});
  }
  return out;
}

std::vector<Figure> group_figures(const Model::State& state, const Speaker& say) {
  std::vector<Figure> out;
  const MatchView& view = state.areas.match;
  const auto number = [](std::size_t count) {
    return Blank::grouped(static_cast<std::int64_t>(count));
  };
  if (in_groups(rules_in_view(state)))
    out.push_back({say(MatchWord::figure_groups), number(view.together.groups), "", ""});
  if (view.together.mentees < view.pairs.size())
    out.push_back({say(MatchWord::figure_mentees), number(view.together.mentees), "", ""});
  return out;
}

std::string proof_text(const Model::State& state, const Speaker& say) {
  const matching::Proposal& proposal = *state.areas.match.proposal;
  const matching::Solution& solution = proposal.solution;
  const bool most = proposal.fit.problem.goal == matching::Goal::most_matched;
  if (!solution.optimal) {
    // What is missing at most is in points only where points come first.
    if (most || solution.short_by <= 0 || !proposal.fit.problem.least_or_none)
      return say(MatchWord::not_proven);
    return say(MatchWord::not_proven_by, solution.short_by / solution.weight);
  }
  const std::string proof = say(most ? MatchWord::proof_most : MatchWord::proof_best);
  if (!proposal.fit.problem.least_or_none) return proof;
  if (!state.areas.match.together.short_of_mentees.empty()) return proof;
  return proof + " " + say(MatchWord::proof_groups, rules_in_view(state).least_mentees);
}

std::string moved_text(const Model::State& state, const Speaker& say) {
  const MatchView& view = state.areas.match;
  if (!view.moved) return {};
  if (view.moved->empty() && view.points_more == 0) return say(MatchWord::moved_none);
  const bool more = view.points_more >= 0;
  std::string text = say(more ? MatchWord::moved : MatchWord::moved_less, view.moved->size(),
                         more ? view.points_more : -view.points_more);
  for (const bool now_matched : {false, true}) {
    const auto& mentees = now_matched ? view.together.now_matched : view.together.now_unmatched;
    if (mentees.empty()) continue;
    std::vector<std::string> names;
    for (const domain::MenteeId& mentee : mentees) {
      if (names.size() == 5) break;
      names.push_back(name_of(say, state.book->programme, mentee.person));
    }
    if (mentees.size() > names.size())
      names.push_back(say(MatchWord::and_more, mentees.size() - names.size()));
    text += " " + say(now_matched ? MatchWord::now_matched : MatchWord::now_unmatched,
                      base::join(names, ", "));
  }
  return text;
}

std::vector<matching::OpenProposal::Alternative> others_by_points(
    const matching::Proposal& proposal, const domain::MenteeId& mentee, std::size_t most) {
  const matching::Problem& problem = proposal.fit.problem;
  const matching::Index at = proposal.fit.position(mentee);
  std::set<domain::MentorId> theirs;
  for (const matching::ProposedPair& pair : matching::pairs_of(proposal)) {
    if (pair.mentee == mentee) theirs.insert(pair.mentor);
  }
  std::vector<matching::OpenProposal::Alternative> out;
  for (matching::Index j = 0; at != matching::nobody && j < problem.mentors.size(); ++j) {
    const domain::MentorId& mentor = proposal.fit.mentors[j];
    if (problem.mentors[j].places == 0 || theirs.contains(mentor)) continue;
    const matching::PairScore score = matching::score_pair(problem, at, j);
    if (score.allowed) out.push_back({mentor, score.points, {}});
  }
  base::sort(out, [](const auto& a, const auto& b) {
    return a.points != b.points ? a.points > b.points : a.mentor < b.mentor;
  });
  if (out.size() > most) out.resize(most);
  return out;
}

}  // namespace pairbook::app
