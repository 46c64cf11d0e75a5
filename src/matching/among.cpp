#include "pairbook/matching/among.hpp"

#include <algorithm>
#include <utility>

#include "survey.hpp"

namespace pairbook::matching {

using base::Errc;
using base::fail;

namespace {

constexpr std::size_t most_people = 5'000;

/// What everybody scores with everybody, as the mentee of the two; -1 where it may not be.
class BothWays {
 public:
  static base::Result<BothWays> look(const Problem& problem, const KeepGoing& keep_going) {
    const std::size_t n = problem.mentees.size();
    const auto same = [](const Participant& a, const Participant& b) { return a.key == b.key; };
    if (!std::ranges::equal(problem.mentees, problem.mentors, same)) {
      return fail(Errc::invalid_input, "problem", "its sides are not the same people");
    }
    if (n > most_people) return fail(Errc::too_large, "people", "more than 5,000");
    BothWays out(n);
    for (Index i = 0; i < n; ++i) {
      if (keep_going && i % 64 == 0 && !keep_going(i, n)) return fail(Errc::cancelled);
      score_row(problem, i, std::span(out.scores_).subspan(i * n, n));
    }
    return out;
  }
  /// Half of both, or -1.
  [[nodiscard]] std::int32_t points(std::size_t one, std::size_t other) const {
    const std::int64_t there = scores_[one * people_ + other];
    const std::int64_t back = scores_[other * people_ + one];
    return there < 0 || back < 0 ? -1 : static_cast<std::int32_t>((there + back) / 2);
  }

 private:
  explicit BothWays(std::size_t people) : people_(people), scores_(people * people, -1) {}
  std::size_t people_;
  std::vector<std::int32_t> scores_;
};

/// Of a pair that was locked by hand, whatever the rules say of it.
std::int32_t points_locked(const Problem& problem, Index one, Index other) {
  const std::int64_t both = std::int64_t{score_pair(problem, one, other).points} +
                            score_pair(problem, other, one).points;
  return static_cast<std::int32_t>(both / 2);
}

std::vector<std::uint64_t> keys_of(const Problem& problem) {
  std::vector<std::uint64_t> out;
  for (const Participant& person : problem.mentees) out.push_back(person.key);
  return out;
}

}  // namespace

base::Result<PeerQuestion> to_peer_question(const Problem& problem,
                                            const KeepGoing& keep_going) {
  const base::Result<BothWays> scores = BothWays::look(problem, keep_going);
  if (!scores) return base::pass_on(scores);
  PeerQuestion out{keys_of(problem), {}};
  std::vector<Index> locked_to(problem.mentees.size(), nobody);
  for (const Couple& lock : problem.locked) {
    if (locked_to[lock.mentee] == lock.mentor) continue;  // locked in both directions
    if (locked_to[lock.mentee] != nobody || locked_to[lock.mentor] != nobody) {
      return fail(Errc::conflict, "locked", "somebody is locked to several");
    }
    locked_to[lock.mentee] = lock.mentor;
    locked_to[lock.mentor] = lock.mentee;
    out.pairs.push_back(
        {lock.mentee, lock.mentor, points_locked(problem, lock.mentee, lock.mentor)});
  }
  for (Index i = 0; i < locked_to.size(); ++i) {
    for (Index j = i + 1; j < locked_to.size(); ++j) {
      const std::int32_t points = scores->points(i, j);
      if (points < 0 || locked_to[i] != nobody || locked_to[j] != nobody) continue;
      out.pairs.push_back({i, j, points});
    }
  }
  return out;
}

base::Result<CircleQuestion> to_circle_question(const Problem& problem, std::uint32_t least,
                                                std::uint32_t most,
                                                const KeepGoing& keep_going) {
  const base::Result<BothWays> scores = BothWays::look(problem, keep_going);
  if (!scores) return base::pass_on(scores);
  CircleQuestion out{keys_of(problem), {}, least, most, problem.locked};
  for (Index i = 0; i < out.keys.size(); ++i) {
    for (Index j = i + 1; j < out.keys.size(); ++j) {
      const std::int32_t points = scores->points(i, j);
      if (points >= 0) out.pairs.push_back({i, j, points});
    }
  }
  return out;
}

base::Result<PeerProposal> propose_peers(const domain::Programme& programme,
                                         const KeepGoing& keep_going) {
  Fit made = fit(programme, {.among_mentees = true});
  const base::Result<PeerQuestion> question = to_peer_question(made.problem, keep_going);
  if (!question) return base::pass_on(question);
  base::Result<PeersMatched> matched = match_peers(*question, made.problem.goal);
  if (!matched) return base::pass_on(matched);
  if (const base::Done sound = check_certificate(*question, *matched); !sound) {
    return base::pass_on(sound);
  }
  return PeerProposal{std::move(made), std::move(*matched)};
}

base::Result<CircleProposal> propose_circles(const domain::Programme& programme,
                                             std::uint32_t least, std::uint32_t most,
                                             const KeepGoing& keep_going) {
  Fit made = fit(programme, {.among_mentees = true});
  const base::Result<CircleQuestion> question =
      to_circle_question(made.problem, least, most, part_of(keep_going, 0, 2));
  if (!question) return base::pass_on(question);
  base::Result<CirclesFormed> formed = form_circles(*question, part_of(keep_going, 1, 2));
  if (!formed) return base::pass_on(formed);
  if (const base::Done sound = check_circles(*question, *formed); !sound) {
    return base::pass_on(sound);
  }
  return CircleProposal{std::move(made), std::move(*formed)};
}

std::vector<std::vector<domain::MenteeId>> circles_of(const CircleProposal& proposal) {
  std::vector<std::vector<domain::MenteeId>> out(proposal.formed.circles);
  for (Index i = 0; i < proposal.formed.circle_of.size(); ++i) {
    const Index circle = proposal.formed.circle_of[i];
    if (circle != nobody) out[circle].push_back(proposal.fit.mentees[i]);
  }
  return out;
}

}  // namespace pairbook::matching
