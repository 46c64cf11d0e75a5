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

using Criterion =
    std::variant<MustDiffer, MustShare, GapWithin, NotManager, NotEarlierPair, MeetingTime,
                 PointsForSame, PointsForShared, PointsForOffered, PointsForGap>;

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
  bool operator==(const Rule&) const = default;
};

enum class MatchGoal : std::uint8_t {
  best_total,    // the most points over all pairs
  most_matched,  // as many pairs as can be, and among those the most points
};

/// How a programme matches.
struct Rules {
  std::vector<Rule> rules;
  MatchGoal goal = MatchGoal::best_total;
  int bonus_for_unmatched = 0;  // points for each of the two who has no pair so far
  int mentors_per_mentee = 1;   // over all rounds
  int mentees_per_round = 0;    // of one mentor in one round; 0: as many as there are places
  bool operator==(const Rules&) const = default;
};

[[nodiscard]] bool is_must(const Criterion& criterion);
/// The most points a criterion can give; 0 for a must.
[[nodiscard]] int most_points(const Criterion& criterion);
/// The fields a criterion reads, mentor's first.
[[nodiscard]] std::vector<FieldKey> fields_of(const Criterion& criterion);

/// A set of questions and rules that somebody else can start from.
struct Preset {
  std::string name;
  std::string description;
  std::vector<Field> fields;
  Rules rules;
  bool operator==(const Preset&) const = default;
};

}  // namespace pairbook::domain
