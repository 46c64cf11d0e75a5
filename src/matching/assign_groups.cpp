// Branch and bound over groups. What a case leaves open is solved as if no group had a least,
// which bounds it; a group that came out too small is opened (the least is asked for with a
// bonus that outweighs everything) or closed.
//
// Source: Land & Doig 1960.
#include "pairbook/matching/assign_groups.hpp"

#include <algorithm>
#include <utility>

#include "pairbook/base/sort.hpp"

namespace pairbook::matching {

using base::Errc;
using base::fail;

namespace {

constexpr int most_cases = 300;

enum class Group : std::uint8_t { undecided, opened, closed };

struct Case {
  std::vector<Group> groups;  // by mentor
  std::int64_t bound = 0;
};

struct Looked {
  ManyAssigned answer;
  std::vector<Index> too_small;  // mentors with fewer than the least, who lack fewest first
};

class Groups {
 public:
  explicit Groups(const ManyQuestion& question) : question_(question) {
    // More than any two choices of pairs differ by, for each place that is missing.
    std::int64_t most = 1;
    for (const Arc& arc : question.arcs) most = std::max<std::int64_t>(most, arc.score);
    for (const Arc& arc : question.locked) most = std::max<std::int64_t>(most, arc.score);
    std::int64_t wanted = 1, missing = 0;
    for (const ManyMentee& mentee : question.mentees) {
      wanted += std::min<std::int64_t>(mentee.wants, std::ssize(question.mentors));
      missing = std::max(missing, mentee.each + mentee.none);
    }
    if (__builtin_mul_overflow(most, question.weight, &most) ||
        __builtin_mul_overflow(most + missing, wanted, &enough_)) {
      enough_ = INT64_MAX;  // assign_many() refuses it
    }
    locked_.assign(question.mentors.size(), 0);
    for (const Arc& lock : question.locked) {
      if (lock.mentor < locked_.size()) ++locked_[lock.mentor];
    }
  }

  base::Result<GroupsAssigned> solve(const KeepGoing& keep_going) {
    Case first{std::vector<Group>(question_.mentors.size(), Group::undecided), 0};
    for (std::size_t j = 0; j < locked_.size(); ++j) {
      const bool too_few_places = question_.mentors[j].least > question_.mentors[j].capacity;
      if (too_few_places && locked_[j] > 0) {
        return fail(Errc::conflict, "locked", "a group cannot have its least");
      }
      if (too_few_places) first.groups[j] = Group::closed;
      if (locked_[j] > 0) first.groups[j] = Group::opened;
    }
    const base::Result<ManyAssigned> whole = assign_many(without_least(), keep_going);
    if (!whole) return base::pass_on(whole);
    if (const auto done = round_down(first); !done) return base::pass_on(done);
    if (!found_) return fail(Errc::conflict, "locked", "a group cannot have its least");

    first.bound = whole->certificate.bound;
    std::vector<Case> open = {std::move(first)};
    for (int cases = 0; !open.empty() && cases < most_cases; ++cases) {
      if (keep_going && !keep_going(static_cast<std::uint64_t>(cases), most_cases)) break;
      // The case that promises most; of equals the latest.
      const auto at =
          std::max_element(open.rbegin(), open.rend(),
                           [](const Case& a, const Case& b) { return a.bound < b.bound; });
      Case now = std::move(*at);
      open.erase(std::next(at).base());
      if (now.bound <= best_.value) break;  // so have all others
      if (const auto done = divide(std::move(now), open); !done) return base::pass_on(done);
    }
    GroupsAssigned out;
    out.bound = best_.value;
    for (const Case& left : open) out.bound = std::max(out.bound, left.bound);
    out.bound = std::min(out.bound, whole->certificate.bound);
    best_.certificate = whole->certificate;
    best_.optimal = best_.value == best_.certificate.bound;
    out.answer = std::move(best_);
    out.optimal = out.answer.value == out.bound;
    return out;
  }

 private:
  [[nodiscard]] ManyQuestion without_least() const {
    ManyQuestion out = question_;
    out.bonus = 0;
    for (ManyMentor& mentor : out.mentors) mentor.least = 0;
    return out;
  }

