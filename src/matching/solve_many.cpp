// A round in which mentees may get several mentors, or mentors have least places.
#include <algorithm>
#include <utility>

#include "blocking.hpp"
#include "pairbook/matching/assign_groups.hpp"
#include "survey.hpp"

namespace pairbook::matching {

namespace {

constexpr std::size_t most_held = 20'000'000;

ManyQuestion question_of(const Problem& problem) {
  ManyQuestion out;
  for (const Participant& mentee : problem.mentees) {
    out.mentees.push_back({mentee.key, mentee.places});
  }
  for (const Participant& mentor : problem.mentors) {
    out.mentors.push_back({mentor.key, mentor.places, mentor.least});
  }
  out.locked = locked_arcs(problem);
  return out;
}

/// The pairs with their points, and where they stand in both lists.
class Ranked {
 public:
  Ranked(const ManyQuestion& question, const std::vector<Couple>& pairs)
      : of_mentee_(question.mentees.size()), of_mentor_(question.mentors.size()) {
    for (const Couple& pair : pairs) {
      of_mentee_[pair.mentee].push_back(pairs_.size());
      of_mentor_[pair.mentor].push_back(pairs_.size());
      pairs_.push_back({pair.mentee, pair.mentor, 0, 1, 1});
    }
    for (const Arc& arc : question.arcs) set_points(arc);
    for (const Arc& lock : question.locked) set_points(lock);
    for (const Arc& arc : question.arcs) {
      for (const std::size_t at : of_mentee_[arc.mentee]) {
        if (arc.score > pairs_[at].points) ++pairs_[at].mentors_rank;
      }
      for (const std::size_t at : of_mentor_[arc.mentor]) {
        if (arc.score > pairs_[at].points) ++pairs_[at].mentees_rank;
      }
    }
  }
  /// Each mentee's first pair goes to its place, the others follow.
  void tell(const Problem& problem, Solution& out) const {
    for (Index i = 0; i < of_mentee_.size(); ++i) {
      const std::vector<std::size_t>& own = of_mentee_[i];
      if (own.empty()) continue;
      const auto first = std::min_element(own.begin(), own.end(), [&](auto a, auto b) {
        const FurtherPair &x = pairs_[a], &y = pairs_[b];
        if (x.points != y.points) return x.points > y.points;
        return problem.mentors[x.mentor].key < problem.mentors[y.mentor].key;
      });
      out.mentor_of[i] = pairs_[*first].mentor;
      out.points[i] = pairs_[*first].points;
      out.mentors_rank[i] = pairs_[*first].mentors_rank;
      out.mentees_rank[i] = pairs_[*first].mentees_rank;
      for (const std::size_t at : own) {
        if (at != *first) out.further.push_back(pairs_[at]);
      }
    }
  }

 private:
  void set_points(const Arc& arc) {
    for (const std::size_t at : of_mentee_[arc.mentee]) {
      if (pairs_[at].mentor == arc.mentor) pairs_[at].points = arc.score;
    }
  }
  std::vector<FurtherPair> pairs_;
  std::vector<std::vector<std::size_t>> of_mentee_, of_mentor_;
};

/// Pairs held by hand are made whatever the rules say: these mentors need no least then.
void waive_least_of_locked(ManyQuestion& question, bool only_where_it_cannot_be) {
  std::vector<std::size_t> options(question.mentors.size(), 0);
  for (const std::vector<Arc>* arcs : {&question.arcs, &question.locked}) {
    for (const Arc& arc : *arcs) ++options[arc.mentor];
  }
  for (const Arc& lock : question.locked) {
    ManyMentor& mentor = question.mentors[lock.mentor];
    const bool cannot_be =
        mentor.least > mentor.capacity || mentor.least > options[lock.mentor];
    if (cannot_be || !only_where_it_cannot_be) mentor.least = 0;
  }
}

base::Result<GroupsAssigned> assign_checked(const ManyQuestion& question,
                                            const KeepGoing& keep_going) {
  base::Result<ManyAssigned> answer = assign_many(question, keep_going);
  if (!answer) return base::pass_on(answer);
  if (const base::Done sound = check_certificate(question, *answer); !sound)
    return base::pass_on(sound);
  const std::int64_t bound = answer->certificate.bound;
  const bool optimal = answer->optimal;
  return GroupsAssigned{std::move(*answer), bound, optimal};
}

base::Result<GroupsAssigned> assign_groups_checked(ManyQuestion& question,
                                                   const KeepGoing& keep_going) {
  waive_least_of_locked(question, true);
  base::Result<GroupsAssigned> answer = assign_groups(question, keep_going);
  if (!answer && answer.error().code == base::Errc::conflict) {
    waive_least_of_locked(question, false);
    answer = assign_groups(question, keep_going);
  }
  if (!answer) return base::pass_on(answer);
  if (const base::Done sound = check_groups(question, *answer); !sound)
    return base::pass_on(sound);
  return answer;
}

}  // namespace

base::Result<Solution> solve_many(const Problem& problem, const KeepGoing& keep_going) {
  Survey survey(problem, most_held);
  if (const base::Done looked = survey.look(part_of(keep_going, 0, 2)); !looked) {
    return base::pass_on(looked);
  }
  if (survey.too_many()) {
    return base::fail(base::Errc::too_large, "pairs", "over 20 million");
  }
  ManyQuestion question = question_of(problem);
  question.arcs = std::move(survey.arcs());
  aim_for(problem.goal, question);
  const KeepGoing rest = part_of(keep_going, 1, 2);
  base::Result<GroupsAssigned> found = problem.least_or_none
                                           ? assign_groups_checked(question, rest)
                                           : assign_checked(question, rest);
  if (!found) return base::pass_on(found);
  ManyAssigned& answer = found->answer;

  const std::size_t n = problem.mentees.size();
  Solution out;
  out.mentor_of.assign(n, nobody);
  out.points.assign(n, 0);
  out.mentors_rank.assign(n, 0);
  out.mentees_rank.assign(n, 0);
  out.mentee_options = std::move(survey.mentee_options());
  out.mentor_options = std::move(survey.mentor_options());
  out.effects = survey.effects();
  out.allowed_pairs = survey.allowed();
  out.matched = static_cast<std::uint32_t>(answer.pairs.size());
  out.total = answer.total;
  out.optimal = found->optimal;
  out.weight = question.weight;
  out.short_by = found->bound - answer.value;
  out.price = std::move(answer.certificate.price);
  out.gain = std::move(answer.certificate.gain);
  Ranked(question, answer.pairs).tell(problem, out);
  Blocking blocking(problem, out);
  for (const Arc& arc : question.arcs) blocking.take(arc);
  out.blocking = blocking.count();
  return out;
}

}  // namespace pairbook::matching
