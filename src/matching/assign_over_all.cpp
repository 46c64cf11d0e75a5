// Source: column generation for assignment, with candidates from both sides.
#include "pairbook/matching/assign_over_all.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "candidates.hpp"
#include "pairbook/base/sort.hpp"
#include "pricing.hpp"
#include "rounds.hpp"
#include "row_kernels.hpp"
#include "solved.hpp"

namespace pairbook::matching {

using base::Errc;
using base::fail;

namespace {

constexpr std::size_t most_remembered = 40'000'000;
constexpr std::int32_t most_score = 30'000;

/// The mentors who have no place beside their locked pairs: nobody else can come to them.
std::vector<Index> full_mentors(const Assignment& people) {
  std::vector<std::uint32_t> left;
  for (const AssignMentor& mentor : people.mentors) left.push_back(mentor.capacity);
  for (const Arc& arc : people.locked) {
    if (arc.mentor < left.size() && left[arc.mentor] > 0) --left[arc.mentor];
  }
  std::vector<Index> full;
  for (Index j = 0; j < left.size(); ++j) {
    if (left[j] == 0) full.push_back(j);
  }
  return full;
}

/// Rows of scores, each asked for once while they are few enough to be kept.
class ScoreTable {
 public:
  ScoreTable(const Assignment& people, const ScoreRow& scores, bool remember)
      : scores_(&scores), full_(full_mentors(people)), row_(people.mentors.size()) {
    const std::uint64_t cells = std::uint64_t{people.mentees.size()} * row_.size();
    if (!remember || cells > most_remembered) return;
    kept_.resize(static_cast<std::size_t>(cells));
    is_kept_.resize(people.mentees.size(), false);
  }
  std::span<const std::int32_t> row(Index mentee) {
    if (mentee == last_) return row_;
    last_ = mentee;
    const auto mine = static_cast<std::ptrdiff_t>(std::size_t{mentee} * row_.size());
    if (!is_kept_.empty() && is_kept_[mentee]) {
      std::copy_n(kept_.begin() + mine, row_.size(), row_.begin());
      return row_;
    }
    (*scores_)(mentee, row_);
    for (const Index j : full_) row_[j] = -1;
    if (!is_kept_.empty()) {
      is_kept_[mentee] = true;
      std::transform(row_.begin(), row_.end(), kept_.begin() + mine,
                     [](std::int32_t score) { return static_cast<std::int16_t>(score); });
    }
    return row_;
  }

 private:
  const ScoreRow* scores_;
  std::vector<Index> full_;
  std::vector<std::int32_t> row_;
  Index last_ = nobody;  // whose row it is
  std::vector<std::int16_t> kept_;
  std::vector<bool> is_kept_;
};

class Rounds {
 public:
  Rounds(const Assignment& people, const ScoreRow& scores, const Effort& effort,
         const KeepGoing& keep_going)
      : people_(people),
        effort_(effort),
        keep_going_(keep_going),
        table_(people, scores, effort.remember_scores),
        locked_(people.mentees.size(), false) {
    for (const AssignMentor& mentor : people.mentors) keys_.push_back(mentor.key);
    for (const Arc& arc : people.locked) {
      if (arc.mentee < locked_.size()) locked_[arc.mentee] = true;
    }
    core_.mentees = people.mentees;
    core_.mentors = people.mentors;
    core_.weight = people.weight;
    core_.locked = people.locked;
  }