  /// The case as if the undecided had no least; nothing when an opened group cannot be filled.
  base::Result<Looked> look(const std::vector<Group>& groups, bool& feasible) const {
    ManyQuestion question = question_;
    question.bonus = enough_;
    std::uint32_t least = 0;
    for (std::size_t j = 0; j < groups.size(); ++j) {
      ManyMentor& mentor = question.mentors[j];
      if (groups[j] == Group::closed) mentor.capacity = 0;
      if (groups[j] != Group::opened) mentor.least = 0;
      least += mentor.least;
    }
    base::Result<ManyAssigned> answer = assign_many(question);
    if (!answer) return base::pass_on(answer);
    feasible = answer->least_filled == least;
    Looked out{std::move(*answer), {}};
    out.answer.value -= enough_ * out.answer.least_filled;
    std::vector<std::uint32_t> holds(groups.size(), 0);
    for (const Couple& pair : out.answer.pairs) ++holds[pair.mentor];
    const auto nearer = [&](std::size_t a, std::size_t b) {
      const auto missing = [&](std::size_t j) { return question_.mentors[j].least - holds[j]; };
      if (missing(a) != missing(b)) return missing(a) < missing(b);
      return question_.mentors[a].key < question_.mentors[b].key;
    };
    for (std::size_t j = 0; j < groups.size(); ++j) {
      if (groups[j] != Group::undecided || holds[j] == 0) continue;
      if (holds[j] < question_.mentors[j].least) out.too_small.push_back(static_cast<Index>(j));
    }
    base::sort(out.too_small, nearer);
    out.answer.least_filled = 0;
    for (std::size_t j = 0; j < groups.size(); ++j) {
      out.answer.least_filled += std::min(holds[j], question_.mentors[j].least);
    }
    return out;
  }

  void keep(const ManyAssigned& answer) {
    if (found_ && answer.value <= best_.value) return;
    found_ = true;
    best_ = answer;
  }

  /// A first answer: opens the groups that lack fewest, some at once while they are many, until
  /// none is too small. Where that fails it is one at a time, which is closed when it cannot
  /// be.
  base::Done round_down(Case now) {
    bool feasible = true;
    base::Result<Looked> looked = look(now.groups, feasible);
    if (!looked) return base::pass_on(looked);
    if (!feasible) return {};
    for (bool several = true; !looked->too_small.empty();) {
      const std::size_t count = several ? (looked->too_small.size() + 3) / 4 : 1;
      Case with = now;
      for (std::size_t k = 0; k < count; ++k) with.groups[looked->too_small[k]] = Group::opened;
      base::Result<Looked> next = look(with.groups, feasible);
      if (next && !feasible && count > 1) {
        several = false;
        continue;
      }
      if (next && !feasible) {
        with.groups[looked->too_small.front()] = Group::closed;
        next = look(with.groups, feasible);
      }
      if (!next) return base::pass_on(next);
      now = std::move(with);
      looked = std::move(next);
    }
    keep(looked->answer);
    return {};
  }

  base::Done divide(Case now, std::vector<Case>& open) {
    bool feasible = true;
    const base::Result<Looked> looked = look(now.groups, feasible);
    if (!looked) return base::pass_on(looked);
    if (!feasible || looked->answer.value <= best_.value) return {};
    if (looked->too_small.empty()) {
      keep(looked->answer);
      return {};
    }
    now.bound = std::min(now.bound, looked->answer.value);
    Case other = now;
    now.groups[looked->too_small.front()] = Group::closed;
    other.groups[looked->too_small.front()] = Group::opened;
    open.push_back(std::move(now));
    open.push_back(std::move(other));
    return {};
  }

  const ManyQuestion& question_;
  std::int64_t enough_ = 0;
  std::vector<std::uint32_t> locked_;  // by mentor
  ManyAssigned best_;
  bool found_ = false;
};

}  // namespace

base::Result<GroupsAssigned> assign_groups(const ManyQuestion& question,
                                           const KeepGoing& keep_going) {
  return Groups(question).solve(keep_going);
}

base::Done check_groups(const ManyQuestion& question, const GroupsAssigned& answer) {
  const auto wrong = [](const char* what) { return base::fail(base::Errc::corrupt, "", what); };
  ManyQuestion without = question;
  without.bonus = 0;
  for (ManyMentor& mentor : without.mentors) mentor.least = 0;
  ManyAssigned pairs = answer.answer;
  pairs.least_filled = 0;
  if (const base::Done sound = check_certificate(without, pairs); !sound) return sound;
  std::vector<std::uint32_t> holds(question.mentors.size(), 0);
  for (const Couple& pair : answer.answer.pairs) ++holds[pair.mentor];
  std::uint32_t filled = 0;
  for (std::size_t j = 0; j < holds.size(); ++j) {
    if (holds[j] > 0 && holds[j] < question.mentors[j].least) return wrong("a group too small");
    filled += std::min(holds[j], question.mentors[j].least);
  }
  if (filled != answer.answer.least_filled) return wrong("a sum is wrong");
  if (answer.bound < answer.answer.value || answer.bound > answer.answer.certificate.bound) {
    return wrong("a bound that cannot be");
  }
  if (answer.optimal != (answer.answer.value == answer.bound)) {
    return wrong("optimal is not what it says");
  }
  return {};
}

}  // namespace pairbook::matching
