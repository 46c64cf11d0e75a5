#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pairbook/domain/field.hpp"

namespace pairbook::domain {

/// The two answers a rule compares: usually the same question, sometimes two ("skills offered"
/// of the mentor, "skills wanted" of the mentee).
struct Compared {
  FieldKey mentor;
  FieldKey mentee;
  bool operator==(const Compared&) const = default;
};

// Must and must not: a pair that breaks one cannot be proposed. Somebody without an answer
// passes.

/// Not the same answer: "not from the same organisation".
struct MustDiffer {
  Compared fields;
  bool operator==(const MustDiffer&) const = default;
};
/// At least one answer in common: "a language in common".
struct MustShare {
  Compared fields;
  bool operator==(const MustShare&) const = default;
};
/// Mentor minus mentee, in steps of a scale or as a number: "1 to 2 grades above".
struct GapWithin {
  Compared fields;
  int at_least = 0;
  int at_most = 0;
  bool operator==(const GapWithin&) const = default;
};
/// The mentee's answer names their manager by e-mail or by name: never that mentor.
struct NotManager {
  FieldKey manager;
  bool operator==(const NotManager&) const = default;
};
/// Nobody they were a pair with before.
struct NotEarlierPair {
  bool operator==(const NotEarlierPair&) const = default;
};
/// Weekly times in common, in minutes at a stretch.
struct MeetingTime {
  Compared availability;
  FieldKey time_zone;  // empty: everybody is in the same zone
  int minutes = 60;
  bool operator==(const MeetingTime&) const = default;
};

/// The mentor's number is at least the mentee's: "as many hours as are wanted".
struct MustBeEnough {
  Compared fields;
  bool operator==(const MustBeEnough&) const = default;
};
/// A place in common, or both said yes to meeting online.
struct MeetSomewhere {
  Compared place;
  FieldKey online;
  bool operator==(const MeetSomewhere&) const = default;
};
/// Nobody is paired with somebody they named, by e-mail or by name. One may be empty: only the
/// others were asked.
struct NotNamed {
  FieldKey mentor;
  FieldKey mentee;
  bool operator==(const NotNamed&) const = default;
};

// Points: 0..10000 each, added up.

struct PointsForSame {
  Compared fields;
  int points = 0;
  bool operator==(const PointsForSame&) const = default;
};
/// For each answer in common, up to `at_most` points.
struct PointsForShared {
  Compared fields;
  int points_each = 0;
  int at_most = 0;
  bool operator==(const PointsForShared&) const = default;
};
/// For each thing the mentee wants that the mentor offers, up to `at_most` points.
struct PointsForOffered {
  FieldKey wanted;   // of the mentee
  FieldKey offered;  // of the mentor
  int points_each = 0;
  int at_most = 0;
  bool operator==(const PointsForOffered&) const = default;
};
/// Points by mentor minus mentee; a gap that is not listed earns none.
struct PointsForGap {
  Compared fields;
  std::map<int, int> points_by_gap;
  bool operator==(const PointsForGap&) const = default;
};

// In the criteria below, whoever gave no answer earns what those who did answer earn on
// average: neither nothing nor everything.

/// By how much of what the mentee wants to learn the mentor offers: all of it earns `points`.
/// A level too low counts for less, a related skill for `related` per cent, a rare skill for
/// more.
struct PointsForSkills {
  FieldKey wanted;   // of the mentee
  FieldKey offered;  // of the mentor
  int points = 0;
  int related = 50;
  bool operator==(const PointsForSkills&) const = default;
};
/// All points when the mentor's number is at least the mentee's, in proportion below.
struct PointsForEnough {
  Compared fields;
  int points = 0;
  bool operator==(const PointsForEnough&) const = default;
};
/// The mentor made the change that the mentee wants to make; only where it led: `to_only`.
struct PointsForTransition {
  Compared from;
  Compared to;
  int points = 0;
  int to_only = 0;
  bool operator==(const PointsForTransition&) const = default;
};
/// People they named, by e-mail or by name, the dearest first. Both wished each other first:
/// all the points; half of them for each side, or all when only one side was asked.
struct PointsForWish {
  FieldKey mentor;
  FieldKey mentee;
  int points = 0;
  bool operator==(const PointsForWish&) const = default;
};
/// By a score that was given to the mentor, the mentee or both: a step of a scale, or a number
/// up to `highest`.
struct PointsForScore {
  FieldKey mentor;
  FieldKey mentee;
  int highest = 5;
  int points = 0;
  bool operator==(const PointsForScore&) const = default;
};
/// How near the two are on several scales, evenly: a short questionnaire.
struct PointsForClose {
  std::vector<FieldKey> scales;
  int points = 0;
  bool operator==(const PointsForClose&) const = default;
};

/// How alike what they write is: words, and parts of words, that both use and few others do.
struct PointsForText {
  Compared fields;
  int points = 0;
  bool operator==(const PointsForText&) const = default;
};

using Criterion =
    std::variant<MustDiffer, MustShare, GapWithin, NotManager, NotEarlierPair, MeetingTime,
                 PointsForSame, PointsForShared, PointsForOffered, PointsForGap, MustBeEnough,
                 MeetSomewhere, NotNamed, PointsForSkills, PointsForEnough, PointsForTransition,
                 PointsForWish, PointsForScore, PointsForClose, PointsForText>;

enum class Side : std::uint8_t { mentor, mentee };

/// "Only when the mentee answered yes to 'Match with similar identity'."
struct OnlyWhen {
  Side side = Side::mentee;
  FieldKey field;
  std::string answer;
  bool operator==(const OnlyWhen&) const = default;
};

struct Rule {
  Criterion criterion;
  std::optional<OnlyWhen> only_when;
  bool on = true;
  /// A scale on which each person says how much these points matter to them: half to twice.
  /// Empty: the same for everybody.
  FieldKey importance = {};
  bool operator==(const Rule&) const = default;
};

enum class MatchGoal : std::uint8_t {
  best_total,    // the most points over all pairs
  most_matched,  // as many pairs as can be, and among those the most points
};

inline constexpr int standard_bonus_for_rematch = 50;

/// How a programme matches.
struct Rules {
  std::vector<Rule> rules;
  MatchGoal goal = MatchGoal::best_total;
  int bonus_for_unmatched = 0;  // points for each of the two who has no pair so far
  int mentors_per_mentee = 1;   // over all rounds
  int mentees_per_round = 0;    // of one mentor in one round; 0: as many as there are places
  int at_least_points = 0;      // no pair with fewer is proposed, but for those held by hand
  /// Points for each of the two whose pair ended and who asked for another partner.
  int bonus_for_rematch = standard_bonus_for_rematch;
  int mentors_per_round = 1;  // new ones of one mentee in one round
  int least_mentees = 1;      // a mentor has so many, those they had counted, or gets none
  bool operator==(const Rules&) const = default;
};

[[nodiscard]] bool is_must(const Criterion& criterion);
/// The most points a criterion can give; 0 for a must.
[[nodiscard]] int most_points(const Criterion& criterion);
/// The fields a criterion reads, mentor's first; none is empty.
[[nodiscard]] std::vector<FieldKey> fields_of(const Criterion& criterion);
/// Those of the rule: of its criterion, its condition and its importance.
[[nodiscard]] std::vector<FieldKey> fields_of(const Rule& rule);

/// A set of questions and rules that somebody else can start from.
struct Preset {
  std::string name;
  std::string description;
  std::vector<Field> fields;
  Rules rules;
  bool operator==(const Preset&) const = default;
};

}  // namespace pairbook::domain