  base::Result<OverAll> run() {
    if (!choose()) return fail(Errc::cancelled);
    for (bool more = true; more;) {
      base::Result<Assigned> answer = start_.empty()
                                          ? assign(core_, keep_going_)
                                          : assign_from(core_, start_, prices_, keep_going_);
      if (!answer) return base::pass_on(answer);
      if (!answer->optimal) break;  // stopped
      Certificate proof = std::move(answer->certificate);
      prices_ = proof.price;
      // Those who gain less than when they were last looked at come first; when none of them
      // wants a pair that is not there, everybody is asked.
      std::optional<std::size_t> added = price_the_changed(proof);
      if (!added) break;
      if (*added > 0) {
        start_ = std::move(answer->mentor_of);
        continue;
      }
      added = price(proof);
      if (!added) break;
      ++out_.rounds;
      // Later rounds only add pairs to choose from; their bound may still be a looser one.
      const bool first = out_.rounds == 1;
      Certificate best = first || proof.bound < out_.assigned.certificate.bound
                             ? std::move(proof)
                             : std::move(out_.assigned.certificate);
      start_ = answer->mentor_of;
      out_.assigned = std::move(*answer);
      out_.assigned.certificate = std::move(best);
      more = *added > 0 && !(effort_.unless_crowded && is_crowded());
    }
    if (out_.rounds == 0) return fail(Errc::cancelled);
    out_.assigned.optimal = out_.assigned.value == out_.assigned.certificate.bound;
    out_.tried = core_.arcs.size();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool stopped(std::size_t at) const {
    return at % 64 == 0 && keep_going_ && !keep_going_(at, people_.mentees.size());
  }

  [[nodiscard]] bool choose() {
    std::vector<std::size_t> by_column;
    for (const AssignMentor& mentor : people_.mentors) {
      const std::size_t places = std::min<std::size_t>(mentor.capacity, people_.mentees.size());
      by_column.push_back(std::max<std::size_t>(1, effort_.by_place * places));
    }
    Candidates candidates(keys_, effort_.by_mentee, by_column);
    for (Index i = 0; i < people_.mentees.size(); ++i) {
      if (stopped(i)) return false;
      if (!locked_[i]) candidates.take_row(i, people_.mentees[i].key, table_.row(i));
    }
    core_.arcs = candidates.finish();
    return true;
  }

  /// How far prices rose in general since everybody was asked: all may shift together, and the
  /// gains against them, without any pair becoming better or worse.
  [[nodiscard]] std::int64_t usual_rise(const Certificate& proof) const {
    std::vector<std::int64_t> rises;
    for (std::size_t j = 0; j < proof.price.size(); ++j) {
      rises.push_back(proof.price[j] - price_when_asked_[j]);
    }
    base::sort(rises);
    return rises.empty() ? 0 : rises[rises.size() / 2];
  }

  std::optional<std::size_t> price_the_changed(const Certificate& proof) {
    if (gain_when_asked_.empty()) return 0;
    std::size_t added = 0;
    Pricing pricing(people_.weight, proof.price);
    const std::int64_t rise = usual_rise(proof);
    for (Index i = 0; i < people_.mentees.size(); ++i) {
      if (stopped(i)) return std::nullopt;
      if (locked_[i] || proof.gain[i] + rise >= gain_when_asked_[i]) continue;
      gain_when_asked_[i] = proof.gain[i] + rise;
      if (most_gain(pricing, i, proof.gain[i]) > proof.gain[i]) {
        added += add_beyond(pricing, i, proof.gain[i]);
      }
    }
    return added;
  }

  /// What everybody could gain at most goes into the proof, what is beyond it into the core.
  /// How many pairs were added; nothing when it was stopped.
  std::optional<std::size_t> price(Certificate& proof) {
    std::size_t added = 0;
    Pricing pricing(people_.weight, proof.price);
    gain_when_asked_ = proof.gain;
    price_when_asked_ = proof.price;
    for (Index i = 0; i < people_.mentees.size(); ++i) {
      if (stopped(i)) return std::nullopt;
      if (locked_[i]) continue;
      const std::int64_t proven = proof.gain[i];
      proof.gain[i] = most_gain(pricing, i, proven);
      if (proof.gain[i] == proven) continue;
      proof.bound += proof.gain[i] - proven;
      added += add_beyond(pricing, i, proven);
    }
    return added;
  }

  std::int64_t most_gain(const Pricing& pricing, Index mentee, std::int64_t least) {
    if (effort_.most_gain && !pricing.small_prices().empty()) {
      return std::max<std::int64_t>(least,
                                    effort_.most_gain(mentee, pricing.small_prices().data()));
    }
    return pricing.most_gain(table_.row(mentee), least);
  }

  std::size_t add_beyond(Pricing& pricing, Index mentee, std::int64_t proven) {
    const auto row = table_.row(mentee);
    pricing.beyond(row, proven, effort_.most_added, people_.mentees[mentee].key, keys_,
                   beyond_);
    for (const Index j : beyond_) core_.arcs.push_back({mentee, j, row[j]});
    return beyond_.size();
  }

  [[nodiscard]] bool is_crowded() const {
    std::uint64_t places = 0;
    for (const AssignMentor& mentor : people_.mentors) places += mentor.capacity;
    const auto possible = std::min<std::uint64_t>(places, people_.mentees.size());
    return out_.assigned.matched + possible / 10 < possible;
  }

  const Assignment& people_;
  const Effort& effort_;
  const KeepGoing& keep_going_;
  ScoreTable table_;
  std::vector<bool> locked_;
  std::vector<std::uint64_t> keys_;
  Assignment core_;
  std::vector<Index> beyond_;
  // Of the last solve.
  std::vector<Index> start_;
  std::vector<std::int64_t> prices_;
  // Of when everybody was asked.
  std::vector<std::int64_t> gain_when_asked_;
  std::vector<std::int64_t> price_when_asked_;
  OverAll out_;
};

}  // namespace

base::Result<OverAll> assign_in_rounds(const Assignment& people, const ScoreRow& scores,
                                       const Effort& effort, const KeepGoing& keep_going) {
  if (!people.forbidden.empty()) {
    return fail(Errc::invalid_input, "forbidden", "scores of -1 say so here");
  }
  return Rounds(people, scores, effort, keep_going).run();
}

base::Result<OverAll> assign_over_all(const Assignment& people, const ScoreRow& scores,
                                      const KeepGoing& keep_going) {
  bool too_high = false;
  const ScoreRow checked = [&](Index mentee, std::span<std::int32_t> row) {
    scores(mentee, row);
    too_high = too_high || row_kernels().range(row.data(), row.size()).most > most_score;
  };
  base::Result<OverAll> out = assign_in_rounds(people, checked, {}, keep_going);
  if (too_high) return fail(Errc::invalid_input, "scores", "above 30,000");
  return out;
}

base::Done check_certificate(const Assignment& people, const ScoreRow& scores,
                             const Assigned& answer) {
  const auto wrong = [](const char* what) { return fail(Errc::corrupt, "", what); };
  const std::size_t n = people.mentees.size();
  const std::size_t m = people.mentors.size();
  const Certificate& proof = answer.certificate;
  if (answer.mentor_of.size() != n || proof.gain.size() != n || proof.price.size() != m) {
    return wrong("sizes differ");
  }
  // Row by row a question of its own: all of it would not fit.
  Assignment made = people;
  made.arcs.clear();
  std::vector<bool> locked(n, false);
  for (const Arc& arc : people.locked) locked[arc.mentee] = true;
  const std::vector<Index> full = full_mentors(people);
  std::vector<std::int32_t> row(m);
  for (Index i = 0; i < n; ++i) {
    if (locked[i]) continue;
    scores(i, row);
    for (const Index j : full) row[j] = -1;
    for (Index j = 0; j < m; ++j) {
      if (row[j] < 0) continue;
      if (people.weight * row[j] - proof.price[j] > proof.gain[i]) {
        return wrong("a gain is understated");
      }
      if (answer.mentor_of[i] == j) made.arcs.push_back({i, j, row[j]});
    }
  }
  return check_certificate(made, answer);
}

}  // namespace pairbook::matching
