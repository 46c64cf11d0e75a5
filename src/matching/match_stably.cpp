#include "pairbook/matching/match_stably.hpp"

#include <algorithm>
#include <tuple>

#include "pairbook/base/sort.hpp"

namespace pairbook::matching {

using base::Done;
using base::Errc;
using base::fail;

namespace {

bool by_number(const Couple& a, const Couple& b) {
  return std::tie(a.mentee, a.mentor) < std::tie(b.mentee, b.mentor);
}

Done check(const Likings& likings) {
  for (const Liking& pair : likings.pairs) {
    if (pair.mentee >= likings.mentees.size() || pair.mentor >= likings.mentors.size()) {
      return fail(Errc::invalid_input, "pairs", "no such person");
    }
  }
  std::vector<Couple> couples;
  for (const Liking& pair : likings.pairs) couples.push_back({pair.mentee, pair.mentor});
  std::sort(couples.begin(), couples.end(), by_number);
  if (std::adjacent_find(couples.begin(), couples.end()) != couples.end()) {
    return fail(Errc::invalid_input, "pairs", "a pair twice");
  }
  return {};
}

/// Positions in `pairs` by mentee, what each likes best first.
struct Lists {
  std::vector<std::size_t> begin;  // by mentee, one more
  std::vector<std::size_t> pair;
};

Lists lists_of(const Likings& likings) {
  Lists out;
  out.begin.assign(likings.mentees.size() + 1, 0);
  for (std::size_t p = 0; p < likings.pairs.size(); ++p) {
    ++out.begin[likings.pairs[p].mentee + std::size_t{1}];
    out.pair.push_back(p);
  }
  for (std::size_t i = 1; i < out.begin.size(); ++i) out.begin[i] += out.begin[i - 1];
  std::sort(out.pair.begin(), out.pair.end(), [&](std::size_t a, std::size_t b) {
    const Liking& one = likings.pairs[a];
    const Liking& other = likings.pairs[b];
    return std::tuple(one.mentee, other.by_mentee, likings.mentors[one.mentor].key,
                      one.mentor) < std::tuple(other.mentee, one.by_mentee,
                                               likings.mentors[other.mentor].key, other.mentor);
  });
  return out;
}

/// The mentees a mentor holds, as a heap: whom they like least comes first.
class Held {
 public:
  explicit Held(const Likings& likings) : likings_(&likings), of_(likings.mentors.size()) {}

  /// Takes the pair in; who had to go for it, or the pair itself, or nothing.
  std::size_t offer(std::size_t pair) {
    const Index mentor = likings_->pairs[pair].mentor;
    std::vector<std::size_t>& held = of_[mentor];
    const auto later = [&](std::size_t a, std::size_t b) { return likes_more(a, b); };
    held.push_back(pair);
    std::push_heap(held.begin(), held.end(), later);
    if (held.size() <= likings_->mentors[mentor].capacity) return none;
    std::pop_heap(held.begin(), held.end(), later);
    const std::size_t last = held.back();
    held.pop_back();
    return last;
  }
  [[nodiscard]] const std::vector<std::size_t>& of(Index mentor) const { return of_[mentor]; }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

 private:
  [[nodiscard]] bool likes_more(std::size_t a, std::size_t b) const {
    const Liking& one = likings_->pairs[a];
    const Liking& other = likings_->pairs[b];
    return std::tuple(other.by_mentor, likings_->mentees[one.mentee], one.mentee) <
           std::tuple(one.by_mentor, likings_->mentees[other.mentee], other.mentee);
  }

  const Likings* likings_;
  std::vector<std::vector<std::size_t>> of_;
};

}  // namespace

base::Result<Matching> match_stably(const Likings& likings) {
  if (const Done done = check(likings); !done) return base::pass_on(done);
  const Lists lists = lists_of(likings);
  std::vector<std::size_t> next(lists.begin.begin(), lists.begin.end() - 1);
  Held held(likings);
  for (Index first = 0; first < likings.mentees.size(); ++first) {
    for (Index i = first; next[i] < lists.begin[i + std::size_t{1}];) {
      const std::size_t refused = held.offer(lists.pair[next[i]++]);
      if (refused == Held::none) break;
      i = likings.pairs[refused].mentee;
    }
  }
  Matching out(likings.mentees.size(), nobody);
  for (Index j = 0; j < likings.mentors.size(); ++j) {
    for (const std::size_t pair : held.of(j)) out[likings.pairs[pair].mentee] = j;
  }
  return out;
}

base::Result<std::vector<Couple>> blocking_pairs(const Likings& likings,
                                                 const Matching& matching) {
  if (const Done done = check(likings); !done) return base::pass_on(done);
  if (matching.size() != likings.mentees.size()) {
    return fail(Errc::invalid_input, "matching", "sizes differ");
  }
  constexpr std::int64_t nothing = INT64_MIN, any = INT64_MAX;
  std::vector<std::int64_t> has(likings.mentees.size(), nothing);  // how much a mentee likes it
  std::vector<std::int64_t> least(likings.mentors.size(), any);    // of a mentor's mentees
  std::vector<std::uint32_t> held(likings.mentors.size(), 0);
  for (const Liking& pair : likings.pairs) {
    if (matching[pair.mentee] != pair.mentor) continue;
    has[pair.mentee] = pair.by_mentee;
    least[pair.mentor] = std::min<std::int64_t>(least[pair.mentor], pair.by_mentor);
    ++held[pair.mentor];
  }
  for (Index i = 0; i < matching.size(); ++i) {
    if (matching[i] != nobody && has[i] == nothing) {
      return fail(Errc::invalid_input, "matching", "a pair that may not be");
    }
  }
  for (Index j = 0; j < held.size(); ++j) {
    if (held[j] > likings.mentors[j].capacity) {
      return fail(Errc::invalid_input, "matching", "more pairs than places");
    }
    if (held[j] < likings.mentors[j].capacity) least[j] = nothing;
  }
  std::vector<Couple> out;
  for (const Liking& pair : likings.pairs) {
    if (matching[pair.mentee] == pair.mentor || likings.mentors[pair.mentor].capacity == 0)
      continue;
    if (pair.by_mentee > has[pair.mentee] && pair.by_mentor > least[pair.mentor]) {
      out.push_back({pair.mentee, pair.mentor});
    }
  }
  base::sort(out, by_number);
  return out;
}

}  // namespace pairbook::matching
