#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "pairbook/base/bytes.hpp"
#include "pairbook/matching/assign.hpp"

namespace pairbook::matching {

/// One round of a programme as small integers: what solve() needs and nothing else. No name, no
/// id, no word of an answer is in it. Made by fit(); may be sent to another thread as bytes.

/// Somebody who takes part, at the same position as in Fit.
struct Participant {
  std::uint64_t key = 0;     // decides between equal solutions
  std::uint32_t places = 1;  // of a mentor: still to give in this round; of a mentee: mentors
                             // they may get in it
  bool waiting = false;      // has no pair yet: earns the bonus
  bool returning = false;    // asked for another partner: earns the bonus for that
  std::uint32_t least = 0;   // of a mentor: places that are filled before all others; when
                             // least_or_none, perhaps more than there are places
  bool operator==(const Participant&) const = default;
};

/// Everybody's answers to one question, as numbers of values.
struct ValueSets {
  std::vector<std::uint64_t> mask;   // by person: a bit for value % 64
  std::vector<std::uint32_t> begin;  // by person, one more: where the values start
  std::vector<std::uint32_t> values;
  std::vector<std::uint32_t> worth;  // of each value, for points_weighed
  bool operator==(const ValueSets&) const = default;
};

enum class TestKind : std::uint8_t {
  differ,         // must: no value in common
  share,          // must: a value in common
  gap_within,     // must: least <= mentor - mentee <= most
  meeting_time,   // must: `quarters` quarters of an hour in common at a stretch
  points_same,    // points for a value in common
  points_shared,  // points for each value in common, up to `at_most`
  points_gap,     // points by mentor - mentee
  // Whoever gave no answer to these earns `unknown`, what the others earn on average.
  points_weighed,  // the sum of mentee's worth x mentor's worth over values in common, at most
                   // `at_most`
  points_enough,   // by how much of the mentee's level the mentor's reaches
  points_score,    // by the levels of those who were asked, in thousandths
  points_close,    // by nearness on `width` scales, in thousandths
};
[[nodiscard]] constexpr bool is_must(TestKind kind) {
  return kind <= TestKind::meeting_time;
}

struct GapPoints {
  std::int64_t gap = 0;
  std::int32_t points = 0;
  bool operator==(const GapPoints&) const = default;
};

/// No level: no answer, or none that is understood.
inline constexpr std::int64_t no_level = INT64_MIN;
inline constexpr std::int64_t levels_a_step = 1000;
/// A mentee's worth is in hundredths of a point, a mentor's in hundredths.
inline constexpr std::int64_t worth_a_point = 10'000;
/// Two weeks a person, one as in January and one as in July, of 672 quarters each in UTC.
inline constexpr std::size_t week_words = 11;

/// A rule with everybody's answers to it. Only the parts its kind needs are filled.
struct Test {
  TestKind kind{};
  std::uint32_t rule = 0;  // position among the programme's rules
  std::int32_t points = 0;
  std::int32_t at_most = 0;
  std::int64_t least = 0, most = 0;  // thousandths of a step
  std::uint32_t quarters = 0;
  std::vector<GapPoints> gap_points;
  std::int32_t unknown = 0;  // points when one of the two gave no answer
  std::uint32_t width = 0;   // levels a person, of points_close
  bool wishes = false;       // of points_weighed: even values are the mentees' wishes, odd ones
                             // the mentors'
  bool exact = false;        // fewer than 65 values: the masks say all
  ValueSets mentor_values, mentee_values;
  std::vector<std::int64_t> mentor_level, mentee_level;  // thousandths of a step, or no_level
  std::vector<std::uint64_t> mentor_weeks, mentee_weeks;
  std::vector<std::uint8_t> mentor_applies, mentee_applies;  // by person; empty: to all
  /// By person, in per cent: what the points count for them. 0: they did not say; empty:
  /// nobody was asked.
  std::vector<std::uint8_t> mentor_weight, mentee_weight;
  bool operator==(const Test&) const = default;
};

/// Why a pair is left out that no test looks at; numbers below are positions of rules.
inline constexpr std::uint32_t by_hand = 0xFFFFFFFF;         // forbidden
inline constexpr std::uint32_t same_one = 0xFFFFFFFE;        // one and the same person
inline constexpr std::uint32_t pair_now = 0xFFFFFFFD;        // they are a pair already
inline constexpr std::uint32_t too_few_points = 0xFFFFFFFC;  // below the least of the rules
inline constexpr std::uint32_t parted = 0xFFFFFFFB;  // were a pair, and asked for others

struct LeftOut {
  Index mentee = 0;
  Index mentor = 0;
  std::uint32_t why = 0;
  bool operator==(const LeftOut&) const = default;
};

struct Problem {
  std::vector<Participant> mentees;
  std::vector<Participant> mentors;
  std::vector<Test> tests;
  std::vector<LeftOut> left_out;  // by mentee, then mentor; a pair may be there twice
  std::vector<Couple> locked;     // by mentee, then mentor; no mentee more often than places
  Goal goal = Goal::best_total;
  std::int32_t at_least = 0;           // no pair with fewer points is made, but for the locked
  std::int32_t bonus = 0;              // for each of the two who is waiting
  std::int32_t bonus_for_rematch = 0;  // for each of the two who is returning
  bool least_or_none = false;  // a mentor gets `least` mentees or nobody; somebody has a least
  bool operator==(const Problem&) const = default;
};

/// True when somebody may get several mentors (or none), or mentors have least places: then
/// assign_many() answers, and only what this problem's solution says is known.
[[nodiscard]] bool is_many(const Problem& problem);

/// What a pair earns for somebody being in it at all.
[[nodiscard]] inline std::int32_t bonus_of(const Problem& problem, const Participant& person) {
  return (person.waiting ? problem.bonus : 0) +
         (person.returning ? problem.bonus_for_rematch : 0);
}

/// What the rules say about two people. Points are as if the pair were allowed.
struct PairScore {
  bool allowed = true;
  std::int32_t points = 0;  // with the bonuses
};
[[nodiscard]] PairScore score_pair(const Problem& problem, Index mentee, Index mentor);
/// Same, test by test: whether the rule is about these two, whether a must is passed, what it
/// gives.
[[nodiscard]] bool applies(const Test& test, Index mentee, Index mentor);
[[nodiscard]] bool passes(const Test& test, Index mentee, Index mentor);
[[nodiscard]] std::int32_t points_of(const Test& test, Index mentee, Index mentor);
/// What the points count for these two, in per cent.
[[nodiscard]] std::int32_t weight_of(const Test& test, Index mentee, Index mentor);
/// True when the points are those of somebody who gave no answer.
[[nodiscard]] bool is_unknown(const Test& test, Index mentee, Index mentor);
/// Values both have, ascending.
[[nodiscard]] std::vector<std::uint32_t> values_in_common(const Test& test, Index mentee,
                                                          Index mentor);
/// How much each of the two would like the pair: its points, but for those that only the
/// other's wish brings.
struct Likes {
  std::int32_t by_mentee = 0;
  std::int32_t by_mentor = 0;
};
[[nodiscard]] Likes likes_of(const Problem& problem, Index mentee, Index mentor,
                             std::int32_t points);
/// What leaves the pair out besides the tests.
[[nodiscard]] std::span<const LeftOut> left_out(const Problem& problem, Index mentee,
                                                Index mentor);

/// Bytes for a second instance of ourselves; the grammar is at the head of problem_bytes.cpp.
[[nodiscard]] base::Bytes encode_problem(const Problem& problem);
/// Errors: corrupt, too_large, unsupported_version. What it returns is safe to solve.
[[nodiscard]] base::Result<Problem> decode_problem(base::BytesView bytes);

}  // namespace pairbook::matching
