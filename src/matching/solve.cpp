#include <algorithm>

#include "blocking.hpp"
#include "pairbook/matching/solution.hpp"
#include "rounds.hpp"
#include "survey.hpp"

namespace pairbook::matching {

using base::Errc;
using base::fail;

namespace {

// More are not held: they would take longer to hold than to ask for again.
constexpr std::size_t usually_held = 4'000'000;
constexpr std::int32_t most_remembered_score = 30'000;

Assignment people_of(const Problem& problem) {
  Assignment out;
  for (const Participant& mentee : problem.mentees) out.mentees.push_back({mentee.key, 0});
  for (const Participant& mentor : problem.mentors) {
    out.mentors.push_back({mentor.key, mentor.places});
  }
  out.locked = locked_arcs(problem);
  return out;
}

/// Where everybody's partner stands in their list: one and how many have more points.
class Ranks {
 public:
  explicit Ranks(Solution& out) : out_(out), mentees_of_(out.mentor_options.size()) {
    for (Index i = 0; i < out.mentor_of.size(); ++i) {
      if (out.mentor_of[i] == nobody) continue;
      out.mentors_rank[i] = out.mentees_rank[i] = 1;
      mentees_of_[out.mentor_of[i]].push_back(i);
    }
  }
  void take(const Arc& arc) {
    if (out_.mentor_of[arc.mentee] != nobody && arc.score > out_.points[arc.mentee]) {
      ++out_.mentors_rank[arc.mentee];
    }
    for (const Index holder : mentees_of_[arc.mentor]) {
      if (arc.score > out_.points[holder]) ++out_.mentees_rank[holder];
    }
  }

 private:
  Solution& out_;
  std::vector<std::vector<Index>> mentees_of_;
};

Solution solution_of(Assigned&& answer, const Assignment& people, Survey& survey) {
  const std::size_t n = people.mentees.size();
  Solution out;
  out.mentor_of = std::move(answer.mentor_of);
  out.points.assign(n, 0);
  out.mentors_rank.assign(n, 0);
  out.mentees_rank.assign(n, 0);
  out.mentee_options = std::move(survey.mentee_options());
  out.mentor_options = std::move(survey.mentor_options());
  out.effects = survey.effects();
  out.allowed_pairs = survey.allowed();
  out.matched = answer.matched;
  out.total = answer.total;
  out.optimal = answer.optimal;
  out.weight = people.weight;
  out.short_by = answer.certificate.bound - answer.value;
  out.price = std::move(answer.certificate.price);
  out.gain = std::move(answer.certificate.gain);
  return out;
}

base::Result<Solution> solve_held(const Problem& problem, Assignment people, Survey& survey,
                                  const KeepGoing& keep_going) {
  people.arcs = std::move(survey.arcs());
  base::Result<Assigned> answer = assign(people, keep_going);
  if (!answer) return base::pass_on(answer);
  if (const base::Done sound = check_certificate(people, *answer); !sound) {
    return base::pass_on(sound);
  }
  Solution out = solution_of(std::move(*answer), people, survey);
  for (const Arc& arc : people.arcs) {
    if (out.mentor_of[arc.mentee] == arc.mentor) out.points[arc.mentee] = arc.score;
  }
  for (const Arc& lock : people.locked) out.points[lock.mentee] = lock.score;
  Ranks ranks(out);
  Blocking blocking(problem, out);
  for (const Arc& arc : people.arcs) {
    ranks.take(arc);
    blocking.take(arc);
  }
  out.blocking = blocking.count();
  return out;
}

/// How far it is, of work whose end nobody knows: each pass is half of what is left.
class Passes {
 public:
  explicit Passes(const KeepGoing& keep_going) : keep_going_(keep_going) {}
  bool operator()(std::uint64_t done, std::uint64_t total) {
    if (done < last_ && left_ > 1) left_ /= 2;
    last_ = done;
    const std::uint64_t half = total == 0 ? 0 : left_ / 2 * std::min(done, total) / total;
    most_ = std::max(most_, whole - left_ + half);
    return !keep_going_ || keep_going_(most_, whole);
  }
  static constexpr std::uint64_t whole = 1'000'000;

 private:
  const KeepGoing& keep_going_;
  std::uint64_t left_ = whole;
  std::uint64_t last_ = 0;
  std::uint64_t most_ = 0;
};

base::Result<Solution> solve_by_rows(const Problem& problem, const Assignment& people,
                                     Survey& survey, const KeepGoing& keep_going) {
  const ScoreRow scores = [&](Index mentee, std::span<std::int32_t> row) {
    score_row(problem, mentee, row);
  };
  Effort effort;
  effort.remember_scores = survey.top() <= most_remembered_score;
  Passes passes(keep_going);
  base::Result<OverAll> answer = assign_in_rounds(
      people, scores, effort,
      [&](std::uint64_t done, std::uint64_t total) { return passes(done, total); });
  if (!answer) return base::pass_on(answer);
  if (const base::Done sound = check_certificate(people, scores, answer->assigned); !sound) {
    return base::pass_on(sound);
  }
  Solution out = solution_of(std::move(answer->assigned), people, survey);
  std::vector<std::int32_t> row(people.mentors.size());
  for (Index i = 0; i < people.mentees.size(); ++i) {
    if (out.mentor_of[i] == nobody) continue;
    out.points[i] = score_pair(problem, i, out.mentor_of[i]).points;
  }
  Ranks ranks(out);
  Blocking blocking(problem, out);
  for (Index i = 0; i < people.mentees.size(); ++i) {
    score_row(problem, i, row);
    for (Index j = 0; j < row.size(); ++j) {
      if (row[j] < 0) continue;
      ranks.take({i, j, row[j]});
      blocking.take({i, j, row[j]});
    }
  }
  out.blocking = blocking.count();
  return out;
}

}  // namespace

KeepGoing part_of(const KeepGoing& keep_going, std::uint64_t part, std::uint64_t parts) {
  constexpr std::uint64_t fine = 500'000;
  if (!keep_going) return {};
  return [&keep_going, part, parts](std::uint64_t done, std::uint64_t total) {
    return keep_going(part * fine + (total == 0 ? 0 : fine * done / total), parts * fine);
  };
}

base::Result<Assignment> to_assignment(const Problem& problem, const KeepGoing& keep_going) {
  if (is_many(problem))
    return fail(Errc::conflict, "problem", "several mentors, or least places");
  constexpr std::size_t most_at_all = 40'000'000;
  Survey survey(problem, most_at_all);
  if (const base::Done looked = survey.look(keep_going); !looked) return base::pass_on(looked);
  if (survey.too_many()) return fail(Errc::too_large, "pairs", "over 40 million");
  Assignment out = people_of(problem);
  aim_for(problem.goal, survey.top(), out);
  out.arcs = std::move(survey.arcs());
  return out;
}

base::Result<Solution> solve_holding(const Problem& problem, std::size_t most_held,
                                     const KeepGoing& keep_going) {
  Survey survey(problem, most_held);
  if (const base::Done looked = survey.look(part_of(keep_going, 0, 2)); !looked)
    return base::pass_on(looked);
  Assignment people = people_of(problem);
  aim_for(problem.goal, survey.top(), people);
  const KeepGoing rest = part_of(keep_going, 1, 2);
  return survey.too_many() ? solve_by_rows(problem, people, survey, rest)
                           : solve_held(problem, std::move(people), survey, rest);
}

base::Result<Solution> solve(const Problem& problem, const KeepGoing& keep_going) {
  if (is_many(problem)) return solve_many(problem, keep_going);
  return solve_holding(problem, usually_held, keep_going);
}

}  // namespace pairbook::matching
